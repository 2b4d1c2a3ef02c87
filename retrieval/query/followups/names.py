"""The places and names that a question or half a question names, told apart well enough to exchange one for another.

Only capitals, titles, surnames and a short list of places are looked at: what must be known here is not who or where
it is, but whether the one can stand where the other stood.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.followups.patterns import tolerant, whole, words
from retrieval.text.spelling import is_bare

# Provinces and cities of Vietnam, before and since 2025, and what news most often names beside them. Those of one
# syllable are believed with a capital only, or after "ở".
_PLACES = (
    "hà nội|ha noi|hanoi|đà nẵng|danang|hải phòng|haiphong|cần thơ|(?:tp|thành phố)?\\.? ?hồ chí minh|tp\\.? ?hcm|tphcm"
    "|ho chi minh city|hcmc|sài gòn|saigon|an giang|bà rịa(?: ?[-–] ?vũng tàu)?|vũng tàu|bắc giang|bắc kạn|bạc liêu"
    "|bắc ninh|bến tre|bình định|bình dương|bình phước|bình thuận|cà mau|cao bằng|đắk lắk|đắc lắc|đắk nông|điện biên"
    "|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà tĩnh|hậu giang|hưng yên|khánh hòa|kiên giang|kon tum|lai châu"
    "|lâm đồng|lạng sơn|lào cai|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam"
    "|quảng ngãi|quảng ninh|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|thừa thiên(?: huế)?"
    "|tiền giang|trà vinh|tuyên quang|vĩnh long|vĩnh phúc|yên bái|nha trang|đà lạt|hạ long|hội an|quy nhơn|phú quốc"
    "|côn đảo|buôn ma thuột|biên hòa|thủ đức|sa pa|việt trì|việt nam|vietnam|trung quốc|china|nhật bản|japan|hàn quốc"
    "|south korea|thái lan|thailand|campuchia|cambodia|malaysia|indonesia|singapore|philippines|myanmar|ấn độ|india"
    "|hoa kỳ|united states|bắc kinh|beijing|tokyo|seoul|bangkok|london|paris|new york|washington|moscow|berlin"
    "|australia"
    "|canada|france|germany|russia|châu âu|europe|châu á|asia|miền bắc|miền trung|miền nam|tây nguyên|tây bắc"
    "|đông nam á"
)
_ONE_SYLLABLE_PLACES = "huế|vinh|mỹ|pháp|đức|nga|lào|anh|úc|ý|laos|usa|uk"
# Also words of every day when they are not capitalised.
_COMMON_WORDS = "hòa bình|hải dương"
_PLACE = words(_PLACES)
_CAPITAL_PLACE = re.compile(
    rf"(?<!\w)(?:{'|'.join(tolerant(name.title()) for name in f'{_COMMON_WORDS}|{_ONE_SYLLABLE_PLACES}'.split('|'))})"
    r"(?!\w)"
)
_START_PLACE = re.compile(rf"{tolerant('Huế')}(?!\w)")
_SMALL_PLACE = re.compile(
    rf"(?<!\w){tolerant('(?:ở|tại|tỉnh)')} (?P<name>{tolerant(f'{_COMMON_WORDS}|huế|vinh|mỹ|pháp|lào')})(?!\w)",
    re.IGNORECASE,
)

_ADMINISTRATIVE = (
    r"(?:tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|phường|xã|thủ đô|nước|điểm cầu|đầu cầu|khu vực|vùng|đảo)"
)
_ADMINISTRATIVE_BEFORE = re.compile(rf"(?<!\w){tolerant(_ADMINISTRATIVE)} $", re.IGNORECASE)
_LOCATIVE = tolerant("ở|tại|từ|về|đến|của") + "|in|at|from|for|near"
_LOCATIVE_BEFORE = re.compile(rf"(?<!\w)(?P<preposition>{_LOCATIVE}) (?:the )?$", re.IGNORECASE)
_PLACE_BEFORE = re.compile(rf"(?<!\w)(?:{tolerant('ở|tại')}|in|at|near) (?:the )?$", re.IGNORECASE)
_ADMINISTRATIVE_START = re.compile(rf"{tolerant(_ADMINISTRATIVE)} (?=\w)", re.IGNORECASE)
_BEFORE_REACH_CHARS = 24

_TITLES = (
    "ông|bà|anh|chị|cô|chú|bác|đồng chí|ca sĩ|cầu thủ|diễn viên|nhà văn|nhạc sĩ|huấn luyện viên|hlv|tổng thống"
    "|thủ tướng|chủ tịch|bộ trưởng|thứ trưởng|giám đốc|bí thư|tiến sĩ|giáo sư|mr|mrs|ms|dr|president|coach|minister"
)
_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:{tolerant(_TITLES)})\.? $", re.IGNORECASE)
# Before persons only: "chủ tịch Hà Nội" is no person called Hà Nội.
_CALLED_BEFORE = re.compile(
    rf"(?<!\w)(?:{tolerant('ông|bà|anh|chị|cô|chú|bác|đồng chí')}|mr|mrs|ms|dr)\.? $", re.IGNORECASE
)
_SURNAMES = whole(
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|mai|trương|đinh|trịnh|lương|cao|tô|tạ|chu"
    "|lưu|hà|quách|thái|tăng|tống|lâm|phùng|đoàn|đào|vương|triệu|la|châu|kiều|từ|tôn"
)
# They begin an institution's name, whose next syllable is small: "Sở Y tế" has no name in it.
_INSTITUTION = whole(
    "tỉnh|thành|sở|bộ|ban|ủy|hội|trung|trường|đại|công|văn|tổng|viện|cục|nhà|đoàn|đảng|cơ|tòa|ngân|hiệp|liên|câu|tập"
    "|bệnh|chi|quốc|chính|phòng|học|báo|đài|mặt|thanh"
)
_RUN = re.compile(r"[^\W\d_]\w*(?:[.'’]\w+)*(?: [^\W\d_]\w*(?:[.'’]\w+)*)*")
_MIN_ACRONYM_CHARS = 2
_MAX_ANSWER_WORDS = 16
_MAX_CUT_SYLLABLES = 2
_MIN_PERSON_SYLLABLES = 2
_MAX_PERSON_SYLLABLES = 5
# What begins a question with a capital without being a name.
_QUESTION_START = whole("ai|còn|ở|tại|vì|năm|tháng|ngày|thế|vậy|và|do|theo|khi|từ|trong|có|là|giá|ông|bà|dân số|số")
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
_ENGLISH_START = whole(
    "who|whom|whose|what|which|where|when|why|how|did|does|do|is|was|are|were|in|on|at|by|for|from|to|the|a|an|has|have|had"
    "|can|could|will|would|should|please|tell|name|list|give|and|or|but|so|then"
)


class NameKind(StrEnum):
    """What can stand where another stood."""

    PLACE = "place"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name, [start, end) with its title or "tỉnh"; from ``bare_start`` the name alone.

    ``preposition_start`` is where "ở" or "in" before it begins; equal to ``start`` where there is none.
    """

    kind: NameKind
    start: int
    end: int
    bare_start: int
    preposition_start: int


