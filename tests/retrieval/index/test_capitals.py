from pathlib import Path

import pytest

from retrieval.errors import IndexUnusableError
from retrieval.index.capitals import CorpusNames, FoundName, names_text
from retrieval.index.lexical import load_lexical, save_lexical
from retrieval.text.tokens import token_texts

TEXTS = [
    "Sáng qua, ông Đặng Bá Khải đến Mường Lống. Theo ông Đặng Bá Khải, vụ mận ở Mường Lống được mùa.",
    "Mường Lống trồng mận từ lâu. Người dân mường trên bán mận cho thương lái ở Vinh và Thanh Chương.",
    "Thanh tra đến hôm thứ hai. Bộ Chính trị họp; Bộ Chính trị ra kết luận. Trời thanh, gió nhẹ.",
]


def names_of(texts: list[str]) -> dict[str, int]:
    lines = names_text(texts, [token_texts(text) for text in texts]).splitlines()
    return {name: int(count) for name, count in (line.split("\t") for line in lines)}


def test_names_are_what_is_written_with_capitals_inside_sentences() -> None:
    names = names_of(TEXTS)
    assert names["Đặng Bá Khải"] == 2
    assert names["Mường Lống"] == 3
    assert names["Thanh Chương"] == 1


def test_a_sentence_s_first_word_and_half_a_name_are_no_names() -> None:
    assert not names_of(TEXTS).keys() & {"Sáng", "Theo", "Thanh", "Trời", "Người", "Bộ Chính", "Bộ"}


def test_what_is_mostly_written_small_is_no_name() -> None:
    texts = ["Đại hội Thể Thao mở màn.", "Ngành thể thao họp.", "Vui thể thao, khỏe thể thao."]
    assert "Thể Thao" not in names_of(texts)


def test_the_file_has_the_most_frequent_first() -> None:
    assert names_text(TEXTS, [token_texts(text) for text in TEXTS]).startswith("Mường Lống\t3\nĐặng Bá Khải\t2\n")


def test_the_longest_name_is_found_in_small_letters() -> None:
    names = CorpusNames(["Thanh", "Thanh Chương", "Mường Lống"])
    assert names.find(token_texts("mận mường lống về thanh chương hôm qua")) == [
        FoundName(1, 3, "Mường Lống"),
        FoundName(4, 6, "Thanh Chương"),
    ]
    assert names.find([]) == []


def test_names_are_saved_with_the_words_and_checked(tmp_path: Path) -> None:
    checksum = save_lexical(tmp_path, TEXTS)
    assert load_lexical(tmp_path, len(TEXTS), checksum).names.find(["mường", "lống"]) == [FoundName(0, 2, "Mường Lống")]
    (tmp_path / "names.tsv").write_text("Mường Lống\t3\n", "utf-8")
    with pytest.raises(IndexUnusableError):
        load_lexical(tmp_path, len(TEXTS), checksum)


def test_no_passages_have_no_names(tmp_path: Path) -> None:
    assert len(load_lexical(tmp_path, 0, save_lexical(tmp_path, [])).names) == 0
