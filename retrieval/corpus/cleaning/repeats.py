"""Keeps one copy of what a page repeats: the title as the caption of every picture, the lead, the author's name.

Poems, lyrics and tables repeat on purpose, so short lines in a run of short lines are left alone, save the title.
"""

import re
from collections import Counter
from collections.abc import Sequence

from retrieval.corpus.cleaning.lines import Line, Reason, RemovedLine, head_and_tail, key_of

_SENTENCE_WORDS = 5
_TITLE_WORDS = 4
_VERSE_WORDS = 10
_VERSE_LINES = 4
_BROKEN_PARTS = (2, 3)
_PREFIX_CHARS = 60
_BEGINNING_CHARS = 12
_TRUNCATED_WORDS = 8
_TITLE_COPIES = 3
_STAMP_REACH_CHARS = 60  # what the pattern can match at most
_YEAR = re.compile(r"\d{4}")
_TRAILING_STAMP = re.compile(
    r"\s*[(\[|–-]\s*[^()\[\]|]{0,12}?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^()\[\]]{0,25}[)\]]?$",
)
_PREFIX = re.compile(r"(?:[^()]{0,40}\([^()]{2,40}\)|[^\s()]+(?: [^\s()]+){0,3}?)\s*[-–—:]\s*(?=\S)")


def mark_repeats(lines: Sequence[Line]) -> list[RemovedLine]:
    """Set the reason of every repeated line; return the second halves cut from lines that say one thing twice."""
    kept = [line for line in lines if not line.reason]
    titles = _title_keys(kept)
    verse = _verse(kept)
    halves = [
        removed for line in kept if (id(line) not in verse or line.n_words > _VERSE_WORDS) and (removed := _halve(line))
    ]
    titles |= {key_of(half.text) for half in halves}
    by_key = Counter(line.key for line in kept)
    _mark_prefixed(kept, by_key)
    _mark_broken([line for line in kept if not line.reason], by_key)
    _mark_truncated([line for line in kept if not line.reason])
    _mark_copies([line for line in kept if not line.reason], titles, verse)
    return halves


def without_stamp(text: str) -> str:
    """Return a title line without the date and time behind it: "X (03/09/2020 07:55 AM)" gives "X"."""
    begin = max(0, len(text) - _STAMP_REACH_CHARS)
    match = _TRAILING_STAMP.search(text, begin) if _YEAR.search(text, begin) else None
    return text[: match.start()] if match else text


def _title_keys(kept: Sequence[Line]) -> set[str]:
    """Return the keys of titles: the first line if it is no sentence, and what stands before a stamp."""
    titles = {line.key for line in kept[:1] if line.n_words >= _TITLE_WORDS and not line.text.endswith((".", ":"))}
    for line in kept:
        rest = without_stamp(line.text)
        if rest != line.text:
            titles.add(key_of(rest))
    return titles


def _verse(kept: Sequence[Line]) -> set[int]:
    """Return the identities of short lines in runs of at least four: poems, lyrics, lists, tables."""
    verse: set[int] = set()
    run: list[int] = []
    for line in (*kept, None):
        if line is not None and line.n_words <= _VERSE_WORDS:
            run.append(id(line))
            continue
        if len(run) >= _VERSE_LINES:
            verse.update(run)
        run = []
    return verse


def _halve(line: Line) -> RemovedLine | None:
    """Cut a line "X X" down to "X"; return what was cut."""
    beginning = line.key.partition(" ")[0]
    if line.n_words < 2 * _TITLE_WORDS or line.key.find(beginning, len(line.key) // 3) < 0:  # most lines, at once
        return None
    words = line.text.split(" ")
    for n_separators in (0, 1):
        n_half, odd = divmod(len(words) - n_separators, 2)
        if odd or n_half < _TITLE_WORDS or (n_separators and words[n_half] not in {"-", "–", "|", "—", "/"}):
            continue
        first, second = " ".join(words[:n_half]), " ".join(words[-n_half:])
        if key_of(first) == key_of(second):
            line.text = first
            del line.__dict__["key"]
            line.__dict__.pop("n_words", None)
            return RemovedLine(line.number, second, Reason.REPEATED)
    return None


def _mark_prefixed(kept: Sequence[Line], by_key: Counter[str]) -> None:
    """Of two copies, keep the lead with "(Báo X) - " before it and the title without a stamp behind it."""
    for line in kept:
        rest = without_stamp(line.text)
        if rest != line.text and by_key[key_of(rest)]:
            line.reason = Reason.REPEATED
            continue
        match = _PREFIX.match(line.text[: _PREFIX_CHARS + 1])
        if not match:
            continue
        rest_key = key_of(line.text[match.end() :])
        if rest_key.count(" ") + 1 >= _SENTENCE_WORDS and by_key[rest_key]:
            for other in kept:
                if other.key == rest_key:
                    other.reason = Reason.REPEATED


def _mark_broken(kept: Sequence[Line], by_key: Counter[str]) -> None:
    """Take the parts of a copy that is broken over two or three lines, where the whole stands on one line."""
    longest: dict[str, int] = {}
    for line in kept:
        beginning = line.key[:_BEGINNING_CHARS]
        longest[beginning] = max(len(line.key), longest.get(beginning, 0))
    for index, line in enumerate(kept):
        if len(line.key) >= _BEGINNING_CHARS and len(line.key) >= longest[line.key[:_BEGINNING_CHARS]]:
            continue
        for n_parts in _BROKEN_PARTS:
            parts = kept[index : index + n_parts]
            if len(parts) < n_parts or any(part.reason for part in parts):
                continue
            joined = key_of(" ".join(part.text for part in parts))
            if by_key[joined] and joined.count(" ") + 1 >= _SENTENCE_WORDS:
                for part in parts:
                    part.reason = Reason.REPEATED


def _mark_truncated(kept: Sequence[Line]) -> None:
    """Take teasers: a line that ends in "…" and begins another, longer line."""
    for line in kept:
        if line.text.endswith(("...", "…")) and line.n_words >= _TRUNCATED_WORDS:
            stem = line.text.rstrip(".… ")
            if any(
                other is not line
                and not other.reason
                and other.text.startswith(stem)
                and len(other.text) > len(line.text)
                for other in kept
            ):
                line.reason = Reason.REPEATED


def _mark_copies(kept: Sequence[Line], titles: set[str], verse: set[int]) -> None:
    """Take every copy but the first of a title, a caption or a paragraph, and the second of two bylines."""
    counts = Counter(line.key for line in kept)
    head, tail = head_and_tail(kept)
    first: dict[str, int] = {}
    for index, line in enumerate(kept):
        earlier = first.setdefault(line.key, index)
        if earlier == index or not any(char.isalpha() for char in line.key):
            continue
        is_title = line.key in titles or (counts[line.key] >= _TITLE_COPIES and line.n_words > _VERSE_WORDS)
        is_sentence = line.n_words >= _SENTENCE_WORDS and not line.text.endswith(":") and id(line) not in verse
        is_byline = line.is_name and index >= tail and (earlier == index - 1 or earlier < head)
        if is_title or is_sentence or is_byline:
            line.reason = Reason.REPEATED
