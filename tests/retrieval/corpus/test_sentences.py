"""Sentences: where they end, where they do not, and that nothing is lost between them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from retrieval.corpus.sentences import split_sentences
from retrieval.text.span import Span
from tests.retrieval.corpus.article_texts import article_texts, without_spaces


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "TP. Hồ Chí Minh có 10 triệu dân.",
        "Tp. Hà Nội và TP.HCM cùng họp.",
        "GS.TS. Nguyễn Văn A. phát biểu tại hội nghị.",
        "GS.TS. Nguyễn Văn A. Phó Chủ tịch phát biểu.",
        "PGS.TS Trần Thị B. cho biết giá tăng.",
        "Ông Trần Q. Anh đến dự.",
        "Bà P.V. Anh trả lời.",
        "Theo baothanhhoa.vn đưa tin.",
        "(Baothanhhoa.vn) - Sáng 12-3, tỉnh họp.",
        "Có 1.578 người dự, trong đó 6,08% là nữ.",
        "Hội nghị họp ngày 3.2.2021 tại Huế.",
        "Tài liệu gồm 3 phần... và một phụ lục.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences(f"{sentence} Sau đó mọi người về.") == [sentence, "Sau đó mọi người về."]


@pytest.mark.parametrize("line", ["1. Mở đầu", "IV. Kết luận", "a) Về công tác cán bộ"])
def test_the_number_of_a_heading_stays_with_it(line: str) -> None:
    assert sentences(line) == [line]


@pytest.mark.parametrize("end", [".", "?", "!", ".”", '."', ".)", "?”", ".’"])
def test_a_sentence_ends_behind_its_stop_and_what_closes_there(end: str) -> None:
    first = f"Ông nói chúng ta đã thắng{end}"
    assert sentences(f"{first} Mọi người vỗ tay.") == [first, "Mọi người vỗ tay."]


def test_a_line_break_ends_a_sentence_without_a_stop() -> None:
    assert sentences("Giá vàng tăng\n\nNgày 5-6, giá vàng tăng.") == ["Giá vàng tăng", "Ngày 5-6, giá vàng tăng."]


def test_stray_stops_stay_with_the_sentence_before() -> None:
    assert sentences("Hội nghị bế mạc. ; .") == ["Hội nghị bế mạc. ; ."]


def test_white_space_around_a_sentence_is_not_in_it() -> None:
    assert split_sentences(" \t Họp. \n  Xong. ") == [Span(3, 7), Span(11, 16)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n "])
def test_a_blank_text_has_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


@settings(deadline=None)
@given(article_texts())
def test_every_sign_lies_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert "".join(without_spaces(span.of(text)) for span in spans) == without_spaces(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@settings(deadline=None)
@given(article_texts())
def test_a_sentence_is_one_line_without_blank_ends(text: str) -> None:
    found = sentences(text)
    assert [sentence for sentence in found if not sentence or sentence != sentence.strip() or "\n" in sentence] == []
