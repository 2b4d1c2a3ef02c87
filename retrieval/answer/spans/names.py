"""Runs of capitals in a sentence, and which of them name a person.

Vietnamese writes a person's name with a capital on every syllable and an office with one on its first only, so a run
of capitals behind an office ("Trưởng ban Tổ chức Thành ủy Nguyễn Đình Vĩnh") begins a name where a surname stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.people import COMMON_SURNAMES, MAX_NAME_SYLLABLES, SURNAMES
from retrieval.query.names.places import gazetteer
from retrieval.query.request.person_wordings import ROLE_NOUNS
from retrieval.text.syllables import parse_syllable
from retrieval.text.wordlists import pair_set, word_set

_ADDRESSES = word_set("ông bà anh chị cô chú bác cụ ngài em thầy")
_PAIR_ADDRESSES = pair_set("đồng chí, các ông, các bà, nhà báo, bác sĩ, luật sư")
# What one person is called right before the name; groups of them ("nông dân Thái Bình") stand before places too.
_PROFESSIONS = pair_set(
    """
    đạo diễn, ca sĩ, ca sỹ, nhạc sĩ, nhạc sỹ, diễn viên, cầu thủ, thủ môn, tiền đạo, tiền vệ, hậu vệ, trung vệ, họa
    sĩ, họa sỹ, nghệ nhân, nghệ sĩ, nghệ sỹ, kỹ sư, tiến sĩ, tiến sỹ, thạc sĩ, thạc sỹ, giáo sư, nhà văn, nhà thơ,
    trọng tài, đô vật, kỳ thủ, tay vợt, võ sĩ, võ sỹ, doanh nhân, bị can, bị cáo, nạn nhân, cô giáo, thầy giáo, đại
    tá, trung tá, thượng tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy, thuyền trưởng, tài
    xế, xạ thủ, kình ngư
    """
)
_BEFORE_GROUPS = word_set("trang đài hiệu hội các những")  # "danh hiệu nghệ nhân Ưu Tú"
# Before a run of capitals these make it a place, a body or a thing.
_PLACE_WORDS = word_set(
    """
    tỉnh huyện xã phường quận thôn làng bản ấp phố đường sông núi hồ đảo cầu chợ biển bang nước vùng miền chùa đền
    trường viện hãng báo đài giải cúp đảng hội ban bộ sở trại đèo vịnh ga cảng hạt
    """
)
_BEFORE_THI = _PLACE_WORDS | word_set("siêu đô đầm rạch cục vụ phòng thành nội tiếp cận cảng bến kênh")
_PLACE_PAIRS = pair_set(
    """
    thị xã, thành phố, thị trấn, quần đảo, sân bay, công ty, tập đoàn, đại học, bệnh viện, cao nguyên, châu thổ,
    nhà máy, đại lộ, quảng trường, di tích, vương quốc, đế quốc, điểm cầu, tư tưởng, khu vực, dãy núi, giải thưởng,
    bán đảo
    """
)
# "Chủ tịch UBND thành phố Nguyễn Văn A" has a person behind the city, "TP. Hồ Chí Minh" none.
_CITY_WORDS, _CITY_NAMED_AFTER_PERSON = word_set("phố tp"), ("hồ", "chí", "minh")
# What may be called after a person whose full name follows; behind other words of place a full name is a person.
_NAMED_AFTER_PERSONS = word_set("đường phố trường giải quỹ cầu chợ lăng tượng đền chùa")
_PAIRS_NAMED_AFTER_PERSONS = pair_set("công viên, quảng trường, bệnh viện, đại học, tư tưởng, sân vận, đại lộ")
_ORGANISATION_STARTS = word_set(
    """
    đảng bộ ban hội quốc chính trường viện sở ủy uỷ đoàn liên tổ cộng công ngân tập trung cơ văn phòng cục vụ tòa đại
    nhà tổng quân không hải lực phong nghị hiến luật hiệp chiến cách thế giáo đế vương triều nhân khối
    """
)
_RANKS = (
    "đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng|trung tướng|thượng tướng|chuẩn đô đốc|nghệ nhân|doanh nhân"
    r"|thạc sĩ|gs\.? ?ts|pgs\.? ?ts|gs|pgs|ts|ths"
)
# What an office begins with; "nguyên" before it says that it was held once.
TITLE = re.compile(
    rf"(?<!\w)(?:(?P<former>nguyên|cựu) )?(?P<title>(?:tỉnh|thành|thị|huyện|quận|đảng|xã|phường) ủy viên|{ROLE_NOUNS}"
    r"|uvbtv|uvtw|uvbct|(?:phó )?chánh \w+|(?:phó |quyền )?trưởng \w+|thường trực|nhà \w+|phó \w+"
    rf"|{_RANKS})(?!\w)",
    re.IGNORECASE,
)
# An office, perhaps with the country or body it is of in between, right before a name.
_ENDS_IN_TITLE = re.compile(rf"{TITLE.pattern}(?: \w+){{0,3}} $", re.IGNORECASE)
_TITLE_REACH_CHARS = 40
_FULL_NAME = 3  # syllables from which on nothing but a person is called so
_MAX_SHORT_NAME = 4
_MAX_FOREIGN = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitals in tokens [start, end) of a sentence, and what speaks for a person or against."""

    start: int
    end: int
    has_surname: bool
    is_addressed: bool
    is_place: bool
    is_organisation: bool
    opens_sentence: bool


