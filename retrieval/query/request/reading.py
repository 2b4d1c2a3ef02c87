"""A question as the patterns of wordings see it: its tokens on one line, folded where marks are missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.query.glossary import Rendering
from retrieval.query.language import Language
from retrieval.query.request.wording import Spellings
from retrieval.text.spelling import fold, is_bare
from retrieval.text.tokens import Token, tokenise
from retrieval.text.wordlists import word_set

_BEFORE_SHORT_IS = word_set("what who where when how why which that there it here")


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question's tokens as typed (``tokens``) and as patterns are matched (``keys``)."""

    question: str
    language: Language
    tokens: list[Token]
    keys: list[str]
    is_folded: bool

    @property
    def text(self) -> str:
        """Return the keys with one space between them."""
        return " ".join(self.keys)

    @property
    def spelled(self) -> Iterator[tuple[str, bool]]:
        """Yield the text that wordings are looked for in, and whether it is folded: marks given back come first.

        Most of them are right, and without them "hội nào" is "hồi nào", "cơ quan nào" "quận nào".
        """
        if self.is_folded and not is_bare(self.question):
            yield " ".join(token.text for token in self.tokens), False
        yield self.text, self.is_folded

    @property
    def is_english(self) -> bool:
        """Return whether the question is in English."""
        return self.language is Language.ENGLISH

    def typed(self, start: int, end: int) -> list[str]:
        """Return tokens [start, end) as they were typed."""
        return [self.question[token.start : token.end] for token in self.tokens[start:end]]

    def folded_keys(self, start: int, end: int) -> Rendering:
        """Return tokens [start, end) without marks."""
        return tuple(fold(key) for key in self.keys[start:end])

    def capitalised_runs(self) -> Iterator[tuple[int, int]]:
        """Yield the longest runs of capitalised tokens, as [start, end)."""
        start = 0
        for i in range(len(self.tokens) + 1):
            if i == len(self.tokens) or not self.question[self.tokens[i].start].isupper():
                if i > start:
                    yield start, i
                start = i + 1

    def token_at(self, char: int, text: str | None = None) -> int:
        """Return the number of the token at a code point of the text, or of the other spelling of it."""
        return (self.text if text is None else text)[:char].count(" ")

    def says(self, vietnamese: Spellings, english: Spellings) -> bool:
        """Return whether the question has the wording of its language."""
        spellings = english if self.is_english else vietnamese
        return spellings.spelled(self.is_folded).search(self.text) is not None


def _is_short_is(before: str, key: str) -> bool:
    """Return whether a token is the "s" of "what's the deadline"."""
    return key == "s" and before in _BEFORE_SHORT_IS


def read_question(question: str, language: Language, *, restored: bool) -> QuestionReading:
    """Return a normalised question read; marks that were not typed are not believed, so its keys have none."""
    tokens = tokenise(question)
    is_folded = language is Language.VIETNAMESE and (restored or is_bare(question))
    keys = [fold(token.text) if is_folded else token.text for token in tokens]
    if language is Language.ENGLISH:
        keys[1:] = ["is" if _is_short_is(*pair) else pair[1] for pair in pairwise(keys)]
    return QuestionReading(question, language, tokens, keys, is_folded)
