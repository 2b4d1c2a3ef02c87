"""Offices that a sentence gives to persons in other ways than beside their names.

"Bà A được bầu giữ chức Chủ tịch", "các ông A, B giữ chức Phó Chủ tịch", "Ba Phó Chủ tịch là các ông, bà: A, B, C".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.mentions import Mention, together
from retrieval.answer.spans.names import TITLE
from retrieval.text.span import Span

_CHOSEN = "bầu|cử|tái cử|bổ nhiệm|đề bạt|chọn|điều động|phân công|chỉ định|tín nhiệm|suy cử|tấn phong|phê chuẩn"
# Behind the persons, right before the office.
_GIVEN = re.compile(
    rf"(?<!\w)(?:(?:{_CHOSEN})(?: (?:giữ|làm|là|vào|đảm nhiệm))?|(?:tái )?đắc cử|trúng cử|tái cử"
    r"|(?<!đã )(?<!từng )(?:tiếp tục )?(?:giữ|làm|đảm nhiệm|đảm nhận|giữ cương vị))"
    r"(?: (?:chức vụ|chức danh|chức|cương vị|vị trí|nhiệm vụ))?(?: là)? $",
    re.IGNORECASE,
)
# Between the office and the persons that it names: the body it is of, then "là", "gồm" or a colon.
_INTRODUCES = re.compile(
    r"(?: [^\W_][\w./&-]*){0,14}?(?:\s*:| (?:là|gồm|gồm có|lần lượt là|thuộc về)(?:\s*:)?)"
    r"(?: (?:các |hai |ba |những )?(?:đồng chí|đ/c|ông,? bà|bà,? ông|ông|bà|anh|chị))*\s*:?\s*",
    re.IGNORECASE,
)
_OFFICE_ENDS = re.compile(r"[,;:()]|\.(?=\s|$)|\s[-–]\s| (?:với|và|cùng|tại|trong|từ|thay|đạt|sau|khi|để)(?= )")
_GIVEN_REACH_CHARS = 60
_LINK_CHARS = 120


def with_given_offices(sentence: ReadSentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the persons of a sentence, each with the offices that it is said to have been given or to hold."""
    given: dict[int, list[Span]] = {}
    for title in TITLE.finditer(sentence.article, sentence.span.start, sentence.span.end):
        if title["former"]:
            continue
        persons = _persons_before(sentence, mentions, title) or _persons_behind(sentence, mentions, title)
        if persons:
            office = Span(title.start("title"), _end_of_office(sentence, title))
            for person in persons:
                given.setdefault(id(person), []).append(office)
    return [replace(each, given=tuple(given.get(id(each), ()))) for each in mentions]


def _persons_before(sentence: ReadSentence, mentions: Sequence[Mention], title: re.Match[str]) -> list[Mention]:
    """Return who is named before an office that was given: the nearest person, and those named together with them."""
    start = max(sentence.span.start, title.start() - _GIVEN_REACH_CHARS)
    verb = _GIVEN.search(sentence.article[start : title.start()])
    if verb is None:
        return []
    before = [each for each in mentions if each.name.end <= start + verb.start()]
    if not before or start + verb.start() - before[-1].extent.end > _LINK_CHARS:
        return []
    return together(mentions, before[-1])


def _persons_behind(sentence: ReadSentence, mentions: Sequence[Mention], title: re.Match[str]) -> list[Mention]:
    """Return who is named behind an office by "là" or a colon."""
    link = _INTRODUCES.match(sentence.article, title.end(), sentence.span.end)
    behind = [each for each in mentions if each.name.start >= title.end()]
    if not behind:
        return []
    first = behind[0]
    if link is None or not first.extent.start <= link.end() <= first.name.start:
        return []
    return [each for each in together(mentions, first) if each.name.start >= first.name.start]


def _end_of_office(sentence: ReadSentence, title: re.Match[str]) -> int:
    end = _OFFICE_ENDS.search(sentence.article, title.end(), sentence.span.end)
    return end.start() if end else sentence.span.end
