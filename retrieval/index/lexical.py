"""The word side of a generation: BM25 over syllables and their pairs, with marks and without.

Two bm25s matrices hold the same passages, one counted over tokens with marks, one over folded tokens; which of them a
question is matched against is decided per question (see :mod:`retrieval.answer.evidence.search`). The vocabulary is
a sorted array of 64-bit hashes: it is memory-mapped like the matrices, where a dictionary of all pairs would have to be
parsed at every start.
"""

import hashlib
import json
import logging
import math
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import bm25s
import numpy as np
import numpy.typing as npt

from retrieval.errors import IndexUnusableError
from retrieval.index.capitals import FILE_NAME as NAMES
from retrieval.index.capitals import CorpusNames, names_text, read_names
from retrieval.index.spellings import FILE_NAME as SPELLINGS
from retrieval.index.spellings import Spellings, read_spellings, spellings_text
from retrieval.text.tokens import folded, token_texts, with_pairs

# Tuned on the ViQuAD dev questions: 0.8 gave R@1 0.684, the usual 1.2 gave 0.679, 1.6 gave 0.677.
K1 = 0.8
B = 0.75
_FORMAT = "hoidap-lexical-3"
_FIELDS = ("marked", "folded")
_ARRAYS = ("data", "indices", "indptr", "terms")
logging.getLogger("bm25s").setLevel(logging.WARNING)  # it sets itself to DEBUG when imported
_MEND = "make it again with: hoidap index --rebuild"


@dataclass(frozen=True, slots=True)
class LexicalDescription:
    """What is written beside the arrays."""

    format: str
    k1: float
    b: float
    count: int
    sha256: str


