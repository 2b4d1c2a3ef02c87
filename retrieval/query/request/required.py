"""What the answering sentence must say, beside having something of the asked kind: a colour, a home, a salary, a deed.

"Đội mặc áo màu gì" is not answered by any sentence about the team, nor "ai thiết kế cầu" by whoever opened the bridge.
``required.tsv`` has how a question says it and what then stands in the sentence that answers or beside it. What is told
is wide on purpose: whatever an article may call it in other words must be in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import AnswerType, Spellings, both

FILE_NAME = "required.tsv"
_ASKED = "(?:bao nhiêu|bao nhiu|bn|mấy)"
_WHO = "(?:ai|(?:người|đơn vị|cơ quan|công ty|hãng|nhà thầu|tổ chức|đồng chí|lãnh đạo) nào)"
_UPPER = "".join(letter for letter in map(chr, range(ord("A"), 0x1EFA)) if letter.isupper())
_NAMED = rf"(?: \w+){{0,3}}?:? ?[\"“‘']?(?:[{_UPPER}]|\d)"
# What may stand between a noun and the names of a list: "các xã biên giới gồm: …".
_FILLING = (
    "mới|gồm|là|như|sau|của|các|có|đó|này|trên|nghèo|biên giới|ven biển|miền núi|vùng cao|cũ|bạn|lân cận"
    "|thành phố|thành|thị xã|thị trấn"
)
_LISTED = rf"(?:(?:[:,(]? (?:{_FILLING})){{0,4}}[:,(]? ?[\"“‘']?[{_UPPER}]|[^.;]{{0,60}} (?:gồm|là):? [{_UPPER}])"
_OTHERWISE = "địa phương|đơn vị|nơi"  # what an article may call any of them
_NAMED_ONES = frozenset(
    {"xã", "phường", "huyện", "thị trấn", "thị xã", "tỉnh", "thôn", "làng", "quận", "công ty", "trường", "bệnh viện"}
    | {"ngân hàng", "thành phố"}
)
_KINDS = {
    "any": frozenset(AnswerType) - {AnswerType.REASON},
    "figure": frozenset({AnswerType.NUMBER}),
    "money": frozenset({AnswerType.NUMBER}),
    "actor": frozenset({AnswerType.PERSON, AnswerType.PERSONS, AnswerType.ORGANISATION}),
    "noun": frozenset({AnswerType.PLACE, AnswerType.ORGANISATION, AnswerType.LIST, AnswerType.FREE}),
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must stand in the sentence that answers or in one beside it; ``leads`` to the figure asked for."""

    told: re.Pattern[str]
    leads: bool = False


# "7g30" and "7 giờ" tell a time of day, "50g" a weight.
A_CLOCK_TIME = Requirement(
    re.compile(
        r"(?<!\w)(?:\d{1,2} ?(?:giờ|h|g|:) ?\d{1,2}|\d{1,2} ?(?:giờ|h)"
        r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười một|mười hai) giờ)(?!\w)",
        re.IGNORECASE,
    )
)


@dataclass(frozen=True, slots=True)
class _Rule:
    kinds: frozenset[AnswerType]
    vietnamese: Spellings
    english: Spellings
    requirement: Requirement


def requirements(reading: QuestionReading, kind: AnswerType) -> tuple[Requirement, ...]:
    """Return all that the sentence which answers must say by the question's words."""
    text, is_folded = next(reading.spelled)
    return tuple(
        rule.requirement
        for rule in _rules()
        if kind in rule.kinds
        and (rule.english if reading.is_english else rule.vietnamese).spelled(is_folded).search(text)
    )


def named(head: Sequence[str]) -> Iterator[Requirement]:
    """Yield that names must stand behind a noun of places or bodies in small letters, with its marks: "xã nào"."""
    noun = next((" ".join(head[:size]) for size in (2, 1) if " ".join(head[:size]) in _NAMED_ONES), None)
    if noun is not None:
        yield Requirement(re.compile(rf"(?<!\w)(?i:{noun}|{_OTHERWISE}){_LISTED}"))


@cache
def _rules() -> tuple[_Rule, ...]:
    """Return the rules that ship with the project, read once."""
    lines = files(__package__).joinpath(FILE_NAME).read_text("utf-8").splitlines()
    return tuple(_rule(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def _rule(kind: str, vietnamese: str, english: str, told: str) -> _Rule:
    vietnamese = vietnamese.replace("{asked}", _ASKED).replace("{who}", _WHO)
    if kind == "noun":
        vietnamese = rf"(?:{vietnamese})(?: \w+){{0,2}}? (?:nào|gì|mấy)"
        english = rf"(?:which|what) (?:\w+ )?(?:{english})"
    pattern = _with_name(told) if kind == "noun" else re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)
    return _Rule(_KINDS[kind], both(vietnamese), both(english), Requirement(pattern, leads=kind == "money"))


def _with_name(nouns: str) -> re.Pattern[str]:
    """Return a pattern for one of the nouns with a name in capitals, or a number, a few words behind it."""
    alone = "|".join(_parts(nouns, is_end=True))
    by_itself = rf"|(?i:\w*(?:{alone}))(?!\w)" if alone else ""
    return re.compile(rf"(?<!\w)(?i:{'|'.join(_parts(nouns, is_end=False))})(?![^\W\d]){_NAMED}{by_itself}")


def _parts(nouns: str, *, is_end: bool) -> Iterator[str]:
    """Yield the nouns, or what is the end of a name that tells it alone: "@airways"."""
    return (noun.removeprefix("@") for noun in nouns.split("|") if noun.startswith("@") == is_end)
