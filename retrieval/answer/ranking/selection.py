"""Which sentence of a long article answers, once the article is known.

All its passages are about what is asked. What the title and the lead say of the question ("the university", "2024") any
sentence may leave unsaid; so a sentence is weighed by what it adds to that, by what it has of the asked kind, and by
how its passage was ranked. ``python -m benchmarks.fit_selection`` writes ``selection.json``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.answer.evidence.reading import ReadSentence, read_sentences
from retrieval.answer.ranking.finding import Finding, with_answer_among
from retrieval.answer.spans.captions import is_caption
from retrieval.answer.spans.choice import RankedSentence
from retrieval.answer.spans.clauses import explains, gives_reason, leaves_reason_open
from retrieval.answer.spans.scoring import Features, score
from retrieval.answer.spans.words import WeighedWords
from retrieval.query.request.answer_type import AnswerType
from retrieval.query.request.contrasts import says_superlative
from retrieval.query.request.wording import DEFINITE
from retrieval.text.span import Span

FILE_NAME = "selection.json"
_OPENING_CHARS = 400  # of an article whose lead is not known
_NOTHING: frozenset[int] = frozenset()
_OF_PASSAGE = ("cosine", "bm25", "passage", "passage_size", "names", "dates")
_OF_LIST = ("announces", "list_head")  # a list in the number asked for is worth more
_OF_SENTENCE = ("covered", "length", "caption", "stamp", "side", "unmet")


@dataclass(frozen=True, slots=True)
class Choice:
    """One sentence of one of an article's findings, with what speaks for it."""

    finding: Finding
    sentence: RankedSentence
    features: Features


def select(own: Sequence[Finding]) -> Finding:
    """Return of one article's findings that with the sentence that answers best, which its answer is then taken from.

    There must be one finding. Encyclopedic text of one passage is left as it is: its own score was fitted on such.
    """
    if len(own) == 1 and not own[0].is_of_news:
        return own[0]
    weights = selection_weights()
    best = max(choices(own), key=lambda choice: score(choice.features, weights))
    if best.sentence.weighed.sentence.span.start == best.finding.answer.sentence.start:
        return best.finding
    others = [each for each in best.finding.ranked if each is not best.sentence]
    return with_answer_among(best.finding, [best.sentence, *others])


def choices(own: Sequence[Finding]) -> list[Choice]:
    """Return every sentence of one article's findings with its features, finding by finding."""
    words = WeighedWords(own[0].asked.request, own[0].weights)
    title = own[0].evidence.article.title or ""
    lead = _lead(own)
    titled = words.numbers_in(_read(title)) if title else _NOTHING
    said = _Said(words, titled, titled | words.numbers_in(lead), lead.span.start)
    return [choice for finding in own for choice in _of_finding(finding, said)]


@dataclass(frozen=True, slots=True)
class _Said:
    """What of the question an article says where, as the numbers of its words."""

    words: WeighedWords
    in_title: frozenset[int]
    in_opening: frozenset[int]
    lead_start: int


def _of_finding(finding: Finding, said: _Said) -> list[Choice]:
    in_text = sorted(finding.ranked, key=lambda each: each.weighed.sentence.span.start)
    numbers = [_numbers(each) for each in in_text]
    share = said.words.share
    of_passage = {name: getattr(finding.signals, name) for name in _OF_PASSAGE}
    answer = finding.answer
    found = []
    for i, each in enumerate(in_text):
        own, start, text = each.weighed.features, each.weighed.sentence.span.start, each.weighed.sentence.text
        told = numbers[i] | said.in_opening
        around = _NOTHING.union(*numbers[max(0, i - 1) : i + 2])
        answers = start == answer.sentence.start
        kind, sure = each.weighed.kind, own.get(f"sure_{each.weighed.kind}", 0.0)
        features = {
            "score": each.score,
            **of_passage,
            "told": share(told),
            "told_in_vain": share(told) * (kind in DEFINITE and not each.candidates),
            "told_near": share(around | said.in_opening),
            "titled": share(numbers[i] | said.in_title),
            "first": float(each is finding.ranked[0]),
            "lead": float(start == said.lead_start),
            # "Ngày nào" asks for no thing called "ngày".
            "head": own["head"] * (kind is not AnswerType.DATE),
            "sure": sure,
            f"unsure_{kind}": 1 - sure,
            "candidate": max((value for _, value in each.candidates), default=0.0),
            "has_candidate": float(bool(each.candidates)),
            "answers": float(answers),
            "is_safe": float(answers and answer.is_safe),
            "has_type": float(answers and answer.has_type),
            "worth": answers * answer.worth,
            "office": answers * answer.office,
            **{name: own[name] for name in _OF_SENTENCE},
            f"caption_{kind}": own["caption"],
            "superlative": float(finding.asked.request.asks_superlative and says_superlative(text.lower())),
            "several": _several(finding, each),
            **({name: own[name] for name in _OF_LIST} if kind is AnswerType.LIST else {}),
            **(_of_reason(each.weighed.sentence) if kind is AnswerType.REASON else {}),
        }
        found.append(Choice(finding, each, features))
    return found


def _of_reason(sentence: ReadSentence) -> Features:
    """Return what tells a reason from the statement that it is asked for, which has all the question's words."""
    return {
        "gives_reason": float(gives_reason(sentence) and not leaves_reason_open(sentence)),
        "explains": float(explains(sentence)),
    }


def _several(finding: Finding, sentence: RankedSentence) -> float:
    """Return 1 where several persons are asked for and named, whole."""
    if finding.asked.request.type is not AnswerType.PERSONS:
        return 0.0
    traits = (candidate.traits for candidate, _ in sentence.candidates)
    return float(sum(each["person"] > 0 and each["surname"] > 0 for each in traits) > 1)


def _numbers(sentence: RankedSentence) -> frozenset[int]:
    return frozenset(match.number for match in sentence.weighed.matched)


def _lead(own: Sequence[Finding]) -> ReadSentence:
    """Return the first sentence of the article that is no headline, or its first characters."""
    first = min(own, key=lambda one: one.evidence.passage.start).evidence
    if first.passage.ordinal == 1:
        found = next((each for each in first.sentences if not is_caption(each)), None)
        if found is not None:
            return found
    return _read(first.article.text[:_OPENING_CHARS])


def _read(text: str) -> ReadSentence:
    """Return a text as one sentence, for its words alone."""
    return read_sentences(text, [Span(0, len(text))])[0]


@cache
def selection_weights() -> Mapping[str, float]:
    """Return the fitted weights that ship with the project, read once."""
    weights: dict[str, float] = json.loads(files(__package__).joinpath(FILE_NAME).read_text("utf-8"))
    return weights
