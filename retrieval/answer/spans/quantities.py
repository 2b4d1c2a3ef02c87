"""The figures of a sentence as candidates: whether they count what is asked for, and what they are of its change."""

import re
from collections.abc import Iterator, Sequence

from retrieval.answer.evidence.reading import ReadSentence
from retrieval.answer.spans.candidate import Candidate, candidate_at
from retrieval.answer.spans.measured import find_ordinals, find_ranks, is_measured
from retrieval.answer.spans.numbers import Quantity, find_phones, find_quantities
from retrieval.answer.spans.times import find_durations, find_times
from retrieval.query.glossary import Rendering
from retrieval.query.request.amounts import Change
from retrieval.query.request.answer_type import AnswerRequest, Unit
from retrieval.query.request.measures import Measure
from retrieval.query.request.wordings import CLASSIFIERS
from retrieval.text.span import Span
from retrieval.text.spelling import fold

# One counts people by any of these: who asks for "người" is answered with "đồng chí".
_PEOPLE = """
    người; đồng chí; đ c; vị; cán bộ; công chức; viên chức; đảng viên; đoàn viên; hội viên; thành viên; ủy viên;
    đại biểu; cử tri; học viên; học sinh; sinh viên; giáo viên; giảng viên; bác sĩ; bác sỹ; y tá; bệnh nhân; nạn nhân;
    công nhân; lao động; nhân viên; chuyên gia; nhà khoa học; chiến sĩ; chiến sỹ; bộ đội; thí sinh; vận động viên;
    cầu thủ; khán giả; du khách; hành khách; khách; dân; cư dân; nông dân; em; cháu; trẻ em; quản lý; lãnh đạo
    """
_PERSON_COUNTERS = frozenset(tuple(noun.split()) for people in (_PEOPLE, fold(_PEOPLE)) for noun in people.split(";"))
# What stands between a verb of change and its figure: "giảm được khoảng", "chỉ còn lại hơn".
_LINK = r"(?: (?:đi|được|bớt|thêm|mất|lại|tới|đến|khoảng|gần|hơn|trên|dưới|chỉ|là|tổng cộng|cả thảy|chừng))*"
_CHANGES = {
    Change.RESULT: re.compile(rf"(?<!\w)(?:còn|xuống|lên|thành){_LINK} $", re.IGNORECASE),
    Change.FALL: re.compile(rf"(?<!\w)(?:giảm|bớt|cắt|hụt|tinh giản|tinh gọn|thu gọn){_LINK} $", re.IGNORECASE),
    Change.RISE: re.compile(rf"(?<!\w)(?:tăng|thêm|bổ sung|nhiều hơn){_LINK} $", re.IGNORECASE),
}
_FROM = re.compile(r"(?<!\w)từ(?: (?:khoảng|gần|hơn|trên|dưới|mức))* $", re.IGNORECASE)
_FROM_WITHIN = re.compile(r"từ(?!\w)", re.IGNORECASE)
_TO = re.compile(r"(?: [^\W\d_]+){0,5} (?:xuống|lên|còn|thành)(?!\w)")
_EACH = re.compile(r"(?<!\w)(?:mỗi|bình quân|trung bình|hàng năm|hằng năm|hàng tháng|hằng tháng)(?!\w)", re.IGNORECASE)
_EACH_REACH_CHARS, _CHANGE_REACH_CHARS = 40, 40
_ATTRIBUTE_TOKENS = 5
_LEAD_CHARS = 60
_VAGUE_ORDINALS = frozenset({"lan", "thu"})
_PER = frozenset({"mỗi", "moi", "một", "mot", "trên", "tren"})
_UNITS = "mét, mét khối, mét vuông, ha, hecta, héc ta, tấn, tạ, cân, kg, km, cây số, lít, m2, m3, khối, ki lô mét"
_UNIT_NAMES = frozenset(tuple(unit.split()) for units in (_UNITS, fold(_UNITS)) for unit in units.split(", "))
_MILLIONS = re.compile(
    r" (?:(?:nghìn|ngàn|vạn|trăm) )?(?:tỷ|tỉ|triệu)"
    r"(?= ?[,.;:)]|$| (?:và|tiền|so|trong|năm|mỗi|cho|mà|để|rồi|nhưng|nữa))"
)
_DIVIDES = re.compile(r"(?<!\w)mỗi $", re.IGNORECASE)  # "mỗi 1 thôn có 3 người" counts no village
_TOTAL = re.compile(r"(?<!\w)(?:tổng (?:cộng|số)|cả thảy|tất cả)(?: \w+){0,2} $", re.IGNORECASE)
# A mere "một" counts only where it is said to: "chỉ một", "một huyện" at the beginning; not "sắp xếp một bước".
_ONE_COUNTS = re.compile(
    r"(?:^|\W)(?:có|chỉ|còn|được|mất|gồm|thêm|là|đúng|bằng|giảm|tăng|duy nhất|với|xây|mở|lập) $", re.IGNORECASE
)


