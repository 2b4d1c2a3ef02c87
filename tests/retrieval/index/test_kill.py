"""Kills real runs of indexing at many moments: what is left must answer, and the next run must finish.

The runs are forked from one process that has imported everything, since importing takes longer than a run.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.engine import Engine
from retrieval.index.builder import build_index
from tests.support.corpora import ARTICLES, write_corpus
from tests.support.encoders import CountingEncoder

N_KILLS = 40
N_ARTICLES = 30
# A run prints a line a file and one a stage: 3 stages, 30 files, 1 batch, 1 write, and "done".
N_LINES = N_ARTICLES + 6
ENDED = {"over\n", ""}  # a run, or the process that all are forked from

# The run tells how far it is through its progress, so that a kill hits the stage meant on any machine.
FORKER = """
import os, sys, time
from pathlib import Path
import underthesea
from retrieval.index.builder import build_index
from tests.support.encoders import CountingEncoder

class Steps:
    def start(self, stage, total):
        print(stage, flush=True)
    def advance(self, done):
        print("step", flush=True)
        time.sleep(0.002)

for line in sys.stdin:
    data_dir, corpus = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
        build_index(Path(data_dir), [Path(corpus)], CountingEncoder(), progress=Steps())
        print("done", flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    print("over", flush=True)
"""


@pytest.fixture(scope="module")
def forker() -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", FORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
        text=True,
    )
    yield process
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.wait()
    process.stdout.close()


def articles_of(amount: int) -> dict[str, str]:
    text = ARTICLES["gia-vang.txt"]
    return {f"{n:03}.txt": text.replace("500.000", f"{amount + n}.000") for n in range(N_ARTICLES)}


def kill_after_lines(forker: subprocess.Popen[str], data_dir: Path, corpus: Path, n_lines: int) -> None:
    assert forker.stdin is not None
    assert forker.stdout is not None
    forker.stdin.write(f"{data_dir}\t{corpus}\n")
    forker.stdin.flush()
    run = int(forker.stdout.readline())
    for _ in range(n_lines):
        if forker.stdout.readline() in ENDED:
            return  # the run has died by itself: what it left must answer, too
    time.sleep((n_lines % 5) * 0.002)
    os.kill(run, signal.SIGKILL)
    while forker.stdout.readline() not in ENDED:
        pass


@pytest.mark.parametrize("moment", range(N_KILLS))
def test_a_killed_run_leaves_an_index_that_answers(forker: subprocess.Popen[str], tmp_path: Path, moment: int) -> None:
    corpus, data_dir = tmp_path / "corpus", tmp_path / "data"
    encoder = CountingEncoder()
    build_index(data_dir, [write_corpus(corpus, articles_of(100))], encoder)
    write_corpus(corpus, articles_of(500))
    kill_after_lines(forker, data_dir, corpus, moment * N_LINES // N_KILLS)

    engine = Engine(data_dir, encoder)
    number = engine.generation.number
    amounts = {article.text.split("tăng ")[2].split(".")[0] for article in engine.articles()}
    assert amounts == {str((100 if number == 1 else 500) + n) for n in range(N_ARTICLES)}
    reply = engine.ask("giá vàng tăng bao nhiêu")
    for citation in reply.citations:
        view = engine.show(citation.article_id)
        assert view is not None
        assert citation.excerpt == view.article.text[citation.start : citation.end]
    assert len(reply.citations) == 3
    engine.close()

    report = build_index(data_dir, [corpus], encoder)
    assert report.passages == N_ARTICLES
    engine = Engine(data_dir, encoder)
    assert all("500.000" not in article.text or article.id == "000.txt" for article in engine.articles())
    assert engine.generation.n_articles == N_ARTICLES
    engine.close()
