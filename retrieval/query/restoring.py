"""Gives back the marks of a question typed without them, as the articles would spell it.

A bigram model counted from the articles themselves: each bare syllable may stand for any spelling of it that the
articles have, neighbours vote by how often the pair stands in a passage, and the likeliest sequence wins (Viterbi).
The counts are those of the word index, so nothing but the list of spellings is kept for it. What was typed with marks
stays as typed, and so does what the articles never spell otherwise: English words, names, abbreviations.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from operator import itemgetter

from retrieval.index.lexical import LexicalField, LexicalIndex
from retrieval.index.spellings import Spellings
from retrieval.text.spelling import is_bare
from retrieval.text.tokens import PAIR_JOINER, Token, tokenise

_MAX_SPELLINGS = 8
# A pair of neighbours decides by this share, a spelling's own frequency by the rest. On 2,285 ViQuAD questions 0.7 gave
# 97.4% of the syllables back, 0.9 gave 97.1%.
_PAIR_SHARE = 0.7
# Articles state, questions ask: without these pairs "bao nhieu" became "bao nhiều", and 0.5% fewer syllables were
# right.
_QUESTION_PAIRS = {
    *("bao_nhiêu", "ở_đâu", "từ_đâu", "tại_đâu", "đến_đâu", "đâu_là", "là_ai", "ai_là", "do_ai", "bởi_ai", "là_gì"),
    *("cái_gì", "những_gì", "vì_sao", "tại_sao", "thế_nào", "nào_là", "khi_nào", "lúc_nào", "bao_giờ", "mấy_giờ"),
}
_QUESTION_PAIR_SHARE = 0.5
# Of the syllables of a question typed with marks, 60% carry one; fewer than this and marks were left out.
_MARKED_SHARE_TYPED = 0.25


def restore_marks(question: str, lexical: LexicalIndex) -> str:
    """Return the NFC question with marks where they were left out; equal to the question if there is nothing to do."""
    tokens = tokenise(question)
    if not lacks_marks([token.text for token in tokens]):
        return question
    choices = [_choices(question, token, lexical.spellings) for token in tokens]
    if not choices:
        return question
    best = _likeliest(choices, _pair_counts(choices, lexical.marked), lexical.spellings.total)
    parts = []
    end = 0
    for token, spelling in zip(tokens, best, strict=True):
        typed = question[token.start : token.end]
        parts += [question[end : token.start], typed if spelling == token.text else _cased_like(typed, spelling)]
        end = token.end
    return "".join(parts) + question[end:]


def _choices(question: str, token: Token, spellings: Spellings) -> list[tuple[str, int]]:
    typed = question[token.start : token.end]
    is_abbreviation = len(typed) > 1 and typed.isupper() and not question.isupper()
    known = spellings.of(token.text)
    if not known or is_abbreviation or not is_bare(token.text):
        return [(token.text, 1)]
    return list(known[:_MAX_SPELLINGS])


def lacks_marks(tokens: Sequence[str]) -> bool:
    """Return whether a question of these tokens was typed without marks, wholly or for the most part."""
    words = [token for token in tokens if token.isalpha()]
    n_marked = sum(not is_bare(word) for word in words)
    return n_marked < _MARKED_SHARE_TYPED * len(words)


def _pair_counts(choices: list[list[tuple[str, int]]], marked: LexicalField) -> dict[str, float]:
    """Return in how many passages each pair of neighbouring spellings stands."""
    first_counts = {
        f"{left}{PAIR_JOINER}{right}": count
        for lefts, rights in pairwise(choices)
        for (left, count), (right, _) in product(lefts, rights)
    }
    frequencies = marked.document_frequencies(list(first_counts)).tolist()
    return {
        pair: max(frequency, _QUESTION_PAIR_SHARE * count if pair in _QUESTION_PAIRS else 0.0)
        for (pair, count), frequency in zip(first_counts.items(), frequencies, strict=True)
    }


def _likeliest(choices: list[list[tuple[str, int]]], pairs: Mapping[str, float], total: int) -> list[str]:
    """Return the likeliest sequence; of equally likely ones the one whose last spellings are more frequent."""
    paths: list[tuple[float, tuple[str, ...]]] = [
        (math.log(count / total), (spelling,)) for spelling, count in choices[0]
    ]
    for lefts, rights in pairwise(choices):
        step = []
        for right, count in rights:
            options = []
            for (score, path), (left, left_count) in zip(paths, lefts, strict=True):
                follows = pairs[f"{left}{PAIR_JOINER}{right}"] / left_count
                options.append((score + math.log(_PAIR_SHARE * follows + (1 - _PAIR_SHARE) * count / total), path))
            best_score, best_path = max(options, key=itemgetter(0))
            step.append((best_score, (*best_path, right)))
        paths = step
    return list(max(paths, key=itemgetter(0))[1])


def _cased_like(typed: str, spelling: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return spelling.upper()
    return spelling.capitalize() if typed[0].isupper() else spelling
