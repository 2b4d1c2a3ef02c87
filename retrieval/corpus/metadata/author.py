"""Finds the author: declared, in a labelled line ("Tác giả: …"), or as the name that stands alone under the article."""

import re

from retrieval.corpus.cleaning.lines import looks_like_name
from retrieval.corpus.cleaning.phrases import SECTIONS
from retrieval.corpus.metadata.article import ArticleView
from retrieval.corpus.metadata.found import Found, Method, evidence_of
from retrieval.corpus.newspapers import domain_in, is_place, newspaper_of_mark

_TAIL_PARAGRAPHS = 5
_HEAD_PARAGRAPHS = 3
_NAME_CHARS = 60
_LABELLED = re.compile(
    r"(?:tác giả|(?:tin,? bài|bài viết|bài|tin|thực hiện|nội dung|theo)(?:\s*(?:,|và|-|&|/)\s*(?:ảnh|clip|video))*"
    r"|người viết|by|author|written by|reported by)\s*(?P<colon>:)?\s+(?P<name>\S.*)",
    re.IGNORECASE,
)  # fmt: skip
_ROLE = re.compile(
    r"\s*\((?:tổng hợp|lược ghi|ghi|thực hiện|biên dịch|dịch|lược dịch|theo [^()]*|t/h|th|st|sưu tầm|[^()]{0,40})\)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*[-–|,/]\s*(?:ảnh|video|clip|đồ họa|photo)\s*:.*$|\s*[-–|]\s*\d.*$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-ZĐ]\.\s?){1,3}(?:[A-ZĐ][\w]*\.?)?$")
_LABELS = frozenset({"theo", "ảnh", "nguồn", "bài", "tin", "video", "photo", "by"})
_AND = re.compile(r"\s*(?:,|;|\s[-–]\s|&|/|\s(?:và|and)\s)\s*")
_NOBODY = frozenset(
    {
        *("pv", "p.v", "phóng viên", "nhóm phóng viên", "nhóm pv", "ban biên tập", "bbt", "btv", "ban thời sự"),
        *("admin", "administrator", "user", "editor", "root", "the end"),
        *("kết luận", "lời kết", "thay lời kết", "tài liệu tham khảo", "ghi chú", "chú thích", "phụ lục"),
        *("kỳ sau", "kỳ cuối", "xem tiếp", "nguồn ảnh", "bài và ảnh", "tin và ảnh", "đọc thêm"),
    },
)


def find_author(article: ArticleView) -> Found[str] | None:
    """Return the author as written, without "(tổng hợp)" and the like; several are joined by ", "."""
    declared = article.document.declared.author
    if declared and (name := _names(declared, trusted=True)):
        return Found(name, Method.DECLARED, evidence_of(declared))
    return _labelled(article) or _byline(article)


def _labelled(article: ArticleView) -> Found[str] | None:
    """Return the name of a labelled line near the end or the beginning; a label without a colon needs a plain name."""
    paragraphs = article.paragraphs
    near = [*reversed(paragraphs[-_TAIL_PARAGRAPHS:]), *paragraphs[:_HEAD_PARAGRAPHS]]
    for text in near:
        match = _LABELLED.fullmatch(text.strip("() ")) if len(text) <= 2 * _NAME_CHARS else None
        if match and (name := _names(match["name"], trusted=False)):
            return Found(name, Method.CREDIT, evidence_of(text))
    return None


def _byline(article: ArticleView) -> Found[str] | None:
    """Return the last name that stands alone after the lead, else the first that stands alone above it."""
    lead = article.lead_index
    if lead is None:
        return None
    begin = max(lead + 1, len(article.paragraphs) - _TAIL_PARAGRAPHS)
    below = [text for text in reversed(article.paragraphs[begin:]) if not text.endswith((":", ";"))]
    above = [text for text in article.paragraphs[1:lead] if not text.endswith(":")]
    for text in (*below, *above):
        if name := _names(text, trusted=False):
            return Found(name, Method.BYLINE, evidence_of(text))
    return None


def _names(text: str, *, trusted: bool) -> str | None:
    """Return the names that the text consists of, or None if anything in it is no name.

    A declared author may be a single word; elsewhere that would be a heading.
    """
    if len(text) > _NAME_CHARS:
        return None
    bare = _TRAILING.sub("", _ROLE.sub("", text.strip())).strip(" .,;") if not _INITIALS.match(text) else text.strip()
    parts = [part.strip() for part in _AND.split(bare) if part.strip()]
    parts = [part for part in parts if not _is_staff(part)]
    if not parts or bare.casefold() in SECTIONS or not all(_is_person(part, trusted=trusted) for part in parts):
        return None
    return ", ".join(parts)


def _is_staff(part: str) -> bool:
    """Return whether the part is a newspaper or an office in it, as behind a name: "Lê An/TTXVN", "Lê An, PV"."""
    is_newspaper = newspaper_of_mark(part.partition("-")[0].rstrip()) or domain_in(part)
    return is_newspaper is not None or part.casefold().strip(".") in _NOBODY


def _is_person(part: str, *, trusted: bool) -> bool:
    key = part.casefold().strip(".")
    is_known = key in SECTIONS or is_place(part)
    if is_known or "@" in part or any(map(str.isdigit, part)) or key.split()[0] in _LABELS:
        return False
    return looks_like_name(part) or _INITIALS.match(part) is not None or (trusted and part[0].isupper())
