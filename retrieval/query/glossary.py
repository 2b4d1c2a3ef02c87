"""What English words are called in Vietnamese, so that an English question has words to look up at all.

``glossary.tsv`` was written by hand: the commonest words of every subject, with one to four usual renderings. A line is
``english forms<TAB>renderings``, both separated by ``|``; regular plurals, verb forms, comparatives and adverbs are
found by taking their endings off, irregular ones stand in the file; of several words the first and the last one may be
inflected ("takes part", "breaking ground"). It is read at the first English question. Capitalised syllables of a
Vietnamese name are no English words: "Lang Son" has no son.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.query.language import ENGLISH_WORDS
from retrieval.text.spelling import fold
from retrieval.text.syllables import is_bare_syllable
from retrieval.text.tokens import Token, token_texts

FILE_NAME = "glossary.tsv"
SEPARATOR = "|"
# A month and a country; written small, a modal verb and a pronoun.
CAPITALISED = frozenset({"may", "us"})
_MIN_STEM = 3  # letters; shorter ones ("wa" of "was") are no words
_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_BRITISH = re.compile(r"is(?=(?:e[ds]?|er|ers|ing|ation|ations)$)")
_MAX_SHARE_OF_CAPITALS = 0.7  # of the words of a question whose capitals tell names

Rendering = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """An English expression in tokens [start, end) of a question, and its Vietnamese renderings as tokens."""

    start: int
    end: int
    renderings: tuple[Rendering, ...]


class Glossary:
    """English expressions, in small letters with one space between words, and what they may be in Vietnamese."""

    def __init__(self, renderings: Mapping[str, str]) -> None:
        """Take the renderings of each expression, still separated by ``|``: few of them are ever looked at."""
        self._renderings = renderings
        # How many words the longest expression has that begins with a word.
        self._longest: dict[str, int] = {}
        for expression in renderings:
            opening = expression.split(" ", 1)[0]
            self._longest[opening] = max(self._longest.get(opening, 0), expression.count(" ") + 1)

    def __len__(self) -> int:
        """Return the number of English expressions."""
        return len(self._renderings)

    def renderings(self) -> Iterator[str]:
        """Yield what the expressions may be in Vietnamese, in small letters; some more than once."""
        for listed in self._renderings.values():
            yield from listed.split(SEPARATOR)

    def expressions(self, words: Sequence[str]) -> list[Expression]:
        """Return the expressions that these tokens in small letters hold, in order; the longest wins, none overlap."""
        found = []
        start = 0
        while start < len(words):
            expression = self._longest_at(words, start)
            if expression is None:
                start += 1
            else:
                found.append(expression)
                start = expression.end
        return found

    def _longest_at(self, words: Sequence[str], start: int) -> Expression | None:
        openings = [(form, self._longest[form]) for form in forms(words[start]) if form in self._longest]
        longest = max((length for _, length in openings), default=0)
        for end in range(min(start + longest, len(words)), start, -1):
            for expression in _spelled(words[start:end], [form for form, length in openings if length >= end - start]):
                listed = self._renderings.get(expression)
                if listed is not None:
                    renderings = tuple(tuple(token_texts(rendering)) for rendering in listed.split(SEPARATOR))
                    return Expression(start, end, renderings)
        return None


def _spelled(words: Sequence[str], openings: Sequence[str]) -> Iterator[str]:
    """Yield what words may be in the glossary, likeliest first; ``openings`` has the forms of the first one."""
    if len(words) == 1:
        yield from openings
        return
    for opening in openings:
        for last in forms(words[-1]):
            yield " ".join((opening, *words[1:-1], last))


@cache
def english_glossary() -> Glossary:
    """Return the glossary that ships with the project, read once."""
    text = files(__package__).joinpath(FILE_NAME).read_text("utf-8")
    renderings = {}
    for line in text.splitlines():
        forms, listed = line.split("\t")
        for form in forms.split(SEPARATOR):
            renderings[_as_tokens(form)] = listed
    return Glossary(renderings)


def english_expressions(question: str, tokens: Sequence[Token]) -> list[Expression]:
    """Return the expressions of an English question, but what only looks like one: "us", "Song" of "Song Huong"."""
    words = [token.text for token in tokens]
    names = name_syllables(question, tokens)

    def is_meant(found: Expression) -> bool:
        typed_small = question[tokens[found.start].start].islower()
        is_one = found.end - found.start == 1
        return not (typed_small and words[found.start] in CAPITALISED) and not (is_one and found.start in names)

    return [found for found in english_glossary().expressions(words) if is_meant(found)]


def name_syllables(question: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Return the numbers of the tokens of an English question that are syllables of Vietnamese names.

    These are capitalised syllables side by side, one of which is no English word, or a small one that nobody would
    write with a capital there ("Long An", "Nguyen Van The").
    """
    capitalised = [question[token.start].isupper() for token in tokens]
    if sum(capitalised) > _MAX_SHARE_OF_CAPITALS * len(tokens):
        return frozenset()  # "How Many Students Did The School Admit"
    names: set[int] = set()
    start = 0
    for i in range(len(tokens) + 1):
        goes_on = i < len(tokens) and capitalised[i] and _may_be_syllable(i, tokens[i].text)
        if goes_on and i > start and question[tokens[i - 1].end : tokens[i].start] == " ":
            continue
        if i - start > 1 and any(_is_no_english(token.text) for token in tokens[start:i]):
            names.update(range(start, i))
        start = i if goes_on else i + 1
    return frozenset(names)


def _may_be_syllable(place: int, word: str) -> bool:
    return is_bare_syllable(fold(word)) and not (place == 0 and word in ENGLISH_WORDS)


def _is_no_english(word: str) -> bool:
    return word in ENGLISH_WORDS or not english_glossary().expressions([word])


def forms(word: str) -> Iterator[str]:
    """Yield an English word as it is, without its regular endings, and in American spelling, likeliest first."""
    found = [word, *stems(word)]
    yield from found
    for form in found:
        american = _BRITISH.sub("iz", form)
        if american != form:
            yield american


def stems(word: str) -> Iterator[str]:
    """Yield what may be left of an English word without a regular ending, likeliest first; most are no words."""
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _MIN_STEM:
            continue
        # A short stem would have doubled its last letter: "rated" is of "rate", "visited" of "visit".
        is_cut = ending in _DOUBLING and _SHORT_STEM.fullmatch(stem) is not None
        for replacement in reversed(replacements) if is_cut else replacements:
            yield stem + replacement
        if ending in _DOUBLING and stem[-1] == stem[-2]:
            yield stem[:-1]


# An ending and what may have stood in its place; longer endings before those they contain.
_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ves", ("f", "fe", "ve")),
    ("ses", ("s", "se", "sis")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("iest", ("y",)),
    ("est", ("", "e")),
    ("ier", ("y",)),
    ("er", ("", "e")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
)
_DOUBLING = frozenset({"ed", "ing", "est", "er"})


def _as_tokens(form: str) -> str:
    """Return an expression as the question's tokens have it: "people's committee" as "people s committee"."""
    return form if form.replace(" ", "").isalnum() else " ".join(token_texts(form))
