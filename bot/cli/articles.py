"""``hoidap articles``: what is indexed, newest first."""

import argparse

from bot.cli.output import write_json, write_line
from bot.cli.status import ExitStatus
from bot.settings import Settings

_NO_DATE = "----------"  # as wide as a date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object with the list")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """List the articles and return 0."""
    from bot.app import open_engine

    engine = open_engine(settings)
    try:
        articles = engine.articles()
        number = engine.generation.number
    finally:
        engine.close()
    if arguments.json:
        keys = ("id", "title", "source", "published")
        rows = [{key: getattr(article, key) for key in keys} for article in articles]
        write_json({"generation": number, "articles": rows})
        return ExitStatus.DONE
    for article in articles:
        described = [article.title or "(no title)", *([article.source] if article.source else [])]
        write_line(f"{article.published or _NO_DATE}  {article.id}  {' · '.join(described)}")
    return ExitStatus.DONE
