"""``hoidap show``: one article as it was indexed, with how each thing known of it was found."""

import argparse
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from bot.cli.output import write_json
from bot.cli.status import CommandError, ExitStatus
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.cli.styled import Line
    from retrieval.engine import ArticleView, Engine
    from retrieval.records import ArticleRecord

_N_SUGGESTIONS = 3
_LABEL_CHARS = 11


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("article_id", metavar="ARTICLE_ID", help="as `hoidap articles` lists it")
    parser.add_argument("--json", action="store_true", help="print the article as one JSON object")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Show the article and return 0.

    Raises:
        CommandError: no article has this id.
    """
    from bot.app import open_engine

    engine = open_engine(settings)
    try:
        view = engine.show(arguments.article_id)
        if view is None:
            raise _unknown(arguments.article_id, engine)
    finally:
        engine.close()
    if arguments.json:
        write_json(view_json(view))
    else:
        from bot.cli.styled import print_lines

        print_lines(view_lines(view))
    return ExitStatus.DONE


def view_json(view: "ArticleView") -> dict[str, Any]:
    """Return the contract's object; ``event_date`` is the first day of what is reported."""
    article = view.article
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "event_date": article.event[0] if article.event else None,
        "source": article.source,
        "author": article.author,
        "url": article.url,
        "path": article.path,
        "passages": [
            {"id": passage.public_id, "start": passage.start, "end": passage.end} for passage in view.passages
        ],
        "provenance": article.provenance,
        "reviewed_years": list(article.reviewed_years),
    }


def view_lines(view: "ArticleView") -> list["Line"]:
    """Return the article for a person to read: title, what is known of it, text."""
    from bot.cli.styled import Line, Style, line

    article = view.article
    event = " to ".join(dict.fromkeys(article.event)) if article.event else None
    published = " ".join(part for part in (article.published, article.published_time) if part) or None
    known = {
        "source": article.source,
        "author": article.author,
        "published": published,
        "event": event,
        "reviews": ", ".join(str(year) for year in article.reviewed_years) or None,
        "url": article.url,
        "id": article.id,
        "path": article.path,
    }
    rows = [
        Line((*line(f"{label:<{_LABEL_CHARS}}", Style.FAINT).pieces, *line(value).pieces, *_how(article, label)))
        for label, value in known.items()
        if value
    ]
    title = Line((*line(article.title or "(no title)", Style.STRONG).pieces, *_how(article, "title")))
    return [title, *rows, Line(), *(line(text) for text in article.text.split("\n"))]


def _how(article: "ArticleRecord", field: str) -> tuple[Any, ...]:
    """Return how a value was found, as a faint piece; nothing for what no search was needed for."""
    from bot.cli.styled import Piece, Style
    from retrieval.corpus.metadata.found import Found, Method

    if field not in article.provenance:
        return ()
    method, evidence = article.provenance[field]["method"], article.provenance[field]["evidence"]
    words = method.replace("_", " ")
    if Found("", Method(method), "").is_inferred and not words.startswith("inferred"):
        words = f"inferred from {words}"
    return (Piece(f"  ({words}: “{' '.join(evidence.split())}”)", Style.FAINT),)


def _unknown(article_id: str, engine: "Engine") -> CommandError:
    known = [article.id for article in engine.articles()]
    close = get_close_matches(article_id, known, _N_SUGGESTIONS)
    hint = f"did you mean {' or '.join(close)}? All ids" if close else "the ids"
    return CommandError(f"no article has the id {article_id!r}; {hint} are listed by: hoidap articles")
