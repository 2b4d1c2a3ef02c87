"""``hoidap feedback``: what people voted in Telegram, as gold questions that ``hoidap evaluate`` reads.

A 👍 says that the answer shown answers the question, or that a refusal was right: both are gold. A 👎 only says what
is wrong: ``--down`` writes those for a person to complete, with the wrong answer in a field that evaluate ignores.
"""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bot.cli.output import remark, write_json
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.telegram.state.records import Feedback


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--down", action="store_true", help="write the questions whose answers were voted down, to be completed by hand"
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write one JSON object a line and return 0.

    Raises:
        CommandError: no bot has run over this data directory, or its state cannot be used.
    """
    from bot.telegram.state.feedback import all_feedback
    from bot.telegram.state.store import FILE_NAME, StateError, open_store

    if not (settings.data_dir / FILE_NAME).is_file():
        raise CommandError(f"there is no feedback in {settings.data_dir}: it comes from running: hoidap bot")
    try:
        store = open_store(settings.data_dir)
    except StateError as error:
        raise CommandError(str(error)) from error
    try:
        up, down = split_by_vote(all_feedback(store.db))
    finally:
        store.close()
    for line in (to_complete(one) for one in down) if arguments.down else (gold(one) for one in up):
        write_json(line)
    if down and not arguments.down:
        remark(f"{len(down)} questions were voted down and are left out; see them with: hoidap feedback --down")
    return ExitStatus.DONE


def split_by_vote(feedback: Iterable["Feedback"]) -> tuple[list["Feedback"], list["Feedback"]]:
    """Return the newest vote of each question and answer that most people voted up, and of those voted down."""
    votes: dict[tuple[str, str | None], list[Feedback]] = {}
    for one in feedback:
        votes.setdefault((one.question.casefold(), one.answer), []).append(one)
    sums = [(ones[-1], sum(one.vote for one in ones)) for ones in votes.values()]
    return [one for one, total in sums if total > 0], [one for one, total in sums if total < 0]


def gold(one: "Feedback") -> dict[str, Any]:
    """Return the gold question of an answer that was voted up; a refusal that was right expects nothing."""
    line: dict[str, Any] = {"id": _id(one), "lang": one.language, "question": one.question}
    if one.answer is None:
        return line | {"kind": "refuse", "docs": [], "answers": []}
    return line | {"kind": "feedback", "docs": list(one.articles[:1]), "answers": [one.answer]}


def to_complete(one: "Feedback") -> dict[str, Any]:
    """Return a question that was answered wrongly, with room for the right answer."""
    return {
        "id": _id(one),
        "lang": one.language,
        "question": one.question,
        "docs": [],
        "answers": [],
        "wrong": one.answer,
        "shown": list(one.articles),
    }


def _id(one: "Feedback") -> str:
    """Return an id that no other answer has: a question may have been answered in several of its meanings."""
    return f"feedback-{one.question_id}" + (f"-{one.meaning}" if one.meaning else "")
