"""In what the figure asked for is measured: "dài bao nhiêu" in metres, "mấy tuổi" in years, "đứng thứ mấy" by a rank.

"Đại hội lần thứ mấy" is asked by an ordinal. What is asked in metres is not answered in villages: of a sentence only
figures with such a unit are of the asked kind.
"""

from enum import StrEnum

from retrieval.query.request.english_wordings import LONG_THINGS
from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import Spellings, both


class Measure(StrEnum):
    """What a figure is measured in, where the question tells."""

    LENGTH = "length"
    AREA = "area"
    WEIGHT = "weight"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    AGE = "age"
    RANK = "rank"
    ORDINAL = "ordinal"


_ASKED = "(?:bao nhiêu|bao nhiu|bnhiêu|mấy|bn)"
_LITTLE = r"(?: (?:là|được|tới|đến|lên đến|khoảng|hơn|gần|chừng|tất cả|cả thảy|tổng cộng|trung bình)){0,2}"
_FEW = r"(?: \w+){0,9}?"
# A unit behind the interrogative tells the measure; a noun there ("cao bao nhiêu tầng") tells another.
_ALONE = r"(?= (?:thì|vậy|và|so|để|trong|ở|tại|cho|của|khi|vào|năm|theo|hả|nhỉ|lúc|trước|sau)(?: |$)|$)"
_LENGTHS = "mét(?! (?:vuông|khối))|m|km|cm|mm|cây số(?! vuông)|ki lô mét(?! vuông)|kilômét|dặm|hải lý|li"
_AREAS = "ha|hecta|héc ta|mét vuông|m2|m²|km2|km²|ki lô mét vuông|cây số vuông|mẫu|sào|công đất"
_WEIGHTS = "tấn|tạ|yến|cân|ký|kg|ki lô gam|ki lô gram|gam|gram|lạng"
_VOLUMES = "mét khối|m3|m³|khối|lít"
_TEMPERATURES = "độ c|độ(?! richter)"

