"""What a question is matched by: the text that is embedded and the terms that are looked up, by language and spelling.

Vietnamese is looked up whole, with marks and without, or without alone where it was typed so. Of an English question
names and figures stand in Vietnamese articles as they are, though with marks that were not typed; its other words are
looked up by what the glossary says they are in Vietnamese, and it is embedded twice: as typed, and word for word so.
"""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.glossary import Expression, Rendering, english_expressions, name_syllables
from retrieval.query.language import ENGLISH_WORDS, Language
from retrieval.text.spelling import is_bare, one_tone_style
from retrieval.text.tokens import PAIR_JOINER, Token, folded, tokenise, with_pairs
from retrieval.text.wordlists import word_set

# What one English expression may be in Vietnamese: each rendering as the marked terms that it is matched by.
Renderings = tuple[tuple[str, ...], ...]
# What English questions ask, deny and place with, for the model alone: nobody looks "ai" up.
_ASKED_WITH = {
    "who": "ai",
    "whom": "ai",
    "whose": "của ai",
    "what": "gì",
    "which": "nào",
    "when": "khi nào",
    "where": "ở đâu",
    "why": "vì sao",
    "how": "bao nhiêu",
    "not": "không",
    "before": "trước",
    "after": "sau",
    "during": "trong",
    "in": "ở",
    "at": "ở",
    "on": "ở",
}
# Small words that are not in the list by which English is told from Vietnamese, where "than", "no" and "so" are words.
_SMALL_WORDS = word_set(
    """
    across again against all along already also although among another anyone around aside away because being below
    beside besides both but cannot despite did doing done down due either even ever few from further he here him
    himself however i instead itself just less me might more must my near neither no nobody nor off onto onwards our
    out own per quite rather roughly same shall since so some somebody someone sometimes still than themselves then
    though through throughout till too together toward towards up upon us usually very via we whether while within
    without yet yours
    """
)


class Typing(StrEnum):
    """How the question's letters relate to those of the articles."""

    MARKED = "marked"
    RESTORED = "restored"
    BARE = "bare"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """What the indexes are asked for.

    ``to_embed`` has the texts whose vectors' mean is the question's: one, or two of an English question. ``marked`` is
    empty unless the question has marks, typed or restored. ``expressions`` is empty unless it is in English: it has the
    renderings of each expression that the glossary knows. Of the ``n_content_words`` of an English question (all but
    its small words), ``n_unread`` are neither in the glossary nor names or figures.
    """

    typing: Typing
    to_embed: tuple[str, ...]
    marked: tuple[str, ...]
    folded: tuple[str, ...]
    expressions: tuple[Renderings, ...] = ()
    n_content_words: int = 0
    n_unread: int = 0


def question_terms(
    question: str, language: Language, written: str | None = None, *, restored: bool = False
) -> QuestionTerms:
    """Return the terms of a normalised question; ``restored`` says that its marks were not all typed.

    ``written`` is the question as an article would write it, for the model, where that is not as it was typed.
    """
    to_embed = one_tone_style(written or question)
    tokens = tokenise(question)
    if language is Language.ENGLISH:
        return _english_terms(question, to_embed, tokens)
    texts = [token.text for token in tokens]
    bare_terms = tuple(with_pairs(folded(texts)))
    if is_bare(question):
        return QuestionTerms(Typing.BARE, (to_embed,), (), bare_terms)
    typing = Typing.RESTORED if restored else Typing.MARKED
    return QuestionTerms(typing, (to_embed,), tuple(with_pairs(texts)), bare_terms)


def _english_terms(question: str, to_embed: str, tokens: list[Token]) -> QuestionTerms:
    words = [token.text for token in tokens]
    names = name_syllables(question, tokens)
    named = [i for i, token in enumerate(tokens) if i in names or _is_name_or_figure(question, token)]
    expressions = english_expressions(question, tokens)
    small = {i for i, token in enumerate(tokens) if i not in names and _is_small(question, token)}
    renderings = [tuple(_terms_of(rendering) for rendering in found.renderings) for found in expressions]
    read = {i for found in expressions for i in range(found.start, found.end)}.union(named)
    content = set(range(len(tokens))) - (small - read)
    return QuestionTerms(
        typing=Typing.FOREIGN,
        to_embed=(to_embed, _word_for_word(question, tokens, expressions, small)),
        marked=(),
        folded=tuple(_with_neighbours(folded(words), named)),
        expressions=tuple(dict.fromkeys(renderings)),
        n_content_words=len(content),
        n_unread=len(content - read),
    )


def _word_for_word(question: str, tokens: list[Token], expressions: list[Expression], small: set[int]) -> str:
    """Return an English question in Vietnamese words, in the order of the English ones: enough for its subject.

    Of each expression the usual rendering; small words but those that ask and place are left out, others as typed.
    """
    usual = {found.start: " ".join(found.renderings[0]) for found in expressions}
    inside = {i for found in expressions for i in range(found.start, found.end)}
    words = []
    for i, token in enumerate(tokens):
        if i in usual:
            is_name = i > 0 and question[token.start].isupper()
            words.append(usual[i].title() if is_name else usual[i])
        elif i in small and i not in inside and token.text in _ASKED_WITH:
            words.append(_ASKED_WITH[token.text])
        elif i not in small and i not in inside:
            words.append(question[token.start : token.end])
    return " ".join(words)


def _is_name_or_figure(question: str, token: Token) -> bool:
    first = question[token.start]
    return first.isdigit() or (first.isupper() and token.text not in ENGLISH_WORDS)


def _is_small(question: str, token: Token) -> bool:
    """Return whether a token is a small word that says nothing of the subject, or the "s" of a genitive."""
    is_joined = question[token.start - 1 : token.start] in {"'", "’"}
    return is_small_word(token.text) or (is_joined and token.text in {"s", "t"})


def is_small_word(word: str) -> bool:
    """Return whether an English word in small letters says nothing of any subject."""
    return word in ENGLISH_WORDS or word in _SMALL_WORDS


def _with_neighbours(words: list[str], chosen: list[int]) -> list[str]:
    """Return the chosen words, and the pairs of neighbours among them."""
    kept: list[str] = []
    previous = None
    for i in chosen:
        kept.append(words[i])
        if previous == i - 1:
            kept.append(f"{words[previous]}{PAIR_JOINER}{words[i]}")
        previous = i
    return kept


def _terms_of(rendering: Rendering) -> tuple[str, ...]:
    """Return the pairs of neighbours of a rendering, or its one syllable: a pair says more than its two syllables."""
    return rendering if len(rendering) == 1 else tuple(with_pairs(list(rendering))[len(rendering) :])
