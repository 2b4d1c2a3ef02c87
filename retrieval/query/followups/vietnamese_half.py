"""Takes half a Vietnamese question apart; a whole question comes back as None.

Whole questions are by far the more frequent, and to take one for a half answers something that nobody asked. So each
kind of half has to show itself by its wording: a lead-in ("còn"), a tail ("thì sao"), a word that points back and has
nothing in the same question to point at, or a question word that stands alone.
"""

import re
from dataclasses import replace

from retrieval.query.followups import vietnamese_wording as wording
from retrieval.query.followups.asked import Asked, AskedPhrase
from retrieval.query.followups.half import Half, Pointing, Reference
from retrieval.query.followups.named import Named, is_named_instead, named_in
from retrieval.query.followups.names import NamePhrase, find_names
from retrieval.query.followups.ordinals import ordinal_instead
from retrieval.query.followups.patterns import at_end, at_start, words
from retrieval.query.followups.periods import PeriodPhrase, find_periods
from retrieval.query.followups.typed import Typed
from retrieval.query.followups.vietnamese_whole import find_asked
from retrieval.query.language import Language
from retrieval.query.names.asked_name import NameKind
from retrieval.text.spelling import fold, is_bare
from retrieval.text.tokens import token_texts

_MAX_WORDS = 18
_MAX_NOUN_WORDS = 6
_MAX_UNMARKED_WORDS = 8
_MAX_WORDS_BEFORE_IT = 4
_LINKS = "thì|là|ở|tại|của|có|cho|với|về|vào|trong|hồi|từ|do|đối với|riêng"
# By whether marks were typed: "đô la" does not end with "là".
_LINKS_BEFORE = {True: at_start(_LINKS), False: re.compile(rf"(?:{_LINKS})(?!\w) *", re.IGNORECASE)}
_LINKS_AFTER = {True: at_end(_LINKS), False: re.compile(rf"(?:^| +)(?:{_LINKS})$", re.IGNORECASE)}
_TIME_ORDER = at_start("trước|sau|đó|lúc|khi|so với|nữa|hiện")
_PERIOD_PREPOSITION = at_end("vào|trong|hồi|ở|của|từ|cho")
_THEN = words("thì")
_THAT_IS = at_start("là (?:ai|gì)")
# "đo" is not "đó", and neither is "do"; "nay" and "ay", typed without marks, are "này" and "ấy".
_POINTERS = frozenset({"này", "đó", "ấy", "kia", "đấy", "đây", "trên", "ta", "nay", "ay"})
_NOTHING = Named(None, ())
_AND = words("và")
_ANYONE = at_start("người")
_SOMEONE = words("ai|người|kẻ")
_PLACE_PREPOSITION = at_start("ở|tại")


def recognise(typed: Typed, before: str) -> Half | None:
    """Return what half a question is made of, or None where it stands alone.

    Args:
        typed: The question, normalised and single-spaced.
        before: The whole question before it, to see what it repeats.
    """
    core = typed.without_commas().without_start(wording.FILLERS)
    if not core.text or core.n_words > _MAX_WORDS:
        return None
    if _wants_more(core, before):
        return Half(core.shown, Language.VIETNAMESE, wants_more=True)
    whole = core.without_end(wording.PARTICLES)
    strong = whole.without_start(wording.STRONG_LEAD)
    is_strong = strong is not whole
    led = strong if is_strong else _without_weak_lead(whole)
    tailless = led.without_end(wording.TAIL)
    if tailless is led and is_strong:
        tailless = led.without_end(wording.LOOSE_TAIL)
    if tailless is not led:
        return _ordinal(tailless, before) or _named_anew(tailless, before, is_marked=True, is_strong=True)
    return (
        _asked_anew(led)
        or _pointing(led, before)
        or _ordinal(led, before)
        or _named_anew(led, before, is_marked=led is not whole, is_strong=is_strong)
    )


def _ordinal(core: Typed, before: str) -> Half | None:
    """Return half a question that names the next of several: "lần thứ hai?" after one about the first."""
    ordinal = ordinal_instead(core.text, before, Language.VIETNAMESE)
    return Half(core.shown, Language.VIETNAMESE, ordinal=ordinal) if ordinal and not find_asked(core.text) else None


def _without_weak_lead(whole: Typed) -> Typed:
    """Return the question without "thế" or "và"; in a text with marks, "the" is English."""
    led = whole.without_start(wording.WEAK_LEAD)
    lead = whole.text[: len(whole.text) - len(led.text)].strip()
    return whole if lead.lower() == "the" and not is_bare(whole.text) else led


