import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from retrieval.text.tokens import folded, token_texts, tokenise, with_pairs


def test_figures_stay_whole_and_document_numbers_are_cut() -> None:
    assert token_texts("Giảm 1.578 thôn, đạt 6,08%; 37-NQ/TW") == [
        "giảm",
        "1.578",
        "thôn",
        "đạt",
        "6,08",
        "37",
        "nq",
        "tw",
    ]


def test_both_tone_styles_give_one_token() -> None:
    assert token_texts("Hoà hòa UỶ ỦY") == ["hòa", "hòa", "ủy", "ủy"]


def test_pairs_follow_the_tokens() -> None:
    assert with_pairs(["a", "b", "c"]) == ["a", "b", "c", "a_b", "b_c"]
    assert with_pairs([]) == []


def test_folded_keeps_the_number_of_tokens() -> None:
    assert folded(["đảng", "bộ", "6,08"]) == ["dang", "bo", "6,08"]
    assert folded([]) == []


@given(st.text().map(lambda text: unicodedata.normalize("NFC", text)))
def test_offsets_point_at_what_was_read(text: str) -> None:
    tokens = tokenise(text)
    assert [token.text for token in tokens] == token_texts(text)
    assert all(len(text[token.start : token.end]) == len(token.text) for token in tokens)
    assert len(folded(token_texts(text))) == len(tokens)
