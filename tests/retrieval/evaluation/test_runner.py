"""A run over made-up questions and a made-up engine; and the real engine's citations, few against many."""

from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.answer.reply import Reply
from retrieval.engine import Engine
from retrieval.evaluation.gold import AnswerRule, Question, digest
from retrieval.evaluation.results import Evaluation
from retrieval.evaluation.runner import USER_TOP, evaluate
from retrieval.index.builder import build_index
from tests.retrieval.evaluation.stand_ins import FakeEngine, make_citation
from tests.support.corpora import write_corpus
from tests.support.encoders import CountingEncoder

ARTICLES = {"a": "Ông An chủ trì. Ông Bình dự.", "b": "Bà Cúc phát biểu.", "c": "Mưa to.", "d": "Lũ lớn."}


def _question(question_id: str, *, gold: str | None, answers: tuple[str, ...], lang: str, kind: str) -> Question:
    articles = frozenset({gold}) if gold else frozenset()
    return Question(question_id, "gold.jsonl", question_id, articles, answers, AnswerRule.ALL, lang, kind)


QUESTIONS = [
    _question("found", gold="a", answers=("An", "Bình"), lang="vi", kind="who"),
    _question("second", gold="b", answers=("Cúc",), lang="en", kind="who"),
    _question("deep", gold="d", answers=("Lũ",), lang="en", kind="what"),
    _question("unanswerable, refused", gold=None, answers=(), lang="vi", kind="refuse"),
    _question("unanswerable, answered", gold=None, answers=(), lang="vi", kind="refuse"),
]


def _engine() -> FakeEngine:
    an = make_citation("a", "Ông An chủ trì.", highlights=[(0, 6)])
    binh = make_citation("a", "Ông Bình dự.", start=16)
    cuc, mua, lu = make_citation("b", "Bà Cúc phát biểu."), make_citation("c", "Mưa to."), make_citation("d", "Lũ lớn.")
    return FakeEngine(
        ARTICLES,
        {
            "found": [an, binh, mua],
            "second": [an, binh, cuc],
            "deep": [an, binh, cuc, lu],
            "unanswerable, answered": [mua],
        },
    )


def _evaluation() -> Evaluation:
    return evaluate(_engine(), QUESTIONS)


def test_figures_equal_the_values_by_hand() -> None:
    overall = _evaluation().overall
    assert (overall.n_questions, overall.n_answerable) == (5, 3)
    assert overall.recall_at_1 == pytest.approx(1 / 3, abs=1e-6)
    assert overall.recall_at_5 == 1.0
    assert overall.mrr_at_10 == pytest.approx((1 + 1 / 2 + 1 / 3) / 3, abs=1e-6)
    assert overall.answer_in_excerpt_at_1 == 0.0
    assert overall.answer_in_excerpt_at_3 == pytest.approx(2 / 3, abs=1e-6)
    assert overall.answer_in_highlight == pytest.approx(1 / 3, abs=1e-6)
    assert overall.answered == 1.0
    assert overall.refused == 0.5
    assert overall.handled == pytest.approx(3 / 5)


def test_the_answer_is_measured_and_a_refusal_counts_as_none() -> None:
    engine = _engine()
    engine.citations = {**engine.citations, "second": ()}
    found, refused = evaluate(engine, QUESTIONS[:2]).results
    assert (found.answer, found.expected, found.n_extra_words) == ("Ông An", ("An", "Bình"), None)
    assert found.scores is not None
    assert found.scores.token_f1 == pytest.approx(0.5)
    assert (found.scores.answer_holds_all, found.scores.answer_in_marked_sentence) == (0.0, 1.0)
    assert (refused.refused, refused.answer, refused.n_extra_words) == (True, None, None)
    assert refused.scores is not None
    assert (refused.scores.exact_match, refused.scores.token_f1, refused.scores.concise) == (0.0, 0.0, 0.0)


def test_a_concise_answer_is_counted_with_its_extra_words() -> None:
    alone = replace(QUESTIONS[0], answers=("An",))
    [result] = evaluate(_engine(), [alone]).results
    assert result.scores is not None
    assert (result.scores.answer_holds_all, result.scores.concise, result.scores.exact_match) == (1.0, 1.0, 0.0)
    assert result.n_extra_words == 1


def test_confidence_of_both_kinds_gives_auroc_in_every_group_that_has_both() -> None:
    engine = _engine()
    engine.confidence = {"found": 0.9, "unanswerable, answered": 0.6, "unanswerable, refused": 0.1}
    evaluation = evaluate(engine, QUESTIONS)
    # Confidence with an answer: 0.9, 0.5, 0.5; without: 0.6, 0.1. One pair in three against 0.6, all against 0.1.
    assert evaluation.overall.auroc == pytest.approx(4 / 6, abs=1e-6)
    assert evaluation.by_language["vi"].auroc == 1.0
    assert evaluation.by_language["en"].auroc is None
    assert evaluation.by_file["gold.jsonl"].auroc == evaluation.overall.auroc


def test_ranks_and_gold_articles_are_recorded() -> None:
    results = _evaluation().results
    assert [result.rank for result in results] == [1, 2, 3, None, None]
    assert [result.articles for result in results] == [("a",), ("b",), ("d",), (), ()]


def test_a_depth_of_the_users_citations_asks_once() -> None:
    engine = _engine()
    evaluate(engine, QUESTIONS, depth=USER_TOP)
    assert [top for _, top in engine.asked] == [3] * 5


