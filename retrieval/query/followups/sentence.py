"""How a question begins and ends, alike in both languages: a capital first, a question mark last, names as they are."""

from retrieval.query.followups.names import find_names
from retrieval.query.followups.typed import bare_question


def as_sentence(text: str) -> str:
    """Return the text as a question: a capital first, a question mark last."""
    text = bare_question(" ".join(text.split()))
    return f"{text[:1].upper()}{text[1:]}?"


def small_start(text: str) -> str:
    """Return the text with a small first letter, unless a name begins it."""
    if any(name.bare_start == 0 for name in find_names(text)) or text[:2].isupper():
        return text
    return f"{text[:1].lower()}{text[1:]}"
