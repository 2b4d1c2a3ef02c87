"""Puts half a question into the Vietnamese question before it."""

import re

from retrieval.query.followups.asked import ADVERBIAL, Asked, AskedPhrase
from retrieval.query.followups.half import Pointing, Reference
from retrieval.query.followups.names import NamePhrase, name_text
from retrieval.query.followups.patterns import Wording, at_start, words
from retrieval.query.followups.typed import bare_question
from retrieval.query.followups.vietnamese_whole import (
    PHRASE_STOP,
    clause,
    event_in,
    find_asked,
    noun_phrase,
    small_start,
    topic,
)
from retrieval.text.spelling import fold

_COUNTED = Wording(r"bao nhiêu (?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
_MAX_COUNTED_WORDS = 2
_MAX_WORDS_BETWEEN = 4
_UNIT = at_start(
    "phần trăm|đồng|tỷ|triệu|nghìn|usd|tấn|tạ|kg|km|mét|m|ha|tuổi|năm|ngày|tháng|giờ|phút|điểm|lần|độ|cấp|lít|bàn|tiền"
)
# What is said of one thing after another: "giá vàng", "sản lượng lúa".
_MEASURE = Wording("giá|tỷ giá|sản lượng|xuất khẩu|nhập khẩu|số lượng|diện tích|doanh thu")
_HAS = at_start("có")
_VERB_IN = Wording("diễn ra|được|bị|tăng|giảm|đã|sẽ|đạt|xảy ra|có|là")


def as_sentence(text: str) -> str:
    """Return the text as a question: a capital first, a question mark last."""
    text = bare_question(" ".join(text.split()))
    return f"{text[:1].upper()}{text[1:]}?"


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
    """Return the question with another thing counted, or with "những xã nào" for "bao nhiêu xã"."""
    if phrase.kind is Asked.HOW_MANY and len(phrase.noun.split()) <= _MAX_COUNTED_WORDS:
        return with_noun(before, phrase.noun)
    counted = _COUNTED.search(before)
    if phrase.kind is not Asked.WHAT or counted is None or not counted["noun"].startswith(phrase.noun):
        return None
    which = f"những {phrase.noun.removeprefix('những ')} nào"
    return f"{before[: counted.start()]}{which}{before[counted.start('noun') + len(phrase.noun) :]}"


def with_noun(before: str, noun: str) -> str | None:
    """Return the question with the thing that is counted or priced exchanged, or None where there is none."""
    counted = _COUNTED.search(before)
    if counted is not None and not _UNIT.match(counted["noun"]):
        start = counted.start("noun")
        _, end = noun_phrase(before, start, start - 1, len(counted["noun"].split()))
        return f"{before[:start]}{noun}{before[end:]}"
    measure = _MEASURE.search(before)
    if measure is None:
        return None
    _, end = noun_phrase(before, measure.start(), measure.end())
    return f"{before[: measure.end()]} {noun}{before[end:]}" if end > measure.end() else None


def with_concern(before: str, noun: str) -> str:
    """Return the question with another thing set beside it."""
    return as_sentence(f"{bare_question(before)}, còn {noun} thì sao")


def resolved(text: str, reference: Reference, meant: str) -> str:
    """Return a clause with what it points back to, or what it leaves out, in its place."""
    head, tail = text[: reference.start].rstrip(), text[reference.end :].lstrip()
    if reference.kind is Pointing.SUBJECT and not head and tail.startswith("tổ chức"):
        tail = f"được {tail}"
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
    return f"{'tại' if fold(typed) == 'tai' else 'ở'} {name_text(shown, name)}"


def matching_phrase(before: str, noun: str) -> tuple[int, int] | None:
    """Return the phrase of the question that begins as the noun does: of "giá vàng", "giá bạc" is another."""
    text = bare_question(before)
    new = noun.split(" ")
    for n_words in range(len(new), 0, -1):
        said = words(re.escape(" ".join(new[:n_words]))).search(text)
        stop = PHRASE_STOP.match(said.group()) if said else None
        if said is None or (stop and stop.group() == said.group()):
            continue
        if n_words == len(new):
            return said.span()
        for n_last in range(len(new) - n_words, 0, -1):
            last = words(re.escape(" ".join(new[-n_last:]))).search(text, said.end())
            if last is not None and text[said.end() : last.start()].count(" ") <= _MAX_WORDS_BETWEEN:
                return said.start(), last.end()
        return noun_phrase(text, said.start(), said.end(), len(new) - n_words)
    return None
