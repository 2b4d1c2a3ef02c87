"""Gold questions: read from JSON lines, checked line by line, and digested so that a figure names what it was taken on.

Two styles of gold exist. ``docs`` (this project's own) lists every article that answers, and expects every one of the
``answers``. ``article_id`` (SQuAD and its kin) names the one article that was asked about, and the ``answers`` are
alternatives; ``"rule": "any"`` makes them alternatives in the first style too. A question of kind "refuse", or with
empty ``docs``, has no answer in the articles.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from retrieval.errors import RetrievalError
from retrieval.text.normal import normalise
from retrieval.text.spelling import fold

REFUSE = "refuse"
_UTF_8_MARK = "\ufeff"


class GoldError(RetrievalError):
    """A file of gold questions cannot be read; the message names file and line and says what would mend it."""


class _LineError(Exception):
    """What is wrong with a line, and the mend; the reader adds file and number."""


class AnswerRule(StrEnum):
    """Which of a question's answers must be found."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Question:
    """One gold question; ``articles`` is empty where the articles have no answer. Ids are unique within a file.

    ``text`` is as written, so that what the engine makes of odd code points is measured too; all else is in NFC.
    """

    id: str
    file: str
    text: str
    articles: frozenset[str]
    answers: tuple[str, ...]
    rule: AnswerRule
    language: str | None = None
    kind: str | None = None

    @property
    def is_answerable(self) -> bool:
        """Return whether the articles have an answer."""
        return bool(self.articles)


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file, in order; blank lines are passed over.

    Raises:
        GoldError: the file cannot be read, a line is not a whole question, an id stands twice, or there is none.
    """
    try:
        content = path.read_text(encoding="utf-8").removeprefix(_UTF_8_MARK)
    except OSError as error:
        raise GoldError(f"{path} cannot be read ({error.strerror}): name a .jsonl file of questions") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    questions: dict[str, Question] = {}
    # Not splitlines(): a JSON string may hold U+2028, which that would break.
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            question = _question(line, path.name)
        except _LineError as error:
            raise GoldError(f"{path} line {number} {error}") from error
        if question.id in questions:
            raise GoldError(f"{path} line {number} has the id {question.id!r} of an earlier line: give it its own")
        questions[question.id] = question
    if not questions:
        raise GoldError(f"{path} holds no question: write one JSON object a line")
    return list(questions.values())


def without_marks(questions: Iterable[Question]) -> list[Question]:
    """Return the questions as typed without a Vietnamese keyboard; answers keep their marks."""
    return [replace(question, text=fold(normalise(question.text))) for question in questions]


def digest(questions: Sequence[Question]) -> str:
    """Return the SHA-256, in hex, of what the questions ask and expect.

    Neither their order nor the names of their files nor the layout of the JSON counts.
    """
    rows = [
        [
            question.id,
            normalise(question.text),
            sorted(question.articles),
            question.answers,
            question.rule,
            question.language,
            question.kind,
        ]
        for question in questions
    ]
    rows.sort(key=lambda row: json.dumps(row, ensure_ascii=False))
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _question(line: str, file: str) -> Question:
    """Return the question of one line; or raise _LineError."""
    fields = _fields(line)
    kind = _text(fields, "kind", required=False)
    articles, rule = _articles(fields)
    answers = _texts(fields, "answers")
    if kind == REFUSE and articles:
        raise _LineError(f'is of kind "{REFUSE}" but names articles: leave "docs" empty or change the kind')
    if articles and not answers:
        raise _LineError('names articles but no answer: fill "answers"')
    if answers and not articles:
        raise _LineError('has answers but no article: fill "docs", or empty "answers"')
    return Question(
        id=_text(fields, "id") or "",
        file=file,
        text=fields["question"] if _text(fields, "question") else "",
        articles=articles,
        answers=answers,
        rule=rule,
        language=_text(fields, "lang", required=False),
        kind=kind,
    )


def _fields(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise _LineError(f"is not JSON (column {error.colno}: {error.msg.lower()}): write one object") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested beyond reason
        raise _LineError("is not JSON that can be read: write one plain object") from error
    if not isinstance(fields, dict):
        raise _LineError('is JSON but not an object: write {"id": …, "question": …, "docs": […], "answers": […]}')
    return fields


def _articles(fields: dict[str, Any]) -> tuple[frozenset[str], AnswerRule]:
    """Return the gold articles, and how the answers count: the style of the gold decides."""
    if fields.get("docs") is not None and fields.get("article_id") is not None:
        raise _LineError('has both "docs" and "article_id": keep one')
    if fields.get("article_id") is not None:
        return frozenset({_text(fields, "article_id") or ""}), AnswerRule.ANY
    if fields.get("docs") is None and fields.get("kind") != REFUSE:
        raise _LineError('names no article: give it "docs" (a list) or "article_id"; for no answer, "docs": []')
    return frozenset(_texts(fields, "docs")), _rule(fields)


def _rule(fields: dict[str, Any]) -> AnswerRule:
    """Return how several answers count, which a line of this project's own style may say."""
    value = fields.get("rule", AnswerRule.ALL)
    if value not in tuple(AnswerRule):
        raise _LineError(f'has a wrong "rule": give "{AnswerRule.ALL}" (the default) or "{AnswerRule.ANY}"')
    return AnswerRule(value)


def _text(fields: dict[str, Any], name: str, *, required: bool = True) -> str | None:
    """Return a field as NFC text without blank ends; only a field that is not required may be missing."""
    value = fields.get(name)
    if name in {"id", "article_id"} and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None and not required:
        return None
    text = normalise(value).strip() if isinstance(value, str) else ""
    if not text:
        problem = "has no" if value is None or isinstance(value, str) else "has a wrong"
        raise _LineError(f'{problem} "{name}": give it a text that is not blank')
    return text


def _texts(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return a field that is a list of texts; missing counts as empty."""
    values = fields.get(name)
    if values is None:
        return ()
    is_list = isinstance(values, list) and all(isinstance(value, str) for value in values)
    texts = tuple(normalise(value).strip() for value in values) if is_list else ("",)
    if not all(texts):
        raise _LineError(f'has "{name}" that is not a list of texts, none of them blank: write ["…", "…"]')
    return texts
