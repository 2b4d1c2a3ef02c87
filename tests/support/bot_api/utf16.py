"""Lengths and cuts in UTF-16 units, in which Telegram counts texts and places entities."""


def length(text: str) -> int:
    """Return the number of UTF-16 units of a text."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, n_units: int) -> str:
    """Return the part of a text that an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * offset : 2 * (offset + n_units)].decode("utf-16-le")
