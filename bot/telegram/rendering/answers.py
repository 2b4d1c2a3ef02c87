"""A reply as the text of one message: the answer, then each excerpt under its title, newspaper and date."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.excerpts import excerpt_pieces
from bot.telegram.rendering.markup import (
    Block,
    Body,
    Quote,
    Span,
    body,
    bold,
    cut,
    fitting,
    italic,
    line,
    marked,
    plain,
)
from bot.telegram.texts import Texts
from retrieval.answer.reply import Citation, Reply
from retrieval.answer.texts import refusal_text
from retrieval.records import ArticleRecord

N_SHOWN = 3  # excerpts under an answer; the others are paged to
_MAX_ANSWER_CHARS = 900  # a whole list can be an answer
_MAX_TITLE_CHARS = 160
_MAX_QUESTION_CHARS = 200
_MARKER = re.compile(r"\[(\d{1,3})\]", re.ASCII)  # in an answer that a language model phrased
_MAX_NAMED = 6
# An unfolded quote shows about three lines: the words that answer should stand in them.
_LEAD_CHARS = 80
_MAX_MARKS = 8  # in an excerpt; each makes two of the hundred entities that Telegram counts
_SURE = 0.5  # below this probability the reader is told to look twice
# Of one excerpt, in code points; the first that makes the message fit is taken.
_EXCERPT_SIZES = (1200, 800, 500, 300, 150)
_SURROUNDING_SIZES = (3000, 2400, 1600, 800)


@dataclass(frozen=True, slots=True)
class Cited:
    """One excerpt to show: its number, where it stands, and the highlights within it."""

    rank: int
    title: str | None
    source: str | None
    published: str | None
    excerpt: str
    highlights: tuple[tuple[int, int], ...] = ()
    copies: int = 0


def cited(citation: Citation) -> Cited:
    """Return a citation of a reply as it is shown."""
    return Cited(
        rank=citation.rank,
        title=citation.title,
        source=citation.source,
        published=citation.published,
        excerpt=citation.excerpt,
        highlights=tuple(citation.highlights),
        copies=citation.copies,
    )


def reply_body(reply: Reply, texts: Texts, asked: str | None = None) -> Body:
    """Return the message for a reply: an answer with its excerpts, or why there is none and what is nearest.

    ``asked`` is the question, to stand above it where readers have not seen it.
    """
    shown = [cited(citation) for citation in shown_citations(reply)]
    if reply.answer is None:
        head = [line(bold(_refusal(reply, texts)))]
        if shown:
            head += [line(), line(plain(texts.nearest))]
        shown = [_without_highlights(excerpt) for excerpt in shown]
    else:
        ranks = [] if reply.answer.phrased else _supporting(reply.answer.text, shown)
        markers = "".join(f" [{rank}]" for rank in ranks)
        head = [line(bold(cut(_one_line(reply.answer.text), _MAX_ANSWER_CHARS)), plain(markers))]
        if reply.answer.phrased:
            head.append(line(italic(texts.phrased)))
        if reply.confidence < _SURE:
            head.append(line(italic(texts.not_sure)))
    return fitting(
        lambda size: body([*_asked(asked), *_understood(reply, texts), *head, *_excerpts(shown, texts, size)]),
        _EXCERPT_SIZES,
    )


def shown_citations(reply: Reply) -> list[Citation]:
    """Return the citations that stand under an answer: the first ones, or those that a phrased answer names."""
    if reply.answer is None or not reply.answer.phrased:
        return list(reply.citations[:N_SHOWN])
    named = {1, *(int(rank) for rank in _MARKER.findall(reply.answer.text))}
    return [citation for citation in reply.citations if citation.rank in named][:_MAX_NAMED]


def alternative_body(question: str, answer: str, excerpt: Cited, texts: Texts) -> Body:
    """Return the message for something else that a question may have meant."""
    head = [
        line(italic(texts.other_meaning.format(text=cut(_one_line(question), _MAX_QUESTION_CHARS)))),
        line(bold(cut(_one_line(answer), _MAX_ANSWER_CHARS)), plain(f" [{excerpt.rank}]")),
    ]
    return fitting(lambda size: body([*head, *_excerpts([excerpt], texts, size)]), _EXCERPT_SIZES)


def passages_body(excerpts: Sequence[Cited], texts: Texts, heading: str) -> Body:
    """Return passages under a heading of one line."""
    return fitting(lambda size: body([*_asked(heading), *_excerpts(excerpts, texts, size)]), _EXCERPT_SIZES)


def surroundings_body(excerpt: Cited, note: str | None, texts: Texts) -> Body:
    """Return a passage with what stands before and after it; the passage itself is what is highlighted."""
    head = [line(plain(texts.around_title)), *([line(italic(note))] if note else [])]
    return fitting(lambda size: body([*head, *_excerpts([excerpt], texts, size)]), _SURROUNDING_SIZES)


def excerpt_spans(excerpt: str, highlights: Sequence[tuple[int, int]], max_chars: int) -> tuple[Span, ...]:
    """Return the excerpt with its highlights marked, cut to about ``max_chars`` code points, the first one leading."""
    lead_chars = min(_LEAD_CHARS, max_chars // 4)
    pieces = excerpt_pieces(excerpt, highlights, max_chars, lead_chars=lead_chars, max_marks=_MAX_MARKS)
    return tuple(marked(piece.text) if piece.is_marked else plain(piece.text) for piece in pieces)


def source_line(article: ArticleRecord | Citation | Cited, texts: Texts) -> str:
    """Return newspaper and date as one text."""
    published = texts.date(dt.date.fromisoformat(article.published)) if article.published else texts.unknown_date
    return f"{_one_line(article.source or texts.unknown_source)} · {published}"


def _asked(question: str | None) -> list[Block]:
    return [line(italic(cut(_one_line(question), _MAX_QUESTION_CHARS)))] if question else []


def _understood(reply: Reply, texts: Texts) -> list[Block]:
    """Return what the question was understood as, where that is not what was typed."""
    understood = reply.analysis.standalone or reply.analysis.restored
    if not understood:
        return []
    question = cut(_one_line(understood), _MAX_QUESTION_CHARS)
    return [line(italic(texts.understood_as.format(question=question)))]


def _refusal(reply: Reply, texts: Texts) -> str:
    """Return why there is no answer, in the language of the texts."""
    if reply.refusal is None:
        return texts.inline_nothing
    if reply.language is texts.language:
        return cut(_one_line(reply.refusal.text), _MAX_ANSWER_CHARS)
    return refusal_text(reply.refusal.reason, texts.language)


def _supporting(answer: str, shown: Sequence[Cited]) -> list[int]:
    """Return the numbers of the excerpts that hold the answer or a part of it; none where only one is shown."""
    if len(shown) < 2:  # noqa: PLR2004 (a marker tells sources apart)
        return []
    wanted = _one_line(answer).casefold()
    ranks = [shown[0].rank]
    for excerpt in shown[1:]:
        parts = [_one_line(excerpt.excerpt[start:end]).casefold() for start, end in excerpt.highlights]
        if wanted in _one_line(excerpt.excerpt).casefold() or any(part and part in wanted for part in parts):
            ranks.append(excerpt.rank)
    return ranks


def _excerpts(shown: Sequence[Cited], texts: Texts, max_chars: int) -> list[Block]:
    blocks: list[Block] = []
    for excerpt in shown:
        title = cut(_one_line(excerpt.title or texts.untitled), _MAX_TITLE_CHARS)
        number = [plain(f"[{excerpt.rank}] ")] if excerpt.rank else []
        where = cut(source_line(excerpt, texts), _MAX_TITLE_CHARS)
        if excerpt.copies:
            where = f"{where} ({texts.copies.format(n=excerpt.copies)})"
        blocks += [line(), line(*number, italic(title)), line(plain(where))]
        blocks.append(Quote(excerpt_spans(excerpt.excerpt, excerpt.highlights, max_chars)))
    return blocks


def _without_highlights(excerpt: Cited) -> Cited:
    return Cited(excerpt.rank, excerpt.title, excerpt.source, excerpt.published, excerpt.excerpt)


def _one_line(text: str) -> str:
    return " ".join(text.split())
