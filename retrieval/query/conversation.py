"""What a conversation remembers of its last question, so that half a question can be asked next.

A turn is plain data: the command line keeps it in memory, the bot in its database.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from retrieval.query.language import Language


@dataclass(frozen=True, slots=True)
class Turn:
    """The last question of a conversation: whole, as understood, and the passages (public ids) shown for it.

    ``answer`` is what was answered, for the next question to point at ("ông ấy"); None where nothing was. ``title`` is
    that of the article cited first ("bài đó"), where it has one. ``further`` has what was answered where the question
    was asked on ("còn ai nữa?").
    """

    question: str
    language: Language
    passages: tuple[str, ...] = ()
    answer: str | None = None
    title: str | None = None
    further: tuple[str, ...] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """Return all answers that were given to the question, in order."""
        return (self.answer, *self.further) if self.answer is not None else self.further

    def to_json(self) -> dict[str, Any]:
        """Return plain values that :meth:`from_json` takes."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Turn":
        """Return the turn of plain values.

        Raises:
            ValueError: they are not a turn's.
        """
        try:
            question, passages = values["question"], tuple(values["passages"])
            further = tuple(values.get("further", ()))
            language = Language(values["language"])
            answer, title = values.get("answer"), values.get("title")
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError("not a turn of a conversation") from error
        known = [text for text in (answer, title) if text is not None]
        if not all(isinstance(text, str) for text in (question, *passages, *known, *further)):
            raise ValueError("not a turn of a conversation")
        return cls(question, language, passages, answer, title, further)
