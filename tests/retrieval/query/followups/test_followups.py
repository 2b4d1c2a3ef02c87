import json
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.query.conversation import Turn
from retrieval.query.followups import FollowUp, complete
from retrieval.query.language import Language, detect_language
from retrieval.text.spelling import fold, is_bare

_EVAL = Path(__file__).resolve().parents[4].parent / "shared" / "eval"


class Pair(NamedTuple):
    previous: str
    question: str
    whole: str | None


PAIRS = [
    Pair(**json.loads(line)) for line in (Path(__file__).parent / "followups.jsonl").read_text("utf-8").splitlines()
]
HALVES = [pair for pair in PAIRS if pair.whole is not None]
WHOLES = [pair for pair in PAIRS if pair.whole is None]


def turn(question: str, *passages: str, answer: str | None = None, title: str | None = None) -> Turn:
    return Turn(question, detect_language(question), passages, answer, title)


def after(previous: str, question: str, answer: str | None = None, title: str | None = None) -> str | None:
    """Return what half a question was made into, or None where it stands alone."""
    follow_up = complete(question, turn(previous, answer=answer, title=title))
    return follow_up.question if follow_up.is_follow_up else None


@pytest.mark.parametrize("pair", HALVES, ids=lambda pair: pair.question)
def test_half_a_question_is_made_whole(pair: Pair) -> None:
    assert after(pair.previous, pair.question) == pair.whole


@pytest.mark.parametrize("pair", WHOLES, ids=lambda pair: pair.question)
def test_a_whole_question_stands_alone(pair: Pair) -> None:
    alone = FollowUp(pair.question, False, detect_language(pair.question), detect_language(pair.question))
    assert complete(pair.question, turn(pair.previous)) == alone


@pytest.mark.parametrize("pair", WHOLES, ids=lambda pair: pair.question)
def test_a_whole_question_without_marks_stands_alone(pair: Pair) -> None:
    assert not complete(fold(pair.question), turn(pair.previous), pair.question).is_follow_up


@pytest.mark.parametrize(
    # "la" without its mark may also be "là": that one is left to chance.
    "pair",
    [pair for pair in HALVES if not is_bare(pair.question) and "đô la" not in pair.question],
    ids=lambda pair: pair.question,
)
def test_without_marks_it_is_made_into_the_same(pair: Pair) -> None:
    assert complete(fold(pair.question), turn(pair.previous), pair.question).question == pair.whole


@pytest.mark.parametrize("pair", HALVES, ids=lambda pair: pair.question)
def test_what_was_made_whole_is_whole(pair: Pair) -> None:
    assert pair.whole is not None
    assert after(pair.previous, pair.whole) is None


@pytest.mark.parametrize(
    ("previous", "question"),
    [
        ("Ai tham dự lễ hội?", "ai nữa?"),
        ("Ai tham dự lễ hội?", "còn ai khác không"),
        ("Ai tham dự lễ hội?", "con ai nua khong"),
        ("Ai tham dự lễ hội?", "còn ai?"),
        ("Ai tham dự lễ hội?", "còn ai tham dự nữa không?"),
        ("Ai tham dự lễ hội?", "who else?"),
        ("Xã nào được sáp nhập?", "xã nào nữa?"),
        ("Trường có những gì?", "còn gì nữa?"),
        ("Who attended the festival?", "and who else?"),
        ("Who attended the festival?", "who else attended?"),
        ("Who attended the festival?", "Any others?"),
        ("What did the team win?", "anything else?"),
        ("Who attended the festival?", "còn ai nữa?"),
    ],
)
def test_asking_for_more_repeats_the_question_without_what_was_shown(previous: str, question: str) -> None:
    follow_up = complete(question, turn(previous, "a#1", "b#2"))
    assert (follow_up.question, follow_up.exclude) == (previous, ("a#1", "b#2"))


