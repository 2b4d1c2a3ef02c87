"""How likely it is that the articles answer a question, from what the search found.

A logistic regression on readable clues about the best passage, one for Vietnamese questions and one for English ones,
and others where the passage is a whole article and no news: of a longer one the rest may say what it does not.
``hoidap calibrate`` fits it on questions with and without an answer and writes it as a readable file; the one that
ships stands beside this module, one made from a user's own questions in the data directory.
"""

import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from importlib.resources import files
from pathlib import Path
from statistics import fmean
from typing import Any

from retrieval.answer.ranking.finding import Finding
from retrieval.errors import RetrievalError
from retrieval.index.lexical import LexicalField, LexicalIndex
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType
from retrieval.query.request.wording import DEFINITE
from retrieval.query.terms import QuestionTerms, Renderings
from retrieval.text.tokens import PAIR_JOINER, folded, token_texts

FILE_NAME = "confidence.json"
_FORMAT = "hoidap-confidence-1"
_DIGITS = 4
_MOST_MATCHED = 3.0
_LEADING = 4  # passages whose mean cosine tells how much the articles have on the subject


class ConfidenceFileError(RetrievalError):
    """The file of a confidence model cannot be read; the message names it and the mend."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What tells whether the best passage answers; shares are in [0, 1].

    ``cosine`` is in [-1, 1]; ``passage`` the share of the question's words, by rarity, that stand in the passage, where
    words that no article has count most; ``unknown`` the share of those; ``names`` the share of the names asked for;
    ``is_out`` 1 where a firm name is missing or the article is of another time; ``dates`` in [-1, 1]; ``has_type`` 1
    where there is an answer of the asked kind, or none is asked for; ``answer`` how well the best passage answers;
    ``is_safe`` 1 where the answer is a few words; ``matched`` how many of the question's words and pairs stand in one
    sentence, one that a single passage has counting 1, of news or a longer article no more than 3: there, some sentence
    has many of the words of any question on its subject; ``around`` the mean cosine of the leading passages; ``news``
    ln(1 + n) of the n tokens that the answering sentence has and the question has not; ``uncounted`` 1 where a number
    is asked for and no figure of the answering sentence counts or measures what is asked; ``definite`` 1 where the kind
    of answer is known by its words: persons, a time, a figure, a place; ``unmet`` 1 where a passage of such an article
    has nothing of the asked kind: alone, it would often say it in other words; ``absent`` the share of the names asked
    for that the whole article lacks; ``empty`` 1 where of such an article what is shown of the answering sentence
    has no figure, time, person or place, whichever is asked for, or neither it nor a sentence beside it says what
    an answer must.
    """

    cosine: float
    passage: float
    unknown: float
    names: float
    is_out: float
    dates: float
    has_type: float
    answer: float
    is_safe: float
    matched: float
    around: float
    news: float
    uncounted: float
    definite: float
    unmet: float
    absent: float
    empty: float


CLUES = tuple(field.name for field in fields(Clues))


