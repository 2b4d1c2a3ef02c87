"""The figures of groups: what each is a share of, and which a group cannot have."""

import pytest

from retrieval.evaluation.figures import summarise
from tests.retrieval.evaluation.stand_ins import make_result, make_scores

GOOD = make_result("good", make_scores(), confidence=0.9)
LONG = make_result("long", make_scores(exact_match=0.0, token_f1=0.25, concise=0.0), confidence=0.6)
REFUSED = make_result(
    "refused",
    make_scores(exact_match=0.0, token_f1=0.0, answer_holds_all=0.0, concise=0.0),
    refused=True,
    answer=None,
    confidence=0.1,
)
HONEST = make_result("honest", None, confidence=0.2)
INVENTED = make_result("invented", None, refused=False, answer="An", confidence=0.6)


def test_measures_of_the_answer_are_over_questions_that_have_one() -> None:
    figures = summarise([GOOD, LONG, REFUSED, HONEST])
    assert figures.exact_match == pytest.approx(1 / 3, abs=1e-6)
    assert figures.token_f1 == pytest.approx(1.25 / 3, abs=1e-6)
    assert figures.answer_holds_all == pytest.approx(2 / 3, abs=1e-6)
    assert figures.concise == pytest.approx(1 / 3, abs=1e-6)
    assert figures.answer_in_marked_sentence == 1.0


def test_refusing_has_precision_recall_and_false_refusals() -> None:
    figures = summarise([GOOD, LONG, REFUSED, HONEST, INVENTED])
    assert figures.refusal_precision == 0.5  # of two refused, one has no answer
    assert figures.refused == 0.5  # of two without an answer, one is refused
    assert figures.false_refusal_rate == pytest.approx(1 / 3, abs=1e-6)
    assert figures.answered == pytest.approx(2 / 3, abs=1e-6)


def test_confidence_is_judged_over_questions_of_both_kinds() -> None:
    figures = summarise([GOOD, LONG, REFUSED, HONEST, INVENTED])
    # Of six pairs 0.9 wins two, 0.6 one and a half, 0.1 none.
    assert figures.auroc == pytest.approx(3.5 / 6, abs=1e-6)
    assert figures.brier == pytest.approx((0.01 + 0.16 + 0.81 + 0.04 + 0.36) / 5)
    # 0.9 against 1; 0.6 twice against 1/2; 0.1 against 1; 0.2 against 0.
    assert figures.ece == pytest.approx((0.1 + 2 * 0.1 + 0.9 + 0.2) / 5)
    assert sum(each.n_questions for each in figures.calibration) == 5


def test_figures_that_need_both_kinds_are_none_without() -> None:
    for group in ([GOOD, REFUSED], [HONEST, INVENTED], []):
        figures = summarise(group)
        assert (figures.auroc, figures.ece, figures.brier, figures.refusal_precision) == (None, None, None, None)
        assert sum(each.n_questions for each in figures.calibration) == len(group)


def test_a_share_of_no_question_is_none() -> None:
    assert summarise([HONEST]).concise is None
    assert summarise([HONEST]).false_refusal_rate is None
    assert summarise([GOOD]).refused is None
    assert summarise([GOOD, INVENTED]).refusal_precision is None
