"""The article that a question names by its title: "Dự án trong bài “Cầu mới” trị giá bao nhiêu?".

The title says where to look, not what for: looked up with the rest, its words stand in the very article and would
make any question look answered there.
"""

import re
from dataclasses import dataclass

from retrieval.query.language import Language

_TITLE = r"[“\"«](?P<title>[^“”\"«»]{2,200})[”\"»]"
_ARTICLE = {
    Language.VIETNAMESE: re.compile(
        r"(?:(?<!\w)(?:ở|trong|theo|của|tại|từ) )?(?<!\w)(?:các |những )?(?:bài(?: báo| viết)?|bản tin|tin) (?:báo )?"
        + _TITLE,
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"(?:(?<!\w)(?:in|of|from|by|according to) )?(?<!\w)(?:the |that )?(?:article|story|report|piece|news) "
        + _TITLE,
        re.IGNORECASE,
    ),
}
# What then asks for nothing but the article itself.
_ALL_OF_IT = re.compile(
    r"(?:(?:thế |vậy |và )?còn ?)?(?:thì sao|thế nào|ra sao)?"
    r"|(?:nói|viết|kể|đề cập|có|đưa tin)(?: về| đến)?(?: những)?(?: điều| nội dung| chuyện| việc)? gì"
    r"|nội dung(?: là)? gì"
    r"|(?:and )?(?:what|how) about|what (?:does|did|is)(?: say| about| tell| report)*(?: about)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """The title as quoted, and what is asked beside it."""

    title: str
    rest: str


def find_quoted_article(question: str, language: Language) -> QuotedArticle | None:
    """Return the article that a question names by its title, None where it names none or asks for nothing else."""
    found = _ARTICLE[language].search(question)
    if found is None:
        return None
    rest = " ".join(f"{question[: found.start()]} {question[found.end() :]}".split())
    asked = rest.strip(" ?!.,…")
    if _ALL_OF_IT.fullmatch(asked):
        return None
    return QuotedArticle(found["title"].strip(), f"{asked[:1].upper()}{asked[1:]}?")
