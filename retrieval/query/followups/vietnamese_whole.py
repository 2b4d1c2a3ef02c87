"""Reads a whole Vietnamese question, so that half of the next one can be put into it: what it asks, and about what."""

import re
from dataclasses import dataclass

from retrieval.query.followups.asked import Asked
from retrieval.query.followups.names import find_names, persons_in
from retrieval.query.followups.patterns import Wording, at_end, at_start
from retrieval.query.followups.periods import find_periods
from retrieval.query.followups.typed import bare_question
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.offices import RANK

_ASKED = (
    (Asked.WHY, Wording("(?:vì|tại) (?:sao|đâu)|do đâu|(?:vì )?lý do (?:gì|nào)")),
    (Asked.WHEN, Wording(
        "(?:(?:vào|từ|trong|đến) )?(?:(?:khi|lúc|ngày|năm|tháng|hôm|thời gian|thời điểm|giai đoạn) nào|bao giờ|ngày mấy"
        "|tháng mấy|(?:lúc )?mấy giờ|ngày bao nhiêu)"
    )),
    (Asked.WHERE, Wording(
        "(?:(?:ở|tại|từ|đến|vào|tới|về) )?(?:đâu|(?:nơi|chỗ|địa điểm|tỉnh|thành phố|huyện|nước|quốc gia"
        "|tỉnh thành) nào)"
    )),
    (Asked.HOW_LONG, Wording("(?:trong )?bao lâu")),
    (Asked.HOW, Wording("như thế nào|thế nào|ra sao|bằng cách nào")),
    (Asked.HOW_MANY, Wording("bao nhiêu|mấy")),
    (Asked.WHO, Wording(
        "(?:những |các )?ai(?! cập)|(?:những |các )?(?:người|đồng chí|lãnh đạo|vị|nhân vật|ông|bà|cầu thủ|tác giả) nào"
    )),
    (Asked.WHAT, Wording(r"(?:những |các |cái |điều |việc )?gì|[^\W\d]+ nào")),
)  # fmt: skip
# "Hai lãnh đạo nào chủ trì …": a subject of several words, which begins the question.
_WHICH_SUBJECT = at_start(r"(?:[^\W\d]+ ){1,4}?nào")
_SUBJECT_WHO = at_start(
    "(?:những |các )?ai|(?:[^\\W\\d]+ ){0,2}(?:người|đồng chí|lãnh đạo|vị|nhân vật|cầu thủ|tác giả) nào"
)
_AUXILIARIES = at_start("(?:(?:là|người|đã|sẽ|đang|vừa|cùng|được|từng)(?!\\w) ?)+")
_EVENT = Wording(
    r"hội nghị|hội thảo|hội thi|hội chợ|hội diễn|đại hội|lễ hội|lễ (?:[^\W\d]+)|buổi (?!sáng|trưa|chiều|tối)[^\W\d]+"
    r"|cuộc (?!sống|đời)[^\W\d]+|phiên (?!bản|dịch)[^\W\d]+"
    r"|kỳ họp|kỳ thi|diễn đàn"
    r"|(?<!lý )(?<!hòa )(?<!chú )giải(?! (?:thể|quyết|pháp|phóng|ngân|thích|trình|tỏa|trí|đáp|mã|cứu|phẫu)(?!\w))"
    r"(?: [^\W\d]+)?|trận [^\W\d]+|trận|chung kết|triển lãm|liên hoan|festival"
    r"|(?<!nghiệp )(?<!nhiệm )(?<!dịch )(?<!chức )(?<!phục )(?<!công )vụ [^\W\d]+|chuyến [^\W\d]+"
    r"|cơn bão|bão(?! (?:nhiêu|lâu|giờ|gồm))|tọa đàm|họp báo|đám cháy|động đất|ngày hội|world cup|sea games|olympic"
    r"|asiad|euro|hội khỏe|tuần lễ"
    r"|chiến dịch|tai nạn|lũ lụt|đêm nhạc|dạ hội|hội đàm|đối thoại"
)
_EVENT_STOP = Wording(
    "diễn ra|được|do|có|là|đâu|bị|sẽ|đã|đang|gồm|kéo dài|bắt đầu|kết thúc|thu hút|thảo luận|quyết định|thông qua"
    "|bế mạc|như thế nào|thế nào|ra sao|bao nhiêu|bao giờ|bao lâu|vì sao|tại sao|mấy|xảy ra|nhằm|ghi|gì|ai"
    r"|(?:vào )?(?:lúc|khi|ngày|năm|tháng|\w+) nào|ở đâu|tại đâu|làm|gây|đổ bộ|quét|tàn phá|suy yếu|tổ chức (?:ở|tại"
    r"|vào|khi|ngày|từ)|vào ngày nào",
    is_small=True,
)
_PUNCTUATION = re.compile("[,;:?!]")
_DANGLING = at_end("ở|tại|vào|từ|đến|với|cho|của|do|là|bởi|về|trong|được|bị|và|có")
_LIGHT_VERB = at_end(
    "(?:(?:đã|sẽ|đang|được|sắp) )?(?:diễn ra|tổ chức|khai mạc|bế mạc|bắt đầu|kết thúc|xảy ra|họp|nằm|là|có|thuộc"
    "|kéo dài|gồm|bao gồm|gồm có|ban hành|có hiệu lực|ra đời|thành lập|khởi công|khánh thành|ký)"
)
_ROLE = Wording(f"(?:phó |thứ )?(?:{RANK}|tác giả)")
_ROLE_STOP = Wording(
    "là|có|được|bị|đã|sẽ|đang|phát biểu|nói|đến|thăm|gặp|dự|tham dự|chủ trì|ký|yêu cầu|đề nghị|cho|khi|vì|ở|tại|vào"
    "|sinh|gì|ai",
    is_small=True,
)
PHRASE_STOP = Wording(
    "là|có|được|bị|đã|sẽ|đang|của|ở|tại|trong|vào|từ|đến|cho|do|bởi|và|hay|tăng|giảm|đạt|gồm|diễn ra|tổ chức|sinh"
    "|mất|nằm"
    "|bằng|với|về|theo|khi|nào|đâu|gì|ai|bao|mấy|vì|sao|thế|như|năm|tháng|ngày|quý|hôm|này|đó|chủ trì|tham dự|dự"
    "|phát biểu"
    "|thu hút|ghi|thắng|thua|vô địch|đoạt|giành|xây|làm|sáp nhập|đón|trúng|cao|thấp|nhiều|ít|hiện|mới|vừa|đứng"
    "|trở thành",
    is_small=True,
)
_BY_WHOM = Wording("do (?:những )?ai")
_THAT_IS = Wording("là (?:những )?(?:ai|gì|người nào)")
_IS = at_start("là")


