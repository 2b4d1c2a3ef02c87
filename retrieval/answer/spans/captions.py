"""Lines of an article that are no sentences: headings, captions, signatures. They name what stands below them."""

from retrieval.answer.evidence.reading import ReadSentence

_CAPTION_TOKENS = 30
_ENDS = (".", "!", "?", "…", ":", ";")
_QUOTES = "”\"'’)»/"


def is_caption(sentence: ReadSentence) -> bool:
    """Return whether a line is a heading, a caption or a signature: short, and no sentence."""
    return len(sentence) < _CAPTION_TOKENS and not sentence.text.rstrip(_QUOTES).endswith(_ENDS)
