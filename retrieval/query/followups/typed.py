"""Half a question in two spellings of one length.

As typed it is matched with the patterns; with its marks it is taken over into the whole question.
"""

import re
from dataclasses import dataclass

from retrieval.query.followups.patterns import words
from retrieval.text.spelling import fold, is_bare, one_tone_style

_FINAL = " ?!.…,;:"
_COMMA = re.compile(r",(?= )")
# In half a question these are meant, whatever else the articles spell so: "o dau" is not "ở đầu".
_QUESTION_WORDS = (
    "có bao nhiêu|bao nhiêu|bao giờ|bao lâu|ở đâu|tại đâu|từ đâu|đến đâu|nào|thế nào|vì sao|tại sao|thì sao|ra sao"
    "|là ai|do ai|gì|những ai|ông ấy|bà ấy|anh ấy|cô ấy"
)
_QUESTION_WORD = words(_QUESTION_WORDS)
_MARKED = {fold(word): word for word in _QUESTION_WORDS.split("|")}


@dataclass(frozen=True, slots=True)
class Typed:
    """``text`` as typed and ``shown`` with its marks; an offset into the one is an offset into the other."""

    text: str
    shown: str

    @classmethod
    def of(cls, question: str, understood: str) -> "Typed":
        """Return both spellings without final punctuation; where their lengths differ, the one understood stands."""
        text = one_tone_style(question if len(question) == len(understood) else understood)
        shown = _with_question_words(text, one_tone_style(understood))
        start = len(text) - len(text.lstrip(_FINAL + "-–\"'“”"))
        end = len(text.rstrip(_FINAL))
        return cls(text, shown).part(start, max(start, end))

    def part(self, start: int, end: int | None = None) -> "Typed":
        """Return code points [start, end) of both."""
        return Typed(self.text[start:end], self.shown[start:end])

    def without_start(self, pattern: re.Pattern[str]) -> "Typed":
        """Return what is left behind a match at the start, or all."""
        match = pattern.match(self.text)
        return self.part(match.end()) if match and match.end() < len(self.text) else self

    def without_end(self, pattern: re.Pattern[str]) -> "Typed":
        """Return what is left before a match at the end, or all."""
        match = pattern.search(self.text)
        return self.part(0, match.start()) if match and match.start() > 0 else self

    def without(self, *spans: tuple[int, int]) -> "Typed":
        """Return both without the code points of the spans, single-spaced."""
        kept = self
        for start, end in sorted(spans, reverse=True):
            before, after = kept.part(0, start), kept.part(end)
            kept = Typed(_joined(before.text, after.text), _joined(before.shown, after.shown))
        return kept

    def without_commas(self) -> "Typed":
        """Return both without the commas between words."""
        return self.without(*((match.start(), match.end()) for match in _COMMA.finditer(self.text)))

    @property
    def n_words(self) -> int:
        """Return the number of words."""
        return len(self.text.split())


def bare_question(text: str) -> str:
    """Return the question without its final punctuation."""
    return text.rstrip(" ?!.…")


def _with_question_words(text: str, shown: str) -> str:
    """Return the shown spelling with the marks of question words that were typed without any."""
    for match in _QUESTION_WORD.finditer(text):
        if is_bare(match.group()):
            marked = _MARKED[match.group().lower()]
            marked = f"{marked[0].upper()}{marked[1:]}" if match.group()[0].isupper() else marked
            shown = f"{shown[: match.start()]}{marked}{shown[match.end() :]}"
    return shown


def _joined(before: str, after: str) -> str:
    return f"{before.rstrip()} {after.lstrip()}".strip()
