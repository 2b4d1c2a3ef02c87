"""Lines with styles, and the two ways to print them: with rich on a terminal, as plain text elsewhere.

Text is handed to rich as text, never as markup, so nothing in an article can be taken for a style. rich takes 0.1 s
to import and is imported for a terminal only.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.cli.output import printable, write_line

if TYPE_CHECKING:
    from rich.console import Console


class Style(StrEnum):
    """How a piece of text stands out; the values are rich's."""

    PLAIN = ""
    STRONG = "bold"
    MARKED = "reverse"
    FAINT = "dim"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one style."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces in a row, after ``indent`` spaces; on a terminal it is wrapped inside the indent."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0


def line(text: str, style: Style = Style.PLAIN, indent: int = 0) -> Line:
    """Return a line of one piece."""
    return Line((Piece(text, style),), indent)


def print_lines(lines: Iterable[Line]) -> None:
    """Print the lines to stdout, with styles if that is a terminal that has any."""
    if sys.stdout.isatty():
        from rich.console import Console

        console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
        if not console.is_dumb_terminal:
            _print_rich(lines, console)
            return
    for one in lines:
        write_line(as_plain(one))


def as_plain(one: Line) -> str:
    """Return a line as plain text; what is marked stands between » and «."""
    texts = [f"»{piece.text}«" if piece.style is Style.MARKED else piece.text for piece in one.pieces]
    return (" " * one.indent + "".join(texts)).rstrip()


def _print_rich(lines: Iterable[Line], console: "Console") -> None:
    from rich.padding import Padding
    from rich.text import Text

    for one in lines:
        text = Text()
        for piece in one.pieces:
            text.append(printable(piece.text), style=piece.style.value)
        console.print(Padding(text, (0, 0, 0, one.indent), expand=False) if text else text)
