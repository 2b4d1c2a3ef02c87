"""Why there is no answer, from findings of a small index."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from retrieval.answer.reply import Refusal, RefusalReason
from retrieval.answer.replying.refusing import refusal_of
from retrieval.answer.texts import refusal_text
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType
from tests.retrieval.answer.conftest import Find

ARTICLES = {
    "cau.txt": (
        "Thông xe cầu Rào\n\n(Baothanhhoa.vn) - Sáng 12-3-2021, thành phố Hải Phòng thông xe cầu Rào. "
        "Ông Nguyễn Văn An cắt băng thông xe cầu Rào theo Quyết định 45/QĐ-TTg.\n\nPhạm Minh\n"
    ),
    "kenh.txt": "Nạo vét kênh\n\nNgười dân nạo vét kênh dẫn nước vào ruộng trước mùa mưa.\n",
}


@pytest.fixture
def refusal(find_of: Callable[[dict[str, str]], Find]) -> Callable[..., Refusal]:
    """Return what refuses a question on the articles, whatever the confidence."""

    def refuse(question: str, *, is_likely: bool = False) -> Refusal:
        findings = find_of(ARTICLES)(question)
        return refusal_of(findings[0].asked, findings, is_likely=is_likely)

    return refuse


@pytest.mark.parametrize(
    ("question", "reason", "text"),
    [
        (
            "Ai cắt băng thông xe cầu Rào ở Cần Thơ?",
            RefusalReason.NAME_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này có nhắc đến Cần Thơ.",
        ),
        (
            "ai cắt băng thông xe cầu Rào ở cần thơ?",
            RefusalReason.NAME_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này có nhắc đến Cần Thơ.",
        ),
        (
            "Who opened the bridge in Can Tho?",
            RefusalReason.NAME_NOT_FOUND,
            "No article was found that is about this and mentions Can Tho.",
        ),
        (
            "Ai cắt băng thông xe cầu Rào theo Quyết định 99/QĐ-TTg?",
            RefusalReason.NUMBER_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này có nhắc đến 99/QĐ-TTg.",
        ),
        (
            "Ai cắt băng thông xe cầu Rào ngày 5-6-2019?",
            RefusalReason.DATE_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này trong thời gian bạn hỏi (ngày 5/6/2019).",
        ),
        (
            "ai cắt băng thông xe cầu Rào theo quyết định 99/qd-ttg?",
            RefusalReason.NUMBER_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này có nhắc đến 99/QĐ-TTg.",
        ),
        (
            "who opened the bridge in can tho?",
            RefusalReason.NAME_NOT_FOUND,
            "No article was found that is about this and mentions Can Tho.",
        ),
        (
            "Hội nghị thông xe cầu Rào năm 2016 do ai chủ trì?",
            RefusalReason.DATE_NOT_FOUND,
            "Không tìm thấy bài báo nào về việc này trong thời gian bạn hỏi (năm 2016).",
        ),
        (
            "Ai nạo vét kênh dẫn nước vào ruộng?",
            RefusalReason.ANSWER_TYPE_NOT_FOUND,
            "Các bài báo tìm được không cho biết đó là ai.",
        ),
        (
            "Ai cắt băng thông xe cầu Rào?",
            RefusalReason.LOW_CONFIDENCE,
            "Không tìm thấy câu trả lời trong các bài báo hiện có.",
        ),
    ],
)
def test_what_is_lacking_is_the_reason_and_is_named(
    refusal: Callable[..., Refusal], question: str, reason: RefusalReason, text: str
) -> None:
    assert refusal(question) == Refusal(reason, text)


def test_byline_is_lacking_only_of_an_article_that_is_likely_the_one_asked_about(
    refusal: Callable[..., Refusal],
) -> None:
    question = "Ai viết bài về nạo vét kênh dẫn nước?"
    assert refusal(question, is_likely=True).reason is RefusalReason.BYLINE_NOT_FOUND
    assert refusal(question, is_likely=False).reason is RefusalReason.LOW_CONFIDENCE


def test_unlikely_article_with_a_byline_is_not_said_to_name_nobody(refusal: Callable[..., Refusal]) -> None:
    assert refusal("Ai viết bài về cầu Rào?").reason is RefusalReason.LOW_CONFIDENCE


def test_nothing_more_is_the_reason_where_something_new_was_asked_for(
    find_of: Callable[[dict[str, str]], Find],
) -> None:
    findings = find_of(ARTICLES)("Ai cắt băng thông xe cầu Rào ở Cần Thơ?")
    asked = replace(findings[0].asked, exclude=("cau.txt#1",))
    assert refusal_of(asked, findings, is_likely=True).reason is RefusalReason.NOTHING_MORE


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("reason", RefusalReason)
@pytest.mark.parametrize("what", ["", "Huế"])
def test_every_reason_is_a_whole_sentence_with_what_is_lacking_and_without(
    reason: RefusalReason, language: Language, what: str
) -> None:
    text = refusal_text(reason, language, what=what, kind=AnswerType.PLACE)
    assert text.endswith(".")
    assert not {"{", "}", "()", " ."} & {text[i : i + n] for n in (1, 2) for i in range(len(text))}
