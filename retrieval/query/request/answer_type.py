"""What kind of answer a question wants, and what the words of the answer should be near to.

A Vietnamese question keeps the order of a statement: the interrogative stands where the answer would. So the request
carries, beside the type, the question's words with their distance and side from the interrogative; the span that
answers is looked for among the same words, on the same sides. An English question tells no side.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from retrieval.query.glossary import Rendering, english_expressions, name_syllables
from retrieval.query.language import ENGLISH_WORDS, Language
from retrieval.query.paraphrases import paraphrased
from retrieval.query.request import article_wordings, person_wordings, wordings
from retrieval.query.request.amounts import NO_AMOUNT, Amount, amount_said, asked_amount
from retrieval.query.request.asked_person import asked_name, asked_roles
from retrieval.query.request.contrasts import Contrast, asked_contrasts, asks_superlative
from retrieval.query.request.counting import counted
from retrieval.query.request.foci import Focus, find_foci, heads_of
from retrieval.query.request.measures import Measure, asked_measure
from retrieval.query.request.moments import NO_MOMENT, Moment, asked_moment
from retrieval.query.request.money_wordings import MONEY
from retrieval.query.request.reading import QuestionReading, read_question
from retrieval.query.request.required import A_CLOCK_TIME, Requirement, named, requirements
from retrieval.query.request.wording import AnswerType, Spellings
from retrieval.text.spelling import fold, is_bare
from retrieval.text.wordlists import word_set

__all__ = ["AnswerRequest", "AnswerType", "AskedWord", "Unit", "answer_request"]

_PERSONAL = (AnswerType.PERSON, AnswerType.PERSONS)
_EN_COUNT_REACH = 2  # tokens before the noun: "three associations", "two draft schemes"
_JOINING = word_set("và va and còn con")


class Unit(StrEnum):
    """What a number or a time asked for is measured in, where the question tells."""

    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    PHONE = "phone"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of the question: the token runs it may be in an article, and its place from the interrogative.

    ``distance`` is in tokens, negative before the interrogative, 1 right behind it; ``is_folded`` says that the first
    way is to be matched without marks. Of a Vietnamese word the others are paraphrases, always with their marks.
    """

    ways: tuple[Rendering, ...]
    distance: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class CountedThing:
    """One of several things counted: its ``heads``, and of each word of the question its distance from this count.

    The distance is None for words that stand in another part of the question: "cấp huyện có mấy, cấp xã có mấy".
    ``is_joined`` says that it shares its interrogative with the first one: "bao nhiêu người chết và bị thương".
    """

    heads: tuple[Rendering, ...]
    unit: Unit | None
    amount: Amount
    distances: tuple[int | None, ...]
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRequest:
    """What is asked for.

    ``heads`` has, for each thing counted or asked for, what it may be called: (("thôn",),) or (("dòng", "sông"),
    ("sông",)). ``roles`` is what the person asked for is ("bí thư tỉnh ủy"). ``name`` is who is asked about, where the
    answer is a role, without marks. ``is_folded`` says that heads and roles are without marks, ``has_sides`` that words
    before the interrogative stand before the answer too, ``amount`` and ``moment`` what else is said of the figure or
    time asked for, ``counts`` each of several things counted, ``asks_holder`` that the person asked for holds an office
    of something, ``asks_author`` that a byline answers, ``names_article`` that nothing else does, since the question
    speaks of an article, ``asks_published`` that the day on which an article was published is asked for. ``count`` is
    how many things are to be listed, where the question says so; ``contrasts`` which of two opposites it is about,
    ``asks_superlative`` that it is what is first of several. ``measure`` is what a figure asked for is measured in,
    ``required`` what else the answering sentence must say.
    """

    type: AnswerType
    words: tuple[AskedWord, ...]
    heads: tuple[tuple[Rendering, ...], ...] = ()
    unit: Unit | None = None
    roles: tuple[Rendering, ...] = ()
    name: Rendering = ()
    is_folded: bool = False
    has_sides: bool = True
    amount: Amount = NO_AMOUNT
    moment: Moment = NO_MOMENT
    counts: tuple[CountedThing, ...] = ()
    asks_author: bool = False
    asks_holder: bool = False
    names_article: bool = False
    asks_published: bool = False
    count: int | None = None
    contrasts: tuple[Contrast, ...] = ()
    asks_superlative: bool = False
    measure: Measure | None = None
    required: tuple[Requirement, ...] = ()

    def ways_asked(self) -> Iterator[tuple[Rendering, ...]]:
        """Yield of each word what it is as asked: in Vietnamese the word itself, of an English one its renderings."""
        return (word.ways[:1] if self.has_sides else word.ways for word in self.words)


