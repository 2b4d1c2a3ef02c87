"""The words of the command line in the two languages; the reply's own sentences are the engine's."""

from dataclasses import dataclass

from retrieval.query.language import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """What surrounds a reply in one language."""

    nearest: str
    untitled: str
    unknown_source: str
    unknown_date: str
    confidence: str
    understood: str
    copies: str
    alternative: str


TEXTS = {
    Language.VIETNAMESE: Texts(
        nearest="Những đoạn gần với câu hỏi nhất:",
        untitled="(không có tiêu đề)",
        unknown_source="không rõ nguồn",
        unknown_date="không rõ ngày đăng",
        confidence="Độ tin cậy: {percent}%",
        understood="Câu hỏi được hiểu là: {question}",
        copies="và {n} đoạn gần như giống hệt",
        alternative="Hay bạn muốn hỏi về {text}?",
    ),
    Language.ENGLISH: Texts(
        nearest="The passages nearest to the question:",
        untitled="(no title)",
        unknown_source="source unknown",
        unknown_date="date unknown",
        confidence="Confidence: {percent}%",
        understood="Understood as: {question}",
        copies="and {n} nearly identical",
        alternative="Or did you mean {text}?",
    ),
}

GREETING = (
    "Mời bạn đặt câu hỏi về các bài báo, bằng tiếng Việt hoặc tiếng Anh. Nhấn Ctrl-D để kết thúc.\n"
    "Ask about the articles, in Vietnamese or English. Ctrl-D ends."
)
PROMPT = "Câu hỏi / Question: "
FAREWELL = "Tạm biệt! / Goodbye!"
