"""`hoidap calibrate` with an encoder that needs no model: the file it writes, twice the same, and what it says."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from bot.cli.main import main
from retrieval.answer.confidence.confidence import read_confidence, shipped_confidence
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

N_OF_EACH = 40


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the command: 40 questions on as many small articles, and 40 on what none tells."""
    monkeypatch.setattr("bot.app.make_encoder", lambda _: CountingEncoder())
    articles = {
        f"{n}.txt": f"Giá vàng tỉnh {n}\n\nNgày 5-6-2022, giá vàng ở chợ số {n} tăng {n}00 đồng.\n"
        for n in range(1, N_OF_EACH + 1)
    }
    gold = [
        {
            "id": f"a{n}",
            "question": f"Giá vàng ở chợ số {n} tăng bao nhiêu?",
            "docs": [f"{n}.txt"],
            "answers": [f"{n}00"],
        }
        for n in range(1, N_OF_EACH + 1)
    ] + [
        {
            "id": f"b{n}",
            "kind": "refuse",
            "question": f"Ai thắng trận bóng đá thứ {n} năm ngoái?",
            "docs": [],
            "answers": [],
        }
        for n in range(1, N_OF_EACH + 1)
    ]
    corpus = write_corpus(tmp_path / "corpus", articles)
    questions = tmp_path / "gold.jsonl"
    questions.write_text("".join(f"{json.dumps(row)}\n" for row in gold), encoding="utf-8")
    os.utime(questions, (1_700_000_000, 1_700_000_000))  # on which nothing hangs
    return ["calibrate", "--corpus", str(corpus), "--questions", str(questions), "--data-dir", str(tmp_path / "data")]


def test_second_run_writes_the_same_file(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [*words, "--today", "2023-11-14"]
    path = tmp_path / "data" / "confidence.json"
    assert main([*words, "--json"]) == 0
    first, report = path.read_bytes(), json.loads(capsys.readouterr().out)
    assert main([*words, "--json"]) == 0
    assert path.read_bytes() == first
    assert (
        read_confidence(tmp_path / "data").fitted_on
        == f"80 questions of {tmp_path.name}/gold.jsonl, asked as on 2023-11-14"
    )
    fit = report["fits"]["vietnamese_whole"]
    assert (fit["n_answerable"], fit["n_unanswerable"], fit["refused"]) == (40, 40, 1.0)
    assert fit["refused_anyway"] == 0.0


def test_day_is_today_where_none_is_given_and_the_file_says_so(words: list[str], tmp_path: Path) -> None:
    before = dt.datetime.now().astimezone().date()
    assert main(words) == 0
    said = read_confidence(tmp_path / "data").fitted_on.removeprefix(f"80 questions of {tmp_path.name}/gold.jsonl, ")
    days = (before, dt.datetime.now().astimezone().date())  # they differ over midnight
    assert said in {f"asked as on {day.isoformat()}" for day in days}


def test_day_that_is_given_counts(words: list[str], tmp_path: Path) -> None:
    assert main([*words, "--today", "2020-02-29"]) == 0
    assert (
        read_confidence(tmp_path / "data").fitted_on
        == f"80 questions of {tmp_path.name}/gold.jsonl, asked as on 2020-02-29"
    )


@pytest.mark.parametrize("day", ["2020-02-30", "today", "29/2/2020"])
def test_day_that_is_none_is_wrong_usage(words: list[str], day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([*words, "--today", day])
    assert f"{day} is no day: write it as 2026-11-24" in capsys.readouterr().err


def test_file_that_cannot_be_written_is_named_and_exits_with_2(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert main([*words, "--output", str(tmp_path / "taken" / "confidence.json")]) == 2
    assert "taken/confidence.json cannot be written: " in capsys.readouterr().err


def test_damaged_file_is_replaced(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "confidence.json").write_text("{", encoding="utf-8")
    assert main(words) == 0
    assert "confidence.json cannot be used" in capsys.readouterr().err
    made = read_confidence(tmp_path / "data")
    assert made.fitted_on.startswith("80 questions")
    assert made.english == shipped_confidence().english
