"""Puts the period, place, name or thing of half a question where the question before has one of its kind."""

import re

from retrieval.query.followups.grammars import grammar_of
from retrieval.query.followups.half import Half
from retrieval.query.followups.names import NamePhrase, document_kind, find_names, name_text
from retrieval.query.followups.ordinals import Ordinal, with_ordinal
from retrieval.query.followups.patterns import at_end
from retrieval.query.followups.periods import PeriodPhrase, exchanged, find_periods, preposition
from retrieval.query.language import Language
from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.offices import RANK
from retrieval.text.spelling import fold
from retrieval.text.tokens import tokenise

_ENGLISH_PREPOSITION = re.compile(r"(?<!\w)(?:in|on|at) $", re.IGNORECASE)
_VIETNAMESE_PREPOSITION = at_end("vào|trong|hồi")
# A role, and the body that it is held in, which another role does not keep: "Bí thư Tỉnh ủy", "Chủ tịch UBND".
_ROLE = re.compile(
    rf"(?P<role>(?:phó |thứ )?{RANK})"
    "(?: (?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh|huyện))*",
    re.IGNORECASE,
)
_MAX_EXCHANGED_WORDS = 2


def with_named_anew(half: Half, before: str, language: Language) -> str:
    """Return the question before with what half a question names.

    Args:
        half: Half a question that names something.
        before: The question before, whole.
        language: Its language.
    """
    text = before
    if half.ordinal is not None:
        text = _with_ordinal(half, half.ordinal, text, language)
    if half.noun:
        text = _with_noun(half, text, language)
    if half.name is not None:
        text = _with_name(half, half.name, text, language)
    if half.period is not None:
        text = _with_period(half, half.period, text, language)
    return text


def _with_ordinal(half: Half, new: Ordinal, before: str, language: Language) -> str:
    translated = half.language is not language
    text = with_ordinal(half.text, new, before, language, translated=translated)
    piece = new.written_in(language)
    return text or grammar_of(language).with_concern(
        before, f"the {piece} one" if language is Language.ENGLISH else f"lần {piece}"
    )


def _with_period(half: Half, new: PeriodPhrase, before: str, language: Language) -> str:
    old = _same_kind(new, find_periods(before))
    piece = exchanged(before, old, half.text, new, language, translated=half.language is not language)
    if old is None:
        if language is Language.ENGLISH:
            piece = f"{preposition(piece)}{piece}"
        return grammar_of(language).with_added(before, piece)
    head, tail = before[: old.start], before[old.end :]
    if language is Language.ENGLISH and _ENGLISH_PREPOSITION.search(head):
        head = f"{_ENGLISH_PREPOSITION.sub('', head)}{preposition(piece)}"
    elif new.date is None and language is Language.VIETNAMESE:
        head = f"{_VIETNAMESE_PREPOSITION.sub('', head.rstrip())} " if head.strip() else head
    return f"{head}{piece}{tail}"


def _same_kind(new: PeriodPhrase, periods: list[PeriodPhrase]) -> PeriodPhrase | None:
    """Return the period to exchange: the last one of the same width, else the last."""
    alike = [
        period
        for period in periods
        if new.date is not None and period.date is not None and period.date.precision is new.date.precision
    ]
    found = alike or periods
    return found[-1] if found else None


def _with_name(half: Half, new: NamePhrase, before: str, language: Language) -> str:
    grammar = grammar_of(language)
    old = _name_to_exchange(half, new, before)
    if old is None:
        if new.kind is NameKind.PLACE:
            return grammar.with_added(before, grammar.place_piece(half.text, new))
        return grammar.with_concern(before, name_text(half.text, new, language))
    is_bare = new.start == new.bare_start
    start = old.bare_start if is_bare and _keeps_title(old, new, before, half.text) else old.start
    return f"{before[:start]}{name_text(half.text, new, language)}{before[old.end :]}"


def _keeps_title(old: NamePhrase, new: NamePhrase, before: str, text: str) -> bool:
    """Return whether a name without a title takes the old one's: of venues, and of documents of one kind."""
    if old.kind is NameKind.DOCUMENT:
        return document_kind(before[old.bare_start : old.end]) == document_kind(text[new.bare_start : new.end])
    return old.kind is NameKind.PLACE and fold(before[old.start : old.bare_start]).startswith(("diem", "dau"))


def _name_to_exchange(half: Half, new: NamePhrase, before: str) -> NamePhrase | None:
    """Return the name that the new one stands for: of its kind the last, else the one of no certain kind."""
    names = find_names(before)
    if new.kind is NameKind.DOCUMENT:
        return next((name for name in reversed(names) if name.kind is NameKind.DOCUMENT), None)
    names = [name for name in names if name.kind is not NameKind.DOCUMENT]
    others = [name for name in names if name.kind is NameKind.OTHER]
    if new.kind is NameKind.OTHER:
        is_acronym = half.text[new.start : new.end].isupper()
        alike = [name for name in others if before[name.start : name.end].isupper() == is_acronym]
        return next(iter(alike or others or names), None)
    is_placed = new.kind is NameKind.PLACE and new.preposition_start < new.start
    alike = [name for name in names if name.kind is new.kind] or ([] if is_placed else others)
    return alike[-1] if alike else None


def _with_noun(half: Half, before: str, language: Language) -> str:
    """Return the question with the phrase that begins (in English: ends) as the new one does exchanged."""
    grammar = grammar_of(language)
    if half.language is not language:
        return grammar.with_concern(before, half.noun)
    span = grammar.matching_phrase(before, half.noun)
    if span is not None:
        phrase = before[span[0] : span[1]]
        noun = half.noun if len(tokenise(half.noun)) > 1 or not phrase.lower().startswith(half.noun.lower()) else phrase
        noun = f"{noun[:1].upper()}{noun[1:]}" if span[0] == 0 else noun
        return f"{before[: span[0]]}{noun}{before[span[1] :]}"
    exchanged_role = _with_role(half.noun, before)
    if exchanged_role is not None:
        return exchanged_role
    counted = grammar.with_noun(before, half.noun)
    if counted is not None:
        return counted
    others = [name for name in find_names(before) if name.kind is NameKind.OTHER]
    if len(tokenise(half.noun)) <= _MAX_EXCHANGED_WORDS and len(others) == 1:
        return f"{before[: others[0].start]}{half.noun}{before[others[0].end :]}"
    return grammar.with_concern(before, half.noun)


def _with_role(noun: str, before: str) -> str | None:
    """Return the question with another role, and with its body or country where the new one has its own."""
    old, new = _ROLE.search(before), _ROLE.match(noun)
    if old is None or new is None:
        return None
    end = old.end("role") if new.end("role") == len(noun) else old.end()
    if new.end() < len(noun):
        end = next((name.end for name in find_names(before) if name.start == old.end() + 1), end)
    return f"{before[: old.start()]}{noun}{before[end:]}"
