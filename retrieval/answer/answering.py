"""From an understood question to a reply, inside one snapshot: search, rank, choose, and answer or refuse."""

from collections.abc import Sequence

from retrieval.answer.confidence.confidence import Clues, ConfidenceModel, clues_of
from retrieval.answer.evidence.coverage import term_weights
from retrieval.answer.evidence.evidence import rows_of, without_passages
from retrieval.answer.evidence.search import find_passages, question_vector
from retrieval.answer.library import Library
from retrieval.answer.ranking.finding import Finding
from retrieval.answer.ranking.findings import rank_findings
from retrieval.answer.reply import Analysis, Answer, Refusal, RefusalReason, Reply, Status
from retrieval.answer.replying.alternatives import find_alternatives
from retrieval.answer.replying.bylines import answers_with_byline, find_byline, lacks_byline
from retrieval.answer.replying.citing import cite
from retrieval.answer.replying.further import says_nothing_new, with_something_new
from retrieval.answer.replying.publication import lacks_publication
from retrieval.answer.replying.refusing import refusal_of
from retrieval.answer.replying.speakers import find_speaker
from retrieval.answer.texts import refusal_text
from retrieval.query.asked import AskedQuestion
from retrieval.query.language import Language

# Citations skip copies: this many more passages than asked for are looked through.
SPARE = 3


def find(asked: AskedQuestion, library: Library, top: int) -> list[Finding]:
    """Return the passages that ``top`` citations are taken from, examined, best first."""
    snapshot = library.snapshot
    weights = term_weights(asked.terms, snapshot.lexical)
    query = question_vector(asked.terms, library.encoder)
    within = rows_of(asked.within, snapshot, library.store) if asked.within else None
    hits = find_passages(query, asked.terms, snapshot.dense, snapshot.lexical, within)
    hits = without_passages(hits, asked.exclude, snapshot, library.store)
    findings = rank_findings(asked, hits, weights, library, top + SPARE)
    if asked.request.asks_author:
        return find_byline(findings, asked, weights, library)
    # Somebody whom only an office or "ông" in the sentence means is too unsure to be one more.
    return with_something_new(findings, asked) if asked.exclude else find_speaker(findings, library)


def reply_to(
    asked: AskedQuestion, findings: Sequence[Finding], model: ConfidenceModel, clues: Clues | None, top: int
) -> Reply:
    """Return the reply that the findings give; ``clues`` are None where there is no finding."""
    language = asked.reply_language
    analysis = Analysis(
        restored=asked.restored,
        standalone=asked.standalone,
        dates=asked.periods.labels,
        names=tuple(name.text for name in asked.names),
        answer_type=asked.request.type.value,
    )
    if not findings or clues is None:
        return refused(language, RefusalReason.NOTHING_MORE if asked.exclude else RefusalReason.NOTHING_FOUND, analysis)
    best = findings[0]
    regression = model.of(asked.language, is_whole=not best.is_of_news)
    confidence = regression.probability(clues)
    citations = cite(findings, top)
    is_unanswered = cannot_answer(asked, best, clues)
    is_likely = confidence >= regression.min_confidence
    if is_unanswered or not is_likely:
        if is_unanswered:
            confidence = min(confidence, regression.min_confidence / 2)
        refusal = refusal_of(asked, findings, is_likely=is_likely)
        return Reply("", language, Status.REFUSED, confidence, None, refusal, citations, analysis)
    # Other articles' answers to "who wrote this" would be other persons of theirs.
    is_byline = answers_with_byline(asked, best)
    alternatives = () if is_byline else find_alternatives(findings, asked.request.type, language)
    answer = Answer(best.answer_text)
    return Reply(
        "", language, Status.ANSWERED, confidence, answer, None, citations, analysis, alternatives=alternatives
    )


def cannot_answer(asked: AskedQuestion, best: Finding, clues: Clues) -> bool:
    """Return whether a question is refused whatever the confidence in the best finding.

    What the question names must be in the evidence, its time and its venue must be the answer's, a time of day, a
    telephone number, an author or a day of publication asked for must stand in the text, and some word of the question
    in an article; what is asked on for must be new.
    """
    return (
        best.is_out
        or best.is_of_another_venue
        or best.lacks_form
        or clues.unknown >= 1
        or lacks_byline(asked, best)
        or lacks_publication(asked, best)
        or says_nothing_new(best, asked)
    )


def clues_for(asked: AskedQuestion, findings: Sequence[Finding], library: Library) -> Clues | None:
    """Return what tells whether the findings answer, None where there is none."""
    return clues_of(asked, findings, library.snapshot.lexical) if findings else None


def refused(language: Language, reason: RefusalReason, analysis: Analysis | None = None) -> Reply:
    """Return a refusal without citations."""
    refusal = Refusal(reason, refusal_text(reason, language))
    return Reply("", language, Status.REFUSED, 0.0, None, refusal, (), analysis or Analysis())
