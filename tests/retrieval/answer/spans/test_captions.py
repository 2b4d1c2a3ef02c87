"""Which lines of an article are no sentences."""

import pytest

from retrieval.answer.evidence.reading import read_sentences
from retrieval.answer.spans.captions import is_caption, is_stamp
from retrieval.text.span import Span


@pytest.mark.parametrize(
    ("line", "caption", "stamp"),
    [
        ("(Báo An Phú) - Thứ Năm, 14/3/2024, 08:15", True, True),
        ("Thể thao Cửa Sông - 24/07/2022 21:35", True, True),
        ("Cập nhật: 25/11/2023 07:45 GMT+7", True, True),
        ("Hội chợ mở ngày 14/3", True, False),
        ("(Báo An Phú) - Sáng 14-3-2024, hội chợ khai mạc.", False, False),
        ("Hội chợ mở ngày 14/3/2024.", False, False),
        ("Giá vàng năm 2024", True, False),
        ("Năm 2024", True, False),
        ("Huế - 2024", True, False),
    ],
)
def test_a_stamp_is_told_from_a_heading_and_a_sentence(line: str, *, caption: bool, stamp: bool) -> None:
    (read,) = read_sentences(line, [Span(0, len(line))])
    assert (is_caption(read), is_stamp(read)) == (caption, stamp)
