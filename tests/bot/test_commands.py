"""The other sub-commands, what they share, and the command as a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS, main
from tests.bot.conftest import Run

REPOSITORY = Path(__file__).parents[2]
TOKEN = "123456:AAsecret_part-of-it"  # noqa: S105 (made up)


def test_index_reports_as_json_with_the_keys_of_the_contract(
    run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("index", str(corpus), "--json") == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == ""
    assert list(report) == ["generation", "articles", "passages", "embedded", "model", "seconds"]
    failed = report["articles"].pop("failed")
    assert report["articles"] == {"added": 0, "changed": 0, "removed": 0, "unchanged": 4}
    assert (report["generation"], report["passages"], report["embedded"]) == (1, 4, 0)
    assert [(list(failure), failure["path"]) for failure in failed] == [(["path", "error"], "tin.jsonl")]


def test_index_summary_names_what_failed(run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", str(corpus)) == 0
    first, failure, last = capsys.readouterr().out.splitlines()
    assert first == "generation 1: 0 added, 0 changed, 0 removed, 4 unchanged, 1 failed"
    assert failure.startswith("  failed: tin.jsonl: ")
    assert last.startswith("4 passages, 0 of them embedded now with multilingual-e5-small, in ")


def test_index_quiet_says_only_what_failed(run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("index", str(corpus), "--quiet") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"hoidap: not indexed: .*mua-lu.*\n", err)


def test_index_of_several_paths_takes_all_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"bai-{name}.txt").write_text(f"Tin {name}\n\nMột tin ngắn.", encoding="utf-8")
    assert main(["index", str(tmp_path / "a"), str(tmp_path / "b" / "bai-b.txt"), "--json"]) == 0
    capsys.readouterr()
    assert main(["articles", "--json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["articles"]] == ["bai-a.txt", "bai-b.txt"]


def test_index_of_two_paths_with_one_name_keeps_the_first_and_reports_the_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bai.txt").write_text(f"Tin {name}\n\nMột tin ngắn.", encoding="utf-8")
    for added, unchanged in [(1, 0), (0, 1)]:
        assert main(["index", str(tmp_path / "a"), str(tmp_path / "b"), "--json"]) == 0
        counts = json.loads(capsys.readouterr().out)["articles"]
        (failure,) = counts.pop("failed")
        assert counts == {"added": added, "changed": 0, "removed": 0, "unchanged": unchanged}
        assert failure["path"] == "bai.txt"
        assert re.match(r"\S*/b/bai\.txt repeats the id 'bai\.txt' of \S*/a/bai\.txt: ", failure["error"])
    main(["show", "bai.txt", "--json"])
    assert json.loads(capsys.readouterr().out)["path"] == str(tmp_path / "a" / "bai.txt")


def test_index_of_overlapping_paths_reads_each_file_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "bai.txt").write_text("Tin ngắn\n\nMột tin ngắn.", encoding="utf-8")
    paths = [str(tmp_path / "a"), str(tmp_path / "a" / "b"), str(tmp_path / "a" / "b" / "bai.txt")]
    assert main(["index", *paths, "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)["articles"]
    assert counts == {"added": 1, "changed": 0, "removed": 0, "unchanged": 0, "failed": []}


def test_index_takes_a_file_whose_name_is_not_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    Path(os.fsdecode(bytes(tmp_path) + b"/a/bai\xff.txt")).write_text("Tin ngắn\n\nMột tin ngắn.", encoding="utf-8")
    for added in (1, 0):
        assert main(["index", str(tmp_path / "a"), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["articles"]["added"] == added
    main(["articles", "--json"])
    assert [row["id"] for row in json.loads(capsys.readouterr().out)["articles"]] == ["bai.txt"]


def test_index_of_an_absent_path_exits_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(tmp_path / "absent")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"hoidap: .*absent does not exist: .*\n", err)


def test_index_that_cannot_write_exits_with_2(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data" / "index.db").mkdir(parents=True)  # a folder stands where the file should
    assert main(["index", str(corpus)]) == 2
    assert re.fullmatch(r"hoidap: indexing stopped and the index is as it was: .*\n", capsys.readouterr().err)


def test_show_as_json_has_the_keys_of_the_contract(run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "hoi-nghi.txt", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == [
        "id", "title", "text", "published", "event_date", "source", "author", "url", "path", "passages",
        "provenance", "reviewed_years",
    ]  # fmt: skip
    assert (shown["event_date"], shown["path"]) == ("2021-03-12", str(corpus / "hoi-nghi.txt"))
    passage = shown["passages"][0]
    assert list(passage) == ["id", "start", "end"]
    assert (passage["id"], passage["start"]) == ("hoi-nghi.txt#1", 0)
    assert shown["text"][: passage["end"]].startswith("Hội nghị")


def test_show_as_text_tells_how_each_value_was_found(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "hoi-nghi.txt") == 0
    out = capsys.readouterr().out
    assert out.startswith("Hội nghị tổng kết công tác năm 2020  (heading: “Hội nghị")
    assert re.search(r"^published +2021-03-12  \(.*: “.+”\)$", out, re.MULTILINE)
    assert "Đồng chí Nguyễn Văn An chủ trì hội nghị" in out


def test_show_of_an_unknown_article_suggests_close_ids(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "mua_lu") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "hoidap: no article has the id 'mua_lu'; did you mean mua-lu? All ids are listed by: hoidap articles\n"
    )


def test_articles_are_listed_newest_first(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("articles", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [list(row) for row in listed["articles"]] == [["id", "title", "source", "published"]] * 4
    days = [row["published"] for row in listed["articles"] if row["published"]]
    assert days == sorted(days, reverse=True)
    assert run("articles") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert not any("\x1b" in line or "\x07" in line for line in lines)


def test_doctor_finds_a_whole_index_whole(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is True
    levels = {check["name"]: check["level"] for check in report["checks"]}
    assert levels == {
        "python": "ok",
        "packages": "ok",
        "model": "ok",
        "data directory": "ok",
        "database": "ok",
        "index": "ok",
        "confidence": "ok",
        "articles": "note",
        "language model": "note",
        "telegram": "note",
    }


def test_doctor_without_an_index_exits_with_3_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 3
    out = capsys.readouterr().out
    assert re.search(r"^problem +database +no .*index\.db\n +→ make it with: hoidap index$", out, re.MULTILINE)


def test_doctor_finds_a_damaged_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "index.db").write_bytes(b"no database " * 1000)
    assert main(["doctor"]) == 3
    assert re.search(r"^problem +database +.* is damaged: ", capsys.readouterr().out, re.MULTILINE)


def test_doctor_finds_a_damaged_confidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "confidence.json").write_text("{", encoding="utf-8")
    assert main(["doctor"]) == 3  # there is no index either
    out = capsys.readouterr().out
    assert re.search(
        r"^problem +confidence +data/confidence\.json cannot be used .*\n +→ remove .*$", out, re.MULTILINE
    )


def test_doctor_with_a_wrong_corpus_exits_with_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOIDAP_CORPUS", "absent")
    assert run("doctor") == 2
    assert "absent does not exist" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["doctor"], ["doctor", "--json"], ["articles"], ["ask", "giá vàng"]])
def test_token_is_in_no_output(
    run: Run, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert run(*words) == 0
    out, err = capsys.readouterr()
    assert "AAsecret" not in out + err


def test_wrong_setting_is_one_line_and_exits_with_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TELEGRAM_ADMINS", "lan")
    assert run("articles") == 2
    assert re.fullmatch(r"hoidap: TELEGRAM_ADMINS .*\n", capsys.readouterr().err)


@pytest.mark.parametrize("words", [["ask", "giá vàng"], ["show", "x"], ["articles"]])
def test_missing_index_exits_with_3(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "hoidap: there is no index in data; make it with: hoidap index PATH\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_data_dir_that_is_a_file_is_told_by_each_command(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "index.db"
    file.write_text("a file", encoding="utf-8")
    gold = ["--corpus", "articles", "--questions", "gold.jsonl"]
    words = {"show": ["a.txt"], "ask": ["giá vàng"], "evaluate": gold, "calibrate": gold}.get(name, [])
    assert main([name, *words, "--data-dir", str(file)]) == 2
    out, err = capsys.readouterr()
    assert (out, file.read_text("utf-8")) == ("", "a file")
    assert err == (
        f"hoidap: the data directory must be a folder, and {file} is a file; name another folder, which is made where "
        "it is not there yet, with --data-dir or HOIDAP_DATA_DIR\n"
    )


def test_data_dir_inside_a_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("HOIDAP_DATA_DIR", "notes.txt/data")
    assert main(["articles"]) == 2
    assert "notes.txt/data lies in notes.txt, which is a file; name another folder" in capsys.readouterr().err


def test_data_dir_may_stand_before_the_command(data_dir: Path) -> None:
    assert main(["--data-dir", str(data_dir), "articles"]) == 0


@pytest.mark.parametrize("words", [[], ["nothing"], ["show"], ["index", "--batch"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    assert f"usage: hoidap {name}" in capsys.readouterr().out


def test_ctrl_c_ends_quietly_with_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("retrieval.engine.Engine.articles", interrupt)
    assert run("articles") == 130
    assert capsys.readouterr() == ("", "")


def test_cold_question_imports_neither_torch_nor_the_like(data_dir: Path) -> None:
    words = ["-X", "importtime", "-m", "bot.cli.main", "ask", "giá vàng", "--json", "--data-dir", str(data_dir)]
    done = subprocess.run([sys.executable, *words], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert json.loads(done.stdout)["status"] == "answered"
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert {"numpy", "faiss"} <= imported
    assert not imported & {"torch", "transformers", "sentence_transformers", "underthesea", "trafilatura", "rich"}


def test_reader_that_goes_away_is_no_error(data_dir: Path) -> None:
    words = ["-m", "bot.cli.main", "articles", "--data-dir", str(data_dir)]
    process = subprocess.Popen([sys.executable, *words], cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 141
