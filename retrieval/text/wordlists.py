"""Lists of words as they are best read and edited: one text, as many words a line as fit."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that white space parts."""
    return frozenset(text.split())


def pair_set(text: str) -> frozenset[tuple[str, str]]:
    """Return the pairs of words of a text in which commas part them: "thị xã, thành phố"."""
    pairs = (pair.split() for pair in text.split(","))
    return frozenset((left, right) for left, right in pairs)