def quantity_candidates(request: AnswerRequest, sentence: ReadSentence) -> list[Candidate]:
    """Return the figures of a sentence, or the durations or telephone numbers where these are asked for."""
    text = sentence.text
    if request.unit is Unit.PHONE:
        return [candidate_at(sentence, start, end, {"asked": 1.0}) for start, end in find_phones(text)]
    times = find_times(text)
    if request.unit is Unit.DURATION:
        spans = [
            candidate_at(
                sentence, each.start, each.end, {"asked": 1.0, "superseded": is_superseded(text, each.start, each.end)}
            )
            for each in find_durations(text)
            if not any(each.start < time.end and time.start < each.end for time in times)
        ]
        return spans + [candidate_at(sentence, each.start, each.end, {"date": 1.0}) for each in times]
    if request.measure is Measure.RANK:
        return [candidate_at(sentence, start, end, {"asked": 1.0}) for start, end in find_ranks(text)]
    if request.measure is Measure.ORDINAL:
        ordinals = list(find_ordinals(text))
        asked = [(start, end) for start, end in ordinals if _is_asked_ordinal(request, text[start:end])]
        return [candidate_at(sentence, *each, {"asked": float(bool(asked))}) for each in asked or ordinals]
    quantities = find_quantities(text, times)
    led_to = _led_to(request, text, quantities)
    measured = float(request.measure is not None and _has_what_is_measured(request, sentence))
    return [
        candidate_at(
            sentence,
            each.start,
            each.end,
            quantity_traits(request, each)
            | _traits_in(request, text, each)
            | _named_before(request, sentence, each)
            | {"measured": measured, "led_to": led_to.get(each.start, 0.0)},
        )
        for each in quantities
        if _is_of_kind(request, text, each)
    ]


def _is_asked_ordinal(request: AnswerRequest, ordinal: str) -> bool:
    """Return whether an ordinal counts what the question says, or does not say what it counts: "thứ tư"."""
    noun = fold(ordinal.split(maxsplit=1)[0].lower())
    return noun in _VAGUE_ORDINALS or any(noun == fold(way[0]) for ways in request.ways_asked() for way in ways)


def _is_of_kind(request: AnswerRequest, text: str, quantity: Quantity) -> bool:
    """Return whether a figure has a unit of what is asked for: a sum of money, metres, years of age."""
    if request.measure is not None:
        return is_measured(request.measure, text, quantity)
    return request.unit is not Unit.MONEY or quantity.is_money or _MILLIONS.match(text, quantity.digits_end) is not None


def _has_what_is_measured(request: AnswerRequest, sentence: ReadSentence) -> bool:
    """Return whether a sentence has what the question asks the measure of: "bao nhiêu tấn cà phê"."""
    whole = request.heads[0][0] if request.heads and request.has_sides else ()
    for size in (2, 1):
        if whole[:size] in _UNIT_NAMES and len(whole) > size:
            return whole[size] in _PER or whole[size] in sentence.spelled(is_folded=request.is_folded)
    return True


def _led_to(request: AnswerRequest, text: str, quantities: Sequence[Quantity]) -> dict[int, float]:
    """Return where the figures begin that stand right behind what they are of, most where in the question's words.

    "Tiền thưởng là 60 triệu; ai phá kỷ lục được thưởng thêm 15 triệu": asked for the "tiền thưởng", it is 60.
    """
    starts = [each.start for each in quantities]
    asked = {fold(key) for ways in request.ways_asked() for way in ways for key in way}
    found: dict[int, float] = {}
    for requirement in request.required:
        for told in requirement.told.finditer(text) if requirement.leads else ():
            behind = [start for start in starts if told.end() <= start < told.end() + _LEAD_CHARS]
            said = sum(key in asked for key in fold(told[0]).split())
            for start in behind[:1]:
                found[start] = max(found.get(start, 0.0), min(1.0, 0.5 + said / 4))
    return found


def quantity_traits(request: AnswerRequest, quantity: Quantity) -> dict[str, float]:
    """Return how a figure fits what is asked: the noun counted, the unit."""
    heads = request.heads[0] if request.heads else ()
    nouns = nouns_of(quantity, is_folded=request.is_folded)
    if nouns[:1] and nouns[0] in CLASSIFIERS[request.is_folded] and nouns[1:2] in heads:
        nouns = nouns[1:]  # "28 ngôi nhà" are as many "căn nhà"
    places = [place for head in heads if (place := place_of(nouns, head)) is not None]
    place = min(places, default=None)
    whole = bool(heads) and place_of(nouns, heads[0]) is not None
    counts_people = counts_persons(nouns) and any(counts_persons(head) for head in heads)
    is_share = quantity.is_percent or quantity.is_money
    return {
        "noun_first": float(place == 0),
        "noun_later": float(place is not None and place > 0),
        "noun_whole": float(whole),
        "attribute": float(_has_attribute(request, nouns, set(places))),
        "people": float(counts_people and place is None),
        "percent": float(request.unit is Unit.PERCENT and quantity.is_percent),
        "not_percent": float(request.unit is not Unit.PERCENT and quantity.is_percent),
        "other_unit": float(
            (request.unit is Unit.MONEY and not quantity.is_money)
            or (request.unit is Unit.PERCENT and not quantity.is_percent)
        ),
        "money": float(request.unit is Unit.MONEY and quantity.is_money),
        "not_money": float(request.unit is not Unit.MONEY and quantity.is_money),
        "counts_nothing": float(request.amount.is_count and is_share),
        "word": float(quantity.is_word),
        "bare": float(not nouns and not is_share),
    }


