"""``bot.db``: updates taken, questions and what was shown for them, conversations, votes.

Every call is a few hundred microseconds of one small SQLite file and is made from the event loop's thread; what is
written survives a kill of the process.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.telegram.places import Place
from bot.telegram.state.migrations import bot_migrations
from bot.telegram.state.records import Question, QuestionState, Shown
from retrieval.answer.reply import Reply
from retrieval.answer.turns import turn_of
from retrieval.query.conversation import Turn

FILE_NAME = "bot.db"
UPDATES_KEPT_SECONDS = 2 * 86400  # Telegram itself keeps an update for one day
QUESTIONS_KEPT_DAYS = 90
CONVERSATION_KEPT_HOURS = 12  # after that, a question stands alone
_BUSY_SECONDS = 10.0


class StateError(Exception):
    """``bot.db`` cannot be used; the message says what would mend it."""


class BotStore:
    """The state of one bot."""

    def __init__(self, db: Database, clock: Callable[[], float] = time.time) -> None:
        """Take a database whose layout is current; use :func:`open_store`."""
        self.db = db
        self._clock = clock

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    # --- updates ---

    def record_update(self, update_id: int, payload: str | None) -> bool:
        """Note an update before Telegram is told that it arrived; return False if it came before."""
        cursor = self.db.execute("INSERT OR IGNORE INTO incoming VALUES (?, ?, ?)", [update_id, self._clock(), payload])
        return cursor.rowcount == 1

    def finish_update(self, update_id: int) -> None:
        """Note that an update has been dealt with; nothing of it is kept but its number."""
        self.db.execute("UPDATE incoming SET payload = NULL WHERE update_id = ?", [update_id])

    def unfinished_updates(self, max_age_seconds: float) -> list[str]:
        """Return the payloads of the updates that a run before this one took and left undone, oldest first."""
        rows = self.db.query(
            "SELECT payload FROM incoming WHERE payload IS NOT NULL AND received_at >= ? ORDER BY update_id",
            [self._clock() - max_age_seconds],
        )
        return [row["payload"] for row in rows]

    def prune(self) -> None:
        """Delete what is older than it is kept."""
        now = self._clock()
        with self.db.atomic():
            self.db.execute("DELETE FROM incoming WHERE received_at < ?", [now - UPDATES_KEPT_SECONDS])
            self.db.execute("DELETE FROM question WHERE asked_at < ?", [now - QUESTIONS_KEPT_DAYS * 86400])
            self.db.execute("DELETE FROM conversation WHERE changed_at < ?", [now - CONVERSATION_KEPT_HOURS * 3600])

    # --- questions ---

    def open_question(self, place: Place, message_id: int, user_id: int, text: str) -> tuple[Question, bool]:
        """Return the question of a message and whether it is new; the turn before it is noted with it."""
        known = self.question_of(place.chat_id, message_id)
        if known is not None:
            return known, False
        turn = self.turn(place)
        row = {
            "chat_id": place.chat_id,
            "topic_id": place.topic_id,
            "message_id": message_id,
            "user_id": user_id,
            "asked_at": self._clock(),
            "text": text,
            "state": QuestionState.RECEIVED,
            "previous": _to_json(turn.to_json()) if turn else None,
        }
        self.db.table("question").insert(row)
        return self._questions("chat_id = ? AND message_id = ?", [place.chat_id, message_id])[0], True

    def question_of(self, chat_id: int, message_id: int) -> Question | None:
        """Return the question that a message asked, or None."""
        rows = self._questions("chat_id = ? AND message_id = ?", [chat_id, message_id])
        return rows[0] if rows else None

    def question(self, question_id: int) -> Question | None:
        """Return a question by its id, or None."""
        rows = self._questions("id = ?", [question_id])
        return rows[0] if rows else None

    def set_state(self, question_id: int, state: QuestionState) -> None:
        """Note how far a question has come."""
        self.db.execute("UPDATE question SET state = ? WHERE id = ?", [state, question_id])

    def reword_question(self, question_id: int, text: str) -> None:
        """Replace the text of a question that was edited; its answer has yet to be changed."""
        values = [text, QuestionState.RECEIVED, question_id]
        self.db.execute("UPDATE question SET text = ?, state = ? WHERE id = ?", values)

    def withdraw_question(self, question_id: int, text: str) -> None:
        """Note that a question was edited into something that asks nothing: what was shown for it counts no more.

        A conversation that would go on from it is forgotten.
        """
        with self.db.atomic():
            self.db.execute(
                "UPDATE question SET text = ?, state = ?, shown = NULL, status = NULL, reason = NULL WHERE id = ?",
                [text, QuestionState.ANSWERED, question_id],
            )
            self.db.execute("DELETE FROM conversation WHERE question_id = ?", [question_id])

    def save_reply(self, question: Question, reply: Reply, elapsed_seconds: float) -> Shown:
        """Note what is about to be shown for a question, and let the conversation go on from it."""
        shown = Shown.of(reply)
        values = {
            "shown": _to_json(shown.to_json()),
            "status": reply.status,
            "reason": reply.refusal.reason if reply.refusal else None,
            "language": reply.language,
            "confidence": reply.confidence,
            "generation": reply.generation,
            "elapsed_seconds": elapsed_seconds,
        }
        with self.db.atomic():
            self.db.table("question").update(question.id, values)
            if shown.passages:
                self._remember_turn(question, shown)
        return shown

    def answered(self, question_id: int, message_id: int | None) -> None:
        """Note that the answer stands in the chat, in the message of this id."""
        state = QuestionState.ANSWERED if message_id is not None else QuestionState.UNDELIVERABLE
        self.db.execute(
            "UPDATE question SET state = ?, answer_message_id = ? WHERE id = ?", [state, message_id, question_id]
        )

    def _questions(self, where: str, values: Sequence[Any]) -> list[Question]:
        rows = self.db.query(f"SELECT * FROM question WHERE {where}", values)  # noqa: S608 (our own text)
        return [_question(row) for row in rows]

    # --- conversations ---

    def turn(self, place: Place) -> Turn | None:
        """Return the last turn of a conversation, None where there is none or it is too long ago."""
        rows = self.db.query(
            "SELECT turn FROM conversation WHERE chat_id = ? AND topic_id = ? AND changed_at >= ?",
            [place.chat_id, place.topic_id, self._clock() - CONVERSATION_KEPT_HOURS * 3600],
        )
        return next((Turn.from_json(json.loads(row["turn"])) for row in rows), None)

    def forget_conversation(self, place: Place) -> None:
        """Let the next question of a place stand alone."""
        self.db.execute("DELETE FROM conversation WHERE chat_id = ? AND topic_id = ?", [place.chat_id, place.topic_id])

    def _remember_turn(self, question: Question, shown: Shown) -> None:
        """Make a question the last turn, unless a later one has been asked (this one was edited)."""
        passages = [passage.passage_id for passage in shown.passages[:3]]
        turn = turn_of(shown.question, passages, shown.answer, shown.title, question.previous)
        if turn is None:
            return
        place = question.place
        self.db.execute(
            "INSERT INTO conversation VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET question_id = "
            "excluded.question_id, turn = excluded.turn, changed_at = excluded.changed_at "
            "WHERE excluded.question_id >= question_id",
            [place.chat_id, place.topic_id, question.id, _to_json(turn.to_json()), self._clock()],
        )

    # --- languages and numbers of articles ---

    def language(self, chat_id: int) -> str | None:
        """Return the language that a chat chose, None where it did not."""
        rows = self.db.query("SELECT language FROM preference WHERE chat_id = ?", [chat_id])
        return next((row["language"] for row in rows), None)

    def set_language(self, chat_id: int, language: str | None) -> None:
        """Note the language that a chat chose; None leaves it to each question."""
        if language is None:
            self.db.execute("DELETE FROM preference WHERE chat_id = ?", [chat_id])
        else:
            self.db.execute("INSERT OR REPLACE INTO preference VALUES (?, ?)", [chat_id, language])

    def article_numbers(self, article_ids: Sequence[str]) -> list[int]:
        """Return the short numbers of articles, giving one to those that have none."""
        return [self._article_number(article_id) for article_id in article_ids]

    def article_of(self, number: int) -> str | None:
        """Return the id of the article with a short number, or None."""
        rows = self.db.query("SELECT article_id FROM article_number WHERE number = ?", [number])
        return next((row["article_id"] for row in rows), None)

    def _article_number(self, article_id: str) -> int:
        found = self.db.execute("SELECT number FROM article_number WHERE article_id = ?", [article_id]).fetchone()
        if found is None:
            self.db.execute("INSERT INTO article_number (article_id) VALUES (?)", [article_id])
            return self._article_number(article_id)
        return int(found[0])

    # --- a person's own data ---

    def forget_person(self, user_id: int) -> None:
        """Delete everything kept of a person: questions, conversations, votes, language."""
        with self.db.atomic():
            self.db.execute(
                "DELETE FROM conversation WHERE chat_id = ? "
                "OR question_id IN (SELECT id FROM question WHERE user_id = ?)",
                [user_id, user_id],
            )
            self.db.execute("DELETE FROM question WHERE user_id = ?", [user_id])
            self.db.execute("DELETE FROM feedback WHERE user_id = ?", [user_id])
            self.db.execute("DELETE FROM preference WHERE chat_id = ?", [user_id])
            self.db.execute("DELETE FROM upload WHERE chat_id = ?", [user_id])


def open_store(data_dir: Path, clock: Callable[[], float] = time.time) -> BotStore:
    """Return the state kept in a data directory, made or brought up to date as needed.

    Raises:
        StateError: the file is not a database of ours.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    path = data_dir / FILE_NAME
    db = Database(sqlite3.connect(path, timeout=_BUSY_SECONDS), execute_plugins=False)
    try:
        db.enable_wal()
        db.execute("PRAGMA synchronous = NORMAL")  # survives a killed process; a power cut may cost the last second
        db.execute("PRAGMA secure_delete = ON")  # what a person has deleted is overwritten
        bot_migrations.apply(db)
    except sqlite3.DatabaseError as error:
        db.close()
        raise StateError(
            f"{path} is damaged or not the bot's ({error}); move it away: the bot makes a new one"
        ) from error
    return BotStore(db, clock)


def _to_json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False)


def _question(row: dict[str, Any]) -> Question:
    return Question(
        id=row["id"],
        place=Place(row["chat_id"], row["topic_id"]),
        message_id=row["message_id"],
        user_id=row["user_id"],
        asked_at=row["asked_at"],
        text=row["text"],
        state=QuestionState(row["state"]),
        answer_message_id=row["answer_message_id"],
        previous=Turn.from_json(json.loads(row["previous"])) if row["previous"] else None,
        shown=Shown.from_json(json.loads(row["shown"])) if row["shown"] else None,
    )
