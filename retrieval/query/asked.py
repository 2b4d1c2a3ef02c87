"""All that is understood of a question before anything is looked up, made in one place and handed on as one record."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from retrieval.index.lexical import LexicalIndex
from retrieval.query.conversation import Turn
from retrieval.query.followups import complete
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName
from retrieval.query.names.finding import asked_names
from retrieval.query.names.quoted_article import find_quoted_article
from retrieval.query.periods import AskedPeriods, asked_periods
from retrieval.query.request.answer_type import AnswerRequest, answer_request
from retrieval.query.terms import QuestionTerms, question_terms
from retrieval.query.typed.capitals import with_capitals
from retrieval.query.typed.common_words import common_words
from retrieval.query.typed.understanding import understand


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question, understood.

    ``text`` is the whole question with the letters and marks that were left out, in ``language``; the reply is in
    ``reply_language``. ``restored`` and ``standalone`` are the text where it says more than was typed, else None: the
    latter where half a question was completed from the one before. Passages of ``exclude`` (public ids) were shown
    already, and ``given`` was answered, where something new is asked for. Where ``within`` names articles (ids), the
    question quotes their title: they alone are looked through, and what follows is understood of the rest of it.
    """

    text: str
    language: Language
    reply_language: Language
    restored: str | None
    standalone: str | None
    exclude: tuple[str, ...]
    given: tuple[str, ...]
    within: tuple[str, ...]
    terms: QuestionTerms
    request: AnswerRequest
    periods: AskedPeriods
    names: tuple[AskedName, ...]


def _none(_: str) -> tuple[str, ...]:
    return ()


def analyse(
    question: str,
    previous: Turn | None,
    lexical: LexicalIndex,
    today: dt.date,
    titled: Callable[[str], tuple[str, ...]] = _none,
) -> AskedQuestion:
    """Return what an NFC question on one line asks after ``previous``.

    Args:
        question: The question as typed.
        previous: The last turn of the conversation.
        lexical: The words of the articles.
        today: The day before whose year "last year" was.
        titled: Returns the ids of the articles of a title.
    """

    def is_known(left: str, right: str) -> bool:
        return (left, right) in common_words().pairs or lexical.folded.has_pair(left, right)

    understood = understand(question, lexical)
    whole = complete(understood.letters, previous, understood.text)
    text, language = whole.question, whole.language
    typed = text if whole.is_follow_up else understood.letters
    request = answer_request(text, language, restored=understood.typed_bare)
    looked_up = text
    # A byline or a day of publication is asked of the article itself, by its title.
    quoted = None if request.asks_author or request.asks_published else find_quoted_article(text, language)
    within = titled(quoted.title) if quoted is not None else ()
    if quoted is not None and within:
        looked_up = typed = quoted.rest
        request = answer_request(looked_up, language, restored=understood.typed_bare)
    return AskedQuestion(
        text=text,
        language=language,
        reply_language=whole.reply_language,
        restored=text if text.lower() != question.lower() and not whole.is_follow_up else None,
        standalone=text if whole.is_follow_up else None,
        exclude=whole.exclude,
        given=whole.given,
        within=within,
        terms=question_terms(
            looked_up, language, with_capitals(looked_up, lexical.names), restored=understood.typed_bare
        ),
        request=request,
        periods=asked_periods(typed, language, today),
        names=asked_names(typed, looked_up, language, lexical.names, is_known),
    )
