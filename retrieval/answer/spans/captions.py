"""Lines of an article that are no sentences: headings, captions, signatures. They name what stands below them."""

import re

from retrieval.answer.evidence.reading import ReadSentence

_CAPTION_TOKENS = 30
_ENDS = (".", "!", "?", "…", ":", ";")
_QUOTES = "”\"'’)»/"
# "(Báo An Phú) - Thứ Năm, 14/3/2024, 08:15": a newspaper and nothing but words and figures of a day with its year.
_STAMP = re.compile(
    r"(?=.*(?:\d[/.-]|tháng |ngày ))(?=.*(?<!\d)(?:19|20)\d\d(?!\d))(?:\([^()]{2,60}\)|[^\d|–-]{2,60}(?=\s[|–-]))?"
    r"(?:cập nhật|ngày đăng|đăng lúc|lúc|ngày|tháng|năm|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|gmt|am|pm"
    r"|[\d\s:/.,|()+–-])+",
    re.IGNORECASE,
)


def is_caption(sentence: ReadSentence) -> bool:
    """Return whether a line is a heading, a caption or a signature: short, and no sentence."""
    return len(sentence) < _CAPTION_TOKENS and not sentence.text.rstrip(_QUOTES).endswith(_ENDS)


def is_stamp(sentence: ReadSentence) -> bool:
    """Return whether a line says when the article was published, and nothing else."""
    return len(sentence) < _CAPTION_TOKENS and _STAMP.fullmatch(sentence.text.strip()) is not None