_PlacedWord = tuple[AskedWord, int, int]


def answer_request(question: str, language: Language, *, restored: bool = False) -> AnswerRequest:
    """Return what a normalised question asks for; ``restored`` says that its marks were not all typed."""
    reading = read_question(question, language, restored=restored)
    foci = find_foci(reading)
    first = foci[0]
    names_article = reading.says(article_wordings.ASKS_AUTHOR, article_wordings.EN_ASKS_AUTHOR)
    asks_author = names_article or reading.says(article_wordings.MAY_ASK_AUTHOR, article_wordings.EN_MAY_ASK_AUTHOR)
    asks_published = not asks_author and reading.says(
        article_wordings.ASKS_PUBLISHED, article_wordings.EN_ASKS_PUBLISHED
    )
    roles = tuple(asked_roles(reading)) if first.type in _PERSONAL and not asks_author else ()
    name = () if names_article else asked_name(reading)
    kind = AnswerType.FREE if name else first.type
    if asks_published:
        kind = AnswerType.DATE
    elif names_article and kind not in _PERSONAL:
        kind = AnswerType.PERSON  # "tác giả bài viết về …", with no interrogative
    offices = person_wordings.OFFICES.spelled(reading.is_folded)
    placed = tuple(_english_words(reading, foci) if reading.is_english else _words(reading, foci))
    unit = _unit(reading, kind)
    is_number = kind is AnswerType.NUMBER
    counted = tuple(reading.keys[first.head_start : first.head_end])
    return AnswerRequest(
        type=kind,
        words=tuple(word for word, _, _ in placed),
        heads=() if unit is Unit.PERCENT else tuple(heads for focus in foci if (heads := heads_of(reading, focus))),
        unit=unit,
        roles=roles,
        name=name,
        is_folded=reading.is_folded,
        has_sides=not reading.is_english,
        amount=asked_amount(reading, counted) if is_number and unit is None else NO_AMOUNT,
        moment=asked_moment(reading) if kind is AnswerType.DATE else NO_MOMENT,
        counts=_counted(reading, foci, [(start, end) for _, start, end in placed]) if is_number else (),
        asks_author=asks_author,
        asks_holder=bool(roles) and offices.match(" ".join(roles[0])) is not None,
        names_article=names_article,
        asks_published=asks_published,
        count=_count(reading, first) if first.type is AnswerType.LIST else None,
        contrasts=asked_contrasts(reading),
        asks_superlative=asks_superlative(reading),
        measure=asked_measure(reading) if is_number and unit is None and len(foci) == 1 else None,
        required=() if asks_author or asks_published else tuple(_required(reading, kind, unit, first)),
    )


def _required(reading: QuestionReading, kind: AnswerType, unit: Unit | None, focus: Focus) -> Iterator[Requirement]:
    """Yield what must be said: by the question's words, a time of day, names where places or bodies are listed."""
    yield from requirements(reading, kind)
    if unit is Unit.CLOCK:
        yield A_CLOCK_TIME
    if kind is AnswerType.LIST and not reading.is_english and focus.head_start < focus.head_end:
        yield from named([token.text for token in reading.tokens[focus.head_start : focus.head_end]])


def _count(reading: QuestionReading, focus: Focus) -> int | None:
    """Return how many things are asked for: the number right before what they are, in English also a word earlier."""
    reach = _EN_COUNT_REACH if reading.is_english else 1
    # Of a question given its marks back the marks tell "ba" from "bà", "sáu" from "sau".
    is_folded = not reading.is_english and is_bare(reading.question)
    end = focus.head_end if reading.is_english else focus.head_start
    before = reading.tokens[max(0, focus.head_start - reach) : end]
    # "3 nước … là những nước nào": the number may stand before an earlier naming of them.
    head = reading.keys[focus.head_start] if focus.head_start < focus.head_end else None
    before += [reading.tokens[i - 1] for i, key in enumerate(reading.keys) if i and key == head]
    numbers = (counted(token.text, is_folded=is_folded) for token in before)
    return next((number for number in numbers if number is not None), None)


