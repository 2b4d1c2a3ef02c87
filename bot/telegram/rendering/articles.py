"""Lists of articles and articles themselves, in pages that fit a message."""

from collections.abc import Sequence
from math import ceil

from bot.telegram.rendering.answers import source_line
from bot.telegram.rendering.markup import MAX_UNITS, Block, Body, body, bold, cut, italic, line, plain, utf16_length
from bot.telegram.texts import Texts
from retrieval.records import ArticleRecord

ARTICLES_A_PAGE = 8
_MAX_TITLE_CHARS = 200
_TEXT_UNITS_A_PAGE = 3200  # leaves room for title and page number


def n_pages(n_items: int, page_size: int) -> int:
    """Return how many pages there are; one where there is nothing."""
    return max(1, ceil(n_items / page_size))


def sources_body(
    articles: Sequence[ArticleRecord], numbers: Sequence[int], page: int, total: int, texts: Texts
) -> Body:
    """Return one page of the list; ``page`` counts from 1, ``total`` is the number of all articles."""
    if not total:
        return body([line(plain(texts.sources_empty))])
    pages = n_pages(total, ARTICLES_A_PAGE)
    blocks: list[Block] = [line(plain(texts.sources_title.format(n=total, page=page, pages=pages)))]
    for article, number in zip(articles, numbers, strict=True):
        title = cut(" ".join((article.title or texts.untitled).split()), _MAX_TITLE_CHARS)
        blocks += [
            line(),
            line(bold(f"{number}. "), plain(title)),
            line(italic(cut(source_line(article, texts), _MAX_TITLE_CHARS))),
        ]
    return body(blocks)


def article_body(article: ArticleRecord, page: int, texts: Texts) -> Body:
    """Return one page of an article; ``page`` counts from 1 and is brought within what there is."""
    parts = article_pages(article.text)
    page = min(max(1, page), len(parts))
    blocks: list[Block] = []
    if page == 1:
        title = cut(" ".join((article.title or texts.untitled).split()), _MAX_TITLE_CHARS)
        blocks += [line(bold(title)), line(italic(cut(source_line(article, texts), _MAX_TITLE_CHARS))), line()]
    blocks.append(line(plain(parts[page - 1])))
    if len(parts) > 1:
        blocks += [line(), line(italic(texts.article_page.format(page=page, pages=len(parts))))]
    return body(blocks)


def article_pages(text: str) -> list[str]:
    """Return the text in pages that fit, cut between paragraphs, or between words where a paragraph is too long."""
    pages: list[str] = []
    page = ""
    for paragraph in text.split("\n"):
        for piece in _pieces(paragraph):
            joined = f"{page}\n{piece}" if page else piece
            if utf16_length(joined) > _TEXT_UNITS_A_PAGE:
                pages.append(page.strip())
                page = piece
            else:
                page = joined
    pages.append(page.strip())
    return [page for page in pages if page] or ["…"]


def _pieces(paragraph: str) -> list[str]:
    """Return a paragraph in pieces of at most a page."""
    pieces: list[str] = []
    limit = min(_TEXT_UNITS_A_PAGE, MAX_UNITS) // 2  # in code points, none of which has more than two units
    while utf16_length(paragraph) > _TEXT_UNITS_A_PAGE:
        space = paragraph.rfind(" ", 1, limit)
        end = space if space > 0 else limit
        pieces.append(paragraph[:end])
        paragraph = paragraph[end:].lstrip()
    return [*pieces, paragraph]
