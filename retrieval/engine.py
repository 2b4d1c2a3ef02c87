"""The facade that every front end calls: one question in, one reply out, from whichever generation is current.

The engine notices a new generation at the next question and opens it then; a question is answered from one snapshot
of the store from beginning to end, so indexing never interrupts an answer. One question is answered at a time, in
about 20 ms; callers with an event loop call from a thread. A phraser, if there is one, works outside that queue.
"""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from embeddings.base import Encoder
from retrieval.answer.answering import cannot_answer, clues_for, find, refused, reply_to
from retrieval.answer.confidence.confidence import Judged
from retrieval.answer.confidence.current import CurrentConfidence
from retrieval.answer.library import Library
from retrieval.answer.ranking.finding import Finding
from retrieval.answer.reply import RefusalReason, Reply
from retrieval.errors import IndexUnusableError
from retrieval.index.snapshot import Snapshot, open_snapshot
from retrieval.index.store import open_for_reading
from retrieval.phrasing.phraser import Phraser, phrase_reply
from retrieval.query.asked import analyse
from retrieval.query.conversation import Turn
from retrieval.query.language import detect_language
from retrieval.records import ArticleRecord, Generation, PassageRecord
from retrieval.text.normal import single_spaced

DEFAULT_TOP = 3
# A question of any length is answered; what stands behind this many characters is not looked at.
MAX_QUESTION_CHARS = 1000


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as indexed, with its passages in order."""

    article: ArticleRecord
    passages: tuple[PassageRecord, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A passage with its neighbours: code points [start, end) of the article's text, at most one passage each side."""

    article: ArticleRecord
    passage: PassageRecord
    start: int
    end: int


