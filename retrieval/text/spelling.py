"""Spellings that one Vietnamese word may have, brought to one: without marks, and tone marks in one place.

Every function here keeps the number of code points of NFC text, so that an offset into the result is an offset into
the original.
"""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below

# An open syllable in oa, oe or uy may carry its tone on either letter: hoà = hòa, khoẻ = khỏe, thuý = thúy.
# After q, u belongs to the consonant (quý), and before a final letter (hoàn) there is no choice. Looking back comes
# second: re skips quickly to a first letter, but not to what looks back first (7 times as slow).
_NEW_STYLE = re.compile(
    r"([oO])(?<![qQ][oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?!\w)|([uU])(?<![qQ][uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\w)",
)
# The same syllables in the traditional style.
_OLD_STYLE = re.compile(r"([òóỏõọÒÓỎÕỌ](?=[aeAE])|[ùúủũụÙÚỦŨỤ](?=[yY]))(?<![qQ].)([aeyAEY])(?!\w)")


def _mark_letters() -> dict[int, str]:
    """Return the table that takes each precomposed Latin letter to its bare letter, and đ to d."""
    table = {ord("đ"): "d", ord("Đ"): "D"}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))
        if len(bare) > 1 and bare[0].isascii():
            table[code] = bare[0]
    return table


_BARE = _mark_letters()


def fold(text: str) -> str:
    """Return NFC text in lower case without marks, đ as d: what it would be typed as without a Vietnamese keyboard."""
    return text.translate(_BARE).lower().translate(_BARE)


def is_bare(text: str) -> bool:
    """Return whether the text has no letter with a Vietnamese mark."""
    return text.translate(_BARE) == text


def one_tone_style(text: str) -> str:
    """Return NFC text with each tone mark in its traditional place (hòa, khỏe, thúy), equally long."""
    return _NEW_STYLE.sub(_move_tone_back, text)


def tone_styles(text: str) -> tuple[str, ...]:
    """Return NFC text with its tone marks in the traditional and in the new place, both equally long; once if equal."""
    old = one_tone_style(text)
    new = _OLD_STYLE.sub(_move_tone_on, old)
    return (old,) if new == old else (old, new)


def _move_tone_on(match: re.Match[str]) -> str:
    first, second = match.groups()
    tone = "".join(mark for mark in unicodedata.normalize("NFD", first) if mark in _TONES)
    bare = "".join(mark for mark in unicodedata.normalize("NFD", first) if mark not in _TONES)
    return bare + unicodedata.normalize("NFC", second + tone)


def _move_tone_back(match: re.Match[str]) -> str:
    first, second = match.group(1) or match.group(3), match.group(2) or match.group(4)
    parts = unicodedata.normalize("NFD", second)
    tone = "".join(mark for mark in parts if mark in _TONES)
    bare = "".join(mark for mark in parts if mark not in _TONES)
    return unicodedata.normalize("NFC", first + tone) + bare
