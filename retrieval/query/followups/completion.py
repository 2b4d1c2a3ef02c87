"""Makes a whole question of half a question and the one before it; whole questions pass untouched.

The rules know the wording of half questions and the shape of whole ones in the two languages, nothing of any subject.
"""

from dataclasses import dataclass, replace

from retrieval.query.conversation import Turn
from retrieval.query.followups import english_half, vietnamese_half
from retrieval.query.followups.asked import Asked
from retrieval.query.followups.cited import article_named, is_the_article, thing_named
from retrieval.query.followups.exchanging import with_named_anew
from retrieval.query.followups.grammars import grammar_of, kind_asked, meaning_in
from retrieval.query.followups.half import Half, Pointing
from retrieval.query.followups.sentence import as_sentence
from retrieval.query.followups.typed import Typed
from retrieval.query.language import Language, told_language

_MAX_BEFORE_CHARS = 400
_MAX_QUESTION_CHARS = 160
_MAX_WORDS_UNSURE = 5
_RECOGNISE = {Language.VIETNAMESE: vietnamese_half.recognise, Language.ENGLISH: english_half.recognise}
# Where these mean nothing that can be found in the question before, they still say that it is gone on with.
_PRONOUNS = frozenset({Pointing.PERSON, Pointing.PERSONS})


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question made whole.

    ``question`` is to be answered, and is in ``language``: where this is a follow-up, that of the question before. The
    reply's own words are in ``reply_language``. ``exclude`` has the passages (public ids) that were shown before, and
    ``given`` what was answered, where the question asks for something else.
    """

    question: str
    is_follow_up: bool
    language: Language
    reply_language: Language
    exclude: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def complete(question: str, previous: Turn | None, understood: str | None = None) -> FollowUp:
    """Return the whole question that half a question stands for after the previous one, or the question as it is.

    Args:
        question: The question as typed, normalised and single-spaced.
        previous: The last turn of the conversation, its question whole.
        understood: The question with marks given back; by default as typed.
    """
    shown = question if understood is None else understood
    told = told_language(question)
    language = told or Language.VIETNAMESE
    alone = FollowUp(shown, is_follow_up=False, language=language, reply_language=language)
    if previous is None or not previous.question.strip() or len(shown) > _MAX_QUESTION_CHARS:
        return alone
    before = previous.question[:_MAX_BEFORE_CHARS]
    typed = Typed.of(question, shown)
    half = _recognised(typed, before, told or previous.language)
    if half is None:
        return alone
    if told is not None:
        told = half.language
    exclude: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    completed, written_in = _resolved(half, before, previous), half.language
    if half.wants_more:
        completed, written_in = previous.question, previous.language
        exclude, given = previous.passages, previous.given
    elif completed is None:
        completed, written_in = _named_or_asked_anew(half, before, previous), previous.language
    return FollowUp(completed, True, written_in, told or previous.language, exclude, given) if completed else alone


def _recognised(typed: Typed, before: str, language: Language) -> Half | None:
    """Return half a question; of few words the language is told badly ("con ronaldo"), so both are tried."""
    half = _RECOGNISE[language](typed, before)
    if half is not None or typed.n_words > _MAX_WORDS_UNSURE:
        return half
    other = Language.ENGLISH if language is Language.VIETNAMESE else Language.VIETNAMESE
    return _RECOGNISE[other](typed, before)


def _resolved(half: Half, before: str, previous: Turn) -> str | None:
    """Return a clause that points back with what it means, or None where it does not or means nothing there."""
    is_translated = half.language is not previous.language
    if half.reference is None:
        return None
    if not (half.text[: half.reference.start].strip() or half.text[half.reference.end :].strip()):
        return None
    title = previous.title
    if title and is_the_article(half, before, previous.language):
        return grammar_of(half.language).resolved(half.text, half.reference, article_named(half, title))
    if is_translated and half.asked is not None:
        return None
    reference = replace(half.reference, noun="") if is_translated else half.reference
    meant = meaning_in(previous.language)(reference, before, previous.answer)
    if not meant and title:
        meant = thing_named(half.reference, title, half.language)
    return grammar_of(half.language).resolved(half.text, half.reference, meant) if meant else None


def _named_or_asked_anew(half: Half, before: str, previous: Turn) -> str | None:
    """Return the question before with what half a question names anew, asks anew, or both."""
    language = previous.language
    grammar = grammar_of(language)
    if half.reference is not None and half.asked is None:
        goes_on = half.reference.kind in _PRONOUNS and half.language is language
        return grammar.with_clause(before, half.text) if goes_on else None
    text = with_named_anew(half, before, language)
    if half.asked is None or (half.asked.kind is kind_asked(before, language) and not half.asked.noun):
        return as_sentence(text)
    asked = half.asked if half.language is language else half.asked.written_in(language)
    if asked.kind is Asked.WHY:
        is_same = text == before
        return grammar.asking_why(text, asked, previous.answer if is_same else None)
    return grammar.asking_instead(text, asked)
