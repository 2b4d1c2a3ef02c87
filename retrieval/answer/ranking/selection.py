"""Which sentence of a long article answers, once the article is known.

All its passages are about what is asked. What the title and the first lines say of the question ("the university",
"2024") any sentence may leave unsaid; so a sentence is weighed by what it adds to that, by what it has of the asked
kind, and by how its passage was ranked. ``python -m benchmarks.fit_selection`` writes ``selection.json``.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.answer.evidence.reading import ReadSentence, read_sentences
from retrieval.answer.ranking.finding import Finding, with_answer_among
from retrieval.answer.spans.choice import RankedSentence
from retrieval.answer.spans.scoring import Features, score
from retrieval.answer.spans.words import WeighedWords
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.span import Span

FILE_NAME = "selection.json"
_OPENING_CHARS = 400  # of an article: its title and its lead
_TOLD_FIRST = frozenset({AnswerType.DATE, AnswerType.PLACE, AnswerType.PERSON})
_NOTHING: frozenset[int] = frozenset()
# What a sentence has of the asked kind, from the features that it is ranked by among those of its passage.
_OF_KIND = ("counts_asked", "planned", "head", "announces", "length", "caption")


@dataclass(frozen=True, slots=True)
class Choice:
    """One sentence of one of an article's findings, with what speaks for it."""

    finding: Finding
    sentence: RankedSentence
    features: Features


def select(own: Sequence[Finding]) -> Finding:
    """Return of one article's findings that with the sentence that answers best, which its answer is then taken from.

    There must be one finding.
    """
    weights = selection_weights()
    best = max(choices(own), key=lambda choice: score(choice.features, weights))
    if best.sentence.weighed.sentence.span.start == best.finding.answer.sentence.start:
        return best.finding
    others = [each for each in best.finding.ranked if each is not best.sentence]
    return with_answer_among(best.finding, [best.sentence, *others])


def choices(own: Sequence[Finding]) -> list[Choice]:
    """Return every sentence of one article's findings with its features, finding by finding."""
    asked, weights = own[0].asked, own[0].weights
    words = WeighedWords(asked.request, weights)
    article = own[0].evidence.article
    titled = words.numbers_in(_read(article.title or ""))
    said = titled | words.numbers_in(_read(article.text[:_OPENING_CHARS]))
    return [choice for finding in own for choice in _of_finding(finding, words, titled, said)]


def _of_finding(finding: Finding, words: WeighedWords, titled: frozenset[int], said: frozenset[int]) -> list[Choice]:
    in_text = sorted(finding.ranked, key=lambda each: each.weighed.sentence.span.start)
    numbers = [frozenset(match.number for match in each.weighed.matched) for each in in_text]
    everything = _NOTHING.union(*numbers)
    signals, answer = finding.signals, finding.answer
    found = []
    for i, each in enumerate(in_text):
        own = each.weighed.features
        around = _NOTHING.union(*numbers[max(0, i - 1) : i + 2])
        answers = each.weighed.sentence.span.start == answer.sentence.start
        features = {
            "score": each.score,
            "cosine": signals.cosine,
            "bm25": signals.bm25,
            "passage_size": signals.passage_size,
            "told": words.share(numbers[i] | said),
            "told_near": words.share(around | said),
            "told_in_passage": words.share(everything | said),
            "titled": words.share(numbers[i] | titled),
            "titled_near": words.share(around | titled),
            "first": float(each is finding.ranked[0]),
            f"opens_{_opened(each.weighed.kind)}": float(each.weighed.sentence.span.start < _OPENING_CHARS),
            "sure": own.get(f"sure_{each.weighed.kind}", 0.0),
            "candidate": max((value for _, value in each.candidates), default=0.0),
            "has_candidate": float(bool(each.candidates)),
            "answers": float(answers),
            "is_safe": float(answers and answer.is_safe),
            "has_type": float(answers and answer.has_type),
            "worth": answers * answer.worth,
            **{name: own.get(name, 0.0) for name in _OF_KIND},
        }
        found.append(Choice(finding, each, features))
    return found


def _opened(kind: AnswerType) -> str:
    """Return what the first lines tell of an event, where that kind is asked for: when, where and who."""
    return kind if kind in _TOLD_FIRST else "other"


def _read(text: str) -> ReadSentence:
    """Return a text as one sentence, for its words alone."""
    return read_sentences(text, [Span(0, len(text))])[0]


@cache
def selection_weights() -> Mapping[str, float]:
    """Return the fitted weights that ship with the project, read once."""
    weights: dict[str, float] = json.loads(files(__package__).joinpath(FILE_NAME).read_text("utf-8"))
    return weights
