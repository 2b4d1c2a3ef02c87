"""The composition root: from Settings to an Engine that answers. Front ends are given what is made here."""

from bot.settings import Settings
from embeddings import Encoder, open_encoder
from retrieval.engine import Engine

MODELS_DIR = "models"


def make_encoder(settings: Settings) -> Encoder:
    """Return the embedding model that is set; it is loaded with the first text."""
    return open_encoder(settings.model, settings.data_dir / MODELS_DIR)


def open_engine(settings: Settings) -> Engine:
    """Return the engine over the index of the data directory.

    Raises:
        IndexUnusableError: there is no index, it is damaged, or another model made it.
    """
    return Engine(settings.data_dir, make_encoder(settings))
