"""Enumerations in a passage: what introduces them, their items, and whether they list what a question asks for.

"Sáp nhập 3 tổ chức hội (A, B, C)", "Ba trọng tâm gồm: …", "Thứ nhất, … Thứ hai, …" over several sentences, lines with
bullets below a colon. What is listed is said before it, often with its number; both are compared with the question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.captions import is_caption
from retrieval.answer.spans.list_nouns import find_nouns
from retrieval.query.request.answer_type import AnswerRequest
from retrieval.text.numerals import CARDINALS, RANKS
from retrieval.text.span import Span
from retrieval.text.wordlists import word_set

# A colon behind these opens what somebody said.
_SPEECH = (
    "cho biết",
    "khẳng định",
    "nhấn mạnh",
    "phát biểu",
    "chia sẻ",
    "cho rằng",
    "nói",
    "viết",
    "hỏi",
    "trả lời",
    "nêu rõ",
)
_NO_SPEECH = "".join(f"(?<!{word})" for word in _SPEECH)
# What items follow, within a sentence; behind "là" and "như" there must be more of them to be a list.
_OPENING = re.compile(
    r"(?<!\w)(?:bao gồm|gồm có|gồm|lần lượt là|cụ thể là|đó là|ví dụ như|chẳng hạn như)(?!\w)(?: có(?!\w))?\s*:?\s*"
    rf"|{_NO_SPEECH}:\s+|\(",
    re.IGNORECASE,
)
_WEAK_OPENING = re.compile(r"(?<!\w)(?:là|như)(?: các| những)?\s*:?\s+", re.IGNORECASE)
# The items stand first: "A, B và C là ba thị trường lớn nhất".
_NAMED_AFTER = re.compile(
    r"(?<!\w)là (?:những|các|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})(?= [^\W\d])", re.IGNORECASE
)
_NOUN_TOKENS = 5
_BRACKETED = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"")
_COMMAS = re.compile(r"(?:,(?!\d)|(?<!\w)(?:và|cùng|hoặc|cũng như)(?!\w))\s*", re.IGNORECASE)
_SEMICOLONS = re.compile(r";\s*")
# The statement goes on behind an enumeration in its middle: "gồm A, B và C cũng được sáp nhập".
_GOES_ON = re.compile(r"\s(?:(?:cũng|đều|đã|đang|sẽ|vừa) )+\w|\s(?:được|bị) \w", re.IGNORECASE)
_CLOSING = " .;,:…"
_MIN_ITEMS, _MIN_WEAK_ITEMS = 2, 3
_INTRO_TOKENS = 25  # before the items, in which it is said what they are
_MAX_LINE_TOKENS = 60
_PARTS = re.compile(r"[;(]")
_ORDINAL = re.compile(
    r"(?:thứ (?P<word>nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám)(?!\w|,? (?:ngày )?\d)"
    r"|(?P<one>một|hai|ba|bốn|năm|sáu|bảy|tám) là(?!\w)"
    r"|(?:thứ )?(?P<digit>\d{1,2})(?: là(?!\w)|[.)/](?=\s|[^\W\d])))",
    re.IGNORECASE,
)
_ORDINALS = {word: n for words in (CARDINALS, RANKS) for n, word in enumerate(words, 1)}
_BULLET = re.compile(r"[-–•+*✓►▪]\s*(?=\w)")
_FULL, _HEADING_WORTH = 1.0, 0.75
_AND = word_set("và cùng với hoặc")


@dataclass(frozen=True, slots=True)
class Listing:
    """An enumeration: the sentence and the tokens [start, end) of it that introduce it, and the items in order.

    ``is_announced`` says that words or signs do so that introduce hardly anything else: "gồm", a colon.
    """

    sentence: ReadSentence
    intro: tuple[int, int]
    items: tuple[Span, ...]
    is_announced: bool = True

    @property
    def extent(self) -> Span:
        """Return the whole enumeration, in code points of the article."""
        return Span(self.items[0].start, self.items[-1].end)


@dataclass(frozen=True, slots=True)
class ListFit:
    """How well an enumeration is the one asked for.

    ``head`` is the share of the noun asked for that introduces it, in [0, 1]; ``counted`` is 1 where the number asked
    for is said of that noun or is the number of its items, -1 where another one is said, else 0.
    """

    head: float = 0.0
    counted: float = 0.0

    @property
    def worth(self) -> float:
        """Return a number to compare enumerations of one passage by, better when higher."""
        return self.head + self.counted


def enumerates(sentence: ReadSentence) -> bool:
    """Return whether a sentence names several things of any kind, with or without words that introduce them."""
    return len(_SEMICOLONS.findall(sentence.text)) + len(_COMMAS.findall(sentence.text)) >= _MIN_ITEMS


def listings(sentences: Sequence[ReadSentence], i: int) -> list[Listing]:
    """Return the enumerations that sentence ``i`` of a passage introduces, in it or in what follows it."""
    found = list(_within(sentences[i]))
    below = _below(sentences[i], sentences[i + 1 :])
    return [*found, below] if below is not None else found


def best_listing(request: AnswerRequest, sentences: Sequence[ReadSentence], i: int) -> tuple[Listing, ListFit] | None:
    """Return the enumeration of sentence ``i`` that fits the question best, the longest of equal ones, with its fit."""
    heading = sentences[i - 1] if i and is_caption(sentences[i - 1]) else None
    found = [(listing, _fit(request, listing, heading)) for listing in listings(sentences, i)]
    return max(found, key=lambda pair: (pair[1].worth, len(pair[0].items)), default=None)


def joined_items(listing: Listing) -> tuple[Span, ...]:
    """Return the enumeration as it reads: one span within its sentence, else one for each item."""
    extent = listing.extent
    return (extent,) if extent.end <= listing.sentence.span.end else listing.items


def list_fit(request: AnswerRequest, sentences: Sequence[ReadSentence], i: int) -> ListFit:
    """Return how well the best enumeration of sentence ``i`` is the one asked for; all 0 where it has none."""
    best = best_listing(request, sentences, i)
    repeated = _by_repetition(request, sentences[i])
    return repeated if best is None or repeated.worth > best[1].worth else best[1]


def _fit(request: AnswerRequest, listing: Listing, heading: ReadSentence | None) -> ListFit:
    """Return the fit of an enumeration by the words before it; where they are none of it, by the heading above."""
    found = find_nouns(request, listing.sentence, *listing.intro)
    worth = _FULL
    if not found and heading is not None:
        found = find_nouns(request, heading, 0, len(heading))
        worth = _HEADING_WORTH
    head = worth * max((each.share for each in found), default=0.0)
    if request.count is None or not found:
        return ListFit(head)
    said = {each.count for each in found if each.count is not None}
    agrees = request.count in said or (not said and len(listing.items) == request.count)
    return ListFit(head, 1.0 if agrees else -float(bool(said)))


def _by_repetition(request: AnswerRequest, sentence: ReadSentence) -> ListFit:
    """Return the fit of a sentence that names each item by the noun asked for: "trạm A, trạm B và trạm C"."""
    way = request.heads[0][0] if request.heads else ()
    places = sentence.find(way, is_folded=request.is_folded)
    others = [at for at in places[1:] if _COMMAS.search(sentence.between(at - 1)) or sentence.keys[at - 1] in _AND]
    if not others:
        return ListFit()
    return ListFit(_FULL, float(request.count == len(others) + 1))


def _within(sentence: ReadSentence) -> Iterator[Listing]:
    text = sentence.text
    offset = sentence.span.start
    for pattern, least in ((_OPENING, _MIN_ITEMS), (_WEAK_OPENING, _MIN_WEAK_ITEMS)):
        for opening in pattern.finditer(text):
            end = _end_of(text, opening)
            items = tuple(_items(text, opening.end(), end))
            if len(items) >= (_MIN_ITEMS if ";" in text[opening.end() : end] else least):
                spans = tuple(Span(start + offset, stop + offset) for start, stop in items)
                is_announced = pattern is _OPENING and opening[0] != "("
                yield Listing(sentence, _intro(sentence, opening.start()), spans, is_announced)

    named = _NAMED_AFTER.search(text)
    items = tuple(_items(text, 0, named.start())) if named is not None else ()
    if named is not None and len(items) >= _MIN_ITEMS:
        first = sentence.token_after(offset + named.end())
        spans = tuple(Span(start + offset, stop + offset) for start, stop in items)
        yield Listing(sentence, (first - 1, min(len(sentence), first + _NOUN_TOKENS)), spans, is_announced=False)


def _end_of(text: str, opening: re.Match[str]) -> int:
    """Return where the items end: at the closing bracket, or where the sentence or its part does."""
    if opening[0] == "(":
        return text.find(")", opening.end()) if ")" in text[opening.end() :] else len(text)
    return len(text)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the items of text[start:end]: between semicolons where it has any, else between commas and "và"."""
    masked = _BRACKETED.sub(lambda found: "_" * len(found[0]), text[start:end])
    separators = list(_SEMICOLONS.finditer(masked))
    by_commas = not separators
    if by_commas:
        separators = list(_COMMAS.finditer(masked))
    position = 0
    for separator in separators:
        yield from _item(text, start + position, start + separator.start())
        position = separator.end()
    stop = len(masked)
    if by_commas and separators:
        goes_on = _GOES_ON.search(masked, position)
        stop = goes_on.start() if goes_on else stop
    yield from _item(text, start + position, start + stop)


