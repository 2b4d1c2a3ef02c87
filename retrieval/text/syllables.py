"""What a Vietnamese syllable may be made of: onset, rhyme, tone; and where the tone mark goes when one is put together.

The spelling is regular enough for tables: about 30 onsets and 160 rhymes make all syllables there are. What is none of
them is a foreign word, an abbreviation, or a word still in the keys that it was typed with.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

from retrieval.text.spelling import fold
from retrieval.text.wordlists import word_set

ONSETS = word_set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") | {""}
_BY_LENGTH = sorted(ONSETS, key=len, reverse=True)
RHYMES = word_set(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ooc oong
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uôc uôi uôm uôn uông uôt uơ
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ynh yt yêm yên yêng yêt yêu
    """
)
# Of "quỳnh", "quýt": no other onset has them.
_AFTER_QU = frozenset({"ych", "ynh", "yt"})
_LOAN_RHYMES = frozenset({"ooc", "oong"})
_STOPS = ("c", "ch", "p", "t")
TONES = {"": "", "sắc": "\u0301", "huyền": "\u0300", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
_TONE_MARKS = {mark: mark for mark in TONES.values() if mark}
_VOWELS = frozenset("aăâeêioôơuưy")
_QUALITY = frozenset("ăâêôơư")
_FRONT = frozenset("ieêy")
# After these onsets a rhyme must begin with one of the first letters and none of the second.
_FIRST_VOWELS = {
    "gh": (_FRONT, "y"),
    "ngh": (_FRONT, "y"),
    "k": (_FRONT, ""),
    "c": (_VOWELS - _FRONT, ""),
    "ng": (_VOWELS - _FRONT, ""),
    "g": (_VOWELS, "eêy"),
    "gi": (_VOWELS, "iy"),
    "qu": (_VOWELS, "uưoô"),
}


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable in small letters; ``rhyme`` has no tone mark, ``tone`` is a combining mark or empty."""

    onset: str
    rhyme: str
    tone: str

    def __str__(self) -> str:
        """Return it as written, NFC, with the tone mark in its traditional place."""
        place = _tone_place(self.rhyme)
        marked = self.rhyme[: place + 1] + self.tone + self.rhyme[place + 1 :]
        return unicodedata.normalize("NFC", self.onset + marked)


@cache
def parse_syllable(word: str) -> Syllable | None:
    """Return the parts of an NFC word in small letters; None where it is no Vietnamese syllable.

    A syllable that ends in a stop needs sắc or nặng: "nuớc" has it, "nuoc" has not, and is none.
    """
    syllable = parse_toneless(word)
    if syllable is None:
        return None
    is_stopped = syllable.rhyme.endswith(_STOPS)
    return None if is_stopped and syllable.tone not in {TONES["sắc"], TONES["nặng"]} else syllable


def parse_toneless(word: str) -> Syllable | None:
    """Return the parts of a word as :func:`parse_syllable` does, but let the tone be missing ("nuơc", "hoc")."""
    parts = unicodedata.normalize("NFD", word)
    tones = [char for char in parts if char in _TONE_MARKS]
    if len(tones) > 1:
        return None
    plain = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONE_MARKS))
    tone = tones[0] if tones else ""
    for onset in _BY_LENGTH:
        rhyme = plain.removeprefix(onset)
        if plain.startswith(onset) and rhyme in RHYMES and _may_stand(onset, rhyme):
            return Syllable(onset, rhyme, tone)
    return None


def is_bare_syllable(word: str) -> bool:
    """Return whether a word in small letters is what some syllable looks like without its marks: "duoc", "nghi"."""
    return word in _bare_syllables()


@cache
def _bare_syllables() -> frozenset[str]:
    return frozenset(
        fold(onset + rhyme)
        for onset in ONSETS
        for rhyme in RHYMES
        if _may_stand(onset, rhyme) and rhyme not in _LOAN_RHYMES
    )


def _may_stand(onset: str, rhyme: str) -> bool:
    """Return whether spelling allows this onset before this rhyme: k, gh and ngh before i and e, c before others."""
    if rhyme in _AFTER_QU:
        return onset == "qu"
    if onset == "" or rhyme == "ôc":
        return not rhyme.startswith("iê")
    allowed, excluded = _FIRST_VOWELS.get(onset, (_VOWELS, ""))
    return rhyme[0] in allowed and rhyme[0] not in excluded


def _tone_place(rhyme: str) -> int:
    """Return the index of the rhyme's letter that bears the tone mark."""
    marked = [i for i, char in enumerate(rhyme) if char in _QUALITY]
    if marked:
        return marked[-1]
    vowels = [i for i, char in enumerate(rhyme) if char in _VOWELS]
    has_final = len(vowels) < len(rhyme)
    if len(vowels) == 1:
        return vowels[0]
    return vowels[1] if has_final or len(vowels) > len("oa") else vowels[0]
