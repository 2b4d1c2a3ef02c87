"""Reads questions whose Vietnamese keyboard was off: "chur trif hooij nghij" (Telex), "chu3 tri2 ho65i nghi5" (VNI).

A table says what each key does to the syllable before it, as the input methods do. Since "door" and "was" would become
syllables too, the question decides as a whole: most of its words that are no plain syllables must turn into syllables,
otherwise none is touched.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from retrieval.query.language import ENGLISH_OPENINGS, ENGLISH_WORDS
from retrieval.text.spelling import is_bare
from retrieval.text.syllables import TONES, Syllable, parse_syllable, parse_toneless

_WORD = re.compile(r"(?<![^\W_])(?<!\w[-.])[^\W_]+(?![-.]\w)")  # not the parts of "dong-choon", "example.com"
_VOWELS = frozenset("aeiouy" + "ăâêôơư")


@dataclass(frozen=True, slots=True)
class Method:
    """An input method: what its keys do. ``circumflex`` names the vowels that a key puts a circumflex on."""

    tones: dict[str, str]
    circumflex: dict[str, str]
    horn: frozenset[str]
    breve: frozenset[str]
    stroke: str


_TELEX = Method(
    tones={"s": TONES["sắc"], "f": TONES["huyền"], "r": TONES["hỏi"], "x": TONES["ngã"], "j": TONES["nặng"]},
    circumflex={"a": "a", "e": "e", "o": "o"},
    horn=frozenset("w"),
    breve=frozenset("w"),
    stroke="d",
)
_VNI = Method(
    tones={
        "1": TONES["sắc"],
        "2": TONES["huyền"],
        "3": TONES["hỏi"],
        "4": TONES["ngã"],
        "5": TONES["nặng"],
    },
    circumflex={"6": "aeo"},
    horn=frozenset("7"),
    breve=frozenset("8"),
    stroke="9",
)
_CIRCUMFLEXED = {"a": "â", "e": "ê", "o": "ô"}
_MIN_SHARE = 0.7  # of the words that are no plain syllables, how many must be readable as keystrokes
_MIN_READ = 2
# A single word in keystrokes among other words is believed if it has what hardly any word has: "mary" and "thor" would
# be syllables too.
_SURE = re.compile(r"dd|aa|ee|oo|uow|[aou]w|[a-z][0-9]|(?:[aeiouy]|ng|nh|[cmnpt])[fj]$|(?:ng|nh)[rx]$")
_MIN_LONE_CHARS = 4
_CODE = re.compile(r"[A-Za-z]{1,2}[0-9]")  # o2, co2, a4: also ways to type ò, cò, ã


@dataclass(slots=True)
class _Syllable:
    """A syllable while its keys are read."""

    letters: list[str] = field(default_factory=list)
    tone: str = ""
    is_changed: bool = False

    def last(self, vowels: str) -> int | None:
        """Return the place of the last letter that is one of these."""
        return next((i for i in reversed(range(len(self.letters))) if self.letters[i] in vowels), None)


def read_keystrokes(question: str, is_word: Callable[[str], bool]) -> str:
    """Return the NFC question with Telex or VNI keystrokes read as letters; equal to it where there are none.

    Args:
        question: What was typed.
        is_word: Whether a token in small letters is a word as it stands ("forum", "virus"): such words stay.
    """
    words = list(_WORD.finditer(question))
    if not words or words[0].group().lower() in ENGLISH_OPENINGS:
        return question
    for method in (_TELEX, _VNI):
        read = {}
        n_stuck = 0
        for match in words:
            typed = match.group()
            if not is_bare(typed) or _is_plain(typed.lower()) or _is_abbreviation(typed):
                continue
            letters = None if _stays(typed.lower(), is_word) else _letters_of(typed.lower(), method)
            if letters is not None:
                read[match.span()] = _cased_like(typed, letters)
            elif typed.isalpha() and typed[0].islower():
                n_stuck += 1
        if read and _are_believed([question[start:end] for start, end in read], question, n_stuck):
            return _with_replaced(question, read)
    return question


def _is_plain(token: str) -> bool:
    """Return whether a token is a figure or a syllable without marks; "soong" is rather sông in Telex."""
    return token.isdecimal() or (parse_toneless(token) is not None and "oo" not in token)


def _is_abbreviation(typed: str) -> bool:
    return typed.isupper() and len(typed) <= len("UBND")


def _stays(token: str, is_word: Callable[[str], bool]) -> bool:
    return len(token) == 1 or token in ENGLISH_WORDS or is_word(token)


def _are_believed(typed: list[str], question: str, n_stuck: int) -> bool:
    if all(map(_CODE.fullmatch, typed)):
        return False
    sure = [len(word) >= _MIN_LONE_CHARS and word.islower() and _SURE.search(word) is not None for word in typed]
    if len(typed) >= _MIN_READ and (is_bare(question) or any(sure)):
        return len(typed) >= _MIN_SHARE * (len(typed) + n_stuck)
    return all(sure) and not n_stuck


def _with_replaced(question: str, read: dict[tuple[int, int], str]) -> str:
    parts = []
    end = 0
    for (start, stop), letters in read.items():
        parts += [question[end:start], letters]
        end = stop
    return "".join(parts) + question[end:]


def _letters_of(token: str, method: Method) -> str | None:
    """Return the syllable that the keys of a token make, in small letters; None where they make none."""
    syllable = _Syllable()
    for key in token:
        if not _act(syllable, key, method):
            if not key.isalpha():
                return None
            syllable.letters.append(key)
    if not syllable.is_changed:
        return None
    toneless = parse_toneless(_with_horns("".join(syllable.letters)))
    if toneless is None:
        return None
    written = str(Syllable(toneless.onset, toneless.rhyme, syllable.tone))
    return written if parse_syllable(written) else None


def _act(syllable: _Syllable, key: str, method: Method) -> bool:
    """Apply a key to the syllable; return whether it was one that changes what stands before it."""
    acted = (
        _set_tone(syllable, key, method)
        or _set_circumflex(syllable, key, method)
        or _set_horn_or_breve(syllable, key, method)
        or _set_stroke(syllable, key, method)
    )
    syllable.is_changed |= acted
    return acted


def _set_tone(syllable: _Syllable, key: str, method: Method) -> bool:
    has_vowel = any(letter in _VOWELS for letter in syllable.letters)
    if key not in method.tones or not has_vowel or syllable.tone:
        return False
    syllable.tone = method.tones[key]
    return True


def _set_circumflex(syllable: _Syllable, key: str, method: Method) -> bool:
    place = syllable.last(method.circumflex.get(key, ""))
    if place is None:
        return False
    syllable.letters[place] = _CIRCUMFLEXED[syllable.letters[place]]
    return True


def _set_horn_or_breve(syllable: _Syllable, key: str, method: Method) -> bool:
    letters = syllable.letters
    joined = "".join(letters)
    if key in method.horn and (place := joined.rfind("uo")) >= 0:
        letters[place : place + 2] = "ươ"
    elif key in method.horn and "ưo" in joined:
        letters[joined.rfind("ưo") + 1] = "ơ"
    elif key in method.horn and key in method.breve and joined.endswith("ua") and not joined.startswith("qu"):
        letters[-2] = "ư"
    elif key in method.breve and (place_a := syllable.last("a")) is not None:
        letters[place_a] = "ă"
    elif key in method.horn and (place_o := syllable.last("ou")) is not None:
        letters[place_o] = "ơ" if letters[place_o] == "o" else "ư"
    elif key in method.horn and key.isalpha() and not any(letter in _VOWELS for letter in letters):
        letters.append("ư")
    else:
        return False
    return True


def _set_stroke(syllable: _Syllable, key: str, method: Method) -> bool:
    if key != method.stroke or syllable.letters[:1] != ["d"]:
        return False
    syllable.letters[0] = "đ"
    return True


def _with_horns(letters: str) -> str:
    """Return the letters with ư and ơ as a pair before a final sound and u before a last ơ: được, thuở."""
    if letters.endswith("ươ"):
        return letters[:-2] + "uơ"
    return letters.replace("uơ", "ươ") if not letters.startswith("qu") and "uơ" in letters[:-1] else letters


def _cased_like(typed: str, letters: str) -> str:
    if typed.isupper():
        return letters.upper()
    return letters.capitalize() if typed[0].isupper() else letters
