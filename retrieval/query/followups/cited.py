"""What half a question points back to in the article that was cited: "ai viết bài đó?", "dự án này ở đâu?".

The question before need not name it: it asked who spoke, the answer stood in an article about a conference, and "that
conference" is the article's. Its title says which, so the title stands for it in the whole question.
"""

from collections.abc import Callable
from dataclasses import dataclass

from retrieval.query.followups import english_whole, vietnamese_whole
from retrieval.query.followups.half import Half, Pointing, Reference
from retrieval.query.followups.patterns import at_end, whole, words
from retrieval.query.followups.typed import bare_question
from retrieval.query.language import Language

_POINTING_AT_THINGS = frozenset({Pointing.THING, Pointing.OBJECT, Pointing.SUBJECT, Pointing.FACT})
_QUOTES = str.maketrans('“”"«»', "‘’'‘’")


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language speaks of articles: by themselves, as what is written, and of a thing in one."""

    article: Callable[[str], object]
    wrote: Callable[[str], object]
    plain: str
    inside: str
    event: Callable[[str], str]


def _vietnamese_event(text: str) -> str:
    found = vietnamese_whole.event_in(text)
    return text[found[0] : found[1]] if found and found[0] == 0 else ""


def _english_event(text: str) -> str:
    found = english_whole.EVENT.search(text)
    return found.group() if found else ""


_WORDS = {
    Language.VIETNAMESE: _Words(
        article=whole("(?:các |những )?(?:bài(?: báo| viết)?|bản tin|tin)").match,
        wrote=at_end("viết|chấp bút|đăng|đăng bài|tác giả").search,
        plain="bài",
        inside="{noun} trong bài “{title}”",
        event=_vietnamese_event,
    ),
    Language.ENGLISH: _Words(
        article=whole("articles?|stor(?:y|ies)|reports?|piece|news").match,
        wrote=at_end("wrote|written|published|the (?:author|writer|reporter)").search,
        plain="the article",
        inside="the {noun} in the article “{title}”",
        event=_english_event,
    ),
}


def is_the_article(half: Half, before: str, language: Language) -> bool:
    """Return whether half a question means the article that was cited, and nothing that the question before names.

    Args:
        half: Half a question that points back.
        before: The question before, whole.
        language: Its language.
    """
    reference, own = half.reference, _WORDS[half.language]
    if reference is None or _names_something_written(before, language):
        return False
    if reference.noun and reference.kind is Pointing.THING:
        return bool(own.article(reference.noun.lower()))
    if reference.kind not in _POINTING_AT_THINGS:
        return False
    ahead, behind = half.text[: reference.start].rstrip(), half.text[reference.end :].strip()
    return bool(own.wrote(ahead or behind.partition(" ")[0]) or own.wrote(behind))


def article_named(half: Half, title: str) -> str:
    """Return the article as half a question calls it, by its title: "bài báo “…”"."""
    own = _WORDS[half.language]
    noun = half.reference.noun if half.reference and own.article(half.reference.noun.lower()) else ""
    called = f"the {noun}" if noun and half.language is Language.ENGLISH else noun
    return f"{called or own.plain} “{_quotable(title)}”"


def thing_named(reference: Reference, title: str, language: Language) -> str:
    """Return the thing that an article's title names, or that stands in it; empty where no thing is pointed at."""
    if reference.kind is not Pointing.THING or not reference.noun:
        return ""
    own = _WORDS[language]
    event = own.event(title)
    if event and words(reference.noun).match(event):
        return event
    return own.inside.format(noun=reference.noun, title=_quotable(title))


def _names_something_written(before: str, language: Language) -> bool:
    """Return whether the question before is about an article or a book of its own, and not about an event."""
    if language is Language.VIETNAMESE:
        text = bare_question(before)
        return vietnamese_whole.event_in(text) is None and bool(_WRITTEN.search(text))
    return english_whole.EVENT.search(before) is None and bool(_ENGLISH_WRITTEN.search(before))


_WRITTEN = words("bài (?:báo|viết|hát|thơ|văn)|sách|cuốn|tiểu thuyết|truyện|thư|ca khúc|kịch|luận án|bản nhạc|tác phẩm")
_ENGLISH_WRITTEN = words("articles?|story|report|books?|novel|song|poem|letter|play|thesis|law|speech")


def _quotable(title: str) -> str:
    """Return a title that can stand in quotation marks, on one line."""
    return " ".join(title.translate(_QUOTES).split())
