"""What a question says of the figure it asks for: a fall, a rise or what is left; of each one; the sum of all."""

from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import Spellings, both
from retrieval.text.wordlists import word_set


class Change(StrEnum):
    """What a figure is of something that changes: by how much it fell or rose, or what it came to."""

    FALL = "fall"
    RISE = "rise"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Amount:
    """What is said of the figure; ``is_count`` that things are counted, so that no percentage and no sum answers."""

    is_count: bool = False
    change: Change | None = None
    is_each: bool = False
    is_total: bool = False


NO_AMOUNT = Amount()
_ASKED = r"(?:bao nhiêu|bao nhiu|bnhiêu|bn|mấy)"
_BETWEEN = r"(?: (?:đi|được|bớt|thêm|hơn|gần|khoảng|tới|đến|là|cả thảy|tất cả|tổng cộng|những)){0,3}"
_FALLS = "giảm|giảm bớt|cắt giảm|bớt|tinh giản|tinh giảm|cắt bớt|hụt|thu gọn"
_RISES = "tăng|tăng thêm|tăng trưởng|thêm|bổ sung"
_RESULTS = "còn lại|xuống còn|chỉ còn|còn|xuống|lên đến|lên tới|tăng đến|tăng tới|lên thành"
# Right before the interrogative, or behind what is counted: "giảm được bao nhiêu xã", "bao nhiêu xã bị cắt giảm".
_CHANGES = {
    Change.FALL: both(rf"(?:{_FALLS}){_BETWEEN} {_ASKED}|{_ASKED}(?: \w+){{1,4}} (?:được|bị|đã) (?:{_FALLS})"),
    Change.RISE: both(rf"(?:{_RISES}){_BETWEEN} {_ASKED}|{_ASKED}(?: \w+){{1,4}} (?:được|đã) (?:{_RISES})"),
    Change.RESULT: both(
        rf"(?:{_RESULTS}){_BETWEEN} {_ASKED}(?! \w+ nữa)|{_ASKED}(?: \w+){{1,4}} (?:còn lại|được giữ lại)"
    ),
}
_EN_FALLS = (
    r"shrink|shrinks|shrank|shrunk|reduc\w+|decreas\w+|fall|falls|fell|fallen|drop|drops|dropped|declin\w+|fewer"
    r"|cut(?: back)?|cuts|trimmed|abolished|lose|loses|lost|shed|axed|scrapped|slash\w*|g[eo]t rid of"
    r"|slim\w*|la(?:y|id) off|eliminat\w+|d(?:o|id) away with|shav\w+ off|wiped (?:out|off)"
)
_EN_RISES = r"increas\w+|rise|rises|rose|risen|grow|grows|grew|grown|gain|gains|gained|added|add"
_EN_LEFT = r"left(?= (?:in|after|following|at|on|over|now|from|by)(?: |$)|$)|remain|remains|remained|remaining"
_EN_CHANGES = {
    Change.RESULT: both(
        rf"{_EN_LEFT}|(?:{_EN_FALLS}|{_EN_RISES}) (?:down |up )?to(?= (?:how|what|in|by|after|at|over)(?: |$)|$)"
        rf"|(?:down|up) to|to (?:how many|what)"
    ),
    Change.FALL: both(_EN_FALLS),
    Change.RISE: both(_EN_RISES),
}
_EACH = both("mỗi|bình quân|trung bình|hàng năm|hằng năm|hàng tháng|hằng tháng|hàng ngày")
_EN_EACH = both("each|every|per(?! cent)|average|annually|a year|yearly|monthly|daily|a month|a day")
_TOTAL = both("tổng cộng|tổng số|tất cả|cả thảy|tổng")
_EN_TOTAL = both("total|altogether|in all|overall|combined")
_EN_COUNT = both("how many|the number of")
_MEASURES = word_set("phần triệu tỷ nghìn tuổi phan trieu ty nghin tuoi")


def asked_amount(reading: QuestionReading, counted: tuple[str, ...]) -> Amount:
    """Return what a question says of the figure it asks for; ``counted`` has the words behind the interrogative."""
    text, is_folded = next(reading.spelled)
    return amount_said(text, counted, is_english=reading.is_english, is_folded=is_folded)


def amount_said(text: str, counted: tuple[str, ...], *, is_english: bool, is_folded: bool) -> Amount:
    """Return what a part of a question says of the figure it asks for."""

    def says(vietnamese: Spellings, english: Spellings) -> bool:
        return (english if is_english else vietnamese).spelled(is_folded).search(text) is not None

    if is_english:
        is_count = _EN_COUNT.marked.search(text) is not None
    else:
        is_count = bool(counted) and counted[0] not in _MEASURES
    changes = _EN_CHANGES if is_english else _CHANGES
    return Amount(
        is_count=is_count,
        change=next((change for change, said in changes.items() if said.spelled(is_folded).search(text)), None),
        is_each=says(_EACH, _EN_EACH),
        is_total=says(_TOTAL, _EN_TOTAL),
    )
