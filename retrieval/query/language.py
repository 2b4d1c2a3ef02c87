"""Which language a question is asked in: Vietnamese, with or without marks, or English.

Three kinds of words tell: small words that stand in nearly every question of one language, words with Vietnamese
marks, and words that no Vietnamese syllable is shaped like. Capitalised words are left out of the last two, since
names travel.
"""

import re
from enum import StrEnum

from retrieval.text.spelling import fold, is_bare
from retrieval.text.tokens import tokenise
from retrieval.text.wordlists import word_set


class Language(StrEnum):
    """The languages that questions are asked in; a reply's own words are in the question's language."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


# Question words, articles, prepositions and auxiliaries; none is also a common Vietnamese syllable without its marks.
ENGLISH_WORDS = word_set(
    """
    a about after an and any are as at be been before between by can could date day did do does during each else for
    from had has have held her his how if in into is it its last latest list many much month name newest not of on
    or other over per please she should show such tell that the their them there these they this those to under
    until was were what when where which who whom whose why will with would year you
    """
)
_VIETNAMESE_WORDS = word_set(
    """
    ai anh ba bai bao ban bang bi bo cac cai cao chi cho chu cua cuoc cung da dang dau day de den di dia dien dieu
    do dong du duoc gi gia gian giua gom hai hay hien hoi hop khi khong khoang la lam lan lanh len lon luc ma may
    mot muc nam nao nay neu ngay nghi nguoi nhan nhat nhieu nhu nhung noi qua quy ra rang sao sau so ta tai ten
    thang theo thi thoi thu tinh toi tong trong truoc tu va van ve vi viec viet voi vua vao xa
    """
)

# No Vietnamese question begins so; it outweighs a Vietnamese name in small letters.
ENGLISH_OPENINGS = word_set(
    """
    are did do does how is was were what when where which who whom whose why
    """
)
_OPENING_WEIGHT = 3.0
# A small word is sure, a shape is a hint: "canada", typed in small letters, is a name in either language.
_SHAPE_WEIGHT = 0.4
# Onset, vowels, final: what a Vietnamese syllable looks like without its marks.
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?",
)
# Of the central highlands.
_SYLLABLES_OF_PLACES = frozenset({"dak", "lak", "krong", "plong", "drang", "drak", "pak"})
_VOWELS = frozenset("aeiouy")

_QUOTED = re.compile(r"[“\"«][^“”\"«»]{2,200}[”\"»]")


def detect_language(question: str) -> Language:
    """Return the language of a question; Vietnamese where nothing tells, since the articles are Vietnamese."""
    return told_language(question) or Language.VIETNAMESE


def told_language(question: str) -> Language | None:
    """Return the language that the words of a question tell, or None: "2023?" is in neither.

    What stands in quotation marks tells only where nothing else does: an article is quoted by its own title.
    """
    return _told_by(_QUOTED.sub(" ", question)) or _told_by(question)


def _is_of_no_syllable(word: str) -> bool:
    """Return whether a word without marks is shaped like no Vietnamese one, and is no abbreviation ("tt")."""
    is_syllable = word in _SYLLABLES_OF_PLACES or _SYLLABLE.fullmatch(word) is not None
    return word.isalpha() and not _VOWELS.isdisjoint(word) and not is_syllable


def _told_by(question: str) -> Language | None:
    english = vietnamese = 0.0
    tokens = tokenise(question)
    if tokens and tokens[0].text in ENGLISH_OPENINGS:
        english += _OPENING_WEIGHT
    for token in tokens:
        bare = fold(token.text)
        is_name = question[token.start].isupper() and token.start > 0
        if not is_bare(token.text):
            vietnamese += not is_name
        elif bare in ENGLISH_WORDS:
            english += 1
        elif bare in _VIETNAMESE_WORDS:
            vietnamese += 1
        elif not is_name and _is_of_no_syllable(bare):
            english += _SHAPE_WEIGHT
    if english == vietnamese:
        return None
    return Language.ENGLISH if english > vietnamese else Language.VIETNAMESE
