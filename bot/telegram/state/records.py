"""The rows of ``bot.db`` as the rest of the bot sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from bot.telegram.places import Place
from retrieval.answer.reply import Citation, Reply, Status
from retrieval.query.conversation import Turn
from retrieval.query.language import Language


class QuestionState(StrEnum):
    """How far a question has come.

    While a question is SENDING nobody but Telegram knows whether the answer has arrived: after a crash it is not
    answered again unasked.
    """

    RECEIVED = "received"
    SENDING = "sending"
    ANSWERED = "answered"
    UNDELIVERABLE = "undeliverable"


def excerpt_digest(excerpt: str) -> str:
    """Return a short text that tells whether a passage is still what was shown."""
    return sha256(excerpt.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage that was shown or can be paged to; its text stays in the index."""

    passage_id: str
    highlights: tuple[tuple[int, int], ...]
    digest: str

    @property
    def article_id(self) -> str:
        """Return the id of its article."""
        return self.passage_id.rpartition("#")[0]

    @classmethod
    def of(cls, citation: Citation) -> "ShownPassage":
        """Return what to remember of a citation."""
        return cls(citation.passage_id, tuple(citation.highlights), excerpt_digest(citation.excerpt))

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "ShownPassage":
        """Return the passage of plain values."""
        highlights = tuple((int(start), int(end)) for start, end in values["highlights"])
        return cls(values["passage_id"], highlights, values["digest"])


@dataclass(frozen=True, slots=True)
class ShownAlternative:
    """Something else that the question may have meant, as it was offered on a button."""

    text: str
    answer: str
    passage: ShownPassage


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reply showed, and what its buttons lead to; ``title`` is that of the article cited first."""

    question: str
    language: Language
    status: Status
    answer: str | None
    passages: tuple[ShownPassage, ...]
    alternatives: tuple[ShownAlternative, ...]
    generation: int
    title: str | None = None

    @classmethod
    def of(cls, reply: Reply) -> "Shown":
        """Return what to remember of a reply."""
        return cls(
            question=whole_question(reply),
            language=reply.language,
            status=reply.status,
            answer=reply.answer.text if reply.answer else None,
            passages=tuple(ShownPassage.of(citation) for citation in reply.citations),
            alternatives=tuple(
                ShownAlternative(other.text, other.answer, ShownPassage.of(other.citation))
                for other in reply.alternatives
            ),
            generation=reply.generation,
            title=reply.citations[0].title if reply.citations else None,
        )

    def meaning(self, number: int) -> "Shown | None":
        """Return what was shown for a meaning: 0 is the answer's, 1 the first other one's; None for none such."""
        if number == 0:
            return self
        if number > len(self.alternatives):
            return None
        other = self.alternatives[number - 1]
        return replace(self, status=Status.ANSWERED, answer=other.answer, passages=(other.passage,), alternatives=())

    def to_json(self) -> dict[str, Any]:
        """Return plain values that :meth:`from_json` takes."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Shown":
        """Return the record of plain values."""
        return cls(
            question=values["question"],
            language=Language(values["language"]),
            status=Status(values["status"]),
            answer=values["answer"],
            passages=tuple(ShownPassage.from_json(passage) for passage in values["passages"]),
            alternatives=tuple(
                ShownAlternative(other["text"], other["answer"], ShownPassage.from_json(other["passage"]))
                for other in values["alternatives"]
            ),
            generation=values["generation"],
            title=values.get("title"),
        )


def whole_question(reply: Reply) -> str:
    """Return the question as it was understood: completed from the conversation, and with its marks."""
    return reply.analysis.standalone or reply.analysis.restored or reply.question


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was asked in a chat; times are seconds since 1970."""

    id: int
    place: Place
    message_id: int
    user_id: int
    asked_at: float
    text: str
    state: QuestionState
    answer_message_id: int | None
    previous: Turn | None
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person thought of an answer: ``vote`` is 1 or -1; ``articles`` are those cited, best first.

    ``meaning`` is 0 for the answer of a question, 1 for that of the first other meaning offered, and so on.
    """

    question_id: int
    meaning: int
    user_id: int
    vote: int
    question: str
    language: str
    status: Status
    answer: str | None
    articles: Sequence[str]
    generation: int


@dataclass(frozen=True, slots=True)
class Activity:
    """What the bot did since a moment; the latencies are seconds from question to sent answer, None without any."""

    n_questions: int
    n_refused: int
    median_seconds: float | None
    p95_seconds: float | None


@dataclass(frozen=True, slots=True)
class RefusedQuestion:
    """A question that got no answer; ``asked_at`` in seconds since 1970."""

    text: str
    reason: str | None
    asked_at: float
