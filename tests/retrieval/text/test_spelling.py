import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.spelling import fold, is_bare, one_tone_style, tone_styles


@pytest.mark.parametrize(
    ("text", "bare"),
    [("Đà Nẵng", "da nang"), ("ƯỠN ẹo", "uon eo"), ("hội nghị 2021", "hoi nghi 2021"), ("Zürich", "zurich"), ("", "")],
)
def test_fold_takes_marks_and_capitals(text: str, bare: str) -> None:
    assert fold(text) == bare


@pytest.mark.parametrize(
    ("new_style", "traditional"),
    [
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("uỷ ban", "ủy ban"),
        ("Hoà Bình", "Hòa Bình"),
        ("HOÀ", "HÒA"),
        ("loã", "lõa"),
    ],
)
def test_tone_marks_move_to_their_traditional_place(new_style: str, traditional: str) -> None:
    assert one_tone_style(new_style) == traditional
    assert one_tone_style(traditional) == traditional


@pytest.mark.parametrize("text", ["quý", "hoàn", "quỳnh", "khoảng", "tuyết", "oán", "mua", "café"])
def test_tone_marks_without_a_choice_stay(text: str) -> None:
    assert one_tone_style(text) == text


def test_is_bare_tells_whether_marks_were_typed() -> None:
    assert is_bare("ai chu tri 37-NQ/TW")
    assert not is_bare("ai chủ tri")
    assert not is_bare("dai hoc đa nang")


@given(st.text().map(lambda text: unicodedata.normalize("NFC", text)))
def test_offsets_hold_after_moving_tone_marks(text: str) -> None:
    assert len(one_tone_style(text)) == len(text)
    assert one_tone_style(one_tone_style(text)) == one_tone_style(text)


def test_both_styles_of_tone_marks_are_given() -> None:
    assert tone_styles("Khánh Hoà") == ("Khánh Hòa", "Khánh Hoà")
    assert tone_styles("tỉnh uỷ") == ("tỉnh ủy", "tỉnh uỷ")
    assert tone_styles("Quý hoàn") == ("Quý hoàn",)
