"""The interrogative that decides what a question asks for, or each of several that count, and what it is asked of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.query.glossary import Rendering, english_glossary
from retrieval.query.request import english_wordings, person_wordings, wordings
from retrieval.query.request.amounts import amount_said
from retrieval.query.request.asked_person import asks_person_alone
from retrieval.query.request.reading import QuestionReading
from retrieval.query.request.wording import AnswerType, Wording
from retrieval.text.spelling import is_bare
from retrieval.text.wordlists import word_set

_MAX_HEAD_TOKENS = 3
_SHORT_WORD = 3  # letters, as "bed"
_JOINING_THINGS = word_set("và va and")
_AUXILIARIES = (word_set("bị được bi duoc"), word_set("were was are is got"))
_JOINED_REACH, _JOINED_HEAD = 7, 4  # tokens
_INTERROGATIVES = word_set(
    "ai gì nào đâu sao bao mấy ở vì do gi nao dau may o vi who whom whose what which where when why how at in by"
)


@dataclass(frozen=True, slots=True)
class Focus:
    """An interrogative, and what it asks for, in tokens; no head where ``head_end`` is ``head_start``."""

    type: AnswerType
    start: int
    end: int
    head_start: int
    head_end: int


def find_foci(reading: QuestionReading) -> list[Focus]:
    """Return the interrogative that decides, or each of several that count ("how many … and how many …"), in order."""
    table = english_wordings.ENGLISH if reading.is_english else wordings.VIETNAMESE
    for text, is_folded in reading.spelled:
        for wording in table:
            found = list(_occurrences(reading, wording, text, is_folded))
            if found:
                is_count = wording.type is AnswerType.NUMBER
                return _counts(reading, text, is_folded) if is_count else found[:1]
    end = len(reading.keys)
    return [Focus(_kind_without_interrogative(reading), end, end, end, end)]


def _kind_without_interrogative(reading: QuestionReading) -> AnswerType:
    if asks_person_alone(reading):
        return AnswerType.PERSON
    if reading.says(wordings.DOCUMENT_NUMBER_ALONE, wordings.DOCUMENT_NUMBER_ALONE):
        return AnswerType.DOCUMENT
    is_yes_or_no = reading.says(person_wordings.YES_OR_NO, person_wordings.EN_YES_OR_NO)
    is_measure = reading.says(wordings.MEASURE_ALONE, english_wordings.MEASURE_ALONE)
    return AnswerType.NUMBER if is_measure and not is_yes_or_no else AnswerType.FREE


def _counts(reading: QuestionReading, text: str, is_folded: bool) -> list[Focus]:
    """Return all that is asked for in figures, none with the words of another."""
    table = english_wordings.ENGLISH if reading.is_english else wordings.VIETNAMESE
    counts = [wording for wording in table if wording.type is AnswerType.NUMBER]
    found = [focus for wording in counts for focus in _occurrences(reading, wording, text, is_folded)]
    apart: list[Focus] = []
    for focus in sorted(found, key=lambda focus: (focus.start, -focus.end)):
        if not apart or focus.start >= apart[-1].end:
            apart.append(focus)
    if len(apart) == 1 and not amount_said(text, (), is_english=reading.is_english, is_folded=is_folded).is_total:
        apart += _joined_thing(reading, apart[0])
    ends = [*(focus.start for focus in apart[1:]), len(reading.keys)]
    return [replace(focus, head_end=min(focus.head_end, end)) for focus, end in zip(apart, ends, strict=True)]


def _joined_thing(reading: QuestionReading, focus: Focus) -> Iterator[Focus]:
    """Yield what is counted, too, behind "and": "bao nhiêu người chết và bị thương", "how many schools and pupils".

    No name goes on so ("từ Hà Nội và Huế"), and no other question begins.
    """
    ends = english_wordings.HEAD_ENDS if reading.is_english else wordings.HEAD_ENDS[reading.is_folded]
    first = min(focus.head_start, focus.end)
    for i in range(first + 1, min(first + _JOINED_REACH, len(reading.keys) - 1)):
        if reading.keys[i - 1] in ends:
            return
        if reading.keys[i] in _JOINING_THINGS:
            start = i + 1 + (reading.keys[i + 1] in _AUXILIARIES[reading.is_english])
            joined = Focus(focus.type, start, start, start, min(start + _JOINED_HEAD, len(reading.keys)))
            if not (_is_name_joined(reading, i) or reading.keys[i + 1] in _INTERROGATIVES) and heads_of(
                reading, joined
            ):
                yield joined
            return


def _is_name_joined(reading: QuestionReading, joiner: int) -> bool:
    around = reading.tokens[joiner - 1], reading.tokens[joiner + 1]
    return all(reading.question[token.start].isupper() for token in around)


def _occurrences(reading: QuestionReading, wording: Wording, text: str, is_folded: bool) -> Iterator[Focus]:
    for found in wording.pattern.spelled(is_folded).finditer(text):
        groups = found.re.groupindex
        start = reading.token_at(found.start("focus"), text)
        end = reading.token_at(found.end("focus"), text) + 1
        head_start = head_end = end
        if "head" in groups and found["head"] and found["head"].strip():
            blank = len(found["head"]) - len(found["head"].lstrip())
            head_start = reading.token_at(found.start("head") + blank, text)
            head_end = reading.token_at(found.end("head"), text) + 1
        yield Focus(wording.type, start, end, head_start, head_end)


def heads_of(reading: QuestionReading, focus: Focus) -> tuple[Rendering, ...]:
    """Return what is counted or asked for: the whole expression first, then what it is for short."""
    start, end = focus.head_start, focus.head_end
    if focus.type is AnswerType.NUMBER and start == end:
        found = wordings.NUMBER_OF.spelled(reading.is_folded).search(reading.text)
        if found is None:
            return ()
        start, end = reading.token_at(found.start(1)), reading.token_at(found.end(1)) + 1
    words = reading.keys[start:end]
    # Of a question given its marks back the marks tell "đề án" from "để": only what they cannot tell is folded.
    marked = [token.text for token in reading.tokens[start:end]]
    ends = english_wordings.HEAD_ENDS if reading.is_english else wordings.HEAD_ENDS[is_bare(reading.question)]
    length = next((i for i, word in enumerate(marked) if word in ends or _is_past(word, i, reading)), len(words))
    words = words[:length]
    if reading.is_english:
        expressions = english_glossary().expressions(words)
        return tuple(rendering for expression in reversed(expressions) for rendering in expression.renderings)
    words = words[:_MAX_HEAD_TOKENS]
    heads = [tuple(words[:size]) for size in range(len(words), 0, -1)]
    if len(words) > 1 and words[0] in wordings.CLASSIFIERS[reading.is_folded]:
        heads.append(tuple(words[1:2]))  # "căn nhà" may be told as "ngôi nhà"
    return tuple(heads)


def _is_past(word: str, place: int, reading: QuestionReading) -> bool:
    """Return whether a word behind an English noun is what was done: "how many people attended"."""
    return reading.is_english and place > 0 and len(word) > _SHORT_WORD and word.endswith("ed") and word[-3] != "e"