def test_passages_of_one_article_are_one_rank_and_deeper_ones_follow() -> None:
    assert [result.ranking for result in _evaluation().results] == [("a", "c"), ("a", "b"), ("a", "b", "d"), (), ("c",)]


def test_excerpts_are_those_that_a_user_sees() -> None:
    deep = _evaluation().results[2]
    assert deep.scores is not None
    assert (deep.scores.recall_at_5, deep.scores.answer_in_excerpt_at_3) == (1.0, 0.0)


def test_a_question_without_answer_is_scored_by_refusal_alone() -> None:
    refused, answered = _evaluation().results[3:]
    assert (refused.scores, refused.refused, refused.handled) == (None, True, True)
    assert (answered.scores, answered.refused, answered.handled) == (None, False, False)


def test_refusing_an_answerable_question_is_not_handled() -> None:
    engine = FakeEngine(ARTICLES, {})
    [result] = evaluate(engine, QUESTIONS[:1]).results
    assert (result.refused, result.handled) == (True, False)
    assert evaluate(engine, QUESTIONS[:1]).overall.answered == 0.0


def test_groups_keep_the_order_of_appearance_and_hold_every_question() -> None:
    evaluation = _evaluation()
    assert {name: group.n_questions for name, group in evaluation.by_language.items()} == {"vi": 3, "en": 2}
    assert list(evaluation.by_kind) == ["who", "what", "refuse"]
    assert evaluation.by_kind["refuse"].recall_at_1 is None
    assert evaluation.by_kind["refuse"].refused == 0.5
    assert evaluation.by_kind["who"].refused is None
    assert evaluation.by_file == {"gold.jsonl": evaluation.overall}


def test_latency_is_of_the_question_as_users_ask_it() -> None:
    engine = _engine()
    evaluation = evaluate(engine, QUESTIONS, depth=20)
    assert [top for _, top in engine.asked] == [3, 20] * 5
    # The stand-in takes 10, 20, 30 … ms; every other one is a user's.
    assert (evaluation.overall.latency_median_ms, evaluation.overall.latency_p95_ms) == (50.0, 90.0)


def test_citations_that_are_not_the_articles_words_are_named_once() -> None:
    wrong = make_citation("a", "Ông An chủ toạ.")
    unknown = make_citation("nowhere", "Ông An")
    deep = make_citation("b", "Bà cúc", start=0)
    fine = make_citation("c", "Mưa to.")
    engine = FakeEngine(ARTICLES, {"found": [wrong, unknown, fine, deep]})
    evaluation = evaluate(engine, QUESTIONS[:1])
    assert evaluation.not_verbatim == (("found", "a#0"), ("found", "nowhere#0"), ("found", "b#0"))
    assert _evaluation().not_verbatim == ()


def test_each_article_is_fetched_once() -> None:
    engine = _engine()
    evaluate(engine, QUESTIONS)
    assert sorted(engine.shown) == ["a", "b", "c", "d"]


def test_gold_articles_that_the_index_lacks_are_named() -> None:
    lost = _question("found", gold="lost.txt", answers=("An",), lang="vi", kind="who")
    assert evaluate(_engine(), [lost, *QUESTIONS[1:]]).unknown_articles == ("lost.txt",)


def test_reordered_citations_are_counted_and_what_users_see_leads() -> None:
    class Fickle(FakeEngine):
        def ask(self, question: str, *, top: int) -> Reply:
            reply = super().ask(question, top=top)
            return reply if top == USER_TOP else replace(reply, citations=reply.citations[::-1])

    engine = Fickle(_engine().articles, _engine().citations)
    evaluation = evaluate(engine, QUESTIONS)
    assert evaluation.n_reordered == 3
    assert evaluation.results[2].ranking == ("a", "b", "d")
    assert _evaluation().n_reordered == 0


def test_progress_is_told_every_question() -> None:
    told: list[int] = []
    evaluate(_engine(), QUESTIONS, progress=told.append)
    assert sum(told) == 5


def test_depth_below_the_citations_of_a_reply_is_refused() -> None:
    with pytest.raises(ValueError, match="depth 2"):
        evaluate(_engine(), QUESTIONS, depth=2)


def test_json_holds_figures_digest_and_every_question() -> None:
    evaluation = _evaluation()
    report = evaluation.to_json()
    assert (report["digest"], report["generation"], report["depth"]) == (digest(QUESTIONS), 7, 30)
    assert report["overall"]["recall_at_5"] == 1.0
    assert report["by_language"]["en"]["n_questions"] == 2
    assert [row["id"] for row in report["questions"]] == [question.id for question in QUESTIONS]


def test_fewer_citations_are_the_beginning_of_more(tmp_path: Path) -> None:
    sentences = "Hội nghị bàn giá vàng. Mưa lũ làm hoãn trận bóng đá. Giá vàng tăng sau hội nghị. Mưa to."
    corpus = write_corpus(tmp_path / "corpus", {f"{n}.txt": f"Tin số {n}\n\n{sentences[n:]}\n" for n in range(10)})
    encoder = CountingEncoder()
    build_index(tmp_path / "data", [corpus], encoder)
    engine = Engine(tmp_path / "data", encoder)
    try:
        for question in ("Giá vàng tăng sau hội nghị nào?", "mua lu hoan tran bong da"):
            many = engine.ask(question, top=10).citations
            assert len(many) == 10
            assert engine.ask(question, top=3).citations == many[:3]
    finally:
        engine.close()
