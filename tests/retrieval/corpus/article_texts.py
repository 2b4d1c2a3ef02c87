"""Texts for property tests: sentences in paragraphs, with the white space and stray signs of copied web pages."""

from hypothesis import strategies as st

SENTENCES = (
    "Sáng 12-3-2021, tỉnh tổ chức hội nghị tổng kết.",
    "TP. Hồ Chí Minh có 1.578 xã, phường; tăng 6,08% so với năm trước.",
    "GS.TS. Nguyễn Văn A. phát biểu tại hội nghị.",
    "Ông nói: “Chúng ta đã thắng.”",
    "Ai chủ trì hội nghị?",
    "(Baothanhhoa.vn) - Theo P.V., giá vàng tăng…",
    "Danh sách gồm: An, Bình, Cường, Dũng, Giang, Hà, Hải, Hùng, Khánh, Lan, Linh, Mai, Minh và Nam.",
    "; .",
    "Không có dấu chấm",
    "1. Mở đầu",
    "Ha\u0300 Nội\u200b họp.",  # not NFC, and an invisible space
    "một" * 40,
)
SEPARATORS = (" ", "  ", "\n", "\n\n", "\n \n", "\t", "\u00a0", " \u2003 ", "")


def article_texts() -> st.SearchStrategy[str]:
    """Return texts of up to twelve sentences."""
    pieces = st.tuples(st.sampled_from(SENTENCES) | st.text(max_size=12), st.sampled_from(SEPARATORS))
    return st.lists(pieces, max_size=12).map(lambda rows: "".join(sentence + gap for sentence, gap in rows))


def without_spaces(text: str) -> str:
    """Return the text without its white space."""
    return "".join(text.split())
