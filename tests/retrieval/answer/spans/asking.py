"""Asks questions of a few sentences, every word of the question weighing the same."""

from retrieval.answer.evidence.coverage import TermWeights, cover
from retrieval.answer.evidence.reading import read_sentences
from retrieval.answer.spans import FoundAnswer, find_answer
from retrieval.query.language import Language
from retrieval.query.request.answer_type import answer_request
from retrieval.query.terms import question_terms
from retrieval.text.span import Span


def found_in(question: str, *sentences: str, language: Language = Language.VIETNAMESE) -> tuple[FoundAnswer, str]:
    text = " ".join(sentences)
    spans = []
    start = 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    terms = question_terms(question, language)
    expressions = tuple(tuple(dict.fromkeys(way, 1 / len(way)) for way in ways) for ways in terms.expressions)
    weights = TermWeights(dict.fromkeys(terms.marked, 1.0), dict.fromkeys(terms.folded, 1.0), expressions)
    read = read_sentences(text, spans)
    words = cover(read, None, weights).sentences
    return find_answer(answer_request(question, language), weights, read, words), text


def answer(question: str, *sentences: str) -> str:
    found, text = found_in(question, *sentences)
    return found.text_of(text)


def answer_to_english(question: str, *sentences: str) -> str:
    found, text = found_in(question, *sentences, language=Language.ENGLISH)
    return found.text_of(text)
