"""What English words are called in Vietnamese, so that an English question has words to look up at all.

``glossary.tsv`` was written by hand: the commonest words of every subject, with one to four usual renderings. A line is
``english forms<TAB>renderings``, both separated by ``|``; regular plurals, verb forms, comparatives and adverbs are
found by taking their endings off, irregular ones stand in the file. It is read at the first English question.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.text.tokens import token_texts

FILE_NAME = "glossary.tsv"
SEPARATOR = "|"
# A month and a country; written small, a modal verb and a pronoun.
CAPITALISED = frozenset({"may", "us"})
_MIN_STEM = 3  # letters; shorter ones ("wa" of "was") are no words

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
        self._longest = max((expression.count(" ") + 1 for expression in renderings), default=0)

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
        for end in range(min(start + self._longest, len(words)), start, -1):
            *first, last = words[start:end]
            for form in (last, *stems(last)):
                listed = self._renderings.get(" ".join((*first, form)))
                if listed is not None:
                    renderings = tuple(tuple(token_texts(rendering)) for rendering in listed.split(SEPARATOR))
                    return Expression(start, end, renderings)
        return None


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


def stems(word: str) -> Iterator[str]:
    """Yield what may be left of an English word without a regular ending, likeliest first; most are no words."""
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _MIN_STEM:
            continue
        for replacement in replacements:
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
