"""The sentences that surround an answer, in the question's language; the answer itself is the article's."""

from retrieval.answer.reply import RefusalReason
from retrieval.query.language import Language

_REFUSALS = {
    Language.VIETNAMESE: {
        RefusalReason.EMPTY_QUESTION: "Bạn chưa nhập câu hỏi. Xin hãy gõ câu hỏi bằng tiếng Việt hoặc tiếng Anh.",
        RefusalReason.EMPTY_INDEX: "Chưa có bài báo nào được lập chỉ mục, nên chưa thể trả lời.",
        RefusalReason.NOTHING_FOUND: "Không tìm thấy đoạn nào trong các bài báo liên quan đến câu hỏi này.",
        RefusalReason.LOW_CONFIDENCE: "Các bài báo hiện có không trả lời câu hỏi này.",
        RefusalReason.NOTHING_MORE: "Ngoài những gì đã nêu, các bài báo không cho biết thêm.",
    },
    Language.ENGLISH: {
        RefusalReason.EMPTY_QUESTION: "There is no question yet. Please type one in Vietnamese or English.",
        RefusalReason.EMPTY_INDEX: "No articles have been indexed yet, so there is nothing to answer from.",
        RefusalReason.NOTHING_FOUND: "Nothing in the articles has to do with this question.",
        RefusalReason.LOW_CONFIDENCE: "The articles do not answer this question.",
        RefusalReason.NOTHING_MORE: "Beyond what was shown, the articles say no more about this.",
    },
}


def refusal_text(reason: RefusalReason, language: Language) -> str:
    """Return the sentence that says why there is no answer."""
    texts = _REFUSALS[language]
    return texts.get(reason, texts[RefusalReason.LOW_CONFIDENCE])
