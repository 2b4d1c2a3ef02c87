"""Which spellings each bare syllable has in the articles, and how often: what a question's marks are restored from."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from retrieval.text.spelling import fold

FILE_NAME = "spellings.tsv"


class Spellings:
    """The spellings of one generation's passages, by their bare form."""

    def __init__(self, counts: Iterable[tuple[str, int]]) -> None:
        """Take (token, number of passages it stands in); tokens that are not all letters are left out."""
        self._by_bare: dict[str, list[tuple[str, int]]] = {}
        self.total = 0
        for token, count in sorted(counts, key=lambda item: (-item[1], item[0])):
            self.total += count
            if token.isalpha():
                self._by_bare.setdefault(fold(token), []).append((token, count))

    def of(self, bare: str) -> list[tuple[str, int]]:
        """Return the spellings of a bare token, the most frequent first, with their counts; none if it is unknown."""
        return self._by_bare.get(bare, [])


def spellings_text(documents: Iterable[Iterable[str]]) -> str:
    """Return the content of the spellings file: a line a token with its count, most frequent first."""
    counts = Counter(token for document in documents for token in set(document))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{token}\t{count}\n" for token, count in ordered)


def read_spellings(path: Path) -> Spellings:
    """Return the spellings saved in a file."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return Spellings((token, int(count)) for token, count in lines)
