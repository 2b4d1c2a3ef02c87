"""The places and names that a question or half a question names, told apart well enough to exchange one for another.

What is known of places, surnames and titles is known to :mod:`retrieval.query.names`. Here both spellings are looked
at, with marks and without, and either language; what must be told is not who or where it is, but whether the one can
stand where the other stood.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.query.followups.patterns import tolerant, whole
from retrieval.query.language import ENGLISH_WORDS, Language
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.context import AREAS, SURE_AREAS, TONGUES, VENUES
from retrieval.query.names.figures import DOCUMENT_WORDS, ENGLISH_DOCUMENTS, find_documents, written_sign
from retrieval.query.names.people import (
    BARE_COMMON_SURNAMES,
    COMMON_SURNAMES,
    ENGLISH_HONORIFICS,
    FORMS_OF_ADDRESS,
    HONORIFICS,
    MAX_NAME_SYLLABLES,
)
from retrieval.query.names.places import FoundPlace, gazetteer, is_acronym
from retrieval.text.spelling import fold, is_bare
from retrieval.text.syllables import is_bare_syllable, parse_syllable
from retrieval.text.tokens import Token, tokenise


def _any_of(expressions: frozenset[str] | tuple[str, ...]) -> str:
    """Return the pattern of words that may be typed without their marks, the longest first."""
    return tolerant("|".join(re.escape(words) for words in sorted(expressions, key=lambda words: (-len(words), words))))


_ADMINISTRATIVE = f"(?:{_any_of((*VENUES, *AREAS, 'thủ đô', 'khu vực', 'vùng'))})"
_ADMINISTRATIVE_BEFORE = re.compile(rf"(?<!\w){_ADMINISTRATIVE} $", re.IGNORECASE)
_ADMINISTRATIVE_START = re.compile(rf"{_ADMINISTRATIVE} (?=\w)", re.IGNORECASE)
_LOCATIVE = tolerant("ở|tại|từ|về|đến|của") + "|in|at|from|for|near"
_LOCATIVE_BEFORE = re.compile(rf"(?<!\w)(?P<preposition>{_LOCATIVE}) (?:the )?$", re.IGNORECASE)
_PLACE_BEFORE = re.compile(rf"(?<!\w)(?:{tolerant('ở|tại')}|in|at|near) (?:the )?$", re.IGNORECASE)
# Behind these an ordinary word in small letters is a place.
_SURE_BEFORE = re.compile(rf"(?<!\w)(?:{_any_of(SURE_AREAS | {'ở', 'tại'})}|in|at|near|from) $", re.IGNORECASE)
# "Tiếng Anh" is no place that another could take the place of.
_TONGUE_BEFORE = re.compile(rf"(?<!\w)(?:{_any_of(TONGUES)}) $", re.IGNORECASE)
_DOCUMENT_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{tolerant(DOCUMENT_WORDS)})(?: {tolerant('số')})?|(?:{'|'.join(ENGLISH_DOCUMENTS)})(?: no\.?)?) $",
    re.IGNORECASE,
)
# A law goes by its title, which goes on to the verb: "Luật Nhà ở", "Luật Giáo dục đại học".
_LAW = re.compile(
    r"(?<!\w)(?:[Bb]ộ )?[Ll]uật (?P<title>[^\W\d_]+)(?: [^\W\d_]+){0,5}?"
    r"(?= (?:có|được|do|quy định|ban hành|sửa đổi|năm|là|ở đâu|khi|bị|đã|sẽ|gồm|thay|cho|về|và|hay|thông qua|ra đời"
    r"|nói|như|thế|nào|\d+)(?!\w)|[ ?.!,]*$)"
)
_DIGIT = re.compile(r"\d")
_KIND_OF_SIGN = re.compile(r"[^\W\d_]+")
_BEFORE_REACH_CHARS = 24
_MAX_GAP_CHARS = len(" - ")

_TITLE_BEFORE = re.compile(
    rf"(?<!\w)(?:{_any_of(HONORIFICS | ENGLISH_HONORIFICS | {'thứ trưởng', 'coach'})})\.? $", re.IGNORECASE
)
# Before persons only: "chủ tịch Hà Nội" is no person called Hà Nội.
_CALLED_BEFORE = re.compile(rf"(?<!\w)(?:{_any_of(FORMS_OF_ADDRESS)})\.? $", re.IGNORECASE)
# They begin an institution's name, whose next syllable is small: "Sở Y tế" has no name in it.
_INSTITUTION = whole(
    "tỉnh|thành|sở|bộ|ban|ủy|hội|trung|trường|đại|công|văn|tổng|viện|cục|nhà|đoàn|đảng|cơ|tòa|ngân|hiệp|liên|câu|tập"
    "|bệnh|chi|quốc|chính|phòng|học|báo|đài|mặt|thanh"
)
_RUN = re.compile(r"[^\W\d_]\w*(?:[.'’]\w+)*(?: [^\W\d_]\w*(?:[.'’]\w+)*)*")
_MIN_ACRONYM_CHARS = 2
_MAX_ANSWER_WORDS = 16
_MAX_CALLED_WORDS = 8
_MAX_CUT_SYLLABLES = 2
_MIN_PERSON_SYLLABLES = 2
# What begins a question with a capital without being a name.
_QUESTION_START = whole("ai|còn|ở|tại|vì|năm|tháng|ngày|thế|vậy|và|do|theo|khi|từ|trong|có|là|giá|ông|bà|dân số|số")
_ENGLISH_START = ENGLISH_WORDS | {"but", "give", "so", "then"}


@dataclass(frozen=True, slots=True)
class NamePhrase:
    """A name as it stands in a question, [start, end) with its title or "tỉnh"; from ``bare_start`` the name alone.

    ``kind`` is PERSON, PLACE, DOCUMENT or OTHER. ``preposition_start`` is where "ở" or "in" before it begins; equal to
    ``start`` where there is none.
    """

    kind: NameKind
    start: int
    end: int
    bare_start: int
    preposition_start: int


def name_text(text: str, name: NamePhrase, language: Language) -> str:
    """Return a name with its title, as a question in the language writes it, however it was typed.

    A place gets its capitals, in Vietnamese also its marks; a document's sign its capitals.
    """
    bare = text[name.bare_start : name.end]
    if name.kind is NameKind.DOCUMENT:
        bare = written_sign(bare)
    elif name.kind is NameKind.PLACE:
        known = _place_name(bare) if language is Language.VIETNAMESE and is_bare(bare) else ""
        bare = known or (bare.title() if bare.islower() else bare)
    return f"{text[name.start : name.bare_start]}{bare}"


def _place_name(bare: str) -> str:
    """Return the Vietnamese name of a place of the gazetteer that was typed without marks; empty of any other."""
    tokens = [token.text for token in tokenise(bare)]
    found = gazetteer().find(tokens, english=True)
    is_whole = bool(found) and (found[0].start, found[0].end) == (0, len(tokens))
    return found[0].place.name if is_whole else ""


def document_kind(sign: str) -> str:
    """Return the letters of a document's sign that say what it is: "NQ" of "37-NQ/TW"; empty of a number alone."""
    letters = _KIND_OF_SIGN.search(written_sign(sign))
    return letters.group() if letters else ""


