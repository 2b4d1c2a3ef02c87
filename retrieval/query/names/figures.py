"""Signs of documents, figures and quoted words of a question: what stands in an article to the letter, or not at all.

Dates are left to :mod:`retrieval.text.dates`; a figure inside one is no figure.
"""

import re
from collections.abc import Iterator

from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.text.dates import find_dates
from retrieval.text.numerals import CARDINALS

# 37-NQ/TW, 50- QĐ/TW, 100/2019/NĐ-CP, 22/2021/TT-BGDĐT, 45/2019/QH14, 2345/QĐ-UBND
_SIGN = re.compile(
    r"(?<![\w/.])\d{1,5}(?: ?/ ?\d{4})? ?[-–/] ?(?:[^\W\d_]{2,8})(?: ?[-–/] ?[^\W_]{2,10}){0,3}(?![\w/])", re.IGNORECASE
)
DOCUMENT_WORDS = (
    "nghị quyết|kết luận|chỉ thị|quy định|quyết định|nghị định|thông tư|thông báo|kế hoạch"
    "|hướng dẫn|công văn|đề án|luật"
)
ENGLISH_DOCUMENTS = {
    "resolution": "nghị quyết",
    "conclusion": "kết luận",
    "directive": "chỉ thị",
    "regulation": "quy định",
    "decision": "quyết định",
    "decree": "nghị định",
    "circular": "thông tư",
    "plan": "kế hoạch",
    "notice": "thông báo",
    "project": "đề án",
}
_NUMBERED = re.compile(rf"\b(?P<word>{DOCUMENT_WORDS})(?: số)? (?P<number>\d{{1,4}})(?![\d.,]*\d|\w)", re.IGNORECASE)
_ENGLISH_NUMBERED = re.compile(
    rf"\b(?P<word>{'|'.join(ENGLISH_DOCUMENTS)})(?: (?:no\.?|number))? (?P<number>\d{{1,4}})(?![\d.,]*\d|\w)",
    re.IGNORECASE,
)
_SIGN_LETTERS = re.compile(
    "nq|qđ|qd|ct|kl|nđ|nd|tt|tb|kh|hd|cv|qh|tw|tu|ub|cp|bgd|bt|đa|đk|qc|lh|sl|sc|nq", re.IGNORECASE
)
# Letters of signs whose Đ is often typed D; "HD" alone is "hướng dẫn".
_SIGN_SPELLINGS = {
    "QD": "QĐ", "ND": "NĐ", "CD": "CĐ", "DA": "ĐA", "HDND": "HĐND", "BGDDT": "BGDĐT", "BLDTBXH": "BLĐTBXH",
    "TTG": "TTg",
}  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r" ?([-–/]) ?")
_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<number>\d+(?:[.,]\d+)*(?:/\d+(?:[.,]\d+)*)?)(?P<percent> ?%| phần trăm| per ?cent)?"
    r"(?![\w/]|[.,-]\d)"
)
_COUNTED = re.compile(r" (?P<noun>[^\W\d_]+)")
_NOT_COUNTED = frozenset(
    {
        *("ở", "tại", "là", "và", "của", "có", "được", "bị", "đã", "sẽ", "trong", "theo", "do", "từ", "đến", "khi"),
        *("thì", "mà", "với", "cho", "trên", "dưới", "gồm", "năm", "tháng", "ngày", "giờ", "phút", "tuần", "lần"),
    }
)
_QUOTED = re.compile(r"[“\"‘«]([^“”\"‘’«»]{2,80})[”\"’»]")
_WORDS = dict(enumerate(CARDINALS, 1))
_FIRM_DIGITS = 4
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LOOK_BACK_CHARS = 12
_YEARS = range(1000, 2101)
_MAX_FIRM_QUOTED_WORDS = 5
# "2 lần", "thứ 3", "lớp 5", "quận 1": figures that count or rank nothing of their own.
_RANK_BEFORE = re.compile(r"(?:thứ|lần|khóa|lớp|quận|kỳ|số|phường|tổ|khoảng|tuổi|top|world cup|euro|u) ?$")


