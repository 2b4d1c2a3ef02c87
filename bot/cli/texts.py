"""The words of the command line in the two languages; the reply's own sentences are the engine's."""

import datetime as dt
from dataclasses import dataclass

from retrieval.query.language import Language

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Texts:
    """What surrounds a reply in one language."""

    nearest: str
    untitled: str
    unknown_source: str
    unknown_date: str
    confidence: str


TEXTS = {
    Language.VIETNAMESE: Texts(
        nearest="Những đoạn gần với câu hỏi nhất:",
        untitled="(không có tiêu đề)",
        unknown_source="không rõ nguồn",
        unknown_date="không rõ ngày đăng",
        confidence="Độ tin cậy: {percent}%",
    ),
    Language.ENGLISH: Texts(
        nearest="The passages nearest to the question:",
        untitled="(no title)",
        unknown_source="source unknown",
        unknown_date="date unknown",
        confidence="Confidence: {percent}%",
    ),
}

GREETING = (
    "Mời bạn đặt câu hỏi về các bài báo, bằng tiếng Việt hoặc tiếng Anh. Nhấn Ctrl-D để kết thúc.\n"
    "Ask about the articles, in Vietnamese or English. Ctrl-D ends."
)
PROMPT = "Câu hỏi / Question: "
FAREWELL = "Tạm biệt! / Goodbye!"


def format_date(iso_date: str, language: Language) -> str:
    """Return a day as readers of the language write it: 12/03/2021, or 12 March 2021."""
    day = dt.date.fromisoformat(iso_date)
    if language is Language.VIETNAMESE:
        return f"{day.day:02d}/{day.month:02d}/{day.year}"
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
