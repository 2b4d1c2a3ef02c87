"""Who is asked for by an office ("Bí thư Tỉnh ủy … là ai"), and whose office is asked for ("bà X giữ chức vụ gì")."""

from collections.abc import Iterator, Sequence

from retrieval.query.glossary import Rendering, english_glossary
from retrieval.query.names.people import BARE_COMMON_SURNAMES, MAX_NAME_SYLLABLES, SURNAMES
from retrieval.query.names.places import gazetteer
from retrieval.query.request import person_wordings
from retrieval.query.request.reading import QuestionReading
from retrieval.text.spelling import fold, is_bare
from retrieval.text.syllables import parse_syllable
from retrieval.text.tokens import token_texts
from retrieval.text.wordlists import word_set

_ADDRESSES = word_set("ông bà anh chị ong ba chi")
_LONG_WORD = 5  # letters; no Vietnamese syllable that begins a question without a name
_MAX_ROLE_TOKENS = 6
_PAIR = 2  # syllables that may be any word of two, where no "ông" stands before them


def asks_person_alone(reading: QuestionReading) -> bool:
    """Return whether a question without an interrogative asks for a person: "chủ tịch hội nhà báo", "mẹ của …".

    An office with somebody's name asks for no name: "Chủ tịch Hồ Chí Minh".
    """
    alone = person_wordings.EN_PERSON_ALONE if reading.is_english else person_wordings.PERSON_ALONE
    found = alone.spelled(reading.is_folded).search(reading.text)
    if found is None or reading.says(person_wordings.YES_OR_NO, person_wordings.EN_YES_OR_NO):
        return False
    if reading.is_english or found["of"] is None:
        return True
    start = reading.token_at(found.start("of") + 1)
    return not _is_full_name(reading.typed(start, len(reading.keys))) or _is_place(reading.keys[start:])


def asked_roles(reading: QuestionReading) -> Iterator[Rendering]:
    """Yield what the person asked for is, as articles may call it."""
    if reading.says(person_wordings.HEAD_OF, person_wordings.EN_HEAD_OF):
        is_deputy = reading.is_english and reading.says(person_wordings.EN_DEPUTY, person_wordings.EN_DEPUTY)
        heads = _heads_of_body(reading)
        roles = [f"phó {role}" for role in heads] if is_deputy else heads
        yield from (tuple(fold(role).split() if reading.is_folded else role.split()) for role in roles)
        return
    if reading.says(person_wordings.KIN_OF, person_wordings.EN_KIN_OF):
        return  # "vợ anh … giám đốc … tên gì": the office is his
    spellings = person_wordings.EN_ROLE_ASKED if reading.is_english else person_wordings.ROLE_ASKED
    found = spellings.spelled(reading.is_folded).search(reading.text)
    if found is None and asks_person_alone(reading):
        alone = person_wordings.EN_OFFICE_ALONE if reading.is_english else person_wordings.OFFICE_ALONE
        found = alone.spelled(reading.is_folded).search(reading.text)
    if found is None:
        return
    group = next(name for name in ("role", "role2", "role3") if found.re.groupindex.get(name) and found[name])
    start = reading.token_at(found.start(group))
    if not reading.is_english:
        words = reading.keys[start : start + _MAX_ROLE_TOKENS]
        # Of a question given its marks back the marks tell "bảo tàng" from "báo".
        marked = [token.text for token in reading.tokens[start : start + _MAX_ROLE_TOKENS]]
        ends = person_wordings.ROLE_ENDS[is_bare(reading.question)]
        noun = person_wordings.ROLES.spelled(reading.is_folded).match(" ".join(words))
        first = noun[0].count(" ") + 1 if noun else 1
        length = next((i for i in range(first, len(words)) if marked[i] in ends), len(words))
        yield tuple(words[:length])
        return
    for expression in english_glossary().expressions(reading.keys[start:]):
        is_role = [way for way in expression.renderings if person_wordings.ROLES.spelled(False).match(" ".join(way))]
        if is_role:
            yield from is_role
            return


def _heads_of_body(reading: QuestionReading) -> Sequence[str]:
    """Return what the head of the body is called that is named right behind "đứng đầu"; any head of another body."""
    said = (person_wordings.EN_HEAD_OF if reading.is_english else person_wordings.HEAD_OF).spelled(reading.is_folded)
    found = said.search(reading.text)
    if found is None:
        return person_wordings.HEAD_ROLES
    behind = reading.text[found.end() :].strip()
    named = [behind]
    if reading.is_english:
        named = [" ".join(each.renderings[0]) for each in english_glossary().expressions(behind.split())]
    heads = (
        heads
        for name in named
        for body, heads in person_wordings.HEADS_OF_BODIES
        if body.spelled(reading.is_folded).match(name)
    )
    return next(heads, person_wordings.HEAD_ROLES)


def asked_name(reading: QuestionReading) -> Rendering:
    """Return the name of the person whose role is asked: "X là ai", "bà X giữ chức vụ gì", "who is X"."""
    who_is = (person_wordings.EN_WHO_IS if reading.is_english else person_wordings.WHO_IS).spelled(reading.is_folded)
    found = who_is.search(reading.text)
    if found is not None:
        start, end = reading.token_at(found.start("name")), reading.token_at(found.end("name")) + 1
        typed = reading.typed(start, end)
        is_role = person_wordings.ROLES.spelled(reading.is_folded).match(" ".join(reading.keys[start:end])) is not None
        return reading.folded_keys(start, end) if not is_role and _is_name(typed) else ()
    if reading.says(person_wordings.ASKS_ROLE, person_wordings.EN_ASKS_ROLE):
        for start, end in reading.capitalised_runs():
            start += reading.keys[start] in _ADDRESSES  # noqa: PLW2901 (the name begins behind "Bà")
            if _is_full_name(reading.typed(start, end)):
                return reading.folded_keys(start, end)
        return _holder(reading)
    return ()


def _holder(reading: QuestionReading) -> Rendering:
    """Return who, in small letters, is said to hold the office that a Vietnamese question asks for."""
    if reading.is_english:
        return ()
    for found in person_wordings.HOLDS.spelled(reading.is_folded).finditer(reading.text):
        start, end = reading.token_at(found.start("name")), reading.token_at(found.end("name")) + 1
        words = reading.keys[start:end]
        is_role = person_wordings.ROLES.spelled(reading.is_folded).search(" ".join(words)) is not None
        is_surname = words[0] in SURNAMES or (reading.is_folded and words[0] in BARE_COMMON_SURNAMES)
        if is_surname and not is_role and len(words) <= MAX_NAME_SYLLABLES and (found["address"] or len(words) > _PAIR):
            return reading.folded_keys(start, end)
    return ()


def _is_place(keys: Sequence[str]) -> bool:
    return gazetteer().named(list(keys)) is not None


def _is_full_name(words: Sequence[str]) -> bool:
    """Return whether capitalised words are shaped like a Vietnamese person's full name, with marks or without."""
    keys = token_texts(" ".join(words))
    is_short = 1 < len(keys) <= MAX_NAME_SYLLABLES
    return is_short and (keys[0] in SURNAMES or fold(keys[0]) in BARE_COMMON_SURNAMES)


def _is_name(words: Sequence[str]) -> bool:
    """Return whether the words of "… là ai" name somebody: by capitals, or by a surname in small letters."""
    if all(word[:1].isupper() for word in words):
        first = words[0].lower()
        return len(words) > 1 or first in SURNAMES or parse_syllable(first) is None or len(first) > _LONG_WORD
    return len(words) > 1 and all(word.islower() for word in words) and fold(words[0]) in BARE_COMMON_SURNAMES
