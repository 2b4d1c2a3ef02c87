"""``hoidap bot``: answer in Telegram until told to stop; with ``--health``, say how a bot that runs fares."""

import argparse
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cli.output import write_line
from bot.cli.status import CommandError, ExitStatus
from bot.secret import Secret
from bot.settings import Settings

if TYPE_CHECKING:
    from retrieval.engine import Engine

_UNWELL = 1  # what Docker and systemd take for a failed check
_WARM_UP = "Hội nghị diễn ra khi nào?"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--polling", action="store_true", help="ask Telegram for updates even where TELEGRAM_WEBHOOK_URL is set"
    )
    parser.add_argument(
        "--health", action="store_true", help="start nothing; exit 0 if the bot of this data directory is well, else 1"
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run the bot and return 0 once it was told to stop and has finished; with ``--health`` return 0 or 1 at once.

    Raises:
        CommandError: no token, or one that Telegram refuses; or the state of the bot cannot be used.
        IndexUnusableError: there is no index, it is damaged, or another model made it.
        EmbeddingError: the model cannot be used.
    """
    if arguments.health:
        return _tell_health(settings)
    token = settings.telegram_bot_token
    if token is None:
        raise CommandError(
            "there is no token: get one from @BotFather and set TELEGRAM_BOT_TOKEN, in the environment or in .env"
        )
    if arguments.polling:
        settings = replace(settings, telegram_webhook_url=None)
    from bot.app import open_engine
    from bot.telegram.redaction import log_to

    log_to(sys.stderr, token, *([settings.telegram_webhook_secret] if settings.telegram_webhook_secret else []))
    engine = open_engine(settings)
    try:
        engine.ask(_WARM_UP)  # a model that cannot be used is found now, and the first person need not wait for it
        return _serve(settings, token, engine)
    finally:
        engine.close()


def _tell_health(settings: Settings) -> int:
    from bot.telegram.heartbeat import check

    verdict = check(settings.data_dir, time.time())
    write_line(verdict.reason)
    return ExitStatus.DONE if verdict.is_well else _UNWELL


def _serve(settings: Settings, token: Secret, engine: "Engine") -> int:
    import asyncio
    import logging

    from bot.telegram.receiving import TokenRefusedError
    from bot.telegram.running import serve
    from bot.telegram.state.store import StateError, open_store
    from bot.telegram.webhook import ListeningError

    try:
        store = open_store(settings.data_dir)
    except StateError as error:
        raise CommandError(str(error)) from error
    try:
        asyncio.run(serve(settings, token, engine, store))
    except ListeningError as error:
        raise CommandError(str(error)) from error
    except TokenRefusedError as error:
        raise CommandError(
            f"{settings.telegram_api_url} does not accept the token: "
            "copy it again from @BotFather to TELEGRAM_BOT_TOKEN"
        ) from error
    except Exception as error:
        # Through the log, which masks the token: Python itself would print the traceback as it is.
        logging.getLogger(__name__).critical("the bot fell over", exc_info=error)
        raise CommandError("the bot fell over; the log above says why") from None
    finally:
        store.close()
    return ExitStatus.DONE
