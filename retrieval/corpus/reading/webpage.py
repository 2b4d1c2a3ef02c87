"""Web pages: trafilatura finds the article, and what stands around it on the page is read with it.

Trafilatura 2.3 alone loses sentences of Vietnamese newspapers (the lead above the article element, captions, text
after a division), and an article may lose none. So its finds only show where on the page the article is; the text is
that of the largest part of the page of which the finds make at least half, without menus, comments and lists of
links. What little is too much there, cleaning takes away later.
"""

import copy
import logging
import re
from typing import TYPE_CHECKING

from retrieval.corpus.document import Declared
from retrieval.corpus.reading.decoding import decode
from retrieval.corpus.reading.html_text import blocks_of, join_blocks, parse_html
from retrieval.corpus.reading.parsed import Parsed, one_line
from retrieval.text.normal import single_spaced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET_WITHIN_BYTES = 4096
_MIN_FOUND_CHARS = 25
"""A shorter line says nothing of the place: it may well stand on the page twice."""
_COMPARED_CHARS = 80
_MIN_ARTICLE_SHARE = 0.5
_MIN_LINKED_SHARE = 0.8
_SIDE_TAGS = ("nav", "aside", "header", "footer", "menu")
_SIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:box-?)?(?:comment|binhluan|breadcrumb|footer|related|side-?bar|tinlienquan)", re.IGNORECASE
)
_LINK_HOLDERS = ("ul", "ol", "div", "section", "table", "td", "dl")
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")


def read_webpage(data: bytes) -> Parsed:
    """Return the article of a page, or the whole text of a page without one, and what its head declares.

    Raises:
        Unreadable: the bytes are broken, binary, or in an unknown encoding.
    """
    charset = _META_CHARSET.search(data, 0, _CHARSET_WITHIN_BYTES)
    root = parse_html(decode(data, charset[1].decode("ascii") if charset else None))
    if root is None:
        return Parsed("")
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    declared, description = _metadata(root)
    body = root.find("body")
    body = root if body is None else body
    everything = join_blocks(blocks_of(body))
    found = " ".join((_found_text(root), declared.title or "", description))
    _prune(body, found)
    return Parsed(join_blocks(blocks_of(_article_part(body, found))) or everything, declared)


def _metadata(root: "HtmlElement") -> tuple[Declared, str]:
    """Return what the page's head declares, and its description, which is often the lead, word for word."""
    from trafilatura.metadata import extract_metadata

    # Without the extensive search a date is one that the page declares, not one guessed from its text or footer.
    page = extract_metadata(copy.deepcopy(root), date_config={"extensive_search": False})
    declared = Declared(
        title=one_line(page.title),
        published=one_line(page.date),
        source=one_line(page.sitename),
        author=one_line(page.author),
        url=one_line(page.url),
    )
    return declared, one_line(page.description) or ""


def _found_text(root: "HtmlElement") -> str:
    """Return on one line the paragraphs and cells that trafilatura takes for the article's, empty if it finds none."""
    from trafilatura import bare_extraction

    page = bare_extraction(copy.deepcopy(root), favor_recall=True, include_comments=False, with_metadata=False)
    if page is None or isinstance(page, dict) or page.body is None:
        return ""
    return single_spaced(" ".join(page.body.itertext()))


def _n_found_chars(element: "HtmlElement", found: str) -> tuple[int, int]:
    """Return how many characters of the element's lines are in the article found, and how many there are."""
    lines = [line for block in blocks_of(element) for line in block.text.split("\n")]
    n_found = sum(len(line) for line in lines if len(line) >= _MIN_FOUND_CHARS and line[:_COMPARED_CHARS] in found)
    return n_found, sum(map(len, lines))


def _prune(body: "HtmlElement", found: str) -> None:
    """Take away what is plainly beside the article, unless some of the article was found in it."""
    for element in list(body.iter()):
        if element is body or element.getparent() is None or not _is_beside(element):
            continue
        if _n_found_chars(element, found)[0] == 0:
            element.drop_tree()


def _is_beside(element: "HtmlElement") -> bool:
    """Whether the element is a menu, a comment section, hidden, or a list of links."""
    if element.tag in _SIDE_TAGS or element.get("hidden") is not None or _DISPLAY_NONE.search(element.get("style", "")):
        return True
    if _SIDE_NAMES.search(element.get("class", "")) or _SIDE_NAMES.search(element.get("id", "")):
        return True
    if element.tag not in _LINK_HOLDERS:
        return False
    links = list(element.iter("a"))
    n_linked = sum(len(single_spaced(link.text_content())) for link in links)
    return len(links) > 1 and n_linked >= _MIN_LINKED_SHARE * len(single_spaced(element.text_content()))


def _article_part(body: "HtmlElement", found: str) -> "HtmlElement":
    """Return the largest part of the page of which the article found is at least half, never losing some of it."""
    part = body
    n_found, n_chars = _n_found_chars(part, found)
    while n_found < _MIN_ARTICLE_SHARE * n_chars:
        whole = [child for child in part if n_found and _n_found_chars(child, found)[0] == n_found]
        if not whole:
            break
        part = whole[0]
        n_chars = _n_found_chars(part, found)[1]
    return part
