"""Offices of local government as English questions call them, each with what Vietnamese articles call its holder.

A mayor is the chairman of a people's committee there, and word by word "chairman" alone would be any chairman: so the
two words are read together, wherever the place stands between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BODIES = {
    "committee": ("ubnd", "ủy ban nhân dân"),
    "council": ("hđnd", "hội đồng nhân dân"),
}
_AREAS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường")
_DEPUTY = r"(?P<deputy>(?:vice|deputy)[ -])?"
_CHAIR = r"chair(?:man|woman|person)?"
_PEOPLES = r"people['’]?s['’]? (?P<body>committee|council)"
_BETWEEN = r"(?:[\w.-]+ ){0,5}?"
_OFFICES = (
    re.compile(rf"\b(?P<named>{_DEPUTY}{_CHAIR} of (?:the )?{_PEOPLES})", re.IGNORECASE),
    # "chairman of the Hue City People's Committee": the words of the place between are names of their own.
    re.compile(rf"\b(?P<named>{_DEPUTY}{_CHAIR}) (?:of|at|in) {_BETWEEN}{_PEOPLES}", re.IGNORECASE),
    re.compile(rf"\b(?P<named>{_PEOPLES}(?:['’]s)? {_DEPUTY}{_CHAIR})\b", re.IGNORECASE),
    re.compile(r"\b(?P<named>(?P<deputy>(?:vice|deputy)[ -])?mayor)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class EnglishOffice:
    """An office in code points [start, end) of a question, and its Vietnamese names in small letters."""

    start: int
    end: int
    renderings: tuple[str, ...]


def find_english_offices(text: str) -> Iterator[EnglishOffice]:
    """Yield the offices of local government that an English text asks of."""
    for pattern in _OFFICES:
        for match in pattern.finditer(text):
            deputy = "phó " if match["deputy"] else ""
            body = match.groupdict().get("body")
            if body:
                heads: tuple[str, ...] = tuple(f"chủ tịch {name}" for name in _BODIES[body.lower()])
            else:
                heads = ("thị trưởng", *(f"chủ tịch {name}" for name in (*_BODIES["committee"], *_AREAS)))
            yield EnglishOffice(match.start("named"), match.end("named"), tuple(f"{deputy}{head}" for head in heads))
