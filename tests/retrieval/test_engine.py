import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retrieval.answer.reply import RefusalReason, Reply, Status
from retrieval.engine import Engine
from retrieval.errors import IndexUnusableError
from retrieval.index.builder import build_index
from retrieval.index.layout import generation_dir
from tests.support.corpora import ARTICLES, write_corpus
from tests.support.encoders import CountingEncoder


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine")
    build_index(folder / "data", [write_corpus(folder / "corpus")], CountingEncoder())
    return folder / "data"


@pytest.fixture(scope="module")
def engine(data_dir: Path) -> Iterator[Engine]:
    engine = Engine(data_dir, CountingEncoder())
    yield engine
    engine.close()


def same(reply: Reply) -> Reply:
    """Return the reply without what may differ: the question as typed and the time taken."""
    return replace(reply, question="", elapsed_ms=0)


def test_the_article_that_answers_comes_first(engine: Engine) -> None:
    reply = engine.ask("Ai chủ trì hội nghị?")
    assert reply.status is Status.ANSWERED
    assert reply.citations[0].article_id == "hoi-nghi.txt"
    assert reply.answer is not None
    assert reply.answer.text == "Nguyễn Văn An"


def test_a_citation_carries_what_the_article_says_of_itself(engine: Engine) -> None:
    citation = engine.ask("Ai chủ trì hội nghị?").citations[0]
    assert citation.title == "Hội nghị tổng kết công tác năm 2020"
    assert citation.source == "Báo Thanh Hóa"
    assert citation.author == "Trần Thanh"
    assert citation.published == "2021-03-12"
    assert citation.passage_id == "hoi-nghi.txt#1"
    assert Path(citation.path).read_text("utf-8") == ARTICLES["hoi-nghi.txt"]


@pytest.mark.parametrize("question", ["Ai chủ trì hội nghị?", "gia vang tang bao nhieu", "football match result"])
def test_excerpts_are_verbatim_and_highlights_lie_inside(engine: Engine, question: str) -> None:
    citations = engine.ask(question).citations
    assert [citation.rank for citation in citations] == [1, 2, 3]
    for citation in citations:
        view = engine.show(citation.article_id)
        assert view is not None
        assert citation.excerpt == view.article.text[citation.start : citation.end]
        assert all(0 <= start < end <= len(citation.excerpt) for start, end in citation.highlights)


def test_the_answer_is_marked_in_the_first_excerpt(engine: Engine) -> None:
    reply = engine.ask("Ai chủ trì hội nghị?")
    start, end = reply.citations[0].highlights[0]
    assert reply.answer is not None
    assert reply.citations[0].excerpt[start:end] == reply.answer.text


def test_nfd_and_nfc_get_the_same_reply(engine: Engine) -> None:
    question = "Đồng chí nào chủ trì hội nghị tổng kết?"
    assert same(engine.ask(unicodedata.normalize("NFD", question))) == same(engine.ask(question))


def test_both_styles_of_tone_marks_get_the_same_reply(engine: Engine) -> None:
    assert same(engine.ask("Hội nghị hoà cùng không khí gì?")) == same(engine.ask("Hội nghị hòa cùng không khí gì?"))


def test_a_question_without_marks_finds_the_article(engine: Engine) -> None:
    assert engine.ask("ai chu tri hoi nghi").citations[0].article_id == "hoi-nghi.txt"


def test_top_limits_the_citations_and_keeps_their_order(engine: Engine) -> None:
    three, one = engine.ask("giá vàng", top=3), engine.ask("giá vàng", top=1)
    assert one.citations == three.citations[:1]


@pytest.mark.parametrize("question", ["", "   \n", "???", "\u200b\u200b", "😀😀", "\ud800"])
def test_a_question_without_words_is_refused_kindly(engine: Engine, question: str) -> None:
    reply = engine.ask(question)
    assert reply.status is Status.REFUSED
    assert reply.refusal is not None
    assert reply.refusal.reason is RefusalReason.EMPTY_QUESTION
    assert reply.citations == ()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.one_of(st.text(max_size=300), st.text(alphabet="aăâđêôơư \"'*():^-+NEAR AND OR", max_size=80)))
def test_no_question_raises_and_every_reply_holds_together(engine: Engine, question: str) -> None:
    reply = engine.ask(question)
    assert reply.question == question
    assert 0 <= reply.confidence <= 1
    assert (reply.answer is None) == (reply.status is Status.REFUSED) == (reply.refusal is not None)


