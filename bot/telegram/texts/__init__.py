"""Every text that a person reads from the bot, in one place a language."""

from bot.telegram.texts.base import Texts
from bot.telegram.texts.en import ENGLISH
from bot.telegram.texts.vi import VIETNAMESE
from retrieval.query.language import Language

TEXTS = {Language.VIETNAMESE: VIETNAMESE, Language.ENGLISH: ENGLISH}


def texts_for(chosen: str | None, client_language: str | None) -> Texts:
    """Return the texts for a person: in the language chosen, else English for an English client, else Vietnamese."""
    if chosen is not None:
        return TEXTS[Language(chosen)]
    return ENGLISH if (client_language or "").lower().startswith("en") else VIETNAMESE


__all__ = ["ENGLISH", "TEXTS", "VIETNAMESE", "Texts", "texts_for"]
