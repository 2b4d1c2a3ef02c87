"""Finds the newspaper or portal an article comes from, from what it declares down to what its point of view betrays.

The last steps are inferences and say so: a nationwide conference told from the venue of one province is told by that
province's newspaper, and a page out of portlets is a portal of the place it speaks of.
"""

import re
from itertools import takewhile

from retrieval.corpus.cleaning import Reason
from retrieval.corpus.cleaning.patterns import publisher_of_imprint
from retrieval.corpus.metadata.article import ArticleView, find_dateline
from retrieval.corpus.metadata.found import Found, Method, evidence_of
from retrieval.corpus.newspapers import (
    PRESS_CITIES,
    PROVINCES,
    domain_in,
    domain_of_url,
    newspaper_of_domain,
    newspaper_of_mark,
    publisher_named,
)

_DATELINE_PARAGRAPHS = 4
_TAIL_PARAGRAPHS = 4
_CREDIT_CHARS = 80
_CREDIT = re.compile(r"\(?(?:nguồn|theo|source|trích)\s*(?P<colon>:)?\s+(?P<name>[^()]{2,60})\)?\.?", re.IGNORECASE)
# What ends a paragraph: "… cuối năm. (Theo TTXVN)" and "… stay firm. — VNS".
_TRAILING_CREDIT = re.compile(
    r"(?<=[.!?…”\"])\s*(?:\((?:(?:nguồn|theo|source)\s*:?\s+)?|[—–]\s*)(?P<name>[^()—–]{2,40})\)?\.?$", re.IGNORECASE
)
# A line such as "Tuấn Anh/TTXVN", "PV/VOV-Tây Bắc", "Tuấn Anh (NLĐO)" or "VNA".
_STAFF = re.compile(
    r"[^:/.()]{2,60}(?:/|\()\s*(?P<of>[^\s:/(),-]{2,20})(?:[- ][^:/()]{0,20})?\)?|(?P<alone>[A-ZĐ]{3,8})"
)
_OWNER = re.compile(
    r"(?:bản quyền thuộc(?: về)?|copyright|©|\(c\)|cơ quan chủ quản:)[\s©\d–-]*(?:by |thuộc |về )*"
    r"(?P<name>[^.|,;©\d]{3,60})",
    re.IGNORECASE,
)
_VENUE = re.compile(rf"điểm cầu (?:tỉnh |thành phố |TP\.? ?)?(?P<place>{'|'.join(map(re.escape, PROVINCES))})(?!\w)")
_PORTAL = re.compile(r"portlet|cổng thông tin điện tử|trang thông tin điện tử", re.IGNORECASE)
_UNIT = re.compile(r"(?P<kind>thị xã|huyện|quận|thành phố|tỉnh|thị trấn|phường|xã)(?P<name>(?: [^\W\d_]+){1,4})")
_UNIT_RANKS = ("tỉnh", "thành phố", "thị xã", "huyện", "quận", "thị trấn", "phường", "xã")
_PHOTO = re.compile(r"(?:Ảnh|Photo|Nguồn ảnh)\s*:\s*(?P<name>[^\s,;()]+)")


def find_source(article: ArticleView) -> Found[str] | None:
    """Return the newspaper or site, by its full name where that is known, or None."""
    finders = (
        *(_declared, _from_dated_name, _from_dateline, _from_credit, _from_imprint),
        *(_from_portal, _from_venue, _from_photos),
    )
    return next((found for finder in finders if (found := finder(article))), None)


def _declared(article: ArticleView) -> Found[str] | None:
    source, url = article.document.declared.source, article.document.declared.url
    if source and any(map(str.isalpha, source)):
        return Found(newspaper_of_mark(source) or source, Method.DECLARED, evidence_of(source))
    domain = domain_of_url(url) if url else None
    return Found(newspaper_of_domain(domain) or domain, Method.URL, evidence_of(domain)) if domain else None


def _from_dated_name(article: ArticleView) -> Found[str] | None:
    """Return the newspaper of a line made of its name and a date, above or below the article."""
    for line in article.removed:
        name = publisher_of_imprint(line.text) if line.reason is Reason.STAMP else None
        if name:
            return Found(name, Method.IMPRINT, evidence_of(line.text))
    return None


