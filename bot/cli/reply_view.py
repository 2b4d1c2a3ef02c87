"""A reply as lines for a person to read: the answer, then each excerpt with the answering words marked."""

from collections.abc import Sequence

from bot.cli.styled import Line, Piece, Style, line
from bot.cli.texts import TEXTS, Texts
from retrieval.answer.reply import Citation, Reply
from retrieval.answer.texts import format_date
from retrieval.query.language import Language

MAX_EXCERPT_CHARS = 600
_INDENT = 3
_CUT = "…"
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
        Line(excerpt_pieces(citation.excerpt, highlights, MAX_EXCERPT_CHARS), _INDENT),
    ]


def _source_of(citation: Citation, texts: Texts, language: Language) -> str:
    published = format_date(citation.published, language) if citation.published else texts.unknown_date
    where = [citation.source or texts.unknown_source, published, citation.article_id]
    if citation.copies:
        where.append(texts.copies.format(n=citation.copies))
    return " · ".join(_one_line(part) for part in where)


def excerpt_pieces(excerpt: str, highlights: Sequence[tuple[int, int]], max_chars: int) -> tuple[Piece, ...]:
    """Return the excerpt on one line, the highlights marked, cut to about ``max_chars`` around them."""
    flat = "".join(" " if char.isspace() else char for char in excerpt)  # one for one: highlights stay true
    start, end = _window(flat, highlights, max_chars)
    pieces = [Piece(f"{_CUT} ")] if start > 0 else []
    at = start
    for first, last in highlights:
        pieces += [Piece(_squeezed(flat[at:first])), Piece(_squeezed(flat[first:last]), Style.MARKED)]
        at = last
    pieces.append(Piece(_squeezed(flat[at:end])))
    if end < len(flat):
        pieces.append(Piece(f" {_CUT}"))
    return tuple(piece for piece in pieces if piece.text)


def _window(text: str, highlights: Sequence[tuple[int, int]], max_chars: int) -> tuple[int, int]:
    """Return what to show: the highlights whole, and as much around them as there is room for, in whole words."""
    if len(text) <= max_chars:
        return 0, len(text)
    first = min((start for start, _ in highlights), default=0)
    last = max((end for _, end in highlights), default=0)
    start = max(0, first - max(0, max_chars - (last - first)) // 2)
    end = max(last, min(len(text), start + max_chars))
    start = min(start, max(0, min(first, end - max_chars)))
    if start > 0:
        space = text.find(" ", start - 1, first)
        start = first if space < 0 else space + 1
    if end < len(text):
        space = text.rfind(" ", last, end + 1)
        end = last if space < 0 else space
    return start, end


def _squeezed(text: str) -> str:
    """Return the text with one space for each run of them, also at its ends."""
    squeezed = " ".join(text.split())
    before = " " if text[:1] == " " else ""
    after = " " if text[-1:] == " " and squeezed else ""
    return f"{before}{squeezed}{after}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
