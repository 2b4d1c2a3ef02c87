"""Which sentence of an article answers, on small articles whose openings repeat the question more than the answer does.

Idle sentences fill their paragraphs, so that an article has several passages.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice

import pytest

from retrieval.answer.ranking.finding import Finding
from retrieval.answer.ranking.findings import RANKED
from retrieval.answer.ranking.selection import Choice, choices, select, selection_weights
from tests.retrieval.answer.conftest import Ask, Find

_IDLE = (
    "Người dân đến từ sáng sớm, ngồi kín các dãy ghế và trò chuyện rôm rả trong lúc chờ đợi.",
    "Trời nắng nhẹ, gió thổi từ phía cánh đồng, trẻ nhỏ chạy chơi quanh những gốc cây già.",
    "Các quầy nước phục vụ miễn phí, ai cũng nói lời cảm ơn trước khi quay lại chỗ của mình.",
    "Nhiều gia đình mang theo cơm nắm, bày ra trên chiếu rồi mời những người ngồi gần cùng ăn.",
    "Đội văn nghệ hát những làn điệu quen thuộc, khán giả vỗ tay theo nhịp rất lâu.",
)


def idle(n: int) -> str:
    """Return n sentences that say nothing; eleven of them fill a passage."""
    return " ".join(islice(cycle(_IDLE), n))


TITLE = "Trường Đại học Sông Hinh công bố đề án tuyển sinh năm 2023"
LEAD = "(Báo Phú Yên) - Sáng 14-3-2023, bà Lê Thị Gấm công bố đề án tuyển sinh năm 2023 của Trường Đại học Sông Hinh."
NURSES = "Nhà trường dành 600 chỉ tiêu cho ngành điều dưỡng."
FORMS = "Thí sinh nộp hồ sơ qua cổng trực tuyến trước ngày 30-6."
FEES = "Hiệu trưởng Lò Văn Pao cho biết học phí giữ nguyên."
BEDS = "Ký túc xá có 1.200 chỗ."
LONG = {
    "truong.txt": (
        f"{TITLE}\n\n{LEAD}\n\n{idle(13)}\n\n{idle(6)} {NURSES} {idle(6)}\n\n"
        f"{idle(8)} {FORMS} {FEES} {BEDS} {idle(3)}\n"
    )
}
NEAR = {"gan.txt": f"{TITLE}\n\n{LEAD} {idle(3)} {FORMS} {idle(3)}\n\n{idle(14)}\n"}
SHORT = {"ngan.txt": f"{TITLE}\n\n{LEAD} {FEES}\n"}

WHO_HEADS = "Hiệu trưởng Trường Đại học Sông Hinh năm 2023 là ai?"
HOW_TO_APPLY = "Năm 2023 thí sinh nộp hồ sơ vào Trường Đại học Sông Hinh bằng cách nào?"
BY_WHEN = "Thí sinh nộp hồ sơ tuyển sinh năm 2023 của Trường Đại học Sông Hinh trước ngày nào?"
WHO_ANNOUNCED = "Ai công bố đề án tuyển sinh năm 2023 của Trường Đại học Sông Hinh?"
OF_EACH_KIND = (
    WHO_HEADS,
    BY_WHEN,
    "Trường Đại học Sông Hinh công bố gì?",
    "Vì sao học phí giữ nguyên?",
    "Hồ sơ gồm những gì?",
    "Ký túc xá có bao nhiêu chỗ?",
    "Trường Đại học Sông Hinh ở đâu?",
    "Cơ quan nào công bố đề án?",
    "Đề án theo nghị quyết nào?",
)
BEYOND_THE_OPENING = [
    (WHO_HEADS, "Lò Văn Pao"),
    ("hieu truong truong dai hoc song hinh nam 2023 la ai", "Lò Văn Pao"),
    ("Who is the principal of Song Hinh University in 2023?", "Lò Văn Pao"),
    (HOW_TO_APPLY, FORMS),
    (BY_WHEN, "trước ngày 30-6"),
    ("How many beds does the dormitory of Song Hinh University have in 2023?", "1.200 chỗ"),
    ("Ngành điều dưỡng của Trường Đại học Sông Hinh năm 2023 tuyển sinh bao nhiêu?", "600 chỉ tiêu"),
]


def with_own_answers(findings: list[Finding]) -> list[Finding]:
    """Return copies, each of which chooses its answer by itself; the engine's first has that of the selection."""
    return [replace(finding) for finding in findings]


def by_own_score(own: list[Finding]) -> Finding:
    return max(own, key=lambda finding: finding.answer.score)


def choice_of(found: list[Choice], sentence: str) -> Choice:
    [choice] = [each for each in found if each.sentence.weighed.sentence.text == sentence]
    return choice


