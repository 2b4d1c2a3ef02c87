"""Greetings and thanks: messages that ask nothing, so that nobody is told that the articles do not answer "hello".

Both front ends know them by this module, and each returns them in words of its own.

A message is one only where it is nothing else: it must consist of the phrases below from end to end. "xin chào, ai
chủ trì hội nghị?" is a question. Marks may be left out ("cam on ban") where that makes no other word.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.query.language import Language
from retrieval.text.normal import normalise
from retrieval.text.spelling import fold, one_tone_style

MAX_COURTESY_CHARS = 80  # nobody greets at greater length, and what is longer need not be looked at


class Courtesy(StrEnum):
    """What a courtesy is for; where a message has several, the first in this order is answered."""

    THANKS = "thanks"
    GREETING = "greeting"
    FAREWELL = "farewell"
    ACKNOWLEDGEMENT = "acknowledgement"


@dataclass(frozen=True, slots=True)
class Said:
    """A courtesy, and the language it was said in; None where they are words that both use, or hands."""

    courtesy: Courtesy
    language: Language | None


_VIETNAMESE: dict[Courtesy, tuple[str, ...]] = {
    Courtesy.GREETING: (
        "chào", "xin chào", "kính chào", "chào buổi sáng", "chào buổi trưa", "chào buổi chiều", "chào buổi tối",
        "buổi sáng tốt lành", "khỏe không", "có khỏe không", "rất vui được gặp", "rất vui được làm quen",
    ),
    Courtesy.THANKS: (
        "cảm ơn", "cám ơn", "xin cảm ơn", "xin cám ơn", "chân thành cảm ơn", "xin chân thành cảm ơn", "cảm ơn nhé",
        "đa tạ", "cảm tạ",
    ),
    Courtesy.FAREWELL: ("tạm biệt", "chào tạm biệt", "hẹn gặp lại", "chúc ngủ ngon"),
    Courtesy.ACKNOWLEDGEMENT: (
        "vâng", "dạ", "dạ vâng", "được rồi", "hiểu rồi", "mình hiểu rồi", "tôi hiểu rồi", "rõ rồi", "đã rõ", "đã hiểu",
        "tuyệt vời", "tuyệt quá", "tốt quá", "tốt lắm", "hay quá", "hay lắm", "giỏi quá", "giỏi lắm", "chuẩn rồi",
        "đúng rồi",
    ),
}  # fmt: skip
_ENGLISH: dict[Courtesy, tuple[str, ...]] = {
    Courtesy.GREETING: (
        "hey", "good morning", "good afternoon", "good evening", "greetings", "how are you", "how do you do",
        "nice to meet you",
    ),
    Courtesy.THANKS: (
        "thank you", "thank u", "many thanks", "thanks a lot", "thank you very much", "thanks so much",
        "thank you so much", "thanks very much", "much appreciated", "thanks for your help", "thank you for your help",
    ),
    Courtesy.FAREWELL: ("goodbye", "good bye", "see you", "see you later", "good night", "have a nice day"),
    Courtesy.ACKNOWLEDGEMENT: (
        "got it", "i see", "understood", "great", "very good", "good job", "well done", "perfect", "awesome", "nice",
        "that is all", "that's all", "alright", "all right",
    ),
}  # fmt: skip
_EITHER: dict[Courtesy, tuple[str, ...]] = {
    Courtesy.GREETING: ("hi", "hello", "helo", "alo", "a lô"),
    Courtesy.THANKS: ("thanks", "thx", "tks", "thanks you"),
    Courtesy.FAREWELL: ("bye", "bye bye", "bai bai"),
    Courtesy.ACKNOWLEDGEMENT: ("ok", "oke", "okê", "okie", "okay", "okey", "okla"),
}
# Whoever is spoken to, and the small words of politeness: nothing by themselves.
_BESIDES = (
    "bạn", "bot", "ad", "admin", "em", "anh", "chị", "cô", "chú", "bác", "cậu", "mọi người", "cả nhà", "mình", "tôi",
    "bạn bot", "các bạn", "ạ", "nhé", "nha", "nhá", "nhen", "ơi", "à", "ừ", "rất", "nhiều", "rất nhiều", "lắm", "quá",
    "vì đã giúp", "đã giúp", "đã trả lời", "there", "everyone", "all", "you", "friend", "sir", "madam", "again",
    "for the answer", "for answering", "so much", "a lot", "dear",
)  # fmt: skip
# Typed without marks these are other words: vàng, đã, the English "a" and "oi".
_ONLY_WITH_MARKS = frozenset({"vâng", "dạ", "à", "ạ", "ừ", "ơi"})
_HANDS = frozenset("👍👌🙏👏🤝💪✌🫶❤♥💙💚💛🧡💜😊🙂😀😁😃😄😍🥰😘🤗👋🎉🌹💐✅")
_HAND_COURTESY = {"🙏": Courtesy.THANKS, "👋": Courtesy.GREETING}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")  # "hellooo"
_SIGNS = re.compile(r"[\s.,;:!?~…()\-\"“”']|[\u200d\ufe0f\U0001f3fb-\U0001f3ff]")  # and the colours of emoji


def courtesy_in(text: str) -> Said | None:
    """Return the courtesy that a message is, None for one that is or may be anything else."""
    if len(text) > MAX_COURTESY_CHARS:
        return None
    plain = _DRAWN_OUT.sub(r"\1", one_tone_style(normalise(text)).lower().replace("’", "'"))
    words = _WORD.findall(plain)
    hands = _SIGNS.sub("", _WORD.sub("", plain))
    if any(hand not in _HANDS for hand in hands):
        return None
    if not words:
        return Said(_HAND_COURTESY.get(hands[0], Courtesy.ACKNOWLEDGEMENT), None) if hands else None
    return _said(words)


def _said(words: list[str]) -> Said | None:
    """Return what phrases say that cover all of the words, None where none do; the longest phrase goes first."""
    found: list[Said] = []
    at = 0
    while at < len(words):
        phrase, said = next((one for one in _PHRASES if _opens(words[at:], one[0])), ((), None))
        if not phrase:
            return None
        found += [said] if said is not None else []
        at += len(phrase)
    if not found:
        return None
    order = list(Courtesy)
    courtesy = min((said.courtesy for said in found), key=order.index)
    languages = {said.language for said in found if said.language is not None}
    return Said(courtesy, languages.pop() if len(languages) == 1 else None)


def _opens(words: list[str], phrase: tuple[str, ...]) -> bool:
    """Return whether words begin with a phrase."""
    return len(phrase) <= len(words) and all(map(_is, words, phrase))


def _is(word: str, wanted: str) -> bool:
    """Return whether a word was typed, with its marks or without."""
    return word == wanted or (wanted not in _ONLY_WITH_MARKS and word == fold(wanted))


def _phrases() -> list[tuple[tuple[str, ...], Said | None]]:
    """Return all phrases as words, the longest first, with what they say; None for what stands beside a courtesy."""
    tables = ((_VIETNAMESE, Language.VIETNAMESE), (_ENGLISH, Language.ENGLISH), (_EITHER, None))
    phrases: list[tuple[str, Said | None]] = [
        (phrase, Said(courtesy, language))
        for table, language in tables
        for courtesy, listed in table.items()
        for phrase in listed
    ]
    phrases += [(phrase, None) for phrase in _BESIDES]
    split = [(tuple(one_tone_style(phrase).split()), said) for phrase, said in phrases]
    return sorted(split, key=lambda one: -len(one[0]))


_PHRASES = _phrases()
