import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.normal import normalise, single_spaced, squeeze_line


def test_decomposed_letters_are_composed() -> None:
    assert normalise(unicodedata.normalize("NFD", "Hội nghị Đà Nẵng")) == "Hội nghị Đà Nẵng"


def test_line_ends_become_line_feeds() -> None:
    assert normalise("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_what_cannot_be_seen_goes() -> None:
    assert normalise("\ufeffa\u200bb\x00c\ud800d\u202e\xade") == "abcde"


def test_single_spaced_is_one_line() -> None:
    assert single_spaced(" a\u00a0 b\n\tc ") == "a b c"


def test_squeeze_line_keeps_one_space() -> None:
    assert squeeze_line("  Thành \u00a0 ủy\t ") == "Thành ủy"


@given(st.text())
def test_normalise_twice_is_normalise_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
