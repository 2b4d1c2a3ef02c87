"""What people thought of answers, and how the bot fares: the tables that are read as a whole."""

import json
import statistics
from collections.abc import Iterator
from math import ceil

from sqlite_utils import Database

from bot.telegram.state.records import Activity, Feedback, RefusedQuestion, Shown
from retrieval.answer.reply import Status

UP, DOWN = 1, -1


def vote(
    db: Database, question_id: int, user_id: int, shown: Shown, *, value: int, at: float, meaning: int = 0
) -> None:
    """Note a person's vote on what was shown; a second vote of the same person on the same replaces the first.

    ``meaning`` is 0 for the answer of a question, 1 for that of the first other meaning offered, and so on.
    """
    row = {
        "question_id": question_id,
        "meaning": meaning,
        "user_id": user_id,
        "vote": value,
        "voted_at": at,
        "question": shown.question,
        "language": shown.language,
        "status": shown.status,
        "answer": shown.answer,
        "articles": json.dumps(
            list(dict.fromkeys(passage.article_id for passage in shown.passages)), ensure_ascii=False
        ),
        "generation": shown.generation,
    }
    db.table("feedback").insert(row, pk=("question_id", "meaning", "user_id"), replace=True)


def all_feedback(db: Database) -> Iterator[Feedback]:
    """Yield every vote, oldest first."""
    for row in db.query("SELECT * FROM feedback ORDER BY voted_at, question_id, meaning, user_id"):
        yield Feedback(
            question_id=row["question_id"],
            meaning=row["meaning"],
            user_id=row["user_id"],
            vote=row["vote"],
            question=row["question"],
            language=row["language"],
            status=Status(row["status"]),
            answer=row["answer"],
            articles=json.loads(row["articles"]),
            generation=row["generation"],
        )


def activity(db: Database, since: float) -> Activity:
    """Return what was asked and answered since a moment (seconds since 1970)."""
    rows = list(db.query("SELECT status, elapsed_seconds FROM question WHERE asked_at >= ?", [since]))
    latencies = sorted(row["elapsed_seconds"] for row in rows if row["elapsed_seconds"] is not None)
    return Activity(
        n_questions=len(rows),
        n_refused=sum(row["status"] == Status.REFUSED for row in rows),
        median_seconds=statistics.median(latencies) if latencies else None,
        p95_seconds=latencies[ceil(0.95 * len(latencies)) - 1] if latencies else None,
    )


def n_refused_questions(db: Database) -> int:
    """Return how many of the questions that are kept were refused."""
    return db.table("question").count_where("status = ?", [Status.REFUSED])


def refused_questions(db: Database, n: int, *, skip: int = 0) -> list[RefusedQuestion]:
    """Return the latest questions that were refused, newest first; ``skip`` leaves out the newest ones."""
    rows = db.query(
        "SELECT text, reason, asked_at FROM question WHERE status = ? ORDER BY asked_at DESC, id DESC LIMIT ? OFFSET ?",
        [Status.REFUSED, n, skip],
    )
    return [RefusedQuestion(row["text"], row["reason"], row["asked_at"]) for row in rows]
