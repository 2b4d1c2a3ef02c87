"""The list of common words is in order and holds nothing but Vietnamese syllables in one spelling."""

import unicodedata
from importlib.resources import files

import pytest

from retrieval.query.typed.common_words import FILE_NAME, common_words
from retrieval.text.spelling import one_tone_style
from retrieval.text.syllables import parse_syllable

LINES = files("retrieval.query.typed").joinpath(FILE_NAME).read_text("utf-8").splitlines()


def test_lines_are_in_order_and_once_each() -> None:
    assert sorted(set(LINES)) == LINES


def test_every_word_is_in_small_letters_of_one_spelling() -> None:
    for line in LINES:
        assert line == one_tone_style(unicodedata.normalize("NFC", line)).lower().strip()


def test_every_syllable_is_vietnamese() -> None:
    assert [line for line in LINES if not all(parse_syllable(syllable) for syllable in line.split())] == []


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        (("dien", "thoai"), ("điện", "thoại")),  # of the list
        (("bong", "chuyen"), ("bóng", "chuyền")),
        (("lam", "phat"), ("lạm", "phát")),  # of the glossary too
    ],
)
def test_pairs_are_found_by_their_bare_forms(bare: tuple[str, str], marked: tuple[str, str]) -> None:
    assert marked in common_words().pairs[bare]


def test_words_of_one_syllable_are_found_by_their_bare_form() -> None:
    assert {"tên", "tến"} & common_words().single["ten"] == {"tên"}


def test_phrases_of_the_glossary_teach_their_words_and_no_pairs_across_them() -> None:
    pairs = common_words().pairs
    assert ("thương", "mại") in pairs["thuong", "mai"]
    assert ("tiến", "thương") not in pairs.get(("tien", "thuong"), frozenset())
