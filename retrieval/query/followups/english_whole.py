"""Reads a whole English question, so that half of the next one can be put into it: what it asks, and about what."""

import re

from retrieval.query.followups.asked import Asked
from retrieval.query.followups.english_wording import AUXILIARIES, AUXILIARY, BE
from retrieval.query.followups.names import NamePhrase, find_names, persons_in
from retrieval.query.followups.periods import find_periods
from retrieval.query.followups.typed import bare_question
from retrieval.query.names.asked_name import NameKind

_WORDS_TO_AUXILIARY = rf"(?: (?!(?:{AUXILIARIES})(?!\w))[\w-]+)"
_WHAT_KIND = rf"(?:{_WORDS_TO_AUXILIARY}{{0,4}}(?= (?:{AUXILIARIES})(?!\w))|{_WORDS_TO_AUXILIARY}?)"
WH = re.compile(
    r"(?:(?:in|on|at|by|for|from|to|with|of) )?(?:"
    r"(?P<when>when|(?:what|which) (?:date|day|year|month|time))"
    r"|(?P<where>where|(?:what|which) (?:city|place|province|town))|(?P<why>why)|(?P<how_long>how long)"
    rf"|(?P<how_many>how (?:many|much)(?P<counted>{_WHAT_KIND}))"
    r"|(?P<who>whom?|which (?:officials?|leaders?|persons?|people|players?))|(?P<how>how)"
    rf"|(?P<what>(?:what|which)(?P<kind>{_WHAT_KIND})))(?!\w)",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"(?<!\w)(?:(?:the|a|an|this|that|its|their) )?(?:(?!(?:the|a|an|did|was|is|were|at|in|of|for|on|to|chaired"
    r"|attended|who"
    r"|what|where|when|hosted|won|spoke|organi[sz]ed|opened)(?!\w))[\w'’-]+ ){0,5}?(?:conference|meeting|congress"
    r"|session"
    r"|festival|match|final|tournament|election|competition|workshop|summit|ceremony|exhibition|event|contest|games"
    r"|world cup"
    r"|marathon|concert|parade|trial|strike|storm|typhoon|flood|earthquake|accident|fire)(?!\w)",
    re.IGNORECASE,
)
_EVENT_STOP = re.compile(
    r"(?<!\w)(?:held|take|took|happen|begin|start|end|open|close|last|be|attract|cost|organi[sz]ed|located|opened"
    r"|decide|discuss"
    r"|have|cause|kill|hit|adopt|approve|make|made|reach|move|weaken|win|say)(?!\w)|[,;:?!]",
    re.IGNORECASE,
)
_SUBJECT_STOP = re.compile(
    # behind "the" or "of" these are nouns
    r"(?<! the)(?<! a)(?<! an)(?<! of) (?:held|located|built|born|founded|established|signed|published|elected|opened"
    r"|open|take|happen|begin|start|end|win|say|rise|fall|increase|decrease|cost|last|close|die|occur|become|get|make"
    r"|have|build|grow|change|approve|decide|announce|lose|play|score|receive|produce|export|import|sell|buy|go|come"
    r"|reach|drop|cut|plan|give|need|use)(?!\w)",
    re.IGNORECASE,
)


def asks(before: str) -> Asked | None:
    """Return what kind of thing a question asks for."""
    asked = WH.match(before)
    return next((kind for kind in Asked if asked and asked[kind.value]), None)


def topic(before: str) -> str:
    """Return what a question is about, as a noun phrase; empty where that can't be told."""
    text = bare_question(before)
    event = EVENT.search(text)
    if event is not None:
        return _whole_event(text, event)
    asked = WH.match(text)
    if asked is None:
        return ""
    rest = text[asked.end() :].strip()
    auxiliary = AUXILIARY.match(rest)
    if auxiliary is None:
        return rest.partition(" ")[2]
    rest = rest[auxiliary.end() :].strip()
    stop = _SUBJECT_STOP.search(f" {rest}")
    if stop is not None:
        return rest[: max(0, stop.start() - 1)].strip()
    return rest if re.match(BE, auxiliary.group(), re.IGNORECASE) else ""


def fact(before: str) -> str:
    """Return what a question takes for granted, to be put behind "about"; the question where it can't be turned."""
    text = bare_question(before)
    asked = WH.match(text)
    if asked is None:
        return f"this: {text[:1].lower()}{text[1:]}"
    rest = text[asked.end() :].strip()
    is_be = re.match(rf"(?:{BE}) ", rest, re.IGNORECASE)
    counted = (asked["counted"] or "").strip()
    if is_be and counted and "there" not in rest.split():
        return f"the number of {counted} {rest[is_be.end() :]}"
    about = topic(text) if is_be or EVENT.search(text) else ""
    if is_be and asked["what"] and not asked["kind"]:
        about = rest[is_be.end() :]
    return about or f"this: {text[:1].lower()}{text[1:]}"


def _whole_event(text: str, event: re.Match[str]) -> str:
    stop = _EVENT_STOP.search(text, event.end())
    end = stop.start() if stop else len(text)
    start = event.start()
    parts = [text[start:end].strip()]
    if stop:
        parts += [
            text[name.preposition_start : name.end]
            for name in find_names(text)
            if name.start >= end and name.kind is NameKind.PLACE and not in_period(text, name)
        ]
        parts += [f"in {text[period.start : period.end]}" for period in find_periods(text) if period.start >= end]
    phrase = " ".join(parts)
    if re.match(r"\w+ [A-Z]", phrase):  # "storm Noru" is a name
        return phrase
    return phrase if re.match("the |a |an |this |that |its |their ", phrase, re.IGNORECASE) else f"the {phrase}"


def in_period(text: str, name: NamePhrase) -> bool:
    """Return whether what looks like a name is part of a period, as a month is."""
    return any(period.start <= name.start < period.end for period in find_periods(text))


def person(before: str, answer: str | None) -> str:
    """Return the person, or the persons, that a question is about; empty where it is about none."""
    text = bare_question(before)
    asked = WH.match(text)
    if asked is not None and asked["who"]:
        named = persons_in(answer)
        if named:
            return " and ".join(named)
        rest = text[asked.end() :].strip()
        named_by_be = re.match(rf"(?:{BE}) ", rest, re.IGNORECASE)
        return rest[named_by_be.end() :] if named_by_be else f"the person who {rest}"
    persons = [name for name in find_names(text) if name.kind is NameKind.PERSON]
    others = [name for name in find_names(text) if name.kind is NameKind.OTHER and not in_period(text, name)]
    if persons:
        return text[persons[-1].start : persons[-1].end]
    return text[others[0].start : others[0].end] if len(others) == 1 else ""
