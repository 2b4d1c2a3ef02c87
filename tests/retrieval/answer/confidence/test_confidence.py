"""What tells whether the articles answer, from real findings on a small index."""

import datetime as dt
import math
from collections.abc import Callable, Iterator

import pytest

from retrieval.answer.confidence.confidence import Clues
from retrieval.answer.reply import Status
from retrieval.engine import Engine
from retrieval.index.builder import build_index
from retrieval.query.language import Language
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("confidence")
    build_index(folder / "data", [write_corpus(folder / "corpus")], CountingEncoder())
    engine = Engine(folder / "data", CountingEncoder())
    yield engine
    engine.close()


def clues(engine: Engine, question: str) -> Clues:
    judged = engine.judge(question)
    assert judged is not None
    return judged.clues


def test_words_that_no_article_has_are_unknown_and_lower_the_coverage(engine: Engine) -> None:
    known, half_known = clues(engine, "giá vàng tăng"), clues(engine, "giá vàng phở")
    assert known.unknown == 0.0
    assert 0.3 < half_known.unknown < 0.8
    assert half_known.passage < known.passage == pytest.approx(1.0)


def test_question_about_nothing_in_the_articles_covers_nothing(engine: Engine) -> None:
    nothing = clues(engine, "xyzzy")
    assert (nothing.unknown, nothing.passage) == (1.0, 0.0)


def test_place_that_no_article_names_puts_every_passage_out(engine: Engine) -> None:
    assert clues(engine, "Ai chủ trì hội nghị ở Cần Thơ?").is_out == 1.0
    assert clues(engine, "Ai chủ trì hội nghị?").is_out == 0.0


def test_clues_count_the_words_of_one_sentence_and_what_it_adds_to_the_question(engine: Engine) -> None:
    found = clues(engine, "giá vàng miếng tăng bao nhiêu")
    # Four words and three pairs that only this passage has; of news no more than three count.
    assert found.matched == 3.0
    assert 0.9 < clues(engine, "miếng bao nhiêu").matched < 1.1
    assert found.news == pytest.approx(math.log1p(len(["ngày", "5", "6", "2023", "500.000", "đồng", "mỗi", "lượng"])))
    assert 0.0 < found.around < found.cosine


def test_judgement_tells_the_language_and_is_none_without_words(engine: Engine) -> None:
    judged = engine.judge("Who chaired the conference?")
    assert judged is not None
    assert judged.language is Language.ENGLISH
    assert engine.judge("???") is None


@pytest.mark.parametrize(
    ("question", "is_refused"),
    [
        ("Ai chủ trì hội nghị?", False),
        ("Ai chủ trì hội nghị ở Cần Thơ?", True),
        ("xyzzy", True),
        ("Ai viết bài về giá vàng tăng?", True),
    ],
)
def test_judgement_says_what_is_refused_whatever_the_confidence(
    engine: Engine, question: str, *, is_refused: bool
) -> None:
    judged = engine.judge(question)
    assert judged is not None
    assert judged.is_refused is is_refused
    assert not is_refused or engine.ask(question).status is Status.REFUSED


@pytest.mark.parametrize(("year", "article_fits"), [(2022, True), (2024, False)])
def test_last_year_is_counted_from_the_day_given(engine: Engine, year: int, *, article_fits: bool) -> None:
    judged = engine.judge("Ai chủ trì hội nghị tổng kết năm ngoái?", today=dt.date(year, 5, 6))
    assert judged is not None
    assert (judged.clues.has_type == 1.0) is article_fits


def test_english_word_that_no_article_has_in_any_rendering_is_unknown(engine: Engine) -> None:
    known, absent = clues(engine, "Who chaired the conference?"), clues(engine, "Who chaired the rice conference?")
    assert known.unknown == 0.0
    assert absent.unknown == pytest.approx(1 / 3)
    assert absent.passage < known.passage


def test_number_that_no_figure_counts_is_told(engine: Engine) -> None:
    assert clues(engine, "Đội tuyển có bao nhiêu cầu thủ?").uncounted == 1.0
    assert clues(engine, "Có bao nhiêu bàn thắng trong hiệp một?").uncounted == 0.0


def test_a_kind_of_answer_known_by_its_words_is_told(engine: Engine) -> None:
    assert clues(engine, "Đội tuyển có bao nhiêu cầu thủ?").definite == 1.0
    assert clues(engine, "Vì sao có hội nghị?").definite == 0.0


def test_a_kind_that_a_longer_article_lacks_is_told(engine_of: Callable[[dict[str, str]], Engine]) -> None:
    stalls = " ".join(f"Chợ nổi họp từ sáng sớm, ghe thứ {n} chở trái cây trong vườn ra bến." for n in range(60))
    engine = engine_of({"dai.txt": stalls, "ngan.txt": "Chợ đêm họp từ chiều tối trên phố cổ."})
    assert clues(engine, "Ai lập chợ nổi chở trái cây?").unmet == 1.0
    assert clues(engine, "Ai lập chợ đêm trên phố cổ?").unmet == 0.0


def test_a_longer_article_without_anything_of_the_kind_is_told(engine_of: Callable[[dict[str, str]], Engine]) -> None:
    stalls = " ".join(f"Chợ nổi họp từ sáng sớm, có {n + 2} ghe chở trái cây ra bến." for n in range(60))
    engine = engine_of({"dai.txt": stalls, "ngan.txt": "Chợ đêm họp từ chiều tối trên phố cổ."})
    assert clues(engine, "Chợ nổi chở trái cây họp vào ngày nào?").empty == 1.0
    assert clues(engine, "Chợ nổi có bao nhiêu ghe chở trái cây ra bến?").empty == 0.0  # of figures it has some
    assert clues(engine, "Chợ đêm họp trên phố cổ vào ngày nào?").empty == 0.0  # all of a short article is there


def test_names_that_no_sentence_of_the_article_has_are_told(engine: Engine) -> None:
    assert clues(engine, "Ai chủ trì hội nghị ở Cần Thơ?").absent == 1.0
    assert clues(engine, "Ai chủ trì hội nghị?").absent == 0.0
