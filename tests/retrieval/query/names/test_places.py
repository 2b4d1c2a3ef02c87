import unicodedata
from importlib.resources import files

import pytest

from retrieval.query.names.asked_name import NameKind
from retrieval.query.names.places import FILE_NAME, SEPARATOR, Gazetteer, gazetteer

LINES = files("retrieval.query.names").joinpath(FILE_NAME).read_text("utf-8").split("\n")
PROVINCES_OF_2025 = (
    *("Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh"),
    *("Cao Bằng", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Hải Phòng", "Ninh Bình"),
    *("Quảng Trị", "Đà Nẵng", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng", "Đắk Lắk", "Thành phố Hồ Chí Minh"),
    *("Đồng Nai", "Tây Ninh", "Cần Thơ", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang"),
)


def found(text: str, *, english: bool = False) -> list[str]:
    return [place.place.name for place in gazetteer().find(text.split(), english=english)]


def test_every_line_is_well_formed() -> None:
    assert LINES[-1] == ""
    usual = [line.split("\t")[1].split(SEPARATOR)[0] for line in LINES[:-1]]
    assert len(usual) == len(set(usual))
    for line in LINES[:-1]:
        assert unicodedata.is_normalized("NFC", line)
        kind, names, english, marks = line.split("\t")
        assert kind in {NameKind.PLACE, NameKind.ORGANISATION}
        assert len(names.split(SEPARATOR)) == len(set(names.split(SEPARATOR))), line
        assert english == english.lower()
        assert set(marks.split(",")) <= {"", "common", "soft"}


def test_every_province_is_there() -> None:
    assert len(PROVINCES_OF_2025) == 34
    for province in PROVINCES_OF_2025:
        assert found(province.lower())[-1:] == [province]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("từ đà nẵng ra cần thơ", ["Đà Nẵng", "Cần Thơ"]),
        ("vụ lúa ở sài gòn", ["Thành phố Hồ Chí Minh"]),
        ("bờ thái bình dương", ["Thái Bình Dương"]),
        ("tỉnh thái bình", ["Thái Bình"]),
        ("đội tuyển nữ thắng", []),
    ],
)
def test_vietnamese_names_are_found_with_their_marks(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("the capital of france", ["Pháp"]),
        ("from ha noi to ho chi minh city", ["Hà Nội", "Thành phố Hồ Chí Minh"]),
        ("floods in thua thien hue and quang tri", ["Huế", "Quảng Trị"]),
        ("how much is it to go by train", []),
    ],
)
def test_english_names_and_bare_vietnamese_ones_are_found(text: str, places: list[str]) -> None:
    assert found(text, english=True) == places


def test_a_place_that_is_a_word_too_is_marked() -> None:
    assert [place.is_word for place in gazetteer().find(["hòa", "bình", "và", "cần", "thơ"], english=False)] == [
        True,
        False,
    ]


def test_the_first_line_wins_a_name() -> None:
    small = Gazetteer(["place\tMai\tmay\t", "place\tMai Châu|Mai\tmay\tcommon"])
    assert small.find(["may"], english=True)[0].place.name == "Mai"
    assert small.named(["mai", "châu"]) == small.find(["mai", "châu"], english=False)[0].place


def test_a_line_without_four_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Gazetteer(["place\tMai"])
