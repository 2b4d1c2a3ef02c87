"""Conversations from the first question to the answer, over a few articles and with the real default model."""

from collections.abc import Iterator

import pytest

from embeddings import DEFAULT_MODEL, open_encoder
from retrieval.answer.reply import RefusalReason, Reply, Status
from retrieval.answer.turns import turn_after
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.query.conversation import Turn
from retrieval.query.language import Language
from tests.support.corpora import write_corpus

ARTICLES = {
    "hoa-2021.txt": (
        "Khai mạc lễ hội hoa năm 2021\n\nSáng 18-12-2021, lễ hội hoa năm 2021 khai mạc tại quảng trường Lâm Viên, "
        "Đà Lạt. Ông Phạm Văn Khoa chủ trì lễ hội hoa năm 2021. Lễ hội thu hút 12.000 du khách.\n"
    ),
    "hoa-2023.txt": (
        "Lễ hội hoa năm 2023 trở lại\n\nTối 22-12-2023, lễ hội hoa năm 2023 mở màn ở công viên Yersin. "
        "Bà Lê Thị Mai Anh chủ trì lễ hội hoa năm 2023 cùng ban tổ chức.\n"
    ),
    "lua-hue.txt": (
        "Thừa Thiên Huế được mùa lúa đông xuân\n\nNgày 5-5-2022, ngành nông nghiệp Huế cho biết sản lượng lúa của Huế "
        "đạt 170.000 tấn, cao nhất trong năm năm.\n"
    ),
    "lua-an-giang.txt": (
        "Nông dân An Giang xuống giống vụ mới\n\nNgày 9-5-2022, sở nông nghiệp An Giang cho biết sản lượng lúa của An "
        "Giang đạt 1,4 triệu tấn.\n"
    ),
    "hieu-truong.txt": (
        "Trường mới ở vùng cao\n\nNgày 3-9-2022, thầy Đinh Công Tráng, hiệu trưởng trường Lũng Cú, đón 230 học sinh. "
        "Trường Lũng Cú có 14 giáo viên.\n"
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("conversations")
    encoder = open_encoder(DEFAULT_MODEL, folder / "models")
    build_index(folder / "data", [write_corpus(folder / "corpus", ARTICLES)], encoder)
    engine = Engine(folder / "data", encoder)
    yield engine
    engine.close()


def converse(engine: Engine, *questions: str, top: int = 3) -> list[Reply]:
    turn: Turn | None = None
    replies = []
    for question in questions:
        replies.append(engine.ask(question, top=top, previous=turn))
        turn = turn_after(replies[-1], turn)
    return replies


def first(reply: Reply) -> str:
    return reply.citations[0].article_id


def test_another_year_is_answered_from_the_article_of_that_year(engine: Engine) -> None:
    before, reply = converse(engine, "Ai chủ trì lễ hội hoa năm 2021?", "còn năm 2023?")
    assert (first(before), first(reply)) == ("hoa-2021.txt", "hoa-2023.txt")
    assert before.analysis.standalone is None
    assert reply.analysis.standalone == "Ai chủ trì lễ hội hoa năm 2023?"
    assert reply.answer is not None
    assert "Lê Thị Mai Anh" in reply.answer.text


def test_a_conversation_without_marks_is_followed(engine: Engine) -> None:
    reply = converse(engine, "ai chu tri le hoi hoa nam 2021", "con nam 2023 thi sao", "o dau?")[-1]
    assert first(reply) == "hoa-2023.txt"
    assert reply.analysis.restored is None
    assert reply.analysis.standalone is not None
    assert reply.analysis.standalone.endswith("năm 2023 diễn ra ở đâu?")


def test_another_place_is_answered_from_its_article(engine: Engine) -> None:
    replies = converse(engine, "Sản lượng lúa của Huế đạt bao nhiêu?", "An Giang thì sao?", "còn ở Huế?")
    assert [first(reply) for reply in replies] == ["lua-hue.txt", "lua-an-giang.txt", "lua-hue.txt"]


def test_place_that_was_refused_is_kept_and_named_until_another_replaces_it(engine: Engine) -> None:
    # Answered without the place, the chair of another place's festival would be taken for that of Cần Thơ's.
    replies = converse(engine, "Ai chủ trì lễ hội hoa ở Cần Thơ?", "còn năm 2021?", "ở Đà Lạt thì sao?")
    assert [reply.analysis.standalone for reply in replies[1:]] == [
        "Ai chủ trì lễ hội hoa ở Cần Thơ năm 2021?",
        "Ai chủ trì lễ hội hoa ở Đà Lạt năm 2021?",
    ]
    assert [reply.status for reply in replies] == [Status.REFUSED, Status.REFUSED, Status.ANSWERED]
    refusal = replies[1].refusal
    assert refusal is not None
    assert (refusal.reason, "Cần Thơ" in refusal.text) == (RefusalReason.NAME_NOT_FOUND, True)


def test_year_that_was_refused_is_replaced_by_the_next(engine: Engine) -> None:
    before, reply = converse(engine, "Ai chủ trì lễ hội hoa năm 2019?", "còn năm 2021?")
    assert before.status is Status.REFUSED
    assert reply.answer is not None
    assert "Phạm Văn Khoa" in reply.answer.text


def test_an_english_half_gets_an_english_reply_to_a_vietnamese_question(engine: Engine) -> None:
    reply = converse(engine, "Ai chủ trì lễ hội hoa năm 2021?", "what about 2023?")[-1]
    assert (first(reply), reply.language) == ("hoa-2023.txt", Language.ENGLISH)
    assert reply.analysis.standalone == "Ai chủ trì lễ hội hoa năm 2023?"


def test_another_thing_is_counted(engine: Engine) -> None:
    reply = converse(engine, "Trường Lũng Cú có bao nhiêu giáo viên?", "còn học sinh?")[-1]
    assert reply.analysis.standalone == "Trường Lũng Cú có bao nhiêu học sinh?"
    assert reply.answer is not None
    assert "230 học sinh" in reply.answer.text


def test_a_new_question_leaves_the_one_before_behind(engine: Engine) -> None:
    reply = converse(engine, "Ai chủ trì lễ hội hoa năm 2021?", "Sản lượng lúa của An Giang là bao nhiêu?")[-1]
    assert (first(reply), reply.analysis.standalone) == ("lua-an-giang.txt", None)


def test_without_a_turn_half_a_question_is_asked_as_it_is(engine: Engine) -> None:
    assert engine.ask("còn năm 2023?").analysis.standalone is None


def test_who_else_shows_other_passages_until_there_are_none(engine: Engine) -> None:
    replies = converse(engine, "Ai chủ trì lễ hội hoa?", "ai nữa?", "còn ai nữa?", "who else?", top=2)
    shown = [citation.passage_id for reply in replies for citation in reply.citations]
    assert len(shown) == len(set(shown)) == len(ARTICLES)
    assert {reply.analysis.standalone for reply in replies[1:]} == {"Ai chủ trì lễ hội hoa?"}
    last = replies[-1]
    assert (last.status, last.citations, last.language) == (Status.REFUSED, (), Language.ENGLISH)
    assert last.refusal is not None
    assert (last.refusal.reason, last.refusal.text) == (
        RefusalReason.NOTHING_MORE,
        "Beyond what was shown, the articles say no more about this.",
    )


def test_passages_that_are_gone_from_the_index_are_no_hindrance(engine: Engine) -> None:
    turn = Turn("Ai chủ trì lễ hội hoa năm 2023?", Language.VIETNAMESE, ("gone.txt#1", "hoa-2023.txt#99", "x"))
    assert first(engine.ask("ai nữa?", previous=turn)) == "hoa-2023.txt"


def test_a_question_without_words_leaves_the_turn_as_it_was(engine: Engine) -> None:
    replies = converse(engine, "Ai chủ trì lễ hội hoa năm 2021?", "???", "còn năm 2023?")
    assert replies[-1].analysis.standalone == "Ai chủ trì lễ hội hoa năm 2023?"


def test_a_turn_holds_what_was_understood_and_shown(engine: Engine) -> None:
    reply = engine.ask("  ai chu tri le hoi hoa nam 2021 ")
    assert reply.answer is not None
    assert turn_after(reply, None) == Turn(
        "ai chủ trì lễ hội hoa năm 2021",
        Language.VIETNAMESE,
        tuple(citation.passage_id for citation in reply.citations),
        reply.answer.text,
        "Khai mạc lễ hội hoa năm 2021",
    )
