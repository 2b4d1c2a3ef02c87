"""The ``hoidap`` command: finds the sub-command, runs it, and turns every expected error into a line and a status."""

import argparse
import io
import os
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from bot.cli.output import remark
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings, SettingsError, load_settings
from embeddings.base import EmbeddingError, ModelUnavailableError
from retrieval.errors import IndexUnusableError, RetrievalError


class Command(Protocol):
    """What a sub-command's module has."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""
        ...

    def run(self, arguments: argparse.Namespace, settings: Settings) -> int:
        """Do the work and return the exit status."""
        ...


COMMANDS = {
    "index": "read and index articles",
    "ask": "answer a question from the articles",
    "show": "show one article as indexed",
    "articles": "list the articles",
    "evaluate": "measure the answers on questions whose answers are known",
    "calibrate": "fit the confidence of answers on questions with and without one",
    "doctor": "check that everything needed is there and whole",
    "bot": "answer in Telegram",
    "feedback": "write out what people voted in Telegram, as questions for evaluate",
}
"""Each sub-command with what it does; the module of the same name in this package is its Command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; wrong usage leaves by SystemExit(2), as argparse does."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if argv is None else list(argv)
    arguments = _parser(words).parse_args(words)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_stdout()
        return ExitStatus.CLOSED_PIPE
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    return status


def _run(arguments: argparse.Namespace) -> int:
    data_dir: Path | None = arguments.data_dir
    try:
        settings = load_settings()
        if data_dir is not None:
            settings = replace(settings, data_dir=data_dir)
        _check_data_dir(settings.data_dir)
        return _command(arguments.command).run(arguments, settings)
    except (IndexUnusableError, ModelUnavailableError) as error:
        remark(str(error))
        return ExitStatus.UNUSABLE
    except sqlite3.Error as error:
        remark(f"the index cannot be read ({error}); find out more with: hoidap doctor")
        return ExitStatus.UNUSABLE
    except (RetrievalError, EmbeddingError, SettingsError, CommandError) as error:
        remark(str(error))
        return ExitStatus.USAGE
    except BrokenPipeError:
        raise
    except OSError as error:
        remark(f"{error.filename or 'a file'} cannot be used: {(error.strerror or str(error)).lower()}")
        return ExitStatus.USAGE


def _check_data_dir(data_dir: Path) -> None:
    """Return where the data directory is a folder, or could be made.

    Raises:
        CommandError: it is a file, or lies in one; each command would stumble over that in its own way.
    """
    existing = next((path for path in (data_dir, *data_dir.parents) if path.exists()), None)
    if existing is not None and not existing.is_dir():
        where = "is a file" if existing == data_dir else f"lies in {existing}, which is a file"
        raise CommandError(
            f"the data directory must be a folder, and {data_dir} {where}; name another folder, which is made where it "
            "is not there yet, with --data-dir or HOIDAP_DATA_DIR"
        )


def _command(name: str) -> Command:
    return cast("Command", import_module(f"{__package__}.{name}"))


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for these words; only sub-commands that stand among them are imported and declared in full."""
    data_dir_help = "where the index is kept (default: HOIDAP_DATA_DIR, or ./data)"
    common = argparse.ArgumentParser(add_help=False)
    # No default here: it would overwrite a --data-dir that stands before the sub-command.
    common.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=data_dir_help)
    parser = argparse.ArgumentParser(
        prog="hoidap", description="Answers questions about Vietnamese news articles in the articles' own words."
    )
    parser.add_argument("--data-dir", type=Path, default=None, metavar="DIR", help=data_dir_help)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command_parser = commands.add_parser(name, help=summary, description=summary, parents=[common])
        if name in words:
            _command(name).add_arguments(command_parser)
    return parser


def _forget_stdout() -> None:
    """Send what is still to be written nowhere, or Python complains of the closed pipe when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
