"""Packs an article's sentences into passages: the unit that is embedded, searched and cited.

A passage is a run of whole sentences, long enough to say who, where and when together, short enough for the model to
read whole. Passages do not overlap: on the dev questions an overlap of one sentence gained nothing.
"""

import re
from dataclasses import dataclass

from retrieval.corpus.sentences import Span, split_sentences

# Sizes in code points. Vietnamese runs at about 3.3 code points a token of the default model, which reads 512.
TARGET_CHARS = 1000
MAX_CHARS = 1400
_CLAUSE_END = re.compile(r"[;:,]\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points [start, end) of the cleaned text, and the sentences in it, in the same count."""

    start: int
    end: int
    sentences: tuple[Span, ...]


def cut_passages(text: str) -> list[Passage]:
    """Return the passages of a cleaned text in order.

    Every sentence lies whole in exactly one passage, but one longer than :data:`MAX_CHARS`, which is cut between
    clauses, since the model would not read its end.
    """
    passages: list[Passage] = []
    run: list[Span] = []
    for sentence in _bounded(text, split_sentences(text)):
        if run and not _belongs(text, run, sentence):
            passages.append(_passage(run))
            run = []
        run.append(sentence)
    if run:
        passages.append(_passage(run))
    return passages


def _belongs(text: str, run: list[Span], sentence: Span) -> bool:
    size = sentence.end - run[0].start
    if size > MAX_CHARS:
        return False
    starts_paragraph = "\n" in text[run[-1].end : sentence.start]
    return not (starts_paragraph and size > TARGET_CHARS)


def _passage(run: list[Span]) -> Passage:
    return Passage(run[0].start, run[-1].end, tuple(run))


def _bounded(text: str, sentences: list[Span]) -> list[Span]:
    """Return the sentences, with those over the limit cut after a clause."""
    bounded = []
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > MAX_CHARS:
            cut = _clause_end(text, start, start + MAX_CHARS)
            bounded.append(Span(start, cut))
            start = cut + len(text[cut : sentence.end]) - len(text[cut : sentence.end].lstrip())
        bounded.append(Span(start, sentence.end))
    return bounded


def _clause_end(text: str, start: int, limit: int) -> int:
    """Return where to cut: after the last semicolon, colon or comma, else at the last space, else at the limit."""
    window = text[start:limit]
    ends = [found.start() + 1 for found in _CLAUSE_END.finditer(window)]
    if ends:
        return start + ends[-1]
    space = window.rfind(" ")
    return start + space if space > 0 else limit