def _wants_more(core: Typed, before: str) -> bool:
    """Return whether the question before is asked again for others: "ai nữa?", "còn ai tham dự nữa không"."""
    text = core.text
    if wording.MORE.match(text):
        return True
    if not wording.ASKS_MORE.search(text) or find_asked(text) is None:
        return False
    said = token_texts(wording.ADDED_MORE.sub(" ", text))
    return _all_in(said, before)


def _all_in(said: list[str], before: str) -> bool:
    known = token_texts(before)
    bare = {fold(word) for word in known}
    return bool(said) and all(word in known or (is_bare(word) and word in bare) for word in said)


def _asked_anew(core: Typed) -> Half | None:
    """Return half a question that is a question word, with or without a verb: "ở đâu?", "ai phát biểu?"."""
    for kind, pattern in wording.ASKED:
        match = pattern.match(core.text)
        if match:
            noun = match.groupdict().get("noun") or ""
            shown_noun = core.shown[match.start("noun") : match.end("noun")] if noun else ""
            if find_names(shown_noun) or find_periods(core.text):
                return None
            phrase = AskedPhrase.typed(kind, core.shown, shown_noun)
            is_plain = kind is Asked.WHY or is_bare(core.shown)
            return Half(
                core.shown, Language.VIETNAMESE, asked=phrase.written_in(Language.VIETNAMESE) if is_plain else phrase
            )
    attribute = wording.ATTRIBUTE.match(core.text)
    if attribute:
        return Half(
            core.shown,
            Language.VIETNAMESE,
            reference=Reference(Pointing.SUBJECT, attribute.end("noun"), attribute.end("noun"), "của"),
        )
    subjectless = wording.SUBJECTLESS.match(core.text)
    if subjectless:
        is_person = subjectless["persons"] or subjectless["persons2"]
        return Half(
            core.shown, Language.VIETNAMESE, reference=Reference(Pointing.SUBJECT, 0, 0, "ai" if is_person else "")
        )
    objectless = wording.OBJECTLESS.match(core.text)
    if objectless:
        end = objectless.end("said") if objectless["said"] else objectless.end("core")
        left_out = Pointing.FACT if objectless["said"] else Pointing.OBJECT
        reference = Reference(left_out, end, end, "tại" if objectless["at"] else "")
        return Half(core.shown[:end], Language.VIETNAMESE, reference=reference)
    return None


def _pointing(core: Typed, before: str) -> Half | None:
    """Return a clause that points back, where nothing before that in the same question can be meant."""
    for reference in _references(core, before):
        ahead = core.part(0, reference.start)
        if named_in(ahead) != _NOTHING or _explains(ahead.text, reference, core):
            return None
        return Half(core.shown, Language.VIETNAMESE, reference=reference)
    return None


def _explains(ahead: str, reference: Reference, core: Typed) -> bool:
    """Return whether what is pointed at stands in the same question: "ai … khi người đó", "nước nào … nước này"."""
    said = core.text[reference.start : reference.end]
    noun = reference.noun or (said.split(" ")[0] if reference.kind is Pointing.THING else "")
    if noun and words(re.escape(noun)).search(ahead):
        return True
    is_second_question = _AND.search(ahead) is not None and find_asked(ahead) is not None
    return is_second_question or (_ANYONE.match(said) is not None and _SOMEONE.search(ahead) is not None)


def _references(core: Typed, before: str) -> list[Reference]:
    text = core.text
    patterns = (
        (Pointing.FACT, wording.FACT),
        (Pointing.PLACE, wording.THERE),
        (Pointing.TIME, wording.THEN),
        (Pointing.PERSONS, wording.PERSONS),
        (Pointing.PERSON, wording.PERSON),
    )
    found = [
        Reference(kind, match.start(), match.end())
        for kind, pattern in patterns
        for match in pattern.finditer(text)
        if _points(core, match)
    ]
    they = wording.THEY.match(core.shown)
    if they and they.group().lower().startswith("họ"):
        found.append(Reference(Pointing.PERSONS, 0, len("họ")))
    it = wording.IT.search(core.shown)
    if it and it.group().lower() == "nó" and text[: it.start()].count(" ") <= _MAX_WORDS_BEFORE_IT:
        found.append(Reference(Pointing.THING, it.start(), it.end()))
    return found or [thing for match in wording.THING.finditer(text) if (thing := _thing(core, match, before))]


def _points(core: Typed, match: re.Match[str]) -> bool:
    """Return whether words typed without marks were meant to point: "noi day" is not always "nơi đây"."""
    shown = core.shown[match.start() : match.end()]
    if match.re.fullmatch(shown) is None:
        return False
    return shown.split(" ")[-1].lower() in _POINTERS


