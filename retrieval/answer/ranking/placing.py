"""Who did something at the place asked about, where a passage names several people at several places.

A conference held at many venues has a chair at each: "Ông An chủ trì hội nghị. Bà Bình chủ trì tại điểm cầu Huế." Asked
who chaired in Huế, the person named with it in one clause answers, not the first, and never the chair of another venue.
"""

import re
from dataclasses import replace

from retrieval.answer.evidence.coverage import TermWeights
from retrieval.answer.evidence.evidence import Evidence
from retrieval.answer.evidence.naming import stands_in
from retrieval.answer.evidence.reading import ReadSentence, read_sentences
from retrieval.answer.spans import FoundAnswer, find_answer
from retrieval.answer.spans.words import WeighedWords
from retrieval.query.asked import AskedQuestion
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.context import VENUES, is_at_before
from retrieval.query.names.english import VENUE
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.span import Span

_PERSONAL = frozenset({AnswerType.PERSON, AnswerType.PERSONS})
_DEED_TOKENS = 2
_VENUE = re.compile(rf"(?:{'|'.join(VENUES)}) (?:(?:tỉnh|thành phố|huyện|thị xã|TP\.?) ?)?(\w)")
_CLAUSE_END = re.compile(r";|, (?=còn |trong khi )")


def answer_at_place(asked: AskedQuestion, evidence: Evidence, weights: TermWeights) -> FoundAnswer | None:
    """Return the persons whom one clause names with the place asked about and with what they did there, or None."""
    places = _places_of_deed(asked)
    if not places or asked.request.roles:
        return None
    words = WeighedWords(asked.request, weights)
    deed = {i for i, word in enumerate(asked.request.words) if 0 < word.distance <= _DEED_TOKENS}
    for sentence in evidence.sentences:
        if not any(stands_in(place, sentence.text) for place in places):
            continue
        for clause in _clauses(sentence, words, deed):
            if not all(stands_in(place, clause.text) for place in places):
                continue
            found = find_answer(asked.request, weights, [clause], [weights.of_sentence(clause.text)])
            names_somebody = found.spans != (found.sentence,) and deed <= _numbers(words, clause)
            if found.is_safe or names_somebody:
                return replace(found, has_type=True)
    return None


def stands_elsewhere(asked: AskedQuestion, sentence: str) -> bool:
    """Return whether a sentence says that its persons did it at another venue than the place asked about."""
    places = _places_of_deed(asked)
    is_at_venue = any(found[1].isupper() for found in _VENUE.finditer(sentence))
    return bool(places) and is_at_venue and not any(stands_in(place, sentence) for place in places)


def _places_of_deed(asked: AskedQuestion) -> list[AskedName]:
    """Return the places at which somebody did what is asked, where "who" is asked."""
    if asked.request.type not in _PERSONAL:
        return []
    return [name for name in asked.names if name.kind is NameKind.PLACE and _is_at(name, asked.text)]


def _is_at(name: AskedName, question: str) -> bool:
    return name.head in {*VENUES, VENUE} or is_at_before(question[: name.text_start].lower())


def _clauses(sentence: ReadSentence, words: WeighedWords, deed: set[int]) -> list[ReadSentence]:
    """Return the parts of a sentence that each say what was done.

    Those that do not belong to the part before, where what was done is said first ("Dự tại Huế có ông An; bà Bình"),
    else to the one behind.
    """
    ends = [sentence.span.start + found.start() for found in _CLAUSE_END.finditer(sentence.text)]
    starts = [sentence.span.start, *ends]
    parts = [_read(sentence, start, end) for start, end in zip(starts, [*ends, sentence.span.end], strict=True)]
    says = [deed <= _numbers(words, part) for part in parts]
    if says.count(True) <= 1:
        return [sentence]
    firsts = [i for i, has in enumerate(says) if has] if says[0] else [0, *(i + 1 for i, has in enumerate(says) if has)]
    firsts = [first for first in firsts if first < len(parts)]
    lasts = [first - 1 for first in firsts[1:]] + [len(parts) - 1]
    return [
        _read(sentence, parts[first].span.start, parts[last].span.end)
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _numbers(words: WeighedWords, sentence: ReadSentence) -> set[int]:
    return {match.number for match in words.find_in(sentence)}


def _read(sentence: ReadSentence, start: int, end: int) -> ReadSentence:
    text = sentence.article[start:end]
    (part,) = read_sentences(sentence.article, [Span(start + len(text) - len(text.lstrip(" ;,")), end)])
    return part
