"""Takes half an English question apart; a whole question comes back as None.

The marks of half a question are those of the Vietnamese side: a lead-in ("what about"), a pronoun without anything in
the same question that it could mean, or a question word alone.
"""

from dataclasses import replace

from retrieval.query.followups import english_wording as wording
from retrieval.query.followups.asked import AskedPhrase
from retrieval.query.followups.half import Half, Pointing, Reference
from retrieval.query.followups.named import Named, is_named_instead, named_in
from retrieval.query.followups.names import find_names
from retrieval.query.followups.ordinals import ordinal_instead
from retrieval.query.followups.patterns import at_end, at_start
from retrieval.query.followups.typed import Typed
from retrieval.query.language import Language
from retrieval.query.names.asked_name import NameKind
from retrieval.text.tokens import token_texts

_MAX_WORDS = 14
_MAX_NOUN_WORDS = 6
_MAX_UNMARKED_WORDS = 8
# "How many people attended it": more than a noun and a verb before a pronoun is a question with a subject of its own.
_MAX_CONTENT_WORDS_AHEAD = 2
_LINKS_BEFORE = at_start("in|on|at|for|from|of|the|during|with|to|about|by")
_PERIOD_PREPOSITION = at_end("(?:in|on|at|for|from|of|during|by|since)(?: the)?")
# "The 2022 one", "the Da Nang venue": these say no more than the period or the place does.
_SAYS_NO_MORE = at_end("ones?|venue|side|site")
_THAT = at_end("(?:is|was) (?:that|this|it)")
_DETERMINERS = frozenset({"the", "a", "an", "that", "this", "those", "these"})


def recognise(typed: Typed, before: str) -> Half | None:
    """Return what half a question is made of, or None where it stands alone.

    Args:
        typed: The question, normalised and single-spaced.
        before: The whole question before it, to see what it repeats.
    """
    core = typed.without_commas().without_start(wording.FILLERS)
    if not core.text or core.n_words > _MAX_WORDS:
        return None
    strong = core.without_start(wording.STRONG_LEAD)
    led = strong if strong is not core else core.without_start(wording.WEAK_LEAD)
    if _wants_more(led, before):
        return Half(led.shown, Language.ENGLISH, wants_more=True)
    led = led.without_end(wording.TAIL)
    led = led.part(0, -len("'s")) if led.text.endswith(("'s", "’s")) else led
    return (
        _asked_anew(led)
        or _pointing(led, before)
        or _ordinal(led, before, is_marked=led is not core)
        or _named_anew(led, before, is_marked=led is not core, is_strong=strong is not core)
    )


def _ordinal(core: Typed, before: str, *, is_marked: bool) -> Half | None:
    """Return half a question that names the next of several: "the second one?" after one about the first."""
    ordinal = ordinal_instead(core.text, before, Language.ENGLISH, is_marked=is_marked)
    return Half(core.shown, Language.ENGLISH, ordinal=ordinal) if ordinal else None


def _wants_more(core: Typed, before: str) -> bool:
    """Return whether the question before is asked again for others: "who else?", "who else attended?"."""
    if wording.MORE.match(core.text):
        return True
    if not wording.ASKS_MORE.search(core.text):
        return False
    said = token_texts(wording.ADDED_MORE.sub(" ", core.text))
    return len(said) > 1 and set(said) <= set(token_texts(before))


def _asked_anew(core: Typed) -> Half | None:
    for kind, pattern in wording.ASKED:
        match = pattern.match(core.text)
        if match:
            noun = match.groupdict().get("noun") or ""
            if find_names(noun):
                return None
            return Half(core.shown, Language.ENGLISH, asked=AskedPhrase.typed(kind, _THAT.sub("", core.shown), noun))
    for kind, pattern in wording.ASKED_OF_IT:
        if not wording.IT.search(core.text) and (match := pattern.match(core.text)):
            return Half(core.shown, Language.ENGLISH, asked=AskedPhrase(kind, "").written_in(Language.ENGLISH))
    reference = _left_out(core)
    return Half(core.shown, Language.ENGLISH, reference=reference) if reference else None


def _left_out(core: Typed) -> Reference | None:
    """Return where "who chaired?" or "who said that?" leaves out, or only points at, what it is about."""
    end = len(core.text)
    said = wording.SAID.match(core.text)
    if said:
        return Reference(Pointing.FACT, said.end("core"), end)
    if wording.ATTRIBUTE.match(core.text):
        return Reference(Pointing.OBJECT, end, end, "of")
    objectless = wording.OBJECTLESS.match(core.text)
    if objectless:
        named = {name for name, found in objectless.groupdict().items() if found}
        word = {"at": "at", "over": "over", "into": "in", "what": "at"}.get(next(iter(named), ""), "")
        return Reference(Pointing.OBJECT, end, end, word)
    return None


