"""Sets of questions without an answer: what stays, what goes, what counts as answerable; and the command that asks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import answerability
from benchmarks.answerability_sets import SetError, leave_out, read_rows, who
from retrieval.evaluation.gold import AnswerRule, Question, read_questions
from tests.support.encoders import CountingEncoder

ARTICLES = [
    {"id": f"{title}-{number}", "title": title, "text": f"{title} có {number} đội bóng. Mưa lũ ở {title}."}
    for title in ("Huế", "Vinh", "Pleiku", "Sa Pa", "Lào Cai")
    for number in (1, 2)
]


def _question(article_id: str, number: int = 0) -> Question:
    text = f"Có bao nhiêu đội bóng ở nơi này {number}?"
    return Question(f"{article_id}/{number}", "gold.jsonl", text, frozenset({article_id}), ("1", "2"), AnswerRule.ANY)


# Three questions on Huế, two on Vinh, one on Pleiku, none on the others.
QUESTIONS = [
    *(_question("Huế-1", number) for number in range(3)),
    *(_question("Vinh-2", number) for number in range(2)),
    _question("Pleiku-1"),
]


def _titles(corpus: Sequence[Mapping[str, Any]]) -> set[str]:
    return {row["title"] for row in corpus}


def test_titles_stay_or_go_together_and_questions_know_which() -> None:
    made = leave_out(ARTICLES, QUESTIONS, 100)
    assert len(made.corpus) == 2 * len(_titles(made.corpus))
    # Huế with three questions against Vinh and Pleiku with three.
    assert _titles(made.corpus) & {"Huế", "Vinh", "Pleiku"} == {"Huế"}
    assert [(row["id"], row["kind"], row["docs"]) for row in made.questions] == [
        *((f"Huế-1/{number}", "answer", ["Huế-1"]) for number in range(3)),
        *((f"Vinh-2/{number}", "refuse", []) for number in range(2)),
        ("Pleiku-1/0", "refuse", []),
    ]


def test_the_other_half_is_what_was_left_out() -> None:
    one, other = leave_out(ARTICLES, QUESTIONS, 100), leave_out(ARTICLES, QUESTIONS, 100, other_half=True)
    assert _titles(one.corpus) | _titles(other.corpus) == {row["title"] for row in ARTICLES}
    assert _titles(one.corpus) & _titles(other.corpus) == set()
    assert [bool(row["docs"]) for row in other.questions] == [not row["docs"] for row in one.questions]


def test_titles_that_nothing_is_asked_about_are_halved_or_kept() -> None:
    assert len(_titles(leave_out(ARTICLES, QUESTIONS, 100).corpus) & {"Sa Pa", "Lào Cai"}) == 1
    kept = leave_out(ARTICLES, QUESTIONS, 100, keep_unasked=True)
    assert _titles(kept.corpus) == {"Huế", "Sa Pa", "Lào Cai"}


def test_at_most_n_questions_of_each_kind_are_drawn_and_the_same_each_time() -> None:
    made = leave_out(ARTICLES, QUESTIONS, 2)
    assert [bool(row["docs"]) for row in made.questions] == [True, True, False, False]
    assert leave_out(ARTICLES[::-1], QUESTIONS[::-1], 2).questions[::-1] == made.questions


def test_articles_without_a_title_go_one_by_one_and_unknown_ones_are_not_asked_about() -> None:
    articles = [{"id": 1, "text": "Một."}, {"id": 2, "text": "Hai."}]
    made = leave_out(articles, [_question("1"), _question("2"), _question("3")], 5)
    assert len(made.corpus) == 1
    assert sorted(bool(row["docs"]) for row in made.questions) == [False, True]


def _pair(question: str, text: str, *answers: str) -> dict[str, Any]:
    identity = f"{question}|{text}"
    return {"id": identity, "question": question, "text": text, "answerable": bool(answers), "answers": list(answers)}


PAIRS = [
    _pair("Ai là thủ môn", "Thủ môn là An.", "An"),
    _pair("Ai là thủ môn", "Thủ môn bị đau."),
    _pair("Ai là trọng tài", "Trọng tài là Bình.", "Bình"),
    _pair("Ai là trọng tài", "Trọng tài Bình đến sân.", "Bình"),
    _pair("Ai là trọng tài", "Trọng tài rút thẻ."),
    _pair("Ai là chủ sân", "Sân mới sửa."),
    _pair("Ai là bác sĩ", "Bác sĩ là Cúc.", "Cúc"),
    _pair("Ai là đội trưởng", "Đội trưởng là Dũng.", "Dũng"),
    _pair("Ai là đội trưởng", "Thủ môn bị đau."),
]


def test_every_second_question_with_both_kinds_loses_what_answers_it() -> None:
    made = who(PAIRS)
    assert [row["text"] for row in made.corpus] == [
        "Thủ môn là An.",
        "Thủ môn bị đau.",
        "Trọng tài rút thẻ.",
        "Sân mới sửa.",
        "Bác sĩ là Cúc.",
        "Đội trưởng là Dũng.",
    ]
    assert [(row["question"], row["docs"], row["answers"]) for row in made.questions] == [
        ("Ai là thủ môn", ["who-00001"], ["An"]),
        ("Ai là trọng tài", [], []),
        ("Ai là chủ sân", [], []),
        ("Ai là bác sĩ", ["who-00005"], ["Cúc"]),
        ("Ai là đội trưởng", ["who-00006"], ["Dũng"]),
    ]


def test_a_text_that_another_question_keeps_still_answers() -> None:
    made = who([*PAIRS, _pair("Bình làm gì", "Trọng tài là Bình.", "trọng tài")])
    [referee] = [row for row in made.questions if row["question"] == "Ai là trọng tài"]
    texts = {row["id"]: row["text"] for row in made.corpus}
    assert [texts[article_id] for article_id in referee["docs"]] == ["Trọng tài là Bình."]


def test_files_are_read_back_as_the_same_questions(tmp_path: Path) -> None:
    corpus, questions = who(PAIRS).write(tmp_path)
    assert [json.loads(line)["id"] for line in corpus.read_text("utf-8").splitlines()][:2] == ["who-00001", "who-00002"]
    goalkeeper, referee = read_questions(questions)[:2]
    assert (goalkeeper.articles, goalkeeper.answers, goalkeeper.rule) == (
        frozenset({"who-00001"}),
        ("An",),
        AnswerRule.ANY,
    )
    assert (referee.is_answerable, referee.kind, referee.language) == (False, "refuse", "vi")


def test_files_that_are_right_already_are_left_alone(tmp_path: Path) -> None:
    paths = who(PAIRS).write(tmp_path)
    before = [path.stat().st_mtime_ns for path in paths]
    who(PAIRS).write(tmp_path)
    assert [path.stat().st_mtime_ns for path in paths] == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "line 1 is not JSON"),
        ('{"id": 1}', "line 1 has not all of id, text"),
        ('\n["id", "text"]', "line 2 has not all of id, text"),
    ],
)
def test_rows_that_cannot_be_read_are_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "rows.jsonl").write_text(content)
    with pytest.raises(SetError, match=rf"rows\.jsonl {message}"):
        read_rows(tmp_path / "rows.jsonl", "id", "text")


def test_command_prints_figures_and_writes_what_it_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(answerability, "open_encoder", lambda *_: CountingEncoder())
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("\n".join(json.dumps(pair) for pair in PAIRS))
    words = ["who", "--pairs", str(pairs), "--data-dir", str(tmp_path / "data"), "--write", str(tmp_path / "set")]
    assert answerability.main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("|  | with answer | without | AUROC |")
    assert lines[2].startswith("| all | 3 | 2 | ")
    assert sum(line.startswith("| 0.") for line in lines) == 10
    assert {path.name for path in (tmp_path / "set").iterdir()} == {"corpus.jsonl", "questions.jsonl"}
    generations = sorted((tmp_path / "data" / "generations").iterdir())
    assert answerability.main(words) == 0
    assert sorted((tmp_path / "data" / "generations").iterdir()) == generations


def test_command_names_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["leave-out", "--corpus", str(tmp_path / "absent"), "--questions", "x", "--data-dir", str(tmp_path)]
    assert answerability.main(words) == 2
    assert "absent cannot be read" in capsys.readouterr().err
