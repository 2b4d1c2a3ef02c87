"""Which sentences their passages support: what is said in other words is kept, what is changed is dropped."""

import pytest

from retrieval.phrasing.reading import read
from retrieval.phrasing.support import supporting_ranks
from retrieval.query.language import Language
from tests.retrieval.phrasing.replies import FOOTBALL, HEALTH

PASSAGES = {1: read(HEALTH), 2: read(FOOTBALL)}
VI, EN = Language.VIETNAMESE, Language.ENGLISH
QUESTIONS = {VI: "Ai chủ trì hội nghị của Bộ Y tế năm 2021?", EN: "Who chaired the 2021 conference?"}


def ranks(sentence: str, cited: tuple[int, ...] = (1,), language: Language = VI) -> tuple[int, ...]:
    return supporting_ranks(read(sentence), cited, PASSAGES, read(QUESTIONS[language]), language)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chủ trì hội nghị là Bộ trưởng Nguyễn Thanh Lam và Thứ trưởng Đỗ Xuân Tuyến",
        "Hội nghị do Bộ trưởng Nguyễn Thanh Lam và Thứ trưởng Đỗ Xuân Tuyến chủ trì",
        "Người chủ trì hội nghị năm 2021 là Bộ trưởng Nguyễn Thanh Lam",
        "Ông Nguyễn Thanh Lam chủ trì hội nghị của Bộ Y tế ngày 12 tháng 3 năm 2021",
        "Tháng 3/2021, Bộ Y tế tổ chức hội nghị tổng kết công tác năm 2020",
        "Cả nước có 1.578 ca mắc, giảm 5,2%",
        "Có 500 tỷ đồng được đầu tư cho 2 bệnh viện tại TP.HCM",
        "Nghị quyết 37-NQ/TW được nhắc tới theo đó hai bệnh viện được đầu tư 500 tỷ đồng tại TP.HCM",
        "Không có ca tử vong so với cùng kỳ",
    ],
)
def test_sentence_in_the_passages_words_is_supported(sentence: str) -> None:
    assert ranks(sentence) == (1,)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Cả nước có 1.579 ca mắc", id="a digit"),
        pytest.param("Cả nước có 1.578 ca tử vong", id="what is counted"),
        pytest.param("Hai bệnh viện được đầu tư 500 triệu đồng", id="magnitude"),
        pytest.param("Hai bệnh viện được đầu tư 500 đồng", id="magnitude left out"),
        pytest.param("Ba bệnh viện tại TP.HCM được đầu tư 500 tỷ đồng", id="number in words"),
        pytest.param("Cả nước có 1.578 ca mắc, giảm 5,2 so với cùng kỳ", id="per cent left out"),
        pytest.param("Hai bệnh viện được đầu tư 500 tỷ đồng theo Nghị quyết 73-NQ/TW", id="document"),
        pytest.param("Hội nghị do Bộ trưởng Nguyễn Thanh Lâm chủ trì", id="a mark of a name"),
        pytest.param("Hội nghị do Bộ trưởng Nguyễn Thanh chủ trì", id="half a name"),
        pytest.param("Hội nghị do Bộ trưởng Trần Văn Hà chủ trì", id="another name"),
        pytest.param("Hội nghị do Bộ trưởng Nguyễn Thanh Lam chủ trì tại Cần Thơ", id="another place"),
        pytest.param("Hội nghị tổng kết công tác diễn ra ngày 13-3-2021", id="day"),
        pytest.param("Bộ Y tế tổ chức hội nghị ngày 12 tháng 3 năm 2020", id="year of the day"),
        pytest.param("Bộ Y tế tổ chức hội nghị trong giai đoạn 2020-2021", id="period"),
        pytest.param("Cả nước có 1.578 ca mắc, tăng 5,2% so với cùng kỳ", id="direction"),
        pytest.param("Bộ trưởng Nguyễn Thanh Lam không chủ trì hội nghị", id="denied"),
        pytest.param("Cả nước có ca tử vong", id="no longer denied"),
        pytest.param("Thanh niên trực tiếp kiểm tra kỳ thi công chức", id="syllables of other words"),
        pytest.param("Giá vàng đi lên trong phiên đầu tuần", id="another subject"),
        pytest.param("Bo truong Nguyen Thanh Lam chu tri hoi nghi", id="no marks"),
        pytest.param("Minister Nguyen Thanh Lam chaired the conference", id="another language than asked"),
    ],
)
def test_sentence_that_changes_something_is_not_supported(sentence: str) -> None:
    assert ranks(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("The conference was chaired by Minister Nguyen Thanh Lam and Deputy Minister Do Xuan Tuyen", 1),
        ("On 12 March 2021 the Ministry of Health held an online conference in Hanoi", 1),
        ("Two hospitals were given 500 billion dong in investment", 1),
        ("There were no deaths in 2021", 1),
        ("Vietnam beat Thailand 2-0 at My Dinh on 7 September 2022", 2),
        ("Quang Ha scored two goals for Vietnam in front of 40,000 spectators", 2),
    ],
)
def test_english_sentence_is_supported_by_names_figures_and_what_its_words_are_in_vietnamese(
    sentence: str, cited: int
) -> None:
    assert ranks(sentence, (cited,), EN) == (cited,)


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("The conference was chaired by Minister Nguyen Thanh Lan", 1),
        ("The Ministry of Education held a conference in Hanoi", 1),
        ("Three hospitals were given 500 billion dong", 1),
        ("Two hospitals were given 500 million dong", 1),
        ("There were 1,578 deaths in Hanoi", 1),
        ("Minister Nguyen Thanh Lam did not chair the conference", 1),
        ("The Ministry of Health held its conference on 13 March 2021", 1),
        ("Cases in Hanoi increased in 2021", 1),
        ("The minister spoke well", 1),
        ("Visit our shop in Hanoi for cheap watches", 1),
        ("Thailand beat Vietnam 2-0", 2),
        ("Vietnam beat Thailand 0-2", 2),
    ],
)
def test_english_sentence_that_changes_something_is_not_supported(sentence: str, cited: int) -> None:
    assert ranks(sentence, (cited,), EN) == ()


def test_names_that_change_places_around_a_verb_are_not_supported() -> None:
    assert ranks("Đội tuyển Việt Nam thắng Thái Lan 2-0", (2,)) == (2,)
    assert ranks("Đội tuyển Thái Lan thắng Việt Nam 2-0", (2,)) == ()


def test_a_marker_that_does_not_support_is_left_out() -> None:
    assert ranks("Cả nước có 1.578 ca mắc", (1, 2)) == (1,)


def test_markers_that_support_only_together_are_kept() -> None:
    sentence = "Bộ trưởng Nguyễn Thanh Lam chủ trì hội nghị, Nguyễn Quang Hà ghi cả hai bàn thắng"
    assert ranks(sentence, (1, 2)) == (1, 2)
    assert ranks(sentence, (1,)) == ()


@pytest.mark.parametrize("cited", [(), (3,), (0,), (1, 9)])
def test_a_citation_that_does_not_exist_supports_nothing(cited: tuple[int, ...]) -> None:
    assert ranks("Cả nước có 1.578 ca mắc", cited) == ()


def test_both_styles_of_tone_marks_are_one_word() -> None:
    passages = {1: read("Ông Lê Hoà trồng khoai ở Thanh Hoá và nuôi cá khoẻ mạnh.")}
    said = read("Ông Lê Hòa trồng khoai ở Thanh Hóa và nuôi cá khỏe mạnh")
    assert supporting_ranks(said, (1,), passages, read("Ai?"), VI) == (1,)
