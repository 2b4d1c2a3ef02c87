"""Whether the figures of a sentence stand in a passage, digit for digit and with what they count.

"1,578" in English is "1.578" in Vietnamese; "hai" is 2. A figure that the passage gives in millions or per cent is not
supported without them, and "5 người" is not by "5 triệu đồng".
"""

import re
from collections.abc import Sequence

from retrieval.phrasing.reading import Reading
from retrieval.phrasing.vocabulary import VIETNAMESE_FUNCTION_WORDS
from retrieval.query.glossary import english_glossary
from retrieval.query.language import Language

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# Scores, fractions and the numbers of documents are one figure: 2-0, 113/172, 37-NQ/TW.
_COMPOUND = re.compile(r"\d[\w.,]*(?:[-–/](?=[\dA-ZĐ])[\w.,]*\w)+")
_DASH = str.maketrans("–", "-")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VIETNAMESE_NUMBERS = {
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10",
}  # fmt: skip
_ENGLISH_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10",
}  # fmt: skip
_WORDS_OF = {digits: word for word, digits in _VIETNAMESE_NUMBERS.items()} | {"5": "năm"}
_SCALES = frozenset({"%", "phần", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"})
_ENGLISH_SCALES = {
    "percent": ("%", "phần"), "hundred": ("trăm",), "thousand": ("nghìn", "ngàn"), "million": ("triệu",),
    "billion": ("tỷ", "tỉ"), "trillion": ("nghìn", "ngàn"),
}  # fmt: skip
# Words that go on with the sentence and count nothing.
_LOOSE = frozenset({"và", "là", "của", "tại", "ở", "trong", "với", "cho", "để", "thì", "vào", "từ", "đến", "do", "bởi"})
# Tokens behind a figure among which its unit is looked for.
_REACH = {Language.VIETNAMESE: 1, Language.ENGLISH: 3}

# Words behind a figure of a source that may say what it counts: "500 tỷ đồng tiền phạt".
_COUNTED_REACH = 4


def figures_stand(said: Reading, sources: Sequence[Reading], language: Language) -> bool:
    """Return whether each figure of the sentence, its dates apart, stands in a source with the same unit."""
    compounds = [found for found in _COMPOUND.finditer(said.text) if not _in_date(said, found)]
    if not all(any(_has_compound(source, found.group()) for source in sources) for found in compounds):
        return False
    numbered = [
        place
        for place, start in enumerate(said.starts)
        if _is_figure(said, place, language) and not any(found.start() <= start < found.end() for found in compounds)
    ]
    return all(any(_stands(said, place, source, language) for source in sources) for place in numbered)


def _in_date(said: Reading, found: re.Match[str]) -> bool:
    return any(date.text_start < found.end() and found.start() < date.text_end for date in said.dates)


def _has_compound(source: Reading, compound: str) -> bool:
    """Return whether the source has it, with nothing more to it: "2-0" does not stand in "12-0"."""
    wanted = compound.translate(_DASH).lower()
    return any(found.group().translate(_DASH).lower() == wanted for found in _COMPOUND.finditer(source.text))


def _is_figure(said: Reading, place: int, language: Language) -> bool:
    word = said.words[place]
    if said.dated[place]:
        return False
    if any(char.isdigit() for char in word):
        return True
    if language is Language.ENGLISH:
        return word in _ENGLISH_NUMBERS or word in _ENGLISH_SCALES
    return (word in _VIETNAMESE_NUMBERS or word in _SCALES - {"phần"}) and not said.capital[place]


def _stands(said: Reading, place: int, source: Reading, language: Language) -> bool:
    forms = _forms(said.words[place], language)
    units = _units(said, place, language)
    needs_unit = units is not None and not _YEAR.fullmatch(said.words[place])
    for found, word in enumerate(source.words):
        if canonical(word) not in forms:
            continue
        near = _near(source, found, _REACH[language])
        scale = next((sign for sign in near[:2] if sign in _SCALES), None)
        if scale is not None and (units is None or scale not in units):
            continue
        if not needs_unit or (
            units is not None and units & set(near) and _counts(said, place, source, found, language)
        ):
            return True
    return False


def _counts(said: Reading, place: int, source: Reading, found: int, language: Language) -> bool:
    """Return whether what is counted goes on as in the source: "1.578 ca mắc" is not "1.578 ca tử vong"."""
    second = place + 2
    if language is Language.ENGLISH or second >= len(said.words) or not said.joined[second - 1]:
        return True
    word = said.words[second]
    return word in VIETNAMESE_FUNCTION_WORDS or word in source.words[found + 1 : found + 1 + _COUNTED_REACH]


def _forms(word: str, language: Language) -> frozenset[str]:
    """Return what the figure may be written as in a source, canonical."""
    if language is Language.ENGLISH and word in _ENGLISH_SCALES:
        return frozenset(_ENGLISH_SCALES[word])
    names = _ENGLISH_NUMBERS if language is Language.ENGLISH else _VIETNAMESE_NUMBERS
    digits = names.get(word, canonical(word))
    if digits in _WORDS_OF and (language is Language.ENGLISH or digits != "5"):
        return frozenset({digits, digits.zfill(2), _WORDS_OF[digits]})
    return frozenset({digits})


def canonical(word: str) -> str:
    """Return a figure with a point for its decimals and nothing between its thousands; other words as they are."""
    if not word[0].isdigit():
        return word
    if _THOUSANDS.fullmatch(word):
        return word.replace(".", "").replace(",", "")
    return word.replace(",", ".")


def _units(said: Reading, place: int, language: Language) -> frozenset[str] | None:
    """Return the words that may stand behind the figure in a source, None where nothing is counted or known."""
    if said.after(place) == "%":
        return frozenset({"%", "phần"})
    if place + 1 == len(said.words) or not said.joined[place] or said.dated[place + 1]:
        return None
    unit = said.words[place + 1]
    if language is Language.VIETNAMESE:
        return None if unit in _LOOSE else frozenset({unit})
    if unit in _ENGLISH_SCALES:
        return frozenset(_ENGLISH_SCALES[unit])
    found = english_glossary().expressions(said.words[place + 1 : place + 3])
    if not found or found[0].start:
        return None
    return frozenset(rendering[0] for rendering in found[0].renderings) | {unit}


def _near(source: Reading, place: int, reach: int) -> list[str]:
    """Return what stands behind a figure of a source: a per cent sign, then the next words."""
    signs = ["%"] if source.after(place) == "%" else []
    return [*signs, *source.words[place + 1 : place + 1 + reach]]