def name_text(text: str, name: Name) -> str:
    """Return a name with its title, a place in capitals where it was typed in small letters."""
    bare = text[name.bare_start : name.end]
    is_small = name.kind is NameKind.PLACE and bare.islower()
    return f"{text[name.start : name.bare_start]}{bare.title() if is_small else bare}"


def find_names(text: str) -> list[Name]:
    """Return the names of a text in order, never overlapping."""
    runs = _capital_runs(text)
    named = [_of_run(text, start, end) for start, end in runs]
    for match in (*_PLACE.finditer(text), *_SMALL_PLACE.finditer(text), *_START_PLACE.finditer(text)):
        start = match.start("name") if "name" in match.re.groupindex else match.start()
        if not any(start < name.end and name.start < match.end() for name in named):
            named.append(_with_surroundings(text, NameKind.PLACE, start, match.end()))
    return sorted(named, key=lambda name: name.start)


def persons_in(answer: str | None) -> list[str]:
    """Return the persons that a short answer names; none of a whole sentence, which names others too."""
    if not answer or len(answer.split()) > _MAX_ANSWER_WORDS:
        return []
    persons = [answer[name.start : name.end] for name in find_names(answer) if name.kind is NameKind.PERSON]
    return list(dict.fromkeys(persons))


def _of_run(text: str, start: int, end: int) -> Name:
    """Return the name that a run of capitalised words is."""
    run = text[start:end]
    unit = _ADMINISTRATIVE_START.match(run)
    inner = start + (unit.end() if unit else 0)
    syllables = run.split()
    before = text[max(0, start - _BEFORE_REACH_CHARS) : start]
    if _PLACE.fullmatch(text, inner, end) or _CAPITAL_PLACE.fullmatch(text, inner, end):
        called = _CALLED_BEFORE.search(before)
        kind = NameKind.PERSON if called and not unit else NameKind.PLACE
    elif unit or _ADMINISTRATIVE_BEFORE.search(before):
        kind = NameKind.PLACE
    elif _TITLE_BEFORE.search(before) or (
        _SURNAMES.match(syllables[0]) and _MIN_PERSON_SYLLABLES <= len(syllables) <= _MAX_PERSON_SYLLABLES
    ):
        kind = NameKind.PERSON
    else:
        kind = NameKind.PLACE if _PLACE_BEFORE.search(before) else NameKind.OTHER
    return _with_surroundings(text, kind, inner, end)