def _thing(core: Typed, match: re.Match[str], before: str) -> Reference | None:
    """Return the reference of "hội nghị này": to a word of the question before, or to a kind of thing."""
    noun = match["noun"]
    start = match.start("noun")
    if wording.NOT_POINTING.search(noun) or not _points(core, match):
        return None
    n_words = noun.count(" ") + 1
    for n_left_out in range(n_words):
        short = noun.split(" ", n_left_out)[-1]
        begin = start + len(noun) - len(short)
        shown = core.shown[begin : begin + len(short)]
        is_said = " " in short and words(re.escape(shown)).search(before) is not None
        if wording.THINGS.fullmatch(short) or is_said:
            return Reference(Pointing.THING, begin, match.end(), shown)
    return None


def _named_anew(core: Typed, before: str, *, is_marked: bool, is_strong: bool) -> Half | None:
    """Return half a question that names another period, place, person or thing.

    ``is_marked`` says that a lead-in or a tail was there, ``is_strong`` that it was one of no other use.
    """
    if not is_marked and core.n_words > _MAX_UNMARKED_WORDS:
        return None
    named = named_in(core)
    if named is None:
        return None
    only_name = named.name if len(named.names) == 1 else None
    half = Half(core.shown, Language.VIETNAMESE, period=named.period, name=only_name)
    rest = _rest(core, named.period, only_name)
    has_place = _is_at_place(core, named.name)
    asked = _asked_beside(rest, before)
    if not rest.text:
        is_sure = is_marked or (named.name is None) != has_place or is_named_instead(named.name, before)
    elif asked is not None:
        half = replace(half, asked=asked.asked)
        is_sure = is_strong or _THEN.search(core.text) is not None or (not named.names if named.period else has_place)
        is_sure = is_sure and not _is_whole(core, named, asked, has_place=has_place, is_marked=is_marked)
    else:
        noun = _rest(core, named.period, only_name if has_place else None)
        half = replace(half, noun=noun.shown, name=only_name if has_place else None)
        is_known = is_strong or _all_in(token_texts(noun.text)[:1], before)
        is_sure = is_marked and is_known and noun.n_words <= _MAX_NOUN_WORDS and not _is_no_noun(noun.shown)
    return half if is_sure else None


def _is_at_place(core: Typed, name: NamePhrase | None) -> bool:
    if name is None or name.kind is not NameKind.PLACE:
        return False
    return _PLACE_PREPOSITION.match(core.text[name.preposition_start :]) is not None


def _is_no_noun(text: str) -> bool:
    """Return whether words are a clause, or tell the order of times, rather than name something."""
    return bool(find_asked(text) or wording.ALTERNATIVE.search(text) or _TIME_ORDER.match(text))


def _is_whole(core: Typed, named: Named, asked: Half, *, has_place: bool, is_marked: bool) -> bool:
    """Return whether what is asked beside what is named makes a whole question: "Nguyễn Văn An là ai"."""
    at = find_asked(core.text)
    if named.name is not None and at is not None and at.start < named.name.start:
        return True  # "còn bao nhiêu ngày nữa đến Tết" names what is asked, not another Tết
    if named.names and not has_place and _THAT_IS.match(asked.text):
        return True
    return not is_marked and not _may_stand_bare(asked)


def _asked_beside(rest: Typed, before: str) -> Half | None:
    """Return what is asked beside what is named anew: "còn ở Huế thì ai chủ trì?" repeats what was asked."""
    asked = _asked_anew(rest)
    if asked is None or (asked.asked is None and not _all_in(token_texts(rest.text), before)):
        return None
    return asked


def _may_stand_bare(half: Half) -> bool:
    """Return whether what is asked needs more to be whole: "năm 2021 ở đâu?", but not "ở Huế có gì?"."""
    if half.asked is None:
        return True
    is_about_something = half.asked.kind in {Asked.WHAT, Asked.HOW} or bool(half.asked.noun)
    return not is_about_something and not _THAT_IS.match(half.text)


def _rest(core: Typed, period: PeriodPhrase | None, name: NamePhrase | None) -> Typed:
    """Return the words beside the period and the name, without those that only link."""
    spans = []
    if period is not None:
        spans.append((_before(core.text, period.start), period.end))
    if name is not None:
        spans.append((name.preposition_start, name.end))
    rest = core.without(*spans)
    is_bare_text = is_bare(core.text)
    before, after = _LINKS_BEFORE[is_bare_text], _LINKS_AFTER[is_bare_text]
    while (shorter := rest.without_start(before).without_end(after)) is not rest:
        rest = shorter
    is_link = before.fullmatch(rest.text) is not None
    return Typed("", "") if is_link else rest


def _before(text: str, start: int) -> int:
    preposition = _PERIOD_PREPOSITION.search(text[:start].rstrip())
    return preposition.start() if preposition else start
