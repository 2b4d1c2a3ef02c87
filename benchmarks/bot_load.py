"""How the bot bears a crowd: many chats that ask at once, over HTTP, against one process.

    python -m benchmarks.bot_load [--chats 200] [--questions 5] [--data-dir DIR] [--telegram-rates]

Prints how many questions were answered, in which order, how long they took and what was refused on the way. Telegram's
own rates allow 30 messages a second; they are left out unless asked for, so that the figure is the bot's.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from bot.app import open_engine
from bot.secret import Secret
from bot.settings import load_settings
from bot.telegram.access import Allowance, Allowances
from bot.telegram.desk import AnsweringEngine, DeskLimits
from bot.telegram.pacing import Rates
from bot.telegram.permits import Rate
from bot.telegram.running import serve
from bot.telegram.services import Limits
from bot.telegram.state.store import open_store
from tests.support.bot_api import BotApi
from tests.support.bot_api.chats import Chat
from tests.support.bot_api.messages import Message

QUESTIONS = (
    "Ai chủ trì hội nghị năm 2021?",
    "hoi nghi dien ra khi nao",
    "Bao nhiêu xã được sáp nhập?",
    "Who chaired the conference?",
    "Hội nghị được tổ chức ở đâu?",
)
_FREE = Rate(per_second=100_000, burst=100_000)
_WAIT_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Load:
    """What came of a crowd: seconds from each question to its answer, and what went wrong."""

    n_asked: int
    seconds: list[float]
    total_seconds: float
    n_out_of_order: int
    n_refused: int
    n_unhandled: int

    @property
    def p95_seconds(self) -> float:
        """Return the time within which 95 of 100 questions were answered."""
        return sorted(self.seconds)[ceil(0.95 * len(self.seconds)) - 1]


def limits(*, telegram_rates: bool) -> Limits:
    """Return limits under which a crowd may ask; the rates of sending are Telegram's or none."""
    rates = Rates() if telegram_rates else Rates(overall=_FREE, private=_FREE, group=_FREE)
    return Limits(
        rates=rates, allowances=Allowances(person=Allowance(1000, 60)), desk=DeskLimits(waiting_seconds=_WAIT_SECONDS)
    )


async def crowd(engine: AnsweringEngine, n_chats: int, n_questions: int, *, telegram_rates: bool = False) -> Load:
    """Return what comes of many chats that ask at once."""
    async with BotApi() as api:
        api.rates.enforced = telegram_rates
        chats = [api.private_chat(api.user(1000 + number, "Người")) for number in range(n_chats)]
        asked: dict[Chat, list[Message]] = {chat: [] for chat in chats}
        for number in range(n_questions):
            for chat in chats:
                if chat.user is not None:
                    asked[chat].append(await chat.send(chat.user, QUESTIONS[number % len(QUESTIONS)]))
        with tempfile.TemporaryDirectory() as folder:
            started = time.time()
            bounds = limits(telegram_rates=telegram_rates)
            await _answered(api, engine, Path(folder), chats=chats, n_questions=n_questions, bounds=bounds)
        return _load(api, asked, started)


async def _answered(
    api: BotApi, engine: AnsweringEngine, folder: Path, *, chats: list[Chat], n_questions: int, bounds: Limits
) -> None:
    """Run the bot until every chat has its answers."""
    settings = replace(load_settings({}, folder / "none"), data_dir=folder, telegram_api_url=api.url)
    store = open_store(folder)
    stop = asyncio.Event()
    task = asyncio.create_task(serve(settings, Secret(api.token), engine, store, limits=bounds, stop=stop))
    try:
        for chat in chats:
            await chat.wait_for_replies(n_questions, timeout_seconds=_WAIT_SECONDS)
    finally:
        stop.set()
        await task
        store.close()


def _load(api: BotApi, asked: dict[Chat, list[Message]], started: float) -> Load:
    seconds: list[float] = []
    n_out_of_order = 0
    for chat, questions in asked.items():
        replies = list(chat.replies())
        n_out_of_order += [reply.reply_to for reply in replies] != questions
        seconds += [reply.sent_at - started for reply in replies]
    return Load(
        n_asked=sum(len(questions) for questions in asked.values()),
        seconds=seconds,
        total_seconds=max(seconds),
        n_out_of_order=n_out_of_order,
        n_refused=len(api.journal.refused),
        n_unhandled=len(api.journal.unhandled()),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5, help="of each chat")
    parser.add_argument(
        "--data-dir", type=Path, default=None, help="with an index (default: HOIDAP_DATA_DIR, or ./data)"
    )
    parser.add_argument(
        "--telegram-rates", action="store_true", help="keep to Telegram's rates, and have them enforced"
    )
    arguments = parser.parse_args()
    settings = load_settings()
    engine = open_engine(replace(settings, data_dir=arguments.data_dir or settings.data_dir))
    load = asyncio.run(crowd(engine, arguments.chats, arguments.questions, telegram_rates=arguments.telegram_rates))
    engine.close()
    print(f"asked {load.n_asked}, answered {len(load.seconds)}, chats out of order {load.n_out_of_order}")
    print(f"refused on the way {load.n_refused}, left unhandled {load.n_unhandled}")
    print(
        f"all within {load.total_seconds:.1f} s: {len(load.seconds) / load.total_seconds:.1f} answers/s; "
        f"median {statistics.median(load.seconds):.1f} s, p95 {load.p95_seconds:.1f} s"
    )


if __name__ == "__main__":
    main()