def _has_attribute(request: AnswerRequest, nouns: Sequence[str], places: set[int]) -> bool:
    """Return whether what is counted is said more closely, as the question does: "8 đồng chí nữ", "67 xã mới"."""
    if not request.has_sides:
        return len(places) > 1
    # Whom people are counted by is no attribute: "420 học viên" are not those who are sent to "học".
    counter = next((size for size in (2, 1) if tuple(nouns[:size]) in _PERSON_COUNTERS), 0)
    head = set(request.heads[0][-1]) if request.heads else set()
    near = {word.ways[0][0] for word in request.words if 0 < word.distance <= _ATTRIBUTE_TOKENS}
    return bool((near - head).intersection(nouns[counter:]))


def _traits_in(request: AnswerRequest, text: str, quantity: Quantity) -> dict[str, float]:
    """Return what the words before a figure make of it: what it changed by or to, of each, in all."""
    amount = request.amount
    before = text[: quantity.start]
    traits = {
        "superseded": is_superseded(text, quantity.start, quantity.end),
        "divisor": float(_DIVIDES.search(before) is not None),
        "indefinite": float(text[quantity.start : quantity.end].lower() == "một" and not _is_counted_one(before)),
    }
    change = change_before(before)
    if amount.change is None:
        traits["mere_change"] = float(amount.is_count and change in {Change.FALL, Change.RISE})
    else:
        traits["change"] = float(change is amount.change)
        traits["other_change"] = float(change is not None and change is not amount.change)
    if amount.is_each:
        around = text[max(0, quantity.start - _EACH_REACH_CHARS) : quantity.whole_end]
        traits["each"] = float(_EACH.search(around) is not None or "/" in text[quantity.end : quantity.whole_end])
    if amount.is_total:
        traits["total"] = float(_TOTAL.search(before) is not None)
    return traits


def is_superseded(text: str, start: int, end: int) -> float:
    """Return 1 where a figure at [start, end) is what was before a change: "từ 74 phút xuống còn 41 phút"."""
    is_from = _FROM.search(text[:start]) is not None or _FROM_WITHIN.match(text, start, end) is not None
    return float(is_from and _TO.match(text, end) is not None)


def change_before(before: str) -> Change | None:
    """Return what a figure is of a change by the words before it: "giảm đi 76" a fall, "xuống còn 67" the result."""
    near = before[-_CHANGE_REACH_CHARS:]
    return next((change for change, verb in _CHANGES.items() if verb.search(near)), None)


def _is_counted_one(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1:] in {",", ";", ":"} or _ONE_COUNTS.search(before) is not None


def _named_before(request: AnswerRequest, sentence: ReadSentence, quantity: Quantity) -> dict[str, float]:
    """Return whether what a bare figure counts is said before it: "số thôn giảm 33"."""
    is_bare = not (quantity.noun or quantity.is_percent or quantity.is_money or quantity.is_word)
    if not is_bare or not request.heads:
        return {}
    first = sentence.token_after(quantity.start + sentence.span.start)
    places = [place for head in request.heads[0] for place in sentence.find(head, is_folded=request.is_folded)]
    return {"noun_before": float(any(place < first for place in places))}


def nouns_of(quantity: Quantity, *, is_folded: bool) -> tuple[str, ...]:
    """Return the noun that a figure counts in small letters, without marks where the question has none."""
    return tuple(fold(noun.lower()) if is_folded else noun.lower() for noun in quantity.noun)


def units_of(text: str, quantity: Quantity, *, is_folded: bool) -> tuple[str, ...]:
    """Return the units that a figure of the text is measured in, as :func:`nouns_of` does its noun: ("tấn",)."""
    units = text[quantity.digits_end : quantity.end].lower().split()
    return tuple(map(fold, units)) if is_folded else tuple(units)


def counts_persons(nouns: Sequence[str]) -> bool:
    """Return whether words in small letters, with marks or without, begin with what people are counted by."""
    return any(tuple(nouns[:size]) in _PERSON_COUNTERS for size in (1, 2))


def place_of(nouns: Sequence[str], head: Rendering) -> int | None:
    """Return at which word of a noun a head stands, None where it does not."""
    size = len(head)
    return next((i for i in range(len(nouns) - size + 1) if tuple(nouns[i : i + size]) == head), None)


def whole_quantities(sentence: ReadSentence) -> Iterator[tuple[Quantity, Span]]:
    """Yield the figures of a sentence, each with all that belongs to it as code points of the article."""
    offset = sentence.span.start
    for each in find_quantities(sentence.text, find_times(sentence.text)):
        yield each, Span(each.whole_start + offset, each.whole_end + offset)
