"""Persons as news names them: a name with its offices, before it or behind it, and persons named together.

"Trưởng ban Tổ chức Thành ủy Nguyễn Đình Vĩnh", "Trần Đức Quận - Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh":
an office is a part between commas that begins with a title. A semicolon always ends one person's offices.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.names import TITLE, is_whole_name, persons
from retrieval.query.glossary import Rendering
from retrieval.text.span import Span
from retrieval.text.spelling import fold, one_tone_style
from retrieval.text.tokens import token_texts
from retrieval.text.wordlists import word_set

# Between two persons named together stand nothing but these, signs and what is in brackets.
_LINK_WORDS = word_set("và cùng với các hai ba đồng chí đ c ông bà anh chị")
_BRACKETS = re.compile(r"\([^()]*\)")
_PART_END = re.compile(
    r"[,;:()]|\s[-–]\s|(?<!ts)(?<!gs)(?<!hs)(?<!bs)(?<!ks)\.(?=\s|$)"
    r"|\s(?:và|cùng)\s+(?:(?:các|hai)\s+)?(?:đồng chí|đ/c|ông|bà)(?=\s)",
    re.IGNORECASE,
)
# A title is a noun phrase: these end it.
_VERBS = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|vừa|được|bị|là|cho|phát biểu|chủ trì|đồng chủ trì|dự|tham dự|tham gia|báo cáo|trình bày"
    r"|khẳng định|nhấn mạnh|yêu cầu|đề nghị|nêu|ghi nhận|đánh giá|kết luận|trao|tặng|thăm|tiếp|ký|chúc|chỉ đạo"
    r"|thống nhất|điểm|bày tỏ|thông báo|công bố|kêu gọi|chia sẻ|tại|trong|khi|nói|viết|có|đến|cùng|thay mặt|nhận"
    r"|giới thiệu|cũng|làm|điều hành|khai mạc|bế mạc|dẫn đầu|quyết định|ban hành|phê duyệt|đồng)(?!\w)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\s*(?:,|[-–]|\(|\s)\s*(?:(?:đồng thời|hiện) )?(?:là |kiêm )?", re.IGNORECASE)
_AND = re.compile(r"(?:(?<!\w)(?:và|kiêm|cùng là|đồng thời là)|[,–-]) $")
_SIGNATURE_TOKENS = 25
_MAX_PARTS = 6
_BODIES_MARKED = "viện sở trường bệnh bảo ngân trung tập quỹ cục đài câu phòng thư xí hợp"  # first syllables
_BODIES = word_set(_BODIES_MARKED) | word_set(fold(_BODIES_MARKED))
_SAID_FOR_SHORT, _SHORT_BODY_WORDS = 0.7, 2  # an office of "the school" against its whole name


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in a sentence: the name, and each office as code points of the article, nearest first.

    ``given`` has the offices that the sentence says the person was chosen for, or names the person as holder of.
    """

    sentence: ReadSentence
    name: Span
    titles: tuple[Span, ...]
    extent: Span
    has_surname: bool
    given: tuple[Span, ...] = ()

    def name_keys(self) -> Rendering:
        """Return the name as folded tokens."""
        return tuple(fold(key) for key in token_texts(self.name.of(self.sentence.article)))


def find_mentions(sentences: Sequence[ReadSentence]) -> list[Mention]:
    """Return the persons of the sentences with their offices, in order."""
    found: list[Mention] = []
    for i, sentence in enumerate(sentences):
        here = _mentions(sentence)
        if len(here) == 1 and _is_signature(here[0]) and i + 1 < len(sentences):
            below = _titles_of_line(sentences[i + 1])
            here = [replace(here[0], titles=here[0].titles + below)]
        found += here
    return found


def role_fit(mention: Mention, role: Rendering, *, is_folded: bool) -> float:
    """Return how much of the office asked for a person has, from its first word on: [0, 1], 0 for another office."""
    return _office_fit(mention, mention.titles, role, is_folded=is_folded)


def given_fit(mention: Mention, role: Rendering, *, is_folded: bool) -> float:
    """Return the same of the offices that a person was given, most often without the name of the body."""
    return _office_fit(mention, mention.given, role, is_folded=is_folded, short=_SAID_FOR_SHORT)


def _office_fit(
    mention: Mention, titles: Sequence[Span], role: Rendering, *, is_folded: bool, short: float = 0.0
) -> float:
    best = 0.0
    for title in titles:
        text = one_tone_style(title.of(mention.sentence.article).lower())
        for office in _offices(text):
            words = [fold(word) for word in office] if is_folded else office
            same = next((i for i, pair in enumerate(zip(words, role, strict=False)) if pair[0] != pair[1]), None)
            shared = min(len(words), len(role)) if same is None else same
            fit = shared / len(role) if role else 0.0
            fit = max(fit, short if shared and shared == len(words) else 0.0)
            rest, asked = words[shared:], role[shared:]
            if rest and asked and {rest[0], asked[0]} <= _BODIES:
                continue  # "Giám đốc Viện …" is no director of a museum
            best = max(best, _SAID_FOR_SHORT if _is_for_short(rest, asked) else fit)
    return best


