"""Reads what a language model wrote: sentences, each with the ranks of the citations it claims; the rest is dropped.

The model's text is not trusted: it may be of any length, hold markup, links, other scripts, or nothing of use.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.text.normal import normalise

# Code points of the model's text that are looked at, and of one sentence; sentences with a marker.
MAX_DRAFT_CHARS = 6000
MAX_DRAFT_SENTENCES = 20
MAX_SENTENCE_CHARS = 600
_MAX_MARKERS = 20

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-*•–]|\d{1,2}[.)]) ", re.MULTILINE)
# "(Baoxyz.vn) - Sáng 12-3 …": the newspaper's address, copied with the sentence.
_DATELINE = re.compile(r"^\(\w+(?:\.\w+)+\) ?[-–] ?")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARKER = r"[\[【]\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*[\]】]"
_MARKERS = re.compile(rf"\s*({_MARKER})")
_STOPS = ".!?…"
_CLOSING = "\"'”’»)"
# "… chủ trì. [1] Giá …": the marker belongs to the sentence before it.
_BEHIND_STOP = re.compile(rf"((?<![{_STOPS}])[{_STOPS}]+[{_CLOSING}]*)((?:\s*{_MARKER})+)")
_END = re.compile(rf"(?P<stop>(?<![{_STOPS}])[{_STOPS}]+)[{_CLOSING}]*\s+(?=\W{{0,8}}(?P<next>\w))")
# "PGS. TS. An", "Mr. An", "TP. Huế", "A. B. Nguyen": a stop that ends no sentence.
_ABBREVIATION = re.compile(r"(?:^|[\s(.\"“])(?:[^\W\d_]|Mrs?|Ms|Dr|TP|TX|TT|P|Q|PGS|GS|TS|ThS|BS|KS|NSND|NSƯT)\.$")
_LONGEST_CHARS = 8  # of an abbreviation, with what stands before it
_NUMBER = re.compile(r"\d+")

# A web address, a mail address or a user's name; "TP.HCM" and "PGS.TS" are none.
_ADDRESS = re.compile(r"://|\bwww\.|@|\b(\w[\w-]*)\.[^\W\d_]{2,}")
_ABBREVIATED = frozenset({"tp", "tx", "tt", "gs", "pgs", "ts", "ths", "bs", "ks", "nsnd", "nsut", "mr", "mrs", "dr"})
# Signs of HTML, Markdown and code: what is shown has none, whatever the passages have.
_MARKUP = frozenset("<>[]{}`*_#|\\~^=")
# Punctuation of ordinary sentences; another sign has to stand in a passage.
_ORDINARY = frozenset(" .,;:!?…–—-\"'“”‘’()%/+&°")
_FIRST_OTHER_LETTER = 0x250  # Latin with its extensions ends here, but for the Vietnamese block
_VIETNAMESE_LETTERS = range(0x1E00, 0x1F00)


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence as the model wrote it, without its markers and final stop, and the ranks that it cites, in order."""

    text: str
    ranks: tuple[int, ...]
    stop: str = "."


def read_draft(text: str) -> list[DraftSentence]:
    """Return the sentences that carry a marker, in order, each once; never raises, whatever the text is."""
    plain = _THINKING.sub(" ", normalise(text[: 4 * MAX_DRAFT_CHARS]))[:MAX_DRAFT_CHARS]
    lines = "\n".join(" ".join(line.split()) for line in plain.splitlines() if not line.isspace())
    plain = _EMPHASIS.sub(r"\2", _BULLET.sub("", lines))
    moved = _BEHIND_STOP.sub(r"\2\1", plain)
    sentences = (_read_sentence(text) for line in moved.splitlines() for text in _split(line))
    return list(dict.fromkeys(sentence for sentence in sentences if sentence is not None))[:MAX_DRAFT_SENTENCES]


def _split(line: str) -> Iterator[str]:
    """Yield the sentences of a line; a model's are plainer than an article's, so rules do, and nothing is imported."""
    start = 0
    for found in _END.finditer(line):
        stop = found.end("stop")
        if not found["next"].islower() and _ABBREVIATION.search(line[max(start, stop - _LONGEST_CHARS) : stop]) is None:
            yield line[start : found.end()]
            start = found.end()
    yield line[start:]


def _read_sentence(text: str) -> DraftSentence | None:
    markers = _MARKERS.findall(text)
    ranks = tuple(dict.fromkeys(int(number) for marker in markers for number in _NUMBER.findall(marker)))
    words = _DATELINE.sub("", " ".join(_MARKERS.sub("", text).split()))
    body = words.rstrip(_STOPS + " ")
    stop = words[len(body) :].strip()[:1]
    if not ranks or len(ranks) > _MAX_MARKERS or len(body) > MAX_SENTENCE_CHARS:
        return None
    if not any(char.isalpha() for char in body):
        return None
    return DraftSentence(body, ranks, stop or ".")


def is_plain(sentence: str, passages: str) -> bool:
    """Return whether a sentence is ordinary text: no address, no markup, and no sign or script that no passage has."""
    for found in _ADDRESS.finditer(sentence):
        abbreviated = found.group(1) is not None and found.group(1).lower() in _ABBREVIATED
        if not (abbreviated and found.group() in passages):
            return False
    if not _MARKUP.isdisjoint(sentence):
        return False
    return all(char in _ORDINARY or _is_latin(char) or char in passages for char in sentence)


def _is_latin(char: str) -> bool:
    return (char.isalpha() and (ord(char) < _FIRST_OTHER_LETTER or ord(char) in _VIETNAMESE_LETTERS)) or (
        char.isascii() and char.isdigit()
    )
