"""Which of several a question is about: "the first consultation", "lần thứ nhất", "đợt 2".

"And the second one?" exchanges it; that "thứ hai" is Monday too does not matter beside a question about the first.
"""

import re
from dataclasses import dataclass

from retrieval.query.followups.patterns import at_end, tolerant, words
from retrieval.query.language import Language
from retrieval.text.numerals import CARDINALS, ENGLISH_RANKS, RANKS, ROMAN
from retrieval.text.spelling import fold, is_bare

_NUMBERS = {
    **{fold(word): n for names in (RANKS, CARDINALS) for n, word in enumerate(names, 1)},
    **{word: n for names in (ENGLISH_RANKS, ROMAN) for n, word in enumerate(names, 1)},
    "đầu tiên": 1,
    "dau tien": 1,
    "đầu": 1,
    "dau": 1,
}
_FIGURE = r"\d{1,2}|[IVX]{1,4}"
# After a word for one of several, a number alone ranks: "lần một", "đợt 2", "giai đoạn II".
_SEVERAL = tolerant("lần|đợt|kỳ|nhóm|giai đoạn|vòng|bước|phần|loại|trận|hiệp|phiên|tuyến|tập")
_IN_VIETNAMESE = re.compile(
    rf"(?<!\w)(?:{tolerant('thứ')} (?P<rank>{tolerant('|'.join((*RANKS, 'một', 'bốn')))}|{_FIGURE})"
    rf"|(?P<first>{tolerant('đầu tiên')})"
    rf"|(?:{_SEVERAL}) (?P<number>{tolerant('|'.join(CARDINALS))}|{_FIGURE}"
    rf"|{tolerant('đầu')}(?! {tolerant('tiên')})))"
    r"(?!\w|[./-]\d)",
    re.IGNORECASE,
)
_IN_ENGLISH = re.compile(
    rf"(?<!\w)(?P<rank>{'|'.join(ENGLISH_RANKS)}|\d{{1,2}}(?=(?:st|nd|rd|th)(?!\w)))(?:st|nd|rd|th)?(?!\w)",
    re.IGNORECASE,
)
# "The first half", "the first six months": a part of a year, not one of several.
_OF_TIME = re.compile(r" (?:\w+ )?(?:half|quarter|months?|weeks?|days?|years?|century)(?!\w)", re.IGNORECASE)
_AHEAD = {
    Language.VIETNAMESE: at_end("ở|vào|trong|của|cái|người"),
    Language.ENGLISH: words("(?:in|on|at|for|of|from)? ?(?:the|its|their)?"),
}
_MAX_WORDS_AHEAD = 2
_SAYS_NO_MORE = frozenset({"one", "ones", "time"})


def _suffix(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal number, from 1, as it stands in a text: [start, end)."""

    number: int
    start: int
    end: int

    def written_in(self, language: Language) -> str:
        """Return the ordinal in words."""
        index = self.number - 1
        if language is Language.ENGLISH:
            return ENGLISH_RANKS[index] if index < len(ENGLISH_RANKS) else f"{self.number}{_suffix(self.number)}"
        return f"thứ {RANKS[index] if index < len(RANKS) else self.number}"


def find_ordinals(text: str, language: Language) -> list[Ordinal]:
    """Return the ordinals of a text in order."""
    found = []
    for match in (_IN_ENGLISH if language is Language.ENGLISH else _IN_VIETNAMESE).finditer(text):
        group = next(name for name in ("rank", "first", "number") if match.groupdict().get(name))
        number = _number(match[group])
        if number and not (language is Language.ENGLISH and _OF_TIME.match(text, match.end())):
            found.append(Ordinal(number, match.start("number" if group == "number" else 0), match.end()))
    return found


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.get(word.lower(), _NUMBERS.get(fold(word), 0))


def ordinal_instead(text: str, before: str, language: Language, *, is_marked: bool = False) -> Ordinal | None:
    """Return the ordinal that is all that half a question names.

    The question before has one to exchange, unless ``is_marked`` says that a lead-in tells a follow-up.
    """
    found = find_ordinals(text, language)
    is_one_of_several = any(find_ordinals(before, one) for one in Language)
    if len(found) != 1 or not (is_one_of_several or is_marked):
        return None
    ordinal = found[0]
    ahead, behind = text[: ordinal.start].strip(), text[ordinal.end :].lower().split()
    if language is Language.VIETNAMESE:
        return ordinal if not behind and len(ahead.split()) <= _MAX_WORDS_AHEAD + 1 else None
    is_plain = not ahead or _AHEAD[language].fullmatch(ahead) is not None
    is_same = not behind or (
        len(behind) <= _MAX_WORDS_AHEAD
        and (behind[-1] in _SAYS_NO_MORE or words(re.escape(behind[-1])).search(before) is not None)
    )
    return ordinal if is_plain and is_same else None


def with_ordinal(shown: str, new: Ordinal, before: str, language: Language, *, translated: bool) -> str | None:
    """Return the question before with the last of its ordinals exchanged, or None where it has none."""
    old = find_ordinals(before, language)
    if not old:
        return None
    typed = shown[new.start : new.end]
    piece = new.written_in(language) if translated or (is_bare(typed) and not typed[-1:].isdigit()) else typed
    return f"{before[: old[-1].start]}{piece}{before[old[-1].end :]}"