def find_documents(text: str, language: Language) -> Iterator[AskedName]:
    """Yield the documents that are named by their sign or number, in order; all firm."""
    ends = 0
    for match in _SIGN.finditer(text):
        if not _SIGN_LETTERS.search(match.group()):
            continue
        ends = match.end()
        yield _document(match.group(), match.start(), match.end(), (match.group(),))
    numbered = _ENGLISH_NUMBERED if language is Language.ENGLISH else _NUMBERED
    for match in numbered.finditer(text):
        if match.end() <= ends or _SIGN.match(text, match.start("number")):
            continue
        word = match["word"].lower()
        word = ENGLISH_DOCUMENTS.get(word, word)
        variants = (f"{word} số {match['number']}", f"{word} {match['number']}")
        yield _document(match.group(), match.start(), match.end(), variants)


def written_sign(text: str) -> str:
    """Return a document's sign as documents write it: 131-QĐ/TW for "131-qd/tw"; of other text, the text."""
    match = _SIGN.search(text)
    if match is None:
        return text
    sign = _LETTERS.sub(lambda found: _SIGN_SPELLINGS.get(found.group().upper(), found.group().upper()), match.group())
    sign = _SPACED.sub(r"\1", sign)
    return f"{text[: match.start()]}{sign}{text[match.end() :]}"


def find_quoted(text: str, language: Language) -> Iterator[AskedName]:
    """Yield what stands in quotation marks; firm in Vietnamese where it is short."""
    for match in _QUOTED.finditer(text):
        inner = match.group(1).strip()
        if any(char.isalnum() for char in inner):
            is_short = len(inner.split()) <= _MAX_FIRM_QUOTED_WORDS
            variants = (inner, *_spelled_out(inner))
            # "5 không" is a term; words in quotation marks may also be the asker's own.
            is_firm = is_short and language is Language.VIETNAMESE and len(variants) > 1
            yield AskedName(NameKind.QUOTED, inner, match.start(1), match.start(1) + len(inner), variants, is_firm)


def find_figures(text: str, language: Language) -> Iterator[AskedName]:
    """Yield the figures that are no dates: with their percent sign, or with the noun that they count."""
    dates = [(span.text_start, span.text_end) for span in find_dates(text, bare=True)]
    for match in _FIGURE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in dates):
            continue
        number = _vietnamese_number(match["number"], language)
        if match["percent"]:
            variants: tuple[str, ...] = (f"{number}%", f"{number} %", f"{number} phần trăm")
            yield AskedName(NameKind.FIGURE, match.group(), match.start(), match.end(), variants, is_firm=True)
            continue
        if _RANK_BEFORE.search(_small_before(text, match.start())):
            continue
        noun = _COUNTED.match(text, match.end())
        end = noun.end() if noun else match.end()
        digits = sum(char.isdigit() for char in number)
        is_year = number.isdecimal() and int(number[:5]) in _YEARS
        is_firm = digits >= _FIRM_DIGITS and not is_year
        if is_firm:
            variants = (number, *_grouped(number))
            yield AskedName(NameKind.FIGURE, match.group(), match.start(), match.end(), variants, is_firm)
        elif noun and language is Language.VIETNAMESE and noun["noun"].lower() not in _NOT_COUNTED:
            counted = f"{number} {noun['noun']}"
            variants = (counted, *_spelled_out(counted))
            yield AskedName(NameKind.FIGURE, text[match.start() : end], match.start(), end, variants, is_firm)


def _small_before(text: str, place: int) -> str:
    """Return the few characters before a place in small letters."""
    return text[max(0, place - _LOOK_BACK_CHARS) : place].lower()


def _document(text: str, start: int, end: int, variants: tuple[str, ...]) -> AskedName:
    return AskedName(NameKind.DOCUMENT, text, start, end, variants, is_firm=True)


def _vietnamese_number(number: str, language: Language) -> str:
    """Return a figure as Vietnamese writes it: 6.08 is 6,08 and 1,234 is 1.234 where the question is in English."""
    return number.translate(str.maketrans(".,", ",.")) if language is Language.ENGLISH else number


def _grouped(number: str) -> tuple[str, ...]:
    """Return a whole number written the other way: 40000 as 40.000 and 40 000, and 40.000 as 40000."""
    if number.isdecimal():
        grouped = f"{int(number):,}"
        return tuple(dict.fromkeys(grouped.replace(",", mark) for mark in (".", " ", ",")))
    return (number.replace(".", ""),) if _THOUSANDS.fullmatch(number) else ()


def _spelled_out(words: str) -> tuple[str, ...]:
    """Return words that begin with a small figure with that figure in letters: "5 không" as "năm không"."""
    first, _, rest = words.partition(" ")
    if rest and first.isdecimal() and int(first[:3]) in _WORDS:
        return (f"{_WORDS[int(first[:3])]} {rest}",)
    return ()