class Engine:
    """Answers questions from the index of one data directory."""

    def __init__(
        self, data_dir: Path, encoder: Encoder, phraser: Phraser | None = None, *, confidence_dir: Path | None = None
    ) -> None:
        """Open the index; a ``phraser`` puts answers into other words, without one they are the articles'.

        The confidence is that of ``confidence_dir``, by default the data directory. A new file there counts from the
        next question on; a damaged one is refused here, but does not stop an engine that runs.

        Raises:
            IndexUnusableError: there is none, it is damaged, or another model made it.
            ConfidenceFileError: the file of the confidence is damaged.
        """
        self._data_dir = data_dir
        self._encoder = encoder
        self._phraser = phraser
        self._confidence = CurrentConfidence(confidence_dir or data_dir)
        self._lock = threading.Lock()
        self._opened: Snapshot | None = None
        self._store = open_for_reading(data_dir)
        try:
            with self._snapshot():
                pass
        except BaseException:
            self._store.close()
            raise

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            self._store.close()

    @property
    def generation(self) -> Generation:
        """Return the current generation."""
        with self._snapshot() as snapshot:
            return snapshot.generation

    def ask(
        self,
        question: str,
        *,
        top: int = DEFAULT_TOP,
        previous: Turn | None = None,
        today: dt.date | None = None,
    ) -> Reply:
        """Return the reply to one question, with at most ``top`` citations; never raises for what is asked.

        ``previous`` is the last turn of the conversation, which half a question is completed from; "last year" is
        counted from ``today``, by default this machine's date.
        """
        started = time.perf_counter()
        cleaned = _cleaned(question)
        with self._snapshot() as snapshot:
            reply = self._answer(cleaned, previous, snapshot, top, today or _this_day())
            reply = replace(reply, question=question, generation=snapshot.generation.number)
        reply = phrase_reply(reply, self._phraser)  # outside the lock: a slow model holds up no other question
        elapsed_ms = round((time.perf_counter() - started) * 1000, 3)
        return replace(reply, elapsed_ms=elapsed_ms)

    def findings(self, question: str, *, top: int, today: dt.date | None = None) -> list[Finding]:
        """Return the leading passages, examined and ranked, that ``top`` citations would be made of."""
        cleaned = _cleaned(question)
        with self._snapshot() as snapshot:
            if not _is_askable(cleaned, snapshot):
                return []
            asked = analyse(cleaned, None, snapshot.lexical, today or _this_day(), self._store.articles_titled)
            return find(asked, self._library(snapshot), top)

    def judge(self, question: str, *, today: dt.date | None = None) -> Judged | None:
        """Return what tells whether the articles answer a question, None where no passage was found.

        Confidence is fitted on these; see :mod:`retrieval.answer.confidence.calibration`.
        """
        cleaned = _cleaned(question)
        with self._snapshot() as snapshot:
            if not _is_askable(cleaned, snapshot):
                return None
            library = self._library(snapshot)
            asked = analyse(cleaned, None, snapshot.lexical, today or _this_day(), self._store.articles_titled)
            findings = find(asked, library, DEFAULT_TOP)
            clues = clues_for(asked, findings, library)
            if clues is None:
                return None
            best = findings[0]
            is_refused = cannot_answer(asked, best, clues)
            return Judged(asked.language, clues, is_refused, is_whole=not best.is_of_news)

    @contextmanager
    def library(self) -> Iterator[Library]:
        """Hold the current generation with its articles and the model, for measuring single stages."""
        with self._snapshot() as snapshot:
            yield self._library(snapshot)

    def show(self, article_id: str) -> ArticleView | None:
        """Return one article as indexed, or None."""
        with self._snapshot():
            article = self._store.article(article_id)
            if article is None:
                return None
            return ArticleView(article, tuple(self._store.passages_of(article_id)))

    def surroundings(self, passage_id: str) -> Surroundings | None:
        """Return a cited passage (by its public id) with its neighbours, or None where the index has it no more."""
        article_id, _, ordinal = passage_id.rpartition("#")
        with self._snapshot():
            article = self._store.article(article_id)
            passages = self._store.passages_of(article_id)
        if article is None or not ordinal.isdecimal() or not 1 <= int(ordinal) <= len(passages):
            return None
        place = int(ordinal) - 1
        around = passages[max(0, place - 1) : place + 2]
        return Surroundings(article, passages[place], around[0].start, around[-1].end)

    def articles(self) -> list[ArticleRecord]:
        """Return every article, newest first."""
        with self._snapshot():
            return self._store.all_articles()

    @contextmanager
    def _snapshot(self) -> Iterator[Snapshot]:
        """Hold one consistent state of store and indexes; opens a new generation when there is one."""
        with self._lock, self._store.transaction():
            generation = self._store.generation()
            if generation is None:
                raise IndexUnusableError(
                    f"no run of indexing has finished in {self._data_dir}; make the index with: hoidap index PATH"
                )
            if self._opened is None or self._opened.generation != generation:
                self._opened = open_snapshot(self._data_dir, generation, self._encoder.identity)
            yield self._opened

    def _answer(self, question: str, previous: Turn | None, snapshot: Snapshot, top: int, today: dt.date) -> Reply:
        if not any(char.isalnum() for char in question):
            return refused(detect_language(question), RefusalReason.EMPTY_QUESTION)
        if not snapshot.generation.n_passages:
            return refused(detect_language(question), RefusalReason.EMPTY_INDEX)
        asked = analyse(question, previous, snapshot.lexical, today, self._store.articles_titled)
        library = self._library(snapshot)
        findings = find(asked, library, top)
        return reply_to(asked, findings, self._confidence.model(), clues_for(asked, findings, library), top)

    def _library(self, snapshot: Snapshot) -> Library:
        return Library(snapshot, self._store, self._encoder)


def _is_askable(question: str, snapshot: Snapshot) -> bool:
    return snapshot.generation.n_passages > 0 and any(char.isalnum() for char in question)


def _cleaned(question: str) -> str:
    return single_spaced(question[: 4 * MAX_QUESTION_CHARS])[:MAX_QUESTION_CHARS]


def _this_day() -> dt.date:
    return dt.datetime.now().astimezone().date()
