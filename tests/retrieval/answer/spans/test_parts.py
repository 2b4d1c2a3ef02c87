"""Figures of a part of the place, shares of the figure before them, and deadlines."""

from tests.retrieval.answer.spans.asking import answer, found_in

QUESTION = "Tỉnh Nghệ An có bao nhiêu trường học?"


def test_figure_of_the_whole_answers_when_a_part_has_one_too() -> None:
    sentences = ("Huyện Yên Thành có 90 trường học.", "Toàn tỉnh Nghệ An có 1.500 trường học.")

    assert "1.500 trường học" in answer(QUESTION, *sentences)


def test_figure_of_another_place_is_not_of_the_kind_asked_for() -> None:
    found, _ = found_in(QUESTION, "Riêng huyện Yên Thành có 90 trường học.")

    assert not found.has_type


def test_figure_of_a_part_answers_when_the_question_names_the_part() -> None:
    found, text = found_in("Huyện Yên Thành có bao nhiêu trường học?", "Riêng huyện Yên Thành có 90 trường học.")

    assert (found.has_type, "90 trường học" in found.text_of(text)) == (True, True)


def test_percentage_is_the_one_said_of_the_figure_before_it() -> None:
    sentence = "Lượng khách tăng 21,5%; doanh thu đạt 640 tỷ đồng, tăng 17,2%."

    found = answer("Doanh thu đạt bao nhiêu tỷ đồng, tăng bao nhiêu phần trăm?", sentence)

    assert ("640 tỷ đồng" in found, "17,2%" in found, "21,5%" in found) == (True, True, False)


def test_deadline_answers_when_another_day_stands_first() -> None:
    sentence = "Đến ngày 5-2, ba xã đã nộp báo cáo; các xã còn lại phải nộp báo cáo trước ngày 20-3."

    assert "20-3" in answer("Các xã phải nộp báo cáo trước ngày nào?", sentence)
