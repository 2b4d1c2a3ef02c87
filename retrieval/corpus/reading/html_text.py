"""HTML to lines of text the way a reader sees them: paragraphs apart, list items and table rows on lines of their own.

It drops nothing that a browser shows, whatever it is part of; the webpage module chooses what to render.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from retrieval.text.normal import normalise, squeeze_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "input"}
    | {"textarea", "datalist", "audio", "video", "canvas"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"}
    | {"html", "legend", "li", "main", "menu", "nav", "ol", "p", "picture", "pre", "section", "summary", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class Block(NamedTuple):
    """A stretch of text between two breaks; a tight one (item, row) follows another without a blank line."""

    text: str
    is_tight: bool = False


def parse_html(text: str) -> "HtmlElement | None":
    """Return the root of the page or fragment, without comments, or None if there is nothing to parse."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(normalise(text).encode("utf-8"), parser=parser)
    except etree.ParserError:  # an empty document
        return None


def html_text(text: str) -> str:
    """Return what a reader sees of a piece of HTML."""
    root = parse_html(text)
    return "" if root is None else join_blocks(blocks_of(root))


def join_blocks(blocks: Iterable[Block]) -> str:
    """Return the blocks as one text, a blank line between two that are not both tight."""
    parts: list[str] = []
    was_tight = False
    for block in blocks:
        if parts:
            parts.append("\n" if was_tight and block.is_tight else "\n\n")
        parts.append(block.text)
        was_tight = block.is_tight
    return "".join(parts)


def blocks_of(root: "HtmlElement") -> list[Block]:
    """Return the blocks of text under the element, in the order of the page; its own tail is left out."""
    from lxml import etree

    writer = _Writer()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = str(element.tag)
        if event == "start":
            if tag in _UNSEEN:
                walker.skip_subtree()
            elif tag == "tr":
                writer.add_row(element)
                walker.skip_subtree()
            else:
                writer.open(tag, element.text)
        else:
            writer.close(tag, None if element is root else element.tail)
    writer.flush()
    return writer.blocks


class _Writer:
    """Collects the text between two block boundaries and cuts it into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._n_open_items = 0
        self._n_open_pres = 0

    def open(self, tag: str, text: str | None) -> None:
        """Enter an element."""
        if tag in _BLOCKS:
            self.flush()
        elif tag == "br":
            self._parts.append("\n")
        self._n_open_items += tag == "li"
        self._n_open_pres += tag == "pre"
        self._add(text)

    def close(self, tag: str, tail: str | None) -> None:
        """Leave an element, seen or not, and take up the text behind it."""
        if tag in _BLOCKS:
            self.flush()
        self._n_open_items -= tag == "li"
        self._n_open_pres -= tag == "pre"
        self._add(tail)

    def add_row(self, row: "HtmlElement") -> None:
        """Add a table row as one line; a row that lays out the page (paragraphs in a cell) as its cells' blocks."""
        self.flush()
        cells = [blocks_of(cell) for cell in row.iterchildren("td", "th")]
        if all(len(blocks) <= 1 and "\n" not in blocks[0].text for blocks in cells if blocks):
            if line := " | ".join(blocks[0].text for blocks in cells if blocks):
                self.blocks.append(Block(line, is_tight=True))
        else:
            self.blocks.extend(block for blocks in cells for block in blocks)

    def flush(self) -> None:
        """End the current block; an empty line within it (two line breaks) parts it in two."""
        for paragraph in _BLANK_LINES.split("".join(self._parts)):
            lines = [squeezed for line in paragraph.split("\n") if (squeezed := squeeze_line(line))]
            if lines:
                self.blocks.append(Block("\n".join(lines), is_tight=self._n_open_items > 0))
        self._parts.clear()

    def _add(self, text: str | None) -> None:
        if text:
            if self._parts and self._parts[-1][-1].islower() and text[0].isupper():
                self._parts.append(" ")  # "<span>Hà Nội</span>Sáng 13/1": the style sheet parts the two
            self._parts.append(text if self._n_open_pres else _SPACES.sub(" ", text))
