"""How well a candidate, and a sentence, answers: weighted sums of readable features, with weights fitted on questions.

``python -m benchmarks.fit_spans`` writes ``weights.json``: for each kind of answer a weight per feature, one set for
questions that keep the order of a statement and one for those (English) that do not.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, nearness, overlap
from retrieval.answer.spans.captions import is_caption, is_stamp
from retrieval.answer.spans.clauses import announces
from retrieval.answer.spans.contrasts import agreement, side_traits
from retrieval.answer.spans.kinds import candidates, is_sure
from retrieval.answer.spans.lists import list_fit
from retrieval.answer.spans.parts import parts_told
from retrieval.answer.spans.telling import tellers_told
from retrieval.answer.spans.words import Matched, WeighedWords
from retrieval.query.request.answer_type import AnswerRequest, AnswerType

FILE_NAME = "weights.json"
_LONG_TOKENS = 40
_QUOTES = "”\"'’)»/"
_QUESTION = re.compile(
    r"^(?:vì sao|tại sao|làm sao|làm thế nào)(?!\w)"
    r"|(?<!\w)(?:là ai|là gì|là người nào|như thế nào|bao nhiêu|ở đâu|khi nào|bao giờ|vì sao|tại sao)$",
    re.IGNORECASE,
)
_RARE = 10.0
_NOTHING: frozenset[int] = frozenset()
_DEED_TOKENS = 2
_REPEATING = frozenset({AnswerType.DATE, AnswerType.NUMBER})  # the question has "năm", or what is counted
_ANNOUNCED = frozenset({AnswerType.REASON, AnswerType.LIST})

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class WeighedSentence:
    """A sentence with what of the question stands in it, and its candidates of a kind with their features."""

    sentence: ReadSentence
    kind: AnswerType
    matched: tuple[Matched, ...]
    candidates: tuple[tuple[Candidate, Features], ...]
    features: Features


def weigh_sentences(
    request: AnswerRequest, words: WeighedWords, sentences: Sequence[ReadSentence]
) -> list[WeighedSentence]:
    """Return the sentences with their features and those of their candidates, in order."""
    matched = [words.find_in(sentence) for sentence in sentences]
    numbers = [frozenset(match.number for match in matches) for matches in matched]
    met = _met(request, sentences)
    found = []
    for i, sentence in enumerate(sentences):
        covered = words.share(numbers[i])
        spans = []
        own = candidates(request, sentence)
        if kind_of(request) is AnswerType.PERSON:
            own = tellers_told(request, sentence, own)
        elif request.type is AnswerType.NUMBER:
            own = parts_told(request, sentence, own)
        for candidate in side_traits(request, sentence, own):
            near = nearness(candidate, matched[i], words.total, sentence.scopes, has_sides=request.has_sides)
            repeated = overlap(candidate, matched[i]) if request.type not in _REPEATING else 0.0
            spans.append((candidate, {"covered": covered, "in_question": repeated, **near, **candidate.traits}))
        features = {
            "covered": covered,
            "count": len(numbers[i]) / max(1, len(words.words)),
            "rarest": max((match.weight for match in matched[i]), default=0.0) / _RARE,
            **_neighbours(words, numbers, i),
            "length": min(len(sentence) / _LONG_TOKENS, 2.0),
            "position": i / len(sentences),
            "announces": float(request.type in _ANNOUNCED and announces(request, sentence)),
            "head": float(any(sentence.find(ways[0], is_folded=request.is_folded) for ways in request.heads)),
            "side": agreement(request, sentence),
            "caption": float(is_caption(sentence)),
            "asks": float(is_question(sentence)),
            "stamp": float(not request.asks_published and is_stamp(sentence)),
            "unmet": float(not met[i]),
        }
        kind = kind_of(request)
        # What the question says itself ("tại Đà Nẵng") answers nothing; captions and signatures name anybody.
        sure = (met[i] and not (is_caption(sentence) or is_question(sentence))) and any(
            is_sure(kind, candidate) and own["in_question"] < 1 for candidate, own in spans
        )
        features[f"sure_{kind}"] = float(sure)
        if kind is AnswerType.PERSON and not request.roles:
            features["sure_and_said"] = sure * _said(request, numbers[i])
        if kind is AnswerType.LIST:
            fit = list_fit(request, sentences, i)
            features |= {"list_head": fit.head, "list_counted": fit.counted}
        found.append(WeighedSentence(sentence, kind, tuple(matched[i]), tuple(spans), features))
    return found


def _met(request: AnswerRequest, sentences: Sequence[ReadSentence]) -> list[bool]:
    """Return of each sentence whether all that the question requires stands in it or in one beside it."""
    if not request.required:
        return [True] * len(sentences)
    told = [{n for n, each in enumerate(request.required) if each.told.search(one.text)} for one in sentences]
    around = [set().union(*told[max(0, i - 1) : i + 2]) for i in range(len(told))]
    return [len(each) == len(request.required) for each in around]


def _neighbours(words: WeighedWords, numbers: Sequence[frozenset[int]], i: int) -> Features:
    """Return what the sentences around one add to it: "Tại đây, ông …" leaves to them where and who."""
    own = numbers[i]
    before = numbers[i - 1] - own if i else _NOTHING
    earlier = frozenset().union(*numbers[:i]) - own if i > 1 else before
    after = numbers[i + 1] - own if i + 1 < len(numbers) else _NOTHING
    return {"before": words.share(before), "all_before": words.share(earlier), "after": words.share(after)}


def _said(request: AnswerRequest, numbers: frozenset[int]) -> float:
    """Return the share of the words next to the interrogative that a sentence has: what somebody did."""
    asked = {i for i, word in enumerate(request.words) if 0 < word.distance <= _DEED_TOKENS}
    asked = asked or {i for i, word in enumerate(request.words) if -_DEED_TOKENS <= word.distance < 0}
    return len(asked & numbers) / max(1, len(asked))


def is_question(sentence: ReadSentence) -> bool:
    """Return whether a sentence asks itself, as headlines and quizzes do: it has a question's words, but no answer."""
    text = sentence.text.rstrip(_QUOTES)
    return text.endswith("?") or _QUESTION.search(text.rstrip(" .:")) is not None


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a sentence's features, and for each kind of answer those of a candidate's."""

    sentence: Mapping[str, float]
    candidates: Mapping[str, Mapping[str, float]]


# What ViQuAD's encyclopedic passages cannot teach about news, set by hand on the seed questions: captions repeat the
# subject and answer nothing; who did something is said beside a person's full name; what is listed is said before it.
NEWS_WEIGHTS: Mapping[str, float] = {
    "caption": -2.0,
    "asks": -2.0,
    "side": 2.5,
    "stamp": -8.0,
    "unmet": -1.0,
    "sure_person": 1.0,
    "sure_and_said": 2.0,
    "sure_place": 0.3,
    "sure_number": 0.5,
    "sure_document": 1.0,
    "list_head": 1.5,
    "list_counted": 2.0,
}
# Of a candidate: what the question says itself does not answer it; money is not counted in villages; "when" is a day.
NEWS_CANDIDATE_WEIGHTS: Mapping[str, float] = {
    "repeated": -2.0,
    "same_side": 1.0,
    "other_side": -3.0,
    "other_unit": -2.0,
    "wider": -1.0,
    "preposition": 1.4,
    "named": 1.2,
    "long": 1.3,
    "day": 0.8,
    "people": 1.0,
    "noun_before": 1.0,
    "document_head": 2.0,
    # Of a figure: a percentage counts no villages, "giảm đi 76" is no result, "mỗi 1 thôn" counts none.
    "counts_nothing": -4.0,
    "change": 2.0,
    "other_change": -2.0,
    "superseded": -2.0,
    "mere_change": -0.8,
    "divisor": -3.0,
    "indefinite": -1.5,
    "each": 1.5,
    "led_to": 1.5,
    "total": 1.0,
    "attribute": 1.5,
    # Of a time: of another round, still to come where it is over, no hour where the hour is asked for.
    "same_ordinal": 2.5,
    "other_ordinal": -2.5,
    "to_come": -1.5,
    "as_planned": 1.5,
    "edge": 2.0,
    "no_edge": -2.0,
    # Of a person: who only tells of it.
    "teller": -2.0,
    # Of a figure: of a part of what is asked about, "Riêng huyện A có 19 trường".
    "elsewhere": -2.5,
    "no_clock": -3.0,
}


def score(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of the features; one without a weight counts nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def candidate_weights(request: AnswerRequest) -> Mapping[str, float]:
    """Return the weights of a candidate's features for the request's kind of answer and order of words."""
    return _candidate_weights(_side(request), kind_of(request))


def sentence_weights(request: AnswerRequest) -> Mapping[str, float]:
    """Return the weights of a sentence's features for the request's order of words."""
    return _sentence_weights(_side(request))


def _side(request: AnswerRequest) -> str:
    return "sides" if request.has_sides else "no_sides"


@cache
def _candidate_weights(side: str, kind: AnswerType) -> Mapping[str, float]:
    return _summed(fitted_weights()[side].candidates.get(kind, {}), NEWS_CANDIDATE_WEIGHTS)


@cache
def _sentence_weights(side: str) -> Mapping[str, float]:
    return _summed(fitted_weights()[side].sentence, NEWS_WEIGHTS)


def _summed(left: Mapping[str, float], right: Mapping[str, float]) -> Mapping[str, float]:
    return {name: left.get(name, 0.0) + right.get(name, 0.0) for name in {**left, **right}}


def kind_of(request: AnswerRequest) -> AnswerType:
    """Return the kind of answer that is weighed: one person or several are weighed alike."""
    return AnswerType.PERSON if request.type is AnswerType.PERSONS else request.type


@cache
def fitted_weights() -> Mapping[str, Weights]:
    """Return the fitted weights that ship with the project, read once."""
    read = json.loads(files(__package__).joinpath(FILE_NAME).read_text("utf-8"))
    return {side: Weights(**each) for side, each in read.items()}