def _words(reading: QuestionReading, foci: list[Focus]) -> Iterator[_PlacedWord]:
    """Yield the words of a Vietnamese question but its interrogatives, each with its tokens [start, end)."""
    inside = {i for focus in foci for i in range(focus.start, focus.end)}
    ways: dict[int, tuple[Rendering, ...]] = {}
    for expression in paraphrased([token.text for token in reading.tokens]):
        ways.update(dict.fromkeys(range(expression.start, expression.end), expression.renderings))
    for i, key in enumerate(reading.keys):
        if i not in inside:
            yield AskedWord(((key,), *ways.get(i, ())), _distance(i, i + 1, foci[0]), reading.is_folded), i, i + 1


def _english_words(reading: QuestionReading, foci: list[Focus]) -> Iterator[_PlacedWord]:
    """Yield what an English question's words are in Vietnamese, and its names and figures as they are, folded."""
    keys = reading.keys
    inside = {i for focus in foci for i in range(focus.start, focus.end)} - _attributes(reading, foci[0])
    small = {i for i, token in enumerate(reading.tokens) if reading.question[token.start].islower()}
    names = name_syllables(reading.question, reading.tokens)
    for expression in english_expressions(reading.question, reading.tokens):
        start, end = expression.start, expression.end
        if start in inside:
            continue
        yield AskedWord(expression.renderings, _distance(start, end, foci[0]), is_folded=False), start, end
    for i, key in enumerate(keys):
        if i not in small and i not in inside and (i in names or key not in ENGLISH_WORDS):
            yield AskedWord(((fold(key),),), _distance(i, i + 1, foci[0]), is_folded=True), i, i + 1


def _attributes(reading: QuestionReading, focus: Focus) -> set[int]:
    """Return the tokens that say of what sort the thing asked for in English is: "which two *primary* schools"."""
    has_head = focus.head_start < focus.head_end <= focus.end
    if focus.type in {AnswerType.NUMBER, AnswerType.DATE} or not has_head:
        return set()
    return {i for i in range(focus.start + 1, focus.head_start) if counted(reading.keys[i]) is None}


def _counted(reading: QuestionReading, foci: list[Focus], places: list[tuple[int, int]]) -> tuple[CountedThing, ...]:
    """Return what each of several interrogatives counts; ``places`` has the tokens of the question's words."""
    if len(foci) == 1:
        return ()
    ends = [_part_end(reading, left, right) for left, right in pairwise(foci)]
    things = []
    for focus, start, end in zip(foci, [0, *ends], [*ends, len(reading.keys)], strict=True):
        text = " ".join(reading.keys[start:end])
        unit = _unit_said(text, reading.is_folded)
        counted = tuple(reading.keys[focus.head_start : focus.head_end])
        amount = amount_said(text, counted, is_english=reading.is_english, is_folded=reading.is_folded)
        distances = tuple(_distance(*place, focus) if start <= place[0] < end else None for place in places)
        things.append(
            CountedThing(
                heads_of(reading, focus),
                unit,
                replace(amount, is_count=amount.is_count and unit is None),
                distances,
                is_joined=focus.start == focus.end,
            )
        )
    return tuple(things)


def _part_end(reading: QuestionReading, left: Focus, right: Focus) -> int:
    """Return the token with which the part of the question begins that the right one of two interrogatives is in."""
    for i in range(right.start, left.end, -1):
        gap = reading.question[reading.tokens[i - 1].end : reading.tokens[i].start]
        if reading.keys[i - 1] in _JOINING or any(sign in gap for sign in ",;:."):
            return i
    return right.start


def _distance(start: int, end: int, focus: Focus) -> int:
    return end - 1 - focus.start if end <= focus.start else start - focus.end + 1


def _unit(reading: QuestionReading, kind: AnswerType) -> Unit | None:
    if kind is AnswerType.DATE:
        return Unit.CLOCK if wordings.CLOCK.spelled(reading.is_folded).search(reading.text) else None
    if kind is not AnswerType.NUMBER:
        return None
    # Marks given back tell "khán giả" from "giá".
    return Unit.PERCENT if "%" in reading.question else _unit_said(*next(reading.spelled))


def _unit_said(text: str, is_folded: bool) -> Unit | None:
    """Return the unit that a text says, in which a figure is asked for."""

    def says(spellings: Spellings) -> bool:
        return spellings.spelled(is_folded).search(text) is not None

    if says(wordings.PHONE):
        return Unit.PHONE
    if says(wordings.PERCENT):
        return Unit.PERCENT
    if says(wordings.DURATION):
        return Unit.DURATION
    return Unit.MONEY if says(MONEY) else None