class LexicalField:
    """BM25 over one spelling of the passages: rows are passages, in the order of the dense index."""

    def __init__(self, terms: npt.NDArray[np.uint64], matrix: bm25s.BM25, count: int) -> None:
        """Take the sorted term hashes, the bm25s matrix whose columns they name, and the number of passages."""
        self._terms = terms
        self._matrix = matrix
        self._count = count

    def scores(self, terms: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return the BM25 score of every passage for these terms: float32, (count,); a repeated term counts again."""
        columns = self._columns(terms)
        known = columns[columns >= 0]
        if not known.size:
            return np.zeros(self._count, np.float32)
        return np.asarray(self._matrix.get_scores_from_ids(known), dtype=np.float32)

    def document_frequencies(self, terms: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return in how many passages each term stands: int64, (len(terms),), 0 for an unknown one."""
        columns = self._columns(terms)
        if not self._terms.size:
            return np.zeros(len(terms), np.int64)
        bounds = self._matrix.scores["indptr"]
        counts = bounds[columns + 1] - bounds[columns]
        return np.where(columns >= 0, counts, 0).astype(np.int64)

    def has_pair(self, left: str, right: str) -> bool:
        """Return whether some passage has two tokens next to each other."""
        return bool(self.document_frequencies(with_pairs([left, right])[-1:])[0])

    def idf(self, terms: Sequence[str]) -> npt.NDArray[np.float64]:
        """Return ln(1 + (N - df + 0.5) / (df + 0.5)) of each term: float64, (len(terms),), never negative."""
        frequencies = self.document_frequencies(terms)
        return np.log1p((self._count - frequencies + 0.5) / (frequencies + 0.5))

    @property
    def rarest_idf(self) -> float:
        """Return the inverse document frequency of a term that a single passage has; above 0."""
        return math.log1p(max(self._count - 0.5, 0.5) / 1.5)

    def _columns(self, terms: Sequence[str]) -> npt.NDArray[np.int64]:
        hashes = np.array([_hash(term) for term in terms], dtype=np.uint64)
        if not self._terms.size or not hashes.size:
            return np.full(len(terms), -1, np.int64)
        places = np.minimum(np.searchsorted(self._terms, hashes), self._terms.size - 1)
        return np.where(self._terms[places] == hashes, places, -1)


@dataclass(frozen=True)
class LexicalIndex:
    """Both spellings of one generation's passages."""

    folder: Path
    marked: LexicalField
    folded: LexicalField

    @cached_property
    def spellings(self) -> Spellings:
        """Return the spellings of every bare token; read at the first question that was typed without marks."""
        return read_spellings(self.folder / SPELLINGS)

    @cached_property
    def names(self) -> CorpusNames:
        """Return what the articles write with capitals; read at the first question that needs it."""
        return read_names(self.folder / NAMES)


def save_lexical(folder: Path, texts: Iterable[str]) -> str:
    """Write the index of these passage texts into the folder, flushed to the disk, and return its checksum."""
    passages = list(texts)
    marked = [token_texts(text) for text in passages]
    _save_field(folder / "marked", [with_pairs(tokens) for tokens in marked])
    _save_field(folder / "folded", [with_pairs(folded(tokens)) for tokens in marked])
    _write_flushed(folder / SPELLINGS, spellings_text(marked).encode())
    _write_flushed(folder / NAMES, names_text(passages, marked).encode())
    checksum = _checksum(folder)
    description = LexicalDescription(_FORMAT, K1, B, len(marked), checksum)
    _write_flushed(folder / "lexical.json", json.dumps(asdict(description), indent=2).encode())
    return checksum


def has_current_lexical(folder: Path) -> bool:
    """Return whether the folder holds a word index of the present format."""
    path = folder / "lexical.json"
    return path.is_file() and f'"{_FORMAT}"'.encode() in path.read_bytes()


def load_lexical(folder: Path, count: int, checksum: str) -> LexicalIndex:
    """Return the saved index, memory-mapped, checked against what the store says of this generation.

    Raises:
        IndexUnusableError: a file is missing or torn, or it was made with other settings.
    """
    try:
        description = LexicalDescription(**json.loads((folder / "lexical.json").read_text("utf-8")))
        actual = _checksum(folder)
    except (OSError, ValueError, TypeError) as error:
        raise IndexUnusableError(f"the words in {folder.name} cannot be read ({error}); {_MEND}") from error
    expected = LexicalDescription(_FORMAT, K1, B, count, checksum)
    if description != expected or actual != checksum:
        raise IndexUnusableError(f"the words in {folder.name} are not those that the index was made with; {_MEND}")
    return LexicalIndex(folder, *(_load_field(folder / field, count) for field in _FIELDS))


def _save_field(folder: Path, documents: list[list[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, int] = {}
    for document in documents:
        for term in document:
            numbers.setdefault(term, len(numbers))
    hashes = np.array([_hash(term) for term in numbers], dtype=np.uint64)
    order = np.argsort(hashes)
    column = np.empty(len(order), dtype=np.int64)
    column[order] = np.arange(len(order))
    columns = column.tolist()
    matrix = bm25s.BM25(k1=K1, b=B, method="lucene", backend="numpy")
    if numbers:
        rows = [[columns[numbers[term]] for term in document] for document in documents]
        vocabulary = {number: number for number in range(len(columns))}
        matrix.index((rows, vocabulary), create_empty_token=False, show_progress=False)
        scores = matrix.scores
    else:
        scores = {"data": np.zeros(0, np.float32), "indices": np.zeros(0, np.int32), "indptr": np.zeros(1, np.int64)}
    for name in ("data", "indices", "indptr"):
        _save_array(folder / f"{name}.npy", scores[name])
    _save_array(folder / "terms.npy", hashes[order])


def _load_field(folder: Path, count: int) -> LexicalField:
    matrix = bm25s.BM25(k1=K1, b=B, method="lucene", backend="numpy")
    matrix.load_scores(
        folder, data_name="data.npy", indices_name="indices.npy", indptr_name="indptr.npy", num_docs=count, mmap=True
    )
    matrix.nonoccurrence_array = None  # the method has none; BM25.load would set it, but wants a vocabulary file
    terms = np.load(folder / "terms.npy", mmap_mode="r", allow_pickle=False)
    return LexicalField(terms, matrix, count)


def _hash(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=8).digest(), "little")


def _checksum(folder: Path) -> str:
    digest = hashlib.sha256()
    for field in _FIELDS:
        for name in _ARRAYS:
            digest.update((folder / field / f"{name}.npy").read_bytes())
    for name in (SPELLINGS, NAMES):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _save_array(path: Path, array: npt.NDArray[np.generic]) -> None:
    with path.open("wb") as file:
        np.save(file, array, allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())


def _write_flushed(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
