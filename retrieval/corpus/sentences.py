"""Cuts text into sentences with exact offsets: underthesea finds the ends, this module takes back the false ones.

underthesea's tokenizer ends a sentence at any full stop outside a figure or a known abbreviation, so it would cut
"Baothanhhoa.vn" and "P.V". A sentence ends only where white space or the text's end follows, and never before a small
letter.
"""

import re

from retrieval.text.span import Span

_PARAGRAPH = re.compile(r"[^\n]+")
# What may end a sentence for underthesea to be asked at all; other paragraphs are one sentence.
_STOP = re.compile(r"[.?!…]")
_CLOSING = "\"'”’»)]"
_INITIAL = re.compile(r"(?:^|[\s(\"“.])([^\W\d_]{1,2})\.$")
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[^\W\d_])[.)]\Z")


def split_sentences(text: str) -> list[Span]:
    """Return the sentences in order, without the white space between them; a line break always ends one.

    Every character of the text that is not white space lies in exactly one sentence.
    """
    spans: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        spans.extend(_split_paragraph(paragraph.group(), paragraph.start()))
    return spans


def _split_paragraph(paragraph: str, offset: int) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for end in (*_candidate_ends(paragraph), len(paragraph)):
        piece = paragraph[start:end]
        if end < len(paragraph) and not _is_boundary(piece, paragraph[end:]):
            continue
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            spans.append(Span(offset + start + left, offset + start + len(piece.rstrip())))
        start = end
    return spans


def _candidate_ends(paragraph: str) -> list[int]:
    """Return where underthesea ends a sentence, each moved behind the quotation marks and brackets it closes."""
    if not _STOP.search(paragraph):
        return []
    # Late, since underthesea imports torch and transformers where they are installed (2 to 3 s).
    from underthesea.pipeline.sent_tokenize import sent_tokenize

    ends = []
    cursor = 0
    for piece in sent_tokenize(paragraph):
        cursor = paragraph.index(piece, cursor) + len(piece)
        end = cursor
        while end < len(paragraph) and paragraph[end] in _CLOSING:
            end += 1
        ends.append(end)
    return ends[:-1]


def _is_boundary(before: str, after: str) -> bool:
    """Return whether a sentence may end between the two: ``before`` begins where the sentence does."""
    if not after[0].isspace():
        return False
    rest = after.lstrip()
    if not any(char.isalnum() for char in rest):
        return False  # stray stops belong to the sentence they follow
    if rest[0].islower() or _LIST_NUMBER.fullmatch(before.strip()):
        return False
    initial = _INITIAL.search(before)
    return initial is None or not initial.group(1).isupper()
