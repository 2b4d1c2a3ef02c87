"""What is offered beside an answer, from findings of a small index."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from retrieval.answer.ranking.finding import Finding, with_answer
from retrieval.answer.replying.alternatives import MAX_ALTERNATIVES, find_alternatives
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType
from tests.retrieval.answer.conftest import Find

QUESTION = "Ai chủ trì hội nghị thủy lợi?"
PERSONS = {
    "12-3-2020": "Nguyễn Văn An",
    "13-4-2021": "Trần Thị Bình",
    "14-5-2022": "Lê Quang Cường",
    "15-6-2023": "Phạm Thu Dung",
}


def article(day: str, person: str, title: str = "Bàn việc thủy lợi") -> str:
    held = f"Sáng {day}, tỉnh mở hội nghị thủy lợi."
    return f"{title}\n\n(Baothanhhoa.vn) - {held} Ông {person} chủ trì hội nghị thủy lợi.\n"


ARTICLES = {f"{day}.txt": article(day, person, f"Thủy lợi {person}") for day, person in PERSONS.items()}


@pytest.fixture
def findings(find_of: Callable[[dict[str, str]], Find]) -> list[Finding]:
    """Return what is found of four conferences of different days, about as good as one another."""
    return find_of(ARTICLES)(QUESTION)


def offered(findings: list[Finding], kind: AnswerType = AnswerType.PERSON) -> list[str]:
    return [other.answer for other in find_alternatives(findings, kind, Language.VIETNAMESE)]


def test_conferences_of_other_days_are_offered_best_first_and_only_the_first_of_them(findings: list[Finding]) -> None:
    assert len(findings) == len(PERSONS)
    answers = [finding.answer_text for finding in findings]
    assert sorted(answers) == sorted(PERSONS.values())
    assert offered(findings) == answers[1 : 1 + MAX_ALTERNATIVES]


def test_offer_names_the_article_with_its_day_and_cites_it_as_the_first(findings: list[Finding]) -> None:
    best, second = findings[0], findings[1]
    (one,) = find_alternatives([best, second], AnswerType.PERSON, Language.ENGLISH)
    assert second.evidence.article.event is not None
    year = second.evidence.article.event[0][:4]
    assert one.text.startswith(f"“{second.evidence.article.title}” (")
    assert one.text.endswith(f"{year})")
    start, end = one.citation.highlights[0]
    assert (one.citation.rank, one.citation.excerpt[start:end]) == (1, one.answer)


def test_nothing_is_offered_where_any_words_may_answer(findings: list[Finding]) -> None:
    assert offered(findings, AnswerType.REASON) == []
    assert offered(findings, AnswerType.FREE) == []


def test_passage_that_is_out_or_far_behind_or_has_few_of_the_words_is_not_offered(findings: list[Finding]) -> None:
    best, second = findings[0], findings[1]
    few_words = replace(second.signals, pair=0.7 * best.signals.pair)
    as_well = replace(second.signals, pair=0.8 * best.signals.pair)
    assert offered([best, replace(second, score=best.score - 0.07)]) == [second.answer_text]
    assert offered([best, replace(second, score=best.score - 0.09)]) == []
    assert offered([best, replace(second, signals=as_well)]) == [second.answer_text]
    assert offered([best, replace(second, signals=few_words)]) == []
    assert offered([best, replace(second, dates=replace(second.dates, excluded=True))]) == []


def test_passage_without_a_person_or_of_no_known_day_is_not_offered(findings: list[Finding]) -> None:
    best, second = findings[0], findings[1]
    evidence = second.evidence
    undated = replace(second, evidence=replace(evidence, article=replace(evidence.article, event=None)))
    assert offered([best, undated]) == []
    assert offered([best, with_answer(second, replace(second.answer, has_type=False))]) == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (article("12-3-2020", "Trần Thị Bình"), "the same day"),
        (article("13-4-2021", "Nguyễn Văn An"), "the same answer"),
        ("Thủy lợi\n\nÔng Lê Quang Cường chủ trì hội nghị thủy lợi.\n", "no day"),
        ("Thủy lợi\n\n(Baothanhhoa.vn) - Sáng 14-5-2022, tỉnh mở hội nghị thủy lợi chủ trì.\n", "no person"),
    ],
)
def test_article_that_is_no_other_answer_is_not_offered(
    find_of: Callable[[dict[str, str]], Find], other: str, why: str
) -> None:
    findings = find_of({"mot.txt": article("12-3-2020", "Nguyễn Văn An"), "hai.txt": other})(QUESTION)
    assert len(findings) == 2
    assert offered(findings) == [], why


def test_one_of_two_reports_on_one_day_is_offered(find_of: Callable[[dict[str, str]], Find]) -> None:
    articles = {
        "mot.txt": article("12-3-2020", "Nguyễn Văn An"),
        "hai.txt": article("13-4-2021", "Trần Thị Bình"),
        "ba.txt": article("13-4-2021", "Lê Quang Cường", "Thủy lợi trong tỉnh"),
    }
    findings = sorted(find_of(articles)(QUESTION), key=lambda one: one.evidence.article.id != "mot.txt")
    (answer,) = offered([replace(one, score=findings[0].score) for one in findings])
    assert answer in {"Trần Thị Bình", "Lê Quang Cường"}
