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

from embeddings.base import Encoder, Vectors
from retrieval.answer.confidence import MIN_CONFIDENCE, estimate_confidence
from retrieval.answer.coverage import term_weights
from retrieval.answer.evidence import Evidence, ScoredSentence, best_by_meaning, load_evidence, without_passages
from retrieval.answer.reply import Analysis, Answer, Citation, Refusal, RefusalReason, Reply, Status
from retrieval.answer.search import RERANKED, Hit, find_passages, rerank_by_sentence
from retrieval.answer.texts import refusal_text
from retrieval.errors import IndexUnusableError
from retrieval.index.snapshot import Snapshot, open_snapshot
from retrieval.index.store import open_for_reading
from retrieval.phrasing.phraser import Phraser, phrase_reply
from retrieval.query.conversation import Turn
from retrieval.query.followups import complete
from retrieval.query.language import Language
from retrieval.query.terms import Typing, question_terms
from retrieval.query.understanding import Understood, understand
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

    def __init__(self, data_dir: Path, encoder: Encoder, phraser: Phraser | None = None) -> None:
        """Open the index; a ``phraser`` puts answers into other words, without one they are the articles'.

        Raises:
            IndexUnusableError: there is none, it is damaged, or another model made it.
        """
        self._data_dir = data_dir
        self._encoder = encoder
        self._phraser = phraser
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
        today: dt.date | None = None,  # noqa: ARG002 (the conversation is completed in a later step)
    ) -> Reply:
        """Return the reply to one question, with at most ``top`` citations; never raises for what is asked.

        ``previous`` is the last turn of the conversation, which half a question is completed from; "last year" is
        counted from ``today``, by default this machine's date.
        """
        started = time.perf_counter()
        cleaned = single_spaced(question[: 4 * MAX_QUESTION_CHARS])[:MAX_QUESTION_CHARS]
        with self._snapshot() as snapshot:
            reply = self._answer(cleaned, understand(cleaned, snapshot.lexical), snapshot, top, previous)
            number = snapshot.generation.number
        reply = phrase_reply(reply, self._phraser)  # outside the lock: a slow model holds up no other question
        elapsed_ms = round((time.perf_counter() - started) * 1000, 3)
        return replace(reply, question=question, generation=number, elapsed_ms=elapsed_ms)

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

    def _answer(
        self, question: str, understood: Understood, snapshot: Snapshot, top: int, previous: Turn | None
    ) -> Reply:
        language = understood.language
        if not any(char.isalnum() for char in question):
            return _refused(language, RefusalReason.EMPTY_QUESTION)
        if not snapshot.generation.n_passages:
            return _refused(language, RefusalReason.EMPTY_INDEX)
        whole = complete(understood.letters, previous, understood.text)
        language = whole.reply_language
        terms = question_terms(whole.question, whole.language, restored=understood.typed_bare)
        weights = term_weights(terms, snapshot.lexical)
        query = self._encoder.encode_queries([terms.to_embed])[0]
        hits = find_passages(query, terms, snapshot.dense, snapshot.lexical)
        hits = without_passages(hits, whole.exclude, snapshot, self._store)[: max(RERANKED, top)]
        analysis = Analysis(
            restored=understood.text if understood.text != question and not whole.is_follow_up else None,
            standalone=whole.question if whole.is_follow_up else None,
        )
        if not hits:
            return replace(_refused(language, RefusalReason.NOTHING_MORE), analysis=analysis)
        evidence = load_evidence(hits, snapshot, self._store, weights)
        hits = rerank_by_sentence(hits, terms.typing, {row: found.best.score for row, found in evidence.items()})[:top]
        best = evidence[hits[0].row]
        confidence = estimate_confidence(hits[0], best.best.span.of(best.article.text), terms, snapshot.lexical)
        sentences = [self._sentence(evidence[hit.row], terms.typing, query) for hit in hits[:1]]
        sentences += [evidence[hit.row].best for hit in hits[1:]]
        citations = tuple(
            _cite(rank, hit, evidence[hit.row], sentence)
            for rank, (hit, sentence) in enumerate(zip(hits, sentences, strict=True), start=1)
        )
        if confidence < MIN_CONFIDENCE:
            reason = RefusalReason.NOTHING_MORE if whole.exclude else RefusalReason.LOW_CONFIDENCE
            refused = _refused(language, reason)
            return replace(refused, confidence=confidence, citations=citations, analysis=analysis)
        text = sentences[0].span.of(best.article.text)
        return Reply(question, language, Status.ANSWERED, confidence, Answer(text), None, citations, analysis)

    def _sentence(self, found: Evidence, typing: Typing, query: Vectors) -> ScoredSentence:
        """Return the sentence to answer with; few words of an English question match, so meaning decides a tie."""
        if typing is Typing.FOREIGN and len(found.equals) > 1:
            return best_by_meaning(found.article.text, found.equals, query, self._encoder)
        return found.best


def _refused(language: Language, reason: RefusalReason) -> Reply:
    return Reply("", language, Status.REFUSED, 0.0, None, Refusal(reason, refusal_text(reason, language)), ())


def _cite(rank: int, hit: Hit, found: Evidence, sentence: ScoredSentence) -> Citation:
    article, passage = found.article, found.passage
    return Citation(
        rank=rank,
        article_id=article.id,
        passage_id=passage.public_id,
        title=article.title,
        source=article.source,
        author=article.author,
        published=article.published,
        url=article.url,
        path=article.path,
        excerpt=article.text[passage.start : passage.end],
        start=passage.start,
        end=passage.end,
        highlights=((sentence.span.start - passage.start, sentence.span.end - passage.start),),
        score=round(hit.score, 6),
    )
