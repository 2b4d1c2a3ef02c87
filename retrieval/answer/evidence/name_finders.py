"""How a name of each kind is found in a text: whole words, in the spellings and capitals that it may have there."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.editions import numbers_an_edition
from retrieval.query.names.named_years import is_named_by_years, names_years
from retrieval.query.names.offices import DEPUTY, office_of
from retrieval.query.names.people import MIDDLE_NAMES, SURNAMES
from retrieval.query.names.places import gazetteer
from retrieval.text.spelling import fold, tone_styles
from retrieval.text.syllables import is_bare_syllable, parse_syllable
from retrieval.text.tokens import token_texts

_CACHED_TEXTS = 64
_WORD_AFTER = re.compile(r" ?([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_LOOK_BACK_CHARS = 12
_MIN_PART_CHARS = 3  # of a foreign name, for it to stand for the whole


class PreparedText:
    """A text, and once it is needed the same in small letters."""

    __slots__ = ("_small", "as_written")

    def __init__(self, as_written: str) -> None:
        self.as_written = as_written
        self._small: str | None = None

    @property
    def small(self) -> str:
        """Return the text in small letters."""
        if self._small is None:
            self._small = self.as_written.lower()
        return self._small


@lru_cache(_CACHED_TEXTS)
def prepared(text: str) -> PreparedText:
    """Return a text to look for names in; the last ones are kept."""
    return PreparedText(text)


@lru_cache(_CACHED_TEXTS)
def finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return what tells whether a text has the name, in one of its spellings."""
    build = _FINDERS.get(name.kind)
    if build is not None:
        return build(name)
    as_written = _capital_finder(name)
    if not name.any_marks:
        return as_written
    by_letters = _letters_finder(name)
    return lambda text: as_written(text) or by_letters(text)


def small_styles(name: AskedName) -> list[str]:
    """Return the variants of a name in small letters, in both styles of tone marks: tỉnh ủy, tỉnh uỷ."""
    return [style for variant in name.variants for style in tone_styles(variant.lower())]


def _pattern_finder(patterns: Sequence[str]) -> Callable[[PreparedText], bool]:
    """Return a finder of patterns over small letters."""
    compiled = re.compile("|".join(patterns))
    return lambda text: compiled.search(text.small) is not None


def _document_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    return _pattern_finder([_document_pattern(variant) for variant in name.variants])


def _figure_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    return _pattern_finder([rf"(?<![\d.,]){re.escape(small)}(?!\w|[.,]\d)" for small in small_styles(name)])


def _quoted_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    return _pattern_finder([r"[\W_]+".join(re.findall(r"\w+", small)) for small in small_styles(name)])


def _phrase_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return a finder of bodies, with any capitals."""
    phrases = small_styles(name)
    return lambda text: any(next(whole_places(text.small, phrase), None) is not None for phrase in phrases)


def _office_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return a finder of offices, with any capitals; "Bí thư" is not "Phó Bí thư", and the body may stand apart."""
    phrases = small_styles(name)
    offices = [office for phrase in phrases if (office := office_of(phrase))]

    def find(text: PreparedText) -> bool:
        small = text.small
        whole = (
            start for phrase in phrases for start in whole_places(small, phrase) if not small.endswith(DEPUTY, 0, start)
        )
        return next(whole, None) is not None or any(office.stands_apart_in(small, whole_places) for office in offices)

    return find


def _edition_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return a finder of an edition's number or years; a text that numbers none may be about it."""
    phrases = small_styles(name)

    def find(text: PreparedText) -> bool:
        is_there = any(next(whole_places(text.small, phrase), None) is not None for phrase in phrases)
        if is_there or not is_named_by_years(name.head):
            return is_there or not numbers_an_edition(text.small)
        return not names_years(text.small, name.head)

    return find


def _document_pattern(sign: str) -> str:
    """Return the pattern of a document's sign, however its parts are joined: "50- QD/TW" is 50-QĐ/TW."""
    first, *parts = re.findall(r"[^\W_]+", sign.lower())
    if first.isdecimal():
        letters = [fold(part).replace("d", "[dđ]") for part in parts]
        joined = r"\s*[-–/]\s*".join((str(int(first)), *letters))
        return rf"(?<![\w/-])0*{joined}(?!\w)"
    words = r"\s+".join((first, *parts))
    return rf"(?<!\w){words}(?![\d.,]*\d)"


