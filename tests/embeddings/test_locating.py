"""A model that cannot be had is told at once, by a Hub on this machine that counts how often it is asked."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from embeddings import open_encoder
from embeddings.base import ModelUnavailableError
from embeddings.locating import check_on_hub, is_on_this_machine


class Hub(ThreadingHTTPServer):
    """Knows one model, and remembers which it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[str] = []


class _Answers(BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        if self.path.startswith("/api/models/"):  # the library asks for other things too
            self.server.asked.append(self.path)
        is_known = self.path == "/api/models/toa-soan/tin"
        self.send_response(200 if is_known else 404)
        if not is_known:
            self.send_header("X-Error-Code", "RepoNotFound")
        self.end_headers()
        self.wfile.write(json.dumps({"id": "toa-soan/tin"}).encode() if is_known else b"{}")

    def log_message(self, *_: object) -> None:
        """Keep the tests silent."""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty cache of fetched models."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(folder))
    monkeypatch.setattr("huggingface_hub.constants.AGENT_HARNESSES_PATH", str(tmp_path / "harnesses"))
    return folder


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    server = Hub()
    thread = Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "source", ["./models/e5", "/srv/models/e5", "models/vi/e5", "~/e5", "C:\\models\\e5", "mô hình"]
)
def test_path_without_a_folder_is_told_without_asking_the_hub(source: str, hub: Hub) -> None:
    with pytest.raises(ModelUnavailableError, match=r"there is no folder .*HOIDAP_MODEL"):
        _ = open_encoder(source, Path("unused")).identity
    assert hub.asked == []


def test_file_is_no_model(tmp_path: Path, hub: Hub) -> None:
    (tmp_path / "model.bin").write_bytes(b"")
    with pytest.raises(ModelUnavailableError, match=r"model\.bin is a file, and a model is a folder"):
        is_on_this_machine(str(tmp_path / "model.bin"))
    assert hub.asked == []


def test_name_that_the_hub_does_not_know_is_told_after_asking_once(hub: Hub) -> None:
    with pytest.raises(ModelUnavailableError, match="has no model of this name"):
        _ = open_encoder("toa-soan/khong-co", Path("unused")).identity
    assert hub.asked == ["/api/models/toa-soan/khong-co"]


def test_name_without_owner_is_asked_for_with_the_usual_one_and_without(hub: Hub) -> None:
    with pytest.raises(ModelUnavailableError, match="there is no folder tin"):
        check_on_hub("tin")
    assert hub.asked == ["/api/models/sentence-transformers/tin", "/api/models/tin"]


def test_name_that_the_hub_knows_may_be_fetched(hub: Hub) -> None:
    check_on_hub("toa-soan/tin")
    assert hub.asked == ["/api/models/toa-soan/tin"]
    assert not is_on_this_machine("toa-soan/tin")


def test_hub_that_cannot_be_reached_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch, hub: Hub) -> None:
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:1")
    with pytest.raises(ModelUnavailableError) as raised:
        _ = open_encoder("toa-soan/tin", Path("unused")).identity
    assert "http://127.0.0.1:1 cannot be reached; connect this machine once, or set HOIDAP_MODEL" in str(raised.value)
    assert hub.asked == []


def test_model_fetched_before_is_on_this_machine(cache: Path, hub: Hub) -> None:
    fetched = cache / "models--toa-soan--tin"
    (fetched / "refs").mkdir(parents=True)
    (fetched / "refs" / "main").write_text("abc", encoding="utf-8")
    (fetched / "snapshots" / "abc").mkdir(parents=True)
    (fetched / "snapshots" / "abc" / "config.json").write_text("{}", encoding="utf-8")
    assert is_on_this_machine("toa-soan/tin")
    assert hub.asked == []
