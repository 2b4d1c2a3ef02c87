"""Gives back the marks of a question typed without them, as the articles would spell it.

A bigram model counted from the articles themselves: each bare syllable may stand for any spelling of it that the
articles have, neighbours vote by how often the pair stands in a passage, and the likeliest sequence wins (Viterbi).
The counts are those of the word index, so nothing but the list of spellings is kept for it. What was typed with marks
stays as typed, and so does what the articles never spell otherwise: English words, names, abbreviations.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from operator import itemgetter

from retrieval.index.lexical import LexicalField, LexicalIndex
from retrieval.index.spellings import Spellings
from retrieval.query.names.places import gazetteer
from retrieval.query.typed.common_words import common_words
from retrieval.text.spelling import fold, is_bare
from retrieval.text.syllables import is_bare_syllable, parse_syllable
from retrieval.text.tokens import PAIR_JOINER, Token, tokenise

_MAX_SPELLINGS = 8
# A pair of neighbours decides by this share, a spelling's own frequency by the rest. On 2,285 ViQuAD questions 0.7 gave
# 97.4% of the syllables back, 0.9 gave 97.1%.
_PAIR_SHARE = 0.7
# Articles state, questions ask: without these pairs "bao nhieu" became "bao nhiều", and 0.5% fewer syllables were
# right.
_QUESTION_PAIRS = frozenset(
    {
        *("bao_nhiêu", "ở_đâu", "từ_đâu", "tại_đâu", "đến_đâu", "đâu_là", "là_ai", "ai_là", "do_ai", "bởi_ai", "là_gì"),
        *("cái_gì", "những_gì", "vì_sao", "tại_sao", "thế_nào", "nào_là", "khi_nào", "lúc_nào", "bao_giờ", "mấy_giờ"),
        *("ngày_nào", "năm_nào", "người_nào", "nơi_nào", "số_mấy", "có_mấy", "hôm_nay", "hiện_nay"),
    }
)
_QUESTION_PAIR_SHARE = 0.5
# Nor do articles use these words as often as questions: at least this share of a question's words is each of them.
_QUESTION_WORDS = {
    fold(word): word for word in ("bao", "ai", "mấy", "nào", "gì", "đâu", "nhiêu", "có", "hôm", "ông", "bà", "ở", "nói")
}
_QUESTION_WORD_SHARE = 0.008
# Places are names whether or not the articles speak of them: "can tho" is Cần Thơ. With capitals or behind "tỉnh" it
# is surer.
_PLACE_PAIR_SHARE = 0.1
_SURE_PLACE_PAIR_SHARE = 0.5
_PLACE_LEADS = {fold(word): word for word in ("ở", "tại", "tỉnh", "huyện", "quận", "phố", "xã", "phường", "ủy", "cầu")}
_LED_PLACE_SHARE = 0.05  # of its lead's occurrences
_WORD_PAIR_SHARE = 0.1
# What is no syllable as it was typed ("buoi") was hardly meant so: other spellings may be e^2 times as rare.
_UNMARKED_LOG_ODDS = -2.0
# Of the syllables of a question typed with marks, 60% carry one; fewer than the first share and marks were left out,
# fewer than the second and some were.
_MARKED_SHARE_TYPED = 0.25
_MARKED_SHARE_MIXED = 0.65
# Among words with marks a bare one was mostly meant so: another spelling must be e^4 times as likely.
_TYPED_LOG_ODDS = 4.0


@dataclass(frozen=True, slots=True)
class _Choice:
    """One spelling that a token may stand for, in how many passages it stands, and what speaks for it beforehand."""

    spelling: str
    count: int
    log_odds: float


def restore_marks(question: str, lexical: LexicalIndex) -> str:
    """Return the NFC question with marks where they were left out; equal to the question if there is nothing to do."""
    tokens = tokenise(question)
    texts = [token.text for token in tokens]
    is_lacking = lacks_marks(texts)
    if not texts or not (is_lacking or _has_some_left_out(texts)):
        return question
    log_odds = 0.0 if is_lacking else _TYPED_LOG_ODDS
    written = [question[token.start].isupper() for token in tokens]
    shares = _known_shares(texts, written)
    choices = [
        _choices(question, token, lexical.spellings, spellings, log_odds)
        for token, spellings in zip(tokens, _known_spellings(texts, shares), strict=True)
    ]
    pairs = _pair_counts(choices, shares, lexical.marked)
    best = _likeliest(choices, pairs, max(lexical.spellings.total, 1))
    if not is_lacking:
        best = _where_sure(texts, best, pairs)
    return _respelled(question, tokens, best)


def _respelled(question: str, tokens: Sequence[Token], spellings: Sequence[str]) -> str:
    parts = []
    end = 0
    for token, spelling in zip(tokens, spellings, strict=True):
        typed = question[token.start : token.end]
        parts += [question[end : token.start], typed if spelling == token.text else _cased_like(typed, spelling)]
        end = token.end
    return "".join(parts) + question[end:]


def _where_sure(typed: Sequence[str], best: Sequence[str], pairs: Mapping[tuple[int, str], float]) -> list[str]:
    """Return the best spellings where a neighbour speaks for them or the typed one is no syllable, else the latter."""
    goes = [
        pairs.get((place, f"{left}{PAIR_JOINER}{right}"), 0) > 0 for place, (left, right) in enumerate(pairwise(best))
    ]
    beside = [before or after for before, after in zip([False, *goes], [*goes, False], strict=True)]
    return [
        spelling if is_beside or _could_be_marked(text) else text
        for text, spelling, is_beside in zip(typed, best, beside, strict=True)
    ]


def lacks_marks(tokens: Sequence[str]) -> bool:
    """Return whether a question of these tokens was typed without marks, wholly or for the most part."""
    return _marked_share(tokens) < _MARKED_SHARE_TYPED


def _has_some_left_out(tokens: Sequence[str]) -> bool:
    """Return whether a question typed with marks lacks some: few are there, or a word is no syllable without them."""
    if _marked_share(tokens) < _MARKED_SHARE_MIXED:
        return True
    return any(token.isalpha() and is_bare(token) and _could_be_marked(token) for token in tokens)


def _could_be_marked(token: str) -> bool:
    """Return whether a bare token is no syllable as it stands but the bare form of some: "duoc", "nhieu", "chuc"."""
    return parse_syllable(token) is None and is_bare_syllable(token)


def _marked_share(tokens: Sequence[str]) -> float:
    words = [token for token in tokens if token.isalpha()]
    return sum(not is_bare(word) for word in words) / len(words) if words else 1.0


def _known_shares(tokens: Sequence[str], written: Sequence[bool]) -> list[dict[tuple[str, str], float]]:
    """Return the pairs known beforehand that each two neighbours may be, with the share of the first that each is."""
    shares: list[dict[tuple[str, str], float]] = []
    for place, bare in enumerate(pairwise(map(fold, tokens))):
        lead = _PLACE_LEADS.get(fold(tokens[place - 1])) if place else None
        is_sure = (written[place] and written[place + 1]) or lead is not None
        places = gazetteer().pairs.get(bare, ())
        known = dict.fromkeys(common_words().pairs.get(bare, ()), _WORD_PAIR_SHARE)
        known.update(dict.fromkeys(places, _SURE_PLACE_PAIR_SHARE if is_sure else _PLACE_PAIR_SHARE))
        if lead is not None:
            for left, _ in places:
                shares[-1].setdefault((lead, left), _LED_PLACE_SHARE)
        shares.append(known)
    return shares


def _known_spellings(tokens: Sequence[str], shares: Sequence[Mapping[tuple[str, str], float]]) -> list[set[str]]:
    """Return how each token is spelled in the common words and places that it, alone or with a neighbour, may be."""
    spellings = [set(common_words().single.get(token, ())) for token in tokens]
    for place, known in enumerate(shares):
        for left, right in known:
            spellings[place].add(left)
            spellings[place + 1].add(right)
    return spellings


def _choices(
    question: str, token: Token, spellings: Spellings, known_spellings: set[str], log_odds: float
) -> list[_Choice]:
    typed = question[token.start : token.end]
    is_abbreviation = len(typed) > 1 and typed.isupper() and not question.isupper()
    if is_abbreviation or not is_bare(token.text):
        return [_Choice(token.text, 1, 0.0)]
    known = dict(spellings.of(token.text)[:_MAX_SPELLINGS])
    log_odds = log_odds * (token.text in known) + _UNMARKED_LOG_ODDS * _could_be_marked(token.text)
    if not known:
        known = {gazetteer().single.get(token.text, token.text): 1}
    for spelling in sorted(known_spellings):
        known.setdefault(spelling, 1)
    if token.text in _QUESTION_WORDS:
        word = _QUESTION_WORDS[token.text]
        known[word] = max(known.get(word, 1), round(_QUESTION_WORD_SHARE * spellings.total))
    return [_Choice(spelling, count, log_odds if spelling == token.text else 0.0) for spelling, count in known.items()]


def _pair_counts(
    choices: list[list[_Choice]], shares: Sequence[Mapping[tuple[str, str], float]], marked: LexicalField
) -> dict[tuple[int, str], float]:
    """Return in how many passages each pair of neighbouring spellings stands, by the place of its first one.

    Pairs that are known beforehand count as if they made up a share of their first spelling's occurrences.
    """
    known = {}
    for place, (lefts, rights) in enumerate(pairwise(choices)):
        for left, right in product(lefts, rights):
            pair = f"{left.spelling}{PAIR_JOINER}{right.spelling}"
            share = shares[place].get((left.spelling, right.spelling), 0.0)
            known[place, pair] = left.count * (_QUESTION_PAIR_SHARE if pair in _QUESTION_PAIRS else share)
    frequencies = marked.document_frequencies([pair for _, pair in known]).tolist()
    return {key: max(frequency, count) for (key, count), frequency in zip(known.items(), frequencies, strict=True)}


def _likeliest(choices: list[list[_Choice]], pairs: Mapping[tuple[int, str], float], total: int) -> list[str]:
    """Return the likeliest sequence; of equally likely ones the one whose last spellings are more frequent."""
    paths: list[tuple[float, tuple[str, ...]]] = [
        (math.log(choice.count / total) + choice.log_odds, (choice.spelling,)) for choice in choices[0]
    ]
    for place, (lefts, rights) in enumerate(pairwise(choices)):
        step = []
        for right in rights:
            options = []
            for (score, path), left in zip(paths, lefts, strict=True):
                follows = pairs[place, f"{left.spelling}{PAIR_JOINER}{right.spelling}"] / left.count
                chance = _PAIR_SHARE * follows + (1 - _PAIR_SHARE) * right.count / total
                options.append((score + math.log(chance), path))
            best_score, best_path = max(options, key=itemgetter(0))
            step.append((best_score + right.log_odds, (*best_path, right.spelling)))
        paths = step
    return list(max(paths, key=itemgetter(0))[1])


def _cased_like(typed: str, spelling: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return spelling.upper()
    return spelling.capitalize() if typed[0].isupper() else spelling
