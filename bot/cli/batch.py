"""``hoidap ask --batch``: JSON lines in, JSON lines out, in order; a bad line costs only itself."""

import json
import math
import sys
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from bot.app import open_engine
from bot.cli.output import write_json
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings
from retrieval.answer.reply import Reply
from retrieval.answer.turns import turn_after
from retrieval.engine import Engine
from retrieval.query.conversation import Turn

STDIN = "-"
LineId: TypeAlias = str | int | float | None
# One turn is a few hundred bytes, so a batch of any length stays small; a chat left for longer starts anew.
MAX_CONVERSATIONS = 10_000
_UTF_8_MARK = b"\xef\xbb\xbf"


class BadLineError(Exception):
    """A line of the batch cannot be answered; carries the line's id where that could be read."""

    def __init__(self, problem: str, line_id: LineId = None) -> None:
        """Take what is wrong with the line."""
        super().__init__(problem)
        self.line_id = line_id


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """One line of a batch; ``chat`` names the conversation that it belongs to."""

    id: LineId
    question: str
    chat: str | None


class Conversations:
    """Answers lines, each with the turn before it in its chat in mind; the chats asked in last are remembered."""

    def __init__(self, engine: Engine, top: int, n_remembered: int = MAX_CONVERSATIONS) -> None:
        """Take the engine, the number of excerpts, and the number of chats to remember."""
        self._engine = engine
        self._top = top
        self._n_remembered = n_remembered
        self._turns: OrderedDict[str, Turn] = OrderedDict()

    def ask(self, line: BatchQuestion) -> Reply:
        """Return the reply to one line; a line without a chat stands alone."""
        previous = None if line.chat is None else self._turns.pop(line.chat, None)
        reply = self._engine.ask(line.question, top=self._top, previous=previous)
        turn = turn_after(reply, previous)
        if line.chat is not None and turn is not None:
            self._turns[line.chat] = turn
            if len(self._turns) > self._n_remembered:
                self._turns.popitem(last=False)
        return reply


def run_batch(source: str, top: int, settings: Settings) -> int:
    """Answer each line of the file (``-`` is stdin) and return 0, or 2 if any line was bad.

    Raises:
        CommandError: the file cannot be opened.
    """
    status = ExitStatus.DONE
    with _opened(source) as stream:
        engine = open_engine(settings)
        conversations = Conversations(engine, top)
        try:
            for number, data in enumerate(stream, start=1):
                if not data.strip():
                    continue
                try:
                    line = parse_line(data.removeprefix(_UTF_8_MARK) if number == 1 else data)
                except BadLineError as error:
                    write_json({"id": error.line_id, "error": f"line {number}: {error}"})
                    status = ExitStatus.USAGE
                    continue
                write_json({"id": line.id, **conversations.ask(line).to_json()})
        finally:
            engine.close()
    return status


def parse_line(data: bytes) -> BatchQuestion:
    """Return the question of one line.

    Raises:
        BadLineError: it is not a JSON object with a question.
    """
    fields = _fields(data)
    line_id = fields.get("id")
    if isinstance(line_id, bool) or not isinstance(line_id, str | int | float | None):
        raise BadLineError('"id" must be a string or a number')
    if isinstance(line_id, float) and not math.isfinite(line_id):
        raise BadLineError('"id" is a number that is too large')
    question = fields.get("question")
    if not isinstance(question, str):
        problem = "there is no" if question is None else "a string is needed as"
        raise BadLineError(f'{problem} "question"', line_id)
    chat = fields.get("chat")
    if isinstance(chat, bool) or not isinstance(chat, str | int | None):
        raise BadLineError('"chat" must be a string or a whole number', line_id)
    return BatchQuestion(line_id, question, None if chat is None else str(chat))


def _fields(data: bytes) -> dict[str, object]:
    try:
        fields = json.loads(data.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadLineError("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadLineError(f"not JSON (column {error.colno}: {error.msg.lower()})") from error
    except (ValueError, RecursionError) as error:  # NaN, a number of thousands of digits, brackets beyond reason
        raise BadLineError("not JSON that can be read") from error
    if not isinstance(fields, dict):
        raise BadLineError('not a JSON object: write {"id": "…", "question": "…"}')
    return fields


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    """Hold the file open for reading bytes; stdin is left open."""
    if source == STDIN:
        yield sys.stdin.buffer
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 (closed by the with below)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise CommandError(f"{source} cannot be read ({reason}): give a file of JSON lines, or - for stdin") from error
    with stream:
        yield stream
