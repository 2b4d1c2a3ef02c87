"""Why the articles do not answer: what is asked for and stands in none of the passages on the subject."""

from collections.abc import Sequence

from retrieval.answer.ranking.findings import ANSWERED, Finding
from retrieval.answer.reply import Refusal, RefusalReason
from retrieval.answer.replying.bylines import answers_with_byline, lacks_byline
from retrieval.answer.texts import refusal_text
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.periods import describe_period

_NUMBERS = frozenset({NameKind.DOCUMENT, NameKind.FIGURE})


def refusal_of(asked: AskedQuestion, findings: Sequence[Finding], *, is_likely: bool) -> Refusal:
    """Return the refusal of ranked findings, at least one: for a missing name, a time, a byline, the kind of answer.

    ``is_likely`` says that the confidence would have been enough: only then is the best article the one asked about.
    """
    reason, what = _reason(asked, findings, is_likely)
    return Refusal(reason, refusal_text(reason, asked.reply_language, what=what, kind=asked.request.type))


def _reason(asked: AskedQuestion, findings: Sequence[Finding], is_likely: bool) -> tuple[RefusalReason, str]:
    if asked.exclude:
        return RefusalReason.NOTHING_MORE, ""
    best = findings[0]
    # An article of the subject that lacks what is named says more than one that lacks nothing and is about another.
    nearest = best if is_likely else max(findings[:ANSWERED], key=lambda finding: finding.score)
    missing = nearest.lacking
    if missing is not None:
        is_number = missing.kind in _NUMBERS
        reason = RefusalReason.NUMBER_NOT_FOUND if is_number else RefusalReason.NAME_NOT_FOUND
        return reason, _as_written(missing, asked.language)
    if nearest.dates.excluded:
        periods = ", ".join(describe_period(period, asked.reply_language) for period in asked.periods.constraints)
        return RefusalReason.DATE_NOT_FOUND, periods
    if is_likely and lacks_byline(asked, best):
        return RefusalReason.BYLINE_NOT_FOUND, best.evidence.article.author or ""
    # Of an author, "nobody is named" would be said of an article that is not the one asked about.
    if best.signals.has_type or lacks_byline(asked, best) or answers_with_byline(asked, best):
        return RefusalReason.LOW_CONFIDENCE, ""
    return RefusalReason.ANSWER_TYPE_NOT_FOUND, ""


def _as_written(name: AskedName, language: Language) -> str:
    """Return a name as readers write it: of a place or person typed in small letters, with its capitals."""
    is_proper = name.kind in {NameKind.PLACE, NameKind.PERSON}
    return name.variants[0] if is_proper and language is Language.VIETNAMESE else name.text
