"""Votes, and what becomes of them: gold questions that ``hoidap evaluate`` reads."""

import json
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.cli.main import main
from bot.telegram.places import Place
from bot.telegram.state.feedback import DOWN, UP, activity, all_feedback, refused_questions, vote
from bot.telegram.state.migrations import bot_migrations
from bot.telegram.state.records import Shown, ShownPassage
from bot.telegram.state.store import FILE_NAME, BotStore, open_store
from retrieval.answer.reply import Status
from retrieval.evaluation.gold import read_questions
from retrieval.query.language import Language
from tests.bot.telegram.test_rendering import answered, citation


def shown(question: str, answer: str | None) -> Shown:
    return Shown(
        question=question,
        language=Language.VIETNAMESE,
        status=Status.ANSWERED if answer else Status.REFUSED,
        answer=answer,
        passages=(ShownPassage("gia-vang.txt#1", ((0, 3),), "d"), ShownPassage("cho-tet#2", (), "d")),
        alternatives=(),
        generation=7,
    )


def cast(store: BotStore, question_id: int, user_id: int, what: Shown, value: int, *, meaning: int = 0) -> None:
    vote(store.db, question_id, user_id, what, value=value, at=float(question_id), meaning=meaning)


def test_votes_up_are_gold_and_votes_down_are_left_to_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path)
    cast(store, 1, 11, shown("Giá vàng tăng bao nhiêu?", "500.000 đồng"), UP)
    cast(store, 2, 11, shown("Ai phát minh ra máy bay?", None), UP)
    cast(store, 3, 12, shown("Mưa ở đâu?", "Huế"), DOWN)
    cast(store, 4, 11, shown("Chợ mở khi nào?", "ngày 20"), UP)
    cast(store, 5, 12, shown("chợ mở khi nào?", "ngày 20"), DOWN)
    store.close()
    assert main(["feedback", "--data-dir", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    gold_file = tmp_path / "gold.jsonl"
    gold_file.write_text(out, encoding="utf-8")
    first, second = read_questions(gold_file)
    assert (first.text, first.articles, first.answers) == (
        "Giá vàng tăng bao nhiêu?",
        frozenset({"gia-vang.txt"}),
        ("500.000 đồng",),
    )
    assert (second.text, second.kind, second.is_answerable) == ("Ai phát minh ra máy bay?", "refuse", False)
    assert "1 questions were voted down" in err
    assert main(["feedback", "--down", "--data-dir", str(tmp_path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {
        "id": "feedback-3",
        "lang": "vi",
        "question": "Mưa ở đâu?",
        "docs": [],
        "answers": [],
        "wrong": "Huế",
        "shown": ["gia-vang.txt", "cho-tet"],
    }


def test_second_vote_of_a_person_replaces_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = open_store(tmp_path)
    cast(store, 1, 11, shown("Giá vàng?", "500.000 đồng"), UP)
    cast(store, 1, 11, shown("Giá vàng?", "500.000 đồng"), DOWN)
    store.close()
    assert main(["feedback", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""


def test_votes_on_two_meanings_of_a_question_are_two_gold_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(tmp_path)
    cast(store, 1, 11, shown("Giá vàng?", "500.000 đồng"), UP)
    cast(store, 1, 11, shown("Giá vàng?", "300.000 đồng"), UP, meaning=1)
    store.close()
    assert main(["feedback", "--data-dir", str(tmp_path)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["id"], line["answers"]) for line in lines] == [
        ("feedback-1", ["500.000 đồng"]),
        ("feedback-1-1", ["300.000 đồng"]),
    ]


def test_votes_of_before_there_were_votes_on_other_meanings_are_kept(tmp_path: Path) -> None:
    db = Database(tmp_path / FILE_NAME)
    bot_migrations.apply(db, stop_before="m007_votes_on_other_meanings")
    db.execute("INSERT INTO feedback VALUES (4, 11, -1, 5.0, 'Mưa ở đâu?', 'vi', 'answered', 'Huế', '[\"a\"]', 3)")
    db.conn.commit()
    db.close()
    store = open_store(tmp_path)
    cast(store, 4, 11, shown("Mưa ở đâu?", "Đà Nẵng"), UP, meaning=1)
    kept = [(one.question_id, one.meaning, one.vote, one.answer) for one in all_feedback(store.db)]
    assert kept == [(4, 1, 1, "Đà Nẵng"), (4, 0, -1, "Huế")]
    store.close()


def test_feedback_without_a_bot_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feedback", "--data-dir", str(tmp_path)]) == 2
    assert "it comes from running: hoidap bot" in capsys.readouterr().err
    (tmp_path / "bot.db").write_bytes(b"not a database at all, but long enough to look at" * 30)
    assert main(["feedback", "--data-dir", str(tmp_path)]) == 2
    assert "move it away" in capsys.readouterr().err


def test_activity_counts_questions_refusals_and_latencies(tmp_path: Path) -> None:
    now = [1000.0]
    store = open_store(tmp_path, lambda: now[0])
    for number, seconds in enumerate([0.1, 0.2, 0.3, 4.0]):
        now[0] = 1000.0 + number
        question, is_new = store.open_question(Place(11), number, 11, f"Câu {number}?")
        reply = answered("Giá vàng", citation())
        store.save_reply(question, reply, seconds)
        assert is_new
    seen = activity(store.db, since=1001.0)
    assert (seen.n_questions, seen.n_refused, seen.median_seconds, seen.p95_seconds) == (3, 0, 0.3, 4.0)
    assert activity(store.db, since=2000.0).median_seconds is None
    assert refused_questions(store.db, 5) == []
    store.close()
