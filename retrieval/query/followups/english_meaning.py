"""What half an English question points back to: "it", "they", "that match", "there"."""

import re

from retrieval.query.followups import english_wording as wording
from retrieval.query.followups.english_whole import EVENT, WH, fact, in_period, person, topic
from retrieval.query.followups.half import Pointing, Reference
from retrieval.query.followups.names import find_names
from retrieval.query.followups.patterns import words
from retrieval.query.followups.periods import find_periods
from retrieval.query.followups.typed import bare_question
from retrieval.query.names.asked_name import NameKind

_MAX_ANSWER_WORDS = 8
# Of "the population of Can Tho", "it" is Can Tho.
_OF_NAME = re.compile(r"the [\w-]+(?: [\w-]+)? of (?P<name>(?:[A-ZĐ][\w'-]*)(?: [A-ZĐ][\w'-]*)*)$")


def meant_by(reference: Reference, before: str, answer: str | None) -> str:
    """Return what a question points back to in the one before or its answer; empty where there is no such thing."""
    about, place = topic(before), _place(before)
    periods = find_periods(before)
    meant = about
    if reference.kind is Pointing.PERSON:
        meant = person(before, answer).split(" and ")[0]
    elif reference.kind is Pointing.PERSONS:
        meant = person(before, answer).replace("the person who", "the people who") or about
    elif reference.kind is Pointing.TIME:
        meant = before[periods[-1].start : periods[-1].end] if periods else ""
    elif reference.kind is Pointing.PLACE:
        meant = f"in {place}" if place else f"at {about}" if about else ""
    elif reference.kind is Pointing.THING and reference.noun:
        meant = place if wording.PLACES.fullmatch(reference.noun) else _thing(reference.noun, about)
        meant = meant or _asked_for(reference.noun, before, answer)
    elif reference.kind is Pointing.FACT:
        meant = fact(before)
    elif of_name := _OF_NAME.match(about):
        meant = of_name["name"]
    return meant


def _asked_for(noun: str, before: str, answer: str | None) -> str:
    """Return what "that decree" is after "which decree …?": the one answered, else the one described there."""
    text = bare_question(before)
    asked = WH.match(text)
    if asked is None or (asked["kind"] or "").split()[-1:] != [noun]:
        return ""
    if answer and len(answer.split()) <= _MAX_ANSWER_WORDS:
        return answer
    return f"the {noun} that {text[asked.end() :].strip()}"


def _place(before: str) -> str:
    places = [name for name in find_names(before) if name.kind is NameKind.PLACE and not in_period(before, name)]
    return before[places[-1].start : places[-1].end] if places else ""


def _thing(noun: str, about: str) -> str:
    """Return what a question is about where that may be called so."""
    is_event = wording.EVENTS.fullmatch(noun) and EVENT.search(about)
    return about if is_event or words(re.escape(noun)).search(about) else ""