def test_a_very_long_question_is_answered(engine: Engine) -> None:
    assert engine.ask("giá vàng " * 20_000).citations[0].article_id == "gia-vang.txt"


def test_equal_scores_keep_the_order_of_the_passages(tmp_path: Path) -> None:
    # Equal in every signal, since only the asked words count; no copies, since all else differs.
    others = ["bạc kẽm", "gạo ngô", "cam mít", "gà ngan"]
    texts = {f"{n}.txt": f"Giá vàng {other}." for n, other in enumerate(others)}
    build_index(tmp_path / "data", [write_corpus(tmp_path / "corpus", texts)], CountingEncoder())
    engine = Engine(tmp_path / "data", CountingEncoder())
    for _ in range(3):
        citations = engine.ask("giá vàng", top=4).citations
        assert len({citation.score for citation in citations}) == 1
        assert [citation.article_id for citation in citations] == [f"{n}.txt" for n in range(4)]
    engine.close()


def test_a_new_generation_is_noticed_at_the_next_question(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus")
    build_index(tmp_path / "data", [corpus], CountingEncoder())
    engine = Engine(tmp_path / "data", CountingEncoder())
    assert engine.ask("mưa lũ miền Trung").generation == 1
    write_corpus(corpus, {"mua-lu.txt": "Mưa lũ ở miền Trung\n\nNgày 1-10-2022, mưa lũ làm ngập nhiều nơi.\n"})
    build_index(tmp_path / "data", [corpus], CountingEncoder())
    reply = engine.ask("mưa lũ miền Trung")
    assert (reply.generation, reply.citations[0].article_id) == (2, "mua-lu.txt")
    engine.close()


def test_an_index_without_articles_says_so(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", {"menu.txt": ";\n.\n"})
    build_index(tmp_path / "data", [corpus], CountingEncoder())
    engine = Engine(tmp_path / "data", CountingEncoder())
    refusal = engine.ask("giá vàng").refusal
    assert refusal is not None
    assert refusal.reason is RefusalReason.EMPTY_INDEX
    engine.close()


def test_no_index_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match="hoidap index"):
        Engine(tmp_path, CountingEncoder())


def test_another_model_is_refused_with_the_mend(data_dir: Path) -> None:
    with pytest.raises(IndexUnusableError, match=r"made with the model counting .* hoidap index"):
        Engine(data_dir, CountingEncoder(fingerprint="other"))


@pytest.mark.parametrize("name", ["dense.faiss", "dense.json", "lexical.json", "marked/data.npy", "folded/terms.npy"])
@pytest.mark.parametrize("damage", ["absent", "cut", "flipped"])
def test_a_damaged_index_file_is_refused_not_searched(tmp_path: Path, name: str, damage: str) -> None:
    build_index(tmp_path / "data", [write_corpus(tmp_path / "corpus")], CountingEncoder())
    path = generation_dir(tmp_path / "data", 1) / name
    content = path.read_bytes()
    if damage == "absent":
        path.unlink()
    else:
        cut = content[: len(content) // 2]
        path.write_bytes(cut if damage == "cut" else cut + bytes([content[len(cut)] ^ 1]) + content[len(cut) + 1 :])
    with pytest.raises(IndexUnusableError, match="hoidap index --rebuild"):
        Engine(tmp_path / "data", CountingEncoder())


def test_a_passage_is_shown_with_its_neighbours(tmp_path: Path) -> None:
    paragraphs = [f"Đoạn {n} nói về giá vàng. " + "Giá vàng hôm nay không đổi so với hôm qua. " * 25 for n in range(4)]
    corpus = write_corpus(tmp_path / "corpus", {"dai.txt": "\n\n".join(paragraphs)})
    build_index(tmp_path / "data", [corpus], CountingEncoder())
    engine = Engine(tmp_path / "data", CountingEncoder())
    view = engine.show("dai.txt")
    assert view is not None
    first, second, third = view.passages[:3]
    middle, start = engine.surroundings("dai.txt#2"), engine.surroundings("dai.txt#1")
    assert middle is not None
    assert start is not None
    assert (middle.passage, middle.start, middle.end) == (second, first.start, third.end)
    assert (start.passage, start.start, start.end) == (first, first.start, second.end)
    engine.close()


@pytest.mark.parametrize("passage_id", ["hoi-nghi.txt#9", "hoi-nghi.txt#0", "hoi-nghi.txt#²", "no.txt#1", "", "#"])
def test_a_passage_that_is_gone_has_no_surroundings(engine: Engine, passage_id: str) -> None:
    assert engine.surroundings(passage_id) is None
