"""Why the articles do not answer: what is asked for and stands in none of the passages on the subject."""

from collections.abc import Sequence

from retrieval.answer.dates.rules import Ground
from retrieval.answer.ranking.finding import Finding
from retrieval.answer.ranking.findings import ANSWERED
from retrieval.answer.reply import Refusal, RefusalReason
from retrieval.answer.replying.bylines import answers_with_byline, lacks_byline
from retrieval.answer.replying.publication import lacks_publication
from retrieval.answer.texts import format_date, refusal_text
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.figures import written_sign
from retrieval.query.periods import Role, describe_period

# Of an event: its own date and the time that it reviews are more than that.
_ONLY_MENTIONED = frozenset({Ground.SENTENCE, Ground.PASSAGE, Ground.ARTICLE, Ground.NEUTRAL, Ground.OTHER})
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
        return reason, _as_written(missing, asked)
    if nearest.dates.excluded or (not is_likely and _is_of_another_time(asked, best)):
        periods = ", ".join(describe_period(period, asked.reply_language) for period in asked.periods.constraints)
        return RefusalReason.DATE_NOT_FOUND, periods
    outside = _told_outside_the_text(asked, best) if is_likely else None
    if outside is not None:
        return outside
    # Of an author, "nobody is named" would be said of an article that is not the one asked about.
    if best.signals.has_type or lacks_byline(asked, best) or answers_with_byline(asked, best):
        return RefusalReason.LOW_CONFIDENCE, ""
    return RefusalReason.ANSWER_TYPE_NOT_FOUND, ""


def _told_outside_the_text(asked: AskedQuestion, best: Finding) -> tuple[RefusalReason, str] | None:
    """Return the reason where an author or a day of publication is asked for that only the article's data has."""
    article = best.evidence.article
    if lacks_byline(asked, best):
        return RefusalReason.BYLINE_NOT_FOUND, article.author or ""
    if lacks_publication(asked, best):
        day = format_date(article.published, asked.reply_language) if article.published else ""
        return RefusalReason.PUBLICATION_NOT_FOUND, day
    return None


def _is_of_another_time(asked: AskedQuestion, best: Finding) -> bool:
    """Return whether an article only mentions the time at which what is asked about was held."""
    is_held = any(period.role is Role.HELD for period in asked.periods.constraints)
    return is_held and best.dates.ground in _ONLY_MENTIONED


def _as_written(name: AskedName, asked: AskedQuestion) -> str:
    """Return a name as readers write it, however it was typed.

    A place or a person gets its capitals, for Vietnamese readers also its marks; a document's sign its capitals.
    """
    if name.kind is NameKind.DOCUMENT:
        return written_sign(name.text)
    if name.kind not in {NameKind.PLACE, NameKind.PERSON}:
        return name.text
    written = name.variants[0] if Language.VIETNAMESE in {asked.language, asked.reply_language} else name.text
    return written.title() if written.islower() else written
