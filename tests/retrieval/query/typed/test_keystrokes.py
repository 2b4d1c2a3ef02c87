import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.typed.keystrokes import read_keystrokes
from tests.support.keyboards import TELEX, VNI, Keyboard, typed

SENTENCES = (
    "ai chủ trì hội nghị tổng kết năm học",
    "giá lúa hè thu ở đồng bằng tăng bao nhiêu",
    "đội tuyển nữ thắng trận chung kết ngày nào",
    "trường nào được thưởng vì thành tích học tập",
    "bão số ba gây thiệt hại những gì cho ngư dân",
    "vì sao người nuôi tôm chuyển sang trồng lúa",
    "thuở nhỏ ông sống ở đâu và học nghề gì",
    "quyết định khen thưởng được ký khi nào",
    "Bộ trưởng nói gì về giờ giấc của công chức",
    "nước mía có bao nhiêu đường",
)
ENGLISH = (
    "who was the first doctor to travel to the west of Hanoi",
    "how many books has the door of the car",
    "which team was in the last cup for women",
    "is the size of the forest larger as of now",
    "what does the news say of a tax for cars",
    "how do I reset my router password",
    "the visa was for us or for her boss",
    "show me news of floods near Da Nang",
)


def no_word(_: str) -> bool:
    return False


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("keyboard", [TELEX, VNI], ids=["telex", "vni"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_keystrokes_become_the_letters_that_they_stand_for(sentence: str, keyboard: Keyboard, late: bool) -> None:
    assert read_keystrokes(typed(sentence, keyboard, late=late), no_word) == sentence


@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=6, max_size=12), st.sampled_from([TELEX, VNI]))
def test_any_words_typed_in_keys_are_read_back(words: list[str], keyboard: Keyboard) -> None:
    sentence = " ".join(["chủ", "trì", "hội", "nghị", *words])
    assert read_keystrokes(typed(sentence, keyboard, late=True), no_word) == sentence


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_is_left_alone(sentence: str) -> None:
    assert read_keystrokes(sentence, no_word) == sentence


@pytest.mark.parametrize(
    "question",
    [
        *SENTENCES,
        "ai chu tri hoi nghi tong ket nam hoc",
        "covid19 lay qua duong nao",
        "g20 hop o dau",
        "hoi nghi thuong dinh g7 nam 2023",
        "may bay a320 cho bao nhieu khach",
        "doi tuyen u23 thang may tran",
        "khi o2 va co2 khac nhau the nao",
        "UBND xa co bao nhieu can bo",
        "Mary và Thor gặp nhau ở đâu",
        "example.com la trang gi",
        "",
        "?!",
    ],
)
def test_what_is_no_keystrokes_is_left_alone(question: str) -> None:
    assert read_keystrokes(question, no_word) == question


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("hội nghij diễn ra ở đâu", "hội nghị diễn ra ở đâu"),
        ("gia vangf hom nay", "gia vàng hom nay"),
        ("giá hoc5 phí", "giá học phí"),
        ("DDOOJI TUYEENR VIEEJT NAM", "ĐỘI TUYỂN VIỆT NAM"),
        ("Truwowngf nao ddatj giair", "Trường nao đạt giải"),
        ("ai nhwng khoong ai noi", "ai nhưng không ai noi"),
        ("dduowcj tiengse hoio khong", "được tiếng hôi khong"),
    ],
)
def test_single_words_and_free_orders_are_read(question: str, read: str) -> None:
    assert read_keystrokes(question, no_word) == read


def test_a_word_of_the_articles_is_not_taken_for_keystrokes() -> None:
    assert read_keystrokes("tin ve virus moi", {"virus"}.__contains__) == "tin ve virus moi"
    assert read_keystrokes("ca bass gia bao nhieu", {"bass"}.__contains__) == "ca bass gia bao nhieu"


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_keystrokes(text, no_word), str)