def test_three_half_questions_build_on_one_another() -> None:
    question = "Ai chủ trì hội nghị khuyến nông năm 2021?"
    said = []
    for half in ("còn năm 2023?", "ở Cần Thơ thì sao?", "khi nào?"):
        question = complete(half, turn(question)).question
        said.append(question)
    assert said == [
        "Ai chủ trì hội nghị khuyến nông năm 2023?",
        "Ai chủ trì hội nghị khuyến nông năm 2023 ở Cần Thơ?",
        "Hội nghị khuyến nông năm 2023 ở Cần Thơ diễn ra khi nào?",
    ]


@pytest.mark.parametrize(
    ("previous", "question", "language", "reply_language"),
    [
        ("Sản lượng lúa năm 2019 là bao nhiêu?", "what about 2022?", Language.VIETNAMESE, Language.ENGLISH),
        ("Who won the cup in 2019?", "còn năm 2022?", Language.ENGLISH, Language.VIETNAMESE),
        ("Who won the cup in 2019?", "2022?", Language.ENGLISH, Language.ENGLISH),
        ("Đội nào vô địch năm 2019?", "2022?", Language.VIETNAMESE, Language.VIETNAMESE),
    ],
)
def test_the_reply_is_in_the_language_of_the_half(
    previous: str, question: str, language: Language, reply_language: Language
) -> None:
    follow_up = complete(question, turn(previous))
    assert (follow_up.language, follow_up.reply_language) == (language, reply_language)
    assert "2022" in follow_up.question


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("ông ấy giữ chức vụ gì?", "Nguyễn Văn An giữ chức vụ gì?"),
        ("họ là ai?", "Nguyễn Văn An và Trần Thị Bình là ai?"),
        ("where is he from?", "Where is Nguyễn Văn An from?"),
    ],
)
def test_he_is_who_was_answered(question: str, whole: str) -> None:
    assert after("Ai chủ trì lễ hội hoa?", question, answer="Nguyễn Văn An, Trần Thị Bình") == whole


def test_he_is_described_where_the_answer_is_a_sentence() -> None:
    answer = (
        "Sáng nay Nguyễn Văn An cùng nhiều đại biểu các tỉnh phía Nam đã tới dự lễ khai mạc do ông Trần Bình chủ trì."
    )
    assert after("Ai chủ trì lễ hội hoa?", "ông ấy là ai?", answer) == "Người chủ trì lễ hội hoa là ai?"


@pytest.mark.parametrize(
    ("previous", "question", "title", "whole"),
    [
        ("Ai phát biểu tại hội chợ?", "ai viết bài đó?", "Hội chợ mở cửa", "Ai viết bài “Hội chợ mở cửa”?"),
        ("Ai phát biểu tại hội chợ?", "ai viết?", "Hội chợ mở cửa", "Ai viết bài “Hội chợ mở cửa”?"),
        ("Sản lượng lúa đạt bao nhiêu?", "tác giả là ai?", "Được mùa", "Tác giả của bài “Được mùa” là ai?"),
        ("Sản lượng lúa đạt bao nhiêu?", "đăng khi nào?", "Được mùa", "Bài “Được mùa” đăng khi nào?"),
        (
            "Sản lượng lúa đạt bao nhiêu?",
            "hội nghị đó diễn ra ở đâu?",
            "Hội nghị tổng kết ngành nông nghiệp, triển khai nhiệm vụ",
            "Hội nghị tổng kết ngành nông nghiệp diễn ra ở đâu?",
        ),
        ("Lương tăng bao nhiêu?", "dự án này ở đâu?", "“Cầu” mới", "Dự án trong bài “‘Cầu’ mới” ở đâu?"),
        ("How many schools closed?", "who wrote it?", "Trường mới", "Who wrote the article “Trường mới”?"),
        ("How many schools closed?", "who wrote that story?", "Trường mới", "Who wrote the story “Trường mới”?"),
        (
            "How many schools closed?",
            "who is the author?",
            "Trường mới",
            "Who is the author of the article “Trường mới”?",
        ),
        (
            "How many schools closed?",
            "where was that meeting held?",
            "Trường mới",
            "Where was the meeting in the article “Trường mới” held?",
        ),
        ("Sản lượng lúa đạt bao nhiêu?", "who wrote that article?", "Được mùa", "Who wrote the article “Được mùa”?"),
        (
            "Ai là tác giả bài báo về cây cầu mới?",
            "bài báo đó đăng khi nào?",
            "Khác",
            "Bài báo về cây cầu mới đăng khi nào?",
        ),
        ("Ai chủ trì hội nghị nhà giáo?", "hội nghị đó diễn ra ở đâu?", "Khác", "Hội nghị nhà giáo diễn ra ở đâu?"),
    ],
)
def test_what_the_question_before_does_not_name_is_of_the_article_cited(
    previous: str, question: str, title: str, whole: str
) -> None:
    assert after(previous, question, title=title) == whole


