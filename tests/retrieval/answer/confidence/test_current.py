"""An engine that runs while its confidence changes: a new file counts, a damaged one stops nothing."""

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.answer.confidence.confidence import (
    FILE_NAME,
    ConfidenceFileError,
    ConfidenceModel,
    Logistic,
    write_confidence,
)
from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

QUESTION = "Ai chủ trì hội nghị?"
SURE = ConfidenceModel(Logistic(3.0, {}, 0.1), Logistic(3.0, {}, 0.1), "by hand: always sure")
DOUBTFUL = replace(SURE, vietnamese=Logistic(-3.0, {}, 0.9), fitted_on="by hand: never sure")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    build_index(tmp_path / "data", [write_corpus(tmp_path / "corpus")], CountingEncoder())
    return tmp_path / "data"


@pytest.fixture
def engine(data_dir: Path) -> Iterator[Engine]:
    engine = Engine(data_dir, CountingEncoder())
    yield engine
    engine.close()


def test_new_file_counts_from_the_next_question_on_and_a_removed_one_no_more(engine: Engine, data_dir: Path) -> None:
    shipped = engine.ask(QUESTION)
    write_confidence(data_dir / FILE_NAME, DOUBTFUL)
    doubtful = engine.ask(QUESTION)
    assert (doubtful.status, doubtful.confidence) == (Status.REFUSED, 0.0474)
    write_confidence(data_dir / FILE_NAME, SURE)
    assert engine.ask(QUESTION).confidence == 0.9526
    (data_dir / FILE_NAME).unlink()
    assert engine.ask(QUESTION).confidence == shipped.confidence


def test_damaged_file_is_logged_once_and_the_one_before_counts_on(
    engine: Engine, data_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_confidence(data_dir / FILE_NAME, SURE)
    assert engine.ask(QUESTION).confidence == 0.9526
    (data_dir / FILE_NAME).write_text("{", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert [engine.ask(QUESTION).confidence for _ in range(3)] == [0.9526] * 3
    (record,) = caplog.records
    assert "confidence.json cannot be used" in record.getMessage()
    write_confidence(data_dir / FILE_NAME, DOUBTFUL)
    assert engine.ask(QUESTION).confidence == 0.0474


def test_file_of_the_same_size_and_time_in_place_of_another_is_noticed(engine: Engine, data_dir: Path) -> None:
    path = data_dir / FILE_NAME
    write_confidence(path, SURE)
    assert engine.ask(QUESTION).confidence == 0.9526
    status = path.stat()
    write_confidence(path, replace(SURE, vietnamese=Logistic(2.0, {}, 0.1)))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert engine.ask(QUESTION).confidence == 0.8808


def test_engine_does_not_start_with_a_damaged_file(data_dir: Path) -> None:
    (data_dir / FILE_NAME).write_text("{", encoding="utf-8")
    with pytest.raises(ConfidenceFileError, match="hoidap calibrate"):
        Engine(data_dir, CountingEncoder())


def test_confidence_of_another_directory_counts_where_it_is_named(data_dir: Path, tmp_path: Path) -> None:
    write_confidence(tmp_path / "own" / FILE_NAME, SURE)
    engine = Engine(data_dir, CountingEncoder(), confidence_dir=tmp_path / "own")
    assert engine.ask(QUESTION).confidence == 0.9526
    engine.close()
