"""The passages of a search in the order that they are answered from, on small indexes."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from retrieval.answer.ranking.finding import Finding, with_answer, with_answer_signals
from retrieval.answer.ranking.findings import ANSWERED, RANKED
from retrieval.answer.spans.found import FoundAnswer
from retrieval.text.span import Span
from tests.retrieval.answer.conftest import Find


def match(day: str, town: str, goals: int, title: str = "Giải bóng đá thiếu niên") -> str:
    return (
        f"{title}\n\n(Baothanhhoa.vn) - Chiều {day}, giải bóng đá thiếu niên tranh cúp mùa hè diễn ra tại {town}. "
        f"Đội chủ nhà ghi {goals} bàn thắng.\n"
    )


HUE, VINH, NEWEST = match("5-6-2020", "Huế", 2), match("7-7-2021", "Vinh", 3), match("8-8-2023", "Huế", 4)
MATCHES = {"hue.txt": HUE, "vinh.txt": VINH, "moi.txt": NEWEST}
MANY = {f"{n:02d}.txt": match(f"{n + 1}-6-2020", "Huế", n + 2, f"Trận bóng đá thứ {n + 1}") for n in range(20)}


def ids(findings: list[Finding]) -> list[str]:
    return [finding.evidence.article.id for finding in findings]


def test_order_of_the_first_does_not_depend_on_how_many_are_asked_for(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    find = find_of(MANY)
    question = "Đội chủ nhà ghi bao nhiêu bàn thắng ở giải bóng đá?"
    few, many = find(question, top=3), find(question, top=15)
    assert len(many) > RANKED > len(few) > ANSWERED
    assert ids(few) == ids(many)[: len(few)]
    assert len(set(ids(many))) == len(many)


def test_scores_fall_and_those_not_answered_yet_are_none_better_than_those_that_are(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    findings = find_of(MANY)("Vì sao đội khách không ghi bàn thắng ở giải bóng đá?", top=15)
    last_answered = findings[ANSWERED - 1].score
    assert all(left.score >= right.score for left, right in pairwise(findings[:ANSWERED]))
    assert all(finding.score <= last_answered for finding in findings[ANSWERED:])
    assert 0.0 not in {finding.signals.answer for finding in findings[:ANSWERED]}
    assert {finding.signals.answer for finding in findings[ANSWERED:]} == {0.0}


def test_answer_puts_a_passage_before_one_that_fits_the_words_better(find_of: Callable[[dict[str, str]], Find]) -> None:
    articles = {
        "a.txt": "Khai mạc giải bóng đá\n\nLễ khai mạc giải bóng đá diễn ra sáng nay, khai mạc giải bóng đá trẻ.\n",
        "b.txt": "Khai mạc giải bóng đá\n\nÔng Nguyễn Văn An khai mạc giải bóng đá vào sáng nay, trước khán giả.\n",
    }
    findings = find_of(articles)("Ai khai mạc giải bóng đá sáng nay?")
    assert [(one.evidence.article.id, one.signals.has_type) for one in findings] == [("b.txt", 1.0), ("a.txt", 0.0)]


def test_passages_that_lack_the_place_asked_about_come_last_and_say_so(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    findings = find_of(MATCHES)("Đội chủ nhà ghi mấy bàn thắng ở Vinh?")
    assert ids(findings)[0] == "vinh.txt"
    assert [finding.is_out for finding in findings] == [False, True, True]
    assert [finding.lacking.text if finding.lacking else None for finding in findings] == [None, "Vinh", "Vinh"]


def test_passages_of_another_time_come_last_and_say_so(find_of: Callable[[dict[str, str]], Find]) -> None:
    findings = find_of(MATCHES)("Đội chủ nhà ghi mấy bàn thắng tháng 6/2020?")
    assert ids(findings)[0] == "hue.txt"
    assert [finding.dates.excluded for finding in findings] == [False, True, True]


def test_passage_in_the_place_is_found_behind_more_than_the_first_examined(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    filler = "Đội bóng đá bóng đá bóng đá thi đấu bóng đá. " * 3
    articles = {f"{n}.txt": f"Bóng đá {n}\n\n{filler}Bóng đá số {n}.\n" for n in range(RANKED + 8)}
    articles["xa.txt"] = "Lễ hội ở Vinh\n\nLễ hội ở Vinh có một trận bóng đá và nhiều trò chơi dân gian khác nhau.\n"
    findings = find_of(articles)("Bóng đá bóng đá ở Vinh?", top=RANKED + 9)
    assert ids(findings)[0] == "xa.txt"
    assert sum(finding.hit.score > findings[0].hit.score for finding in findings) > RANKED
    assert all(finding.is_out for finding in findings[1:])


@pytest.mark.parametrize(("word", "first"), [("mới nhất", "moi.txt"), ("đầu tiên", "hue.txt")])
def test_newest_or_oldest_leads_where_it_is_asked_for(
    find_of: Callable[[dict[str, str]], Find], word: str, first: str
) -> None:
    findings = find_of(MATCHES)(f"Giải bóng đá thiếu niên {word} diễn ra ở đâu?")
    assert ids(findings)[0] == first
    assert not any(finding.is_out for finding in findings)


def test_article_without_the_office_whose_holder_is_asked_for_is_out(find_of: Callable[[dict[str, str]], Find]) -> None:
    articles = {
        "a.txt": "Khai mạc giải bóng đá\n\nÔng Nguyễn Văn An, giám đốc sở, dự lễ khai mạc giải bóng đá.\n",
        "b.txt": "Bế mạc giải bóng đá\n\nBà Trần Thị Bình, hiệu trưởng trường chuyên, dự lễ bế mạc giải bóng đá.\n",
    }
    findings = find_of(articles)("Hiệu trưởng dự lễ của giải bóng đá là ai?")
    assert ids(findings)[0] == "b.txt"
    assert findings[0].answer_text == "Trần Thị Bình"
    assert [finding.is_out for finding in findings] == [False, True]


def test_answer_given_to_a_finding_is_kept_and_no_other_is_chosen(find_of: Callable[[dict[str, str]], Find]) -> None:
    finding = find_of(MATCHES)("Đội chủ nhà ghi mấy bàn thắng ở Vinh?")[0]
    text = finding.evidence.article.text
    start = text.index("Vinh")
    span = Span(start, start + 4)
    given = with_answer(finding, FoundAnswer((span,), span, is_safe=True, has_type=True, score=1.0))
    assert (given.answer_text, finding.answer_text) == ("Vinh", "3 bàn thắng")
    assert given.score == finding.score


def test_signals_of_the_answer_are_added_to_what_recency_gave(find_of: Callable[[dict[str, str]], Find]) -> None:
    finding = find_of(MATCHES)("Giải bóng đá thiếu niên diễn ra ở đâu?")[0]
    bare = replace(finding, signals=replace(finding.signals, answer=0.0, has_type=0.0))
    plain, raised = with_answer_signals(bare), with_answer_signals(replace(bare, score=bare.score + 0.05))
    assert plain.signals == finding.signals
    assert raised.score == pytest.approx(plain.score + 0.05)


def test_passage_that_answers_comes_first_among_those_of_its_article(find_of: Callable[[dict[str, str]], Find]) -> None:
    filler = "Ban tổ chức hội chợ hoa xuân đón khách từ sáng sớm, gian hàng kín chỗ và nhạc vang khắp nơi. " * 9
    opening = f"Hội chợ hoa xuân\n\nHội chợ hoa xuân khai mạc sáng nay, nhiều gian hàng của hội chợ. {filler}"
    articles = {"hoi-cho.txt": f"{opening}\n\nBà Trần Thị Bưởi trao giải gian hàng đẹp. {filler}\n"}
    findings = find_of(articles)("Ai trao giải gian hàng đẹp ở hội chợ hoa xuân?")

    assert len(findings) > 1
    assert findings[0].answer_text == "Trần Thị Bưởi"
    assert findings[0].score >= findings[1].score


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Giải bóng đá diễn ra lúc mấy giờ?", True),
        ("Số điện thoại của giải bóng đá là gì?", True),
        ("Thủ môn Trần Văn Sáu bao nhiêu tuổi?", True),
        ("How old was the goalkeeper Tran Van Sau?", True),
        ("Giải bóng đá bao nhiêu tuổi?", False),
        ("Trận bóng đá kéo dài mấy tiếng?", True),
        ("How many hours did the football cup last?", True),
        ("Sân của giải bóng đá dài bao nhiêu m?", False),
        ("Lưới của giải bóng đá nặng bao nhiêu kg?", True),
        ("Đội chủ nhà ghi mấy bàn thắng?", False),
    ],
)
def test_what_is_told_by_its_form_is_missed_where_no_text_has_it(
    find_of: Callable[[dict[str, str]], Find], question: str, lacks: bool
) -> None:
    articles = {"san.txt": f"{HUE} Sân dài 90 m. Thủ môn Trần Văn Sáu cao nhất đội, thắng 4 trận.\n"}
    assert find_of(articles)(question)[0].lacks_form is lacks


@pytest.mark.parametrize(
    ("question", "is_out"),
    [
        ("What did the Minister of Health say about the football cup?", True),
        ("What did the goalkeeper say about the football cup?", False),
    ],
)
def test_office_of_no_article_did_nothing(
    find_of: Callable[[dict[str, str]], Find], question: str, is_out: bool
) -> None:
    assert find_of(MATCHES)(question)[0].is_out is is_out