def is_known_place(keys: Sequence[str]) -> bool:
    """Return whether tokens in small letters are the whole name of a place in the gazetteer."""
    place = gazetteer().named(keys)
    return place is not None and place.kind is NameKind.PLACE


def find_names(sentence: ReadSentence) -> list[Name]:
    """Return every run of capitals, in order; a run that ends in a Vietnamese full name is cut before it."""
    found: list[Name] = []
    for begin, end in _capital_runs(sentence):
        start = begin + (sentence.keys[begin] in _ADDRESSES and begin + 1 < end)
        size = _known_place_at(sentence, start, end)
        if size:
            found.append(_name(sentence, start, start + size, has_surname=False))
            start += size
        surname = _surname_at(sentence, start, end)
        if surname is None or surname == start:
            found.append(_name(sentence, start, end, has_surname=surname is not None))
            continue
        found.append(_name(sentence, start, surname, has_surname=False))
        found.append(_name(sentence, surname, end, has_surname=True))
    return found


def persons(sentence: ReadSentence) -> list[Name]:
    """Return the runs that surely name a person: of Vietnamese name, or behind "ông", "đồng chí" or an office."""
    return [name for name in find_names(sentence) if is_person(sentence, name)]


def is_person(sentence: ReadSentence, name: Name) -> bool:
    """Return whether a run of capitals surely names a person."""
    if name.is_place:
        return False
    first = sentence.starts[name.start]
    if TITLE.match(sentence.article, first, sentence.span.end):
        return False
    size = name.end - name.start
    if name.has_surname or (name.is_addressed and size <= _MAX_FOREIGN):
        return True
    if name.is_organisation or size > _MAX_FOREIGN:
        return False
    words = [sentence.typed(i) for i in range(name.start, name.end)]
    has_initials = any(len(word) > 1 and word.isupper() for word in words)
    is_foreign = any(parse_syllable(key) is None for key in sentence.keys[name.start : name.end])
    if has_initials or not is_foreign:
        return False
    before = sentence.article[max(sentence.span.start, first - _TITLE_REACH_CHARS) : first]
    return _ENDS_IN_TITLE.search(before) is not None


def is_whole_name(name: Name) -> bool:
    """Return whether a person's name is one with a surname: behind "ông" that of a minority, too ("Danh Sóc Mây")."""
    return name.has_surname or (name.is_addressed and name.end - name.start > 1)


