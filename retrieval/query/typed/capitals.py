"""Capitals given back to a question typed in small letters, for the model: it reads "canada" and "Canada" apart.

People on phones type no capitals; articles have them. Names are written as the articles write them, and the first
letter is a capital. A question with any capital is left as it was typed.
"""

from retrieval.index.capitals import CorpusNames
from retrieval.text.tokens import tokenise


def with_capitals(question: str, names: CorpusNames) -> str:
    """Return an NFC question with the capitals that it would have in an article."""
    if any(char.isupper() for char in question):
        return question
    tokens = tokenise(question)
    found = names.find([token.text for token in tokens])
    ends = [0, *(tokens[name.end - 1].end for name in found), len(question)]
    pieces = [question[end : tokens[name.start].start] + name.written for end, name in zip(ends, found, strict=False)]
    written = "".join(pieces) + question[ends[-2] :]
    return written[:1].upper() + written[1:]
