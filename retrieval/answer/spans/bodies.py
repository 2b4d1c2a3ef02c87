"""Organisations and documents as they are named: "Trường Tiểu học Quỳnh Vinh C", "Nghị quyết số 37-NQ/TW"."""

import re
from collections.abc import Iterator

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.query.glossary import Rendering
from retrieval.text.wordlists import word_set

_BODY_NOUNS = (
    "trường|trung tâm|cơ quan|công ty|tập đoàn|tổng công ty|bộ|sở|ban|viện|bệnh viện|ngân hàng|đội|câu lạc bộ|clb"
    "|đảng|hội|báo|tạp chí|hãng|nhà xuất bản|đại học|học viện|phòng|cục|vụ|tòa án|nhà máy|đài|ủy ban|uỷ ban|quốc hội"
    "|chính phủ|tổng cục|liên minh|liên đoàn|hiệp hội|đoàn|mặt trận|văn phòng|hợp tác xã|nhà hát|đảng bộ|chi bộ|trạm"
    "|xí nghiệp|quỹ"
)
_SHORT_NOUNS = word_set("hội sở phòng ban bộ đội vụ cục đài đảng báo đoàn quỹ trạm viện trường hãng")
_BODY = re.compile(rf"(?<!\w)(?:{_BODY_NOUNS}) \w", re.IGNORECASE)
# Inside a body's name others go on: "Trung tâm Văn hóa thể thao và Truyền thông".
_STOPS = word_set(
    """
    là của được đã đang sẽ ở tại vào từ đến tới cho với để do bởi vì nên thì mà khi nếu như bị có không này đó theo
    nhằm trong trên rồi vẫn cũng ngày năm tháng phải cần nay đạt gồm tham
    """
)
_BEFORE_FALSE_STOPS = word_set("tự lý lí")  # "tự do", "lý do"
_MAX_TOKENS = 14
_NUMBERED_KINDS = (
    "nghị quyết|chỉ thị|nghị định|thông tư(?: liên tịch)?|quyết định|quy định|kết luận|kế hoạch|công văn|hướng dẫn"
    "|thông báo|tờ trình|công điện|pháp lệnh|đề án|báo cáo|thông tri|chương trình"
)
_CODE = r"\d+(?:/\d{4})?(?:\s?[-–/]\s?[^\W\d_][^\W_]*)*"
_IN_YEAR = r"(?: (?:năm )?\d{4})?"
_DOCUMENT = re.compile(
    rf"(?<!\w)(?:(?:{_NUMBERED_KINDS})(?: số)? ?{_CODE}"
    r"|nghị quyết (?:trung ương|tw) \d+(?: ?\([^()]*\))?"
    rf"|(?:bộ )?luật [^\W\d_]+(?: [^\W\d_]+){{0,8}}{_IN_YEAR}|hiến pháp{_IN_YEAR}"
    r"|(?:hiệp định|hiệp ước|hiến chương|tuyên ngôn|công ước|nghị định thư) [^\W_]+(?: [^\W\d_]+){0,6}"
    rf"{_IN_YEAR})(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d")


def find_bodies(sentence: ReadSentence, heads: tuple[Rendering, ...], *, is_folded: bool) -> Iterator[tuple[int, int]]:
    """Yield the bodies that a sentence names, as tokens [start, end): by a noun of bodies, or the head asked for."""
    starts = {sentence.token_after(sentence.span.start + found.start()) for found in _BODY.finditer(sentence.text)}
    starts |= {start for head in heads for start in sentence.find(head, is_folded=is_folded)}
    reached = 0
    for start in sorted(starts):
        if start < reached or not _is_noun_of_body(sentence, start):
            continue
        end = _body_end(sentence, start)
        if end - start > 1:
            yield start, end
            reached = end


def _is_noun_of_body(sentence: ReadSentence, start: int) -> bool:
    """Return whether a short noun is one of a body: "Hội Nông dân", not the "hội" of "xã hội"."""
    if sentence.keys[start] not in _SHORT_NOUNS or sentence.is_capital[start]:
        return True
    return start + 1 < len(sentence) and sentence.is_capital[start + 1]


def _body_end(sentence: ReadSentence, start: int) -> int:
    end = start + 1
    while end < len(sentence) and end - start < _MAX_TOKENS:
        if sentence.between(end - 1) not in {" ", "-", " - ", " – ", "  "} or (
            sentence.keys[end] in _STOPS and sentence.keys[end - 1] not in _BEFORE_FALSE_STOPS
        ):
            break
        # "A và B": one name goes on with a capital only where its noun does ("Văn hóa và Truyền thông").
        if sentence.keys[end] == "và" and not (end + 1 < len(sentence) and _goes_on(sentence, start, end + 1)):
            break
        end += 1
    return end


def _goes_on(sentence: ReadSentence, start: int, i: int) -> bool:
    return sentence.is_capital[i] and sentence.keys[i] != sentence.keys[start]


def find_documents(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the documents that a text names, as code points [start, end) of it, and whether each has a number."""
    for found in _DOCUMENT.finditer(text):
        yield found.start(), found.end(), _NUMBERED.search(found[0]) is not None