def _with_surroundings(text: str, kind: NameKind, start: int, end: int) -> Name:
    """Return the name with the title or "tỉnh" before it, and where its preposition begins."""
    pattern = {NameKind.PLACE: _ADMINISTRATIVE_BEFORE, NameKind.PERSON: _TITLE_BEFORE}.get(kind)
    before = pattern.search(text[max(0, start - _BEFORE_REACH_CHARS) : start]) if pattern else None
    first = start - (len(before.group()) if before else 0)
    preposition = _LOCATIVE_BEFORE.search(text[max(0, first - _BEFORE_REACH_CHARS) : first])
    return Name(kind, first, end, start, first - (len(preposition.group()) if preposition else 0))


def _capital_runs(text: str) -> list[tuple[int, int]]:
    """Return the runs of capitalised words, without a common word that begins the question."""
    runs: list[tuple[int, int]] = []
    for stretch in _RUN.finditer(text):
        at = stretch.start()
        grows = False
        for word in stretch.group().split(" "):
            if word[0].isupper():
                runs.append((runs.pop()[0] if grows else at, at + len(word)))
            grows = word[0].isupper()
            at += len(word) + 1
    runs = [(start, end - 2 if text[start:end].endswith(("'s", "’s")) else end) for start, end in runs]
    return [run for run in (_without_common_words(text, run) for run in runs) if run is not None]


def _without_common_words(text: str, run: tuple[int, int]) -> tuple[int, int] | None:
    start, end = run
    syllables = text[start:end].split(" ")
    is_cut = len(syllables) <= _MAX_CUT_SYLLABLES and text[end : end + 2].strip().islower()
    if is_cut and _INSTITUTION.match(syllables[0]):
        return None
    first, *others = syllables
    is_acronym = first.isupper() and len(first) >= _MIN_ACRONYM_CHARS
    if start > 0 or is_acronym or _PLACE.fullmatch(text, start, end):
        return run
    if _ENGLISH_START.match(first) or (others and _QUESTION_START.fullmatch(first)):
        return (start + len(first) + 1, end) if others else None
    is_foreign = is_bare(first) and not _SYLLABLE.fullmatch(first)
    return run if others or is_foreign else None
