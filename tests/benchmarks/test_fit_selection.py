"""The weights that choose a sentence are fitted on a small index, and written only where that is asked for."""

import json
from pathlib import Path

import pytest

from benchmarks import fit_selection
from benchmarks.fit_selection import WEIGHTS, main, read_examples
from retrieval.answer.spans.scoring import score
from retrieval.index.builder import build_index
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

_IDLE = "Người dân ngồi kín các dãy ghế, trẻ nhỏ chạy chơi quanh những gốc cây già. " * 14
TOWNS = {"Lào Cai": "Giàng A Páo", "Pleiku": "Siu Hơ Lan", "Cà Mau": "Lâm Thị Út", "Vinh": "Phan Văn Lộc"}
ARTICLES = {
    f"{town}.txt": (
        f"Khánh thành thư viện {town}\n\nSáng qua, thư viện {town} khánh thành và mở cửa đón bạn đọc. {_IDLE}\n\n"
        f"{_IDLE} Ông bà {name} tặng sách cũ. {_IDLE}\n"
    )
    for town, name in TOWNS.items()
}
QUESTIONS = [
    {"id": town, "question": f"Ai tặng sách cho thư viện {town}?", "docs": [f"{town}.txt"], "answers": [name]}
    for town, name in TOWNS.items()
]
UNANSWERABLE = {"id": "none", "question": "Ai vẽ tranh ở thư viện Huế?", "kind": "refuse", "docs": []}
SHORT = {"ngan.txt": "Khánh thành thư viện Sa Pa\n\nSáng qua, bà Má Thị Di tặng sách cho thư viện Sa Pa.\n"}
ON_SHORT = {"id": "1", "question": "Ai tặng sách cho thư viện Sa Pa?", "docs": ["ngan.txt"], "answers": ["Má Thị Di"]}


@pytest.fixture(autouse=True)
def counting_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_selection, "open_encoder", lambda *_: CountingEncoder())


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("libraries")
    build_index(folder / "data", [write_corpus(folder / "corpus", ARTICLES | SHORT)], CountingEncoder())
    return folder / "data"


def gold(path: Path, *questions: object) -> str:
    path.write_text("\n".join(json.dumps(question) for question in questions), encoding="utf-8")
    return str(path)


def test_examples_are_the_answerable_questions_whose_long_article_comes_first(data_dir: Path, tmp_path: Path) -> None:
    elsewhere = {**QUESTIONS[0], "id": "elsewhere", "docs": ["ngan.txt"]}
    questions = gold(tmp_path / "gold.jsonl", *QUESTIONS, UNANSWERABLE, ON_SHORT, elsewhere)
    examples = list(read_examples(data_dir, Path(questions), tmp_path))
    assert len(examples) == len(QUESTIONS)
    for example in examples:
        features, right = example.group
        assert len(features) == len(right) == len(example.in_right_passage)
        assert sum(right) == 1
        # The passage that answers has other sentences, and the article another passage.
        assert 1 < sum(example.in_right_passage) < len(right)
        assert example.in_right_passage[right.index(True)]


def test_answer_in_parts_is_right_where_a_sentence_of_the_whole_holds_some(data_dir: Path, tmp_path: Path) -> None:
    parts = {**QUESTIONS[0], "answers": ["Giàng A Páo", "gốc cây già"]}
    [example] = read_examples(data_dir, Path(gold(tmp_path / "gold.jsonl", parts)), tmp_path)
    features, right = example.group
    # No sentence has both; those with one of them in the passage that has both are right, in the other passage none.
    assert sum(right) > 1
    assert [is_right for is_right in right if is_right] == [
        is_in for is_right, is_in in zip(right, example.in_right_passage, strict=True) if is_right
    ]
    assert len(features) > sum(example.in_right_passage) >= sum(right)


def test_weights_are_written_only_where_that_is_asked_for(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output, in_use = tmp_path / "selection.json", WEIGHTS.read_bytes()
    first = gold(tmp_path / "first.jsonl", *QUESTIONS[:2])
    second = gold(tmp_path / "second.jsonl", *QUESTIONS[2:])
    words = ["--train", str(data_dir), first, "--train", str(data_dir), second, "--output", str(output)]
    assert main(words) == 0
    assert not output.exists()
    table = capsys.readouterr().out
    assert main([*words, "--write"]) == 0
    assert capsys.readouterr().out == table
    assert table.count("| fitted on the others | 2 | 1.000 / 1.000 |") == 2
    assert WEIGHTS.read_bytes() == in_use
    weights = json.loads(output.read_text("utf-8"))
    for example in read_examples(data_dir, Path(first), tmp_path):
        features, right = example.group
        scores = [score(own, weights) for own in features]
        assert right[scores.index(max(scores))]


def test_one_set_is_measured_by_what_was_not_fitted_on_it(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = gold(tmp_path / "gold.jsonl", *QUESTIONS)
    assert main(["--train", str(data_dir), questions]) == 0
    assert [line.split(" | ")[1:3] for line in capsys.readouterr().out.splitlines()[2:]] == [
        ["own score", "4"],
        ["in use", "4"],
    ]


def test_questions_asked_on_two_indexes_count_twice(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = gold(tmp_path / "gold.jsonl", *QUESTIONS)
    assert main(["--train", str(data_dir), questions] * 2) == 0
    assert capsys.readouterr().out.count("| fitted on the others | 4 |") == 2


def test_questions_that_nothing_can_be_fitted_on_are_named_with_the_mend(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long, short = gold(tmp_path / "long.jsonl", *QUESTIONS), gold(tmp_path / "short.jsonl", ON_SHORT, UNANSWERABLE)
    output = tmp_path / "selection.json"
    words = ["--train", str(data_dir), long, "--train", str(data_dir), short, "--output", str(output), "--write"]
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"{short} has no answerable question on an article of several passages")
    assert told.err.endswith("index its articles in DATA_DIR, or leave it out\n")
    assert told.out == ""
    assert not output.exists()


def test_index_or_questions_that_cannot_be_read_are_named_with_the_mend(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions, absent = gold(tmp_path / "gold.jsonl", *QUESTIONS), tmp_path / "absent"
    for words, mend in [((absent, questions), "hoidap index PATH"), ((data_dir, absent), "name a .jsonl file")]:
        assert main(["--train", *map(str, words), "--output", str(tmp_path / "selection.json"), "--write"]) == 2
        told = capsys.readouterr().err
        assert str(absent) in told
        assert mend in told
    assert [path.name for path in tmp_path.iterdir()] == ["gold.jsonl"]
