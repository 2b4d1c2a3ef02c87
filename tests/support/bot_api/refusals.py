"""The errors of the Bot API: a code, Telegram's own words, and at times parameters that say when to come back.

RefusedError is the only exception that the server's methods raise on purpose; the front turns it into the JSON answer.
"""

from collections.abc import Mapping

_PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


class RefusedError(Exception):
    """A request that Telegram would refuse; ``words`` is the description as it goes into that of an outer error."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None, words: str = ""
    ) -> None:
        super().__init__(f"{code} {description}")
        self.words = words or description
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def as_json(self) -> dict[str, object]:
        """Return the body of the answer."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def refused(code: int, words: str) -> RefusedError:
    """Return an error with the prefix of its code; a first letter is made small unless a capital or _ follows it."""
    follows = words[1:2]
    said = words if follows == "_" or follows.isupper() else words[:1].lower() + words[1:]
    return RefusedError(code, f"{_PREFIXES[code]}: {said}", words=words)


def bad_request(words: str) -> RefusedError:
    """Return a 400."""
    return refused(400, words)


def forbidden(words: str) -> RefusedError:
    """Return a 403."""
    return refused(403, words)


def conflict(words: str) -> RefusedError:
    """Return a 409."""
    return refused(409, words)


def not_modified() -> RefusedError:
    """Return the 400 for an edit that changes nothing."""
    return bad_request(_NOT_MODIFIED)


def too_many_requests(retry_after_seconds: int) -> RefusedError:
    """Return a 429 that says in how many seconds to come back."""
    return RefusedError(
        429, f"Too Many Requests: retry after {retry_after_seconds}", {"retry_after": retry_after_seconds}
    )


def unauthorized() -> RefusedError:
    """Return the 401 for a token that belongs to no bot."""
    return RefusedError(401, "Unauthorized")


def unknown_method() -> RefusedError:
    """Return the 404 for a method that does not exist."""
    return RefusedError(404, "Not Found: method not found")
