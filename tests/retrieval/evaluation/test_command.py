"""`hoidap evaluate` with an encoder that needs no model: exit status, output, and whose index is touched."""

import argparse
import json
import shlex
from pathlib import Path

import pytest

from bot.cli import evaluate as command
from bot.cli.main import main
from bot.cli.status import CommandError
from bot.settings import Settings, load_settings
from retrieval.answer.confidence.confidence import (
    ConfidenceFileError,
    ConfidenceModel,
    Logistic,
    shipped_confidence,
    write_confidence,
)
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

GOLD = [
    {
        "id": "1",
        "lang": "vi",
        "kind": "what",
        "question": "Giá vàng tăng?",
        "docs": ["gia-vang.txt"],
        "answers": ["vàng"],
    },
    {"id": "2", "lang": "vi", "kind": "refuse", "question": "Mưa lũ?", "docs": [], "answers": []},
]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(command, "make_encoder", lambda _: CountingEncoder())
    return load_settings({"HOIDAP_DATA_DIR": str(tmp_path / "data")}, tmp_path / ".env")


def _arguments(tmp_path: Path, *more: str, gold: list[dict[str, object]] | None = None) -> argparse.Namespace:
    corpus = write_corpus(tmp_path / "corpus")
    questions = tmp_path / "gold.jsonl"
    questions.write_text("\n".join(json.dumps(row) for row in (GOLD if gold is None else gold)))
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args(["--corpus", str(corpus), "--questions", str(questions), *more])


def test_json_holds_figures_and_what_they_were_taken_on(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(_arguments(tmp_path, "--json"), settings) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["model"], report["generation"], report["bare"]) == ("counting", 1, False)
    assert (report["overall"]["n_questions"], report["overall"]["recall_at_1"]) == (2, 1.0)
    assert len(report["overall"]["calibration"]) == 10
    assert (report["questions"][0]["expected"], report["questions"][0]["articles"]) == (["vàng"], ["gia-vang.txt"])
    assert report["not_verbatim"] == []


def test_table_names_date_model_generation_and_groups(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(_arguments(tmp_path), settings) == 0
    out = capsys.readouterr().out
    assert "counting · generation 1 of" in out
    rows = [line.split()[:3] for line in out.splitlines()]
    assert ["all", "2", "1.000"] in rows
    assert ["refuse", "1", "–"] in rows


def test_both_tables_and_what_their_figures_mean_are_printed(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(_arguments(tmp_path), settings) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("Finding") for line in lines) == 1
    assert sum(line.startswith("Answering and refusing") for line in lines) == 1
    assert "concise: holds all, with at most 12 words beyond" in lines[-1]


def test_report_is_written_for_a_browser(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.html"
    arguments = _arguments(tmp_path, "--report", str(path), "--bare", "--limit", "2", "--json")
    assert command.run(arguments, settings) == 0
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    report = json.loads(capsys.readouterr().out)
    assert report["digest"] in page
    words = shlex.split(report["command"])
    assert words == [
        "hoidap",
        "evaluate",
        "--corpus",
        str(tmp_path / "corpus"),
        "--questions",
        str(tmp_path / "gold.jsonl"),
        "--bare",
        "--limit",
        "2",
    ]


def test_report_into_a_folder_that_is_not_there_is_refused_before_the_work(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(CommandError, match="its folder does not exist"):
        command.run(_arguments(tmp_path, "--report", str(tmp_path / "nowhere" / "report.html")), settings)
    assert not settings.data_dir.exists()


def test_only_a_directory_of_its_own_is_written_and_a_second_run_uses_it(tmp_path: Path, settings: Settings) -> None:
    arguments = _arguments(tmp_path, "--json")
    assert command.run(arguments, settings) == 0
    own = command.evaluation_dir(settings, arguments.corpus)
    assert list(settings.data_dir.iterdir()) == [own.parent]
    assert own.name.startswith("corpus-")
    generations = sorted((own / "generations").iterdir())
    assert command.run(arguments, settings) == 0
    assert sorted((own / "generations").iterdir()) == generations


def test_corpora_of_one_name_in_two_places_have_two_directories(tmp_path: Path, settings: Settings) -> None:
    first, second = (command.evaluation_dir(settings, tmp_path / name / "corpus") for name in ("x", "y"))
    assert first != second
    assert command.evaluation_dir(settings, tmp_path / "x" / ".." / "x" / "corpus") == first


def test_bare_asks_without_marks(tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(_arguments(tmp_path, "--bare", "--json"), settings) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["bare"] is True
    assert [row["question"] for row in report["questions"]] == ["gia vang tang?", "mua lu?"]


def test_limit_asks_the_first_questions_only(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(_arguments(tmp_path, "--limit", "1", "--json"), settings) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["questions"]] == ["1"]


def test_bad_input_is_status_2_and_named(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)  # away from a developer's .env
    broken = _arguments(tmp_path, gold=[{"id": "1"}])
    words = ["evaluate", "--data-dir", str(settings.data_dir), "--corpus", str(broken.corpus)]
    assert main([*words, "--questions", "gold.jsonl"]) == 2
    assert "gold.jsonl line 1" in capsys.readouterr().err
    _arguments(tmp_path)
    assert main([*words, "--questions", "gold.jsonl", "--questions", "./gold.jsonl"]) == 2
    assert "given twice" in capsys.readouterr().err
    assert main([*words[:-1], "nowhere", "--questions", "gold.jsonl"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_gold_articles_missing_from_the_corpus_are_remarked(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    gold: list[dict[str, object]] = [{**GOLD[0], "docs": ["lost.txt"]}]
    assert command.run(_arguments(tmp_path, gold=gold), settings) == 0
    assert "1 gold articles are not in the corpus" in capsys.readouterr().err


def test_own_confidence_decides_and_is_named(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(_arguments(tmp_path, "--json"), settings) == 0
    shipped = json.loads(capsys.readouterr().out)
    assert shipped["confidence"]["file"] is None
    assert shipped["confidence"]["fitted_on"] == shipped_confidence().fitted_on
    always = Logistic(5.0, {}, 0.1)
    own = settings.data_dir / "confidence.json"
    write_confidence(own, ConfidenceModel(always, always, "by hand: always sure"))
    assert command.run(_arguments(tmp_path, "--json"), settings) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["confidence"] == {"file": str(own), "fitted_on": "by hand: always sure"}
    before = [row["confidence"] for row in shipped["questions"]]
    assert [row["refused"] for row in shipped["questions"]][1]
    assert before != [0.9933, 0.05]
    assert [row["confidence"] for row in report["questions"]] == [0.9933, 0.05]  # no word of the second is known


def test_table_and_report_name_the_confidence(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.html"
    assert command.run(_arguments(tmp_path, "--report", str(path)), settings) == 0
    line = f"the one that ships ({shipped_confidence().fitted_on})"
    assert f"confidence: {line}\n" in capsys.readouterr().out
    assert line in path.read_text(encoding="utf-8")


def test_damaged_confidence_is_refused_before_the_work(tmp_path: Path, settings: Settings) -> None:
    settings.data_dir.mkdir()
    (settings.data_dir / "confidence.json").write_text("{", encoding="utf-8")
    with pytest.raises(ConfidenceFileError, match="hoidap calibrate"):
        command.run(_arguments(tmp_path), settings)
    assert [entry.name for entry in settings.data_dir.iterdir()] == ["confidence.json"]


@pytest.mark.parametrize("limit", ["0", "-3", "many"])
def test_limit_that_is_no_number_of_questions_is_refused(tmp_path: Path, limit: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        _arguments(tmp_path, "--limit", limit)
