"""The right one of several times: of the round asked for, over or still to come, the end of a period, the hour."""

import pytest

from retrieval.answer.spans.times import find_clocks
from retrieval.query.language import Language
from retrieval.query.request.answer_type import Unit, answer_request
from retrieval.query.request.moments import Edge, Ordinal
from tests.retrieval.answer.spans.asking import answer, answer_to_english, found_in

ROUNDS = "Ngày 5-2-2022, tỉnh tổ chức thi lần 1; thi lần thứ 2 sẽ diễn ra vào ngày 17-3-2022."


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Tỉnh tổ chức thi lần 1 ngày nào?", "5-2-2022"),
        ("tinh to chuc thi lan 1 khi nao", "5-2-2022"),
        ("Tỉnh tổ chức thi lần thứ hai ngày nào?", "17-3-2022"),
    ],
)
def test_date_of_the_round_asked_for_answers(question: str, expected: str) -> None:
    assert expected in answer(question, ROUNDS)


def test_date_of_the_round_asked_for_in_english_answers() -> None:
    sentence = "Đợt 1 của kỳ thi diễn ra ngày 7-7-2021, đợt 2 của kỳ thi diễn ra ngày 6-8-2021."

    assert "6-8-2021" in answer_to_english("When was the second round of the exam held?", sentence)
    assert "7-7-2021" in answer_to_english("When was the first round of the exam held?", sentence)


def test_what_is_over_is_not_dated_by_what_is_planned() -> None:
    sentence = (
        "Ngày 11-3, đội đã hoàn thành khảo sát tuyến đường; dự kiến ngày 14-5 sẽ khảo sát xong toàn bộ tuyến đường."
    )

    assert "11-3" in answer("Đội đã khảo sát xong tuyến đường ngày nào?", sentence)


def test_what_is_planned_is_dated_by_the_plan() -> None:
    sentence = "Ngày 2-4, tỉnh khởi công nhà hát; dự kiến nhà hát mở cửa ngày 30-9-2026."

    assert "30-9-2026" in answer("Dự kiến bao giờ nhà hát mở cửa?", sentence)


def test_end_of_a_period_answers_when_it_is_asked_for() -> None:
    sentence = "Triển lãm mở cửa từ ngày 3-9, kéo dài đến ngày 15-10."

    assert "15-10" in answer("Triển lãm mở cửa kéo dài đến ngày nào?", sentence)


@pytest.mark.parametrize(
    ("question", "language", "ordinal", "edge", "is_past"),
    [
        ("Vòng 2 đá khi nào?", Language.VIETNAMESE, Ordinal("vong", 2), None, None),
        ("Đợt thứ ba đã mở ngày nào?", Language.VIETNAMESE, Ordinal("dot", 3), None, True),
        ("Bao giờ thì cầu thông xe?", Language.VIETNAMESE, None, None, False),
        ("Hội chợ kéo dài đến ngày nào?", Language.VIETNAMESE, None, Edge.END, None),
        ("When will the second round start?", Language.ENGLISH, Ordinal("", 2), Edge.START, False),
        ("When was the bridge opened?", Language.ENGLISH, None, None, True),
    ],
)
def test_question_says_which_time_it_asks_for(
    question: str, language: Language, ordinal: Ordinal | None, edge: Edge | None, is_past: bool | None
) -> None:
    moment = answer_request(question, language).moment

    assert (moment.ordinal, moment.edge, moment.is_past) == (ordinal, edge, is_past)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cập nhật lúc 17:14, thứ hai", ["lúc 17:14"]),
        ("Trận đấu bắt đầu 8 giờ 30 sáng mai", ["8 giờ 30 sáng"]),
        ("Tàu chạy lúc 19h15", ["lúc 19h15"]),
        ("Kéo dài 3 giờ, trong 2 giờ đầu, mất 24 giờ", []),
    ],
)
def test_hours_are_whole_and_no_durations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_clocks(text)] == expected


def test_hour_answers_when_it_is_asked_for_and_no_day_does() -> None:
    found, text = found_in("Lễ khai mạc bắt đầu lúc mấy giờ?", "Lễ khai mạc bắt đầu lúc 19 giờ 30 tại sân Hàng Đẫy.")
    without, _ = found_in("Lễ khai mạc bắt đầu lúc mấy giờ?", "Lễ khai mạc bắt đầu ngày 4-6-2022 tại sân Hàng Đẫy.")

    assert found.text_of(text) == "lúc 19 giờ 30"
    assert found.has_type
    assert not without.has_type


def test_unit_of_a_time_is_the_hour_in_english_too() -> None:
    assert answer_request("What time did the match start?", Language.ENGLISH).unit is Unit.CLOCK
    assert answer_request("When did the match start?", Language.ENGLISH).unit is None
