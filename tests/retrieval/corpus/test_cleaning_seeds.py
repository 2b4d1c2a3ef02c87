"""Cleaning held to line numbers of the five seed documents, which stay outside the project."""

import hashlib
from pathlib import Path

import pytest

from retrieval.corpus.cleaning import Reason, clean
from retrieval.corpus.document import Document, DocumentFormat
from retrieval.text.normal import normalise, squeeze_line

_SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"

# Digest of each file and the numbers of the lines that are its article, chosen by hand.
_ARTICLES = {
    "000_611e9a788255fc18.txt": (
        "833131557bb83281b78f10a48ed6f64b3b9aaf919faa6ee46dee97a33558892b",
        [2, 4, 10, 12, 18, 20, 22, *range(28, 41, 2), *range(44, 59, 2), *range(62, 85, 2), *range(88, 101, 2)],
    ),
    "001_22ed7ddf82e4f27a.txt": (
        "5a66971c0692948516cee0952d61279e74b3466c9ffd4e7c3e8afdb5d20c404f",
        list(range(1, 44, 2)),
    ),
    "002_bc16a8c0cd0015ad.txt": (
        "08a07f544dc4ba3b75333018939f1d32731248bc524e72bc4658dae8d15dc844",
        [1, 3, 5, *range(9, 24, 2)],
    ),
    "003_1b16f8de43ebf90c.txt": (
        "345acdb431fdbd9141b6ba4299f9b83a36c8205b4b7d479a149df51ea2f8feb5",
        [1, 5, 7, 10, 12, 14, 16, 18],
    ),
    "004_ecc20be5b7a49822.txt": (
        "63e864fa5eef6209e430316e54b6cb64f8a744ac5c009aa977768b6b60e7a055",
        [27, 31, 33, 36, 38, 40, 42, 44, 47, 49, 51, 53, 55, 57],
    ),
}


def _seed(name: str) -> Document:
    path = _SEEDS / name
    if not path.is_file():
        pytest.skip("../shared/seeds is absent")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != _ARTICLES[name][0]:
        pytest.skip(f"{name} is another version than the line numbers are for")
    return Document(name, name, DocumentFormat.TXT, normalise(content.decode()))


@pytest.mark.parametrize("name", _ARTICLES)
def test_exactly_the_article_lines_stay_each_once_in_order(name: str) -> None:
    document = _seed(name)
    lines = document.text.split("\n")
    expected = [squeeze_line(lines[number - 1]) for number in _ARTICLES[name][1]]
    if name.startswith("004"):
        half = len(expected[0]) // 2  # the title line says its sentence twice
        expected[0] = expected[0][:half].strip()
    assert clean(document).text.split("\n\n") == expected


@pytest.mark.parametrize("name", _ARTICLES)
def test_every_other_line_is_reported_with_its_number(name: str) -> None:
    document = _seed(name)
    lines = document.text.split("\n")
    others = {n for n, line in enumerate(lines, 1) if squeeze_line(line)} - set(_ARTICLES[name][1])
    reported = {line.line_number for line in clean(document).removed}
    assert reported - {27} == others if name.startswith("004") else reported == others


@pytest.mark.parametrize("name", _ARTICLES)
def test_cleaning_a_seed_twice_changes_nothing(name: str) -> None:
    text = clean(_seed(name)).text
    again = clean(Document(name, name, DocumentFormat.TXT, text))
    assert (again.text, again.removed) == (text, ())


def test_stamp_line_is_reported_as_a_stamp() -> None:
    removed = clean(_seed("002_bc16a8c0cd0015ad.txt")).removed
    assert [line.line_number for line in removed if line.reason is Reason.STAMP] == [2]
