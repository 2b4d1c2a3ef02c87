"""How Vietnamese is typed: the keys of Telex and VNI for a marked text, in the orders that people use."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Keyboard:
    """The keys of one input method: after a vowel, after a syllable for its tone, after d for đ."""

    circumflex: dict[str, str]
    horn: str
    breve: str
    stroke: str
    tones: dict[str, str]


TELEX = Keyboard(
    {"a": "a", "e": "e", "o": "o"},
    "w",
    "w",
    "d",
    {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"},
)
VNI = Keyboard(
    {"a": "6", "e": "6", "o": "6"},
    "7",
    "8",
    "9",
    {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"},
)


def typed(text: str, keyboard: Keyboard, *, late: bool = False) -> str:
    """Return the keys of a text: each tone behind its vowel, or ``late``, behind its word."""
    return " ".join(_word(word, keyboard, late=late) for word in text.split(" "))


def _word(word: str, keyboard: Keyboard, *, late: bool) -> str:
    keys = []
    tones = ""
    for letter in unicodedata.normalize("NFC", word):
        if letter in "đĐ":
            keys.append(("d" if letter == "đ" else "D") + keyboard.stroke)
            continue
        base, *marks = list(unicodedata.normalize("NFD", letter))
        keys.append(base)
        for mark in marks:
            if mark == "\u0302":
                keys.append(keyboard.circumflex[base.lower()])
            elif mark == "\u031b":
                keys.append(keyboard.horn)
            elif mark == "\u0306":
                keys.append(keyboard.breve)
            elif late:
                tones = keyboard.tones[mark]
            else:
                keys.append(keyboard.tones[mark])
    return "".join(keys) + tones
