"""Names in small letters that nothing knows: places, institutions and people that no article writes.

"thi xa thai hoa" names a town of which there may be no article at all; then neither capitals nor the articles tell that
it is a name. What tells is its place, behind a word that a name follows, two syllables that names are made of, and that
no article has the two next to each other. Taken for a name it must be in an article, so the question is refused.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from retrieval.query.names.asked_name import AskedName, NameKind
from retrieval.query.names.context import AREAS, LOOK_BACK_CHARS, VENUES, is_title_before
from retrieval.query.names.people import BARE_COMMON_SURNAMES
from retrieval.text.spelling import fold
from retrieval.text.syllables import is_bare_syllable
from retrieval.text.tokens import Token, canonical, tokenise
from retrieval.text.wordlists import word_set

IsKnown = Callable[[str, str], bool]
"""Whether two words in bare letters stand next to each other in some article, or are a common word."""

_NAMED_HEADS = (
    *(area for area in AREAS if area not in {"nước", "đảo", "quần đảo"}),
    *VENUES,
    *("đồn biên phòng", "trường tiểu học", "trường mầm non", "trường thcs", "trường thpt", "trường trung học cơ sở"),
    *("trường trung học phổ thông", "đại học", "cao đẳng", "học viện", "ngân hàng", "tập đoàn", "công ty"),
    *("bệnh viện", "bệnh viện đa khoa", "sân bay", "khu công nghiệp", "khu kinh tế", "cửa khẩu", "nhà máy thủy điện"),
    *("hội nông dân", "liên đoàn lao động", "hội phụ nữ", "vườn quốc gia"),
)
# Behind "hợp tác xã" stands as often what it grows: "hợp tác xã cam hữu cơ".
_HEAD_BEFORE = re.compile(
    rf"(?<!\w)(?<!hợp tác )(?:{'|'.join(sorted(map(re.escape, _NAMED_HEADS), key=len, reverse=True))}) $"
)
# Syllables, without their marks, that names of places and institutions are made of.
_NAME_SYLLABLES = word_set(
    """
    an anh ba bac bach bai ban bang bao bat bau be ben bich bien binh bo bong bu bui buon cam can canh cao cat
    cau chan chau che chi chieng chieu chinh chu chua chuc chung chuong co coc con cong cu cua cuc cung cuong
    cuu da dac dai dak dam dan dang danh dao dat dau dien diep dieu dinh do doai doan doi don dong du duc dung
    duong duy duyen gia giai giang giao giap giong go ha hac hai ham han hang hanh hao hau hien hiep hieu ho
    hoa hoai hoan hoang hoi hon hong hop hue hung huong huu huy huyen huynh hy ia ka ke kha khai khang khanh
    khau khe khiem khoai khoat khoi khue khuong kien kiet kieu kim kinh ky la lac lai lam lan lang lanh lao
    lap lat le lien lieu linh lo loan loc loi long lu lua luan luc luong luu ly ma mac mai man mang manh mau
    me mien mieu minh mo moc mon mong mu muong my na nai nam nang nao nga ngai ngan nghe nghi nghia nghiem ngo
    ngoc nguyen nguyet nha nhan nhat nhi nho nhon nhu ninh noi nong nui o oai on pa pha pham phan phat pho
    phong phu phuc phung phuoc phuong pu pung quach quan quang que quoc quy quyen quynh ra rach rai rang ria
    sa sai sam san sang sao sen si sin sinh so soc son song su sung suoi suu ta tam tan tao tau tay thach thai
    tham than thang thanh thao thap that the thi thien thieu thinh tho thoi thong thu thua thuan thuc thuong
    thuy tich tien tieu tin tinh to toan ton tong tra trach tram tran trang tre tri trieu trinh tru truc trung
    truong tu tuan tuc tung tuong tuy tuyen tuyet ung uong van vang vi vien viet vinh vo vong vu vung vuong xa
    xin xuan xuyen y yen
    """
)
# What stands behind such a head and begins or ends no name: with marks as they were given back.
_NO_NAMES = word_set(
    """
    ai bị các có còn cùng cũng của cho chưa do dự đã đang đạt đầu để đều đến đi đó được gì giữ giữa hay hiện hoặc
    hội hơn khi không là làm lại lên lúc mà mấy mở mới một nào này năm nay ngày nhập nhiều những nhất nói nội nên phải
    qua ra rằng sau sẽ số tại tên thì theo thu thuộc tháng trên trong trước từ tới ủy và vào vẫn vậy về vì với xong bốn
    sáu bảy tám chín mười ký bán mua xây trồng nuôi lỗ lãi chi cấp giao chọn bầu đón thi ở
    """
)
# These are so common that wherever they stand in bare letters they are no name.
_BARE_NO_NAMES = word_set(
    "nao co duoc bi cua trong may gi nhieu nhung tai theo voi cho den tu ten khong hoac hay se dang cac"
)
_AREA_WORDS = frozenset(AREAS)
_HOW_MANY = ("bao", "nhiêu")


def unwritten_names(text: str, is_known: IsKnown) -> Iterator[AskedName]:
    """Yield the names in small letters of a Vietnamese question that no article writes; all firm.

    Who types one name with capitals types all so.

    Args:
        text: The question with its marks, as far as they are known.
        is_known: Whether two bare words stand next to each other in an article, or are a common word.
    """
    small = canonical(text)
    tokens = tokenise(text)
    if any(text[token.start].isupper() and not text[token.start : token.end].isupper() for token in tokens[1:]):
        return
    for place, (left, right) in enumerate(pairwise(tokens)):
        before = small[max(0, left.start - LOOK_BACK_CHARS) : left.start]
        following = tokens[place + 2] if place + 2 < len(tokens) else None
        if not _may_name(text, left, right) or is_known(fold(left.text), fold(right.text)):
            continue
        if _HEAD_BEFORE.search(before):
            if following is None or (right.text, following.text) != _HOW_MANY:
                yield _name(NameKind.PLACE, text, left, right)
        elif following and is_title_before(before) and _may_be_person(text, left, right, following):
            yield _name(NameKind.PERSON, text, left, following)


def _may_name(text: str, left: Token, right: Token) -> bool:
    """Return whether two neighbours in small letters are what names are made of."""
    words = slice(left.start, right.end)
    if text[left.end : right.start] != " " or text[words] != text[words].lower():
        return False
    return _is_name_syllable(left) and _is_name_syllable(right)


def _may_be_person(text: str, surname: Token, middle: Token, given: Token) -> bool:
    is_next = text[middle.end : given.start] == " "
    return fold(surname.text) in BARE_COMMON_SURNAMES and is_next and _is_name_syllable(given)


def _is_name_syllable(token: Token) -> bool:
    bare = fold(token.text)
    return (
        bare in _NAME_SYLLABLES
        and is_bare_syllable(bare)
        and token.text not in _NO_NAMES
        and bare not in _BARE_NO_NAMES
        and token.text not in _AREA_WORDS
    )


def _name(kind: NameKind, text: str, first: Token, last: Token) -> AskedName:
    words = text[first.start : last.end]
    written = " ".join(map(str.capitalize, words.split(" ")))
    return AskedName(kind, words, first.start, last.end, (written,), is_firm=True, any_marks=True)
