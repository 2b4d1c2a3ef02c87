"""The history of the layout of ``bot.db``, numbered; each step runs once, in a transaction.

It is a file of its own: the index is made anew from the articles at any time, while what people voted is not.
"""

from sqlite_utils import Database, Migrations

bot_migrations = Migrations("hoidap.bot")


@bot_migrations()
def m001_updates(db: Database) -> None:
    """Updates taken from Telegram; the payload goes as soon as the update is dealt with."""
    db.execute("CREATE TABLE incoming (update_id INTEGER PRIMARY KEY, received_at REAL NOT NULL, payload TEXT)")
    db.table("incoming").create_index(["received_at"])


@bot_migrations()
def m002_questions(db: Database) -> None:
    """Questions with what was shown for them. An id is never given twice, since buttons carry it."""
    db.execute(
        "CREATE TABLE question (id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, "
        "topic_id INTEGER NOT NULL, message_id INTEGER NOT NULL, user_id INTEGER NOT NULL, asked_at REAL NOT NULL, "
        "text TEXT NOT NULL, state TEXT NOT NULL, answer_message_id INTEGER, previous TEXT, shown TEXT, status TEXT, "
        "reason TEXT, language TEXT, confidence REAL, generation INTEGER, elapsed_seconds REAL)"
    )
    db.table("question").create_index(["chat_id", "message_id"], unique=True)
    db.table("question").create_index(["asked_at"])
    db.table("question").create_index(["user_id"])


@bot_migrations()
def m003_conversations(db: Database) -> None:
    """The last turn of each chat and topic, and the language that a chat chose."""
    db.execute(
        "CREATE TABLE conversation (chat_id INTEGER NOT NULL, topic_id INTEGER NOT NULL, question_id INTEGER NOT NULL, "
        "turn TEXT NOT NULL, changed_at REAL NOT NULL, PRIMARY KEY (chat_id, topic_id))"
    )
    db.execute("CREATE TABLE preference (chat_id INTEGER PRIMARY KEY, language TEXT NOT NULL)")


@bot_migrations()
def m004_feedback(db: Database) -> None:
    """One vote a person and question, with all that it is about, so that it outlives the question's row."""
    db.execute(
        "CREATE TABLE feedback (question_id INTEGER NOT NULL, user_id INTEGER NOT NULL, vote INTEGER NOT NULL, "
        "voted_at REAL NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL, status TEXT NOT NULL, answer TEXT, "
        "articles TEXT NOT NULL, generation INTEGER NOT NULL, PRIMARY KEY (question_id, user_id))"
    )
    db.table("feedback").create_index(["user_id"])


@bot_migrations()
def m005_article_numbers(db: Database) -> None:
    """A short number for each article that was listed: ids of articles are too long for a button."""
    db.execute(
        "CREATE TABLE article_number (number INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL UNIQUE)"
    )


@bot_migrations()
def m006_admin(db: Database) -> None:
    """Documents that wait for a button, and messages that show a run of indexing. Ids stand on buttons."""
    db.execute(
        "CREATE TABLE upload (id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, "
        "file_name TEXT NOT NULL, received_at REAL NOT NULL)"
    )
    db.execute(
        "CREATE TABLE run_message (chat_id INTEGER NOT NULL, topic_id INTEGER NOT NULL, message_id INTEGER NOT NULL, "
        "language TEXT NOT NULL, PRIMARY KEY (chat_id, message_id))"
    )


@bot_migrations()
def m007_votes_on_other_meanings(db: Database) -> None:
    """One vote a person, question and answer shown for it: ``meaning`` 0 is the answer, 1 the first other meaning."""
    db.execute("ALTER TABLE feedback RENAME TO former_feedback")
    db.execute(
        "CREATE TABLE feedback (question_id INTEGER NOT NULL, meaning INTEGER NOT NULL, user_id INTEGER NOT NULL, "
        "vote INTEGER NOT NULL, voted_at REAL NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL, "
        "status TEXT NOT NULL, answer TEXT, articles TEXT NOT NULL, generation INTEGER NOT NULL, "
        "PRIMARY KEY (question_id, meaning, user_id))"
    )
    db.execute(
        "INSERT INTO feedback SELECT question_id, 0, user_id, vote, voted_at, question, language, status, answer, "
        "articles, generation FROM former_feedback"
    )
    db.execute("DROP TABLE former_feedback")
    db.table("feedback").create_index(["user_id"])