# Tried in this order: a unit that is said decides before what is measured.
_VIETNAMESE: tuple[tuple[Measure, Spellings], ...] = (
    (Measure.AGE, both(rf"{_ASKED} tuổi|tuổi{_LITTLE} {_ASKED}{_ALONE}")),
    (Measure.VOLUME, both(rf"{_ASKED} (?:(?:nghìn|triệu|tỷ|ngàn|vạn) )?(?:{_VOLUMES})(?!\w)")),
    (Measure.AREA, both(rf"{_ASKED} (?:(?:nghìn|triệu|tỷ|ngàn|vạn) )?(?:{_AREAS})(?!\w)")),
    (Measure.LENGTH, both(rf"{_ASKED} (?:(?:nghìn|triệu|tỷ|ngàn|vạn) )?(?:{_LENGTHS})(?!\w)|bao xa")),
    (Measure.WEIGHT, both(rf"{_ASKED} (?:(?:nghìn|triệu|tỷ|ngàn|vạn) )?(?:{_WEIGHTS})(?!\w)")),
    (Measure.TEMPERATURE, both(rf"{_ASKED} (?:{_TEMPERATURES})(?!\w)|nhiệt độ{_FEW} {_ASKED}{_ALONE}")),
    (Measure.SPEED, both(rf"(?:tốc độ(?! tăng)|vận tốc|chạy nhanh){_FEW} {_ASKED}{_ALONE}|{_ASKED} (?:km|cây số) giờ")),
    (Measure.AREA, both(rf"(?:diện tích|rộng){_FEW} {_ASKED} (?:ha|mét vuông)|diện tích{_FEW} {_ASKED}{_ALONE}")),
    (
        Measure.LENGTH,
        both(
            rf"(?:(?<!kéo )dài|(?<!nâng )cao|sâu|rộng|cách|xa){_LITTLE} {_ASKED}{_ALONE}"
            rf"|(?:chiều (?:dài|cao|rộng|sâu)|độ (?:cao|sâu|dài)|quãng đường|khoảng cách|cự ly){_FEW} {_ASKED}{_ALONE}"
        ),
    ),
    (Measure.WEIGHT, both(rf"(?:nặng|cân nặng|trọng lượng){_FEW} {_ASKED}{_ALONE}")),
    (Measure.RANK, both(r"(?:xếp|đứng|về|vị trí|thứ hạng|xếp hạng)(?: \w+){0,4}? (?:thứ|hạng) (?:mấy|bao nhiêu)")),
    (
        Measure.ORDINAL,
        both(
            r"(?:lần|kỳ|kì|khóa|kỳ họp|kì họp|phiên|phiên họp) thứ (?:mấy|bao nhiêu)"
            r"|(?:đại hội|hội nghị)(?: (?!vào |hôm |ngày |diễn |tổ chức |mở |họp )\w+){0,3}? thứ (?:mấy|bao nhiêu)"
            r"|(?<!mỗi )(?:khóa|khoá|(?<!hoa )(?<!nhĩ )(?<!cùng )(?<!nhiệm )kỳ) mấy"
            r"(?! (?:học|người|em|sinh|lớp|buổi|vụ))"
        ),
    ),
)  # fmt: skip
_EN_LENGTHS = "met(?:re|er)s|kilomet(?:re|er)s|km|miles|cent?imet(?:re|er)s"
_ENGLISH: tuple[tuple[Measure, Spellings], ...] = (
    (Measure.VOLUME, both(r"how many (?:\w+ )?(?:cubic met(?:re|er)s|lit(?:re|er)s)")),
    (Measure.AREA, both(r"how many (?:\w+ )?(?:hectares|square \w+|acres)")),
    (Measure.LENGTH, both(rf"how many (?:(?:thousand|million) )?(?:{_EN_LENGTHS})")),
    (Measure.WEIGHT, both(r"how many (?:(?:thousand|million) )?(?:tons|tonnes|kilos|kilograms?|kg|grams)|how heavy")),
    (Measure.TEMPERATURE, both("how (?:hot|cold)|what (?:is|was) the (?:\\w+ )?temperature")),
    (Measure.SPEED, both("how fast|what (?:is|was) the (?:\\w+ )?speed")),
    (Measure.LENGTH, both("how (?:tall|high|wide|deep|far)")),
    (
        Measure.LENGTH,
        both(
            rf"how long (?:is|are|was|were|will)(?: \w+){{0,8}}? (?:{LONG_THINGS})"
            "(?= (?:be|of|from|between|to)(?: |$)|$)"
        ),
    ),
    (Measure.WEIGHT, both(r"what (?:is|was) the weight")),
    (Measure.AREA, both(r"what (?:is|was) the (?:\w+ )?area of")),
    (Measure.LENGTH, both(r"what (?:is|was) the (?:\w+ )?(?:length|height|width|depth|distance)")),
)  # fmt: skip
# A person's age; a town's is told in years.
_EN_AGE = both(
    r"how old (?:is|was|are|were)(?! the (?:\w+ )?(?:school|town|city|company|bank|bridge|pagoda|temple|village"
    r"|festival|university|hospital|newspaper|museum|building|tree|club|party|road|railway|market))"
)
_EN_RANK = both(
    "which (?:place|position|rank)(?= (?:did|does|was|is)(?: |$))|how high (?:did|does) \\w+(?: \\w+)* rank"
)


def asked_measure(reading: QuestionReading) -> Measure | None:
    """Return what the figure asked for is measured in, None where the question does not tell."""
    text, is_folded = next(reading.spelled)
    table = ((Measure.RANK, _EN_RANK), (Measure.AGE, _EN_AGE), *_ENGLISH) if reading.is_english else _VIETNAMESE
    return next((measure for measure, said in table if said.spelled(is_folded).search(text)), None)
