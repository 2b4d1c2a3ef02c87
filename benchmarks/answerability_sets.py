"""Questions without an answer, made from questions with one: what answers them is left out of the corpus.

Two ways. ``leave_out`` takes whole titles out of an encyclopedia's passages, so that no neighbour of a passage answers
in its place. ``who`` takes, of texts that were found for a question on the web, those that answer it; the others, about
the same people and things, stay, which makes it far harder. Both are functions of their rows alone: the same rows give
the same set on every machine.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retrieval.evaluation.gold import REFUSE, AnswerRule, Question
from retrieval.query.language import detect_language

Row = Mapping[str, Any]

CORPUS_FILE = "corpus.jsonl"
QUESTIONS_FILE = "questions.jsonl"


class SetError(Exception):
    """A file of rows cannot make a set; the message names it and the mend."""


@dataclass(frozen=True, slots=True)
class AnswerabilitySet:
    """A corpus and questions over it, as lines of the project's own formats."""

    corpus: tuple[Row, ...]
    questions: tuple[Row, ...]

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write corpus.jsonl and questions.jsonl into the folder, where they differ, and return their paths."""
        folder.mkdir(parents=True, exist_ok=True)
        paths = folder / CORPUS_FILE, folder / QUESTIONS_FILE
        for path, rows in zip(paths, (self.corpus, self.questions), strict=True):
            content = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                path.write_text(content, encoding="utf-8")
        return paths


def read_rows(path: Path, *fields: str) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines, each of which must have the fields.

    Raises:
        SetError: the file cannot be read, or a line is no such object.
    """
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path} cannot be read ({error}): name a file of JSON lines in UTF-8") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise SetError(f"{path} line {number} is not JSON: write one object a line") from error
        if not isinstance(row, dict) or not all(field in row for field in fields):
            raise SetError(f"{path} line {number} has not all of {', '.join(fields)}: give each line all of them")
        rows.append(row)
    return rows


def leave_out(
    articles: Sequence[Row],
    questions: Sequence[Question],
    n: int,
    *,
    keep_unasked: bool = False,
    other_half: bool = False,
) -> AnswerabilitySet:
    """Return the articles of half the titles, and up to ``n`` questions on them and ``n`` on the other titles.

    Articles of one ``title`` stay or go together; one without a title is its own. Titles with most questions are dealt
    out first, each to the half that has fewer, so that both halves have about as many. Where a half has more than
    ``n`` questions, a digest of their ids draws. With ``keep_unasked`` the titles that nothing is asked about all stay,
    which is harder, since more is left to be mistaken for an answer; ``other_half`` keeps the half that goes otherwise.
    """
    titles = {str(row["id"]): str(row.get("title") or row["id"]) for row in articles}
    answerable = [question for question in questions if question.is_answerable and question.articles <= titles.keys()]
    asked = {question.id: {titles[article_id] for article_id in question.articles} for question in answerable}
    halves, unasked = _halves(titles.values(), asked.values())
    kept = halves[other_half] | (unasked[0] | unasked[1] if keep_unasked else unasked[other_half])
    with_answer = _draw([question for question in answerable if asked[question.id] & kept], n)
    without_answer = _draw([question for question in answerable if not asked[question.id] & kept], n)
    stays = {article_id for article_id, title in titles.items() if title in kept}
    drawn = {question.id for question in (*with_answer, *without_answer)}
    return AnswerabilitySet(
        tuple(row for row in articles if str(row["id"]) in stays),
        tuple(_as_row(question, question.articles & stays) for question in answerable if question.id in drawn),
    )


def _halves(titles: Iterable[str], asked: Iterable[set[str]]) -> tuple[list[set[str]], list[set[str]]]:
    """Return the two halves of the titles that are asked about, and two of those that are not."""
    n_questions = dict.fromkeys(titles, 0)
    for named in asked:
        for title in named:
            n_questions[title] += 1
    ordered = sorted(n_questions, key=lambda title: (-n_questions[title], _digest(title)))
    halves: list[set[str]] = [set(), set()]
    sizes = [0, 0]
    for title in (title for title in ordered if n_questions[title]):
        half = sizes.index(min(sizes))
        halves[half].add(title)
        sizes[half] += n_questions[title]
    rest = [title for title in ordered if not n_questions[title]]
    return halves, [set(rest[::2]), set(rest[1::2])]


def _draw(questions: Sequence[Question], n: int) -> list[Question]:
    return sorted(questions, key=lambda question: _digest(question.id))[:n]


def who(pairs: Sequence[Row]) -> AnswerabilitySet:
    """Return the texts of all questions, but of every second question without those that answer it.

    Every second of those, by first appearance, that have both kinds of text. Equal texts are one article. A question
    has an answer where the corpus has a text that answers it: seldom one stays, since another question has it too.
    """
    by_question: dict[str, list[Row]] = {}
    for pair in pairs:
        by_question.setdefault(pair["question"], []).append(pair)
    both = [text for text, rows in by_question.items() if len({bool(row["answerable"]) for row in rows}) > 1]
    bereft = set(both[1::2])
    stays = [pair for pair in pairs if pair["question"] not in bereft or not pair["answerable"]]
    ids = {text: f"who-{number:05}" for number, text in enumerate(dict.fromkeys(pair["text"] for pair in stays), 1)}
    return AnswerabilitySet(
        tuple({"id": article_id, "text": text} for text, article_id in ids.items()),
        tuple(_question_of_pairs(rows, ids) for rows in by_question.values()),
    )


def _question_of_pairs(rows: Sequence[Row], ids: Mapping[str, str]) -> Row:
    answering = [row for row in rows if row["answerable"] and row["text"] in ids]
    question = Question(
        id=rows[0]["id"],
        file="",
        text=rows[0]["question"],
        articles=frozenset(ids[row["text"]] for row in answering),
        answers=tuple(dict.fromkeys(answer for row in answering for answer in row["answers"])),
        rule=AnswerRule.ANY,
    )
    return _as_row(question, question.articles)


def _as_row(question: Question, articles: Iterable[str]) -> Row:
    """Return a question over the articles that are left, as a line of gold; without one it is of kind refuse."""
    docs = sorted(articles)
    row: dict[str, Any] = {
        "id": question.id,
        "lang": question.language or detect_language(question.text).value,
        "kind": (question.kind or "answer") if docs else REFUSE,
        "question": question.text,
        "docs": docs,
        "answers": list(question.answers) if docs else [],
    }
    return row | {"rule": question.rule.value} if docs else row


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
