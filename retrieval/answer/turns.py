"""What a conversation remembers of a reply, for every front end alike."""

from collections.abc import Sequence

from retrieval.answer.reply import Reply
from retrieval.query.conversation import Turn
from retrieval.query.language import detect_language
from retrieval.text.normal import single_spaced
from retrieval.text.tokens import token_texts


def turn_after(reply: Reply, previous: Turn | None) -> Turn | None:
    """Return the turn to remember after a reply, to be given back to ``Engine.ask`` with the next question."""
    question = reply.analysis.standalone or reply.analysis.restored or reply.question
    shown = [citation.passage_id for citation in reply.citations]
    answer = reply.answer.text if reply.answer else None
    title = reply.citations[0].title if reply.citations else None
    return turn_of(question, shown, answer, title, previous)


def turn_of(
    question: str, passages: Sequence[str], answer: str | None, title: str | None, previous: Turn | None
) -> Turn | None:
    """Return the turn of a whole question, what it was answered and which passages (public ids) were shown for it.

    A question without words leaves the one before in mind. Where the same question is asked on ("who else?"), the
    passages shown add up, so that no passage is shown twice, and what was answered first stays what "he" means.
    """
    question = single_spaced(question)
    if not token_texts(question):
        return previous
    shown = tuple(passages)
    further: tuple[str, ...] = ()
    if previous is not None and question == previous.question:
        shown = tuple(dict.fromkeys((*previous.passages, *shown)))
        further = previous.further + ((answer,) if previous.answer and answer else ())
        answer = previous.answer or answer
        title = title or previous.title
    return Turn(question, detect_language(question), shown, answer, title, further)
