"""Why the articles do not answer: what is asked for and stands in none of the passages on the subject."""

from collections.abc import Sequence

from retrieval.answer.ranking.findings import Finding
from retrieval.answer.reply import Refusal, RefusalReason
from retrieval.answer.texts import refusal_text
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.periods import describe_period

_NUMBERS = frozenset({NameKind.DOCUMENT, NameKind.FIGURE})


def refusal_of(asked: AskedQuestion, findings: Sequence[Finding]) -> Refusal:
    """Return the refusal of ranked findings, at least one: for a missing name, a time, the kind of answer."""
    reason, what = _reason(asked, findings)
    return Refusal(reason, refusal_text(reason, asked.reply_language, what=what, kind=asked.request.type))


def _reason(asked: AskedQuestion, findings: Sequence[Finding]) -> tuple[RefusalReason, str]:
    if asked.exclude:
        return RefusalReason.NOTHING_MORE, ""
    best = findings[0]
    missing = best.lacking
    if missing is not None:
        is_number = missing.kind in _NUMBERS
        reason = RefusalReason.NUMBER_NOT_FOUND if is_number else RefusalReason.NAME_NOT_FOUND
        return reason, _as_written(missing, asked.language)
    if best.dates.excluded:
        periods = ", ".join(describe_period(period, asked.reply_language) for period in asked.periods.constraints)
        return RefusalReason.DATE_NOT_FOUND, periods
    if not best.signals.has_type:
        return RefusalReason.ANSWER_TYPE_NOT_FOUND, ""
    return RefusalReason.LOW_CONFIDENCE, ""


def _as_written(name: AskedName, language: Language) -> str:
    """Return a name as readers write it: of a place or person typed in small letters, with its capitals."""
    is_proper = name.kind in {NameKind.PLACE, NameKind.PERSON}
    return name.variants[0] if is_proper and language is Language.VIETNAMESE else name.text
