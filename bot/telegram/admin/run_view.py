"""How a run of indexing looks in the chat: how far it is, and what it changed. Pure functions of their arguments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.telegram.admin.jobs import Indexed, Names, Stage
from bot.telegram.rendering.buttons import Action, button, keyboard
from bot.telegram.rendering.markup import Block, Body, Span, body, bold, cut, fitting, italic, line, plain
from bot.telegram.sending import Outgoing
from bot.telegram.texts import Texts

_BAR_CELLS = 12
_LISTED = (10, 6, 3, 1, 0)  # names of each kind; fewer where the message would be too long
_MAX_NAME_CHARS = 120
_MAX_ERROR_CHARS = 200
_LINE = re.compile(r"line (\d+) ")
_MIN_SECONDS_TO_GUESS = 5.0  # of a stage, before its end is guessed at


@dataclass(frozen=True, slots=True)
class RunProgress:
    """How far a run is: its stage, None before the first, and the seconds since the stage began."""

    stage: Stage | None = None
    stage_seconds: float = 0.0

    @property
    def seconds_left(self) -> float | None:
        """Return how long the stage will take from now on, None where nothing can be said yet."""
        stage = self.stage
        if stage is None or not stage.done or self.stage_seconds < _MIN_SECONDS_TO_GUESS:
            return None
        return self.stage_seconds / stage.done * (stage.total - stage.done)


def progress_words(progress: RunProgress, texts: Texts) -> str:
    """Return the stage in a few words."""
    stage = progress.stage
    if stage is None or stage.name not in texts.admin.run_stages:
        return texts.admin.run_starting
    return texts.admin.run_stages[stage.name].format(done=stage.done, total=stage.total)


def progress_message(progress: RunProgress, texts: Texts) -> Outgoing:
    """Return the message that shows a run at work, with a button that stops it."""
    admin, stage = texts.admin, progress.stage
    blocks: list[Block] = [line(bold(admin.run_title)), line(plain(progress_words(progress, texts)))]
    if stage is not None and stage.total:
        n_full = min(_BAR_CELLS, _BAR_CELLS * stage.done // stage.total)
        blocks.append(line(plain("▓" * n_full + "░" * (_BAR_CELLS - n_full))))
    seconds = progress.seconds_left
    if seconds:
        blocks.append(line(plain(admin.run_time_left.format(duration=admin.duration(seconds)))))
    blocks += [line(), line(italic(admin.run_note))]
    return Outgoing(body(blocks), _stop_button(texts))


def report_body(report: Indexed, seconds: float, texts: Texts) -> Body:
    """Return what a run changed, with as many names as fit; ``seconds`` is how long the whole run took."""
    return fitting(lambda n: _report(report, seconds, n, texts), _LISTED)


def _report(report: Indexed, seconds: float, n_listed: int, texts: Texts) -> Body:
    admin = texts.admin
    blocks: list[Block] = [line(bold(admin.run_done))]
    kinds = ((admin.run_added, report.added), (admin.run_changed, report.changed), (admin.run_removed, report.removed))
    for label, names in kinds:
        if names.n:
            blocks += [line(), line(bold(label.format(n=names.n))), *_listed(names, n_listed, texts)]
    if report.n_failed:
        blocks += [line(), line(bold(admin.run_failed.format(n=report.n_failed)))]
        blocks += [_failure(path, error, texts) for path, error in report.failed[:n_listed]]
        blocks += _more(report.n_failed - len(report.failed[:n_listed]), texts)
    if len(blocks) == 1:
        blocks.append(line(plain(admin.run_no_change)))
    totals = admin.run_totals.format(
        unchanged=report.n_unchanged,
        passages=report.n_passages,
        generation=report.generation,
        duration=admin.duration(seconds),
    )
    return body([*blocks, line(), line(italic(totals))])


def _listed(names: Names, n_listed: int, texts: Texts) -> list[Block]:
    shown: Sequence[str] = names.names[:n_listed]
    return [line(plain(f"– {one_line(name, _MAX_NAME_CHARS)}")) for name in shown] + _more(names.n - len(shown), texts)


def _failure(path: str, error: str, texts: Texts) -> Block:
    name = one_line(path, _MAX_NAME_CHARS)
    words = one_line(read_fault(error, path, texts), _MAX_ERROR_CHARS)
    spans: list[Span] = [plain(f"– {name}"), italic(f": {words}")]
    return line(*spans)


def _more(n: int, texts: Texts) -> list[Block]:
    return [line(plain(texts.admin.and_more.format(n=n)))] if n > 0 else []


def _stop_button(texts: Texts) -> InlineKeyboardMarkup | None:
    return keyboard([[button(texts.admin.run_stop_button, Action.RUN_STOP, 0)]])


def read_fault(error: str, path: str, texts: Texts) -> str:
    """Return why a file cannot be read, without its name, in the reader's language where there are words for it."""
    words = error.removeprefix(path).lstrip(": ")
    fault = next((known for part, known in texts.admin.read_faults.items() if part in words), None)
    if fault is None:
        return words
    line_number = _LINE.match(words)
    return fault if line_number is None else texts.admin.read_fault_line.format(line=line_number[1], fault=fault)


def one_line(text: str, max_chars: int) -> str:
    """Return a text from outside on one line, cut."""
    return cut(" ".join(text.split()), max_chars)