def _is_for_short(rest: Sequence[str], asked: Rendering) -> bool:
    """Return whether an office is of the body asked about without its name: "Hiệu trưởng nhà trường"."""
    body = rest[1:] if rest[:1] in (["nhà"], ["nha"]) else rest
    return bool(body) and len(body) <= _SHORT_BODY_WORDS and tuple(body) == asked[: len(body)] and bool(asked)


def _offices(title: str) -> Iterator[list[str]]:
    """Yield the offices held of a title in small letters, as tokens: "chủ tịch HĐND và trưởng đoàn ĐBQH" are two."""
    for match in TITLE.finditer(title):
        is_first = match.start() == 0 or _AND.search(title, 0, match.start()) is not None
        if is_first and not match["former"]:
            yield token_texts(title[match.start("title") :])


def together(mentions: Sequence[Mention], chosen: Mention) -> list[Mention]:
    """Return the persons that are named in one enumeration with the chosen one, in order; it alone if there is none."""
    same = [mention for mention in mentions if mention.sentence is chosen.sentence]
    place = same.index(chosen)
    first = last = place
    while first and _linked(same[first - 1], same[first]):
        first -= 1
    while last + 1 < len(same) and _linked(same[last], same[last + 1]):
        last += 1
    return same[first : last + 1]


def _linked(left: Mention, right: Mention) -> bool:
    if left.extent.end > right.extent.start:
        return False
    gap = left.sentence.article[left.extent.end : right.extent.start]
    return _LINK_WORDS.issuperset(token_texts(_BRACKETS.sub(" ", gap)))


def _mentions(sentence: ReadSentence) -> list[Mention]:
    shapes = persons(sentence)
    names = [sentence.chars(name.start, name.end) for name in shapes]
    found: list[Mention] = []
    floor = sentence.span.start
    for i, name in enumerate(names):
        ceiling = names[i + 1].start if i + 1 < len(names) else sentence.span.end
        before = _titles_before(sentence.article, floor, name.start, has_left=bool(found))
        after = _titles_after(sentence.article, name.end, ceiling)
        start = before[-1].start if before else name.start
        end = after[-1].end if after else name.end
        found.append(Mention(sentence, name, (*before, *after), Span(start, end), is_whole_name(shapes[i])))
        floor = end
    return found


def _titles_before(article: str, floor: int, start: int, *, has_left: bool) -> list[Span]:
    """Return the offices that end right before the name, nearest first."""
    text = article[floor:start]
    found: list[Span] = []
    end = len(text)
    while end and len(found) < _MAX_PARTS:
        cuts = list(_PART_END.finditer(text, 0, end))
        begin = cuts[-1].end() if cuts else 0
        title = TITLE.search(text, begin, end)
        is_near = not found
        if title is None or (not is_near and (has_left or text[begin : title.start()].strip())):
            break
        if _VERBS.search(text, title.end(), end):
            break
        found.append(Span(floor + title.start(), floor + len(text[:end].rstrip())))
        if not cuts or text[cuts[-1].start()] in ";:.":
            break
        end = cuts[-1].start()
    return found


def _titles_after(article: str, end: int, ceiling: int) -> list[Span]:
    """Return the offices behind the name, in order, as long as each part begins with a title."""
    found: list[Span] = []
    position = end
    while len(found) < _MAX_PARTS:
        link = _OPENING.match(article, position, ceiling)
        if link is None or (not found and article[position : link.end()].strip() == ""):
            break
        title = TITLE.match(article, link.end(), ceiling)
        if title is None:
            break
        stop = _PART_END.search(article, title.end(), ceiling)
        part_end = stop.start() if stop else ceiling
        verb = _VERBS.search(article, title.end(), part_end)
        if verb:
            part_end = verb.start()
        elif stop is None:
            part_end = _before_next_title(article, title.end(), part_end)
        text = article[title.start() : part_end].rstrip()
        found.append(Span(title.start(), title.start() + len(text)))
        position = found[-1].end
        if verb or stop is None or article[stop.start()] not in ",-– ":
            break
    return found


def _before_next_title(article: str, start: int, end: int) -> int:
    """Return where an office ends that runs into the next person ("… và đồng chí", "…; ")."""
    link = re.search(r"\s+(?:và|cùng)(?:\s+(?:các\s+)?(?:đồng chí|ông|bà))?(?:\s+\w+){0,12}\s*$", article[start:end])
    return start + link.start() if link else end


def _is_signature(mention: Mention) -> bool:
    return mention.name.of(mention.sentence.article) == mention.sentence.text.strip(" .")


def _titles_of_line(sentence: ReadSentence) -> tuple[Span, ...]:
    """Return the offices that a short line below a name is made of."""
    if len(sentence) > _SIGNATURE_TOKENS or sentence.text.endswith("."):
        return ()
    return tuple(
        Span(sentence.span.start + part.start(), sentence.span.start + part.end())
        for part in re.finditer(r"[^,;\s][^,;]*", sentence.text)
        if TITLE.match(part[0])
    )
