"""Message text as plain records that turn into Telegram's HTML or into plain text, so that markup cannot break.

Only this module writes tags, and it escapes every text that goes between them. Telegram counts the text after the
markup is parsed, in UTF-16 units.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TypeAlias

from retrieval.text.normal import normalise

MAX_UNITS = 4096  # of a message, after parsing


class Style(StrEnum):
    """How a run of text looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    MARKED = "marked"  # bold and underlined


_TAGS = {
    Style.PLAIN: ("", ""),
    Style.BOLD: ("<b>", "</b>"),
    Style.ITALIC: ("<i>", "</i>"),
    Style.MARKED: ("<b><u>", "</u></b>"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line or several; a paragraph without spans is an empty line."""

    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """An excerpt, which the reader can unfold."""

    spans: tuple[Span, ...]


Block: TypeAlias = Paragraph | Quote


@dataclass(frozen=True, slots=True)
class Body:
    """The text of one message."""

    blocks: tuple[Block, ...]

    @property
    def html(self) -> str:
        """Return the text as Telegram's HTML."""
        return "\n".join(_block_html(block) for block in self.blocks)

    @property
    def plain(self) -> str:
        """Return the text without markup."""
        return "\n".join("".join(span.text for span in block.spans) for block in self.blocks)

    @property
    def n_units(self) -> int:
        """Return the length as Telegram counts it."""
        return utf16_length(self.plain)


def plain(text: str) -> Span:
    """Return text as it is."""
    return Span(clean(text))


def bold(text: str) -> Span:
    """Return bold text."""
    return Span(clean(text), Style.BOLD)


def italic(text: str) -> Span:
    """Return slanted text."""
    return Span(clean(text), Style.ITALIC)


def marked(text: str) -> Span:
    """Return text that stands out of an excerpt."""
    return Span(clean(text), Style.MARKED)


def line(*spans: Span) -> Paragraph:
    """Return a line of spans; none is an empty line."""
    return Paragraph(spans)


def body(blocks: Iterable[Block]) -> Body:
    """Return a message of blocks, one below the other."""
    return Body(tuple(blocks))


def text_body(text: str) -> Body:
    """Return a message of plain text; ``*stars*`` at the beginning of a line make a heading bold."""
    return body(_text_line(part) for part in clean(text).split("\n"))


def _text_line(text: str) -> Paragraph:
    if text.startswith("*") and text.count("*") >= 2:  # noqa: PLR2004 (a star before and one after)
        _, heading, rest = text.split("*", 2)
        return line(bold(heading), *([plain(rest)] if rest else []))
    return line(plain(text)) if text else line()


def clean(text: str) -> str:
    """Return text as it may be shown: NFC, without control characters and direction marks."""
    return normalise(text)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text has: letters beyond U+FFFF, such as emoji, count twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, max_units: int) -> str:
    """Return the text if it is short enough, else its beginning in whole words, with an ellipsis."""
    if utf16_length(text) <= max_units:
        return text
    kept = text[: max_units - 1]
    while utf16_length(kept) > max_units - 1:
        kept = kept[:-1]
    is_whole = text[len(kept)] == " "
    space = -1 if is_whole else kept.rfind(" ", max_units // 2)
    return f"{kept[:space] if space > 0 else kept}…"


def fitting(build: Callable[[int], Body], sizes: Sequence[int]) -> Body:
    """Return the first message that Telegram takes, built with ever smaller sizes; the last one cut if it must be."""
    for size in sizes:
        built = build(size)
        if built.n_units <= MAX_UNITS:
            return built
    return body([line(plain(cut(built.plain, MAX_UNITS)))])


def _block_html(block: Block) -> str:
    inner = "".join(_span_html(span) for span in block.spans)
    return f"<blockquote expandable>{inner}</blockquote>" if isinstance(block, Quote) and inner else inner


def _span_html(span: Span) -> str:
    text = escape(span.text, quote=False)
    before, after = _TAGS[span.style] if text.strip() else ("", "")
    return f"{before}{text}{after}"
