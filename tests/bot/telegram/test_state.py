"""What the bot writes down: kept over a restart, let go when its time is over, and one person's alone to delete."""

from pathlib import Path

import pytest

from bot.telegram.places import Place
from bot.telegram.state.records import QuestionState
from bot.telegram.state.store import FILE_NAME, StateError, open_store
from tests.bot.telegram.test_rendering import answered, citation

DAY = 86400.0


def test_update_is_let_in_once_and_undone_ones_come_back_in_order(tmp_path: Path) -> None:
    now = [0.0]
    store = open_store(tmp_path, lambda: now[0])
    assert [store.record_update(number, payload) for number, payload in [(7, "b"), (5, "a"), (7, "b"), (9, None)]] == [
        True,
        True,
        False,
        True,
    ]
    store.close()
    store = open_store(tmp_path, lambda: now[0])
    assert store.unfinished_updates(60) == ["a", "b"]
    store.finish_update(5)
    assert store.unfinished_updates(60) == ["b"]
    now[0] = 100.0
    assert store.unfinished_updates(60) == []
    assert not store.record_update(5, "a")
    now[0] = 3 * DAY
    store.prune()
    assert store.record_update(5, "a")
    store.close()


def test_question_goes_from_received_to_answered(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    question, is_new = store.open_question(Place(11, 4), 100, 11, "Giá vàng?")
    assert (is_new, question.state, question.shown, question.previous) == (True, QuestionState.RECEIVED, None, None)
    again, is_new = store.open_question(Place(11, 4), 100, 11, "Giá vàng?")
    assert (again, is_new) == (question, False)
    shown = store.save_reply(question, answered("Giá vàng", citation()), 0.1)
    store.set_state(question.id, QuestionState.SENDING)
    store.answered(question.id, 101)
    known = store.question(question.id)
    assert known is not None
    assert (known.state, known.answer_message_id, known.shown) == (QuestionState.ANSWERED, 101, shown)
    store.close()


def test_conversation_is_per_place_and_ends_by_itself(tmp_path: Path) -> None:
    now = [0.0]
    store = open_store(tmp_path, lambda: now[0])
    question, _ = store.open_question(Place(-5, 4), 100, 11, "Giá vàng?")
    store.save_reply(question, answered("Giá vàng", citation()), 0.1)
    turn = store.turn(Place(-5, 4))
    assert turn is not None
    assert (turn.question, turn.passages) == ("Giá vàng thế nào?", ("gia-vang.txt#1",))
    assert (turn.answer, turn.title) == ("Giá vàng", citation().title)
    assert store.turn(Place(-5)) is None
    now[0] = 13 * 3600.0
    assert store.turn(Place(-5, 4)) is None
    store.close()


def test_edit_of_an_old_question_leaves_the_conversation_where_it_is(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    first, _ = store.open_question(Place(11), 1, 11, "Một?")
    second, _ = store.open_question(Place(11), 2, 11, "Hai?")
    store.save_reply(second, answered("Giá vàng", citation(2)), 0.1)
    store.save_reply(first, answered("Giá vàng", citation(1)), 0.1)
    turn = store.turn(Place(11))
    assert turn is not None
    assert turn.passages == ("gia-vang.txt#2",)
    store.close()


def test_questions_are_deleted_after_their_time(tmp_path: Path) -> None:
    now = [0.0]
    store = open_store(tmp_path, lambda: now[0])
    question, _ = store.open_question(Place(11), 1, 11, "Một?")
    now[0] = 89 * DAY
    store.prune()
    assert store.question(question.id) is not None
    now[0] = 91 * DAY
    store.prune()
    assert store.question(question.id) is None
    store.close()


def test_forgetting_one_person_leaves_the_others(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    mine, _ = store.open_question(Place(-5), 1, 11, "Của tôi?")
    other, _ = store.open_question(Place(-5), 2, 12, "Của bạn?")
    store.forget_person(11)
    assert store.question(mine.id) is None
    assert store.question(other.id) is not None
    store.close()
    assert "Của tôi?".encode() not in (tmp_path / FILE_NAME).read_bytes()


def test_article_keeps_its_number(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert store.article_numbers(["a", "b"]) == [1, 2]
    assert store.article_numbers(["b", "c"]) == [2, 3]
    assert (store.article_of(2), store.article_of(9)) == ("b", None)
    store.close()


def test_file_that_is_no_database_is_refused_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"x" * 5000)
    with pytest.raises(StateError, match="move it away"):
        open_store(tmp_path)