def _from_dateline(article: ArticleView) -> Found[str] | None:
    for text in article.paragraphs[:_DATELINE_PARAGRAPHS]:
        dateline = find_dateline(text)
        if dateline:
            name = newspaper_of_mark(dateline.mark) or dateline.mark
            return Found(name, Method.DATELINE, evidence_of(text[: dateline.end].strip()))
    return None


def _from_credit(article: ArticleView) -> Found[str] | None:
    """Return the paper of a closing credit: "Theo TTXVN", "Nguồn: …"; without a colon it must be a known one."""
    for text in reversed(article.paragraphs[-_TAIL_PARAGRAPHS:]):
        match = _CREDIT.fullmatch(text) if len(text) <= _CREDIT_CHARS else _TRAILING_CREDIT.search(text)
        if not match:
            continue
        name = match["name"].strip(" .")
        known = newspaper_of_mark(name) or newspaper_of_mark(domain_in(name) or "") or domain_in(name)
        is_labelled = match.groupdict().get("colon") and text.lstrip("( ").casefold().startswith(("nguồn", "source"))
        if known or (is_labelled and name[0].isupper()):
            return Found(known or name, Method.CREDIT, evidence_of(match[0]))
    for text in reversed(article.paragraphs[(article.lead_index or 0) + 1 :][-_TAIL_PARAGRAPHS:]):
        match = _STAFF.fullmatch(text) if len(text) <= _CREDIT_CHARS else None
        if match and (known := newspaper_of_mark(match["of"] or match["alone"])):
            return Found(known, Method.CREDIT, evidence_of(text))
    return None


def _from_imprint(article: ArticleView) -> Found[str] | None:
    for line in article.removed:
        if line.reason is not Reason.FOOTER:
            continue
        owner = _OWNER.search(line.text)
        name = owner["name"].strip(" -–:") if owner else ""
        known = publisher_named(line.text) or newspaper_of_mark(name) or newspaper_of_domain(domain_in(line.text) or "")
        if known or name.casefold().startswith(("báo ", "tạp chí ", "đài ", "cổng ")):
            return Found(known or name, Method.IMPRINT, evidence_of(line.text))
    return None


def _from_portal(article: ArticleView) -> Found[str] | None:
    """Return the portal of the place, for a page built of portlets that names one administrative unit of its kind."""
    if not any(_PORTAL.search(line.text) for line in article.removed):
        return None
    by_kind: dict[str, set[str]] = {}
    for match in (match for text in article.paragraphs for match in _UNIT.finditer(text)):
        name = " ".join(takewhile(lambda word: word[0].isupper(), match["name"].split()))
        if name:
            by_kind.setdefault(match["kind"], set()).add(f"{match['kind']} {name}")
    single = next((names for kind in _UNIT_RANKS if len(names := by_kind.get(kind, set())) == 1), None)
    if not single:
        return None
    unit = single.pop()
    return Found(f"Cổng thông tin điện tử {unit}", Method.INFERRED_FROM_PORTAL, evidence_of(unit))


def _from_venue(article: ArticleView) -> Found[str] | None:
    """Return the provincial newspaper where a conference of many venues is told from a single province's."""
    matches = [match for text in article.paragraphs for match in _VENUE.finditer(text)]
    local = {match["place"] for match in matches} - PRESS_CITIES
    if len(local) != 1:
        return None
    evidence = next(match[0] for match in matches if match["place"] in local)
    return Found(f"Báo {local.pop()}", Method.INFERRED_FROM_VENUE, evidence_of(evidence))


def _from_photos(article: ArticleView) -> Found[str] | None:
    """Return the site that all credited pictures come from, if it is one site."""
    credited = [match for text in article.paragraphs for match in _PHOTO.finditer(text)]
    domains = {domain_in(match["name"].strip(".")) for match in credited}
    domain = domains.pop() if len(domains) == 1 else None
    if domain is None:
        return None
    return Found(newspaper_of_domain(domain) or domain, Method.PHOTO_CREDIT, evidence_of(credited[0][0]))
