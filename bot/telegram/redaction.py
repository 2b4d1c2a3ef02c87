"""Keeps the token out of the log: the libraries log addresses, and every address of the Bot API holds it."""

import logging
from typing import IO

from bot.secret import MASK, Secret

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TALKATIVE = ("httpx", "httpcore", "telegram", "tornado", "apscheduler")


class Redaction(logging.Filter):
    """Replaces secrets in every record, its arguments and its traceback."""

    def __init__(self, *secrets: Secret) -> None:
        """Take what must not be seen."""
        super().__init__()
        self._secrets = [secret.reveal() for secret in secrets]

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean a record and let it pass."""
        record.msg = self.clean(record.getMessage())
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.clean(record.exc_text)
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True

    def clean(self, text: str) -> str:
        """Return the text with each secret masked, also as addresses spell it."""
        for secret in self._secrets:
            text = text.replace(secret, MASK).replace(secret.replace(":", "%3A"), MASK)
        return text


def log_to(stream: IO[str], *secrets: Secret) -> logging.Handler:
    """Log to a stream, without secrets, and return the handler that does; libraries only warn."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(Redaction(*secrets))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler
