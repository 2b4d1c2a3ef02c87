"""Finds the title: what the file declares, a heading, a line that the page repeats, or the lead cut short."""

import re
from collections import Counter

from retrieval.corpus.cleaning import Reason
from retrieval.corpus.cleaning.lines import key_of, looks_like_name
from retrieval.corpus.cleaning.phrases import SECTIONS
from retrieval.corpus.cleaning.repeats import without_stamp
from retrieval.corpus.metadata.article import ArticleView, find_dateline
from retrieval.corpus.metadata.found import Found, Method, evidence_of
from retrieval.corpus.newspapers import domain_in, is_agency, newspaper_of_mark, publisher_named

MAX_TITLE_CHARS = 150
_HEADING_CHARS = 220
_HEADING_WORDS = 4
_REST_WORDS = 6
_JUNK = re.compile(
    r"(?:untitled|no title|document ?\d*|microsoft word.*|không có tiêu đề|slide \d+|\d+|.*\.(?:docx?|pdf|txt|html?))",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|]{2,60})$")
_ADVERBIAL = re.compile(
    r"(?:(?:rạng )?sáng|trưa|chiều|tối|đêm|ngày|hôm|vừa qua|mới đây|tại|trong|theo|thực hiện|nhân|nhằm|để|sau|trước"
    r"|từ|vào|vào lúc|on|in|at|after|before|according)(?!\w)[^,]*,\s+",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:Ảnh|Nguồn|Photo|Video|Tác giả|Bài, ảnh)\s*:", re.IGNORECASE)


def find_title(article: ArticleView) -> Found[str] | None:
    """Return the title, at most :data:`MAX_TITLE_CHARS` long, or None for a text without words."""
    return _declared(article) or _heading(article) or _repeated(article) or _from_lead(article)


def shortened(text: str) -> str:
    """Return the text cut before a word to at most :data:`MAX_TITLE_CHARS`, with "…" where something is cut."""
    if len(text) <= MAX_TITLE_CHARS:
        return text
    head = text[: MAX_TITLE_CHARS - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > 0 else head).rstrip(" ,;:-–") + "…"


def _declared(article: ArticleView) -> Found[str] | None:
    title = article.document.declared.title
    if not title or _JUNK.fullmatch(title) or not any(map(str.isalpha, title)):
        return None
    suffix = _SITE_SUFFIX.search(title)
    if suffix:
        site = suffix[1].strip()
        is_site = newspaper_of_mark(site) or domain_in(site) or site == article.document.declared.source
        title = title[: suffix.start()] if is_site else title
    return Found(shortened(title), Method.DECLARED, evidence_of(title))


def _heading(article: ArticleView) -> Found[str] | None:
    """Return the line above the lead that a stamp follows, else that the page repeats, else the first that is a title.

    A kicker of a few words is the title only if there is no other line.
    """
    end = article.lead_index if article.lead_index is not None else min(1, len(article.paragraphs) - 1)
    headings = [text for text in article.paragraphs[:end] if _is_heading(text)]
    if not headings:
        return None
    copies = [line.text for line in article.removed if line.reason is Reason.REPEATED]
    stamped = {key_of(without_stamp(text)) for text in copies if text != without_stamp(text)}
    repeated = {key_of(text) for text in copies}

    def rank(text: str) -> tuple[bool, bool, bool]:
        key = key_of(without_stamp(text))
        return text != without_stamp(text) or key in stamped, key in repeated, len(text.split()) >= _HEADING_WORDS

    best = max(headings, key=rank)  # the first of equals
    method = Method.TITLE_LINE if rank(best)[0] else Method.HEADING
    return Found(shortened(without_stamp(best).lstrip("# ")), method, evidence_of(best))


def _repeated(article: ArticleView) -> Found[str] | None:
    """Return the line that the page repeats most: sites put the title under every picture."""
    keys = Counter(key_of(line.text) for line in article.removed if line.reason is Reason.REPEATED)
    candidates = [text for text in article.paragraphs if keys[key_of(text)] and _is_heading(text)]
    if not candidates:
        return None
    best = max(candidates, key=lambda text: keys[key_of(text)])
    return Found(shortened(best), Method.REPEATED_LINE, evidence_of(best))


def _from_lead(article: ArticleView) -> Found[str] | None:
    """Return the lead's first sentence, without the time and place that it opens with where it is too long."""
    sentences = article.lead_sentences(1) or list(article.paragraphs[:1])
    if not sentences:
        return None
    sentence = sentences[0].strip()
    title = sentence.rstrip(".")
    while len(title) > MAX_TITLE_CHARS and (match := _ADVERBIAL.match(title)):
        rest = title[match.end() :]
        if len(rest.split()) < _REST_WORDS:
            break
        title = rest[0].upper() + rest[1:]
    return Found(shortened(title), Method.LEAD, evidence_of(sentence)) if title else None


def _is_heading(text: str) -> bool:
    return not (
        len(text) > _HEADING_CHARS
        or text.endswith((".", ";", ","))
        or text[0].islower()
        or looks_like_name(without_stamp(text))
        or text.casefold() in SECTIONS
        or _CAPTION.search(text)
        or find_dateline(text)
        or publisher_named(text)
        or is_agency(text)
    )
