"""The gazetteer: places and world organisations, as Vietnamese articles and English questions call them.

``places.tsv`` was written by hand: ``kind<TAB>Vietnamese names<TAB>English names<TAB>marks``, names separated by ``|``,
the first one the usual one. Marked ``common`` are places whose first name is an ordinary word too when written small
("hòa bình", "anh", "đức"), ``soft`` those that an article may leave unsaid (Việt Nam) or call by a part. It is read at
the first question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from retrieval.query.names.asked_name import NameKind
from retrieval.text.spelling import fold
from retrieval.text.syllables import parse_syllable
from retrieval.text.tokens import folded, token_texts

FILE_NAME = "places.tsv"
SEPARATOR = "|"
# Names that are ordinary English words when typed small; English knows these places by capitals only.
_ENGLISH_WORDS = frozenset({"turkey", "hue", "rio", "jordan", "guinea", "georgia", "china", "chad", "mali"})
_ACRONYMS = frozenset(
    {"us", "un", "uk", "eu", "who", "la", "wb", "usa", "uae", "imf", "wto", "ioc", "afc", "adb", "u s", "u n"}
)
# Short for a country in headlines; the other one-syllable names in the file are for reading articles, not questions.
_SHORT_NAMES = frozenset({"mỹ", "mĩ", "nhật", "hàn", "thái", "úc", "ấn", "âu", "tiệp"})


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer; ``names`` are Vietnamese, the usual one first."""

    kind: NameKind
    names: tuple[str, ...]
    is_common: bool
    is_soft: bool

    @property
    def name(self) -> str:
        """Return the usual Vietnamese name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in tokens [start, end) of a question.

    With ``is_word`` its small letters may be an ordinary word; with ``is_hyphenated`` it is a name only with hyphens
    between the tokens ("Cu-ba").
    """

    start: int
    end: int
    place: Place
    is_word: bool
    is_hyphenated: bool = False


class Gazetteer:
    """Places by the tokens of their names."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines of the file; of two places with one name, the first line's is found.

        Raises:
            ValueError: a line has not four columns.
        """
        self._vietnamese: dict[tuple[str, ...], Place] = {}
        self._english: dict[tuple[str, ...], Place] = {}
        self._hyphenated: set[tuple[str, ...]] = set()
        places = []
        for line in lines:
            kind, names, english, marks = line.split("\t")
            place = Place(NameKind(kind), tuple(names.split(SEPARATOR)), "common" in marks, "soft" in marks)
            places.append(place)
            for name in english.split(SEPARATOR) if english else ():
                self._english.setdefault(tuple(token_texts(name)), place)
        for rank in range(max((len(place.names) for place in places), default=0)):
            for place in places:
                if rank < len(place.names):
                    self._add_vietnamese(place.names[rank], place)
        self._longest = max(map(len, (*self._vietnamese, *self._english)), default=0)

    def _add_vietnamese(self, name: str, place: Place) -> None:
        tokens = tuple(token_texts(name))
        is_usual = name == place.name
        if tokens in self._vietnamese or not (_is_asked(tokens) or is_usual):
            return
        self._vietnamese[tokens] = place
        if "-" in name and " " not in name:
            self._hyphenated.add(tokens)
        elif len(tokens) > 1 or (is_usual and not place.is_common):
            self._english.setdefault(tuple(folded(list(tokens))), place)

    def find(self, tokens: Sequence[str], *, english: bool) -> list[FoundPlace]:
        """Return the places among tokens in small letters, in order; the longest wins, none overlap.

        Vietnamese tokens carry their marks; the names of an English question are found by letters alone.
        """
        words = folded(list(tokens)) if english else list(tokens)
        found = []
        start = 0
        while start < len(words):
            place = self._longest_at(words, start, english=english)
            if place is not None:
                found.append(place)
            start = place.end if place else start + 1
        return found

    def named(self, tokens: Sequence[str]) -> Place | None:
        """Return the place that these Vietnamese tokens name, all of them; None if there is none."""
        return self._vietnamese.get(tuple(tokens))

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], frozenset[tuple[str, str]]]:
        """Return the pairs of neighbouring syllables of the names by their bare forms, for giving marks back."""
        pairs: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for name in self._vietnamese:
            for left, right in pairwise(name):
                pairs.setdefault((fold(left), fold(right)), set()).add((left, right))
        return {bare: frozenset(marked) for bare, marked in pairs.items()}

    @cached_property
    def single(self) -> Mapping[str, str]:
        """Return the one-syllable names by their bare forms."""
        return {fold(name[0]): name[0] for name in self._vietnamese if len(name) == 1}

    def _is_word(self, words: Sequence[str], place: Place, *, english: bool) -> bool:
        name = " ".join(words)
        if english:
            return name in _ENGLISH_WORDS or name in _ACRONYMS
        return name in _SHORT_NAMES or (place.is_common and (len(words) == 1 or fold(name) == fold(place.name)))

    def _longest_at(self, words: Sequence[str], start: int, *, english: bool) -> FoundPlace | None:
        table = self._english if english else self._vietnamese
        for end in range(min(start + self._longest, len(words)), start, -1):
            name = tuple(words[start:end])
            place = table.get(name)
            if place is not None:
                is_word = self._is_word(name, place, english=english)
                return FoundPlace(start, end, place, is_word, not english and name in self._hyphenated)
        return None


def is_acronym(word: str) -> bool:
    """Return whether an English name in small letters has to be written in capitals to be meant: US, UN, WHO."""
    return word in _ACRONYMS


def _is_asked(tokens: Sequence[str]) -> bool:
    return len(tokens) > 1 or tokens[0] in _SHORT_NAMES or parse_syllable(tokens[0]) is None


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the project, read once."""
    return Gazetteer(files(__package__).joinpath(FILE_NAME).read_text("utf-8").splitlines())
