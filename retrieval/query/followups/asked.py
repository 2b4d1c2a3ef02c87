"""What a question asks for, as coarsely as half a question says it, and how each language writes it."""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.language import Language


class Asked(StrEnum):
    """The kinds of question words that may replace one another."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    WHY = "why"
    HOW = "how"
    HOW_LONG = "how_long"
    HOW_MANY = "how_many"
    WHAT = "what"


# These say something about a whole sentence, so any of them may stand where another stood.
ADVERBIAL = frozenset({Asked.WHERE, Asked.WHEN, Asked.WHY, Asked.HOW, Asked.HOW_LONG})

_WORDS = {
    Language.VIETNAMESE: {
        Asked.WHO: "ai",
        Asked.WHERE: "ở đâu",
        Asked.WHEN: "khi nào",
        Asked.WHY: "vì sao",
        Asked.HOW: "như thế nào",
        Asked.HOW_LONG: "bao lâu",
        Asked.HOW_MANY: "bao nhiêu",
        Asked.WHAT: "gì",
    },
    Language.ENGLISH: {
        Asked.WHO: "who",
        Asked.WHERE: "where",
        Asked.WHEN: "when",
        Asked.WHY: "why",
        Asked.HOW: "how",
        Asked.HOW_LONG: "how long",
        Asked.HOW_MANY: "how many",
        Asked.WHAT: "what",
    },
}
_COUNTED = {
    Language.VIETNAMESE: {"people": "người", "persons": "người", "nguoi": "người"},
    Language.ENGLISH: {"người": "people", "nguoi": "people"},
}


@dataclass(frozen=True, slots=True)
class AskedPhrase:
    """A question word with what belongs to it, such as "how many people"; ``noun`` is what is counted."""

    kind: Asked
    text: str
    noun: str = ""

    @classmethod
    def typed(cls, kind: Asked, text: str, noun: str = "") -> "AskedPhrase":
        """Return a phrase as it was typed, with the small first letter that it has inside a question."""
        return cls(kind, f"{text[:1].lower()}{text[1:]}", noun)

    def written_in(self, language: Language) -> "AskedPhrase":
        """Return the phrase in a language: its plain question word, and the noun, translated where that is known."""
        noun = _COUNTED[language].get(self.noun.lower(), self.noun)
        return AskedPhrase(self.kind, f"{_WORDS[language][self.kind]} {noun}".strip(), noun)
