"""``hoidap ask``: the reply, its exit status, the prompt, lines from a pipe, and batches."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.cli.batch import BatchQuestion, Conversations
from bot.cli.prompt import is_leaving
from bot.cli.texts import TEXTS
from bot.courtesies import Courtesy
from embeddings import DEFAULT_MODEL, open_encoder
from retrieval.engine import Engine
from retrieval.query.language import Language
from tests.bot.conftest import Run

QUESTION = "Ai chủ trì hội nghị tổng kết ở Thanh Hóa?"
REPLY_KEYS = [
    "question", "language", "status", "confidence", "answer", "refusal", "citations", "analysis", "generation",
    "elapsed_ms",
]  # fmt: skip
CITATION_KEYS = [
    "rank", "article_id", "passage_id", "title", "source", "author", "published", "url", "path", "excerpt", "start",
    "end", "highlights", "score",
]  # fmt: skip


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes, *, terminal: bool = False) -> None:
    stream = io.BytesIO(data)
    monkeypatch.setattr(sys, "stdin", (Terminal if terminal else io.TextIOWrapper)(stream, encoding="utf-8"))


def json_lines(text: str) -> list[dict[str, Any]]:
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def test_answer_as_json_has_the_keys_of_the_contract(
    run: Run, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", QUESTION, "--json") == 0
    out, err = capsys.readouterr()
    (reply,) = json_lines(out)
    assert err == ""
    assert list(reply) == [*REPLY_KEYS, "alternatives"]
    assert (reply["question"], reply["language"], reply["status"]) == (QUESTION, "vi", "answered")
    assert list(reply["answer"]) == ["text", "phrased"]
    assert reply["refusal"] is None
    assert list(reply["analysis"]) == ["restored", "dates", "names", "answer_type", "standalone"]
    first = reply["citations"][0]
    assert list(first) == [*CITATION_KEYS, "copies"]
    assert (first["article_id"], first["published"]) == ("hoi-nghi.txt", "2021-03-12")
    assert first["path"] == str(corpus / "hoi-nghi.txt")
    start, end = first["highlights"][0]
    assert first["excerpt"][start:end] == reply["answer"]["text"]


def test_answer_as_text_marks_the_answer_in_its_excerpt(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", *QUESTION.split()) == 0
    out = capsys.readouterr().out
    answer = out.splitlines()[0]
    assert f"»{answer}«" in out
    assert "\n1. Hội nghị tổng kết công tác năm 2020\n" in out
    assert " · 12/03/2021 · hoi-nghi.txt\n" in out


def test_english_question_gets_english_words_and_date(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", "who chaired the conference in Thanh Hóa")
    assert " · 12 March 2021 · hoi-nghi.txt\n" in capsys.readouterr().out


def test_refusal_exits_with_1_and_says_why(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "") == 1
    assert capsys.readouterr().out == "Bạn chưa nhập câu hỏi. Mời bạn hỏi bằng tiếng Việt hoặc tiếng Anh.\n"


@pytest.mark.parametrize(("top", "n_citations"), [("1", 1), ("20", 4)])
def test_top_limits_the_citations(run: Run, top: str, n_citations: int, capsys: pytest.CaptureFixture[str]) -> None:
    run("ask", QUESTION, "--json", "--top", top)
    assert len(json_lines(capsys.readouterr().out)[0]["citations"]) == n_citations


@pytest.mark.parametrize("top", ["0", "21", "-1", "x", "1.5", "²", "9" * 5000])
def test_top_outside_its_range_is_wrong_usage(run: Run, top: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run("ask", QUESTION, f"--top={top}")
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "from 1 to 20" in err


def test_markup_of_an_article_is_shown_and_control_characters_are_not(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ask", "Giá vàng miếng tăng bao nhiêu?", "--top", "20")
    out, err = capsys.readouterr()
    assert "[bold red]mạnh[/bold red]" in out
    assert "mỗi lượng [/link]." in out
    assert "Mưa" in out
    assert not {"\x1b", "\x07"} & set(out + err)


def test_prompt_answers_until_ctrl_d(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, f"{QUESTION}\n\nGiá vàng tăng bao nhiêu?\n".encode(), terminal=True)
    assert run("ask", "--json") == 0
    out, err = capsys.readouterr()
    assert [reply["question"] for reply in json_lines(out)] == [QUESTION, "Giá vàng tăng bao nhiêu?"]
    assert err.count("Câu hỏi / Question: ") == 4


@pytest.mark.parametrize("word", ["exit", "quit", "Quit()", "q", "thoát", "thoat", "THOÁT.", ":q", "tạm biệt", "bye"])
def test_word_that_leaves_ends_the_prompt(
    run: Run, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, f"{word}\n{QUESTION}\n".encode(), terminal=True)
    assert run("ask") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("Câu hỏi / Question: Tạm biệt! / Goodbye!\n")


@pytest.mark.parametrize("text", ["exit polls?", "thoạt", "thoát nghèo năm 2021", "ai thoát?"])
def test_question_with_such_a_word_does_not_leave(text: str) -> None:
    assert not is_leaving(text)


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_courtesies_at_the_prompt_are_returned_and_are_no_questions(
    run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, "xin chào\nhello\ncảm ơn bạn\nThank you very much!\nok\n".encode(), terminal=True)
    assert run("ask", *words) == 0
    out, err = capsys.readouterr()
    assert out == ""
    said = [line.removeprefix("Câu hỏi / Question: ") for line in err.splitlines()[2:7]]
    vietnamese, english = (TEXTS[language].courtesies for language in (Language.VIETNAMESE, Language.ENGLISH))
    assert said == [
        vietnamese[Courtesy.GREETING],
        vietnamese[Courtesy.GREETING],
        vietnamese[Courtesy.THANKS],
        english[Courtesy.THANKS],
        vietnamese[Courtesy.ACKNOWLEDGEMENT],
    ]


def test_thanks_are_returned_in_the_language_of_the_question_and_leave_the_conversation(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["who chaired the conference in Thanh Hóa", "thanks", "what about Huế?"]
    type_in(monkeypatch, "\n".join(lines).encode(), terminal=True)
    run("ask", "--json")
    out, err = capsys.readouterr()
    assert TEXTS[Language.ENGLISH].courtesies[Courtesy.THANKS] in err
    assert standalones(out)[1] is not None


def test_lines_from_a_pipe_are_answered_one_by_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, f"{QUESTION}\n\n???\n".encode())
    assert run("ask", "--json") == 1
    out, err = capsys.readouterr()
    assert [reply["status"] for reply in json_lines(out)] == ["answered", "refused"]
    assert err == ""


def test_empty_pipe_is_wrong_usage(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_in(monkeypatch, b"")
    assert run("ask") == 2
    assert capsys.readouterr().err.startswith("hoidap: there is no question")


def test_batch_answers_in_order_and_goes_on_after_bad_lines(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": "a", "question": "' + QUESTION.encode() + b'"}',
        b"not json",
        b"",
        b'{"id": 7}',
        b'{"id": "c", "question": ["x"]}',
        b'{"id": {"x": 1}, "question": "x"}',
        b'{"id": NaN, "question": "x"}',
        b'{"id": 1e999, "question": "x"}',
        b'{"id": "d", "question": "x", "chat": []}',
        b'"a string"',
        b'{"id": "e", "question": "\xff"}',
        b"[" * 100_000,
        b'{"question": "gi\xc3\xa1 v\xc3\xa0ng", "chat": 1}',
    ]
    (tmp_path / "batch.jsonl").write_bytes(b"\n".join(lines))
    assert run("ask", "--batch", str(tmp_path / "batch.jsonl"), "--json") == 2
    out, err = capsys.readouterr()
    replies = json_lines(out)
    assert err == ""
    assert list(replies[0]) == ["id", *REPLY_KEYS, "alternatives"]
    assert [(reply["id"], reply.get("question"), reply.get("error")) for reply in replies] == [
        ("a", QUESTION, None),
        (None, None, "line 2: not JSON (column 1: expecting value)"),
        (7, None, 'line 4: there is no "question"'),
        ("c", None, 'line 5: a string is needed as "question"'),
        (None, None, 'line 6: "id" must be a string or a number'),
        (None, None, "line 7: not JSON that can be read"),
        (None, None, 'line 8: "id" is a number that is too large'),
        ("d", None, 'line 9: "chat" must be a string or a whole number'),
        (None, None, 'line 10: not a JSON object: write {"id": "…", "question": "…"}'),
        (None, None, "line 11: not UTF-8"),
        (None, None, "line 12: not JSON that can be read"),
        (None, "giá vàng", None),
    ]


def test_batch_from_stdin_keeps_odd_text_from_breaking_the_output(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = {"id": "\ud800x", "question": "giá \udfff vàng \x00\x1b\x9b\u2028?"}
    type_in(monkeypatch, json.dumps(odd).encode())
    assert run("ask", "--batch", "-", "--json") == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert not {"\x00", "\x1b", "\x9b"} & set(out)
    reply = json.loads(out)
    assert (reply["id"], reply["question"]) == ("\ufffdx", "giá \ufffd vàng \x00\x1b\x9b\u2028?")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--batch", "-"], "add --json"),
        (["--batch", "-", "--json", "câu hỏi"], "leave the QUESTION out"),
        (["--batch", "absent.jsonl", "--json"], "absent.jsonl cannot be read (no such file or directory)"),
    ],
)
def test_batch_used_wrongly_exits_with_2(
    run: Run, words: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", *words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert problem in err
    assert err.count("\n") == 1


def standalones(out: str) -> list[str | None]:
    return [reply["analysis"]["standalone"] for reply in json_lines(out)]


AT_HUE = "Ai chủ trì hội nghị tổng kết ở Huế?"


@pytest.mark.parametrize("terminal", [True, False])
def test_prompt_and_pipe_remember_the_conversation(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    type_in(monkeypatch, f"{QUESTION}\ncòn ở Huế?\nGiá vàng tăng bao nhiêu?\n".encode(), terminal=terminal)
    run("ask", "--json")
    assert standalones(capsys.readouterr().out) == [None, AT_HUE, None]


def test_batch_keeps_each_chat_apart_and_a_line_without_one_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": 1, "question": QUESTION, "chat": "a"},
        {"id": 2, "question": "Giá vàng tăng bao nhiêu?", "chat": 7},
        {"id": 3, "question": "còn ở Huế?", "chat": "a"},
        {"id": 4, "question": "còn ở Huế?"},
        {"id": 5, "question": "còn giá bạc?", "chat": "7"},
    ]
    type_in(monkeypatch, "\n".join(json.dumps(line) for line in lines).encode())
    assert run("ask", "--batch", "-", "--json") == 0
    assert standalones(capsys.readouterr().out) == [None, None, AT_HUE, None, "Giá bạc tăng bao nhiêu?"]


def test_of_too_many_chats_the_one_left_longest_is_forgotten(data_dir: Path) -> None:
    engine = Engine(data_dir, open_encoder(DEFAULT_MODEL, data_dir / "models"))
    conversations = Conversations(engine, top=1, n_remembered=2)
    for chat in ("a", "b", "a", "c"):
        conversations.ask(BatchQuestion(None, QUESTION, chat))
    halves = {chat: conversations.ask(BatchQuestion(None, "còn ở Huế?", chat)) for chat in ("a", "b")}
    engine.close()
    assert {chat: reply.analysis.standalone for chat, reply in halves.items()} == {"a": AT_HUE, "b": None}
