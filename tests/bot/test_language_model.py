"""The language model's edge, against an endpoint that misbehaves: every fault is one error, quick, without the key."""

import logging
import socket
import time
from collections.abc import Iterator

import pytest

from bot.bounded_http import TooLongError
from bot.language_model import MAX_FAILURES, MAX_RESPONSE_BYTES, PAUSE_SECONDS, OpenAICompatibleModel
from bot.secret import Secret
from retrieval.phrasing.phraser import LanguageModelError, LanguageModelPausedError
from retrieval.phrasing.prompt import Prompt
from tests.support.fake_language_model import FakeLanguageModel, Response, dripping_head, endless, http, says

KEY = "sk-AAsecret"
PROMPT = Prompt("Hãy trả lời.", "Ai chủ trì?")


@pytest.fixture
def fake() -> Iterator[FakeLanguageModel]:
    with FakeLanguageModel() as fake:
        yield fake


def model_at(url: str, timeout_seconds: float = 5.0, key: str | None = KEY) -> OpenAICompatibleModel:
    return OpenAICompatibleModel(url, "qwen3:8b", None if key is None else Secret(key), timeout_seconds)


def test_complete_sends_the_prompt_and_returns_what_the_model_says(fake: FakeLanguageModel) -> None:
    fake.response = says("Ông An chủ trì [1].")
    assert model_at(fake.url).complete(PROMPT) == "Ông An chủ trì [1]."
    (received,) = fake.received
    assert received.path == "/v1/chat/completions"
    assert received.headers["authorization"] == f"Bearer {KEY}"
    assert (received.body["model"], received.body["temperature"]) == ("qwen3:8b", 0)
    assert received.body["messages"] == [
        {"role": "system", "content": "Hãy trả lời."},
        {"role": "user", "content": "Ai chủ trì?"},
    ]


def test_without_a_key_nothing_of_the_environment_is_sent(
    fake: FakeLanguageModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, "AAleak")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: AAleak")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    fake.response = says("Có.")
    assert model_at(fake.url, key=None).complete(PROMPT) == "Có."
    (received,) = fake.received
    assert "authorization" not in received.headers
    assert "AAleak" not in str(received)


@pytest.mark.parametrize(
    ("response", "problem"),
    [
        (http(500, b"{}"), "HTTP 500"),
        (
            http(401, f'{{"error": {{"message": "Incorrect API key: {KEY}"}}}}'.encode()),
            "HTTP 401; check HOIDAP_LLM_KEY",
        ),
        (http(404, b"no such model"), r"HTTP 404; check HOIDAP_LLM_URL.*HOIDAP_LLM_MODEL \(qwen3:8b\)"),
        (http(307, b"", "Location: http://127.0.0.1:9/v1"), "HTTP 307"),
        (http(200, b"{not json"), "form of OpenAI's interface"),
        (http(200, b"\xff\xfe"), "form of OpenAI's interface"),
        (http(200, b"[" * 100_000), "form of OpenAI's interface"),
        (http(200, b'{"choices": []}'), "form of OpenAI's interface"),
        (http(200, b'{"choices": null}'), "form of OpenAI's interface"),
        (http(200, b'{"choices": [{"message": "text"}]}'), "form of OpenAI's interface"),
        (http(200, b'["choices"]'), "form of OpenAI's interface"),
        (http(200, b""), "form of OpenAI's interface"),
        (http(200, b"\x1f\x8b", "Content-Encoding: gzip"), "broke off"),
        (says(None), "answered with nothing"),
        (says("  \n"), "answered with nothing"),
        (says(None, message={"content": None, "refusal": "I cannot help."}), "refused to answer"),
        (says("Một nửa", finish_reason="content_filter"), "refused to answer"),
        (says(None, message={"content": [{"type": "text", "text": "x"}]}), "answered with nothing"),
        (Response((b"",), lambda: iter([])), "broke off"),
        (Response((b"SSH-2.0-x\r\n",), lambda: iter([])), "broke off"),
        (Response((b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n",), lambda: iter([b"{"])), "broke off"),
    ],
)
def test_each_fault_is_one_error_without_the_key(
    fake: FakeLanguageModel, response: Response, problem: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fake.response = response
    with pytest.raises(LanguageModelError, match=problem) as caught:
        model_at(fake.url).complete(PROMPT)
    assert len(fake.received) == 1  # nothing is tried again
    assert KEY not in str(caught.value)
    assert KEY not in caplog.text
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "response",
    [
        pytest.param(Response((b"HTTP/1.1 200 OK\r\n",), lambda: iter([]), 30.0), id="silent"),
        pytest.param(dripping_head(), id="head byte by byte"),
        pytest.param(endless(b" ", 0.05), id="body byte by byte"),
    ],
)
def test_slow_answer_is_cut_after_the_timeout_however_it_drips(fake: FakeLanguageModel, response: Response) -> None:
    fake.response = response
    started = time.monotonic()
    with pytest.raises(LanguageModelError, match=r"did not answer in 0\.4 s; .*HOIDAP_LLM_TIMEOUT_SECONDS"):
        model_at(fake.url, timeout_seconds=0.4).complete(PROMPT)
    assert 0.3 < time.monotonic() - started < 5


@pytest.mark.parametrize("status", ["200 OK", "500 Internal Server Error"])
def test_huge_answer_is_cut_after_so_many_bytes(fake: FakeLanguageModel, status: str) -> None:
    sent = 0

    def body() -> Iterator[bytes]:
        nonlocal sent
        while sent < 100 * MAX_RESPONSE_BYTES:
            sent += 65536
            yield b" " * 65536

    fake.response = Response((f"HTTP/1.1 {status}\r\nConnection: close\r\n\r\n".encode(),), body)
    with pytest.raises(LanguageModelError, match=f"broke off \\({TooLongError.__name__}\\)"):
        model_at(fake.url, timeout_seconds=30).complete(PROMPT)
    assert sent < 50 * MAX_RESPONSE_BYTES


def test_nobody_listening_is_an_error_that_names_the_setting() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/v1"
        with pytest.raises(LanguageModelError, match=r"cannot be reached .*check HOIDAP_LLM_URL"):
            model_at(url).complete(PROMPT)


def test_endpoint_that_keeps_failing_is_left_alone_for_a_while(fake: FakeLanguageModel) -> None:
    now = 1000.0
    model = OpenAICompatibleModel(fake.url, "m", None, 5.0, clock=lambda: now)
    fake.response = http(500, b"")
    for _ in range(MAX_FAILURES):
        with pytest.raises(LanguageModelError, match="HTTP 500"):
            model.complete(PROMPT)
    fake.response = says("Có.")
    with pytest.raises(LanguageModelPausedError):
        model.complete(PROMPT)
    assert len(fake.received) == MAX_FAILURES
    now += PAUSE_SECONDS
    assert model.complete(PROMPT) == "Có."


def test_one_success_forgets_the_failures_before_it(fake: FakeLanguageModel) -> None:
    model = model_at(fake.url)
    for _ in range(2):
        fake.response = http(500, b"")
        for _ in range(MAX_FAILURES - 1):
            with pytest.raises(LanguageModelError, match="HTTP 500"):
                model.complete(PROMPT)
        fake.response = says("Có.")
        assert model.complete(PROMPT) == "Có."
