"""What half a Vietnamese question points back to: "ông ấy", "hội nghị đó", "ở đó", or a subject that it leaves out."""

from retrieval.query.followups.asked import Asked
from retrieval.query.followups.half import Pointing, Reference
from retrieval.query.followups.names import answer_called, find_names
from retrieval.query.followups.patterns import Wording, at_end, words
from retrieval.query.followups.periods import find_periods
from retrieval.query.followups.sentence import small_start
from retrieval.query.followups.typed import bare_question
from retrieval.query.followups.vietnamese_whole import clause, event_in, find_asked, person, topic
from retrieval.query.names.asked_name import NameKind

_FACT_NOUNS = words("sự kiện|vụ việc")
_PLACE_NOUNS = words("thành phố|tỉnh|huyện|xã|phường|nước|quốc gia|nơi|chỗ|địa phương|khu vực|vùng")
_THING_NOUNS = words(
    "hội nghị|cuộc họp|sự kiện|lễ|lễ hội|buổi lễ|giải|giải đấu|trận|trận đấu|vụ|vụ việc|cuộc thi|buổi|cuộc"
)
_WHICH = words(" ?nào ?")
_THAT_IS = at_end("là|gồm|bao gồm|gồm có|(?:có )?nghĩa là")
_CLAUSE_STOP = Wording(
    "là|có|được|bị|đã|sẽ|đang|do|bởi|tăng|giảm|đạt|gồm|diễn ra|tổ chức|sinh|mất|nằm|khi|nào|đâu|gì|ai|bao|mấy|vì|sao"
    "|thế"
    "|chủ trì|tham dự|phát biểu|thu hút|ghi|thắng|thua|vô địch|đoạt|giành|sáp nhập|đón|trúng|hiện|vừa|trở thành|như"
    "|này|đó"
    "|đăng|viết|tuyển|đổ bộ|ở đâu|tại đâu|vào",
    is_small=True,
)


def meant_by(reference: Reference, before: str, answer: str | None) -> str:
    """Return what a clause points back to in a question or its answer; empty where there is no such thing."""
    kind, about = reference.kind, topic(before)
    periods = find_periods(before)
    meant = about
    if kind in {Pointing.PERSON, Pointing.PERSONS} or (kind is Pointing.SUBJECT and reference.noun == "ai"):
        persons = person(before, answer)
        one = persons.split(" và ")[0] if kind is Pointing.PERSON else persons
        meant = one or (about if kind is Pointing.SUBJECT else "")
    elif kind is Pointing.PLACE:
        meant = _place(before) or (f"tại {small_start(about)}" if event_in(about) else "")
    elif kind is Pointing.TIME:
        meant = before[periods[-1].start : periods[-1].end] if periods else ""
    elif kind is Pointing.THING:
        meant = _thing(reference.noun, before, about, answer) if reference.noun else _it(before, about)
    elif kind is Pointing.FACT or (kind is Pointing.OBJECT and not about and not reference.noun):
        meant = _fact(before)
    elif kind is Pointing.SUBJECT:
        meant = about or clause(before)
    return meant


def _fact(before: str) -> str:
    """Return "việc giá vàng tăng"; of "khẩu hiệu là gì", which tells nothing yet, "khẩu hiệu"."""
    text = bare_question(before)
    asked = find_asked(text)
    head = text[: asked.start].rstrip() if asked and not text[asked.end :].strip() else ""
    thing = _THAT_IS.sub("", head)
    return small_start(thing) if thing and thing != head else f"việc {small_start(clause(before))}"


def _it(before: str, about: str) -> str:
    """Return what "nó" is: the event or the thing that the question is about, else the one name in it."""
    names = find_names(before)
    if about or len(names) != 1:
        return about
    return before[names[0].start : names[0].end]


def _place(before: str) -> str:
    places = [name for name in find_names(before) if name.kind is NameKind.PLACE]
    return f"ở {before[places[-1].start : places[-1].end]}" if places else ""


def _thing(noun: str, before: str, about: str, answer: str | None) -> str:
    """Return what "hội nghị đó" is: the phrase of the question before that begins so, its event, or its place."""
    text = bare_question(before)
    said = words(noun).search(text)
    document = next((name for name in find_names(text) if said and name.start == said.start()), None)
    if document is not None and document.kind is NameKind.DOCUMENT:
        return text[document.start : document.end]
    if said is not None:
        phrase = _described(text, said.start(), said.end())
        asked = find_asked(text)
        is_asked = asked is not None and said.start() < asked.end and asked.start < phrase[1]
        if not is_asked:
            return text[phrase[0] : phrase[1]] if event_in(text[phrase[0] :]) is None else about
        if asked is not None and asked.kind is Asked.WHAT:
            return answer_called(noun, answer) or _WHICH.sub(" ", text[said.start() :])
    if _PLACE_NOUNS.fullmatch(noun):
        return _place(before).removeprefix("ở ")
    if _THING_NOUNS.fullmatch(noun) and event_in(about) is not None:
        return about
    return f"việc {small_start(clause(before))}" if _FACT_NOUNS.fullmatch(noun) else ""


def _described(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the phrase that a noun begins with all that describes it: "bài báo về cây cầu mới"."""
    stop = _CLAUSE_STOP.search(text, end)
    return start, len(text[: stop.start() if stop else len(text)].rstrip(" ,?"))