def _pointing(core: Typed, before: str) -> Half | None:
    """Return a question with a pronoun that nothing before it in the same question explains."""
    text = core.text
    if not wording.QUESTION_START.match(text) or wording.EXPLETIVE.search(text):
        return None
    references = _references(text, before)
    if not references:
        return None
    first = min(references, key=lambda reference: reference.start)
    ahead = core.part(0, first.start)
    if named_in(ahead) != Named(None, ()) or _explains(ahead.text, first):
        return None
    asked = next(
        (
            AskedPhrase(kind, "", match.groupdict().get("noun") or "").written_in(Language.ENGLISH)
            for kind, pattern in wording.ASKED_OF_IT
            if (match := pattern.match(text))
        ),
        None,
    )
    return Half(core.shown, Language.ENGLISH, asked=asked, reference=first)


def _references(text: str, before: str) -> list[Reference]:
    """Return the first reference of each kind; "there" only where there is no other."""
    references = [
        Reference(kind, match.start(), match.end(), is_possessive=_is_possessive(text, match.start(), match.end()))
        for kind, pattern in (
            (Pointing.PERSON, wording.PERSON),
            (Pointing.PERSONS, wording.PERSONS),
            (Pointing.TIME, wording.THEN),
            (Pointing.THING, wording.IT),
        )
        if (match := pattern.search(text))
    ]
    thing = wording.THING.search(text)
    noun = (thing["noun"] or thing["article"]) if thing else ""
    noun = "" if wording.NOT_THING.fullmatch(noun) else noun
    if thing and noun and (noun in token_texts(before) or wording.THINGS.fullmatch(noun)):
        references.append(Reference(Pointing.THING, thing.start(), thing.end(), noun))
    there = wording.THERE.search(text)
    if there and not references:
        references.append(Reference(Pointing.PLACE, there.start(), there.end()))
    return references


def _explains(ahead: str, reference: Reference) -> bool:
    """Return whether the words before a pronoun hold what it may mean: a subject after "did", a noun phrase."""
    if wording.NOUN_AHEAD.search(ahead):
        return True
    auxiliary = wording.AUXILIARY.search(ahead)
    if auxiliary and _content(ahead[auxiliary.end() :]):
        return True
    return _content(ahead) > (0 if reference.is_possessive else _MAX_CONTENT_WORDS_AHEAD)


def _content(text: str) -> int:
    return sum(not wording.FUNCTION_WORD.match(word) for word in text.split())


def _is_possessive(text: str, start: int, end: int) -> bool:
    if wording.POSSESSIVE.match(text[start:end]):
        return True
    following = text[end:].split()
    return text[start:end].lower() == "her" and bool(following) and following[0] not in {"in", "at", "on", "for", "to"}


def _named_anew(core: Typed, before: str, *, is_marked: bool, is_strong: bool) -> Half | None:
    """Return half a question that names another period, place, person or thing.

    ``is_marked`` says that a lead-in was there, ``is_strong`` that it was one of no other use ("what about").
    """
    if not is_marked and core.n_words > _MAX_UNMARKED_WORDS:
        return None
    named = named_in(core)
    if named is None or len(named.names) > 1:
        return None
    period, name = named.period, named.name
    half = Half(core.shown, Language.ENGLISH, period=period, name=name)
    spans = [(_before(core.text, period.start), period.end)] if period else []
    name_span = [(name.preposition_start, name.end)] if name else []
    has_preposition = name is not None and name.preposition_start < name.start
    if not _unlinked(core.without(*spans, *name_span)).text:
        return half if is_marked or name is None or has_preposition or is_named_instead(name, before) else None
    is_place = name is not None and name.kind is NameKind.PLACE and has_preposition
    noun = _unlinked(core.without(*spans, *(name_span if is_place else [])))
    if not is_marked or wording.QUESTION_START.match(noun.text) or noun.n_words > _MAX_NOUN_WORDS:
        return None
    if not is_strong and token_texts(noun.text)[-1:] not in [[word] for word in token_texts(before)]:
        return None
    return replace(half, noun=noun.shown, name=name if is_place else None)


def _unlinked(rest: Typed) -> Typed:
    """Return the words without the prepositions and articles before them."""
    while (shorter := rest.without_start(_LINKS_BEFORE)) is not rest:
        rest = shorter
    is_link = rest.text.lower() in _DETERMINERS or any(
        pattern.fullmatch(rest.text) for pattern in (_LINKS_BEFORE, _SAYS_NO_MORE)
    )
    return Typed("", "") if is_link else rest


def _before(text: str, start: int) -> int:
    preposition = _PERIOD_PREPOSITION.search(text[:start].rstrip())
    return preposition.start() if preposition else start
