"""A crowd of chats that ask one bot over HTTP, all at once, and what comes of it.

The bot runs as it does for people, against the strict Bot API server of the tests; ``meanwhile`` is whatever else
happens on that server while it answers.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from math import ceil
from typing import TypeAlias

from bot.secret import Secret
from bot.settings import Settings
from bot.telegram.access import Allowance, Allowances
from bot.telegram.desk import AnsweringEngine, DeskLimits
from bot.telegram.pacing import Rates
from bot.telegram.permits import Rate
from bot.telegram.running import serve
from bot.telegram.services import Limits
from bot.telegram.state.store import BotStore, open_store
from retrieval.answer.reply import Status
from tests.support.bot_api import BotApi
from tests.support.bot_api.chats import Chat
from tests.support.bot_api.messages import Message

ADMIN_ID = 77
_FIRST_ID = 1000
_FREE = Rate(per_second=100_000, burst=100_000)
_WAIT_SECONDS = 600.0
Meanwhile: TypeAlias = Callable[[BotApi, Sequence[Chat]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Who asks what; each chat goes on in the list of questions where the one before it ended.

    Telegram's own rates allow 30 messages a second; they are left out unless wanted, so that figures are the bot's.
    """

    questions: Sequence[str]
    n_chats: int = 200
    n_questions: int = 5
    telegram_rates: bool = False

    def questions_of(self, number: int) -> list[str]:
        """Return what the chat of a number, counted from 0, asks."""
        first = number * self.n_questions
        return [self.questions[place % len(self.questions)] for place in range(first, first + self.n_questions)]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader is told: the answer and the excerpt that it stands in; of a refusal only that it is one.

    Equal answers tell the same; further excerpts, and what is nearest to a question without an answer, do not count.
    ``status`` is None, and ``generation`` 0, where the words tell of a fault; ``seconds`` is how long after the crowd
    began.
    """

    status: Status | None
    words: str
    excerpt: str
    generation: int = field(compare=False)
    seconds: float = field(compare=False)


@dataclass(frozen=True, slots=True)
class Load:
    """What came of a crowd: each question with its answer, None where none came, and what went wrong.

    ``started_at`` is when the bot began, in seconds since 1970.
    """

    answers: list[tuple[str, Answer | None]]
    started_at: float
    n_out_of_order: int
    n_refused: int
    n_unhandled: int

    @property
    def seconds(self) -> list[float]:
        """Return the seconds from the beginning to each answer, shortest first."""
        return sorted(answer.seconds for _, answer in self.answers if answer is not None)

    @property
    def n_lost(self) -> int:
        """Return how many questions got no answer."""
        return sum(answer is None for _, answer in self.answers)

    @property
    def p95_seconds(self) -> float:
        """Return the time within which 95 of 100 answers came."""
        return self.seconds[ceil(0.95 * len(self.seconds)) - 1]

    @property
    def answers_per_second(self) -> float:
        """Return how many answers were given a second, from the beginning to the last."""
        return len(self.seconds) / self.seconds[-1]

    @property
    def is_sound(self) -> bool:
        """Return whether everybody was answered, in order, and no refusal of Telegram's was left at that."""
        return not (self.n_lost or self.n_out_of_order or self.n_unhandled)


async def crowd(engine: AnsweringEngine, plan: Plan, settings: Settings, meanwhile: Meanwhile | None = None) -> Load:
    """Return what comes of many chats that ask at once; the user ADMIN_ID is the bot's administrator."""
    async with BotApi() as api:
        api.rates.enforced = plan.telegram_rates
        chats = [api.private_chat(api.user(_FIRST_ID + number, "Người")) for number in range(plan.n_chats)]
        asked = await _ask(plan, chats)
        settings = replace(settings, telegram_api_url=api.url, telegram_admins=frozenset({ADMIN_ID}))
        store = open_store(settings.data_dir)
        stop = asyncio.Event()
        started = time.time()
        bot = asyncio.create_task(
            serve(settings, Secret(api.token), engine, store, limits=limits(plan.telegram_rates), stop=stop)
        )
        try:
            await asyncio.gather(_all_answered(chats, plan), *([meanwhile(api, chats)] if meanwhile else []))
        finally:
            stop.set()
            await bot
            load = _load(api, asked, store, started)
            store.close()
        return load


def limits(telegram_rates: bool) -> Limits:
    """Return limits under which a crowd may ask; the rates of sending are Telegram's or none."""
    rates = Rates() if telegram_rates else Rates(overall=_FREE, private=_FREE, group=_FREE)
    allowances = Allowances(person=Allowance(1000, 60))
    return Limits(
        rates=rates, allowances=allowances, desk=DeskLimits(waiting_seconds=_WAIT_SECONDS, search_seconds=_WAIT_SECONDS)
    )


async def _ask(plan: Plan, chats: Sequence[Chat]) -> dict[Chat, list[Message]]:
    """Return each chat's questions, all written before the bot begins: first everybody's first one."""
    asked: dict[Chat, list[Message]] = {chat: [] for chat in chats}
    for place in range(plan.n_questions):
        for number, chat in enumerate(chats):
            if chat.user is not None:
                asked[chat].append(await chat.send(chat.user, plan.questions_of(number)[place]))
    return asked


async def _all_answered(chats: Sequence[Chat], plan: Plan) -> None:
    """Wait until every chat has its answers, or is not likely to get them any more."""
    with suppress(TimeoutError):  # what is missing then is counted as lost
        async with asyncio.timeout(_WAIT_SECONDS):
            for chat in chats:
                await chat.wait_for_replies(plan.n_questions, timeout_seconds=_WAIT_SECONDS)


def _load(api: BotApi, asked: dict[Chat, list[Message]], store: BotStore, started: float) -> Load:
    answers: list[tuple[str, Answer | None]] = []
    n_out_of_order = 0
    for chat, questions in asked.items():
        replies = {id(reply.reply_to): reply for reply in chat.replies()}
        n_out_of_order += [reply.reply_to for reply in chat.replies()] != questions
        for question in questions:
            reply = replies.get(id(question))
            answer = None if reply is None else _answer(reply, question, store, started)
            answers.append((question.text, answer))
    return Load(
        answers=answers,
        started_at=started,
        n_out_of_order=n_out_of_order,
        n_refused=sum(call.says_something for call in api.journal.refused),
        n_unhandled=len(api.journal.unhandled()),
    )


def _answer(reply: Message, question: Message, store: BotStore, started: float) -> Answer:
    row = store.question_of(question.chat.id, question.id)
    shown = row.shown if row is not None else None
    status = shown.status if shown is not None else None
    return Answer(
        status=status,
        words="" if status is Status.REFUSED else next(iter(reply.marked("bold")), reply.text),
        excerpt=reply.marked("expandable_blockquote")[0] if status is Status.ANSWERED else "",
        generation=shown.generation if shown is not None else 0,
        seconds=reply.sent_at - started,
    )