def _item(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_CLOSING))
    right = len(piece.rstrip(_CLOSING))
    if left < right:
        yield start + left, start + right


def _intro(sentence: ReadSentence, opening: int) -> tuple[int, int]:
    """Return the tokens that introduce what begins at a code point of the sentence: of its part, at most so many."""
    breaks = [found.end() for found in _PARTS.finditer(sentence.text, 0, opening)]
    end = sentence.token_after(sentence.span.start + opening)
    first = sentence.token_after(sentence.span.start + breaks[-1]) if breaks else 0
    return max(first, end - _INTRO_TOKENS), end


def _below(sentence: ReadSentence, after: Sequence[ReadSentence]) -> Listing | None:
    """Return the enumeration of the sentences or lines below one that introduces it; None where there is none."""
    if not after:
        return None
    items = _in_order(after) or _bulleted(after)
    if not items and sentence.text.endswith(":"):
        items = _lines(after)
    if len(items) < _MIN_ITEMS:
        return None
    return Listing(sentence, (max(0, len(sentence) - _INTRO_TOKENS), len(sentence)), tuple(items))


def _in_order(after: Sequence[ReadSentence]) -> list[Span]:
    """Return the items that begin with "Thứ nhất", "Một là", "1.": each with the sentences up to the next one."""
    if ordinal(after[0].text) != 1:
        return []
    items: list[Span] = []
    latest = after[0]
    for sentence in after:
        number = ordinal(sentence.text)
        if number == len(items) + 1:
            items.append(_trimmed(sentence))
            latest = sentence
        elif number is None and _is_on_line_of(latest, sentence):
            items[-1] = Span(items[-1].start, _trimmed(sentence).end)
        else:
            break
    # Where the items have no lines of their own, nothing tells how far the last one goes on.
    return items if _begins_line(latest) else [*items[:-1], _trimmed(latest)]


