import re
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

from retrieval.query.glossary import (
    FILE_NAME,
    SEPARATOR,
    Glossary,
    english_expressions,
    english_glossary,
    name_syllables,
    stems,
)
from retrieval.text.tokens import token_texts, tokenise

LINES = files("retrieval.query").joinpath(FILE_NAME).read_text("utf-8").split("\n")
FORM = re.compile(r"[a-z0-9]+(?:(?:'? |['.-])[a-z0-9]+)*\.?")  # farmers' union
SYLLABLE = re.compile(r"[^\W_]+")
MAX_SYLLABLES = 7  # đại hội thể thao đông nam á
MAX_RENDERINGS = 4

SMALL = Glossary(
    {
        "party": "đảng|bữa tiệc",
        "party committee": "đảng ủy",
        "city party committee": "thành ủy",
        "people s council": "hội đồng nhân dân",
        "stop": "dừng",
        "increase": "tăng",
        "study": "học tập",
        "heavy": "nặng",
        "found": "thành lập",
        "rat": "chuột",
        "rate": "tỷ lệ",
        "take part": "tham gia",
        "organize": "tổ chức",
    }
)


def renderings_of(question: str) -> list[str]:
    found = SMALL.expressions(token_texts(question))
    return [SEPARATOR.join(" ".join(rendering) for rendering in expression.renderings) for expression in found]


def test_every_line_is_well_formed() -> None:
    assert LINES[-1] == ""
    for line in LINES[:-1]:
        assert line == line.lower()
        assert unicodedata.is_normalized("NFC", line)
        forms, listed = line.split("\t")
        renderings = listed.split(SEPARATOR)
        assert all(FORM.fullmatch(form) for form in forms.split(SEPARATOR)), line
        assert len(renderings) == len(set(renderings)) <= MAX_RENDERINGS, line
        for rendering in renderings:
            syllables = re.split("[ -]", rendering)
            assert len(syllables) <= MAX_SYLLABLES, line
            assert all(SYLLABLE.fullmatch(syllable) for syllable in syllables), line


def test_no_expression_stands_in_two_places_and_lines_are_in_order() -> None:
    forms = [" ".join(token_texts(form)) for line in LINES if line for form in line.split("\t")[0].split(SEPARATOR)]
    assert [form for form, count in Counter(forms).items() if count > 1] == []
    firsts = [line.split("\t")[0].split(SEPARATOR)[0] for line in LINES if line]
    assert firsts == sorted(firsts)
    assert len(english_glossary()) == len(forms)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("the party", ["đảng|bữa tiệc"]),
        ("the party committee", ["đảng ủy"]),
        ("the city party committee", ["thành ủy"]),
        ("the city party", ["đảng|bữa tiệc"]),
        ("People's Council", ["hội đồng nhân dân"]),
        ("party committees", ["đảng ủy"]),
        ("parties", ["đảng|bữa tiệc"]),
        ("stops stopped stopping", ["dừng"] * 3),
        ("increases increased increasing", ["tăng"] * 3),
        ("studies studied studying", ["học tập"] * 3),
        ("heavier heaviest heavily", ["nặng"] * 3),
        ("founded", ["thành lập"]),
        ("rated rating rats", ["tỷ lệ", "tỷ lệ", "chuột"]),
        ("takes part taking part take parts", ["tham gia"] * 3),
        ("organises organised organising", ["tổ chức"] * 3),
        ("", []),
        ("đảng xyz 2021", []),
    ],
)
def test_the_longest_expression_is_found_in_any_regular_form(question: str, expected: list[str]) -> None:
    assert renderings_of(question) == expected


def test_an_expression_says_where_it_stands() -> None:
    (found,) = SMALL.expressions(["who", "leads", "the", "party", "committee", "now"])
    assert (found.start, found.end) == (3, 5)
    assert found.renderings == (("đảng", "ủy"),)


@pytest.mark.parametrize("word", ["is", "was", "ses", "bus", "red", "king", "s", "his"])
def test_short_words_are_not_cut_to_nothing(word: str) -> None:
    assert all(len(stem) >= 3 for stem in stems(word))


@pytest.mark.parametrize(
    ("english", "rendering"),
    [
        ("Germany", "đức"),
        ("the United Nations", "liên hợp quốc"),
        ("the World Health Organization", "tổ chức y tế thế giới"),
        ("the Politburo", "bộ chính trị"),
        ("the Central Committee", "ban chấp hành trung ương"),
        ("the People's Committee", "ủy ban nhân dân"),
        ("Hanoi", "hà nội"),
        ("prices rose", "giá"),
        ("cities", "thành phố"),
    ],
)
def test_usual_expressions_are_known(english: str, rendering: str) -> None:
    first = english_glossary().expressions(token_texts(english))[0]
    assert tuple(token_texts(rendering)) in first.renderings


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Who won the Song Huong race?", ["Song", "Huong"]),
        ("What did Nguyen Van The say in Long An?", ["Nguyen", "Van", "The", "Long", "An"]),
        ("Song Hau University admitted how many?", ["Song", "Hau"]),
        ("Who wrote the Song about a Man?", []),
        ("Can Many Men Win This Song Contest?", []),
        ("", []),
    ],
)
def test_syllables_of_vietnamese_names_are_told_from_english_words(question: str, named: list[str]) -> None:
    tokens = tokenise(question)
    found = sorted(name_syllables(question, tokens))
    assert [question[tokens[i].start : tokens[i].end] for i in found] == named


def test_a_vietnamese_name_is_not_translated_but_places_are() -> None:
    question = "When did Lang Son and Hai Phong sing?"
    found = english_expressions(question, tokenise(question))
    assert [expression.renderings[0] for expression in found] == [("hải", "phòng"), ("hát",)]
