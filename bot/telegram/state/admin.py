"""What is kept of administrators' work until it is done: documents that wait for a button, messages that show a run."""

from dataclasses import dataclass

from sqlite_utils import Database

from bot.telegram.places import Place


@dataclass(frozen=True, slots=True)
class Upload:
    """A document that was sent and waits for a decision; its file lies in the inbox folder under the id."""

    id: int
    chat_id: int
    file_name: str


@dataclass(frozen=True, slots=True)
class RunMessage:
    """A message that shows how far a run of indexing has come; ``language`` is that of its texts."""

    place: Place
    message_id: int
    language: str


def open_upload(db: Database, chat_id: int, file_name: str, at: float) -> Upload:
    """Return a new upload."""
    cursor = db.execute(
        "INSERT INTO upload (chat_id, file_name, received_at) VALUES (?, ?, ?)", [chat_id, file_name, at]
    )
    return Upload(int(cursor.lastrowid or 0), chat_id, file_name)


def find_upload(db: Database, upload_id: int) -> Upload | None:
    """Return an upload that waits, or None."""
    rows = db.query("SELECT id, chat_id, file_name FROM upload WHERE id = ?", [upload_id])
    return next((Upload(**row) for row in rows), None)


def close_upload(db: Database, upload_id: int) -> bool:
    """Take an upload off the list; return False if it was not on it."""
    return db.execute("DELETE FROM upload WHERE id = ?", [upload_id]).rowcount == 1


def expire_uploads(db: Database, before: float) -> None:
    """Take the uploads off the list that came before a moment (seconds since 1970)."""
    db.execute("DELETE FROM upload WHERE received_at < ?", [before])


def note_run_message(db: Database, message: RunMessage) -> None:
    """Note that a message shows a run, for the start after a crash."""
    values = [message.place.chat_id, message.place.topic_id, message.message_id, message.language]
    db.execute("INSERT OR REPLACE INTO run_message VALUES (?, ?, ?, ?)", values)


def forget_run_message(db: Database, message: RunMessage) -> None:
    """Note that a message shows how its run ended."""
    db.execute(
        "DELETE FROM run_message WHERE chat_id = ? AND message_id = ?", [message.place.chat_id, message.message_id]
    )


def run_messages(db: Database) -> list[RunMessage]:
    """Return the messages that show runs which did not end, oldest first."""
    rows = db.query("SELECT * FROM run_message ORDER BY message_id")
    return [RunMessage(Place(row["chat_id"], row["topic_id"]), row["message_id"], row["language"]) for row in rows]
