"""``hoidap ask``: one question, a prompt, lines from a pipe, or a batch."""

import argparse
import sys
from typing import TYPE_CHECKING

from bot.cli.output import write_json, write_line
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from retrieval.answer.reply import Reply
    from retrieval.engine import Engine
    from retrieval.query.conversation import Turn

DEFAULT_TOP = 3
MAX_TOP = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="in Vietnamese or English; none: a prompt")
    parser.add_argument(
        "--top", type=_top, default=DEFAULT_TOP, metavar="K", help=f"at most K excerpts, 1 to {MAX_TOP} (default 3)"
    )
    parser.add_argument("--json", action="store_true", help="print the reply as one JSON object a line")
    parser.add_argument(
        "--batch", metavar="FILE", help="answer a file of JSON lines (id, question, optional chat); - is stdin"
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer and return 0, or 1 where the articles do not answer; a prompt and a batch end with 0 as well."""
    if arguments.batch is not None:
        return _run_batch(arguments, settings)
    from bot.app import open_engine

    engine = open_engine(settings)
    try:
        if arguments.question:
            return _status(_answer(engine, " ".join(arguments.question), arguments, None))
        if sys.stdin.isatty():
            from bot.cli.prompt import converse

            converse(lambda question, turn: _answer(engine, question, arguments, turn), is_json=arguments.json)
            return ExitStatus.DONE
        return _answer_lines(engine, arguments)
    finally:
        engine.close()


def _top(text: str) -> int:
    """Return the number of excerpts to show."""
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MAX_TOP)) or not 1 <= int(text) <= MAX_TOP:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MAX_TOP}, not {text!r}")
    return int(text)


def _run_batch(arguments: argparse.Namespace, settings: Settings) -> int:
    if not arguments.json:
        raise CommandError("--batch answers in JSON only: add --json")
    if arguments.question:
        raise CommandError("--batch reads its questions from the file: leave the QUESTION out")
    from bot.cli.batch import run_batch

    return run_batch(arguments.batch, arguments.top, settings)


def _answer(engine: "Engine", question: str, arguments: argparse.Namespace, previous: "Turn | None") -> "Reply":
    """Print the reply to a question, which the previous turn may complete, and return it."""
    reply = engine.ask(question, top=arguments.top, previous=previous)
    if arguments.json:
        write_json(reply.to_json())
    else:
        from bot.cli.reply_view import reply_lines
        from bot.cli.styled import print_lines

        print_lines(reply_lines(reply))
        sys.stdout.flush()
    return reply


def _status(reply: "Reply") -> int:
    from retrieval.answer.reply import Status

    return ExitStatus.DONE if reply.status is Status.ANSWERED else ExitStatus.REFUSED


def _answer_lines(engine: "Engine", arguments: argparse.Namespace) -> int:
    """Answer each line of stdin as one conversation; the status is that of a refusal if any was refused."""
    from retrieval.answer.turns import turn_after

    turn = None
    statuses: list[int] = []
    for text in sys.stdin.buffer:
        question = text.decode("utf-8", "replace").strip()
        if question:
            if statuses and not arguments.json:
                write_line()
            reply = _answer(engine, question, arguments, turn)
            turn = turn_after(reply, turn)
            statuses.append(_status(reply))
    if not statuses:
        raise CommandError('there is no question: write hoidap ask "…", or one question a line on stdin')
    return max(statuses)
