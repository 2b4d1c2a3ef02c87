"""Which questions went wrong, and how: every question that did is in one group, that of its worst fault."""

from collections.abc import Sequence
from enum import StrEnum

from retrieval.evaluation.answer_text import MAX_EXTRA_WORDS
from retrieval.evaluation.question_result import QuestionResult


class Fault(StrEnum):
    """What went wrong, the worst first, as the report says it."""

    ANSWERED_WITHOUT_ANSWER = "Answered, though the articles hold no answer"
    REFUSED_WITH_ANSWER = "Refused, though the articles hold the answer"
    NOT_IN_EXCERPTS = "The answer stands in none of the first three excerpts"
    NOT_IN_ANSWER = "The answer stands in the excerpts, but the answer given does not hold it"
    TOO_LONG = f"The answer given holds what was asked, among more than {MAX_EXTRA_WORDS} other words"


def fault_of(result: QuestionResult) -> Fault | None:
    """Return what went wrong with a question, None where nothing did."""
    if result.scores is None:
        return None if result.refused else Fault.ANSWERED_WITHOUT_ANSWER
    if result.refused:
        return Fault.REFUSED_WITH_ANSWER
    if not result.scores.answer_in_excerpt_at_3:
        return Fault.NOT_IN_EXCERPTS
    if not result.scores.answer_holds_all:
        return Fault.NOT_IN_ANSWER
    return None if result.scores.concise else Fault.TOO_LONG


def faulty(results: Sequence[QuestionResult]) -> dict[Fault, list[QuestionResult]]:
    """Return the results with each fault that there is, the worst fault first.

    Within one, the most surprising question comes first: what was answered by falling confidence, what was refused by
    rising confidence.
    """
    groups: dict[Fault, list[QuestionResult]] = {fault: [] for fault in Fault}
    for result in results:
        fault = fault_of(result)
        if fault is not None:
            groups[fault].append(result)
    for fault, group in groups.items():
        group.sort(key=lambda result: result.confidence, reverse=fault is not Fault.REFUSED_WITH_ANSWER)
    return {fault: group for fault, group in groups.items() if group}
