import pytest

from retrieval.text.syllables import Syllable, is_bare_syllable, parse_syllable, parse_toneless

SYLLABLES = (
    "ai ở yêu uống quyền quốc gì giếng giường nghĩa nghề khuya thuở nguyễn xoăn hòa khỏe thúy đường được người gà kẻ cỏ"
    " quỳnh quýt"
)


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_syllable_is_its_parts(word: str) -> None:
    assert str(parse_syllable(word)) == word


@pytest.mark.parametrize(
    "word", ["paris", "kremlin", "nuoc", "học9", "ngi", "cê", "kă", "ghô", "hocj", "", "đ", "hoàà", "kynh"]
)
def test_what_breaks_the_spelling_is_none(word: str) -> None:
    assert parse_syllable(word) is None


def test_parts_are_onset_rhyme_and_tone() -> None:
    assert parse_syllable("nghiệp") == Syllable("ngh", "iêp", "\u0323")


def test_a_stop_needs_a_tone_that_can_be_missing() -> None:
    assert parse_syllable("hoc") is None
    assert parse_toneless("hoc") == Syllable("h", "oc", "")
    assert parse_syllable("hỏc") is None


def test_bare_forms_are_known() -> None:
    assert all(map(is_bare_syllable, ["duoc", "nhieu", "nguoi", "hoc", "ai"]))
    assert not any(map(is_bare_syllable, ["được", "west", "toong", ""]))
