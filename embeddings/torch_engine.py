"""The bulk engine: any Sentence Transformers model, run by torch, on the GPU where there is one.

Importing torch takes seconds and hundreds of megabytes, so it happens inside the first call that embeds.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from embeddings.base import ModelIdentity, ModelUnavailableError, Progress, Vectors
from embeddings.locating import check_on_hub, is_on_this_machine

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# On a processor each core takes texts of its own, one by one: 3.5 to 4.0 times the passages a second of the wheel's
# engine in five paired turns of 64, where two at a time gave 3.3 to 3.5. A GPU wants more at a time.
_CPU_BATCH, _GPU_BATCH = 1, 32
_CPU_CHUNK, _GPU_CHUNK = 4, 512  # a core's share of work, small so that no core waits long for the last; then progress
_LOADING_ERRORS = (OSError, ValueError, ImportError, KeyError)
_FINGERPRINT_BYTES = 1 << 20  # files up to this size are hashed whole, larger ones by name and size


class TorchEncoder:
    """A Sentence Transformers model by folder or by name; its own prompts are used for questions and passages."""

    def __init__(self, source: str, *, name: str | None = None, fingerprint: str | None = None) -> None:
        """Take a folder or a model name; nothing is loaded until it is needed.

        ``fingerprint`` replaces the one computed from the model's files.
        """
        self._source = source
        self._name = name or source
        self._fingerprint = fingerprint
        self._loaded: SentenceTransformer | None = None

    @property
    def identity(self) -> ModelIdentity:
        """Return which model this is (loads it, since only the model knows its dimension)."""
        model = self._model
        dimension = model.get_embedding_dimension()
        if dimension is None:
            raise ModelUnavailableError(f"the model {self._name} does not give one vector a text: choose another model")
        return ModelIdentity(self._name, self._fingerprint or _fingerprint(self._source, model), dimension)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return float32, (n, dimension), unit rows, with the model's prompt for queries if it has one."""
        return self._encode(self._model.encode_query, texts, None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return float32, (n, dimension), unit rows, with the model's prompt for documents if it has one."""
        return self._encode(self._model.encode_document, texts, progress)

    def _encode(self, encode: Any, texts: Sequence[str], progress: Progress | None) -> Vectors:
        is_cpu = self._model.device.type == "cpu"
        batch_texts, chunk_texts = (_CPU_BATCH, _CPU_CHUNK) if is_cpu else (_GPU_BATCH, _GPU_CHUNK)

        def embed(chunk: list[str]) -> Vectors:
            rows = encode(chunk, batch_size=batch_texts, show_progress_bar=False, convert_to_numpy=True)
            return unit_rows(np.asarray(rows, dtype=np.float32))

        chunks = [list(texts[start : start + chunk_texts]) for start in range(0, len(texts), chunk_texts)]
        vectors = []
        for chunk, rows in zip(chunks, _in_parallel(embed, chunks) if is_cpu else map(embed, chunks), strict=True):
            vectors.append(rows)
            if progress is not None:
                progress(len(chunk))
        return np.concatenate(vectors) if vectors else np.zeros((0, self.identity.dimension), np.float32)

    @property
    def _model(self) -> "SentenceTransformer":
        if self._loaded is None:
            self._loaded = _load(self._source, self._name)
        return self._loaded


def _in_parallel(embed: Callable[[list[str]], Vectors], chunks: Sequence[list[str]]) -> Iterator[Vectors]:
    """Yield what ``embed`` returns for each chunk, in order, with each core at work on a chunk of its own."""
    import torch

    # Alone, since it sets how the tokenizer pads and cuts; as long as nobody sets that anew, threads may share it.
    yield from map(embed, chunks[:1])
    with ThreadPoolExecutor(torch.get_num_threads(), initializer=torch.set_num_threads, initargs=(1,)) as cores:
        yield from cores.map(embed, chunks[1:])


def unit_rows(vectors: Vectors) -> Vectors:
    """Return the rows scaled to length 1: float32, same shape; a row of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.float32(1e-12)), dtype=np.float32)


def _load(source: str, name: str) -> "SentenceTransformer":
    """Return the model of a folder, or of a name: from the cache of an earlier fetch, else fetched.

    Raises:
        ModelUnavailableError: it is nowhere to be had, or cannot be used.
    """
    if is_on_this_machine(source):
        try:
            return _loaded(source, local_files_only=True)
        except _LOADING_ERRORS as error:
            if Path(source).is_dir() or not isinstance(error, OSError):
                raise _unusable(name, error) from error
            # In the cache, but not whole: what lacks is fetched below.
    check_on_hub(source)
    try:
        return _loaded(source, local_files_only=False)
    except _LOADING_ERRORS as error:
        raise _unusable(name, error) from error


def _loaded(source: str, *, local_files_only: bool) -> "SentenceTransformer":
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    device = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    bf16 = device == "cuda" or (device == "cpu" and _cpu_has_bf16(torch))
    return SentenceTransformer(
        source,
        device=device,
        local_files_only=local_files_only,
        model_kwargs={"dtype": torch.bfloat16 if bf16 else torch.float32},
        trust_remote_code=False,
    )


def _unusable(name: str, error: Exception) -> ModelUnavailableError:
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    return ModelUnavailableError(
        f"the embedding model {name} cannot be loaded ({reason}); "
        "set HOIDAP_MODEL to the name or the folder of a Sentence Transformers model"
    )


def _cpu_has_bf16(torch: Any) -> bool:
    """Return whether the processor multiplies bfloat16 itself; emulated, it would be slower than float32."""
    names = ("_is_avx512_bf16_supported", "_is_amx_tile_supported", "_is_arm_bf16_supported")
    return any(getattr(torch.cpu, name)() for name in names if hasattr(torch.cpu, name))


def _fingerprint(source: str, model: "SentenceTransformer") -> str:
    """Return what changes when the weights do: for a folder a digest of its files, for a name its commit."""
    folder = Path(source)
    if not folder.is_dir():
        config = getattr(model[0].auto_model, "config", None)
        return f"hub:{source}@{getattr(config, '_commit_hash', None) or 'unknown'}"
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}:{size}\n".encode())
        if size <= _FINGERPRINT_BYTES:
            digest.update(path.read_bytes())
        else:
            with path.open("rb") as file:
                digest.update(file.read(_FINGERPRINT_BYTES))
    return f"folder:{digest.hexdigest()[:16]}"
