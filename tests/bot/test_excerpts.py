"""What is shown of a long excerpt, for both front ends."""

from hypothesis import given
from hypothesis import strategies as st

from bot.excerpts import ExcerptPiece, excerpt_pieces

_WORDS = "mưa lớn gây ngập ở nhiều tuyến đường"


def shown(pieces: tuple[ExcerptPiece, ...]) -> str:
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in pieces)


def test_short_excerpt_is_shown_whole_with_single_spaces_and_line_ends() -> None:
    pieces = excerpt_pieces("Mưa  lớn\n\n gây\tngập", [(5, 8)], 100, lead_chars=10)
    assert shown(pieces) == "Mưa [lớn]\ngây ngập"


def test_word_that_begins_where_the_window_does_is_shown() -> None:
    start = _WORDS.index("nhiều")
    assert shown(excerpt_pieces(_WORDS, [(start, start + 5)], 18, lead_chars=7)) == "… ngập ở [nhiều] tuyến …"


def test_mark_that_does_not_fit_is_cut_between_words() -> None:
    assert shown(excerpt_pieces(_WORDS, [(0, len(_WORDS))], 15, lead_chars=0)) == "[mưa lớn gây] …"


def test_second_mark_beyond_the_window_leaves_the_first_whole() -> None:
    pieces = excerpt_pieces("x" * 10 + "y" * 30, [(0, 4), (20, 40)], 15, lead_chars=0)
    assert shown(pieces) == "[xxxx] …"


def test_marks_beyond_the_number_allowed_are_plain() -> None:
    assert shown(excerpt_pieces("a b c", [(4, 5), (0, 1), (2, 3)], 9, lead_chars=0, max_marks=2)) == "[a] [b] c"


def test_control_characters_are_dropped() -> None:
    assert shown(excerpt_pieces("a\x1b[31mb\u202ec", [(0, 1)], 20, lead_chars=0)) == "[a][31mbc"


@given(
    text=st.text(alphabet="ab \n", max_size=60),
    highlights=st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5),
    max_chars=st.integers(1, 70),
    lead_chars=st.integers(0, 40),
)
def test_no_excerpt_is_longer_than_allowed_or_says_what_does_not_stand_there(
    text: str, highlights: list[tuple[int, int]], max_chars: int, lead_chars: int
) -> None:
    pieces = excerpt_pieces(text, highlights, max_chars, lead_chars=min(lead_chars, max_chars // 2))
    told = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert len(told) <= max_chars
    assert "".join(told.split()) in "".join(text.split())