def find_names(text: str) -> list[NamePhrase]:
    """Return the names of a text in order, never overlapping."""
    places = list(_known_places(text))
    known = {(place.start, place.end) for place in places}
    tongues = {span for span in known if _TONGUE_BEFORE.search(_before(text, span[0]))}
    named = list(_documents(text))
    signs = [(name.start, name.end) for name in named]
    for start, end in _capital_runs(text, places):
        if (start, end) not in tongues and not any(start < last and first < end for first, last in signs):
            named.append(_of_run(text, start, end, known))
    for place in places:
        is_tongue = (place.start, place.end) in tongues
        is_taken = any(place.start < name.end and name.start < place.end for name in named)
        if place.is_sure and not is_tongue and not is_taken:
            named.append(_with_surroundings(text, NameKind.PLACE, place.start, place.end))
    return sorted(named, key=lambda name: name.start)


def _documents(text: str) -> Iterator[NamePhrase]:
    """Yield the documents that are named by their sign or number, with what they are called: "Kết luận 21-KL/TW"."""
    taken = 0
    for law in _LAW.finditer(text):
        if law["title"][0].isupper():
            yield _with_surroundings(text, NameKind.DOCUMENT, law.start(), law.end())
    for language in Language:
        for found in find_documents(text, language):
            if found.text_start < taken:
                continue
            taken = found.text_end
            sign = _DIGIT.search(text, found.text_start)
            bare_start = sign.start() if sign else found.text_start
            called = _DOCUMENT_BEFORE.search(_before(text, bare_start))
            start = bare_start - (len(called.group()) if called else 0)
            yield _with_surroundings(text, NameKind.DOCUMENT, min(start, found.text_start), found.text_end, bare_start)


@dataclass(frozen=True, slots=True)
class _KnownPlace:
    """A place of the gazetteer; not sure where its letters may be an ordinary word's."""

    start: int
    end: int
    is_sure: bool


def _known_places(text: str) -> Iterator[_KnownPlace]:
    """Yield the places that are typed with their marks, then those typed wholly without or in English; some twice."""
    tokens = tokenise(text)
    words = [token.text for token in tokens]
    for found in gazetteer().find(words, english=False):
        if found.place.kind is NameKind.PLACE:
            yield _as_typed(text, tokens[found.start : found.end], found, is_word=found.is_word)
    for found in gazetteer().find(words, english=True):
        name = " ".join(words[found.start : found.end])
        first, last = tokens[found.start].start, tokens[found.end - 1].end
        is_meant = text[first:last].isupper() or not (found.is_word and is_acronym(name))
        if found.place.kind is NameKind.PLACE and is_bare(text[first:last]) and is_meant:
            is_word = found.is_word or (found.place.is_common and name == fold(found.place.name))
            yield _as_typed(text, tokens[found.start : found.end], found, is_word=is_word)
    for token in tokens:  # in small letters "nga" and "duc" are other words
        if token.text in gazetteer().single and text[token.start].isupper():
            yield _KnownPlace(token.start, token.end, is_sure=False)


