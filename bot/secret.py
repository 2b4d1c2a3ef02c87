"""A text that must not be seen: logs, tracebacks and error messages show a mask in its place.

Only :meth:`Secret.reveal` gives the text, so that every use of it can be found by that one word.
"""

import hmac
from typing import NoReturn

MASK = "***"


class Secret:
    """Holds a token or a password; ``str``, ``repr`` and ``format`` show a mask, and it cannot be pickled."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        """Take the text to hide."""
        self.__text = text

    def reveal(self) -> str:
        """Return the text itself, for the one call that needs it."""
        return self.__text

    def __eq__(self, other: object) -> bool:
        """Return whether the other one hides the same text; takes equally long wherever they differ."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self.__text.encode(), other.reveal().encode())

    def __hash__(self) -> int:
        """Return the hash of the text."""
        return hash((Secret, self.__text))

    def __str__(self) -> str:
        """Return the mask."""
        return MASK

    def __repr__(self) -> str:
        """Return the mask as a call."""
        return f"Secret({MASK})"

    def __format__(self, spec: str) -> str:
        """Return the mask, laid out as asked."""
        return format(MASK, spec)

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled or copied out.

        Raises:
            TypeError: always.
        """
        raise TypeError("a secret is not pickled")
