"""The names of an English question, as Vietnamese articles write them.

Places go through the gazetteer, people with Vietnamese names are found by their letters, roles and bodies through the
glossary; other names stand in the articles as they are, or in a spelling that nobody can foresee, so they are not firm.
"""

import re
from collections.abc import Iterator

from retrieval.query.glossary import english_glossary, name_syllables
from retrieval.query.language import ENGLISH_WORDS
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.english_offices import find_english_offices
from retrieval.query.names.offices import is_office
from retrieval.query.names.people import (
    BARE_COMMON_SURNAMES,
    ENGLISH_HONORIFICS,
    FORMS_OF_ADDRESS,
    FULL_NAME_SYLLABLES,
    MAX_NAME_SYLLABLES,
    given_name_variants,
)
from retrieval.query.names.places import FoundPlace, gazetteer, is_acronym
from retrieval.text.dates.forms import MONTH_NAMES
from retrieval.text.spelling import fold
from retrieval.text.syllables import is_bare_syllable
from retrieval.text.tokens import tokenise

_AREAS = frozenset({"province", "city", "town", "district", "commune", "ward", "township", "island", "county"})
VENUE = "venue"
_VENUES = frozenset({VENUE, "venues", "site", "bridge"})
_END = "end"  # "the Da Nang end of the videoconference"
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_CALENDAR = _WEEKDAYS.union(MONTH_NAMES)
_JOINED = re.compile(r" |\. |['’-]")
_MIN_PLURAL_CHARS = 4  # Normans, not Paris; Vietnamese adds no s
_MIN_OWN_SYLLABLES = 2
# English words that might be Vietnamese syllables, and end the name of a thing: "Song Thuong Cup".
_ENDS_OF_NAMES = frozenset({"cup", "dam", "bay"})
# Capitals inside a word: YouTube, SeaViet; no O'Brien, McDonald or MSc.
_BRAND = re.compile(r"(?!Ma?c[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+")
_BRAND_PART = re.compile(r"[A-Z][a-z]+")
_ADDRESSES = ENGLISH_HONORIFICS & FORMS_OF_ADDRESS
_MIN_GLOSSARY_SYLLABLES = 3  # "bộ" and "thư ký" say too little


def english_names(text: str) -> Iterator[AskedName]:
    """Yield the names of an English question; some may overlap, those that come first are surer."""
    question = _EnglishNames(text)
    yield from question.places()
    yield from question.offices()
    yield from question.runs()


