"""Words that set one thing against others: men's and women's, youngest and oldest, first and second prize, the most.

A question that has one of them asks about that one; an article tells of both, often in one sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import Spellings, both

_ADJECTIVES_OF_MOST = "cao|nhiều|đông|lớn|dài|rộng|nặng|mạnh|đắt"
_ADJECTIVES_OF_LEAST = "thấp|ít|nhỏ|ngắn|hẹp|nhẹ|yếu|rẻ"
_TO_MOST = rf"(?: (?!(?:{_ADJECTIVES_OF_MOST}|{_ADJECTIVES_OF_LEAST}|tuổi|là) )\w+){{0,3}} nhất(?! \d| bao nhiêu| mấy)"
_OF_PEOPLE = (
    "diễn viên|ca sĩ|nghệ sĩ|vận động viên|vđv|cầu thủ|võ sĩ|tay vợt|học sinh|sinh viên|thí sinh|giáo viên|giảng viên"
    "|công nhân|lao động|cán bộ|đại biểu|đoàn viên|hội viên|hành khách|bệnh nhân|nhân viên|du khách|giới|bác sĩ"
)
_OF_GAMES = r"đơn|đôi|đồng đội|đội tuyển|bóng đá|bóng chuyền|cầu lông|bóng bàn|bơi|chạy|\d+ ?km|km"
_MEN = (
    rf"(?:{_OF_PEOPLE}|{_OF_GAMES}|giải|nhất|nhì) nam(?! \d| nay| ngoái| qua| học)|nam (?:{_OF_PEOPLE}|sinh|thanh niên)"
)
_WOMEN = "(?<!phụ )(?<!thiếu )nữ"
# Of each group at most one is asked about. Each has its Vietnamese wording and an English one.
_GROUPS = (
    (
        (_MEN, r"(?:men|man|male|boys?|men s)"),
        (_WOMEN, r"(?:women|woman|female|girls?|women s)"),
    ),
    (
        (r"trẻ (?:tuổi )?nhất|(?:ít|nhỏ) tuổi nhất", "youngest"),
        (r"(?:cao|lớn|nhiều) tuổi nhất|già nhất", "oldest|eldest"),
    ),
    (
        (
            rf"(?:{_ADJECTIVES_OF_MOST}){_TO_MOST}",
            "highest|(?<!at )most|largest|biggest|longest|heaviest|widest|greatest",
        ),
        (rf"(?:{_ADJECTIVES_OF_LEAST}){_TO_MOST}", "lowest|(?<!at )least|fewest|smallest|shortest|lightest"),
    ),
    (
        ("giải nhất|về nhất|vô địch|quán quân|đăng quang|nhất (?:nam|nữ)", "first prize|champion|winner|won first"),
        ("giải nhì|về nhì|á quân|nhì (?:nam|nữ)", "second prize|runner up|came second"),
        ("giải ba|về ba|hạng ba", "third prize|came third"),
    ),
    (
        (r"huy chương vàng|hcv", "gold medals?"),
        (r"huy chương bạc|hcb", "silver medals?"),
        (r"huy chương đồng|hcđ", "bronze medals?"),
    ),
    (
        ("người hiến|hiến tặng", "donors?"),
        (r"người (?:được )?(?:nhận|ghép)|được (?:nhận|ghép)", "recipients?|received the"),
    ),
    (("xuất khẩu", "exports?|exported"), ("nhập khẩu", "imports?|imported")),
)
# "Nơi nào thấp nhất", and not "lần thứ nhất", "thống nhất", "nhất là".
_SUPERLATIVE = both(
    r"(?<!thứ )(?<!thống )(?<!duy )(?<!hợp )(?<!hạng )(?<!chủ )nhất(?! (?:là|trí|định|thiết|quán|\d|bao nhiêu|mấy|bản))"
)
_EN_SUPERLATIVE = both(
    r"(?<!at )(?:most|least|fewest)|highest|lowest|largest|biggest|smallest|longest|shortest|oldest|youngest|earliest"
    r"|fastest|slowest|strongest|weakest|heaviest|lightest|widest|eldest|deepest|tallest|best|worst|greatest|newest|poorest|richest"
)
_Compiled = tuple[tuple[Spellings, Spellings], ...]
_COMPILED: tuple[_Compiled, ...] = tuple(
    tuple((both(vietnamese), both(english)) for vietnamese, english in group) for group in _GROUPS
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """One of several opposites: its group, and its number within it."""

    group: int
    member: int


def asked_contrasts(reading: QuestionReading) -> tuple[Contrast, ...]:
    """Return the opposites that a question is about: of a group of which it has several, none."""
    text, is_folded = next(reading.spelled)
    found = []
    for number, group in enumerate(_COMPILED):
        said = [
            member
            for member, (vietnamese, english) in enumerate(group)
            if (english if reading.is_english else vietnamese).spelled(is_folded).search(text)
        ]
        if len(said) == 1:
            found.append(Contrast(number, said[0]))
    return tuple(found)


def asks_superlative(reading: QuestionReading) -> bool:
    """Return whether a question asks for what is first of several by some measure: "huyện nào thấp nhất"."""
    text, is_folded = next(reading.spelled)
    return (_EN_SUPERLATIVE if reading.is_english else _SUPERLATIVE).spelled(is_folded).search(text) is not None


def says_superlative(text: str) -> bool:
    """Return whether an article's text in small letters says that something is first of several."""
    return _SUPERLATIVE.marked.search(text) is not None


def contrasted(text: str, group: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a group that an article's text in small letters has: the number, and its code point."""
    for member, (vietnamese, _) in enumerate(_COMPILED[group]):
        for found in vietnamese.marked.finditer(text):
            yield member, found.start()