@pytest.mark.parametrize(("question", "answer"), BEYOND_THE_OPENING)
def test_sentence_that_adds_what_the_opening_leaves_out_beats_it(
    find_of: Callable[[dict[str, str]], Find], question: str, answer: str
) -> None:
    own = with_own_answers(find_of(LONG)(question))
    # By its own score the opening, which has most of the question's words, would answer.
    best = select(own)
    assert by_own_score(own).evidence.passage.ordinal == 1 < best.evidence.passage.ordinal
    assert best.answer_text == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (WHO_ANNOUNCED, "Lê Thị Gấm"),
        ("ai cong bo de an tuyen sinh nam 2023 cua truong dai hoc song hinh", "Lê Thị Gấm"),
        ("Trường Đại học Sông Hinh công bố gì?", LEAD),
        ("Đề án tuyển sinh năm 2023 của Trường Đại học Sông Hinh được công bố ngày nào?", "Sáng 14-3-2023"),
    ],
)
def test_question_that_the_opening_answers_stays_with_it(
    find_of: Callable[[dict[str, str]], Find], question: str, answer: str
) -> None:
    best = select(with_own_answers(find_of(LONG)(question)))
    assert (best.evidence.passage.ordinal, best.answer_text) == (1, answer)


@pytest.mark.parametrize(("question", "answer"), BEYOND_THE_OPENING)
def test_selected_sentence_is_what_the_engine_quotes_verbatim(
    ask_of: Callable[[dict[str, str]], Ask], find_of: Callable[[dict[str, str]], Find], question: str, answer: str
) -> None:
    cited, best = ask_of(LONG)(question).citations[0], find_of(LONG)(question)[0]
    text = best.evidence.article.text
    assert cited.excerpt == text[cited.start : cited.end]
    marked = [cited.excerpt[start:end] for start, end in cited.highlights]
    assert marked == [span.of(text) for span in best.answer.marked]
    assert answer in marked[0]
    assert marked[0] in LONG["truong.txt"]


@pytest.mark.parametrize(
    ("question", "own_answer", "answer"),
    [(HOW_TO_APPLY, LEAD, FORMS)],
)
def test_other_sentence_of_the_same_passage_gives_the_answer_and_its_signals(
    find_of: Callable[[dict[str, str]], Find], question: str, own_answer: str, answer: str
) -> None:
    own = with_own_answers(find_of(NEAR)(question))
    opening = by_own_score(own)
    best = select(own)
    assert (opening.answer_text, best.answer_text) == (own_answer, answer)
    assert best.evidence is opening.evidence
    assert best.answer.sentence.of(best.evidence.article.text) == FORMS
    assert best.signals == replace(opening.signals, answer=best.answer.score, has_type=float(best.answer.has_type))
    assert best.answer.score < opening.answer.score


@pytest.mark.parametrize(
    ("articles", "question"), [(LONG, WHO_HEADS), (LONG, WHO_ANNOUNCED), (SHORT, WHO_HEADS), (SHORT, WHO_ANNOUNCED)]
)
def test_finding_is_left_as_it_was_where_its_own_answer_is_selected(
    find_of: Callable[[dict[str, str]], Find], articles: dict[str, str], question: str
) -> None:
    own = with_own_answers(find_of(articles)(question))
    assert any(select(own) is finding for finding in own)


def test_marks_in_two_code_points_select_the_same_sentence(find_of: Callable[[dict[str, str]], Find]) -> None:
    find = find_of(LONG)
    for question, answer in BEYOND_THE_OPENING:
        assert find(unicodedata.normalize("NFD", question))[0].answer_text == answer


