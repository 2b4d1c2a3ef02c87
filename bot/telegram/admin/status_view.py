"""How the bot's condition and the questions without an answer look in the chat. Pure functions of their arguments."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.telegram.admin.run_view import one_line
from bot.telegram.rendering.articles import n_pages
from bot.telegram.rendering.buttons import Action, keyboard, page_buttons
from bot.telegram.rendering.markup import Block, Body, body, bold, italic, line, plain
from bot.telegram.sending import Outgoing
from bot.telegram.state.records import Activity, RefusedQuestion
from bot.telegram.texts import Texts
from retrieval.records import Generation

QUESTIONS_A_PAGE = 8
_MAX_QUESTION_CHARS = 300
_VIETNAM = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Condition:
    """All that /status tells; times are seconds since 1970, ``generation`` is None where the index cannot be used."""

    now: float
    generation: Generation | None
    started_at: float
    last_poll_at: float | None
    today: Activity
    last_day: Activity
    kept: Activity
    kept_days: int
    run: str | None
    is_run_elsewhere: bool
    data_bytes: int


def status_body(condition: Condition, texts: Texts) -> Body:
    """Return how the bot is doing."""
    admin, now = texts.admin, condition.now
    lines = [
        *_about_articles(condition, texts),
        "",
        admin.status_uptime.format(duration=admin.duration(now - condition.started_at)),
        _poll(condition, texts),
        admin.status_disk.format(size=admin.size(condition.data_bytes)),
        _run(condition, texts),
        "",
        admin.status_today.format(n=condition.today.n_questions, refused=condition.today.n_refused),
        admin.status_all.format(
            n=condition.kept.n_questions, refused=condition.kept.n_refused, days=condition.kept_days
        ),
        _latency(condition.last_day, texts),
    ]
    return body([line(bold(admin.status_title)), *(line(plain(text)) if text else line() for text in lines)])


def unanswered_message(
    questions: Sequence[RefusedQuestion], page: int, total: int, now: float, texts: Texts
) -> Outgoing:
    """Return a page of the questions without an answer; pages count from 1, ``total`` is of all pages."""
    admin = texts.admin
    if not total:
        return Outgoing(body([line(plain(admin.unanswered_none))]))
    pages = n_pages(total, QUESTIONS_A_PAGE)
    blocks: list[Block] = [line(bold(admin.unanswered_title.format(n=total, page=page, pages=pages)))]
    for number, question in enumerate(questions, start=(page - 1) * QUESTIONS_A_PAGE + 1):
        ago = admin.unanswered_when.format(ago=admin.duration(now - question.asked_at))
        reason = admin.reasons.get(question.reason or "", question.reason or "")
        blocks += [
            line(),
            line(plain(f"{number}. {one_line(question.text, _MAX_QUESTION_CHARS)}")),
            line(italic(f"{ago} · {reason}" if reason else ago)),
        ]
    return Outgoing(body(blocks), keyboard([page_buttons(Action.UNANSWERED, 0, page, pages)]))


def _about_articles(condition: Condition, texts: Texts) -> list[str]:
    admin, generation = texts.admin, condition.generation
    if generation is None:
        return [admin.status_unusable]
    made = dt.datetime.fromisoformat(generation.created_at)
    return [
        admin.status_generation.format(
            number=generation.number,
            when=admin.moment(made.astimezone(_VIETNAM)),
            ago=admin.duration(condition.now - made.timestamp()),
        ),
        admin.status_counts.format(articles=generation.n_articles, passages=generation.n_passages),
        admin.status_model.format(model=generation.model),
    ]


def _poll(condition: Condition, texts: Texts) -> str:
    at = condition.last_poll_at
    if at is None:
        return texts.admin.status_no_poll
    when = texts.admin.moment(dt.datetime.fromtimestamp(at, _VIETNAM))
    return texts.admin.status_poll.format(when=when, ago=texts.admin.duration(condition.now - at))


def _run(condition: Condition, texts: Texts) -> str:
    if condition.run is not None:
        return texts.admin.status_run.format(progress=condition.run)
    return texts.admin.status_run_elsewhere if condition.is_run_elsewhere else texts.admin.status_no_run


def _latency(activity: Activity, texts: Texts) -> str:
    if activity.median_seconds is None or activity.p95_seconds is None:
        return texts.admin.status_no_latency
    return texts.admin.status_latency.format(
        median=texts.admin.latency(activity.median_seconds), p95=texts.admin.latency(activity.p95_seconds)
    )
