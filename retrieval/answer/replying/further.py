"""What "who else?" is answered: what was asked for, as surely as before, and nobody who was named already.

Where a question asks on, its best passages were shown and are left out. Those that are left often name a person for
another reason, such as one who spoke, or the same person again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from retrieval.answer.ranking.finding import Finding, with_answer
from retrieval.query.asked import AskedQuestion
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.span import Span
from retrieval.text.spelling import fold
from retrieval.text.tokens import token_texts

_PERSONAL = frozenset({AnswerType.PERSON, AnswerType.PERSONS})
_BETWEEN_NAMES = re.compile(r",| và | cùng (?:với )?| and ")


def with_something_new(findings: Sequence[Finding], asked: AskedQuestion) -> list[Finding]:
    """Return the findings with the first ahead whose answer says what was not said, reduced to that; else as they are.

    Args:
        findings: Best first.
        asked: A question that asks on, with the answers that were given to it.
    """
    for place, finding in enumerate(findings):
        further = _further(finding, asked)
        if further is not None:
            return [further, *findings[:place], *findings[place + 1 :]]
    return list(findings)


def says_nothing_new(finding: Finding, asked: AskedQuestion) -> bool:
    """Return whether a question asks on and the finding repeats what was answered, or names whom nothing ties to it.

    That a person did what is asked for must be said beside the name, or the office asked for be the person's.
    """
    return bool(asked.exclude) and not asked.request.asks_author and _further(finding, asked) is None


def _further(finding: Finding, asked: AskedQuestion) -> Finding | None:
    """Return a finding with only what is new of its answer, None where nothing is, or it cannot answer."""
    if finding.is_out:
        return None
    article, answer = finding.evidence.article.text, finding.answer
    if asked.request.type not in _PERSONAL:
        words = _words(answer.text_of(article))
        return None if any(words in _words(given) for given in asked.given) else finding
    if not answer.is_safe:
        return None
    named = [name for span in answer.spans for name in _names(span, article)]
    further = tuple(name for name in named if not _is_among(name.of(article), asked.given))
    if not further:
        return None
    return finding if len(further) == len(named) else with_answer(finding, replace(answer, spans=further))


def _names(span: Span, article: str) -> Iterator[Span]:
    """Yield the names that stand in one span: two of "Lê An và Vũ Bình"."""
    start = span.start
    for between in [*_BETWEEN_NAMES.finditer(article, span.start, span.end), None]:
        end = span.end if between is None else between.start()
        name = article[start:end]
        if name.strip():
            yield Span(start + len(name) - len(name.lstrip()), end)
        start = span.end if between is None else between.end()


def _is_among(name: str, given: Sequence[str]) -> bool:
    """Return whether a person was named in an answer, with an office ("Chủ tịch Lê An") or without, there or here."""
    words = _words(name)
    parts = [_words(part) for text in given for part in _BETWEEN_NAMES.split(text)]
    return any(words in _words(text) for text in given) or any(part in words for part in parts if part.strip())


def _words(text: str) -> str:
    """Return the words of a text without marks, a space around each, so that "An" is not found in "Lan"."""
    return f" {fold(' '.join(token_texts(text)))} "
