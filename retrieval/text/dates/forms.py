r"""The forms in which dates are written, as patterns: one set for Vietnamese with marks, one for it typed without.

Both sets are made from one source, so that a question typed without marks is read by the same rules as the articles.
Group names: d day, d0 and d2 the ends of a run of days, m month, mon English month, y (y2, y3, y4) year, q quarter,
n number of months, side first or last.
"""

import re
import unicodedata
from dataclasses import dataclass

from retrieval.text.wordlists import word_set

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip

_ENGLISH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTH_NAMES)
_ENGLISH = _ENGLISH.replace("sep(?:tember)?", "sep(?:t(?:ember)?)?")
_WORDED_MONTH = "(?P<m>1[0-2]|0?[1-9]|" + "|".join(sorted(MONTH_WORDS, key=len, reverse=True)) + r")(?!\w)"
_Y = r"(?:1\d|20)\d\d"
_YEAR = f"(?P<y>{_Y})"
_DAY = r"(?P<d>\d{1,2})"
_MONTH = r"(?P<m>\d{1,2})"
_TH = "(?:st|nd|rd|th)?"
# What may not follow digits in a date: more digits, "/NĐ-CP", "-NQ".
_TAIL = r"(?![\w/])(?!-[^\W\d]{2})(?![.,]\d)"
_AND = "(?: ?[-–] ?| đến (?:ngày )?| và (?:ngày )?| to | and )"
_WEEKDAY = (
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|t[2-7]|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mon|tue|wed|thu|fri|sat|sun)(?!\w)"
)
_CLOCK = (
    r"(?P<h>[01]?\d|2[0-4])(?::| ?h ?| ?g ?| giờ ?)(?P<min>[0-5]\d)?(?::[0-5]\d(?:\.\d+)?)?(?: ?phút)?"
    r"(?: ?(?P<half>[ap]m|sa|ch)(?!\w))?"
)
_ZONE = r"(?:\s*\(?(?:gmt|utc)? ?(?P<zone>z(?!\w)|[+-]\d{1,2})(?P<zone_min>:?\d\d)?\)?)?"
_PART_OF_DAY = "(?:rạng sáng|sáng|trưa|chiều|tối|đêm|khuya)"

# "Mồng 6 tháng năm 2023" and "thứ ba 3 tháng năm" are days in May.
_DAY_WORDS = word_set("ngày mùng mồng hôm sáng trưa chiều tối đêm mười mươi thứ hai ba tư năm sáu bảy nhật")
_NO_DAY_BEFORE = "".join(f"(?<!{word} )" for word in sorted(_DAY_WORDS))
# Tried in this order where a number or a month word stands; the first that fits wins.
_FORMS = {
    "iso": rf"{_YEAR}(?P<s>[-/.])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d)(?![/-])",
    "days": (
        rf"{_DAY}(?:, ?\d{{1,2}})*{_AND}(?P<d2>\d{{1,2}}) ?(?P<s>[/.-]) ?{_MONTH}"
        rf"(?: ?(?P=s) ?{_YEAR})?{_TAIL}"
    ),
    "numeric": rf"{_DAY} ?(?P<s>[/.-]) ?{_MONTH} ?(?P=s) ?{_YEAR}(?![\w/])(?!-[^\W\d]{{2}})",
    "short_year": rf"{_DAY}(?P<s>[/.-]){_MONTH}(?P=s)(?P<y>\d\d){_TAIL}",
    "months": (
        r"(?P<n>\d{1,2}|ba|sáu|chín|mười) tháng (?P<side>đầu|cuối)(?: của)?"
        rf"(?: năm(?: {_YEAR})?| (?P<y2>{_Y}))(?!\w)"
    ),
    "first_months": rf"{_NO_DAY_BEFORE}(?P<n>[369]|ba|sáu|chín) tháng năm {_YEAR}(?!\w)",
    # "2 tháng 3 ngày" is a duration; the group ``more`` says so.
    "worded": (
        rf"(?:(?P<d0>\d{{1,2}}){_AND})?{_DAY} tháng {_WORDED_MONTH}(?P<more> (?:ngày|tuần|tháng)(?!\w))?"
        rf"(?:(?:,? năm | ?[/-] ?|, | ){_YEAR}(?!\w))?"
    ),
    "half": rf"nửa (?P<side>đầu|cuối|sau) năm(?: {_YEAR})?(?!\w)",
    "month": rf"tháng {_WORDED_MONTH}(?! tháng)(?:(?: ?[-/] ?|,? năm |, | ){_YEAR}(?![\w/]))?(?![-/.]\d)",
    "quarter": rf"(?:quý|quí|qúy) (?P<q>iv|i{{1,3}}|[1-4])(?!\w)(?:(?: ?[-/] ?|,? năm | ){_YEAR}(?!\w))?",
    "english_half": (
        r"(?:(?P<side>first|second|last) (?:half|six months)(?: of)?(?: the year)?|h(?P<n>[12]))"
        rf"(?:,? {_YEAR})(?!\w)"
    ),
    "english_quarter": (
        rf"(?:(?P<q>first|second|third|fourth|last) quarter(?: of)?|q(?P<q2>[1-4])) ?[-/]? ?{_YEAR}(?!\w)"
    ),
    "english_day": rf"{_DAY}{_TH}(?: of)?[ -](?P<mon>{_ENGLISH})\.?(?!\w)(?:[,-]? ?{_YEAR}(?!\w))?",
    "english_month_day": rf"(?P<mon>{_ENGLISH})\.? {_DAY}{_TH}(?![\w/])(?:,? {_YEAR}(?!\w))?",
    "english_month": rf"(?P<mon>{_ENGLISH})\.?,?(?: of)? {_YEAR}(?!\w)",
    # "thập niên 90" means the 1990s; "những năm 2020 và 2021" are two years.
    "decade": (
        r"(?:(?:những năm|thập niên|thập kỷ|thập kỉ)(?: những năm)? (?P<dec>(?:1\d|20)?\d0)(?!\w)(?! ?(?:và|,|-|–) ?\d)"
        r"|(?P<dec2>(?:1\d|20)\d0)s(?!\w))"
    ),
    "years": (
        rf"(?:{_YEAR}(?: ?[-–] ?| đến (?:năm )?| to )(?P<y2>{_Y}|\d\d)|(?P<y3>{_Y})/(?P<y4>(?:20)?\d\d))"
        r"(?![\w/])(?![.,]\d)"
    ),
    "month_year": rf"(?P<m>1[0-2]|0?[1-9])(?P<s> ?[/-] ?){_YEAR}(?![\w/-])(?![.,]\d)",
    "day_month": rf"{_DAY}(?P<s> ?[/-] ?){_MONTH}{_TAIL}(?!-)(?:,? năm {_YEAR}(?!\w))?",
    "year": rf"{_YEAR}(?![\w/%])(?![.,-]\d)",
}

