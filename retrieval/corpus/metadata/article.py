"""One article as the finders of metadata see it: its paragraphs, its lead, and the lines that cleaning took out."""

import re
from dataclasses import dataclass
from itertools import chain

from retrieval.corpus.cleaning import CleanedText, RemovedLine
from retrieval.corpus.document import Document
from retrieval.corpus.newspapers import domain_in, is_place, newspaper_of_mark
from retrieval.text.dates import find_dates

_LEAD_WORDS = 12
_LONGEST_MARK_WORDS = 6
_IN_BRACKETS = re.compile(
    r"(?P<place>[^\W\d][^()]{1,30}?)?\s*\((?P<mark>[^()]{2,40})\)\s*(?:[-–—:.,]|(?=[^\W\da-z_]))\s*(?=\S)"
)
_BARE_MARK = re.compile(r"(?P<mark>[^\s()\-–—,]+(?: (?:[oO]nline|[nN]ews|trí|Trẻ|Niên|Phong))?)\s*[-–—]\s+(?=\S)")
# Enough for a lead; retrieval.corpus.sentences is exact, but brings in underthesea.
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=[\"“(]?[^\W\d_])|(?<=[\d)”\"%][.!?…])\s+(?=[\"“(]?[^\W\d_])")
_ACRONYM = re.compile(r"[A-ZĐ&]{2,7}(?:Online)?$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a lead: "(Baothanhhoa.vn) - ", "Hà Nội, 12/3 (TTXVN) - ", "TCCS - ".

    ``end`` is where the lead itself begins.
    """

    mark: str
    end: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The cleaned paragraphs, the index of the lead among them (None without prose), and the lines left out."""

    document: Document
    paragraphs: tuple[str, ...]
    removed: tuple[RemovedLine, ...]
    lead_index: int | None

    @classmethod
    def of(cls, document: Document, cleaned: CleanedText) -> "ArticleView":
        """Return the view of a cleaned document; the lead is its first paragraph of whole sentences."""
        paragraphs = tuple(paragraph for paragraph in cleaned.text.split("\n\n") if paragraph)
        lead = next((index for index, text in enumerate(paragraphs) if _is_lead(text)), None)
        if lead is None:
            lead = next((index for index, text in enumerate(paragraphs) if len(text.split()) >= _LEAD_WORDS), None)
        return cls(document, paragraphs, cleaned.removed, lead)

    @property
    def lead(self) -> str:
        """Return the lead paragraph; empty without prose."""
        return "" if self.lead_index is None else self.paragraphs[self.lead_index]

    def lead_sentences(self, n_sentences: int) -> list[str]:
        """Return the first sentences of the lead, without the dateline; a short lead goes on in the next prose."""
        if self.lead_index is None:
            return []
        sentences: list[str] = []
        for text in chain((self.lead,), filter(_is_lead, self.paragraphs[self.lead_index + 1 :])):
            dateline = find_dateline(text)
            sentences += _SENTENCE_END.split(text[dateline.end :] if dateline else text)
            if len(sentences) >= n_sentences:
                break
        return sentences[:n_sentences]


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the newspaper's mark before a lead, or None where the paragraph begins with its own words."""
    match = _IN_BRACKETS.match(paragraph)
    if match:
        mark, place = match["mark"].strip(" ."), (match["place"] or "").strip(" ,.-–")
        place = place.split(",")[0].strip() if place else ""
        is_mark = newspaper_of_mark(mark) or domain_in(mark) or (not place and _could_be_mark(mark))
        if is_mark and (not place or is_place(place) or find_dates(match["place"], bare=True)):
            return Dateline(mark, match.end())
    match = _BARE_MARK.match(paragraph)
    if match and (newspaper_of_mark(match["mark"]) or domain_in(match["mark"]) or _ACRONYM.match(match["mark"])):
        return Dateline(match["mark"], match.end())
    return None


def _could_be_mark(mark: str) -> bool:
    starts_upper = mark[0].isupper() and not mark.isdigit()
    return starts_upper and len(mark.split()) <= _LONGEST_MARK_WORDS and not is_place(mark) and not find_dates(mark)


def _is_lead(text: str) -> bool:
    return text.rstrip("\"'”’)/").endswith((".", "!", "?", "…")) and text.count(" ") >= _LEAD_WORDS - 1
