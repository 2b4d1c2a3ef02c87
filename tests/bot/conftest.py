"""One small index, made once with the real default model, that all tests of the command line ask."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.settings import SETTINGS

Run = Callable[..., int]

ARTICLES = {
    "hoi-nghi.txt": (
        "Hội nghị tổng kết công tác năm 2020\n\n"
        "(Baothanhhoa.vn) - Sáng 12-3-2021, tỉnh tổ chức hội nghị tổng kết. "
        "Đồng chí Nguyễn Văn An chủ trì hội nghị tại Thanh Hóa.\n"
    ),
    "gia-vang.txt": (
        "Giá vàng tăng [bold red]mạnh[/bold red]\n\n"
        "Ngày 5-6-2023, giá vàng miếng tăng 500.000 \x1b[31mđồng\x1b[0m mỗi lượng [/link].\n"
    ),
    "bong\x1b[2Jda.txt": "Đội bóng thắng trận mở màn\n\nTối 7-9-2022, đội bóng đá quốc gia thắng 2-0.\n",
}
LINES = [
    {"id": "mua-lu", "title": "Mưa \x1b]0;lũ\x07 lớn", "text": "Mưa lớn gây lũ ở Quảng Nam, theo đài khí tượng."},
    {"id": "mua-lu", "text": "Một bài khác mang cùng một mã."},
]


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No variable and no .env of the machine reaches a test."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of four articles and one line that cannot be indexed."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "tin.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in LINES), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory, corpus: Path) -> Path:
    """Return a data directory with an index of the corpus; tests do not change it."""
    folder = tmp_path_factory.mktemp("data")
    assert main(["index", str(corpus), "--data-dir", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture
def run(data_dir: Path) -> Run:
    """Return what runs a command on the index."""
    return lambda *words: main([*words, "--data-dir", str(data_dir)])
