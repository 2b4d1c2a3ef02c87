"""Answers that are clauses: reasons, enumerations, definitions. What announces them, and where they begin and end."""

import re

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.query.request.answer_type import AnswerRequest, AnswerType
from retrieval.text.span import Span
from retrieval.text.tokens import token_texts

_REASON = re.compile(
    r"(?<!\w)(?:bởi vì|vì|bởi|do|nhờ|nên|khiến|nguyên nhân|lý do|lí do|nhằm|để|dẫn đến|gây ra|xuất phát từ)(?!\w)",
    re.IGNORECASE,
)
# "do" begins a reason behind a statement; elsewhere it names who did something, or ends "tự do".
_CAUSE = re.compile(
    r"(?<!\w)(?:vì|bởi|nhờ|nguyên nhân|lý do|lí do|xuất phát từ|dẫn đến|khiến|là do|mà do|chủ yếu do|một phần do|do đó"
    r"|do vậy|bắt nguồn từ|nên(?! tảng))(?!\w)|, do (?!đồng chí|ông|bà)"
    # Elsewhere what begins behind it tells: no person or body, which it would name as who did it.
    r"|(?<!tự)(?<!đều) do (?:mưa|lũ|bão|thiếu|hết|chập|bất cẩn|ảnh hưởng|sự|việc|quá|không|chưa|có|tai nạn|cháy"
    r"|hạn|nắng|rét|dịch|ô nhiễm|sét|gió|sóng|nhu cầu|giá|chi phí|tác động|biến đổi|chủ quan|mất|va chạm"
    r"|thời tiết|bệnh"
    r"|thai|sốt|ngộ độc|yếu|tuổi|điều kiện|khó khăn|vướng|chậm|lo|sợ|tâm lý|thủ tục|nhiễm"
    r"|uống|ăn|rượu|say|hoạt động)(?!\w)",
    re.IGNORECASE,
)
# The sentence behind the one that states what happened: "Nguyên nhân là …", "Ông An giải thích …".
_EXPLAINS = re.compile(
    r"\W*(?:\w+\W+){0,6}?(?:nguyên nhân|lý do|lí do|giải thích|lý giải|lí giải)(?!\w)", re.IGNORECASE
)
# The cause may be stated anywhere: "…, nhận định nguyên nhân là do …".
_STATES_CAUSE = re.compile(
    r"(?<!\w)(?:nguyên nhân|lý do|lí do)(?: \w+){0,5},? (?:là|do|vì|bởi|từ|nghiêng về|đến từ|bắt nguồn|xuất phát)(?!\w)"
    r"|(?<!\w)(?:giải thích|lý giải|lí giải)(?:(?: \w+){0,2}:| (?:rằng|do|vì|là|nguyên nhân)(?!\w))",
    re.IGNORECASE,
)
# "Sao Vàng" is a place.
_LEAVES_OPEN = re.compile(
    r"(?<!\w)(?:[Vv]ì sao|[Tt]ại sao|[Dd]o đâu|(?:điều tra|làm rõ|xác minh|tìm hiểu)(?: \w+){0,4} nguyên nhân"
    r"|[Nn]guyên nhân(?: \w+){0,6} (?:đang được|đang chờ|chưa)|[Cc]hưa (?:rõ|xác định)(?: \w+){0,3} nguyên nhân)(?!\w)"
)
_LIST = re.compile(r"(?<!\w)(?:bao gồm|gồm có|gồm|như|là)(?!\w)|:", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;]| và ")
_MIN_ITEMS = 2
_BOUNDARY = re.compile(r"[,;:.()](?=\s|$)|[()]|\s[-–]\s")
_MAX_CLAUSE_TOKENS = 12
_LEFT_TOKENS, _RIGHT_TOKENS = 3, 4
# A sentence that begins so gives the result; the reason is in the one before.
_RESULT = re.compile(
    r"(?:(?:\S+ ){0,5}?nhờ (?:vậy|đó|thế|cách làm (?:này|đó))|vì (?:vậy|thế)|do (?:đó|vậy)|bởi (?:vậy|thế)"
    r"|chính vì (?:vậy|thế|lẽ đó)|qua đó|từ đó|kết quả là|điều (?:này|đó) (?:khiến|làm|giúp|dẫn))(?!\w)",
    re.IGNORECASE,
)


def announces(request: AnswerRequest, sentence: ReadSentence) -> bool:
    """Return whether the sentence has what announces a reason or an enumeration, whichever is asked for."""
    if request.type is AnswerType.REASON:
        return _REASON.search(sentence.text) is not None
    if sentence.text.endswith(":"):
        return True
    return _LIST.search(sentence.text) is not None and len(_SEPARATORS.findall(sentence.text)) >= _MIN_ITEMS


def gives_reason(sentence: ReadSentence) -> bool:
    """Return whether the sentence has words that hardly say anything but why: "vì", "nhờ", "nguyên nhân"."""
    return _CAUSE.search(sentence.text) is not None


def explains(sentence: ReadSentence) -> bool:
    """Return whether the sentence says that it gives the reason: "Lý do là …", "Ông An giải thích …"."""
    text = sentence.text
    says = _EXPLAINS.match(text) is not None or _STATES_CAUSE.search(text) is not None
    return says and not leaves_reason_open(sentence)


def leaves_reason_open(sentence: ReadSentence) -> bool:
    """Return whether the sentence tells of somebody who asks for the reason, or that it is not known yet."""
    return _LEAVES_OPEN.search(sentence.text) is not None


def find_reason(sentence: ReadSentence, before: ReadSentence | None) -> Span | None:
    """Return the sentence before one that gives the result ("Nhờ vậy, …"); None where it does not begin so."""
    if before is None or _RESULT.match(sentence.text) is None:
        return None
    return before.span


def surrounding_clause(sentence: ReadSentence, span: Span) -> Span:
    """Return a candidate that is not sure with the words around it: its clause, or some words to either side."""
    article = sentence.article
    start, end = _clause(sentence, span)
    if len(token_texts(article[start:end])) > _MAX_CLAUSE_TOKENS:
        before = [token for token in sentence.starts if start <= token < span.start]
        after = [token for token in sentence.ends if span.end < token <= end]
        start = before[-_LEFT_TOKENS] if len(before) >= _LEFT_TOKENS else start
        end = after[_RIGHT_TOKENS - 1] if len(after) >= _RIGHT_TOKENS else end
    return Span(start, end)


def _clause(sentence: ReadSentence, span: Span) -> tuple[int, int]:
    article = sentence.article
    ends = [found.end() for found in _BOUNDARY.finditer(article, sentence.span.start, span.start)]
    start = ends[-1] if ends else sentence.span.start
    start += len(article[start : span.start]) - len(article[start : span.start].lstrip())
    stop = _BOUNDARY.search(article, span.end, sentence.span.end)
    end = stop.start() if stop else sentence.span.end
    return min(start, span.start), max(span.end, start + len(article[start:end].rstrip()))
