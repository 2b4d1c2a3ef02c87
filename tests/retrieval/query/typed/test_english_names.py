"""Names typed small in an English question: they get the capitals by which everything else tells them."""

import pytest

from retrieval.index.capitals import CorpusNames
from retrieval.query.typed.english_names import with_name_capitals

NAMES = CorpusNames(["Gò Ô Chùa", "Nguyễn Thế Anh", "Đông Á"])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("who spoke at the da nang venue", "who spoke at the Da Nang venue"),
        ("how many wards does quynh vinh have", "how many wards does Quynh Vinh have"),
        ("Did nguyen the anh sign it", "Did Nguyen The Anh sign it"),
        ("who opened the long bridge", "who opened the long bridge"),
        ("how many billion dong a year", "how many billion dong a year"),
        ("where is da nang on the map, Mr Smith", "where is da nang on the map, Mr Smith"),
        ("", ""),
    ],
)
def test_vietnamese_names_get_their_capitals(typed: str, expected: str) -> None:
    assert with_name_capitals(typed, NAMES) == expected


def test_names_are_found_by_letters_alone() -> None:
    assert [(name.start, name.end) for name in NAMES.find_folded(["the", "go", "o", "chua", "site"])] == [(1, 4)]
