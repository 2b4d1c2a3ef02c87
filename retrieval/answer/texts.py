"""The sentences that surround an answer, in the question's language; the answer itself is the article's."""

import datetime as dt

from retrieval.answer.reply import RefusalReason
from retrieval.query.language import Language
from retrieval.query.request.answer_type import AnswerType
from retrieval.text.dates.forms import MONTH_NAMES

# ``{what}`` is the name, the number or the period that no article has, or an author or a day that only metadata has.
_REFUSALS = {
    Language.VIETNAMESE: {
        RefusalReason.EMPTY_QUESTION: "Bạn chưa nhập câu hỏi. Mời bạn hỏi bằng tiếng Việt hoặc tiếng Anh.",
        RefusalReason.EMPTY_INDEX: "Hiện kho chưa có bài báo nào nên chưa thể trả lời.",
        RefusalReason.NOTHING_FOUND: "Không tìm thấy nội dung nào liên quan đến câu hỏi này trong các bài báo.",
        RefusalReason.NAME_NOT_FOUND: "Không tìm thấy bài báo nào về việc này có nhắc đến {what}.",
        RefusalReason.NUMBER_NOT_FOUND: "Không tìm thấy bài báo nào về việc này có nhắc đến {what}.",
        RefusalReason.DATE_NOT_FOUND: "Không tìm thấy bài báo nào về việc này trong thời gian bạn hỏi ({what}).",
        RefusalReason.BYLINE_NOT_FOUND: (
            "Nội dung bài báo không ghi tên tác giả; theo thông tin kèm theo bài, tác giả là {what}."
        ),
        RefusalReason.PUBLICATION_NOT_FOUND: (
            "Nội dung bài báo không ghi ngày đăng; theo thông tin kèm theo, bài được đăng ngày {what}."
        ),
        RefusalReason.LOW_CONFIDENCE: "Không tìm thấy câu trả lời trong các bài báo hiện có.",
        RefusalReason.NOTHING_MORE: "Ngoài những điều đã nêu, các bài báo không cho biết gì thêm.",
    },
    Language.ENGLISH: {
        RefusalReason.EMPTY_QUESTION: "There is no question yet. Please type one in Vietnamese or English.",
        RefusalReason.EMPTY_INDEX: "No articles have been indexed yet, so there is nothing to answer from.",
        RefusalReason.NOTHING_FOUND: "Nothing in the articles has to do with this question.",
        RefusalReason.NAME_NOT_FOUND: "No article was found that is about this and mentions {what}.",
        RefusalReason.NUMBER_NOT_FOUND: "No article was found that is about this and mentions {what}.",
        RefusalReason.DATE_NOT_FOUND: "No article on this was found for the time you asked about ({what}).",
        RefusalReason.BYLINE_NOT_FOUND: (
            "The text of the article does not name its author; according to the data that came with it, that is {what}."
        ),
        RefusalReason.PUBLICATION_NOT_FOUND: (
            "The text of the article does not say when it was published; according to the data that came with it, "
            "that was on {what}."
        ),
        RefusalReason.LOW_CONFIDENCE: "The articles do not answer this question.",
        RefusalReason.NOTHING_MORE: "Beyond what was shown, the articles say no more about this.",
    },
}
# The same where the name, the number, the period or the author is not known.
_UNNAMED_REFUSALS = {
    Language.VIETNAMESE: {
        RefusalReason.NAME_NOT_FOUND: "Không tìm thấy bài báo nào về việc này có nhắc đến tên bạn hỏi.",
        RefusalReason.NUMBER_NOT_FOUND: "Không tìm thấy bài báo nào về việc này có nhắc đến con số bạn hỏi.",
        RefusalReason.DATE_NOT_FOUND: "Không tìm thấy bài báo nào về việc này trong thời gian bạn hỏi.",
        RefusalReason.BYLINE_NOT_FOUND: "Không tìm thấy tên tác giả trong bài báo.",
        RefusalReason.PUBLICATION_NOT_FOUND: "Không tìm thấy ngày đăng của bài báo.",
    },
    Language.ENGLISH: {
        RefusalReason.NAME_NOT_FOUND: "No article was found that is about this and has the name you asked about.",
        RefusalReason.NUMBER_NOT_FOUND: "No article was found that is about this and has the number you asked about.",
        RefusalReason.DATE_NOT_FOUND: "No article on this was found for the time you asked about.",
        RefusalReason.BYLINE_NOT_FOUND: "The article does not name its author.",
        RefusalReason.PUBLICATION_NOT_FOUND: "The article does not say when it was published.",
    },
}
# What the articles on the subject do not tell, by the kind of answer.
_UNTOLD = {
    Language.VIETNAMESE: (
        "Các bài báo tìm được không {kind}.",
        {
            AnswerType.PERSON: "cho biết đó là ai",
            AnswerType.PERSONS: "cho biết đó là những ai",
            AnswerType.DATE: "nêu thời điểm bạn hỏi",
            AnswerType.PLACE: "nêu địa điểm bạn hỏi",
            AnswerType.NUMBER: "nêu con số bạn hỏi",
            AnswerType.ORGANISATION: "nêu cơ quan, tổ chức bạn hỏi",
            AnswerType.DOCUMENT: "nêu văn bản bạn hỏi",
        },
    ),
    Language.ENGLISH: (
        "The articles that were found do not say {kind}.",
        {
            AnswerType.PERSON: "who",
            AnswerType.PERSONS: "who",
            AnswerType.DATE: "when",
            AnswerType.PLACE: "where",
            AnswerType.NUMBER: "how many or how much",
            AnswerType.ORGANISATION: "which organisation",
            AnswerType.DOCUMENT: "which document",
        },
    ),
}
_UNTITLED = {Language.VIETNAMESE: "một bài báo khác", Language.ENGLISH: "another article"}


def refusal_text(
    reason: RefusalReason, language: Language, *, what: str = "", kind: AnswerType = AnswerType.FREE
) -> str:
    """Return the sentence that says why there is no answer.

    ``what`` is the name, number, period or author that is lacking; where it is not known, the sentence does without.
    """
    if reason is RefusalReason.ANSWER_TYPE_NOT_FOUND:
        sentence, kinds = _UNTOLD[language]
        if kind in kinds:
            return sentence.format(kind=kinds[kind])
    texts = _REFUSALS[language]
    if not what and reason in _UNNAMED_REFUSALS[language]:
        return _UNNAMED_REFUSALS[language][reason]
    return texts.get(reason, texts[RefusalReason.LOW_CONFIDENCE]).format(what=what)


def alternative_text(title: str | None, iso_day: str | None, language: Language) -> str:
    """Return what another article that may have been meant is about, with its day: a phrase, to stand after a colon."""
    day = f" ({format_date(iso_day, language)})" if iso_day else ""
    return (f"“{title}”" if title else _UNTITLED[language]) + day


def format_date(iso_date: str, language: Language) -> str:
    """Return a day as readers of the language write it: 12/03/2021, or 12 March 2021."""
    day = dt.date.fromisoformat(iso_date)
    if language is Language.VIETNAMESE:
        return f"{day.day:02d}/{day.month:02d}/{day.year}"
    return f"{day.day} {MONTH_NAMES[day.month - 1].capitalize()} {day.year}"