def _as_typed(text: str, tokens: list[Token], found: FoundPlace, *, is_word: bool) -> _KnownPlace:
    start, end = tokens[0].start, tokens[-1].end
    gaps = [text[left.end : right.start] for left, right in pairwise(tokens)]
    is_one = all(len(gap) <= _MAX_GAP_CHARS and ("-" in gap or not found.is_hyphenated) for gap in gaps)
    is_cued = (start, end) == (0, len(text)) or _SURE_BEFORE.search(_before(text, start)) is not None
    return _KnownPlace(start, end, is_sure=is_one and (is_cued or not is_word))


def _before(text: str, start: int) -> str:
    """Return what stands before a place in a text, as far as it is looked at."""
    return text[max(0, start - _BEFORE_REACH_CHARS) : start]


def persons_in(answer: str | None) -> list[str]:
    """Return the persons that a short answer names; none of a whole sentence, which names others too."""
    if not answer or len(answer.split()) > _MAX_ANSWER_WORDS:
        return []
    persons = [answer[name.start : name.end] for name in find_names(answer) if name.kind is NameKind.PERSON]
    return list(dict.fromkeys(persons))


def answer_called(noun: str, answer: str | None) -> str:
    """Return a short answer that begins as what was asked for is called ("nghị quyết"); else an empty text."""
    if not answer or len(answer.split()) > _MAX_CALLED_WORDS:
        return ""
    return answer if fold(answer).startswith(f"{fold(noun)} ") else ""


def _of_run(text: str, start: int, end: int, places: set[tuple[int, int]]) -> NamePhrase:
    """Return the name that a run of capitalised words is."""
    run = text[start:end]
    unit = _ADMINISTRATIVE_START.match(run)
    inner = start + (unit.end() if unit else 0)
    syllables = run.split()
    before = _before(text, start)
    if (inner, end) in places:
        called = _CALLED_BEFORE.search(before)
        kind = NameKind.PERSON if called and not unit else NameKind.PLACE
    elif unit or _ADMINISTRATIVE_BEFORE.search(before):
        kind = NameKind.PLACE
    elif _TITLE_BEFORE.search(before) or _is_vietnamese_name(syllables):
        kind = NameKind.PERSON
    else:
        kind = NameKind.PLACE if _PLACE_BEFORE.search(before) else NameKind.OTHER
    return _with_surroundings(text, kind, inner, end)


def _is_vietnamese_name(syllables: list[str]) -> bool:
    surname = syllables[0].lower()
    is_long = _MIN_PERSON_SYLLABLES <= len(syllables) <= MAX_NAME_SYLLABLES
    return is_long and (surname in COMMON_SURNAMES or surname in BARE_COMMON_SURNAMES)


def _with_surroundings(text: str, kind: NameKind, start: int, end: int, bare_start: int | None = None) -> NamePhrase:
    """Return the name with the title or "tỉnh" before it, and where its preposition begins."""
    pattern = {NameKind.PLACE: _ADMINISTRATIVE_BEFORE, NameKind.PERSON: _TITLE_BEFORE}.get(kind)
    before = pattern.search(_before(text, start)) if pattern else None
    first = start - (len(before.group()) if before else 0)
    preposition = _LOCATIVE_BEFORE.search(_before(text, first))
    bare_start = start if bare_start is None else bare_start
    return NamePhrase(kind, first, end, bare_start, first - (len(preposition.group()) if preposition else 0))


def _capital_runs(text: str, places: list[_KnownPlace]) -> list[tuple[int, int]]:
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
    return [run for run in (_without_common_words(text, run, places) for run in runs) if run is not None]


def _without_common_words(text: str, run: tuple[int, int], places: list[_KnownPlace]) -> tuple[int, int] | None:
    start, end = run
    syllables = text[start:end].split(" ")
    is_cut = len(syllables) <= _MAX_CUT_SYLLABLES and text[end : end + 2].strip().islower()
    if is_cut and _INSTITUTION.match(syllables[0]):
        return None
    first, *others = syllables
    is_acronym = first.isupper() and len(first) >= _MIN_ACRONYM_CHARS
    known = [place for place in places if (place.start, place.end) == run]
    is_half_a_word = is_cut and not (others or known) and parse_syllable(first.lower()) is not None
    if is_half_a_word and not _TITLE_BEFORE.search(_before(text, start)):
        return None
    is_place = any(place.is_sure for place in known)
    if start > 0 or is_acronym or is_place:
        return run
    if first.lower() in _ENGLISH_START or (others and _QUESTION_START.fullmatch(first)):
        return (start + len(first) + 1, end) if others else None
    is_foreign = is_bare(first) and not is_bare_syllable(first.lower())
    return run if others or is_foreign else None
