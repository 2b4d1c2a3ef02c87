"""What articles may write for what a Vietnamese question says: the file, and that both find the same answer."""

import re
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

from retrieval.query.glossary import SEPARATOR
from retrieval.query.paraphrases import FILE_NAME, paraphrased
from retrieval.text.tokens import token_texts
from tests.retrieval.answer.spans.asking import answer

LINES = files("retrieval.query").joinpath(FILE_NAME).read_text("utf-8").split("\n")
WORDING = re.compile(r"[^\W_]+(?:[ -][^\W_]+)*")
MAX_WAYS = 10
MAX_SYLLABLES = 7


def test_every_line_is_well_formed() -> None:
    assert LINES[-1] == ""
    for line in LINES[:-1]:
        assert line == line.lower()
        assert unicodedata.is_normalized("NFC", line)
        wordings, listed = (column.split(SEPARATOR) for column in line.split("\t"))
        assert len(listed) == len(set(listed)) <= MAX_WAYS, line
        assert not set(wordings) & set(listed), line
        for each in (*wordings, *listed):
            assert WORDING.fullmatch(each), line
            assert len(token_texts(each)) <= MAX_SYLLABLES, line


def test_no_wording_stands_in_two_places_and_lines_are_in_order() -> None:
    wordings = [each for line in LINES if line for each in line.split("\t")[0].split(SEPARATOR)]
    assert [each for each, count in Counter(wordings).items() if count > 1] == []
    firsts = [line.split(SEPARATOR)[0].split("\t")[0] for line in LINES if line]
    assert firsts == sorted(firsts)


def test_longest_wording_wins() -> None:
    (found,) = paraphrased(["bắt", "đầu", "xây"])
    assert (found.start, found.end) == (0, 3)
    assert ("khởi", "công") in found.renderings


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Nhà văn hóa bắt đầu xây ngày nào?", "ngày 3-4"),
        ("Ai đứng ra chủ trì buổi lễ khánh thành nhà văn hóa?", "Lê Văn Sáu"),
    ],
)
def test_sentence_in_other_words_answers(question: str, expected: str) -> None:
    text = (
        "Nhà văn hóa mở cửa ngày 9-9, sau khi khởi công ngày 3-4.",
        "Đồng chí Lê Văn Sáu chủ trì buổi lễ, đồng chí Trần Thị Bảy phát biểu.",
    )
    assert answer(question, *text) == expected
