"""``hoidap index``: make the index match the articles, and say what changed."""

import argparse
import sqlite3
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.output import remark, write_json, write_line
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from retrieval.index.report import IndexProgress, IndexReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="folders or files of articles (default: HOIDAP_CORPUS)"
    )
    parser.add_argument("--rebuild", action="store_true", help="read and embed everything anew")
    parser.add_argument("--json", action="store_true", help="end with the report as one JSON object")
    parser.add_argument("--quiet", action="store_true", help="print nothing but what went wrong")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Index and return 0, also where single files failed: those are reported and the rest is indexed."""
    from bot.app import make_encoder
    from retrieval.index.builder import build_index

    paths = arguments.paths or [settings.corpus]
    try:
        with _open_progress(quiet=arguments.quiet) as progress:
            report = build_index(
                settings.data_dir, paths, make_encoder(settings), rebuild=arguments.rebuild, progress=progress
            )
    except (OSError, sqlite3.Error) as error:
        raise CommandError(
            f"indexing stopped and the index is as it was: {_reason(error)}; see that the disk of "
            f"{settings.data_dir} has room and that this user may write there, then run it again"
        ) from error
    if arguments.json:
        write_json(report.to_json())
    elif arguments.quiet:
        for failure in report.articles.failed:
            remark(f"not indexed: {failure.error}")
    else:
        _write_summary(report)
    return ExitStatus.DONE


def _open_progress(*, quiet: bool) -> "AbstractContextManager[IndexProgress]":
    """Return bars to show while indexing; nothing where stderr is no terminal or nobody wants them."""
    if quiet or not sys.stderr.isatty():
        from retrieval.index.report import NoProgress

        return nullcontext(NoProgress())
    from bot.cli.progress import ProgressBars

    return ProgressBars()


def _write_summary(report: "IndexReport") -> None:
    counts = report.articles
    write_line(
        f"generation {report.generation}: {counts.added} added, {counts.changed} changed, "
        f"{counts.removed} removed, {counts.unchanged} unchanged, {len(counts.failed)} failed"
    )
    for failure in counts.failed:
        write_line(f"  failed: {' '.join(failure.path.split())}: {' '.join(failure.error.split())}")
    write_line(
        f"{report.passages} passages, {report.embedded} of them embedded now with {report.model}, "
        f"in {report.seconds:.1f} s"
    )


def _reason(error: Exception) -> str:
    """Return what happened, in the system's words, with the file where it is known."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror.lower()} ({error.filename})" if error.filename else error.strerror.lower()
    return str(error) or type(error).__name__
