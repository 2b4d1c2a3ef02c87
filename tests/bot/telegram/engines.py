"""Engines that do on purpose what the real one does seldom: take long, fail, or offer another meaning."""

import datetime as dt
import threading
import time
from dataclasses import dataclass, field, replace

from retrieval.answer.reply import Alternative, Reply
from retrieval.engine import ArticleView, Engine, Surroundings
from retrieval.query.conversation import Turn
from retrieval.records import ArticleRecord, Generation


@dataclass
class Wrapped:
    """The real engine behind a gate: ``opened`` lets questions through, ``error`` is raised instead of answering."""

    engine: Engine
    opened: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None
    asked: list[str] = field(default_factory=list)
    previous: list[Turn | None] = field(default_factory=list)

    @property
    def generation(self) -> Generation:
        return self.engine.generation

    def ask(self, question: str, *, top: int = 3, previous: Turn | None = None, today: dt.date | None = None) -> Reply:
        self.asked.append(question)
        self.previous.append(previous)
        self.opened.wait(20)
        if self.error is not None:
            raise self.error
        return self.engine.ask(question, top=top, previous=previous, today=today)

    def show(self, article_id: str) -> ArticleView | None:
        return self.engine.show(article_id)

    def surroundings(self, passage_id: str) -> Surroundings | None:
        return self.engine.surroundings(passage_id)

    def articles(self) -> list[ArticleRecord]:
        return self.engine.articles()


class OfTwoMeanings(Wrapped):
    """Offers its second citation as another meaning of every question."""

    def ask(self, question: str, *, top: int = 3, previous: Turn | None = None, today: dt.date | None = None) -> Reply:
        self.opened.set()
        reply = super().ask(question, top=top, previous=previous, today=today)
        other = reply.citations[1]
        start, end = other.highlights[0]
        alternative = Alternative("hội nghị khác", other.excerpt[start:end], replace(other, rank=1))
        return replace(reply, alternatives=(alternative,))


class Remembering(Wrapped):
    """Finds each question's answer once, for tests that are about what comes after."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.opened.set()
        self._replies: dict[str, Reply] = {}

    def ask(self, question: str, *, top: int = 3, previous: Turn | None = None, today: dt.date | None = None) -> Reply:
        if question not in self._replies:
            self._replies[question] = super().ask(question, top=top, previous=previous, today=today)
        return self._replies[question]


class HeldUntilReindexed(Wrapped):
    """Answers so many questions at once, and the others only when there is a new generation of the index."""

    def __init__(self, engine: Engine, n_free: int) -> None:
        super().__init__(engine)
        self.opened.set()
        self._n_free = n_free
        self._former = engine.generation.number

    def ask(self, question: str, *, top: int = 3, previous: Turn | None = None, today: dt.date | None = None) -> Reply:
        if len(self.asked) >= self._n_free:
            self._wait_for_a_new_generation()
        return super().ask(question, top=top, previous=previous, today=today)

    def _wait_for_a_new_generation(self) -> None:
        until = time.monotonic() + 60
        while self.engine.generation.number == self._former:
            if time.monotonic() > until:
                raise TimeoutError("there is no new generation")
            time.sleep(0.02)