def _capital_runs(sentence: ReadSentence) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of capitalised tokens that only a space, a hyphen or an initial's stop parts."""
    start: int | None = None
    for i, is_capital in enumerate(sentence.is_capital):
        if not is_capital:
            if start is not None and sentence.between(i - 1) == "-":  # "Park Hang-seo"
                continue
            if start is not None:
                yield start, i
            start = None
            continue
        if start is None:
            start = i
        elif not _joins(sentence, i - 1):
            yield start, i
            start = i
    if start is not None:
        yield start, len(sentence)


def _joins(sentence: ReadSentence, i: int) -> bool:
    between = sentence.between(i)
    if between in {" ", "-", "’", "'", "  "}:
        return True
    return between in {". ", "."} and sentence.ends[i] - sentence.starts[i] <= 2  # noqa: PLR2004 (an initial: "J. R.")


def _known_place_at(sentence: ReadSentence, start: int, end: int) -> int:
    """Return how many tokens of a run name a known place that other capitals follow: "Ấn Độ Narendra Modi"."""
    for size in (3, 2):
        if start + size < end and is_known_place(sentence.keys[start : start + size]):
            return size
    return 0


def _surname_at(sentence: ReadSentence, start: int, end: int) -> int | None:
    """Return where in a run a Vietnamese full name begins that ends with the run."""
    keys = sentence.keys
    for i in range(start, end - 1):
        size = end - i
        surnames = SURNAMES if i == start else COMMON_SURNAMES
        # Before "Thị" stands a surname, also one of the many that few bear, unless it is a word of place or trade.
        is_surname = keys[i] in surnames or (keys[i + 1] == "thị" and keys[i] not in _BEFORE_THI)
        if size > MAX_NAME_SYLLABLES or not is_surname or not _are_syllables(sentence, i, end):
            continue
        if size > _MAX_SHORT_NAME and keys[i + 1] not in {"thị", "văn", *COMMON_SURNAMES}:
            continue
        if is_known_place(keys[i:end]):
            return None
        if size >= _FULL_NAME or (i == start and (keys[i] in COMMON_SURNAMES or _is_addressed(sentence, start))):
            return i
    return None


def _are_syllables(sentence: ReadSentence, start: int, end: int) -> bool:
    words = (sentence.typed(i) for i in range(start, end))
    return all(word.isalpha() and (len(word) == 1 or word[1:].islower()) for word in words)


def _name(sentence: ReadSentence, start: int, end: int, *, has_surname: bool) -> Name:
    keys = sentence.keys
    is_joined = start > 0 and sentence.between(start - 1) in {" ", ". ", "."}
    before, pair = (keys[start - 1], tuple(keys[max(0, start - 2) : start])) if is_joined else ("", ())
    is_addressed = _is_addressed(sentence, start)
    if has_surname and end - start >= _FULL_NAME:
        is_street = before in _NAMED_AFTER_PERSONS and pair != ("thành", "phố")
        is_city = before in _CITY_WORDS and tuple(keys[start:end]) == _CITY_NAMED_AFTER_PERSON
        follows_place = is_street or is_city or pair in _PAIRS_NAMED_AFTER_PERSONS
    else:
        follows_place = (before in _PLACE_WORDS or pair in _PLACE_PAIRS) and not is_addressed
    return Name(
        start,
        end,
        has_surname=has_surname,
        is_addressed=is_addressed,
        is_place=follows_place or is_known_place(keys[start:end]),
        is_organisation=keys[start] in _ORGANISATION_STARTS and not has_surname,
        opens_sentence=start == 0 and end == 1,
    )


def _is_addressed(sentence: ReadSentence, start: int) -> bool:
    if not start or sentence.between(start - 1) not in {" ", ": ", "  "}:
        return False
    keys = sentence.keys
    pair = tuple(keys[max(0, start - 2) : start])
    if keys[start - 1] in _ADDRESSES or pair in _PAIR_ADDRESSES:
        return True
    if pair not in _PROFESSIONS or keys[start] in _ORGANISATION_STARTS | _PLACE_WORDS:
        return False
    return start == len(pair) or keys[start - 3] not in _BEFORE_GROUPS
