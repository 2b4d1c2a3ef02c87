"""Who only tells of something: "Đại tá A, Trưởng phòng …, cho biết tài xế đã bị tạm giữ" names no driver."""

import re
from collections.abc import Sequence

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, code_points
from retrieval.answer.spans.mentions import find_mentions
from retrieval.query.request.answer_type import AnswerRequest
from retrieval.query.request.wording import both

_TELLS = re.compile(
    r"(?:\s*\([^()]*\))?,? (?:cũng |đã |vừa |thì )?(?:cho biết|cho hay|thông tin|cho rằng|nói|kể|chia sẻ|nhận định"
    r"|bộc bạch|tâm sự|thông báo)(?!\w)",
    re.IGNORECASE,
)
_ACCORDING_TO = re.compile(
    r"(?<!\w)theo(?: (?:đồng chí|ông|bà|anh|chị|th\.?s\.?|ts\.?|pgs\.?|bác sĩ|bs\.?))* ?$", re.IGNORECASE
)
_BEFORE_CHARS = 24
# Whoever asks so asks for who says something, thinks or feels it.
_ASKS_TELLER = both(
    r"nói|kể|cho biết|cho hay|cho rằng|thông tin|thông báo|chia sẻ|khẳng định|nhấn mạnh|phát biểu|đề nghị|kiến nghị"
    r"|đề xuất|yêu cầu|kêu gọi|cảnh báo|khuyến cáo|giải thích|trả lời|nhận xét|nhận định|đánh giá|báo cáo|trình bày"
    r"|thừa nhận|tiết lộ|hứa|cam kết|phàn nàn|than phiền|than|lo|mong|muốn|tin|nghĩ|nêu|bày tỏ|tâm sự|bộc bạch|theo"
    r"|ý kiến|lời|câu|phản ánh|công bố|giới thiệu|dự báo|phản đối|ủng hộ|đồng tình|chỉ đạo|kết luận|lưu ý|gợi ý"
    r"|thay mặt|đại diện|trao đổi|phỏng vấn|khẳng khái|tự hào|vui|buồn|tiếc|nhắc|cảm ơn|xin lỗi"
)


def tellers_told(request: AnswerRequest, sentence: ReadSentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the persons of a sentence, those marked who only tell what it says; none where a teller is asked for."""
    if request.roles or _asks_teller(request):
        return list(candidates)
    starts = set()
    for mention in find_mentions([sentence]):
        article, extent = sentence.article, mention.extent
        before = article[max(sentence.span.start, extent.start - _BEFORE_CHARS) : extent.start]
        if _TELLS.match(article, extent.end, sentence.span.end) or _ACCORDING_TO.search(before):
            starts.add(mention.name.start)
    return [
        each.with_traits({"teller": 1.0}) if code_points(sentence, each).start in starts else each
        for each in candidates
    ]


def _asks_teller(request: AnswerRequest) -> bool:
    words = " ".join(token for ways in request.ways_asked() for way in ways for token in way)
    return _ASKS_TELLER.spelled(request.is_folded).search(words) is not None
