"""Lets a language model phrase an answer, and keeps of it what the cited passages support, or nothing at all.

The model only ever rewords: status, confidence and citations stay as they are, and where nothing is kept, or the model
is not to be had, the extractive answer stays too.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from retrieval.answer.reply import Answer, Citation, Reply, Status
from retrieval.phrasing.drafts import DraftSentence, is_plain, read_draft
from retrieval.phrasing.figures import canonical
from retrieval.phrasing.instructions import speaks_to_a_model
from retrieval.phrasing.periods import dates_stand
from retrieval.phrasing.prompt import Prompt, build_prompt
from retrieval.phrasing.reading import Reading, read
from retrieval.phrasing.support import supporting_ranks
from retrieval.phrasing.wording import shares_a_word
from retrieval.query.glossary import english_glossary
from retrieval.text.tokens import folded

MAX_SENTENCES = 6
MAX_ANSWER_CHARS = 1200
# Words; up to so many, the extractive answer is a span that was chosen with care, and its names and figures are kept.
MAX_SPAN_WORDS = 12

_logger = logging.getLogger(__name__)


class LanguageModelError(Exception):
    """A language model could not be asked, or gave nothing to use; the message says why and holds no secret."""


class LanguageModelPausedError(LanguageModelError):
    """It failed before and is left alone for now; that was reported then."""


class LanguageModel(Protocol):
    """Something that answers a prompt with text."""

    def complete(self, prompt: Prompt) -> str:
        """Return the model's answer.

        Raises:
            LanguageModelError: there is none.
        """
        ...


@dataclass(frozen=True, slots=True)
class Phrased:
    """An answer in a model's words: sentences that the cited passages support, each with its markers ("… [1][2].")."""

    text: str


class Phraser(Protocol):
    """What the engine lets phrase its answers, outside its lock: it may take seconds."""

    def phrase(self, reply: Reply) -> Phrased | None:
        """Return the answer in other words, or None to leave it as it is; never raises."""
        ...


class CheckedPhraser:
    """A phraser that trusts its model with nothing: every sentence is checked against the passages it cites."""

    def __init__(self, model: LanguageModel) -> None:
        """Take the model."""
        self._model = model

    def phrase(self, reply: Reply) -> Phrased | None:
        """Return what the model wrote as far as it is supported; None where nothing is, or for a refused question."""
        if reply.status is not Status.ANSWERED or reply.answer is None:
            return None
        shown = [citation for citation in reply.citations if not speaks_to_a_model(citation.excerpt)]
        if not shown or shown[0].rank != reply.citations[0].rank:
            return None
        try:
            draft = self._model.complete(build_prompt(understood_question(reply), reply.language, shown))
        except LanguageModelPausedError:
            return None
        except LanguageModelError as error:
            _logger.warning("the answer is shown as the article has it: %s", error)
            return None
        return check_draft(draft, reply, shown)


def phrase_reply(reply: Reply, phraser: Phraser | None) -> Reply:
    """Return the reply with its answer phrased, or as it is where there is no phraser or nothing to show of it."""
    if phraser is None or reply.status is not Status.ANSWERED:
        return reply
    phrased = phraser.phrase(reply)
    return reply if phrased is None else replace(reply, answer=Answer(phrased.text, phrased=True))


def understood_question(reply: Reply) -> str:
    """Return the question as it was understood: completed from the conversation, or with its marks."""
    return reply.analysis.standalone or reply.analysis.restored or reply.question


def check_draft(draft: str, reply: Reply, shown: Sequence[Citation]) -> Phrased | None:
    """Return what may be shown of a model's text; never raises, whatever the text is.

    Args:
        draft: The model's text.
        reply: The reply to phrase, which has an answer.
        shown: The citations whose passages the model was given; a sentence may cite no other.
    """
    if reply.answer is None:
        return None
    passages = {citation.rank: read(citation.excerpt) for citation in shown}
    everything = " ".join(passage.text for passage in passages.values())
    question, answer = read(understood_question(reply)), read(reply.answer.text)
    kept: list[DraftSentence] = []
    for sentence in read_draft(draft):
        said = read(sentence.text)
        if not is_plain(said.text, everything) or speaks_to_a_model(said.text):
            continue
        ranks = supporting_ranks(said, sentence.ranks, passages, question, reply.language)
        if ranks and shares_a_word(said, (question, answer)):
            kept.append(DraftSentence(said.text, ranks, sentence.stop))
    kept = _at_most(kept)
    return Phrased(" ".join(map(_shown, kept))) if _keeps_the_answer(kept, answer, shown[0].rank) else None


def _at_most(sentences: Sequence[DraftSentence]) -> list[DraftSentence]:
    """Return the first sentences that together are short enough to show."""
    kept: list[DraftSentence] = []
    n_chars = 0
    for sentence in sentences[:MAX_SENTENCES]:
        n_chars += len(_shown(sentence)) + 1
        if n_chars > MAX_ANSWER_CHARS:
            break
        kept.append(sentence)
    return kept


def _shown(sentence: DraftSentence) -> str:
    markers = "".join(f"[{rank}]" for rank in sentence.ranks)
    return f"{sentence.text} {markers}{sentence.stop}"


def _keeps_the_answer(sentences: Sequence[DraftSentence], answer: Reading, first_rank: int) -> bool:
    """Return whether the sentences still give the extractive answer.

    One of them must rest on the first citation; of a short answer, all names, figures and dates must be there.
    """
    if not any(first_rank in sentence.ranks for sentence in sentences):
        return False
    if len(answer.words) > MAX_SPAN_WORDS:
        return True
    readings = [read(sentence.text) for sentence in sentences]
    theirs = {word for reading in readings for word in _comparable(reading)}
    needed = {canonical(answer.bare[place]) for place in range(len(answer.words)) if _is_needed(answer, place)}
    return needed <= theirs and dates_stand(answer, readings)


def _comparable(reading: Reading) -> Iterator[str]:
    """Yield the words without marks, figures canonical, and what English words are in Vietnamese."""
    yield from map(canonical, reading.bare)
    for expression in english_glossary().expressions(reading.words):
        for rendering in expression.renderings:
            yield from folded(list(rendering))


def _is_needed(answer: Reading, place: int) -> bool:
    """Return whether a word of a short answer is a figure or part of a name; its first word alone may be neither."""
    if answer.dated[place]:
        return False
    if answer.words[place][0].isdigit():
        return True
    opens_small = place == 0 and len(answer.words) > 1 and not (answer.joined[0] and answer.capital[1])
    return answer.capital[place] and not opens_small