_YEAR_CUES = "năm|năm học|niên khóa|mùa giải|mùa|vụ|year|in|since|of|during|by|until|from|before|after"
_DOCUMENTS = "số|nghị định|thông tư|luật|quyết định|nghị quyết|chỉ thị|công văn|kế hoạch|tỷ lệ"
_COUNTED = "người|đồng|tỷ|triệu|nghìn|ngàn|usd|vnd|ha|m|m2|km|kg|tấn|con|cái|lượt|suất|hộ|năm|ngày|tháng|people"
_STARTS = "những|thập|tháng|quý|quí|qúy|nửa|ba|sáu|chín|mười|first|second|third|fourth|last"


@dataclass(frozen=True, slots=True)
class Rules:
    """The compiled patterns for one spelling (with or without marks); ``*_cue`` and ``*_before`` end at the date."""

    anchor: re.Pattern[str]
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    day_cue: re.Pattern[str]
    year_cue: re.Pattern[str]
    no_month_year: re.Pattern[str]
    clock_before: re.Pattern[str]
    clock_after: re.Pattern[str]
    between: re.Pattern[str]
    counted: re.Pattern[str]
    lunar: re.Pattern[str]


def _compile(fold: bool) -> Rules:
    def pattern(source: str) -> re.Pattern[str]:
        return re.compile(unmarked(source) if fold else source, re.IGNORECASE)

    that_day = rf"(?:{_PART_OF_DAY}|hôm|ngày) (?:nay|qua|mai|kia)"
    return Rules(
        anchor=pattern(rf"(?<![\w.,/])(?:\d+|(?:{_STARTS})(?= )|[hq]\d(?!\d)|(?:{_ENGLISH})(?!\w))"),
        forms=tuple((name, pattern(source)) for name, source in _FORMS.items()),
        day_cue=pattern(
            rf"(?<!\w)(?:ngày|{_PART_OF_DAY}|{that_day}|mùng|mồng|{_WEEKDAY}),? ?\(?(?:ngày |mùng |mồng )?$"
        ),
        year_cue=pattern(rf"(?<!\w)(?:{_YEAR_CUES}) $"),
        no_month_year=pattern(rf"(?<!\w)(?:{_DOCUMENTS}) $"),
        clock_before=pattern(rf"(?<![\w:.,/]){_CLOCK}{_ZONE}[\s,|–-]*(?:{_WEEKDAY}[\s,|–-]*)?(?:ngày\s?:?\s*)?$"),
        clock_after=pattern(rf"(?:\s*[,|–-]?\s*(?:lúc |at )?|t){_CLOCK}{_ZONE}(?!\w)"),
        between=pattern(r"\s*(?:đến|tới|và|to|and|,|-|–)\s*(?:ngày|năm|tháng)?\s*"),
        counted=pattern(rf" (?:{_COUNTED})(?!\w)"),
        lunar=pattern(r"(?:\s*(?:,? năm [^\W\d]+ [^\W\d]+)?,?\s*\(?âm lịch| \(?AL\)?(?!\w))"),
    )


def unmarked(pattern: str) -> str:
    """Return the pattern without Vietnamese marks; unlike spelling.fold it keeps upper case, which escapes need."""
    decomposed = unicodedata.normalize("NFD", pattern.replace("đ", "d"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


MARKED = _compile(fold=False)
UNMARKED = _compile(fold=True)
