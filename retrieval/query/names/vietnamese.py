"""The names of a Vietnamese question: by their capitals, or, typed in small letters, by what is known to be a name.

Known are the gazetteer's places, what the articles themselves nearly always write with capitals, and surnames before
middle names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from retrieval.index.capitals import CorpusNames
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.context import (
    AREAS,
    LANDSCAPE,
    LOOK_BACK_CHARS,
    SURE_AREAS,
    VENUES,
    area_before,
    honorific_before,
    is_people_before,
    is_title_before,
    is_whereabouts_before,
)
from retrieval.query.names.offices import (
    distinctive_parts,
    ends_with_named_head,
    find_offices,
    is_institution,
    is_office,
    office_variants,
)
from retrieval.query.names.people import (
    BARE_COMMON_SURNAMES,
    BARE_MIDDLE_NAMES,
    COMMON_SURNAMES,
    FULL_NAME_SYLLABLES,
    HONORIFICS,
    MIDDLE_NAMES,
    given_name_variants,
    is_full_name,
)
from retrieval.query.names.places import FoundPlace, gazetteer
from retrieval.text.dates import find_dates
from retrieval.text.spelling import fold
from retrieval.text.syllables import parse_syllable, parse_toneless
from retrieval.text.tokens import canonical, tokenise

# A run goes on over these; initials carry their point.
_JOINED = re.compile(r" ?| ?[-–] ?|\. |['’]")
_SENTENCE_END = re.compile(r"[.!?…:]\s+[\"“‘(]*$")
_NUMERAL = re.compile("[ivxlc]+")
# One-syllable places and honorifics that begin another word.
_HALVED = frozenset(
    {
        *("anh hùng", "anh em", "đức phật", "đức tin", "đức tính", "pháp luật", "pháp lệnh", "pháp lý", "pháp nhân"),
        *("pháp chế", "mỹ thuật", "mỹ phẩm", "mỹ học", "nga hoàng", "nhật báo", "nhật ký", "nhật thực", "thái độ"),
        *("hàn đới", "thái giám", "thái hậu", "thái tử", "thái thú", "vinh quang", "vinh dự", "ý kiến", "ý nghĩa"),
    }
)
# At the beginning of a sentence more often something else: he, idea, shirt, a given name.
_SELDOM_FIRST = frozenset({"anh", "ý", "áo", "vinh", "âu", "thái", "ấn", "hàn"})
# With a capital at the beginning of a sentence these still are no part of the name behind them.
_CALLED = frozenset(word for word in (*HONORIFICS, *AREAS, *LANDSCAPE) if " " not in word) - {"châu", "hồ", "cầu", "em"}
# A question in capitals, or with one on every word, shows no names by them.
_MAX_CAPITAL_SHARE = 0.85
_MIN_WORDS = 4
_MAX_GAP_CHARS = len(" - ")
_MIN_OWN_SYLLABLES = 2  # of an organisation's own name; a foreign one may be written in many ways
_FIRM_AREAS = frozenset({*VENUES, *AREAS})


def vietnamese_names(
    text: str, corpus: CorpusNames, taken: Sequence[tuple[int, int]], *, typed_bare: bool
) -> Iterator[AskedName]:
    """Yield the names of a Vietnamese question with its marks; some may overlap, those that come first are surer.

    Args:
        text: The question as understood.
        corpus: What the articles write with capitals.
        taken: Code points [start, end) that name something already.
        typed_bare: Whether no mark was typed.
    """
    question = _Question(text, corpus, taken, typed_bare=typed_bare)
    offices = list(question.offices())
    yield from offices
    question.take(offices)
    written = question.written_names()
    yield from written
    yield from question.small_places(soft=bool(written) and not typed_bare)
    yield from question.small_people()
    yield from question.small_corpus_names()


class _Question:
    """The search through one Vietnamese question; ranges [start, end) of words count its tokens."""

    def __init__(self, text: str, corpus: CorpusNames, taken: Sequence[tuple[int, int]], *, typed_bare: bool) -> None:
        self._text = text
        self._small = canonical(text)
        self._tokens = tokenise(text)
        self._words = [token.text for token in self._tokens]
        self._typed_bare = typed_bare
        self._corpus = corpus
        self._taken = [*taken, *((span.text_start, span.text_end) for span in find_dates(text, bare=True))]
        letters = [token for token in self._tokens if token.text.isalpha()]
        n_capitals = sum(text[token.start].isupper() for token in letters)
        self._shows_names = len(letters) < _MIN_WORDS or n_capitals < _MAX_CAPITAL_SHARE * len(letters)

    def take(self, names: Sequence[AskedName]) -> None:
        """Note that these names' words are spoken for."""
        self._taken += [(name.text_start, name.text_end) for name in names]

    def offices(self) -> Iterator[AskedName]:
        """Yield roles and bodies."""
        for found in find_offices(self._small):
            text = self._text[found.start : found.end]
            variants = office_variants(self._small[found.start : found.end])
            yield AskedName(found.kind, text, found.start, found.end, variants, is_firm=False)

    def written_names(self) -> list[AskedName]:
        """Return the names typed with capitals, organisations first, since they hold more than their run."""
        if not self._shows_names:
            return []
        places = list(self._mixed_places())
        self.take(places)
        names = [name for start, end in self._runs() for name in self._names_of_run(start, end)]
        return [*places, *sorted(names, key=lambda name: name.kind is not NameKind.ORGANISATION)]

    def small_places(self, *, soft: bool) -> Iterator[AskedName]:
        """Yield the gazetteer's places that were typed in small letters; ``soft`` where other names have capitals."""
        for found in gazetteer().find(self._words, english=False):
            if not self._is_written_so(found) or (self._shows_names and self._is_capital(found.start)):
                continue
            is_cued = area_before(self._before(found.start)) in SURE_AREAS
            is_last = found.end == len(self._words)
            if not found.is_word or is_cued or (is_last and is_whereabouts_before(self._before(found.start))):
                name = self._place(found)
                yield replace(name, is_firm=name.is_firm and not soft and (is_cued or not found.is_word))

    def small_people(self) -> Iterator[AskedName]:
        """Yield surname, middle name and given name in a row: "nguyễn xuân phúc", "bị cáo lê văn sáu"."""
        for start, (surname, middle) in enumerate(pairwise(self._words)):
            end = start + FULL_NAME_SYLLABLES
            if end > len(self._words) or not self._may_be_person(surname, middle):
                continue
            is_name = surname == "nguyễn" or is_title_before(self._before(start))
            if is_name and parse_syllable(self._words[end - 1]) and self._are_neighbours(start, end):
                yield self._person(start, end)

    def _may_be_person(self, surname: str, middle: str) -> bool:
        """Return whether two syllables begin a person's name; where no mark was typed, by their letters."""
        if self._typed_bare:
            return fold(surname) in BARE_COMMON_SURNAMES and fold(middle) in BARE_MIDDLE_NAMES
        return surname in COMMON_SURNAMES and middle in MIDDLE_NAMES

    def small_corpus_names(self) -> Iterator[AskedName]:
        """Yield what the articles write with capitals."""
        for found in self._corpus.find(self._words):
            if not self._are_neighbours(found.start, found.end):
                continue
            area = area_before(self._before(found.start))
            kind, is_firm = NameKind.OTHER, False
            variants: tuple[str, ...] = (found.written,)
            if is_full_name(self._words[found.start : found.end]):
                kind, is_firm = NameKind.PERSON, True
                variants += given_name_variants(found.written.split())
            elif area:
                kind, is_firm = NameKind.PLACE, area in _FIRM_AREAS
            yield self._name(kind, found.start, found.end, variants=variants, is_firm=is_firm, head=area)

    def _mixed_places(self) -> Iterator[AskedName]:
        """Yield places that are no run of capitals: "Thành phố Hồ Chí Minh", "vịnh Hạ Long", "TP.HCM"."""
        for found in gazetteer().find(self._words, english=False):
            capitals = [self._is_capital(index) for index in range(found.start, found.end)]
            is_run = all(capitals) and all(map(self._is_joined, range(found.start, found.end - 1)))
            if any(capitals) and not (is_run or found.is_word) and self._is_written_so(found):
                yield self._place(found)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the runs of capitalised words, without a sentence's first word that is no name."""
        start = 0
        while start < len(self._tokens):
            if not self._is_capital(start):
                start += 1
                continue
            end = start + 1
            while end < len(self._tokens) and self._is_capital(end) and self._is_joined(end - 1):
                end += 1
            first = start + (self._opens_sentence(start) and not self._begins_name(start, end))
            if first + 1 < end and self._words[first] in _CALLED:
                first += 1
            if first < end:
                yield first, end
            start = end

    def _is_capital(self, index: int) -> bool:
        token = self._tokens[index]
        is_taken = any(start < token.end and token.start < end for start, end in self._taken)
        return self._text[token.start].isupper() and not is_taken

    def _is_joined(self, index: int) -> bool:
        left, right = self._tokens[index], self._tokens[index + 1]
        gap = self._text[left.end : right.start]
        if gap == ". ":
            return left.end - left.start == 1
        is_acronym = self._text[left.start : left.end].isupper() and left.end - left.start > 1
        goes_on = not is_acronym or self._text[right.start : right.end].isupper()
        return goes_on and _JOINED.fullmatch(gap) is not None

    def _opens_sentence(self, index: int) -> bool:
        before = self._text[: self._tokens[index].start]
        return not any(map(str.isalnum, before)) or _SENTENCE_END.search(before) is not None

    def _begins_name(self, start: int, end: int) -> bool:
        words = self._words[start:end]
        if parse_toneless(words[0]) is None or is_full_name(words):
            return True
        places = gazetteer().find(words, english=False)
        names = self._corpus.find(words)
        is_place = bool(places) and places[0].start == 0 and not (len(words) == 1 and words[0] in _SELDOM_FIRST)
        return is_place or (bool(names) and names[0].start == 0 and names[0].end > 1)

    def _names_of_run(self, start: int, end: int) -> Iterator[AskedName]:
        words = self._words[start:end]
        before = self._before(start)
        area = area_before(before)
        place = gazetteer().named(words)
        if len(words) == 1 and (self._is_half_a_word(start) or self._is_part_of_head(before, words[0])):
            return
        if place is not None:
            name = self._place(FoundPlace(start, end, place, is_word=False))
            yield replace(name, is_firm=name.is_firm and not (len(words) == 1 and self._opens_sentence(start)))
        elif is_full_name(words) and not area:
            yield self._person(start, end)
        elif inner := [found for found in gazetteer().find(words, english=False) if found.end - found.start > 1]:
            yield from (
                self._place(replace(found, start=start + found.start, end=start + found.end)) for found in inner
            )
        elif area:
            is_firm = area in _FIRM_AREAS and all(map(parse_syllable, words))
            yield self._name(NameKind.PLACE, start, end, is_firm=is_firm, head=area)
        elif (head_start := ends_with_named_head(before)) is not None:
            yield self._organisation(self._tokens[start].start - len(before) + head_start, start, end)
        elif honorific := honorific_before(before):
            yield self._name(NameKind.PERSON, start, end, is_firm=False, head=honorific)
        elif len(words) > 1 or self._says_something(words[0]):
            yield self._name(NameKind.OTHER, start, end, is_firm=False)

    @staticmethod
    def _says_something(word: str) -> bool:
        """Return whether a word with a capital is more than a letter, a numeral, a syllable or a body like UBND."""
        return len(word) > 1 and not (parse_syllable(word) or _NUMERAL.fullmatch(word) or is_office(word))

    @staticmethod
    def _is_part_of_head(before: str, word: str) -> bool:
        """Return whether a word ends what kind of organisation it is: the THPT of "Trường THPT"."""
        head = ends_with_named_head(before)
        return head is not None and head == ends_with_named_head(f"{before}{word} ")

    def _is_half_a_word(self, index: int) -> bool:
        """Return whether a capitalised syllable goes on in the next one: "Trung ương", "Tiểu học", "Anh hùng"."""
        if parse_syllable(self._words[index]) is None or index + 1 == len(self._tokens):
            return False
        if " ".join(self._words[index : index + 2]) in _HALVED:
            return True
        is_place = gazetteer().named(self._words[index : index + 1]) is not None
        return not (is_place or honorific_before(self._before(index)))

    def _is_written_so(self, found: FoundPlace) -> bool:
        tokens = self._tokens[found.start : found.end]
        gaps = [self._text[left.end : right.start] for left, right in pairwise(tokens)]
        return all("-" in gap if found.is_hyphenated else len(gap) <= _MAX_GAP_CHARS for gap in gaps)

    def _place(self, found: FoundPlace) -> AskedName:
        before = self._before(found.start)
        return replace(
            self._name(
                found.place.kind,
                found.start,
                found.end,
                variants=found.place.names,
                is_firm=not (found.place.is_soft or is_people_before(before)),
                head=area_before(before),
            ),
            any_marks=self._typed_bare and " " in found.place.name,
        )

    def _person(self, start: int, end: int) -> AskedName:
        syllables = [word.capitalize() for word in self._words[start:end]]
        variants = (" ".join(syllables), *given_name_variants(syllables))
        head = honorific_before(self._before(start))
        return self._name(NameKind.PERSON, start, end, variants=variants, is_firm=True, head=head)

    def _organisation(self, text_start: int, start: int, end: int) -> AskedName:
        text_end = self._tokens[end - 1].end
        text = self._text[text_start:text_end]
        own = self._text[self._tokens[start].start : text_end]
        n_syllables = sum(parse_toneless(word) is not None for word in self._words[start:end])
        has_own_name = n_syllables >= _MIN_OWN_SYLLABLES or (end - start > 1 and n_syllables == 0)
        variants = (text, own, *distinctive_parts(own))
        is_firm = has_own_name and is_institution(self._small[text_start:text_end])
        return AskedName(NameKind.ORGANISATION, text, text_start, text_end, variants, is_firm)

    def _name(
        self, kind: NameKind, start: int, end: int, *, is_firm: bool, variants: tuple[str, ...] = (), head: str = ""
    ) -> AskedName:
        text_start, text_end = self._tokens[start].start, self._tokens[end - 1].end
        text = self._text[text_start:text_end]
        return AskedName(
            kind, text, text_start, text_end, variants or (text,), is_firm, head=head, any_marks=self._typed_bare
        )

    def _before(self, index: int) -> str:
        """Return what stands before a word, in small letters, as far as a head or an honorific may reach."""
        place = self._tokens[index].start
        return self._small[max(0, place - LOOK_BACK_CHARS) : place]

    def _are_neighbours(self, start: int, end: int) -> bool:
        return all(self._text[left.end : right.start].isspace() for left, right in pairwise(self._tokens[start:end]))
