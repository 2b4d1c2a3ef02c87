"""Which words the articles nearly always write with capitals: names to look for in a question typed in small letters.

"thi xa hoang mai" names a town, and nothing in its letters says so. The articles do: they write "Hoàng Mai", hardly
ever "hoàng mai". Counted when indexed, over runs of capitalised syllables inside sentences; the capital that begins a
sentence says nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from retrieval.text.spelling import fold
from retrieval.text.tokens import token_texts

FILE_NAME = "names.tsv"
_MAX_SYLLABLES = 6
_MAX_NAMES = 20_000  # the most frequent; half a megabyte
_MIN_PAIR_SHARE = 0.75  # of each two neighbours, how often both are written with capitals
_MIN_SYLLABLE_SHARE = 0.9
_MIN_FOLLOWER_SHARE = 0.7
_MIN_SYLLABLES_SEEN = 2  # a single syllable with a capital may be a slip

_CAPITAL = "".join(char for char in map(chr, range(0x2000)) if char.isupper())
_WORD = f"[{_CAPITAL}][^\\W_]*"
_RUN = re.compile(f"({_WORD}(?: {_WORD})*)(?= ([^\\W\\d_]+)|)")
# What may stand before a sentence's first word, or begins a line, a list item or quoted speech.
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n•*+–-]|[.!?…]['\"”’)]*)\s*[\"“‘'(\[-]*\s*$")
_LOOK_BACK_CHARS = 6


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in tokens [start, end), as the articles write it."""

    start: int
    end: int
    written: str


class CorpusNames:
    """The names of one generation's passages, by their tokens."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names as the articles write them."""
        self._written: dict[tuple[str, ...], str] = {}
        for name in names:
            self._written.setdefault(tuple(token_texts(name)), name)
        self._longest = max(map(len, self._written), default=0)
        self._firsts = {tokens[0] for tokens in self._written}
        self._folded: CorpusNames | None = None

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._written)

    def find_folded(self, tokens: Sequence[str]) -> list[FoundName]:
        """Return the names among tokens without marks as :meth:`find` does, written without marks and capitals too."""
        if self._folded is None:
            self._folded = CorpusNames(map(fold, self._written.values()))
        return self._folded.find(tokens)

    def find(self, tokens: Sequence[str]) -> list[FoundName]:
        """Return the names among tokens with marks, in order; the longest wins, none overlap."""
        found = []
        start = 0
        while start < len(tokens):
            name = self._longest_at(tokens, start) if tokens[start] in self._firsts else None
            if name is not None:
                found.append(name)
            start = name.end if name else start + 1
        return found

    def _longest_at(self, tokens: Sequence[str], start: int) -> FoundName | None:
        for end in range(min(start + self._longest, len(tokens)), start, -1):
            written = self._written.get(tuple(tokens[start:end]))
            if written is not None:
                return FoundName(start, end, written)
        return None


def names_text(texts: Sequence[str], documents: Sequence[Sequence[str]]) -> str:
    """Return the content of the names file: a line a name with the number of times it stands, most frequent first.

    Args:
        texts: The passages.
        documents: Their tokens, as :func:`~retrieval.text.tokens.token_texts` gives them.
    """
    runs: Counter[str] = Counter()
    openings: Counter[str] = Counter()
    followers: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _RUN.finditer(text):
            run, follower = match.groups()
            counter = openings if _opens_sentence(text, match.start()) else runs
            counter[run] += 1
            if follower:
                followers.setdefault(run, Counter())[follower] += 1
    totals = Counter(token for tokens in documents for token in tokens)
    for run, count in _without_sentence_capital(openings, runs, totals).items():
        runs[run] += count
    names = _names(runs, totals, documents)
    return _lines(Counter({name: count for name, count in names.items() if not _goes_on(count, followers.get(name))}))


def read_names(path: Path) -> CorpusNames:
    """Return the names saved in a file."""
    return CorpusNames(line.split("\t")[0] for line in path.read_text("utf-8").splitlines())


def _opens_sentence(text: str, start: int) -> bool:
    return _SENTENCE_START.search(text[max(0, start - _LOOK_BACK_CHARS) : start]) is not None


def _without_sentence_capital(openings: Counter[str], runs: Counter[str], totals: Counter[str]) -> Counter[str]:
    """Return the runs that begin sentences, without their first word where that is seldom a name elsewhere."""
    inside: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    for counts, words in ((runs, inside), (openings, opened)):
        for run, count in counts.items():
            for token in token_texts(run):
                words[token] += count
    kept: Counter[str] = Counter()
    for run, count in openings.items():
        first, *rest = run.split(" ")
        token = token_texts(first)[0]
        n_elsewhere = totals[token] - opened[token]
        if run in runs or inside[token] >= n_elsewhere / 2:
            kept[run] += count
        elif rest:
            kept[" ".join(rest)] += count
    return kept


def _names(runs: Counter[str], totals: Counter[str], documents: Sequence[Sequence[str]]) -> Counter[str]:
    capitalised: Counter[tuple[str, ...]] = Counter()
    tokens_of = {run: token_texts(run) for run in runs}
    for run, count in runs.items():
        for pair in pairwise(tokens_of[run]):
            capitalised[pair] += count
        if len(tokens_of[run]) == 1:
            capitalised[tokens_of[run][0],] += count
    pair_totals = Counter(pair for tokens in documents for pair in pairwise(tokens) if pair in capitalised)
    names: Counter[str] = Counter()
    for run, count in runs.items():
        tokens = tokens_of[run]
        if len(tokens) == 1:
            seen = capitalised[tokens[0],]
            is_name = seen >= max(_MIN_SYLLABLES_SEEN, _MIN_SYLLABLE_SHARE * totals[tokens[0]])
        else:
            is_name = len(tokens) <= _MAX_SYLLABLES and all(
                capitalised[pair] >= _MIN_PAIR_SHARE * pair_totals[pair] for pair in pairwise(tokens)
            )
        if is_name:
            names[run] += count
    return names


def _goes_on(count: int, followers: Counter[str] | None) -> bool:
    """Return whether a run is but the beginning of a name: "Bộ Chính" stands before "trị" again and again."""
    if not followers or count < _MIN_SYLLABLES_SEEN:
        return False
    return max(followers.values()) >= _MIN_FOLLOWER_SHARE * count


def _lines(names: Counter[str]) -> str:
    ordered = sorted(names.items(), key=lambda item: (-item[1], item[0]))[:_MAX_NAMES]
    return "".join(f"{name}\t{count}\n" for name, count in ordered)
