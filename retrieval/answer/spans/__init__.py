"""From a passage to the words of it that answer: candidates of the asked kind, the best of them, and if it is safe."""

from retrieval.answer.spans.answering import answer_among, choose_answer, find_answer
from retrieval.answer.spans.found import FoundAnswer

__all__ = ["FoundAnswer", "answer_among", "choose_answer", "find_answer"]
