"""Markdown files: the words without the markup, and what the front matter declares.

Front matter that is not a YAML mapping stays part of the text: a line of dashes is a rule as often as it is front
matter, and an article may lose no sentence.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from retrieval.corpus.document import Declared
from retrieval.corpus.reading.decoding import decode
from retrieval.corpus.reading.html_text import html_text
from retrieval.corpus.reading.parsed import Parsed, join_paragraphs, one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MAX_FRONT_MATTER_CHARS = 20_000
_GROUP_OPENS = frozenset({"bullet_list_open", "ordered_list_open", "table_open"})
_GROUP_CLOSES = frozenset({"bullet_list_close", "ordered_list_close", "table_close"})
_FIELD_NAMES = {
    "title": ("title",),
    "published": ("published", "date", "pubdate", "published_at"),
    "source": ("source", "publisher", "site"),
    "author": ("author", "authors"),
    "url": ("url", "link", "canonical"),
}


def read_markdown(data: bytes) -> Parsed:
    """Return the text with one blank line between blocks, items and rows on lines of their own.

    Raises:
        Unreadable: the bytes are broken, binary, or in an unknown encoding.
    """
    text = decode(data)
    declared = Declared()
    front = _FRONT_MATTER.match(text)
    if front and (fields := _mapping(front[1])):
        declared = _declared(fields)
        text = text[front.end() :]
    return Parsed(_plain_text(text), declared)


def _mapping(front_matter: str) -> dict[str, object] | None:
    """Return the front matter's fields, names in lower case and values as written, or None if it is none."""
    import yaml

    if len(front_matter) > _MAX_FRONT_MATTER_CHARS:
        return None
    try:
        # BaseLoader makes nothing but strings, lists and dicts: as safe as SafeLoader, and dates stay as written.
        fields = yaml.load(front_matter, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError, TypeError):  # TypeError: a list or a mapping as a key
        return None
    return {str(name).lower(): value for name, value in fields.items()} if isinstance(fields, dict) else None


def _declared(fields: dict[str, object]) -> Declared:
    """Return the fields that an article may declare; several authors are joined by commas."""
    found: dict[str, str | None] = {}
    for field, names in _FIELD_NAMES.items():
        value = next((fields[name] for name in names if fields.get(name)), None)
        if isinstance(value, list):
            value = ", ".join(part for part in value if isinstance(part, str))
        found[field] = one_line(value)
    return Declared(**found)


def _plain_text(markdown: str) -> str:
    """Return the words of the Markdown text: a blank line between blocks, none within a list or a table."""
    from markdown_it import MarkdownIt

    groups: list[list[str]] = []
    row: list[str] | None = None
    n_open = 0  # lists and tables
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.type in _GROUP_OPENS:
            if n_open == 0:
                groups.append([])
            n_open += 1
        elif token.type in _GROUP_CLOSES:
            n_open -= 1
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            groups[-1].append(" | ".join(row))
            row = None
        elif text := _token_text(token):
            if row is not None:
                row.append(text)
            elif n_open:
                groups[-1].append(text)
            else:
                groups.append([text])
    return join_paragraphs("\n".join(lines) for lines in groups)


def _token_text(token: "Token") -> str:
    """Return the words of one block token, empty for a token that only opens or closes something."""
    if token.type == "inline":
        return _inline_text(token.children or ())
    if token.type == "html_block":
        return html_text(token.content)
    return token.content.strip("\n") if token.type in {"code_block", "fence"} else ""


def _inline_text(children: "Sequence[Token]") -> str:
    """Return the words of a paragraph: link texts, the alternative text of pictures, no marks of emphasis."""
    parts: list[str] = []
    for child in children:
        if child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image":
            parts.append(_inline_text(child.children or ()))
        elif child.type in {"text", "code_inline"}:
            parts.append(child.content)
        elif child.type == "html_inline" and child.content.lower().startswith("<br"):
            parts.append("\n")
    return "".join(parts).strip()
