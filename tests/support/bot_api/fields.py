"""What a request to a method brings: named texts and files, read as Telegram reads them.

Telegram forgives much here (a number that is none counts as 0) and little elsewhere; both are followed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.bot_api.refusals import bad_request

Json = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file in the body of a request."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True)
class Fields:
    """The arguments of one call."""

    texts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return an argument, "" where it is missing."""
        return self.texts.get(name, "")

    def integer(self, name: str, default: int = 0, low: int | None = None, high: int | None = None) -> int:
        """Return an argument as a number within [low, high]; the default where it is missing or no number."""
        value = whole_number(self.text(name))
        if value is None:
            value = default
        if low is not None:
            value = max(value, low)
        if high is not None:
            value = min(value, high)
        return value

    def boolean(self, name: str) -> bool:
        """Return an argument as yes or no."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> Any:
        """Return a JSON argument, None where it is missing.

        Raises:
            RefusedError: it is no JSON; ``what`` names it in the words of the error.
        """
        encoded = self.text(name)
        if not encoded:
            return None
        try:
            return json.loads(encoded)
        except ValueError:
            raise bad_request(f"Can't parse {what} JSON object") from None


def whole_number(text: str) -> int | None:
    """Return the number that a text is, or None."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() else None


def required_text(value: Json, name: str) -> str:
    """Return a field of a JSON object that has to be there.

    Raises:
        RefusedError: it is missing or no text.
    """
    if name not in value:
        raise bad_request(f'Can\'t find field "{name}"')
    return optional_text(value, name)


def optional_text(value: Json, name: str) -> str:
    """Return a field of a JSON object, "" where it is missing.

    Raises:
        RefusedError: it is neither text nor number.
    """
    found = value.get(name)
    if found is None:
        return ""
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        raise bad_request(f'Field "{name}" must be of type String')
    return str(found)