class _EnglishNames:
    """The search through one English question."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokenise(text)
        self._words = [token.text for token in self._tokens]
        self._syllables = name_syllables(text, self._tokens)
        self._placed: set[int] = set()

    def places(self) -> Iterator[AskedName]:
        for found in gazetteer().find(self._words, english=True):
            if not self._is_meant(found):
                continue
            self._placed.update(range(found.start, found.end))
            alone = not (self._names_at(found.start - 1) or self._names_at(found.end))
            yield self._place(found, is_firm=alone and not found.place.is_soft)

    def _is_meant(self, found: FoundPlace) -> bool:
        first = self._tokens[found.start]
        typed = self._text[first.start : first.end]
        if found.end - found.start == 1 and is_acronym(first.text) and found.is_word:
            return typed.isupper()
        return typed[0].isupper() or not found.is_word

    def runs(self) -> Iterator[AskedName]:
        start = 0
        while start < len(self._tokens):
            end = start
            while end not in self._placed and self._names_at(end) and (end == start or self._is_joined(end - 1)):
                end += 1
            if end > start + 1 or (end > start and self._says_something(start)):
                yield self._run(start, end)
            start = max(end, start + 1)

    def offices(self) -> Iterator[AskedName]:
        for found in find_english_offices(self._text):
            text = self._text[found.start : found.end]
            yield AskedName(NameKind.ROLE, text, found.start, found.end, found.renderings, is_firm=False)
        for expression in english_glossary().expressions(self._words):
            renderings = tuple(" ".join(rendering) for rendering in expression.renderings)
            first = renderings[0]
            if first.count(" ") + 1 < _MIN_GLOSSARY_SYLLABLES and expression.end - expression.start == 1:
                continue
            if is_office(first):
                begin, last = self._tokens[expression.start].start, self._tokens[expression.end - 1].end
                yield AskedName(NameKind.ROLE, self._text[begin:last], begin, last, renderings, is_firm=False)

    def _says_something(self, index: int) -> bool:
        """Return whether a single capitalised word is more than a letter, a month or an adjective of the glossary."""
        word = self._words[index]
        is_known = bool(english_glossary().expressions([word])) or word in _CALENDAR
        return len(word) > 1 and (not is_known or bool(self._area(index, index + 1)))

    def _run(self, start: int, end: int) -> AskedName:
        words = self._words[start:end]
        first, last = self._tokens[start], self._tokens[end - 1]
        text = self._text[first.start : last.end]
        are_vietnamese = all(is_bare_syllable(fold(word)) for word in words)
        head = self._area(start, end)
        kind, is_firm = NameKind.OTHER, False
        if are_vietnamese and head:
            kind, is_firm = NameKind.PLACE, True
        elif are_vietnamese and self._is_whole_name(words):
            kind, is_firm = NameKind.PERSON, True
        elif start and self._words[start - 1] in ENGLISH_HONORIFICS:
            kind = NameKind.PERSON
        variants: tuple[str, ...] = (text,)
        if is_firm and kind is NameKind.PERSON:
            variants += given_name_variants([self._text[token.start : token.end] for token in self._tokens[start:end]])
        if kind is NameKind.OTHER and (own := self._own_vietnamese(start, end)):
            variants, is_firm = (own,), True
        elif kind is NameKind.OTHER and (brands := self._brands(start, end)):
            variants, is_firm = (text, *brands), True
        elif kind is NameKind.OTHER and text.endswith("s") and len(words[-1]) > _MIN_PLURAL_CHARS:
            variants = (text, text[:-1])
        return AskedName(kind, text, first.start, last.end, variants, is_firm=is_firm, head=head, any_marks=True)

    def _own_vietnamese(self, start: int, end: int) -> str:
        """Return the Vietnamese syllables of a name whose other words are known English ones, or an empty text.

        Such a name stands in the articles to the letter: the "Tay Phong" of "Tay Phong Bank".
        """
        end -= end - start > 1 and self._words[end - 1] in _ENDS_OF_NAMES
        syllables = [index for index in range(start, end) if is_bare_syllable(fold(self._words[index]))]
        others = [self._words[index] for index in range(start, end) if index not in syllables]
        if len(syllables) < _MIN_OWN_SYLLABLES or syllables[-1] - syllables[0] >= len(syllables):
            return ""
        # A school named after somebody is not found by him alone.
        is_person = self._is_whole_name([self._words[index] for index in syllables])
        if others and (is_person or not all(english_glossary().expressions([word]) for word in others)):
            return ""
        return self._text[self._tokens[syllables[0]].start : self._tokens[syllables[-1]].end]

    def _brands(self, start: int, end: int) -> tuple[str, ...]:
        """Return the brands among the words of a name, each as it is and with its parts apart: Hai Long for HaiLong."""
        words = [self._text[token.start : token.end] for token in self._tokens[start:end]]
        brands = [word for word in words if _BRAND.fullmatch(word)]
        return (*brands, *(" ".join(_BRAND_PART.findall(brand)[:2]) for brand in brands))

    def _place(self, found: FoundPlace, *, is_firm: bool) -> AskedName:
        first, last = self._tokens[found.start], self._tokens[found.end - 1]
        text = self._text[first.start : last.end]
        head = self._area(found.start, found.end)
        names = found.place.names
        return AskedName(found.place.kind, text, first.start, last.end, names, is_firm=is_firm, head=head)

    def _area(self, start: int, end: int) -> str:
        """Return what a name is said to be, before or behind it: "Hoang Mai town", "the venue of Hue"."""
        around = self._words[end : end + 1] + self._words[max(0, start - 3) : start]
        if any(word in _VENUES for word in around) or self._is_end(start, end):
            return VENUE
        return next((word for word in self._words[end : end + 1] if word in _AREAS), "")

    def _is_end(self, start: int, end: int) -> bool:
        """Return whether a name is that of an end of a line: "at the Hanoi end", no verb as in "saw Hanoi end it"."""
        behind = self._words[end : end + 2]
        return self._words[max(0, start - 1) : start] == ["the"] and behind[:1] == [_END] and behind[1:] in ([], ["of"])

    def _is_whole_name(self, words: list[str]) -> bool:
        is_long = FULL_NAME_SYLLABLES <= len(words) <= MAX_NAME_SYLLABLES
        return is_long and fold(words[0]) in BARE_COMMON_SURNAMES

    def _names_at(self, index: int) -> bool:
        """Return whether a token is part of a name by its capital."""
        if not 0 <= index < len(self._tokens):
            return False
        word = self._words[index]
        if index in self._syllables and word not in _AREAS | _VENUES | _ADDRESSES:
            return True
        if not self._is_capital(index) or word in ENGLISH_WORDS or word in _AREAS | _VENUES | _ADDRESSES:
            return False
        opens = index == 0 or self._text[: self._tokens[index].start].rstrip().endswith((".", "?", "!"))
        return not (opens and english_glossary().expressions([word]))

    def _is_capital(self, index: int) -> bool:
        return self._text[self._tokens[index].start].isupper()

    def _is_joined(self, index: int) -> bool:
        left, right = self._tokens[index], self._tokens[index + 1]
        return _JOINED.fullmatch(self._text[left.end : right.start]) is not None
