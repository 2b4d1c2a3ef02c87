"""Whether the evidence has what the question names: in the sentence, the passage, the article.

Vectors place one province near another, and an answer about the wrong one is worse than none. Names are looked for as
whole words with the capitals that Vietnamese gives them, so that "đạo đức" is not Germany, over the spellings they may
have; an article is asked in the order of cost, so that most names take microseconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answer.evidence.name_finders import finder, prepared, small_styles, whole_places
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.context import LOOK_BACK_CHARS, VENUES, is_venue_before
from retrieval.query.names.english import VENUE

# How much a name says about what is asked: the share of a name found, among all names of the question.
_KIND_WEIGHTS = {
    NameKind.PERSON: 1.0,
    NameKind.PLACE: 1.0,
    NameKind.DOCUMENT: 1.0,
    NameKind.FIGURE: 0.75,
    NameKind.EDITION: 0.75,
    NameKind.QUOTED: 0.75,
    NameKind.ORGANISATION: 0.5,
    NameKind.ROLE: 0.5,
    NameKind.OTHER: 0.75,
}
# What it is worth to stand near the answer.
_IN_SENTENCE, _IN_PASSAGE, _IN_ARTICLE = 1.0, 0.8, 0.5
# What an article on an event with several venues says of it.
_VENUE_WORDS = (*VENUES, "trực tuyến")


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

    @property
    def absent_share(self) -> float:
        """Return the share of the names that the whole article lacks, in [0, 1], 0 where nothing is named."""
        total = sum(_KIND_WEIGHTS[found.name.kind] for found in self.names)
        return sum(_KIND_WEIGHTS[name.kind] for name in self.missing) / total if total else 0.0


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
    return finder(name)(prepared(text))


def _look_for(name: AskedName, sentence: str, passage: str, title: str, article: str) -> NameFound:
    in_text = stands_in(name, f"{title}\n{article}" if name.kind is NameKind.EDITION else article)
    in_passage = in_text and stands_in(name, passage)
    in_sentence = in_passage and stands_in(name, sentence)
    in_article = in_text or (name.kind is not NameKind.EDITION and title != "" and stands_in(name, title))
    in_article = in_article and not (name.head in VENUES and not _has_venues(article))
    at_venue = name.head in (*VENUES, VENUE) and in_article and _stands_at_venue(name, article, title)
    return NameFound(name, in_sentence, in_passage, in_article, at_venue)


def _has_venues(article: str) -> bool:
    """Return whether an article is on what takes place at several venues at once."""
    small = prepared(article).small
    return any(word in small for word in _VENUE_WORDS)


def _stands_at_venue(name: AskedName, article: str, title: str) -> bool:
    """Return whether a place is called a venue: the word, perhaps what kind of place it is, and its name."""
    return any(
        is_venue_before(text.small[max(0, start - LOOK_BACK_CHARS) : start])
        for text in map(prepared, (article, title))
        for small in small_styles(name)
        for start in whole_places(text.small, small)
    )
