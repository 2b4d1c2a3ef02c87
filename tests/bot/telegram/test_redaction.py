"""The token in no log line: not in messages, arguments, tracebacks, nor in what the libraries say."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.secret import Secret
from bot.telegram.redaction import log_to

TOKEN = "123456:AAsecret_part-of-it"  # noqa: S105 (made up)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    root = logging.getLogger()
    level = root.level
    handler = log_to(stream, Secret(TOKEN), Secret("hook-secret"))
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_secrets_are_masked_in_messages_arguments_and_tracebacks(log: io.StringIO) -> None:
    logger = logging.getLogger("tests.redaction")
    logger.warning("asked https://api.telegram.org/bot%s/getMe", TOKEN)
    logger.warning("asked https://api.telegram.org/bot123456%3AAAsecret_part-of-it/getMe")
    try:
        int(f"bad token {TOKEN} for hook-secret")
    except ValueError:
        logger.exception("failed", stack_info=True)
    said = log.getvalue()
    assert "AAsecret" not in said
    assert "hook-secret" not in said
    assert "asked https://api.telegram.org/bot***/getMe" in said
    assert "bad token *** for ***" in said


def test_addresses_that_http_libraries_log_are_not_logged(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("bot.telegram").info("signed in")
    assert log.getvalue().endswith("INFO bot.telegram: signed in\n")
    assert log.getvalue().count("\n") == 1