@dataclass(frozen=True, slots=True)
class AskedAt:
    """Where a whole question says what it asks: code points [start, end)."""

    kind: Asked
    start: int
    end: int


def find_asked(text: str) -> AskedAt | None:
    """Return the first question word of a text; of those that begin together the longest."""
    which = _WHICH_SUBJECT.match(text)
    found = [(match.start(), -match.end(), kind) for kind, pattern in _ASKED if (match := pattern.search(text))]
    if not found:
        return None
    start, end, kind = min(found, key=lambda at: at[:2])  # of equals the first in the table
    if which and kind in {Asked.WHAT, Asked.WHO}:
        start, end = 0, -len(which.group().rstrip())
    return AskedAt(kind, start, -end)


def event_in(text: str) -> tuple[int, int] | None:
    """Return where the event that a question is about is named, with what describes it."""
    event = _EVENT.search(text)
    if event is None:
        return None
    stops = [match.start() for pattern in (_EVENT_STOP, _PUNCTUATION) if (match := pattern.search(text, event.end()))]
    end = min([len(text), *stops])
    return event.start(), len(_stripped(text[:end], _DANGLING))


def asks(before: str) -> Asked | None:
    """Return what kind of thing a question asks for."""
    asked = find_asked(bare_question(before))
    return asked.kind if asked else None


def topic(before: str) -> str:
    """Return what a question is about, as a noun phrase; empty where it has none.

    An event keeps the place and the period that the question names elsewhere.
    """
    text = bare_question(before)
    event = event_in(text)
    if event is not None:
        return _with_context(text, *event)
    asked = find_asked(text)
    if asked is None:
        return text
    if _SUBJECT_WHO.match(text) or asked.start == 0:
        predicate = _AUXILIARIES.sub("", text[asked.end :].strip(), count=1)
        return predicate if _IS.match(text[asked.end :].strip()) else ""
    by_whom = _BY_WHOM.search(text) or _THAT_IS.search(text)
    head = text[: by_whom.start() if by_whom else asked.start]
    return _stripped(_stripped(head, _DANGLING), _LIGHT_VERB) if by_whom or _LIGHT_VERB.search(head.strip()) else ""


