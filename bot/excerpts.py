"""An excerpt cut to size around the words that answer: one rule for the terminal and for Telegram, pure.

What is shown lies in one window of the excerpt, in whole words; each front end says how wide it is, and gives the
pieces its own styles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.text.normal import normalise

CUT = "…"


@dataclass(frozen=True, slots=True)
class ExcerptPiece:
    """A run of the excerpt's text, without control characters; ``is_marked`` where it is a highlight."""

    text: str
    is_marked: bool = False


def excerpt_pieces(
    excerpt: str,
    highlights: Sequence[tuple[int, int]],
    max_chars: int,
    *,
    lead_chars: int,
    max_marks: int | None = None,
) -> tuple[ExcerptPiece, ...]:
    """Return the excerpt in pieces, cut to at most ``max_chars`` code points and an ellipsis where it goes on.

    Highlights may overlap or lie outside; the first ``max_marks`` of them are marked. Where the excerpt is too long,
    about ``lead_chars`` code points stand before the first one. Runs of white space are one space or one line end.
    """
    marks = _sound(highlights, len(excerpt))[:max_marks]
    start, end = _window(excerpt, marks, max_chars, lead_chars)
    pieces = [ExcerptPiece(f"{CUT} ")] if start > 0 else []
    at = start
    for first, last in marks:
        first, last = max(first, start), min(last, end)  # noqa: PLW2901 (clipped to the window)
        if first < last:
            pieces += [
                ExcerptPiece(_squeezed(excerpt[at:first])),
                ExcerptPiece(_squeezed(excerpt[first:last]), is_marked=True),
            ]
            at = last
    pieces.append(ExcerptPiece(_squeezed(excerpt[at:end])))
    if end < len(excerpt):
        pieces.append(ExcerptPiece(f" {CUT}"))
    return tuple(piece for piece in pieces if piece.text)


def _sound(highlights: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the highlights in order, inside the text, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(length, end)) for start, end in highlights):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _window(text: str, marks: Sequence[tuple[int, int]], max_chars: int, lead_chars: int) -> tuple[int, int]:
    """Return what to show, as [start, end): whole words at both ends, but for a word longer than the window."""
    if len(text) <= max_chars:
        return 0, len(text)
    first = marks[0][0] if marks else 0
    start = max(0, min(first - lead_chars, len(text) - max_chars))
    end = min(len(text), start + max_chars)
    if start > 0:
        space = re.search(r"\s", text[start - 1 : first])
        start = start + space.start() if space else first
    if end < len(text) and not text[end].isspace():
        # End behind a word, and never inside the last mark that fits whole.
        kept = max((last for _, last in marks if last <= end), default=start)
        spaces = [found.start() for found in re.finditer(r"\s", text[kept:end])]
        if spaces:
            end = kept + spaces[-1]
        elif kept > start:
            end = kept
    return start, end


def _squeezed(text: str) -> str:
    """Return the text with single spaces and single line ends, also at its own ends."""
    return re.sub(r"[^\S\n]+", " ", re.sub(r"\s*\n\s*", "\n", normalise(text)))
