"""The words of the command line in the two languages; the reply's own sentences are the engine's."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.courtesies import Courtesy
from retrieval.query.language import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """What surrounds a reply in one language; a farewell ends the prompt and has FAREWELL in both."""

    nearest: str
    untitled: str
    unknown_source: str
    unknown_date: str
    confidence: str
    understood: str
    copies: str
    alternative: str
    courtesies: Mapping[Courtesy, str]


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
        courtesies={
            Courtesy.GREETING: "Chào bạn! Bạn cứ gõ câu hỏi về các bài báo, có dấu hay không dấu đều được.",
            Courtesy.THANKS: "Không có gì! Bạn muốn hỏi thêm điều gì thì cứ gõ câu hỏi nhé.",
            Courtesy.ACKNOWLEDGEMENT: "Vâng. Bạn muốn hỏi thêm điều gì về các bài báo thì cứ gõ câu hỏi nhé.",
        },
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
        courtesies={
            Courtesy.GREETING: "Hello! Just type a question about the articles.",
            Courtesy.THANKS: "You are welcome! If you would like to know more, just type a question.",
            Courtesy.ACKNOWLEDGEMENT: "All right. For anything else about the articles, just type a question.",
        },
    ),
}

GREETING = (
    "Mời bạn đặt câu hỏi về các bài báo, bằng tiếng Việt hoặc tiếng Anh. Gõ “thoát” hoặc nhấn Ctrl-D để kết thúc.\n"
    "Ask about the articles, in Vietnamese or English. “exit” or Ctrl-D ends."
)
PROMPT = "Câu hỏi / Question: "
FAREWELL = "Tạm biệt! / Goodbye!"
LEAVING_WORDS = frozenset({"exit", "quit", "q", "thoát", "thoát ra", "kết thúc"})
"""What ends the prompt where it is all that is typed; marks may be left out."""
