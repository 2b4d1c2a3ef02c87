"""What a conversation remembers, by turns made by hand."""

from retrieval.answer.turns import turn_of
from retrieval.query.conversation import Turn
from retrieval.query.language import Language

BEFORE = Turn("Ai dự lễ hội?", Language.VIETNAMESE, ("a#1",), "Lê An", "Lễ hội mở cửa")


def test_turn_is_in_the_language_of_its_question_and_holds_the_title() -> None:
    turn = turn_of(" Who  attended? ", ["a#1"], "Lê An", "Lễ hội mở cửa", None)
    assert turn == Turn("Who attended?", Language.ENGLISH, ("a#1",), "Lê An", "Lễ hội mở cửa")


def test_question_asked_on_adds_passages_and_keeps_the_first_answer() -> None:
    turn = turn_of("Ai dự lễ hội?", ["b#1", "a#1"], "Vũ Bình", "Lễ hội bế mạc", BEFORE)
    assert turn == Turn("Ai dự lễ hội?", Language.VIETNAMESE, ("a#1", "b#1"), "Lê An", "Lễ hội bế mạc", ("Vũ Bình",))
    assert turn.given == ("Lê An", "Vũ Bình")


def test_nothing_shown_keeps_the_article_in_mind() -> None:
    turn = turn_of("Ai dự lễ hội?", [], None, None, BEFORE)
    assert turn == BEFORE


def test_another_question_begins_anew() -> None:
    turn = turn_of("Lễ hội ở đâu?", ["b#1"], None, None, BEFORE)
    assert turn == Turn("Lễ hội ở đâu?", Language.VIETNAMESE, ("b#1",))


def test_question_without_words_leaves_the_turn_before() -> None:
    assert turn_of("???", [], None, None, BEFORE) == BEFORE
