"""Puts half a question into the Vietnamese question before it."""

import re

from retrieval.query.followups.asked import ADVERBIAL, Asked, AskedPhrase
from retrieval.query.followups.half import Pointing, Reference
from retrieval.query.followups.names import NamePhrase, find_names, name_text, persons_in
from retrieval.query.followups.patterns import Wording, at_end, at_start, whole, words
from retrieval.query.followups.sentence import as_sentence, small_start
from retrieval.query.followups.typed import bare_question
from retrieval.query.followups.vietnamese_whole import (
    PHRASE_STOP,
    AskedAt,
    clause,
    event_in,
    find_asked,
    noun_phrase,
    topic,
)
from retrieval.query.language import Language
from retrieval.text.spelling import fold

_COUNTED = Wording(r"bao nhiêu (?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
# In these "sinh" is no verb.
_PUPILS = whole("(?:học|thí|tân|nữ|nam|môn|y) sinh")
_MAX_COUNTED_WORDS = 2
_MAX_WORDS_BETWEEN = 4
_MAX_NOUN_WORDS = 12
_MAX_ANSWER_WORDS = 6
# "Doanh nghiệp nhỏ và vừa": what is joined to the noun at the end of the question.
_AND_MORE = re.compile(r" (?:và|hoặc|hay)(?: [^\W\d]+){1,3}(?=[ ?]*$)")
_UNIT = at_start(
    "phần trăm|đồng|tỷ|triệu|nghìn|usd|tấn|tạ|kg|km|mét|m|ha|tuổi|năm|ngày|tháng|giờ|phút|điểm|lần|độ|cấp|lít|bàn|tiền"
)
# What is said of one thing after another: "giá vàng", "sản lượng lúa".
_MEASURE = Wording("giá|tỷ giá|sản lượng|xuất khẩu|nhập khẩu|số lượng|diện tích|doanh thu")
_HAS = at_start("có")
_HAS_LAST = at_end("có|là")
_WHICH = at_end("nào")
_LEADS_TO_PERSON = at_end("do|bởi|là|của|với|cho|gặp|về|từ|có|gồm|và")
_SAYS = at_end("nói|phát biểu|chia sẻ|trao đổi|bàn|bình luận")
# What ends a noun that is counted beside :data:`PHRASE_STOP`: verbs that counted things and people do.
_DOES = Wording(
    "đóng cửa|mở cửa|hoạt động|tham gia|tốt nghiệp|thiệt mạng|tử vong|chết|mắc|nhập viện|đi học|đi làm|học ở|học tại"
    "|học tiếng|nộp|đăng ký|đỗ|trượt|hoàn thành|vượt|hỏng|sập|cháy|ngập|sống|sinh sống|làm việc|sử dụng|ủng hộ"
    "|phản đối|trúng tuyển|trúng cử|ra mắt|khởi công|giải thể|chuyển|phục vụ|thực hiện|triển khai|áp dụng|trồng|nhận"
    "|phải|cần|còn|không|chưa|đoạt|cùng|trên|dưới|trước|sau|nghỉ|vắng|bỏ|lên|đi",
    is_small=True,
)
_VERB_IN = Wording("diễn ra|được|bị|tăng|giảm|đã|sẽ|đạt|xảy ra|có|là")


def with_added(before: str, piece: str) -> str:
    """Return the question with a place or a period that it did not name: behind its event, in front, or at the end."""
    text = bare_question(before)
    event = event_in(text)
    if event is not None:
        return as_sentence(f"{text[: event[1]]} {piece} {text[event[1] :]}")
    asked = find_asked(text)
    if asked is not None and asked.end == len(text) and asked.start > 0:
        return as_sentence(f"{piece}, {small_start(text)}")
    return as_sentence(f"{text} {piece}")


def asking_instead(before: str, phrase: AskedPhrase) -> str:
    """Return the question before with another question word: of the same event or clause, asked anew."""
    asked = find_asked(bare_question(before))
    if asked is None:
        return as_sentence(f"{before} {phrase.text}")
    counted = _counted_instead(before, phrase) if asked.kind is Asked.HOW_MANY and phrase.noun else None
    if counted:
        return as_sentence(counted)
    about, stated = topic(before), clause(before)
    is_event = event_in(about) is not None
    is_said_of_all = asked.kind in ADVERBIAL or (asked.kind is Asked.HOW_MANY and not _COUNTED.search(before))
    if is_event and not is_said_of_all:
        stated = about
    if phrase.kind is Asked.HOW_MANY and phrase.noun:
        said = phrase.text if _HAS.match(phrase.text) else f"có {phrase.text}"
        return as_sentence(f"{about} {said}" if about else f"{stated}, {said}")
    if is_event and stated == about and not _VERB_IN.search(stated):
        return as_sentence(_asked_of_event(stated, phrase))
    return as_sentence(_asked_of_clause(stated, phrase))


def asking_why(before: str, phrase: AskedPhrase, answer: str | None) -> str:
    """Return the question why it is as the question before was answered: of "ai", with who it was."""
    text = bare_question(before)
    asked = find_asked(text)
    if asked is None:
        return asking_instead(before, phrase)
    if asked.kind not in {Asked.WHO, Asked.WHAT}:
        return as_sentence(_asked_of_clause(clause(before), phrase))
    stated = (_with_persons if asked.kind is Asked.WHO else _with_what)(text, asked, answer)
    return as_sentence(f"{phrase.text} {small_start(stated)}" if stated else f"{text}, và {phrase.text}")


def _with_persons(text: str, asked: AskedAt, answer: str | None) -> str:
    """Return the question as a clause, with the persons who were answered; empty where that names none."""
    persons = " và ".join(persons_in(answer))
    head, tail = text[: asked.start].strip(), text[asked.end :].strip()
    if not persons:
        return ""
    by = "do " if head and tail and not _LEADS_TO_PERSON.search(head) else ""
    return f"{head} {by}{persons} {tail}".strip()


def _with_what(text: str, asked: AskedAt, answer: str | None) -> str:
    """Return "các xã được sáp nhập" of "xã nào được sáp nhập?", "ông ấy nói như vậy" of "ông ấy nói gì?"."""
    head, tail, what = text[: asked.start].strip(), text[asked.end :].strip(), text[asked.start : asked.end]
    noun = _WHICH.sub("", what)
    if not head and tail and answer and len(answer.split()) <= _MAX_ANSWER_WORDS and find_names(answer):
        return f"{answer} {tail}"
    if not head and tail and noun != what:
        return f"{'' if noun.startswith(('các ', 'những ')) else 'các '}{small_start(noun)} {tail}"
    if head and not topic(text):
        return f"{head} như vậy" if noun == what and not tail else f"{head} {noun if noun != what else ''} {tail}"
    return ""


def _asked_of_event(event: str, phrase: AskedPhrase) -> str:
    """Return "hội nghị … diễn ra ở đâu"; an event needs a verb to be asked about."""
    kind, said = phrase.kind, phrase.text
    if kind is Asked.WHY:
        return f"{said} có {small_start(event)}"
    if kind is Asked.WHO:
        return f"{event} có những ai"
    verb = "kéo dài" if kind is Asked.HOW_LONG else "diễn ra" if kind in ADVERBIAL else ""
    return f"{event} {said}" if said.startswith((verb, "kéo dài")) else f"{event} {verb} {said}"


def _asked_of_clause(stated: str, phrase: AskedPhrase) -> str:
    """Return "giá vàng tăng khi nào", "vì sao giá vàng tăng"."""
    if phrase.kind is Asked.WHY:
        return f"{phrase.text} {small_start(stated)}"
    return f"{stated}, những ai" if phrase.kind is Asked.WHO else f"{stated} {phrase.text}"


def with_clause(before: str, text: str) -> str:
    """Return a question that points back to something not found in the one before, with what that one says ahead."""
    return as_sentence(f"{clause(before)}, {small_start(text)}")


def _counted_instead(before: str, phrase: AskedPhrase) -> str | None:
    """Return the question with another thing counted, or with "những xã nào" for "bao nhiêu xã".

    "Có bao nhiêu học viên?" has a verb of its own: of schools that are opened it is no pupils that are opened.
    """
    counted = _COUNTED.search(before)
    n_words = len(phrase.noun.split())
    is_noun = n_words <= _MAX_COUNTED_WORDS or (n_words == _MAX_COUNTED_WORDS + 1 and not _DOES.search(phrase.noun))
    if phrase.kind is Asked.HOW_MANY and is_noun:
        head = before[: counted.start()].strip() if counted else ""
        is_of_another_verb = bool(head) and _HAS.match(phrase.text) is not None and not _HAS_LAST.search(head)
        return None if is_of_another_verb else with_noun(before, phrase.noun)
    if phrase.kind is not Asked.WHAT or counted is None or not counted["noun"].startswith(phrase.noun):
        return None
    which = f"những {phrase.noun.removeprefix('những ')} nào"
    return f"{before[: counted.start()]}{which}{before[counted.start('noun') + len(phrase.noun) :]}"


def with_noun(before: str, noun: str) -> str | None:
    """Return the question with the thing that is counted or priced exchanged, or None where there is none."""
    counted = _COUNTED.search(before)
    alike = _ending_alike(before, noun)
    if counted is not None and not _UNIT.match(counted["noun"]):
        start, end = counted.start("noun"), _end_of_counted(before, counted)
        if alike is not None and (start < alike[0] < end or "," in before[alike[1] : start]):
            start, end = alike
        return f"{before[:start]}{noun}{before[end:]}"
    measure = _MEASURE.search(before)
    if alike is not None and (measure is None or alike[0] <= measure.start()):
        noun = f"{noun[:1].upper()}{noun[1:]}" if alike[0] == 0 else noun
        return f"{before[: alike[0]]}{noun}{before[alike[1] :]}"
    if measure is None:
        return None
    _, end = noun_phrase(before, measure.start(), measure.end())
    return f"{before[: measure.end()]} {noun}{before[end:]}" if end > measure.end() else None


def _end_of_counted(before: str, counted: re.Match[str]) -> int:
    """Return where a counted noun with all that belongs to it ends: at its verb, or with the clause.

    What is counted first in a question is followed by a verb; an unknown one is taken to stand behind two words.
    """
    start = counted.start("noun")
    pupils = _PUPILS.match(counted["noun"])
    first_end = start + len(pupils.group() if pupils else counted["noun"].split(" ")[0])
    does = _DOES.search(before, first_end)
    n_words = 0 if before[: counted.start()].strip() or does else len(counted["noun"].split()) - 1
    _, end = noun_phrase(before, start, first_end, n_words or _MAX_NOUN_WORDS)
    end = min(end, len(before[: does.start()].rstrip())) if does else end
    joined = _AND_MORE.match(before, end)
    return joined.end() if joined else end


def _ending_alike(before: str, noun: str) -> tuple[int, int] | None:
    """Return the word of two syllables with the noun's last one: "trung cấp" for "cao cấp"."""
    first, _, last = noun.partition(" ")
    if not last or " " in last:
        return None
    pattern = rf"(?<!\w)(?!(?:{re.escape(first)}|bao nhiêu|nhiêu) )[^\W\d_]+ {re.escape(last)}(?!\w)"
    found = [match for match in re.finditer(pattern, bare_question(before)) if match.group()[1:].islower()]
    return found[-1].span() if found and PHRASE_STOP.match(found[-1].group()) is None else None


def with_concern(before: str, noun: str) -> str:
    """Return the question with another thing set beside it."""
    return as_sentence(f"{bare_question(before)}, còn {noun} thì sao")


def resolved(text: str, reference: Reference, meant: str) -> str:
    """Return a clause with what it points back to, or what it leaves out, in its place."""
    head, tail = text[: reference.start].rstrip(), text[reference.end :].lstrip()
    if reference.kind is Pointing.SUBJECT and not head and tail.startswith("tổ chức"):
        tail = f"được {tail}"
    if reference.kind is Pointing.FACT and _SAYS.search(head):
        meant = f"về {small_start(meant)}"
    if reference.kind is Pointing.SUBJECT and head:
        meant = f"của {small_start(meant)}"
    elif reference.kind is Pointing.OBJECT and reference.noun:
        meant = f"{reference.noun} {small_start(meant)}"
    elif head:
        meant = small_start(meant)
    return as_sentence(f"{head} {meant} {tail}")


def place_piece(shown: str, name: NamePhrase) -> str:
    """Return a place with its preposition, for where none stood before."""
    typed = shown[name.preposition_start : name.start].strip()
    return f"{'tại' if fold(typed) == 'tai' else 'ở'} {name_text(shown, name, Language.VIETNAMESE)}"


def matching_phrase(before: str, noun: str) -> tuple[int, int] | None:
    """Return the phrase of the question that begins as the noun does: of "giá vàng", "giá bạc" is another."""
    text = bare_question(before)
    new = noun.split(" ")
    for n_words in range(len(new), 0, -1):
        said = words(re.escape(" ".join(new[:n_words]))).search(text)
        stop = PHRASE_STOP.match(said.group()) if said else None
        if said is None or (stop and stop.group() == said.group()) or _is_half_a_word(text, said, new):
            continue
        if n_words == len(new):
            return said.span()
        for n_last in range(len(new) - n_words, 0, -1):
            last = words(re.escape(" ".join(new[-n_last:]))).search(text, said.end())
            if last is not None and text[said.end() : last.start()].count(" ") <= _MAX_WORDS_BETWEEN:
                return said.start(), last.end()
        return noun_phrase(text, said.start(), said.end(), len(new) - n_words)
    return None


def _is_half_a_word(text: str, said: re.Match[str], new: list[str]) -> bool:
    """Return whether one syllable that both have is of another word: "phòng học" and "học sinh", "khởi công".

    Where something is counted, a noun that does not begin as it does is counted instead; "đợt 2" is no "đợt tuyển".
    """
    if " " in said.group() or len(new) == 1 or new[1][0].isupper():
        return False
    counted = _COUNTED.search(text)
    is_counted = counted is not None and not _UNIT.match(counted["noun"])
    is_elsewhere = is_counted and counted is not None and said.start() not in {0, counted.start("noun")}
    return is_elsewhere or (new[1].isdecimal() and not text[said.end() :].strip()[:1].isdecimal())
