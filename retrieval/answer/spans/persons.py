"""Which persons answer "who": by the office asked for, or by what is asked that they did; and who somebody is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.appointments import with_given_offices
from retrieval.answer.spans.candidate import code_points
from retrieval.answer.spans.choice import RankedSentence, in_order
from retrieval.answer.spans.mentions import Mention, find_mentions, given_fit, role_fit, together
from retrieval.answer.spans.words import Matched
from retrieval.query.request.answer_type import AnswerRequest, AnswerType
from retrieval.text.span import Span

# An office fits when this share of its words, from the first on, is the one asked for.
_MIN_ROLE_FIT = 0.3
_SURE_ROLE_FIT = 0.6
_PRONOUN = re.compile(r"(?:Đồng chí|Ông|Bà|Anh|Chị|Cô|Vị \w+ này|Nữ \w+|Người này)(?= (?!\w+ [A-ZĐ])[^A-ZĐ\W])")
_ADDRESS_CHARS = 4  # "bà "
_OF_WOMEN, _OF_MEN = re.compile(r"(?<!\w)(?:bà|chị|cô|Bà|Chị|Cô|Thị) "), re.compile(r"(?<!\w)(?:ông|anh|Ông|Anh) ")
_OTHER_SEX = {"Ông": _OF_WOMEN, "Anh": _OF_WOMEN, "Bà": _OF_MEN, "Chị": _OF_MEN, "Cô": _OF_MEN}
_MAX_PERSONS = 8
_DEED_TOKENS = 2
_REACH_TOKENS = 3
_SHORT_TITLE_WORDS = 3
# Who was given the office holds it now; who is called by it may be about to leave.
_GIVEN_WORTH = 0.5


@dataclass(frozen=True, slots=True)
class Persons:
    """Who answers: spans in order, in one sentence.

    ``is_sure`` says that nobody else is named there, ``by_office`` that the office asked for is theirs.
    """

    sentence: ReadSentence
    spans: tuple[Span, ...]
    is_sure: bool
    by_office: bool = False
    office: float = 0.0  # how much of the office asked for is theirs, in [0, 1]
    n_offices: int = 0  # in the span, where offices are asked for
    is_given: bool = False


def find_persons(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> Persons | None:
    """Return who answers, from the sentences of a passage, best first; None where no person is named."""
    mentions = find_mentions(in_order(ranked))
    if request.roles:
        given = [
            with_given_offices(each, [one for one in mentions if one.sentence is each]) for each in in_order(ranked)
        ]
        found = _by_role(request, ranked, [mention for group in given for mention in group])
        if found is not None:
            return found
    return _by_deed(request, ranked[0], mentions)


def find_role(request: AnswerRequest, ranked: Sequence[RankedSentence]) -> Persons | None:
    """Return the offices of the person whose name is asked about, from the best sentence that names them."""
    places = {id(each.weighed.sentence): i for i, each in enumerate(ranked)}
    # The fullest naming says all that is held, also where another sentence has more of the question.
    named = [mention for mention in find_mentions(in_order(ranked)) if _is_named(mention, request) and mention.titles]
    if not named:
        return None
    best = min(named, key=lambda mention: (-len(mention.titles), places[id(mention.sentence)]))
    titles = sorted(best.titles, key=lambda span: span.start)
    return Persons(best.sentence, (Span(titles[0].start, titles[-1].end),), is_sure=True, n_offices=len(titles))


def _is_named(mention: Mention, request: AnswerRequest) -> bool:
    keys = mention.name_keys()
    return keys == request.name or keys[-len(request.name) :] == request.name


def _by_role(request: AnswerRequest, ranked: Sequence[RankedSentence], mentions: Sequence[Mention]) -> Persons | None:
    scores = {id(each.weighed.sentence): each.score for each in ranked}
    matched = {id(each.weighed.sentence): each.weighed.matched for each in ranked}
    asked = {match.number: match.weight for matches in matched.values() for match in matches}
    total = sum(asked.values()) or 1.0
    holders = [holder for mention in mentions if (holder := _holder(request, mention)).fit >= _MIN_ROLE_FIT]
    if not holders:
        return None

    def rank(holder: _Holder) -> tuple[float, float]:
        sentence = id(holder.mention.sentence)
        office = _weight_in_titles(holder, matched[sentence]) / total
        return 2 * holder.fit + office + _GIVEN_WORTH * holder.is_given, scores[sentence]

    best = max(holders, key=rank)
    group = [holder.mention for holder in holders if _holds_too(request, holder, best)][:_MAX_PERSONS]
    sentence = best.mention.sentence
    spans = _joined(sentence, group) if len(group) > 1 else (best.mention.name,)
    return Persons(
        sentence, spans, is_sure=best.fit >= _SURE_ROLE_FIT, by_office=True, office=best.fit, is_given=best.is_given
    )


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person with how much of the office asked for is theirs, and the offices that were looked at."""

    mention: Mention
    fit: float
    offices: tuple[Span, ...]
    is_given: bool


