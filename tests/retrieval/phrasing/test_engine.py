"""The engine with a phraser: what changes in its replies, and that a slow model holds up nobody else."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.answer.reply import Answer, Reply, Status
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.phrasing.phraser import CheckedPhraser, Phrased
from tests.retrieval.phrasing.replies import Saying
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

QUESTION = "Ai chủ trì hội nghị?"


class Waiting:
    """A phraser that takes its time over the question about the conference."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.go_on = threading.Event()

    def phrase(self, reply: Reply) -> Phrased | None:
        if reply.question == QUESTION:
            self.asked.set()
            assert self.go_on.wait(30)
        return None


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("phrased")
    build_index(folder / "data", [write_corpus(folder / "corpus")], CountingEncoder())
    return folder / "data"


@pytest.fixture
def plain(data_dir: Path) -> Iterator[Engine]:
    engine = Engine(data_dir, CountingEncoder())
    yield engine
    engine.close()


def test_phrased_answer_replaces_the_text_and_nothing_else(data_dir: Path, plain: Engine) -> None:
    text = "Hội nghị do đồng chí Nguyễn Văn An chủ trì [1]."
    engine = Engine(data_dir, CountingEncoder(), CheckedPhraser(Saying(text)))
    reply, extractive = engine.ask(QUESTION), plain.ask(QUESTION)
    engine.close()
    assert reply.answer == Answer(text, phrased=True)
    assert extractive.answer is not None
    assert extractive.answer.phrased is False
    assert replace(reply, answer=extractive.answer, elapsed_ms=0) == replace(extractive, elapsed_ms=0)
    assert reply.to_json()["answer"] == {"text": text, "phrased": True}


def test_refused_question_reaches_no_model(data_dir: Path) -> None:
    model = Saying("Hội nghị [1].")
    engine = Engine(data_dir, CountingEncoder(), CheckedPhraser(model))
    reply = engine.ask("???")
    engine.close()
    assert reply.status is Status.REFUSED
    assert model.prompts == []


def test_slow_phraser_holds_up_no_other_question(data_dir: Path) -> None:
    phraser = Waiting()
    engine = Engine(data_dir, CountingEncoder(), phraser)
    replies: list[Reply] = []
    slow = threading.Thread(target=lambda: replies.append(engine.ask(QUESTION)))
    slow.start()
    assert phraser.asked.wait(30)
    try:
        assert engine.ask("giá vàng").citations[0].article_id == "gia-vang.txt"
        assert replies == []
    finally:
        phraser.go_on.set()
        slow.join()
        engine.close()
    assert replies[0].status is Status.ANSWERED
