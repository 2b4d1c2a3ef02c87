"""What a conversation remembers of a reply, for every front end alike."""

from retrieval.answer.reply import RefusalReason, Reply
from retrieval.query.conversation import Turn
from retrieval.query.language import detect_language


def turn_after(reply: Reply, previous: Turn | None) -> Turn | None:
    """Return the turn to remember after a reply, to be given back to ``Engine.ask`` with the next question.

    A question without words leaves the one before in mind. Where the same question is asked on ("who else?"), the
    passages shown add up, so that no passage is shown twice, and what was answered first stays what "he" means.
    """
    if reply.refusal is not None and reply.refusal.reason is RefusalReason.EMPTY_QUESTION:
        return previous
    question = reply.analysis.standalone or reply.analysis.restored or " ".join(reply.question.split())
    shown = tuple(citation.passage_id for citation in reply.citations)
    answer = reply.answer.text if reply.answer else None
    if previous is not None and reply.analysis.standalone == previous.question:
        shown = tuple(dict.fromkeys((*previous.passages, *shown)))
        answer = previous.answer or answer
    return Turn(question, detect_language(question), shown, answer)
