"""Half questions: "còn năm 2023?", "ở Đà Nẵng thì sao?", "who else?" carry over what they leave out.

A question is taken apart by its own language (``*_half``), what it names or asks anew is put into the question before
(``*_completing``, ``exchanging``), and the result is a whole question that is answered like any other.
"""

from retrieval.query.followups.completion import FollowUp, complete

__all__ = ["FollowUp", "complete"]
