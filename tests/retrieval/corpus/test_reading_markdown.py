from pathlib import Path

import pytest

from retrieval.corpus.document import Declared
from tests.retrieval.corpus.reading_files import article, failure

ARTICLE = """# Hội nghị *tổng kết*

Bà **Trương Thị Mai** chủ trì
[hội nghị](https://vidu.vn/hn) ngày `13/1`.\\
Dòng dưới &amp; <b>đậm</b>.

![Quang cảnh hội nghị](anh.jpg)

- Mục một
- Mục *hai*
  1. Mục con

| Năm | Số |
|-----|----|
| 2020 | **1** |

> Trích lời.

<div><p>Khối HTML</p></div>
"""
TEXT = """Hội nghị tổng kết

Bà Trương Thị Mai chủ trì hội nghị ngày 13/1.
Dòng dưới & đậm.

Quang cảnh hội nghị

Mục một
Mục hai
Mục con

Năm | Số
2020 | 1

Trích lời.

Khối HTML"""


@pytest.mark.parametrize("name", ["a.md", "a.markdown"])
def test_markup_becomes_plain_text(tmp_path: Path, name: str) -> None:
    assert article(tmp_path, name, ARTICLE).text == TEXT


def test_front_matter_is_declared_as_written(tmp_path: Path) -> None:
    front = (
        "---\nTitle: 'Hội nghị:  tổng kết'\ndate: 2022-01-13\nauthors:\n- Thu Hà\n- Lê Tám\n"
        "source: Báo Ví Dụ\nlink: https://vidu.vn/1\ntags: [a, b]\n---\nNội dung.\n"
    )
    read = article(tmp_path, "a.md", front)
    assert read.text == "Nội dung."
    assert read.declared == Declared(
        title="Hội nghị: tổng kết",
        published="2022-01-13",
        source="Báo Ví Dụ",
        author="Thu Hà, Lê Tám",
        url="https://vidu.vn/1",
    )


def test_front_matter_of_a_windows_file_is_declared(tmp_path: Path) -> None:
    read = article(tmp_path, "a.md", "\ufeff---\r\ntitle: Hội nghị\r\n---\r\nNội dung.\r\n")
    assert (read.declared.title, read.text) == ("Hội nghị", "Nội dung.")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("---\ntitle: [a\n---\nNội dung.", "title: [a\n\nNội dung."),
        ("---\nMột đoạn văn.\n\n---\n\nĐoạn hai.", "Một đoạn văn.\n\nĐoạn hai."),
        ("---\ntitle: Hội nghị\n\nKhông có dòng kết.", "title: Hội nghị\n\nKhông có dòng kết."),
    ],
    ids=["broken-yaml", "a-rule", "no-end"],
)
def test_what_is_no_front_matter_stays_in_the_text(tmp_path: Path, markdown: str, text: str) -> None:
    read = article(tmp_path, "a.md", markdown)
    assert (read.text, read.declared) == (text, Declared())


def test_front_matter_makes_no_objects(tmp_path: Path) -> None:
    read = article(tmp_path, "a.md", "---\ntitle: !!python/object/apply:os.getcwd []\n---\nNội dung.")
    assert read.declared == Declared()


def test_front_matter_alone_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.md", "---\ntitle: Hội nghị\n---\n") == (
        "a.md holds no text: put the article there or remove the file"
    )


def test_broken_utf_8_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "a.md", "Hội nghị".encode() + b"\xff").startswith(
        "a.md is broken UTF-8 at byte 12 (line 1)"
    )
