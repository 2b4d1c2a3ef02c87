"""The same crowd twice: left alone, and with an administrator's /reindex running through the middle of it.

Between the two, articles that none of the questions is about are added, changed and removed. So the second crowd has to
be told the same as the first, before the run, while it is at work, and from the generation that it makes. An answer
that was wrong to begin with may change: other articles make other words rare.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from benchmarks.bot_crowd import ADMIN_ID, Answer, Load, Plan, crowd
from bot.settings import Settings
from bot.telegram.desk import AnsweringEngine
from bot.telegram.texts import VIETNAMESE
from tests.support.bot_api import BotApi
from tests.support.bot_api.chats import Chat

_RUN_SECONDS = 600.0
_N_FORMER, _N_LATTER = 40, 60
WasRight: TypeAlias = Callable[[str, Answer], bool]
Difference: TypeAlias = tuple[str, Answer | None, Answer | None]
_FLOWERS = ("phong lan", "hoa hồng", "hoa cúc", "hoa sen", "hoa mai", "hoa đào", "hoa ly", "cẩm chướng")


def write_bystanders(corpus: Path) -> None:
    """Write articles on flowers, which no question is about, into a folder."""
    for number in range(_N_FORMER):
        _write(corpus, number, "đang ra nụ")


def change_bystanders(corpus: Path) -> None:
    """Change half of the articles on flowers, remove some, and add more."""
    for number in range(0, _N_FORMER, 2):
        _write(corpus, number, "đã nở rộ, sớm hơn mọi năm")
    for number in range(1, _N_FORMER, 8):
        _path(corpus, number).unlink()
    for number in range(_N_FORMER, _N_LATTER):
        _write(corpus, number, "mới trồng")


def _write(corpus: Path, number: int, how: str) -> None:
    flower = _FLOWERS[number % len(_FLOWERS)]
    text = f"Luống {flower} số {number} {how}\n\nLuống {flower} số {number} với {number * 7 + 3} gốc {how}.\n"
    _path(corpus, number).write_text(text, encoding="utf-8")


def _path(corpus: Path, number: int) -> Path:
    return corpus / f"luong-hoa-{number:02d}.txt"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both crowds; ``began_seconds`` is when /reindex was typed, counted from the second crowd's beginning.

    ``differences`` are the questions that were not answered the same both times, with both answers; ``worse`` are those
    that were answered rightly the first time.
    """

    alone: Load
    disturbed: Load
    began_seconds: float
    generation: int
    report: str
    differences: list[Difference]
    worse: list[Difference]

    @property
    def n_before(self) -> int:
        """Return how many questions were answered before /reindex was typed."""
        return sum(seconds <= self.began_seconds for seconds in self.disturbed.seconds)

    @property
    def n_after(self) -> int:
        """Return how many were answered from the generation that the run made."""
        return sum(answer is not None and answer.generation == self.generation for _, answer in self.disturbed.answers)

    @property
    def n_meanwhile(self) -> int:
        """Return how many were answered while the run was at work."""
        return len(self.disturbed.seconds) - self.n_before - self.n_after

    @property
    def is_in_the_middle(self) -> bool:
        """Return whether the run shows anything: it was at work while the crowd was answered, and came to its end."""
        return self.n_meanwhile > 0 and self.n_after > 0

    @property
    def is_sound(self) -> bool:
        """Return whether nothing was for the worse."""
        return self.is_in_the_middle and self.alone.is_sound and self.disturbed.is_sound and not self.worse


class _Administrator:
    """Types /reindex as soon as half of the chats have their first answer, and waits for the report."""

    def __init__(self) -> None:
        self.began_at = 0.0
        self.report = ""

    async def reindex(self, api: BotApi, chats: Sequence[Chat]) -> None:
        admin = api.user(ADMIN_ID, "Quản Trị")
        chat = api.private_chat(admin)
        await chats[len(chats) // 2].wait_for_reply(timeout_seconds=_RUN_SECONDS)
        self.began_at = time.time()
        run = await chat.ask(admin, "/reindex", _RUN_SECONDS)
        await api.wait_until(lambda: run.n_edits and not run.buttons, _RUN_SECONDS, "the end of the run")
        is_below = run.text == VIETNAMESE.admin.run_done_below
        self.report = (await chat.wait_for_reply(run, _RUN_SECONDS) if is_below else run).text


async def compare(
    engine: AnsweringEngine,
    plan: Plan,
    settings: Settings,
    was_right: WasRight = lambda _question, _answer: True,
    change: Callable[[Path], object] = change_bystanders,
) -> Comparison:
    """Return what comes of two crowds, the folder of articles changed and indexed during the second.

    The engine answers from the index in the data directory of the settings, made from their folder of articles.
    """
    with tempfile.TemporaryDirectory() as folder:
        alone = await crowd(engine, plan, replace(settings, data_dir=Path(folder)))
    change(settings.corpus)
    administrator = _Administrator()
    disturbed = await crowd(engine, plan, settings, administrator.reindex)
    differences = [
        (question, first, second)
        for (question, first), (_, second) in zip(alone.answers, disturbed.answers, strict=True)
        if first != second
    ]
    return Comparison(
        alone=alone,
        disturbed=disturbed,
        began_seconds=administrator.began_at - disturbed.started_at,
        generation=engine.generation.number,
        report=administrator.report,
        differences=differences,
        worse=[found for found in differences if found[1] is not None and was_right(found[0], found[1])],
    )
