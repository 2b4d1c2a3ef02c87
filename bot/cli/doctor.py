"""``hoidap doctor``: check everything that answering needs, one line each, and say what would mend what is wrong."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.cli.output import write_json
from bot.cli.status import ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.cli.checks import Check
    from bot.cli.styled import Line

_NAME_CHARS = 15


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object with the checks")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check and return 0, 3 where index or model cannot be used, or 2 where only the configuration is wrong."""
    from bot.cli.checks import Level, all_checks

    checks = all_checks(settings)
    status = max(
        (check.status for check in checks if check.level is Level.PROBLEM),
        default=ExitStatus.DONE,
    )
    if arguments.json:
        rows = [{key: value for key, value in asdict(check).items() if key != "status"} for check in checks]
        write_json({"ok": status == ExitStatus.DONE, "checks": rows})
    else:
        from bot.cli.styled import print_lines

        print_lines(line for check in checks for line in _check_lines(check))
    return status


def _check_lines(check: "Check") -> "list[Line]":
    from bot.cli.checks import Level
    from bot.cli.styled import Line, Piece, Style, line

    style = Style.STRONG if check.level is Level.PROBLEM else Style.PLAIN
    detail = " ".join(check.detail.split())
    pieces = (Piece(f"{check.level:<8} ", style), Piece(f"{check.name:<{_NAME_CHARS}}"), Piece(detail))
    lines = [Line(pieces)]
    if check.mend is not None:
        lines.append(line(f"→ {check.mend}", Style.FAINT, indent=9 + _NAME_CHARS))
    return lines