def _is_on_line_of(first: ReadSentence, sentence: ReadSentence) -> bool:
    return "\n" not in sentence.article[first.span.end : sentence.span.start]


def _begins_line(sentence: ReadSentence) -> bool:
    line = sentence.article.rfind("\n", 0, sentence.span.start) + 1
    return not sentence.article[line : sentence.span.start].strip()


def ordinal(text: str) -> int | None:
    """Return which item of an enumeration a sentence begins as it begins ("Thứ hai, …" is 2); None for no item."""
    found = _ORDINAL.match(text)
    if found is None:
        return None
    if found["digit"]:
        return int(found["digit"])
    # None for letters of other alphabets that pass for Vietnamese ones in capitals.
    return _ORDINALS.get((found["word"] or found["one"]).lower())


def _bulleted(after: Sequence[ReadSentence]) -> list[Span]:
    return [_trimmed(line) for line in takewhile(lambda line: _BULLET.match(line.text), after)]


def _lines(after: Sequence[ReadSentence]) -> list[Span]:
    """Return the lines below a colon up to the one that does not end as an item with another behind it."""
    items: list[Span] = []
    for line in after:
        if len(line) > _MAX_LINE_TOKENS:
            break
        items.append(_trimmed(line))
        if not line.text.endswith((";", ",")):
            break
    return items


def _trimmed(sentence: ReadSentence) -> Span:
    bullet = _BULLET.match(sentence.text)
    start = sentence.span.start + (bullet.end() if bullet else 0)
    return Span(start, sentence.span.start + len(sentence.text.rstrip(_CLOSING)))