def _holder(request: AnswerRequest, mention: Mention) -> _Holder:
    own = max(role_fit(mention, role, is_folded=request.is_folded) for role in request.roles)
    given = max(given_fit(mention, role, is_folded=request.is_folded) for role in request.roles)
    is_given = given >= max(own, _MIN_ROLE_FIT)
    return _Holder(mention, max(own, given), mention.given if is_given else mention.titles, is_given)


def _holds_too(request: AnswerRequest, holder: _Holder, best: _Holder) -> bool:
    """Return whether somebody is named as holder along with another: by one wording, or where several are asked for."""
    if holder is best:
        return True
    is_beside = holder.mention.sentence is best.mention.sentence and holder.fit == best.fit
    if not is_beside or holder.is_given is not best.is_given:
        return False
    return request.type is AnswerType.PERSONS or (best.is_given and holder.offices == best.offices)


def _weight_in_titles(holder: _Holder, matched: Sequence[Matched]) -> float:
    """Return the weight of the question's words that stand in a person's offices: whose secretary is asked for."""
    sentence = holder.mention.sentence
    weight = 0.0
    for match in matched:
        places = [Span(sentence.starts[start], sentence.ends[end - 1]) for start, end in match.places]
        if any(title.start <= place.start and place.end <= title.end for title in holder.offices for place in places):
            weight += match.weight
    return weight


def _by_deed(request: AnswerRequest, top: RankedSentence, mentions: Sequence[Mention]) -> Persons | None:
    sentence = top.weighed.sentence
    asked = {place for match in top.weighed.matched for start, end in match.places for place in range(start, end)}
    here = [each for each in mentions if each.sentence is sentence and not _is_asked_about(each, asked)]
    if not here:
        return _meant_before(sentence, mentions)
    starts = {mention.name.start: mention for mention in here}
    chosen = next(
        (
            starts[start]
            for candidate, _ in top.candidates
            if (start := code_points(sentence, candidate).start) in starts
        ),
        here[0],
    )
    group = together(here, chosen)[:_MAX_PERSONS]
    is_sure = chosen.has_surname and _does_it(request, top, group)
    if not is_sure and not chosen.has_surname:
        return None
    return Persons(sentence, _joined(sentence, group), is_sure)


def _meant_before(sentence: ReadSentence, mentions: Sequence[Mention]) -> Persons | None:
    meant = pronoun_means(sentence.text, [each for each in mentions if each.sentence.span.end <= sentence.span.start])
    return Persons(meant.sentence, (meant.name,), is_sure=False) if meant is not None else None


def pronoun_means(text: str, before: Sequence[Mention]) -> Mention | None:
    """Return whom "Đồng chí", "Ông" or "Bà" means at the beginning of a sentence: the last subject of that sex before.

    None where it begins otherwise, or where the last person named is only half named.
    """
    pronoun = _PRONOUN.match(text)
    if pronoun is None or not before or not before[-1].has_surname:
        return None
    subject = next(mention for mention in before if mention.sentence is before[-1].sentence)
    is_other = _OTHER_SEX.get(pronoun[0])
    if is_other is None:
        return subject
    article = subject.sentence.article
    named = article[max(0, subject.name.start - _ADDRESS_CHARS) : subject.name.end]
    return None if is_other.search(named) else subject


def _is_asked_about(mention: Mention, asked: set[int]) -> bool:
    """Return whether the question names the person itself: who else did it is asked."""
    sentence = mention.sentence
    first = sentence.token_after(mention.name.start)
    return all(i in asked for i in range(first, sentence.token_after(mention.name.end - 1) + 1))


def _does_it(request: AnswerRequest, top: RankedSentence, group: Sequence[Mention]) -> bool:
    """Return whether what the persons asked for did is said right beside them: "…, chủ trì hội nghị"."""
    sentence = top.weighed.sentence
    first, last = sentence.token_after(group[0].extent.start), sentence.token_after(group[-1].extent.end - 1)
    for match in top.weighed.matched:
        if abs(match.word.distance) > _DEED_TOKENS:
            continue
        behind = match.word.distance > 0 or not request.has_sides
        for start, end in match.places:
            if behind and 0 < start - last <= _REACH_TOKENS:
                return True
            if 0 <= first - end <= _REACH_TOKENS:
                return True
    return False


def _joined(sentence: ReadSentence, group: Sequence[Mention]) -> tuple[Span, ...]:
    """Return the names, those that only "và" or a comma parts as one span: "Huygens và Hooke"."""
    spans = [_with_short_title(group[0])]
    for mention in group[1:]:
        span = _with_short_title(mention)
        if sentence.article[spans[-1].end : span.start] in {" và ", ", "}:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)


def _with_short_title(mention: Mention) -> Span:
    """Return the name with an office of a word or two that stands right before it: "Tổng thống Woodrow Wilson"."""
    article = mention.sentence.article
    for title in mention.titles:
        is_near = title.end < mention.name.start and not article[title.end : mention.name.start].strip()
        if is_near and len(title.of(article).split()) <= _SHORT_TITLE_WORDS:
            return Span(title.start, mention.name.end)
    return mention.name
