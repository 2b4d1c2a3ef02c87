"""Who speaks, where a passage begins after the speaker was named."""

from collections.abc import Callable

import pytest

from retrieval.engine import Engine
from tests.retrieval.answer.conftest import Ask

FILLER = (
    "Hội trường đông kín người nghe, nhiều câu hỏi được nêu lên và được trả lời ngay tại chỗ trong buổi chiều. " * 10
)


def story(said: str) -> str:
    return (
        "Hội thảo về lúa chịu mặn\n\nDự hội thảo có bà Lê Thị Hoài, Giám đốc Sở Nông nghiệp, và ông Trần Văn Tư, Hiệu "
        f"trưởng trường nghề. {FILLER}\n\n{said} {FILLER}\n"
    )


ARTICLES = {
    "chuc-vu.txt": story("Giám đốc Sở Nông nghiệp nhấn mạnh, giống lúa chịu mặn phải được trồng thử hai vụ."),
    "dai-tu.txt": (
        f"Hội chợ sách\n\n{FILLER}\n\nÔng Phan Văn Bình mở đầu hội chợ sách cũ. "
        f"Ông cho rằng sách cũ quý hơn vàng. {FILLER}\n"
    ),
    "khong-ai.txt": f"Giá tôm\n\n{FILLER}\n\nChủ tịch hiệp hội lo ngại giá tôm hùm sẽ giảm sâu. {FILLER}\n",
}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ai nhấn mạnh giống lúa chịu mặn phải được trồng thử hai vụ?", "Lê Thị Hoài"),
        ("Ai cho rằng sách cũ quý hơn vàng?", "Phan Văn Bình"),
    ],
)
def test_speaker_is_named_from_before_and_the_excerpt_shows_it(
    ask_of: Callable[[dict[str, str]], Ask], engine_of: Callable[[dict[str, str]], Engine], question: str, answer: str
) -> None:
    reply = ask_of(ARTICLES)(question)
    first = reply.citations[0]
    assert reply.answer is not None
    assert reply.answer.text == answer
    assert answer in "".join(first.excerpt[start:end] for start, end in first.highlights)
    shown = engine_of(ARTICLES).show(first.article_id)
    assert shown is not None
    assert first.excerpt == shown.article.text[first.start : first.end]


def test_speaker_whom_the_article_never_names_is_not_made_up(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    reply = ask_of(ARTICLES)("Ai lo ngại giá tôm hùm sẽ giảm sâu?")
    assert reply.answer is None or reply.answer.text == "Chủ tịch hiệp hội lo ngại giá tôm hùm sẽ giảm sâu."


def test_pronoun_of_the_other_sex_means_somebody_else(ask_of: Callable[[dict[str, str]], Ask]) -> None:
    text = "Hội chợ sách\n\nBà Phan Thị Bình mở đầu hội chợ sách cũ. Ông cho rằng sách cũ quý hơn vàng.\n"
    reply = ask_of({"a.txt": text})("Ai cho rằng sách cũ quý hơn vàng?")
    assert reply.answer is None or reply.answer.text != "Phan Thị Bình"