@dataclass(frozen=True, slots=True)
class Judged:
    """What confidence in an answer is made of, for one question in one language.

    ``is_refused`` says that the reply is a refusal whatever the confidence: the article is of another time, lacks a
    firm name or the byline asked for, or no word of the question is known; ``is_whole`` that the best passage is all
    of its article.
    """

    language: Language
    clues: Clues
    is_refused: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression: the probability is 1 / (1 + exp(-(intercept + sum of weight times clue))).

    Below ``min_confidence`` the articles are said not to answer.
    """

    intercept: float
    weights: Mapping[str, float]
    min_confidence: float

    def probability(self, clues: Clues) -> float:
        """Return the probability, in [0, 1]."""
        values = asdict(clues)
        logit = self.intercept + math.fsum(weight * values[name] for name, weight in self.weights.items())
        return round(1 / (1 + math.exp(-max(-50.0, min(50.0, logit)))), _DIGITS)


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """The regression for each language of asking; ``fitted_on`` tells on what, for people.

    Those for passages that are whole articles may be missing; the language's other one then counts for them too.
    """

    vietnamese: Logistic
    english: Logistic
    fitted_on: str = ""
    vietnamese_whole: Logistic | None = None
    english_whole: Logistic | None = None

    def of(self, language: Language, *, is_whole: bool = False) -> Logistic:
        """Return the regression for questions in a language whose best passage is, or is not, a whole article."""
        is_english = language is Language.ENGLISH
        whole = self.english_whole if is_english else self.vietnamese_whole
        longer = self.english if is_english else self.vietnamese
        return whole if is_whole and whole is not None else longer

    def to_json(self) -> dict[str, Any]:
        """Return plain values, readable, that :func:`read_confidence` takes."""
        return {"format": _FORMAT, **asdict(self)}


def clues_of(asked: AskedQuestion, findings: Sequence[Finding], lexical: LexicalIndex) -> Clues:
    """Return the clues of ranked findings, of which there must be one; higher speaks for an answer but ``unknown``."""
    best = findings[0]
    signals = best.signals
    unknown = unknown_share(asked.terms, lexical)
    is_definite = asked.request.type in DEFINITE
    matched = signals.sentence_weight / lexical.folded.rarest_idf
    has_nothing = best.lacks_required or (is_definite and not best.has_candidate)
    return Clues(
        cosine=signals.cosine,
        passage=signals.passage * (1 - unknown),
        unknown=unknown,
        names=best.names.share,
        is_out=float(best.is_out),
        dates=best.dates.value,
        has_type=signals.has_type,
        answer=signals.answer,
        is_safe=float(best.answer.is_safe),
        matched=min(matched, _MOST_MATCHED) if best.is_of_news else matched,
        around=fmean(finding.signals.cosine for finding in findings[:_LEADING]),
        news=math.log1p(_n_news(best, asked)),
        uncounted=float(asked.request.type is AnswerType.NUMBER and not signals.has_type),
        definite=float(is_definite),
        unmet=float(best.is_of_news and not signals.has_type),
        absent=best.names.absent_share,
        empty=float(best.is_of_news and has_nothing),
    )


def _n_news(best: Finding, asked: AskedQuestion) -> int:
    sentence = best.answer.sentence.of(best.evidence.article.text)
    known = {term for term in asked.terms.folded if PAIR_JOINER not in term}
    return sum(token not in known for token in folded(token_texts(sentence)))


def unknown_share(terms: QuestionTerms, lexical: LexicalIndex) -> float:
    """Return the share of the question's words that no article has, in [0, 1]: of Vietnamese ones by rarity.

    Of an English question it is the share of its content words that are not read, or stand in no article.
    """
    field = lexical.marked if terms.marked else lexical.folded
    words = [term for term in dict.fromkeys(terms.marked or terms.folded) if PAIR_JOINER not in term]
    is_unknown = field.document_frequencies(words) == 0
    if terms.n_content_words:
        n_absent = sum(not _is_known(ways, lexical.marked) for ways in terms.expressions)
        return min(1.0, (terms.n_unread + n_absent + int(is_unknown.sum())) / terms.n_content_words)
    weights = field.idf(words)
    total = math.fsum(weights)
    return math.fsum(weights[is_unknown]) / total if total else 0.0


def _is_known(ways: Renderings, field: LexicalField) -> bool:
    """Return whether an article has a word of one of the renderings."""
    return any(bool((field.document_frequencies(way) > 0).any()) for way in ways)


def shipped_confidence() -> ConfidenceModel:
    """Return the model that ships with the project."""
    return _from_json(json.loads(files(__package__).joinpath(FILE_NAME).read_text("utf-8")))


def write_confidence(path: Path, model: ConfidenceModel) -> None:
    """Write a model for :func:`read_confidence`: whole or not at all, into a folder that is made if it is not there.

    Raises:
        OSError: it cannot be written; what was there before stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(json.dumps(model.to_json(), indent=1, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def read_confidence(data_dir: Path) -> ConfidenceModel:
    """Return the model of a data directory, or the one that ships where there is none.

    Raises:
        ConfidenceFileError: the file is damaged.
    """
    path = data_dir / FILE_NAME
    try:
        return _from_json(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return shipped_confidence()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ConfidenceFileError(
            f"{path} cannot be used ({error}): remove it, or make it again with: hoidap calibrate"
        ) from error


def _from_json(values: Mapping[str, Any]) -> ConfidenceModel:
    if values["format"] != _FORMAT:
        raise ValueError(f"format {values['format']!r}, expected {_FORMAT!r}")
    return ConfidenceModel(
        vietnamese=_logistic(values["vietnamese"]),
        english=_logistic(values["english"]),
        fitted_on=str(values["fitted_on"]),
        vietnamese_whole=_logistic_or_none(values.get("vietnamese_whole")),
        english_whole=_logistic_or_none(values.get("english_whole")),
    )


def _logistic_or_none(values: Mapping[str, Any] | None) -> Logistic | None:
    return None if values is None else _logistic(values)


def _logistic(values: Mapping[str, Any]) -> Logistic:
    weights = {name: float(weight) for name, weight in values["weights"].items()}
    unknown = [name for name in weights if name not in CLUES]
    if unknown:
        raise ValueError(f"unknown clues: {', '.join(unknown)}")
    intercept, min_confidence = float(values["intercept"]), float(values["min_confidence"])
    if not all(map(math.isfinite, (intercept, *weights.values()))) or not 0 <= min_confidence <= 1:
        raise ValueError("a number that is none, or a least confidence outside 0 to 1")
    return Logistic(intercept, weights, min_confidence)
