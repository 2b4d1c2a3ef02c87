"""The composition root: from Settings to an Engine that answers. Front ends are given what is made here."""

from bot.language_model import OpenAICompatibleModel
from bot.settings import Settings
from embeddings import Encoder, open_encoder
from retrieval.engine import Engine
from retrieval.phrasing.phraser import CheckedPhraser, Phraser

MODELS_DIR = "models"


def make_encoder(settings: Settings) -> Encoder:
    """Return the embedding model that is set; it is loaded with the first text."""
    return open_encoder(settings.model, settings.data_dir / MODELS_DIR)


def make_language_model(settings: Settings) -> OpenAICompatibleModel | None:
    """Return the language model that is set, None where none is; it is connected to with the first answer."""
    if settings.llm_url is None or settings.llm_model is None:
        return None
    return OpenAICompatibleModel(settings.llm_url, settings.llm_model, settings.llm_key, settings.llm_timeout_seconds)


def make_phraser(settings: Settings) -> Phraser | None:
    """Return what puts answers into other words; None, as by default, leaves them in the articles'."""
    model = make_language_model(settings)
    return None if model is None else CheckedPhraser(model)


def open_engine(settings: Settings) -> Engine:
    """Return the engine over the index of the data directory.

    Raises:
        IndexUnusableError: there is no index, it is damaged, or another model made it.
    """
    return Engine(settings.data_dir, make_encoder(settings), make_phraser(settings))
