"""Packs an article's sentences into passages: the unit that is embedded, searched and cited.

A passage is a run of whole sentences, long enough to say who, where and when together, short enough for the model to
read whole and for a person to read in a chat.
"""

import re
from dataclasses import dataclass

from retrieval.corpus.sentences import split_sentences
from retrieval.text.span import Span

_CLAUSE_END = re.compile(r"[;:,]\s")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long passages are, in code points, and how many sentences two neighbours share.

    A passage grows past ``target_chars`` only within a paragraph, and never past ``max_chars``. Vietnamese runs at
    about 3.3 code points a token of the default model, which reads 512 tokens.
    """

    target_chars: int
    max_chars: int
    overlap_sentences: int = 0


# benchmarks.passages on XQuAD, five paragraphs an article, 612 questions each in Vietnamese / English, by the maximum:
#   max     R@1            answer in first excerpt, in first three   mean excerpt
#    500    0.980 / 0.912   0.851 / 0.667    0.967 / 0.863             390
#    800    0.980 / 0.920   0.915 / 0.737    0.979 / 0.899             660
#   1100    0.982 / 0.912   0.935 / 0.766    0.979 / 0.918             850
#   1400    0.966 / 0.907   0.912 / 0.750    0.977 / 0.915           1,130
#   1700    0.967 / 0.889   0.940 / 0.753    0.980 / 0.904           1,290
# On the five news articles of the dev questions the answer stands in the first three excerpts for 0.900 from 800 to
# 1400 and for 0.967 at 1700, where the model no longer reads the end: 1400 lost least over all. Sharing a sentence
# made 15 to 32% more passages and moved no figure by more than 0.03, down as often as up.
SIZES = Sizes(target_chars=1000, max_chars=1400)


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points [start, end) of the cleaned text, and the sentences in it, in the same count."""

    start: int
    end: int
    sentences: tuple[Span, ...]


def cut_passages(text: str, sizes: Sizes = SIZES) -> list[Passage]:
    """Return the passages of a cleaned text in order.

    Without overlap every sentence lies whole in exactly one passage, but one longer than ``sizes.max_chars``, which is
    cut between clauses, since the model would not read its end.
    """
    passages: list[Passage] = []
    run: list[Span] = []
    for sentence in _bounded(text, split_sentences(text), sizes.max_chars):
        if run and not _belongs(text, run, sentence, sizes):
            passages.append(_passage(run))
            run = _shared(run, sentence, sizes)
        run.append(sentence)
    if run:
        passages.append(_passage(run))
    return passages


def _belongs(text: str, run: list[Span], sentence: Span, sizes: Sizes) -> bool:
    size = sentence.end - run[0].start
    if size > sizes.max_chars:
        return False
    starts_paragraph = "\n" in text[run[-1].end : sentence.start]
    return not (starts_paragraph and size > sizes.target_chars)


def _shared(run: list[Span], sentence: Span, sizes: Sizes) -> list[Span]:
    """Return the last sentences of a finished run that the next one, which goes on with ``sentence``, begins with."""
    # Never the whole run: the passage before would say nothing that the next does not.
    shared = run[max(1, len(run) - sizes.overlap_sentences) :]
    while shared and sentence.end - shared[0].start > sizes.max_chars:
        shared = shared[1:]
    return shared


def _passage(run: list[Span]) -> Passage:
    return Passage(run[0].start, run[-1].end, tuple(run))


def _bounded(text: str, sentences: list[Span], max_chars: int) -> list[Span]:
    """Return the sentences, with those over the limit cut after a clause."""
    bounded = []
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > max_chars:
            cut = _clause_end(text, start, start + max_chars)
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
