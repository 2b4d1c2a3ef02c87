"""Where something is or happened: names of places, and what follows "tại", "ở", "đến" up to the end of the phrase."""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.names import Name, find_names, is_known_place
from retrieval.text.wordlists import word_set

_PREPOSITIONS = word_set("tại ở đến tới từ sang về vào trong gần thuộc trên quanh khỏi qua giữa dọc ngoài")
# A phrase of place ends before these, and at any sign but a hyphen or a comma before another name.
_ENDS = _PREPOSITIONS | word_set(
    """
    và là của được đã đang sẽ để do bởi vì nên thì mà khi nếu như bị có không với cho hoặc hay nhưng cũng này đó bằng
    theo nhằm cùng rồi vẫn ngày năm tháng hôm lúc sau trước chủ diễn tổ nơi
    """
)
_NOUNS = word_set(
    """
    tỉnh huyện xã phường quận thôn làng bản ấp phố đường sông núi hồ đảo biển bang nước vùng miền chùa đền cảng hạt
    thị thành thủ quần khu châu bờ phía vịnh đèo cao bán dãy sân nhà trung điểm đầu hội đại lục lãnh thung đồng
    """
)
_MAX_TOKENS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens [start, end) that may tell where: a name with the noun it has, or a phrase behind a preposition."""

    start: int
    end: int
    has_preposition: bool
    has_noun: bool
    is_known: bool
    has_name: bool


def find_places(sentence: ReadSentence) -> list[Place]:
    """Return the phrases of place, in order of their beginnings; a name may lie inside a phrase."""
    names = [name for name in find_names(sentence) if not name.has_surname and not name.is_addressed]
    found = {(place.start, place.end): place for place in _behind_prepositions(sentence, names)}
    for name in names:
        place = _named(sentence, name)
        found.setdefault((place.start, place.end), place)
    return sorted(found.values(), key=lambda place: (place.start, place.end))


def _named(sentence: ReadSentence, name: Name) -> Place:
    keys = sentence.keys
    start = name.start
    for size in (2, 1):
        first = start - size
        if first >= 0 and keys[first] in _NOUNS and all(sentence.between(i) == " " for i in range(first, start)):
            start = first
            break
    before = start - 1
    return Place(
        start,
        name.end,
        has_preposition=before >= 0 and keys[before] in _PREPOSITIONS,
        has_noun=start < name.start,
        is_known=is_known_place(keys[name.start : name.end]),
        has_name=True,
    )


def _behind_prepositions(sentence: ReadSentence, names: list[Name]) -> Iterator[Place]:
    keys = sentence.keys
    capitals = {i for name in names for i in range(name.start, name.end)}
    for i, key in enumerate(keys[:-1]):
        if key not in _PREPOSITIONS or sentence.between(i) != " ":
            continue
        end = _phrase_end(sentence, i + 1)
        if end == i + 1:
            continue
        known = any(is_known_place(keys[start : start + size]) for start in range(i + 1, end) for size in (1, 2, 3))
        yield Place(
            i + 1,
            end,
            has_preposition=True,
            has_noun=keys[i + 1] in _NOUNS,
            is_known=known,
            has_name=any(j in capitals for j in range(i + 1, end)),
        )


def _phrase_end(sentence: ReadSentence, start: int) -> int:
    for end in range(start, min(start + _MAX_TOKENS, len(sentence))):
        if sentence.keys[end] in _ENDS:
            return end
        if sentence.between(end) not in {" ", "-", " - ", " – ", "–"}:
            return end + 1
    return min(start + _MAX_TOKENS, len(sentence))
