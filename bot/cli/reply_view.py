"""A reply as lines for a person to read: the answer, then each excerpt with the answering words marked."""

from collections.abc import Sequence

from bot.cli.styled import Line, Piece, Style, line
from bot.cli.texts import TEXTS, Texts
from bot.excerpts import excerpt_pieces
from retrieval.answer.reply import Citation, Reply
from retrieval.answer.texts import format_date
from retrieval.query.language import Language

MAX_EXCERPT_CHARS = 600
_INDENT = 3
_MOST_PERCENT = 99  # nobody is that sure


def reply_lines(reply: Reply) -> list[Line]:
    """Return the reply in the language of its question; the excerpts of a refusal have nothing marked."""
    texts = TEXTS[reply.language]
    lines: list[Line] = []
    if reply.answer is not None:
        lines.append(line(_one_line(reply.answer.text), Style.STRONG))
        percent = min(_MOST_PERCENT, round(reply.confidence * 100))
        lines.append(line(texts.confidence.format(percent=percent), Style.FAINT))
    if reply.refusal is not None:
        lines.append(line(reply.refusal.text, Style.STRONG))
    understood = reply.analysis.standalone or reply.analysis.restored
    if understood is not None:
        lines.append(line(texts.understood.format(question=_one_line(understood)), Style.FAINT))
    if reply.refusal is not None and reply.citations:
        lines.append(line(texts.nearest))
    for citation in reply.citations:
        highlights = () if reply.answer is None else citation.highlights
        lines += [Line(), *_citation_lines(citation, highlights, texts, reply.language)]
    for alternative in reply.alternatives:
        lines += [
            Line(),
            line(texts.alternative.format(text=_one_line(alternative.text))),
            line(_one_line(alternative.answer), Style.PLAIN, _INDENT),
        ]
        lines.append(line(_source_of(alternative.citation, texts, reply.language), Style.FAINT, _INDENT))
    return lines


def _citation_lines(
    citation: Citation, highlights: Sequence[tuple[int, int]], texts: Texts, language: Language
) -> list[Line]:
    return [
        line(f"{citation.rank}. {_one_line(citation.title or texts.untitled)}", Style.STRONG),
        line(_source_of(citation, texts, language), Style.FAINT, _INDENT),
        excerpt_line(citation.excerpt, highlights, MAX_EXCERPT_CHARS),
    ]


def _source_of(citation: Citation, texts: Texts, language: Language) -> str:
    published = format_date(citation.published, language) if citation.published else texts.unknown_date
    where = [citation.source or texts.unknown_source, published, citation.article_id]
    if citation.copies:
        where.append(texts.copies.format(n=citation.copies))
    return " · ".join(_one_line(part) for part in where)


def excerpt_line(excerpt: str, highlights: Sequence[tuple[int, int]], max_chars: int, indent: int = _INDENT) -> Line:
    """Return the excerpt on one line, cut to about ``max_chars``; all that is marked is shown, in the middle of it."""
    flat = "".join(" " if char.isspace() else char for char in excerpt)  # one for one: highlights stay true
    n_marked = max((end for _, end in highlights), default=0) - min((start for start, _ in highlights), default=0)
    n_chars = max(max_chars, n_marked)
    pieces = excerpt_pieces(flat, highlights, n_chars, lead_chars=(n_chars - n_marked) // 2)
    return Line(tuple(Piece(piece.text, Style.MARKED if piece.is_marked else Style.PLAIN) for piece in pieces), indent)


def _one_line(text: str) -> str:
    return " ".join(text.split())