def _letters_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return a finder of names whose marks are not known: letters must agree, and the first must be a capital."""
    wanted = [fold(variant) for variant in (*name.variants, *_foreign_parts(name))]

    def find(text: PreparedText) -> bool:
        written = text.as_written
        return any(
            fold(written[match.start() : match.start() + len(letters)]) == letters
            and _is_whole(written, match.start(), match.start() + len(letters))
            for letters in wanted
            for match in _capital_pattern(letters[0]).finditer(written)
        )

    return find


@cache
def _capital_pattern(letter: str) -> re.Pattern[str]:
    """Return the pattern of a capital letter with whatever marks, given its bare small form."""
    latin = map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))
    capitals = "".join(char for char in latin if char.isupper() and fold(char) == letter)
    return re.compile(f"[{capitals}]" if capitals else re.escape(letter))


def _capital_finder(name: AskedName) -> Callable[[PreparedText], bool]:
    """Return a finder of names as written, and in capitals throughout."""
    literals = dict.fromkeys(
        form
        for variant in (*name.variants, *_foreign_parts(name))
        for style in tone_styles(variant)
        for form in (style, style.upper())
    )

    def find(text: PreparedText) -> bool:
        written = text.as_written
        return any(
            _is_whole(written, start, start + len(literal)) and _is_this(name, written, start, start + len(literal))
            for literal in literals
            for start in _places(written, literal)
        )

    return find


def _foreign_parts(name: AskedName) -> tuple[str, ...]:
    """Return the parts that a foreign name may be shortened to: of "Donald Trump" either; of Vietnamese names none."""
    if name.kind not in {NameKind.OTHER, NameKind.PERSON}:
        return ()
    parts = re.findall(r"[^\W\d_]+", name.variants[0])
    if len(parts) < 2 or any(parse_syllable(part.lower()) for part in parts):  # noqa: PLR2004 (a name of one part has none)
        return ()
    if name.any_marks and all(is_bare_syllable(fold(part)) for part in parts):
        return ()
    return tuple(part for part in parts if len(part) >= _MIN_PART_CHARS and part[0].isupper())


def _places(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def whole_places(text: str, wanted: str) -> Iterator[int]:
    """Yield where a text has what is wanted as whole words, in code points."""
    return (start for start in _places(text, wanted) if _is_whole(text, start, start + len(wanted)))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() if start else False) and not text[end : end + 1].isalnum()


def _is_this(name: AskedName, text: str, start: int, end: int) -> bool:
    """Return whether a name found is that name and not part of another: "Đức" in "Trần Đức Quận" is not Germany."""
    before = _WORD_BEFORE.search(text[max(0, start - _LOOK_BACK_CHARS) : start])
    after = _WORD_AFTER.match(text, end)
    previous = before.group(1) if before and before.group(1)[0].isupper() else ""
    following = after.group(1) if after and after.group(1)[0].isupper() and text[end : end + 1] == " " else ""
    found = text[start:end]
    if name.kind is NameKind.PERSON and " " not in found:
        return not (following and parse_syllable(following.lower()))
    if name.kind is not NameKind.PLACE:
        return True
    if " " not in found and parse_syllable(found.lower()):
        in_name = previous.lower() in SURNAMES | MIDDLE_NAMES
        goes_on = following and parse_syllable(following.lower()) and following.lower() not in SURNAMES
        return not in_name and not (goes_on and f"{found} {following}" not in name.variants)
    longer = [f"{previous} {found}"] if previous else []
    longer += [f"{found} {following}"] if following else []
    return not any(_is_other_place(candidate, name) for candidate in longer)


def _is_other_place(words: str, name: AskedName) -> bool:
    place = gazetteer().named(token_texts(words))
    return place is not None and place.names != name.variants


_FINDERS: dict[NameKind, Callable[[AskedName], Callable[[PreparedText], bool]]] = {
    NameKind.DOCUMENT: _document_finder,
    NameKind.EDITION: _edition_finder,
    NameKind.FIGURE: _figure_finder,
    NameKind.QUOTED: _quoted_finder,
    NameKind.ROLE: _office_finder,
    NameKind.ORGANISATION: _phrase_finder,
}
