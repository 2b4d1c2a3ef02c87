"""An excerpt cut to size around the words that answer, as spans with those words marked."""

import re
from collections.abc import Sequence

from bot.telegram.rendering.markup import Span, clean, marked, plain

CUT = "…"
# An unfolded quote shows about three lines: the words that answer should stand in them.
_LEAD_CHARS = 80
MAX_MARKS = 8  # each makes two of the hundred entities that Telegram counts


def excerpt_spans(excerpt: str, highlights: Sequence[tuple[int, int]], max_chars: int) -> tuple[Span, ...]:
    """Return the excerpt with its highlights marked, cut to about ``max_chars`` code points, in whole words."""
    marks = _sound(highlights, len(excerpt))[:MAX_MARKS]
    start, end = _window(excerpt, marks, max_chars)
    spans = [plain(f"{CUT} ")] if start > 0 else []
    at = start
    for first, last in marks:
        first, last = max(first, start), min(last, end)  # noqa: PLW2901 (clipped to the window)
        if first < last:
            spans += [plain(_squeezed(excerpt[at:first])), marked(_squeezed(excerpt[first:last]))]
            at = last
    spans.append(plain(_squeezed(excerpt[at:end])))
    if end < len(excerpt):
        spans.append(plain(f" {CUT}"))
    return tuple(span for span in spans if span.text)


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


def _window(text: str, marks: Sequence[tuple[int, int]], max_chars: int) -> tuple[int, int]:
    """Return what to show: the first mark near the beginning, whole words at both ends."""
    if len(text) <= max_chars:
        return 0, len(text)
    first = marks[0][0] if marks else 0
    start = max(0, min(first - min(_LEAD_CHARS, max_chars // 4), len(text) - max_chars))
    end = min(len(text), start + max_chars)
    if start > 0:
        space = re.search(r"\s", text[start:first])
        start = start + space.end() if space else first
    if end < len(text) and not text[end].isspace():
        shown = text[start:end]
        words = shown.rsplit(None, 1)
        if len(words) > 1:
            end = start + len(words[0])
    return start, end


def _squeezed(text: str) -> str:
    """Return the text with single spaces and single line ends."""
    return re.sub(r"[^\S\n]+", " ", re.sub(r"\s*\n\s*", "\n", clean(text)))