def _with_context(text: str, start: int, end: int) -> str:
    """Return the event with the place and the period named outside it."""
    parts = [text[start:end]]
    parts += [
        text[name.preposition_start : name.end]
        for name in find_names(text)
        if name.kind is NameKind.PLACE and name.preposition_start < name.start and not start <= name.start < end
    ]
    parts += [text[period.start : period.end] for period in find_periods(text) if not start <= period.start < end]
    return " ".join(parts)


def clause(before: str) -> str:
    """Return what a question takes for granted, as a clause: "giá vàng tăng" of "giá vàng tăng bao nhiêu?"."""
    text = bare_question(before)
    asked = find_asked(text)
    if asked is None:
        return text
    if asked.kind is Asked.WHO and (match := _BY_WHOM.search(text)):
        return f"{text[: match.start()]}được {text[match.end() :].strip()}".strip()
    tail = text[asked.end :].strip()
    head = text[: asked.start].strip()
    if not head and asked.kind is not Asked.HOW_MANY:
        tail = _AUXILIARIES.sub("", tail, count=1)
    return _stripped(f"{head} {tail}".strip(), _DANGLING) if not tail else f"{head} {tail}".strip()


def person(before: str, answer: str | None) -> str:
    """Return the person, or the persons, that a question is about; empty where it is about none."""
    text = bare_question(before)
    asked = find_asked(text)
    if asked is not None and asked.kind is Asked.WHO:
        return " và ".join(persons_in(answer)) or _person_asked_for(text, asked)
    persons = [name for name in find_names(text) if name.kind is NameKind.PERSON]
    role = _ROLE.search(text)
    if persons:
        return text[persons[-1].start : persons[-1].end]
    if role:
        return text[role.start() : _role_end(text, role.end())]
    others = [name for name in find_names(text) if name.kind is NameKind.OTHER]
    return text[others[0].start : others[0].end] if len(others) == 1 else ""


def _person_asked_for(text: str, asked: AskedAt) -> str:
    """Return "người chủ trì …" of "ai chủ trì …", "chủ tịch huyện" of "chủ tịch huyện là ai"."""
    that_is, by_whom = _THAT_IS.search(text), _BY_WHOM.search(text)
    if that_is:
        return text[: that_is.start()].strip()
    if asked.start == 0:
        predicate = text[asked.end :].strip()
        plain = _AUXILIARIES.sub("", predicate, count=1)
        return plain if _IS.match(predicate) and not predicate.startswith("là người") else f"người {plain}"
    return f"người {text[by_whom.end() :].strip()} {text[: by_whom.start()].strip()}" if by_whom else ""


def _role_end(text: str, end: int) -> int:
    """Return where a role ends: "Tổng thống Mỹ", "Bộ trưởng Bộ Giáo dục" go on to the verb."""
    stop = _ROLE_STOP.search(text, end)
    return len(text[: stop.start() if stop else len(text)].rstrip(" ,?"))


def noun_phrase(text: str, start: int, end: int, n_words: int = 0) -> tuple[int, int]:
    """Return the phrase that a noun [start, end) begins: up to its name, or at most ``n_words`` further, 0 for all."""
    stop = PHRASE_STOP.search(text, end)
    limit = min(
        [stop.start() if stop else len(text), *(period.start for period in find_periods(text) if period.start >= end)]
    )
    rest = text[end:limit].rstrip(" ,?")
    named = [name.end for name in find_names(text) if end < name.end and name.start < limit]
    if named:
        return start, max(named)
    further = rest.split()[:n_words] if n_words else rest.split()
    return start, end + len(" ".join(["", *further]))


def _stripped(text: str, ending: re.Pattern[str]) -> str:
    """Return the text without the words at its end that only lead on to what stood there."""
    text = text.rstrip(" ,")
    while match := ending.search(text):
        text = text[: match.start()].rstrip(" ,")
    return text