@pytest.mark.parametrize(
    ("previous", "question", "answer", "whole"),
    [
        ("Lễ hội năm 2022 ai chủ trì?", "Tại sao?", "Lê An", "Vì sao lễ hội năm 2022 do Lê An chủ trì?"),
        ("Ai chủ trì lễ hội?", "vì sao?", "Lê An, Vũ Bình", "Vì sao Lê An và Vũ Bình chủ trì lễ hội?"),
        ("Hiệu trưởng trường Lũng Cú là ai?", "vì sao?", "Lê An", "Vì sao hiệu trưởng trường Lũng Cú là Lê An?"),
        ("Đội nào vô địch?", "vì sao?", "Nam Định", "Vì sao Nam Định vô địch?"),
        ("Who chaired the 2022 festival?", "why?", "Lê An", "Why was the 2022 festival chaired by Lê An?"),
        ("Who spoke from Hue?", "why?", "Lê An", "Who spoke from Hue, and why?"),
    ],
)
def test_why_asks_for_the_reason_of_what_was_answered(previous: str, question: str, answer: str, whole: str) -> None:
    assert after(previous, question, answer) == whole


def test_that_resolution_is_the_one_that_was_answered() -> None:
    before, question = "Nghị quyết nào cho phép sáp nhập phường?", "nghị quyết đó ban hành khi nào?"
    assert after(before, question, "Nghị quyết số 12-NQ/TU") == "Nghị quyết số 12-NQ/TU ban hành khi nào?"
    assert after(before, question) == "Nghị quyết cho phép sáp nhập phường ban hành khi nào?"


def test_marks_given_back_are_taken_over() -> None:
    previous = turn("Ai chủ trì hội nghị khuyến nông năm 2021?")
    assert complete("con o soc trang", previous, "còn ở sóc trăng").question.endswith("năm 2021 ở Sóc Trăng?")
    assert complete("bao nhieu dai bieu", previous, "bảo nhiều đại biểu").question.endswith("có bao nhiêu đại biểu?")


@given(st.text(max_size=80))
def test_without_a_previous_question_nothing_changes(question: str) -> None:
    follow_up = complete(question, None)
    assert (follow_up.question, follow_up.is_follow_up, follow_up.exclude) == (question, False, ())


_WORDS = sorted({word for pair in PAIRS for text in (pair.previous, pair.question) for word in text.split()})
_TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(previous=_TEXTS, question=_TEXTS, understood=st.one_of(st.none(), _TEXTS))
def test_any_text_after_any_text_is_a_question_or_stands_alone(
    previous: str, question: str, understood: str | None
) -> None:
    follow_up = complete(question, turn(previous, "a#1"), understood)
    if follow_up.is_follow_up:
        assert follow_up.question.strip()
    else:
        assert follow_up.question == (question if understood is None else understood)


@pytest.mark.parametrize("name", ["viquad/questions_dev", "xquad/questions_vi_dev", "xquad/questions_en_dev"])
@pytest.mark.parametrize("typed", [str, fold])
def test_no_question_of_a_public_set_is_taken_for_half_of_another(name: str, typed: type[str]) -> None:
    path = _EVAL / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip("../shared/eval is absent")
    questions = [" ".join(json.loads(line)["question"].split()) for line in path.read_text("utf-8").split("\n") if line]
    previous = questions[len(questions) // 2 :] + questions[: len(questions) // 2]
    taken = [
        question
        for question, before in zip(questions, previous, strict=True)
        if complete(typed(question), turn(before), question).is_follow_up
    ]
    assert len(taken) <= len(questions) // 500, taken
