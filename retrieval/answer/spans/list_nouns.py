"""What an article may call the things that a question asks to be listed, and where a sentence does so.

Asked for "huyện nào" it says "bốn địa phương", asked for "khâu đột phá" it says "3 đột phá chiến lược".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.query.glossary import Rendering
from retrieval.query.request.answer_type import AnswerRequest
from retrieval.query.request.counting import counted
from retrieval.text.spelling import fold

_FULL, _ALIKE = 1.0, 0.75
_COUNT_REACH = 2  # tokens before a noun that may say how many: "3 nhóm nhiệm vụ"
# Of each line one word may stand for another where things are listed.
_ALIKE_NOUNS = """
    huyện; xã; tỉnh; phường; quận; thôn; thành phố; thị xã; thị trấn; địa phương
    nước; quốc gia; thị trường
    trường; công ty; cơ quan; sở; ban; ngành; doanh nghiệp; tổ chức; đơn vị
    đội; câu lạc bộ; đội bóng
    giải pháp; biện pháp
    hạn chế; tồn tại; khuyết điểm; yếu kém; bất cập; thiếu sót
    khó khăn; vướng mắc; trở ngại; thách thức
    nguyên tắc; quan điểm; phương châm
    nhiệm vụ; nội dung; việc; công việc; phần việc; nhóm việc
    phẩm chất; đức tính; tiêu chí; tiêu chuẩn; yêu cầu
    thành tích; kết quả; danh hiệu; giải thưởng
    hạng mục; công trình; dự án
    mặt hàng; sản phẩm; loại hàng
    lý do; nguyên nhân
    khoản; nguồn; loại; nhóm
    """


@dataclass(frozen=True, slots=True)
class NamedNoun:
    """A place where a text has what is asked for: the share of its words, in [0, 1], and the number said before it."""

    share: float
    count: int | None


def find_nouns(request: AnswerRequest, sentence: ReadSentence, start: int, end: int) -> list[NamedNoun]:
    """Return the places of what is asked for, or of a noun like it, in tokens [start, end) of a sentence."""
    found = []
    for way, share in _ways(request):
        places = (at for at in sentence.find(way, is_folded=request.is_folded) if start <= at < end)
        found += [NamedNoun(share, _count_before(sentence, at, start)) for at in places]
    return found


def _ways(request: AnswerRequest) -> Iterator[tuple[Rendering, float]]:
    """Yield what may be meant, each with its share; of a Vietnamese noun parts of two syllables or more too."""
    for ways in request.heads:
        if not request.has_sides:  # the translations of an English noun
            yield from ((way, _FULL) for way in ways)
            continue
        whole = ways[0]
        for size in range(len(whole), 0, -1):
            # "tổ" of "tổ chức hội" is also that of "tổ dân phố".
            if size > 1 or size == len(whole):
                yield from ((whole[at : at + size], size / len(whole)) for at in range(len(whole) - size + 1))
        for way in ways:
            yield from ((other, _ALIKE) for other in _alike(request.is_folded).get(way, ()))


@cache
def _alike(is_folded: bool) -> Mapping[Rendering, tuple[Rendering, ...]]:
    lines = (fold(_ALIKE_NOUNS) if is_folded else _ALIKE_NOUNS).strip().splitlines()
    groups = [[tuple(noun.split()) for noun in line.split(";")] for line in lines]
    return {noun: tuple(other for other in group if other != noun) for group in groups for noun in group}


def _count_before(sentence: ReadSentence, place: int, start: int) -> int | None:
    """Return the number said right before a noun at token ``place``; None where there is none."""
    for i in range(place - 1, max(start, place - _COUNT_REACH) - 1, -1):
        is_year = sentence.keys[i] == "năm" and sentence.keys[i + 1].isdecimal()
        number = None if is_year else counted(sentence.keys[i])
        if number is not None:
            return number
    return None