def test_passage_that_the_search_found_far_down_is_looked_through_too(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    rain = "Mưa trút xuống, mưa nặng hạt, mưa ngập sân, nước lũ dâng, lũ tràn qua đê và mưa vẫn rơi. "
    opening = f"Giải cờ Vinh\n\nSáng 3-2-2023, giải cờ Vinh khởi tranh. {idle(13)}"
    articles = {"vinh.txt": f"{opening}\n\n{rain * 5}Bà Trần Thị Bưởi trao cúp cho đội vô địch. {rain * 7}\n"}
    for n in range(RANKED + 4):
        articles[f"{n:02d}.txt"] = (
            f"Giải cờ Huế lần {n + 2}\n\nĐội thứ {n + 3} lại vô địch giải Huế, khán giả mừng đội vô địch rất lâu.\n"
        )
    findings = find_of(articles)("Ai trao cúp cho đội vô địch giải Vinh?", top=RANKED + 9)
    first = findings[0]
    assert (first.evidence.article.id, first.evidence.passage.ordinal) == ("vinh.txt", 2)
    assert first.answer_text == "Trần Thị Bưởi"
    assert sum(finding.hit.score > first.hit.score for finding in findings) > RANKED
    assert len({finding.hit.row for finding in findings}) == len(findings) == len(articles) + 1


def test_every_sentence_of_the_findings_is_a_choice_once_and_with_the_same_features(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    own = with_own_answers(find_of(LONG)(WHO_HEADS))
    found = choices(own)
    starts = [choice.sentence.weighed.sentence.span.start for choice in found]
    assert len(starts) == len(set(starts)) == sum(len(finding.evidence.sentences) for finding in own)
    assert {frozenset(choice.features) for choice in found} == {frozenset(found[0].features)}


def test_every_fitted_weight_is_of_a_feature_that_a_kind_of_question_has(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    find = find_of(LONG)
    names = {name for question in OF_EACH_KIND for name in choices(find(question))[0].features}
    assert set(selection_weights()) <= names


CLOSED = "Cầu phao Sông Hinh ngừng cho xe tải qua từ sáng 14-3-2023, theo thông báo của huyện Sông Hinh."
CAUSE = "Ông Lò Văn Pao giải thích mố phía bắc bị nước xói."
DEPTHS = "Hố xói sâu nhất là ở xã Ea Bia."
WARDEN = "Bí thư Đảng ủy Khối Doanh nghiệp Ngô Văn Đủ nhắc xe con đi chậm."
CHIEF = "Bí thư Đảng ủy xã Trần Thị Nở trực suốt đêm."
BRIDGE = {
    "cau.txt": (
        f"Cầu phao Sông Hinh ngừng cho xe tải qua\n\n{CLOSED}\n\n{idle(13)}\n\n{idle(4)} {CLOSED} {CAUSE} {idle(6)}\n\n"
        f"{idle(6)} {WARDEN} {idle(2)} {DEPTHS} {idle(2)} {CHIEF}\n"
    )
}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Vì sao cầu phao Sông Hinh ngừng cho xe tải qua?", CAUSE),
        ("vi sao cau phao song hinh ngung cho xe tai qua", CAUSE),
        ("Lý do cầu phao Sông Hinh ngừng cho xe tải qua?", CAUSE),
        ("Ở cầu phao Sông Hinh, xã nào có hố xói sâu nhất?", DEPTHS),
        ("Bí thư Đảng ủy xã ở cầu phao Sông Hinh là ai?", CHIEF),
    ],
)
def test_reason_superlative_and_office_beat_what_only_repeats_the_question(
    find_of: Callable[[dict[str, str]], Find], question: str, answer: str
) -> None:
    best = select(with_own_answers(find_of(BRIDGE)(question)))
    assert best.answer.sentence.of(best.evidence.article.text) == answer


def test_sentence_that_names_several_answers_where_several_are_asked_for(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    pair = "Các bà Ngô Thị Đủ và Lê Thị Gấm cùng phát quà."
    alone = "Ở cầu phao Sông Hinh, ông Trần Văn Nở phát quà cho người đi đò."
    article = {"qua.txt": f"Phát quà ở cầu phao Sông Hinh\n\n{CLOSED}\n\n{idle(13)}\n\n{alone} {idle(8)} {pair}\n"}
    best = select(with_own_answers(find_of(article)("Hai người nào phát quà ở cầu phao Sông Hinh?")))
    assert best.answer.sentence.of(best.evidence.article.text) == pair


def test_what_title_and_opening_say_of_the_question_counts_for_each_sentence(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    found = choices(with_own_answers(find_of(LONG)(WHO_HEADS)))
    opening, deep, beside = (choice_of(found, sentence).features for sentence in (LEAD, FEES, BEDS))
    # Title and opening say all but "hiệu trưởng", which the deep sentence adds; beside it that is told near by.
    assert (deep["told"], deep["titled"], deep["told_near"]) == (1.0, 1.0, 1.0)
    assert 0 < opening["told"] == beside["told"] == opening["titled"] < beside["told_near"] == 1.0
    assert (opening["lead"], deep["lead"], beside["lead"]) == (1.0, 0.0, 0.0)
    assert (deep["sure"], beside["sure"]) == (1.0, 0.0)


def test_headline_is_no_lead_and_an_opening_that_was_not_found_still_tells(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    own = sorted(with_own_answers(find_of(LONG)(WHO_HEADS)), key=lambda finding: finding.evidence.passage.ordinal)
    all_found, without_opening = choices(own), choices(own[1:])
    led = [choice.sentence.weighed.sentence.text for choice in all_found if choice.features["lead"]]
    assert led == [LEAD]
    assert not any(choice.features["lead"] for choice in without_opening)
    assert choice_of(without_opening, FEES).features["told"] == 1.0
    assert choice_of(without_opening, NURSES).features["told"] == choice_of(all_found, NURSES).features["told"]


REASON = "Công trình chậm 5 tháng vì vướng mặt bằng của 27 hộ dân."
OPENED = "tổ chức lễ khánh thành cầu phao Sông Hinh nối hai xã."


@pytest.mark.parametrize(("opening", "is_news"), [("Sáng 14-5-2024, huyện", True), ("Người ta", False)])
def test_short_news_is_selected_from_as_long_articles_are_and_other_short_text_is_not(
    find_of: Callable[[dict[str, str]], Find], opening: str, is_news: bool
) -> None:
    article = {"ngan.txt": f"Khánh thành cầu phao Sông Hinh\n\n{opening} {OPENED} Cầu phao nay dài 640 mét. {REASON}\n"}
    (own,) = with_own_answers(find_of(article)("Vì sao cầu phao Sông Hinh chậm?"))
    assert (own.is_of_longer_article, own.is_of_news) == (False, is_news)
    best = select([own])
    assert (best is own) is not is_news
    assert not is_news or best.answer.sentence.of(best.evidence.article.text) == REASON
