"""Whether the evidence has what the question names: in the sentence, the passage, the article.

Vectors place one province near another, and an answer about the wrong one is worse than none. Names are looked for as
whole words with the capitals that Vietnamese gives them, so that "đạo đức" is not Germany, over the spellings they may
have; an article is asked in the order of cost, so that most names take microseconds.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.context import LOOK_BACK_CHARS, VENUES, is_venue_before
from retrieval.query.names.english import VENUE
from retrieval.query.names.offices import DEPUTY, office_of
from retrieval.query.names.people import MIDDLE_NAMES, SURNAMES
from retrieval.query.names.places import gazetteer
from retrieval.text.spelling import fold, tone_styles
from retrieval.text.syllables import is_bare_syllable, parse_syllable
from retrieval.text.tokens import token_texts

# How much a name says about what is asked: the share of a name found, among all names of the question.
_KIND_WEIGHTS = {
    NameKind.PERSON: 1.0,
    NameKind.PLACE: 1.0,
    NameKind.DOCUMENT: 1.0,
    NameKind.FIGURE: 0.75,
    NameKind.QUOTED: 0.75,
    NameKind.ORGANISATION: 0.5,
    NameKind.ROLE: 0.5,
    NameKind.OTHER: 0.75,
}
# What it is worth to stand near the answer.
_IN_SENTENCE, _IN_PASSAGE, _IN_ARTICLE = 1.0, 0.8, 0.5
_CACHED_TEXTS = 64
_WORD_AFTER = re.compile(r" ?([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_LOOK_BACK_CHARS = 12
_MIN_PART_CHARS = 3  # of a foreign name, for it to stand for the whole


@dataclass(frozen=True, slots=True)
class NameFound:
    """Where one name of the question stands.

    ``at_venue`` is true where the question asks of a place as a venue and the article calls it one.
    """

    name: AskedName
    in_sentence: bool
    in_passage: bool
    in_article: bool
    at_venue: bool

    @property
    def worth(self) -> float:
        """Return how near to the answer it stands: 1 in the sentence, 0 nowhere."""
        if self.in_sentence:
            return _IN_SENTENCE
        return _IN_PASSAGE if self.in_passage else _IN_ARTICLE if self.in_article else 0.0


@dataclass(frozen=True, slots=True)
class NameSupport:
    """What the evidence has of the question's names.

    ``share`` is in [0, 1], 1 where nothing is named; ``missing_firm`` is the first firm name that the whole article
    lacks, title included: then it does not answer.
    """

    names: tuple[NameFound, ...]
    share: float
    missing_firm: AskedName | None

    @property
    def missing(self) -> tuple[AskedName, ...]:
        """Return all names that the whole article lacks, firm or not."""
        return tuple(found.name for found in self.names if not found.in_article)


def name_support(
    names: Sequence[AskedName], sentence: str, passage_text: str, title: str | None, article_text: str
) -> NameSupport:
    """Return where the names stand: sentence in passage in article, all NFC, as the article writes them."""
    found = tuple(_look_for(name, sentence, passage_text, title or "", article_text) for name in names)
    total = sum(_KIND_WEIGHTS[item.name.kind] for item in found)
    worth = sum(_KIND_WEIGHTS[item.name.kind] * item.worth for item in found)
    missing = next((item.name for item in found if item.name.is_firm and not item.in_article), None)
    return NameSupport(found, worth / total if total else 1.0, missing)


def stands_in(name: AskedName, text: str) -> bool:
    """Return whether a text has the name, in one of its spellings."""
    return _finder(name)(_prepared(text))


def _look_for(name: AskedName, sentence: str, passage: str, title: str, article: str) -> NameFound:
    in_text = stands_in(name, article)
    in_passage = in_text and stands_in(name, passage)
    in_sentence = in_passage and stands_in(name, sentence)
    in_article = in_text or (title != "" and stands_in(name, title))
    at_venue = name.head in (*VENUES, VENUE) and in_article and _stands_at_venue(name, article, title)
    return NameFound(name, in_sentence, in_passage, in_article, at_venue)


class _Text:
    """A text, and once it is needed the same in small letters."""

    __slots__ = ("_small", "as_written")

    def __init__(self, as_written: str) -> None:
        self.as_written = as_written
        self._small: str | None = None

    @property
    def small(self) -> str:
        if self._small is None:
            self._small = self.as_written.lower()
        return self._small


@lru_cache(_CACHED_TEXTS)
def _prepared(text: str) -> _Text:
    return _Text(text)


@lru_cache(_CACHED_TEXTS)
def _finder(name: AskedName) -> Callable[[_Text], bool]:
    if name.kind is NameKind.DOCUMENT:
        return _pattern_finder([_document_pattern(variant) for variant in name.variants])
    if name.kind is NameKind.FIGURE:
        return _pattern_finder([rf"(?<![\d.,]){re.escape(small)}(?!\w|[.,]\d)" for small in _small_styles(name)])
    if name.kind is NameKind.QUOTED:
        return _pattern_finder([r"[\W_]+".join(re.findall(r"\w+", small)) for small in _small_styles(name)])
    if name.kind in {NameKind.ROLE, NameKind.ORGANISATION}:
        return _office_finder(name) if name.kind is NameKind.ROLE else _phrase_finder(name)
    as_written = _capital_finder(name)
    if not name.any_marks:
        return as_written
    by_letters = _letters_finder(name)
    return lambda text: as_written(text) or by_letters(text)


def _small_styles(name: AskedName) -> list[str]:
    """Return the variants of a name in small letters, in both styles of tone marks: tỉnh ủy, tỉnh uỷ."""
    return [style for variant in name.variants for style in tone_styles(variant.lower())]


def _pattern_finder(patterns: Sequence[str]) -> Callable[[_Text], bool]:
    """Return a finder of patterns over small letters."""
    compiled = re.compile("|".join(patterns))
    return lambda text: compiled.search(text.small) is not None


def _phrase_finder(name: AskedName) -> Callable[[_Text], bool]:
    """Return a finder of bodies, with any capitals."""
    phrases = _small_styles(name)
    return lambda text: any(next(_whole_places(text.small, phrase), None) is not None for phrase in phrases)


def _office_finder(name: AskedName) -> Callable[[_Text], bool]:
    """Return a finder of offices, with any capitals; "Bí thư" is not "Phó Bí thư", and the body may stand apart."""
    phrases = _small_styles(name)
    offices = [office for phrase in phrases if (office := office_of(phrase))]

    def find(text: _Text) -> bool:
        small = text.small
        whole = (
            start
            for phrase in phrases
            for start in _whole_places(small, phrase)
            if not small.endswith(DEPUTY, 0, start)
        )
        return next(whole, None) is not None or any(office.stands_apart_in(small, _whole_places) for office in offices)

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


def _letters_finder(name: AskedName) -> Callable[[_Text], bool]:
    """Return a finder of names whose marks are not known: letters must agree, and the first must be a capital."""
    wanted = [fold(variant) for variant in (*name.variants, *_foreign_parts(name))]

    def find(text: _Text) -> bool:
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


def _capital_finder(name: AskedName) -> Callable[[_Text], bool]:
    """Return a finder of names as written, and in capitals throughout."""
    literals = dict.fromkeys(
        form
        for variant in (*name.variants, *_foreign_parts(name))
        for style in tone_styles(variant)
        for form in (style, style.upper())
    )

    def find(text: _Text) -> bool:
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


def _whole_places(text: str, wanted: str) -> Iterator[int]:
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


def _stands_at_venue(name: AskedName, article: str, title: str) -> bool:
    """Return whether a place is called a venue: the word, perhaps what kind of place it is, and its name."""
    return any(
        _is_whole(text.small, start, start + len(small))
        and is_venue_before(text.small[max(0, start - LOOK_BACK_CHARS) : start])
        for text in map(_prepared, (article, title))
        for small in _small_styles(name)
        for start in _places(text.small, small)
    )
