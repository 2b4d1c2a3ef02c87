"""Buttons and what they carry: an action and small numbers, never text, since Telegram allows 64 bytes.

What a button leads to is kept in ``bot.db``, so buttons work after a restart. A press is data from outside: it is
parsed strictly, and whoever handles it checks that the question belongs to the chat.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.rendering.answers import N_SHOWN
from bot.telegram.rendering.markup import cut
from bot.telegram.state.records import Shown
from bot.telegram.texts import Texts
from retrieval.answer.reply import Citation

_DATA = re.compile(r"([a-z]{1,2}):(\d{1,12})(?::(\d{1,6}))?", re.ASCII)
_MAX_LABEL_CHARS = 60
_MAX_URL_CHARS = 2000
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*", re.ASCII | re.IGNORECASE)


class Action(StrEnum):
    """What a press asks for; the letters stand in messages of long ago, so they never change their meaning."""

    MORE = "m"  # question, page: a new message with further passages
    TURN = "n"  # question, page: the same, in the message pressed
    AROUND = "s"  # question, rank: what stands around a passage
    ALTERNATIVE = "a"  # question, place: what else may have been meant
    UP = "u"  # question, meaning: 0 or none for its answer, 1 for the first other one that was offered
    DOWN = "d"  # question, meaning
    AGAIN = "r"  # question: answer it after all
    SOURCES = "l"  # page of the list of articles
    ARTICLE = "t"  # number, page: an article, in a new message
    ARTICLE_TURN = "v"  # number, page: the same, in the message pressed
    LANGUAGE = "g"  # place in LANGUAGES

    # For administrators only
    RUN_STOP = "c"  # stop the run of indexing
    ROOTS = "ia"  # index the folder that is set, though the index was made from another
    ROOTS_NOT = "in"
    UNANSWERED = "q"  # page of the questions without an answer
    UPLOAD_ADD = "ua"  # upload: put the document into the folder of articles
    UPLOAD_REPLACE = "ur"  # upload: the same, in the place of a file of its name
    UPLOAD_DROP = "ud"  # upload
    REMOVE = "xa"  # number of an article: delete its file
    REMOVE_NOT = "xn"  # number of an article


ADMIN_ACTIONS = frozenset(
    {
        Action.RUN_STOP,
        Action.ROOTS,
        Action.ROOTS_NOT,
        Action.UNANSWERED,
        Action.UPLOAD_ADD,
        Action.UPLOAD_REPLACE,
        Action.UPLOAD_DROP,
        Action.REMOVE,
        Action.REMOVE_NOT,
    }
)


LANGUAGES = ("vi", "en", "auto")


@dataclass(frozen=True, slots=True)
class Press:
    """A button's data."""

    action: Action
    first: int
    second: int = 0

    @property
    def data(self) -> str:
        """Return the text that a button carries."""
        return f"{self.action}:{self.first}:{self.second}"


def parse_press(data: str) -> Press | None:
    """Return what a button carries, None for anything that this bot does not put on buttons."""
    match = _DATA.fullmatch(data)
    if match is None or match[1] not in list(Action):
        return None
    return Press(Action(match[1]), int(match[2]), int(match[3] or 0))


def button(text: str, action: Action, first: int, second: int = 0) -> InlineKeyboardButton:
    """Return a button that calls back."""
    return InlineKeyboardButton(cut(text, _MAX_LABEL_CHARS), callback_data=Press(action, first, second).data)


def keyboard(rows: Sequence[Sequence[InlineKeyboardButton]]) -> InlineKeyboardMarkup | None:
    """Return the rows that have buttons, None where there is none."""
    filled = [list(row) for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def answer_keyboard(
    question_id: int, shown: Shown, citations: Sequence[Citation], texts: Texts
) -> InlineKeyboardMarkup | None:
    """Return the buttons under an answer."""
    rows: list[list[InlineKeyboardButton]] = [
        [button(texts.did_you_mean_button.format(text=other.text), Action.ALTERNATIVE, question_id, place)]
        for place, other in enumerate(shown.alternatives[:3])
    ]
    rows.append(url_buttons(citations, texts))
    around = [button(texts.around_button, Action.AROUND, question_id, 1)] if shown.passages else []
    more = [button(texts.more_button, Action.MORE, question_id, 1)] if len(shown.passages) > N_SHOWN else []
    rows.append([*around, *more])
    if shown.passages:
        rows.append(vote_buttons(question_id, 0, texts))
    return keyboard(rows)


def vote_buttons(question_id: int, meaning: int, texts: Texts) -> list[InlineKeyboardButton]:
    """Return the buttons to vote on an answer; ``meaning`` is 0, or the number of the other meaning it belongs to."""
    labels = ((texts.up_button, Action.UP), (texts.down_button, Action.DOWN))
    return [button(label, action, question_id, meaning) for label, action in labels]


def url_buttons(citations: Sequence[Citation], texts: Texts) -> list[InlineKeyboardButton]:
    """Return a button for each address that can be opened, each address once."""
    found: dict[str, InlineKeyboardButton] = {}
    for citation in citations:
        if citation.url and is_openable(citation.url):
            source = texts.read_at_button.format(source=citation.source or urlsplit(citation.url).hostname)
            label = source if len(citations) == 1 else f"[{citation.rank}] {source}"
            found.setdefault(citation.url, InlineKeyboardButton(cut(label, _MAX_LABEL_CHARS), url=citation.url))
    return list(found.values())


def is_openable(url: str) -> bool:
    """Return whether Telegram takes an address for a button: a web address of a host with a name."""
    if len(url) > _MAX_URL_CHARS or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(parts.hostname or ""))


def page_buttons(action: Action, first: int, page: int, pages: int) -> list[InlineKeyboardButton]:
    """Return the buttons to the pages before and after one; ``page`` counts from 1."""
    back = [button("◀", action, first, page - 1)] if page > 1 else []
    on = [button("▶", action, first, page + 1)] if page < pages else []
    return [*back, *on]
