"""What the engine answers: the contract's reply object, as frozen records that turn into JSON in one place."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from retrieval.query.language import Language


class Status(StrEnum):
    """Whether the articles answer the question."""

    ANSWERED = "answered"
    REFUSED = "refused"


class RefusalReason(StrEnum):
    """Why there is no answer; the first three are found by the search itself."""

    EMPTY_QUESTION = "empty_question"
    EMPTY_INDEX = "empty_index"
    NOTHING_FOUND = "nothing_found"
    NAME_NOT_FOUND = "name_not_found"
    DATE_NOT_FOUND = "date_not_found"
    NUMBER_NOT_FOUND = "number_not_found"
    BYLINE_NOT_FOUND = "byline_not_found"
    PUBLICATION_NOT_FOUND = "publication_not_found"
    ANSWER_TYPE_NOT_FOUND = "answer_type_not_found"
    LOW_CONFIDENCE = "low_confidence"
    NOTHING_MORE = "nothing_more"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer, in the article's own words; ``phrased`` says that a language model put it into words of its own.

    A phrased text has markers, [1] for the citation of rank 1; the extractive answer stays in the highlights.
    """

    text: str
    phrased: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the articles do not answer; ``text`` says it in a sentence in the question's language."""

    reason: RefusalReason
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One excerpt: ``excerpt == article_text[start:end]`` in code points; highlights count within the excerpt.

    ``copies`` counts the near-identical passages, of this or another article, that it stands for.
    """

    rank: int
    article_id: str
    passage_id: str
    title: str | None
    source: str | None
    author: str | None
    published: str | None
    url: str | None
    path: str
    excerpt: str
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]
    score: float
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Alternative:
    """What else the question may have meant: another date or event, with its own answer and citation.

    ``text`` names it in the question's language, as a phrase; ``citation`` has rank 1.
    """

    text: str
    answer: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was understood of the question.

    ``restored`` has the marks that were not typed; ``standalone`` is the whole question that a follow-up stands for.
    Both are None where there was nothing to add.
    """

    restored: str | None = None
    dates: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    answer_type: str | None = None
    standalone: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The whole reply to one question; citations are best first, and when refused they are the nearest passages."""

    question: str
    language: Language
    status: Status
    confidence: float
    answer: Answer | None
    refusal: Refusal | None
    citations: tuple[Citation, ...]
    analysis: Analysis = field(default_factory=Analysis)
    generation: int = 0
    elapsed_ms: float = 0.0
    alternatives: tuple[Alternative, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the contract's object: plain dicts and lists."""
        return asdict(self)
