"""The speed benchmark's own arithmetic, and its commands against the real program; the model stays out of it."""

import json
from pathlib import Path

import pytest

from benchmarks.speed import Figure, at_least, at_most, table
from benchmarks.speed_measures import CommandFailedError, Engines, index, take_sample


def test_the_ratio_is_the_median_turn_against_the_better_way() -> None:
    engines = Engines(own_as_list=[2, 4, 5], own_one_by_one=[4, 2, 10], bulk=[16, 20, 30], bulk_start_seconds=5)
    assert engines.ratio == 4  # of 16/4, 20/4, 30/10


@pytest.mark.parametrize(("value", "is_met"), [(3.49, False), (3.5, True), (3.51, True)])
def test_a_figure_at_its_least_is_met(value: float, is_met: bool) -> None:
    assert at_least("ratio", value, "times", 3.5) == Figure("ratio", value, "times", "≥ 3.5", is_met)


@pytest.mark.parametrize(("value", "is_met"), [(24.9, True), (25.0, True), (25.1, False)])
def test_a_figure_at_its_most_is_met(value: float, is_met: bool) -> None:
    assert at_most("median", value, "ms", 25.0) == Figure("median", value, "ms", "≤ 25", is_met)


def test_the_table_tells_what_is_missed() -> None:
    lines = table([at_most("late", 30, "ms", 25), Figure("speed", 12.345678, "passages/s")]).splitlines()
    assert lines[2:] == ["| late | 30 ms | ≤ 25 | MISSED |", "| speed | 12.35 passages/s |  |  |"]


def test_a_sample_has_the_first_passages_and_their_articles(tmp_path: Path) -> None:
    corpus = tmp_path / "tin.jsonl"
    texts = ["Giá vàng hoà giá bạc.", "Đội bóng thắng.", "Mưa lớn."]
    lines = [json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts)]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    sample = take_sample(corpus, 2)
    assert [article.id for article in sample.articles] == ["0", "1"]
    assert sample.passages == ["Giá vàng hòa giá bạc.", "Đội bóng thắng."]  # as the model reads them


def test_a_command_that_fails_is_named_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=r"ended with 2: .*absent does not exist"):
        index(tmp_path / "data", tmp_path / "absent")
