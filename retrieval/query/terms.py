"""What a question is matched by: the text that is embedded and the terms that are looked up, by language and spelling.

Vietnamese is looked up whole, with marks and without, or without alone where it was typed so. Of an English question
names and figures stand in Vietnamese articles as they are, though with marks that were not typed; its other words are
looked up by what the glossary says they are in Vietnamese.
"""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.glossary import CAPITALISED, Rendering, english_glossary
from retrieval.query.language import ENGLISH_WORDS, Language
from retrieval.text.spelling import is_bare, one_tone_style
from retrieval.text.tokens import PAIR_JOINER, Token, folded, tokenise, with_pairs

# What one English expression may be in Vietnamese: each rendering as the marked terms that it is matched by.
Renderings = tuple[tuple[str, ...], ...]


class Typing(StrEnum):
    """How the question's letters relate to those of the articles."""

    MARKED = "marked"
    RESTORED = "restored"
    BARE = "bare"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """What the indexes are asked for.

    ``marked`` is empty unless the question has marks, typed or restored. ``expressions`` is empty unless it is in
    English: it has the renderings of each expression that the glossary knows.
    """

    typing: Typing
    to_embed: str
    marked: tuple[str, ...]
    folded: tuple[str, ...]
    expressions: tuple[Renderings, ...] = ()


def question_terms(question: str, language: Language, *, restored: bool = False) -> QuestionTerms:
    """Return the terms of a normalised question; ``restored`` says that its marks were not all typed."""
    to_embed = one_tone_style(question)
    tokens = tokenise(question)
    if language is Language.ENGLISH:
        names = tuple(_names_and_figures(question, tokens))
        return QuestionTerms(Typing.FOREIGN, to_embed, (), names, _expressions(question, tokens))
    texts = [token.text for token in tokens]
    bare_terms = tuple(with_pairs(folded(texts)))
    if is_bare(question):
        return QuestionTerms(Typing.BARE, to_embed, (), bare_terms)
    typing = Typing.RESTORED if restored else Typing.MARKED
    return QuestionTerms(typing, to_embed, tuple(with_pairs(texts)), bare_terms)


def _names_and_figures(question: str, tokens: list[Token]) -> list[str]:
    """Return the folded tokens that are figures or begin with a capital, and the pairs of neighbours among them."""
    kept: list[str] = []
    previous = ""
    for token in tokens:
        first = question[token.start]
        is_term = first.isdigit() or (first.isupper() and token.text not in ENGLISH_WORDS)
        if not is_term:
            previous = ""
            continue
        bare = folded([token.text])[0]
        kept.append(bare)
        if previous:
            kept.append(f"{previous}{PAIR_JOINER}{bare}")
        previous = bare
    return kept


def _expressions(question: str, tokens: list[Token]) -> tuple[Renderings, ...]:
    """Return the renderings of each expression that the glossary knows, each expression once, in order."""
    words = [token.text for token in tokens]
    typed_small = {i for i, token in enumerate(tokens) if question[token.start].islower()}
    found = [
        tuple(_terms_of(rendering) for rendering in expression.renderings)
        for expression in english_glossary().expressions(words)
        if not (expression.start in typed_small and words[expression.start] in CAPITALISED)
    ]
    return tuple(dict.fromkeys(found))


def _terms_of(rendering: Rendering) -> tuple[str, ...]:
    """Return the pairs of neighbours of a rendering, or its one syllable: a pair says more than its two syllables."""
    return rendering if len(rendering) == 1 else tuple(with_pairs(list(rendering))[len(rendering) :])
