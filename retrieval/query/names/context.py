"""The words before a name that say what it names, as "điểm cầu", "tỉnh", "bà", or that it is not meant itself."""

import re

from retrieval.query.names.people import HONORIFICS, TITLES

VENUES = ("điểm cầu", "đầu cầu")
AREAS = (
    "tỉnh",
    "thành phố",
    "tp",
    "tp.",
    "thị xã",
    "huyện",
    "quận",
    "thị trấn",
    "phường",
    "xã",
    "đảo",
    "quần đảo",
    "nước",
)
LANDSCAPE = (
    "thôn",
    "bản",
    "làng",
    "sông",
    "núi",
    "hồ",
    "vịnh",
    "biển",
    "miền",
    "vùng",
    "khu vực",
    "cầu",
    "đèo",
    "châu",
)
# An ordinary word in small letters is a place behind these.
SURE_AREAS = frozenset({"nước", "tỉnh", "thành phố", "tp", "tp.", "huyện", "đảo", *VENUES})
# Before a country's name they make it a language.
TONGUES = ("tiếng", "ngôn ngữ", "chữ")
LOOK_BACK_CHARS = 40

_AREA = "|".join(map(re.escape, AREAS))
# A "hợp tác xã" is no commune.
_AREA_BEFORE = re.compile(rf"(?<!\w)(?<!hợp tác )({_AREA}|{'|'.join(LANDSCAPE)}) $")
_VENUE_BEFORE = re.compile(rf"(?<!\w)({'|'.join(VENUES)})(?: (?:{_AREA}))? $")
_WHEREABOUTS_BEFORE = re.compile(r"(?<!\w)(?:ở|tại|đến|đi|về|từ|sang|tới|vào) $")
_AT_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:ở|tại|{'|'.join(VENUES)})(?: (?:{'|'.join(VENUES)}|{_AREA}))*"
    r"|(?:in|at)(?: the(?: venue (?:of|in))?)?) $"
)
_HONORIFIC_BEFORE = re.compile(rf"(?<!\w)({'|'.join(sorted(HONORIFICS, key=len, reverse=True))})\.? $")
_TITLE_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\.? $")
# Of a people, a language or a currency the country itself need not be named.
# "Hội nông dân Hà Nam" and "hội đồng nhân dân Hà Nam" are bodies of the place itself.
_PEOPLE_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(TONGUES)}|người|(?<!nông )(?<!nhân )dân|quân|(?<!hội )(?<!cộng )đồng|bảng) $"
)


def area_before(before: str) -> str:
    """Return what kind of place the text before a name says that it is ("điểm cầu", "tỉnh"), or an empty text.

    The text is in small letters with marks, as for all functions here.
    """
    match = _VENUE_BEFORE.search(before) or _AREA_BEFORE.search(before)
    return match.group(1) if match else ""


def is_venue_before(before: str) -> bool:
    """Return whether the text before a place calls it a venue, with or without saying what kind of place it is."""
    return _VENUE_BEFORE.search(before) is not None


def honorific_before(before: str) -> str:
    """Return the honorific or office that a text before a person ends with, or an empty text."""
    match = _HONORIFIC_BEFORE.search(before)
    return match.group(1) if match else ""


def is_title_before(before: str) -> bool:
    """Return whether a text ends with what a person is called or does: "bà ", "bị cáo ", "cổ đông "."""
    return _TITLE_BEFORE.search(before) is not None


def is_whereabouts_before(before: str) -> bool:
    """Return whether a text ends with a word that whereabouts follow: at, to, from."""
    return _WHEREABOUTS_BEFORE.search(before) is not None


def is_at_before(before: str) -> bool:
    """Return whether a text ends with what makes the place behind it that of a deed: at, in, at the venue of."""
    return _AT_BEFORE.search(before) is not None


def is_people_before(before: str) -> bool:
    """Return whether a text ends with a word that makes a country its people, language or money."""
    return _PEOPLE_BEFORE.search(before) is not None
