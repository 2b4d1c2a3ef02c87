"""Fits the weights that choose sentences and spans, on questions whose answers are marked in a passage.

``python -m benchmarks.fit_spans --data-dir … --questions …`` reads the passages of an index, takes those that hold an
answer of a question as right and the others of the same article as wrong, and writes
``retrieval/answer/spans/weights.json``. The model is a conditional logit among the candidates (then: the sentences) of
one article.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.conditional_logit import Group, fit
from retrieval.answer.evidence.coverage import cover, term_weights
from retrieval.answer.evidence.reading import read_sentences
from retrieval.answer.spans import scoring
from retrieval.answer.spans.candidate import code_points
from retrieval.answer.spans.choice import sentence_features
from retrieval.answer.spans.scoring import WeighedSentence, kind_of, score, weigh_sentences
from retrieval.answer.spans.words import WeighedWords
from retrieval.evaluation.answers import answer_pattern
from retrieval.evaluation.gold import Question, read_questions
from retrieval.index.layout import generation_dir
from retrieval.index.lexical import LexicalIndex, load_lexical
from retrieval.index.store import Store, open_for_reading
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerRequest, AnswerType, answer_request
from retrieval.query.terms import question_terms
from retrieval.text.normal import single_spaced
from retrieval.text.spelling import one_tone_style

WEIGHTS = Path(scoring.__file__).with_name(scoring.FILE_NAME)
_MIN_QUESTIONS = 20  # fewer teach nothing about a kind of answer


@dataclass(frozen=True, slots=True)
class Example:
    """One question over the sentences of its article, with where its answers stand."""

    request: AnswerRequest
    words: tuple[float, ...]
    weighed: list[WeighedSentence]
    gold: list[tuple[int, int]]

    @property
    def kind(self) -> AnswerType:
        """Return the kind of answer that is weighed."""
        return kind_of(self.request)


def read_examples(
    questions: Sequence[Question], store: Store, lexical: LexicalIndex, *, has_sides: bool
) -> Iterator[Example]:
    """Yield the questions of which an article of the index holds an answer."""
    for question in questions:
        for article_id in sorted(question.articles):
            article = store.article(article_id)
            if article is None:
                continue
            text = single_spaced(question.text)
            request = replace(answer_request(text, Language.VIETNAMESE), has_sides=has_sides)
            weights = term_weights(question_terms(text, Language.VIETNAMESE), lexical)
            spans = [span for passage in store.passages_of(article_id) for span in passage.sentences]
            sentences = read_sentences(article.text, spans)
            weighed = weigh_sentences(request, WeighedWords(request, weights), sentences)
            words = cover(sentences, None, weights).sentences
            yield Example(request, words, weighed, _places_of(question.answers, article.text))


def _places_of(answers: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Return where the answers stand in NFC text, as code points [start, end); spaces must agree."""
    lowered = one_tone_style(text).lower()
    if len(lowered) != len(text):  # a few capitals of other alphabets grow
        return []
    return [found.span() for answer in answers for found in answer_pattern(answer).finditer(lowered)]


def candidate_group(example: Example) -> Group:
    """Return the features of all candidates, and which of them overlap an answer."""
    features, labels = [], []
    for each in example.weighed:
        for candidate, own in each.candidates:
            span = code_points(each.sentence, candidate)
            features.append(own)
            labels.append(any(span.start < end and start < span.end for start, end in example.gold))
    return features, labels


def sentence_group(example: Example, candidate_weights: dict[str, float]) -> Group:
    """Return the features of all sentences, and which of them hold an answer whole."""
    best = [
        max((score(own, candidate_weights) for _, own in each.candidates), default=None) for each in example.weighed
    ]
    features = sentence_features(example.weighed, example.words, best)
    spans = [each.sentence.span for each in example.weighed]
    labels = [any(span.start <= start and end <= span.end for start, end in example.gold) for span in spans]
    return features, labels


def fit_all(examples: Sequence[Example]) -> dict[str, object]:
    """Return the weights of candidates by kind of answer, and those of sentences, fitted after them."""
    by_kind = defaultdict(list)
    for example in examples:
        by_kind[example.kind].append(example)
    candidates = {}
    for kind, own in sorted(by_kind.items()):
        groups = [candidate_group(example) for example in own]
        if sum(any(labels) for _, labels in groups) >= _MIN_QUESTIONS:
            candidates[kind.value] = fit(groups)
    sentence = fit([sentence_group(example, candidates.get(example.kind.value, {})) for example in examples])
    return {"sentence": sentence, "candidates": candidates}


def main() -> None:
    """Read the command line, fit, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_spans", description=__doc__)
    parser.add_argument("--data-dir", type=Path, required=True, help="an index of the articles that were asked about")
    parser.add_argument("--questions", type=Path, required=True, help="JSON lines with article_id and answers")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    questions = read_questions(options.questions)
    store = open_for_reading(options.data_dir)
    fitted = {}
    with store.transaction():
        generation = store.generation()
        if generation is None:
            sys.exit(f"{options.data_dir} holds no index; make one with: hoidap index PATH")
        folder = generation_dir(options.data_dir, generation.number)
        lexical = load_lexical(folder, generation.n_passages, generation.lexical_sha256)
        for side, has_sides in (("sides", True), ("no_sides", False)):
            fitted[side] = fit_all(list(read_examples(questions, store, lexical, has_sides=has_sides)))
    store.close()
    options.output.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
