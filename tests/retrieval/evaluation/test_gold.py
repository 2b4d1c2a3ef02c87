"""Gold questions: both styles, what is wrong with a file, and what changes its digest."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from retrieval.evaluation.gold import AnswerRule, GoldError, Question, digest, read_questions, without_marks

DOCS = {"id": "q1", "lang": "vi", "kind": "who", "question": "Ai chủ trì?", "docs": ["b", "a"], "answers": ["X", "Y"]}
SQUAD = {"id": "q2", "question": "Ở đâu?", "article_id": "c", "answers": ["Huế"]}
REFUSED = {"id": "q3", "lang": "en", "kind": "refuse", "question": "Why?", "docs": [], "answers": []}


def _write(tmp_path: Path, *rows: dict[str, Any] | str) -> Path:
    path = tmp_path / "gold.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_both_styles_and_a_question_without_answer_are_read(tmp_path: Path) -> None:
    assert read_questions(_write(tmp_path, DOCS, "", SQUAD, REFUSED)) == [
        Question("q1", "gold.jsonl", "Ai chủ trì?", frozenset({"a", "b"}), ("X", "Y"), AnswerRule.ALL, "vi", "who"),
        Question("q2", "gold.jsonl", "Ở đâu?", frozenset({"c"}), ("Huế",), AnswerRule.ANY),
        Question("q3", "gold.jsonl", "Why?", frozenset(), (), AnswerRule.ALL, "en", "refuse"),
    ]


def test_empty_docs_of_any_kind_mean_that_there_is_no_answer(tmp_path: Path) -> None:
    [question] = read_questions(_write(tmp_path, {"id": 5, "question": "q", "kind": "who", "docs": [], "answers": []}))
    assert (question.id, question.is_answerable) == ("5", False)


def test_answers_of_several_articles_may_be_alternatives(tmp_path: Path) -> None:
    [question] = read_questions(_write(tmp_path, {**DOCS, "rule": "any"}))
    assert (question.articles, question.rule) == (frozenset({"a", "b"}), AnswerRule.ANY)


def test_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(SQUAD).encode() + b"\r\n" + json.dumps(REFUSED).encode() + b"\r\n")
    assert [question.id for question in read_questions(path)] == ["q2", "q3"]


def test_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    [question] = read_questions(_write(tmp_path, {**SQUAD, "question": "Ở\u2028đâu?"}))
    assert question.text == "Ở\u2028đâu?"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"line 2 is not JSON \(column 2"),
        ("[1]", "line 2 is JSON but not an object"),
        ('{"id": ' + "9" * 5000 + "}", "line 2 is not JSON that can be read"),
        ({**SQUAD, "id": None}, 'line 2 has no "id"'),
        ({**SQUAD, "id": True}, 'line 2 has a wrong "id"'),
        ({**SQUAD, "question": " \u200b"}, 'line 2 has no "question"'),
        ({**SQUAD, "question": ["x"]}, 'line 2 has a wrong "question"'),
        ({**DOCS, "id": "q", "rule": "some"}, 'line 2 has a wrong "rule"'),
        ({**SQUAD, "docs": ["c"]}, 'line 2 has both "docs" and "article_id"'),
        ({"id": "q", "question": "x", "answers": ["y"]}, "line 2 names no article"),
        ({**DOCS, "docs": "a", "id": "q"}, 'line 2 has "docs" that is not a list'),
        ({**DOCS, "docs": [""], "id": "q"}, 'line 2 has "docs" that is not a list of texts, none of them blank'),
        ({**SQUAD, "answers": [308]}, 'line 2 has "answers" that is not a list'),
        ({**SQUAD, "answers": []}, "line 2 names articles but no answer"),
        ({**REFUSED, "answers": ["x"]}, "line 2 has answers but no article"),
        ({**REFUSED, "docs": ["a"], "answers": ["x"]}, 'line 2 is of kind "refuse" but names articles'),
        ({**SQUAD, "lang": 3}, 'line 2 has a wrong "lang"'),
        (DOCS, "line 2 has the id 'q1' of an earlier line"),
    ],
)
def test_a_bad_line_is_named_with_file_and_number(tmp_path: Path, line: dict[str, Any] | str, message: str) -> None:
    with pytest.raises(GoldError, match=rf"gold\.jsonl {message}"):
        read_questions(_write(tmp_path, DOCS, line))


def test_a_file_without_questions_missing_or_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.jsonl holds no question"):
        read_questions(_write(tmp_path, "", " "))
    with pytest.raises(GoldError, match=r"none\.jsonl cannot be read"):
        read_questions(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(GoldError, match=r"latin\.jsonl is not UTF-8 at byte 8"):
        read_questions(tmp_path / "latin.jsonl")


def test_digest_is_the_same_for_other_order_layout_and_normal_form(tmp_path: Path) -> None:
    expected = digest(read_questions(_write(tmp_path, DOCS, SQUAD)))
    turned = {key: DOCS[key] for key in reversed(DOCS)} | {"docs": ["a", "b"]}
    decomposed = unicodedata.normalize("NFD", json.dumps(SQUAD, ensure_ascii=False))
    assert digest(read_questions(_write(tmp_path, decomposed, json.dumps(turned, indent=None)))) == expected


@pytest.mark.parametrize(
    "change", [{"question": "Ai?"}, {"docs": ["a"]}, {"answers": ["X"]}, {"kind": "what"}, {"lang": "en"}, {"id": "q"}]
)
def test_digest_changes_with_what_is_asked_or_expected(tmp_path: Path, change: dict[str, Any]) -> None:
    before = digest(read_questions(_write(tmp_path, DOCS)))
    assert digest(read_questions(_write(tmp_path, {**DOCS, **change}))) != before


def test_digest_changes_with_the_answer_rule(tmp_path: Path) -> None:
    all_of_them = {**SQUAD, "docs": ["c"], "article_id": None}
    before = digest(read_questions(_write(tmp_path, SQUAD)))
    assert digest(read_questions(_write(tmp_path, all_of_them))) != before


def test_without_marks_folds_the_question_and_keeps_the_answers(tmp_path: Path) -> None:
    nfd = {**SQUAD, "question": unicodedata.normalize("NFD", "Ở Đà Nẵng?")}
    [question] = without_marks(read_questions(_write(tmp_path, nfd)))
    assert (question.text, question.answers) == ("o da nang?", ("Huế",))
