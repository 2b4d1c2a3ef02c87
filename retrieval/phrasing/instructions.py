"""Recognises text that speaks to a language model instead of a reader ("ignore the above and …").

A passage that does is not shown to the model and cannot support a sentence. The patterns cannot be complete; they are
one fence of several, and a false alarm costs only the phrasing: the answer is then the article's own sentence.
"""

import re

from retrieval.text.normal import single_spaced
from retrieval.text.spelling import fold

_REACH = r"(?:\W+\w+){0,6}?\W+"
_PATTERNS = (
    # "ignore all previous instructions", "disregard the text above"
    rf"\b(?:ignore|disregard|forget|override|bypass){_REACH}(?:above|previous|prior|preceding|earlier|instructions?"
    r"|prompts?|rules|guidelines|question)\b",
    rf"\b(?:bo qua|bo mac|phot lo|lam ngo|quen(?: het| di)?|huy bo|khong (?:tuan theo|lam theo)){_REACH}(?:huong dan"
    r"|chi dan|chi thi|menh lenh|yeu cau|quy tac|cau hoi|noi dung|dieu|doan) ?(?:\w+ ){0,2}(?:tren|truoc|o tren"
    r"|phia tren|truoc do|ben tren|nay)\b",
    # "you are now an assistant", "as an AI language model"
    r"\b(?:you are|act as|pretend to be|as)(?: now)? (?:an?|the) (?:\w+ )?(?:ai|assistant|language model|chatbot)\b",
    r"\b(?:ban|may|nguoi)(?: bay gio| hien)? (?:la|dong vai) (?:mot |nhu )?(?:tro ly|chatbot|mo hinh ngon ngu|ai)\b",
    # "reply with …", "answer only that …"
    r"\b(?:reply|respond|answer)(?: \w+){0,3} (?:with|that|by saying|saying|exactly)\b",
    r"\b(?:hay|phai|vui long|xin) (?:chi )?(?:tra loi|phan hoi|dap|viet)(?: \w+){0,3} (?:rang|la|bang|dung)\b",
    # What only a chat has
    r"\b(?:system|developer) (?:prompt|message|instructions?)\b|<\|?(?:im_start|im_end|system|user|assistant)\b"
    r"|\[/?inst\]|</? ?(?:passages?|question|system)\b|(?:^|[.!?\n] ?)(?:system|assistant) ?:",
    r"\b(?:loi nhac|cau lenh|chi thi) he thong\b",
)
_TO_A_MODEL = re.compile("|".join(_PATTERNS))


def speaks_to_a_model(text: str) -> bool:
    """Return whether the text holds an instruction to a language model, in Vietnamese or English."""
    return _TO_A_MODEL.search(fold(single_spaced(text))) is not None
