"""Puts half a question into the English question before it."""

import re

from retrieval.query.followups.asked import ADVERBIAL, Asked, AskedPhrase
from retrieval.query.followups.english_whole import EVENT, WH, topic
from retrieval.query.followups.english_wording import AUXILIARY, BE, DO
from retrieval.query.followups.half import Pointing, Reference
from retrieval.query.followups.names import NamePhrase, find_names, name_text, persons_in
from retrieval.query.followups.patterns import at_start, words
from retrieval.query.followups.sentence import as_sentence, small_start
from retrieval.query.followups.typed import bare_question
from retrieval.query.language import Language

_IRREGULAR_PARTICIPLES = {
    "built": "built", "won": "won", "led": "led", "made": "made", "held": "held", "wrote": "written", "lost": "lost",
    "sold": "sold", "bought": "bought", "paid": "paid", "found": "found", "began": "begun", "gave": "given",
    "took": "taken", "chose": "chosen", "broke": "broken", "beat": "beaten", "drew": "drawn", "sang": "sung",
    "hit": "hit", "ran": "run",
}  # fmt: skip
_DISASTER = words("storm|typhoon|flood|earthquake|accident|fire|strike")
_TRANSITIVE = frozenset({"attended", "joined"})
_COUNTED = re.compile(r"how (?:many|much) (?P<noun>[\w-]+)", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")
_NOUN_STOP = words(
    "the|a|an|of|in|at|on|for|to|did|do|does|was|were|is|are|has|have|will|how|many|much|what|which|who|and"
)
_PREPOSITION = at_start("in|at|near|from|for|on")


def with_added(before: str, piece: str) -> str:
    """Return the question with a place or a period that it did not name, at its end."""
    return as_sentence(f"{bare_question(before)} {piece}")


def place_piece(shown: str, name: NamePhrase) -> str:
    """Return a place with its preposition, for where none stood before."""
    typed = shown[name.preposition_start : name.start]
    return f"{typed if _PREPOSITION.fullmatch(typed) else 'in '}{name_text(shown, name, Language.ENGLISH)}"


def with_concern(before: str, noun: str) -> str:
    """Return the question with another thing set beside it."""
    return as_sentence(f"{bare_question(before)}, and what about {noun}")


def with_noun(before: str, noun: str) -> str | None:
    """Return the question with the thing that is counted exchanged, or None where it counts nothing."""
    counted = _COUNTED.search(before)
    if counted is None or AUXILIARY.fullmatch(counted["noun"]):
        return None
    start, end = counted.span("noun")
    return f"{before[:start]}{noun}{before[end:]}"


def matching_phrase(before: str, noun: str) -> tuple[int, int] | None:
    """Return the phrase of the question that ends as the noun does: of "gold prices", "silver prices" is another."""
    text = bare_question(before)
    new, old = noun.lower().split(), list(_WORD.finditer(text))
    lasts = [i for i, word in enumerate(old) if word.group().lower() == new[-1]]
    if lasts:
        first = last = lasts[-1]
        while last - first < len(new) - 1 and first and not _NOUN_STOP.fullmatch(old[first - 1].group()):
            first -= 1
        return old[first].start(), old[last].end()
    named = re.search(rf"(?<!\w)(?i:{re.escape(new[0])}) (?=[^\W\da-z])", text) if len(new) > 1 else None
    ends = [name.end for name in find_names(text) if named and name.start == named.end()]
    return (named.start(), ends[0]) if named and ends else None


def resolved(text: str, reference: Reference, meant: str) -> str:
    """Return a question with what it points back to, or what it leaves out, in its place."""
    meant = f"{meant}'s" if reference.is_possessive else meant
    head, tail = text[: reference.start].rstrip(), text[reference.end :].lstrip()
    if reference.kind is Pointing.OBJECT and reference.noun:
        meant = f"{reference.noun} {meant}"
    if reference.kind is Pointing.FACT:
        return as_sentence(f"who said {meant}" if meant.startswith("this: ") else f"who spoke about {meant}")
    if head.lower().startswith("the "):
        head = f"what is {head}"
    return as_sentence(f"{head} {meant} {tail}")


def with_clause(before: str, clause: str) -> str:
    """Return a question that points back to something not found in the one before, with that one ahead of it."""
    return as_sentence(f"{bare_question(before)}, and {small_start(clause)}")


def asking_instead(before: str, phrase: AskedPhrase) -> str:
    """Return the question before with another question word."""
    text = bare_question(before)
    asked = WH.match(text)
    if asked is None:
        begins_with_verb = AUXILIARY.match(text) is not None
        return as_sentence(f"{phrase.text} {small_start(text)}" if begins_with_verb else f"{text}, {phrase.text}")
    rest = text[asked.end() :].strip()
    auxiliary = AUXILIARY.match(rest)
    completed = _of_another_noun(text, asked, phrase, rest) if phrase.noun else None
    if completed is None and auxiliary is None:
        completed = _of_subject(text, phrase, rest)
    elif completed is None:
        is_done = re.match(DO, rest, re.IGNORECASE) is not None
        completed = _beside_verb(text, asked, phrase, rest, is_done=is_done)
    return as_sentence(completed or f"{text}, and {phrase.text}")


def asking_why(before: str, phrase: AskedPhrase, answer: str | None) -> str:
    """Return the question why it is as the question before was answered: of "who", with who it was."""
    text = bare_question(before)
    asked = WH.match(text)
    rest = text[asked.end() :].strip() if asked else text
    if asked is None or AUXILIARY.match(rest) is None:
        persons = " and ".join(persons_in(answer)) if asked and asked["who"] else ""
        verb, _, thing = rest.partition(" ")
        participle = _participle(verb)
        if persons and participle and thing and not _PREPOSITION.match(thing):
            return as_sentence(f"{phrase.text} was {thing} {participle} by {persons}")
        return as_sentence(f"{text}, and {phrase.text}")
    if asked["who"] or (asked["what"] and re.match(BE, rest, re.IGNORECASE)):
        return as_sentence(f"{text}, and {phrase.text}")
    return asking_instead(before, phrase)


def _participle(verb: str) -> str:
    return verb if verb.lower().endswith("ed") else _IRREGULAR_PARTICIPLES.get(verb.lower(), "")


def _of_another_noun(text: str, asked: re.Match[str], phrase: AskedPhrase, rest: str) -> str | None:
    """Return the question with "how many delegates", "which communes" or "under which law"; None where neither fits."""
    counted = (asked["counted"] or asked["kind"] or "").strip()
    has_auxiliary = AUXILIARY.match(rest) is not None
    verb = phrase.text.rpartition(phrase.noun)[2].strip()
    if phrase.kind is Asked.WHAT:
        is_same = phrase.noun in {"ones", "one", counted}
        which = f"which {counted} {rest}" if is_same else f"{phrase.text} {rest} {counted}"
        return which if has_auxiliary and not asked["who"] else None
    if asked["how_many"] and phrase.noun.endswith("ed"):  # "how many failed?"
        return None if has_auxiliary else f"{asked.group()} {phrase.noun} {rest.partition(' ')[2]}"
    if asked["how_many"] and not verb:
        return with_noun(text, phrase.noun)
    if EVENT.search(text) is None:
        return None
    about = topic(text)
    preposition = "in" if _DISASTER.search(about) else "at"
    if not verb:
        link = "attended" if phrase.noun == "people" else "were at"
    else:
        link = "" if verb in _TRANSITIVE else preposition
    return f"{phrase.text} {link} {about}"


def _of_subject(text: str, phrase: AskedPhrase, rest: str) -> str | None:
    """Return "how many attended …", "when was … built" for a question whose subject is asked for."""
    if phrase.kind in {Asked.WHO, Asked.HOW_MANY, Asked.WHAT}:
        return f"{phrase.text} {rest}"
    if EVENT.search(text) is not None and phrase.kind in {Asked.WHERE, Asked.WHEN}:
        return f"{phrase.text} was {topic(text)} held"
    verb, _, thing = rest.partition(" ")
    if rest.startswith("spoke about "):
        verb, thing = "mentioned", rest.removeprefix("spoke about ")
    participle = _participle(verb)
    return f"{phrase.text} was {thing} {participle}" if thing and participle and phrase.kind in ADVERBIAL else None


def _beside_verb(text: str, asked: re.Match[str], phrase: AskedPhrase, rest: str, *, is_done: bool) -> str | None:
    """Return the question with the word before "did" or "is" exchanged; what was counted goes behind the verb."""
    is_event = EVENT.search(text) is not None
    if asked["who"] and is_event:
        return f"{phrase.text} was {topic(text)} held" if phrase.kind in {Asked.WHERE, Asked.WHEN} else None
    if phrase.kind not in ADVERBIAL | {Asked.HOW_MANY}:
        return None
    lost = (asked["counted"] or asked["kind"] or "") if is_done else ""
    return f"{phrase.text} {rest}{lost}"
