"""Offices and bodies as Vietnamese news names them: "Bí thư" of a "Tỉnh ủy", "Ban Tổ chức Trung ương", "UBND tỉnh".

A role is a rank with the body it belongs to; the place behind it is a name of its own. Small letters and capitals vary
from paper to paper, so both are found, and later looked for, without regard to them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from retrieval.query.names.asked_name import NameKind
from retrieval.text.syllables import parse_toneless
from retrieval.text.wordlists import word_set

_LEVEL = r"(?: (?:trung ương|quốc gia|nhà nước|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)\b)?"
_COMMITTEE = r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ|chi bộ|xã ủy|đoàn ủy)"
_BLOCK = r"(?: khối(?: các cơ quan(?: trung ương| và doanh nghiệp)?| doanh nghiệp(?: trung ương)?)?| cơ quan)?"
_COUNCIL = r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|ubmttq|mttq|mặt trận tổ quốc|ủy ban mặt trận tổ quốc)"
_DESK = (
    r"(?:ban (?:tổ chức|tuyên giáo(?: và dân vận)?|dân vận|nội chính|kinh tế|đối ngoại|chính sách, chiến lược"
    r"|giám khảo|giám đốc|chấp hành|thường vụ|bí thư|cán sự đảng|kiểm tra|chỉ đạo|quản lý|văn hóa|pháp chế|công tác)"
    r"|ủy ban (?:kiểm tra|thường vụ|pháp luật|tư pháp|kinh tế|tài chính|dân tộc|an toàn giao thông)|văn phòng)"
)
_OF_DESK = (
    rf"(?: (?:trung ương(?: đảng)?|{_COMMITTEE}|{_COUNCIL}|quốc hội|chính phủ|chủ tịch nước|thường vụ quốc hội)\b)?"
)
_FIELDS = (
    r"(?:giáo dục và đào tạo|gd-?đt|gd ?& ?đt|y tế|công an|quốc phòng|ngoại giao|nội vụ|tư pháp|tài chính|công thương"
    r"|xây dựng|giao thông vận tải|gtvt|nông nghiệp và phát triển nông thôn|nn-?ptnt|nông nghiệp và môi trường"
    r"|nông nghiệp|kế hoạch và đầu tư|kh-?đt|tài nguyên và môi trường|tn-?mt|văn hóa,? thể thao và du lịch|vhttdl"
    r"|văn hóa|du lịch|thông tin và truyền thông|tt-?tt|khoa học và công nghệ|kh-?cn"
    r"|lao động,? ?-? ?thương binh và xã hội"
    r"|lđ-?tb-?xh|dân tộc(?: và tôn giáo)?|dân tộc|chính trị)"
)
_STATE = (
    r"(?:quốc hội|chính phủ|nhà nước|nước|hội đồng bảo an|ngân hàng nhà nước|tòa án nhân dân(?: tối cao)?|viện kiểm sát"
    r"(?: nhân dân(?: tối cao)?)?|kiểm toán nhà nước|thanh tra chính phủ|liên đoàn lao động|hội nông dân"
    r"|hội liên hiệp phụ nữ|hội phụ nữ|hội cựu chiến binh|đoàn thanh niên|trung ương đoàn|đoàn đbqh"
    r"|đoàn đại biểu quốc hội|đbqh|quân ủy trung ương|tổng cục thống kê|bảo hiểm xã hội|công đoàn)"
)
_MINISTRY = rf"(?:bộ|sở|phòng) {_FIELDS}"
BODY = rf"(?:(?:{_DESK}{_OF_DESK}|{_COMMITTEE}{_BLOCK}|{_COUNCIL}|{_MINISTRY}){_LEVEL}|{_STATE})"
RANK = (
    r"(?:tổng bí thư|bí thư|chủ tịch|thủ tướng|tổng thống|bộ trưởng|thứ trưởng|trưởng ban|trưởng đoàn|trưởng phòng"
    r"|tổng giám đốc|giám đốc|chánh văn phòng|chánh án|chánh thanh tra|viện trưởng|cục trưởng|vụ trưởng|hiệu trưởng"
    r"|hiệu phó|huấn luyện viên trưởng|huấn luyện viên|đội trưởng|tổng biên tập|thống đốc|tư lệnh|chính ủy"
    r"|chỉ huy trưởng|tổng cục trưởng|chi cục trưởng|trưởng khoa"
    r"|đại sứ|tổng thư ký|chủ nhiệm|thị trưởng|ủy viên|phát ngôn viên)"
)
_AREA = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)"
_ROLE = re.compile(
    rf"\b(?P<past>(?:quyền |nguyên |cựu )*)(?P<deputy>(?:phó )?)(?:trưởng (?P<desk>{_DESK}{_OF_DESK}{_LEVEL})"
    rf"|chủ tịch {_AREA}\b"
    rf"|(?P<rank>(?:{RANK}|trưởng)(?: thường trực| thứ nhất| danh dự| điều hành)?)\b(?: (?P<body>{BODY})\b)?)"
)
# What an office goes on with where it is that of another body.
_BODY_BEHIND = re.compile(
    rf" (?P<body>{BODY}|trung ương|ban bí thư|công an|công ty|tổng công ty|tập đoàn|ngân hàng|bệnh viện|trường|đại học"
    r"|học viện|viện|trung tâm|nhà máy|hiệp hội|hội|quỹ|clb|câu lạc bộ|cục|chi cục|kho bạc|bảo tàng|báo|đài)\b"
)
_SPELLINGS = (
    *(("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("đbqh", "đại biểu quốc hội")),
    ("mttq", "mặt trận tổ quốc"),
    *(("hội phụ nữ", "hội liên hiệp phụ nữ"), ("hội phụ nữ", "hội lhpn"), ("hội liên hiệp phụ nữ", "hội lhpn")),
    *(("hội cựu chiến binh", "hội ccb"), ("hội nông dân", "hội nd"), ("liên đoàn lao động", "lđlđ")),
    *(("tand", "tòa án nhân dân"), ("vksnd", "viện kiểm sát nhân dân"), ("gd-đt", "giáo dục và đào tạo")),
    *(("gd&đt", "giáo dục và đào tạo"), ("nn-ptnt", "nông nghiệp và phát triển nông thôn"), ("btv", "ban thường vụ")),
    *(("nn&ptnt", "nông nghiệp và phát triển nông thôn"), ("tn-mt", "tài nguyên và môi trường")),
    *(("tn&mt", "tài nguyên và môi trường"), ("kh-đt", "kế hoạch và đầu tư"), ("kh&đt", "kế hoạch và đầu tư")),
    *(("gtvt", "giao thông vận tải"), ("lđ-tb&xh", "lao động - thương binh và xã hội")),
)
_HEADS_OF_AREAS = ("ubnd", "ủy ban nhân dân")
_BODY = re.compile(rf"\b{BODY}\b")
_OF_DEPARTMENT = re.compile(r"(?P<office>(?:\w+ )*giám đốc sở .+) (?:tỉnh|thành phố)")
_OF_BLOCK = re.compile(r"(?:\w+ )*bí thư đảng ủy khối(?= các cơ quan và doanh nghiệp)")
DEPUTY = "phó "
# Alone these say too little to be looked for.
_VAGUE = frozenset(
    {
        *("trưởng", "ủy viên", "nước", "nhà nước", "văn phòng", "chính phủ", "chủ tịch", "giám đốc", "bí thư"),
        *("quốc hội", "đảng bộ", "chi bộ", "đảng ủy", "công đoàn", "viện kiểm sát", "ubnd"),
        *("ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "mttq", "đbqh"),
    }
)
_NAMED_HEADS = re.compile(
    r"\b(?:trường(?: (?:đại học|cao đẳng|tiểu học|mầm non|thcs|thpt|trung học(?: cơ sở| phổ thông)?))?"
    r"|đại học|học viện|công ty(?: (?:cổ phần|tnhh|cp))?|tập đoàn|tổng công ty|ngân hàng|bệnh viện|câu lạc bộ|clb"
    r"|hãng|báo|(?<!lâu )đài|nhà máy|hiệp hội|viện|trung tâm|nhà xuất bản|đội tuyển|đảng"
    r"|(?:chuỗi )?(?:siêu thị|cửa hàng|nhà hàng|khách sạn)|sân bay|đồn biên phòng|khu công nghiệp|hợp tác xã)(?: |$)"
)
# In names with foreign words these say what it is, as in any other.
_GENERIC = word_set(
    """
    bank mart group corp corporation company holding holdings capital media land home homes shop store plaza center
    centre city tower hotel resort park club tv food foods tech farm school university hospital international logistics
    """
)
_INSTITUTIONS = (
    *("trường ", "đại học ", "học viện ", "công ty ", "tập đoàn ", "ngân hàng ", "bệnh viện ", "chuỗi ", "siêu thị "),
    *("cửa hàng ", "nhà hàng ", "khách sạn ", "sân bay ", "đồn biên phòng ", "khu công nghiệp ", "hợp tác xã "),
)


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """A role or a body in code points [start, end) of a question."""

    kind: NameKind
    start: int
    end: int


def find_offices(text: str) -> Iterator[FoundOffice]:
    """Yield the roles and bodies of a text in small letters with marks, in order, a role before its own body."""
    position = 0
    while position < len(text):
        role, body = _ROLE.search(text, position), _BODY.search(text, position)
        first = min((match for match in (role, body) if match), key=lambda match: match.start(), default=None)
        if first is None:
            return
        if first.group() not in _VAGUE:
            kind = NameKind.ROLE if first is role else NameKind.ORGANISATION
            yield FoundOffice(kind, first.start(), first.end())
        position = first.end()


@dataclass(frozen=True, slots=True)
class Office:
    """A rank in a body, in small letters: "phó trưởng ban thường trực" of "ban tổ chức trung ương"."""

    rank: str
    body: str

    def stands_apart_in(self, small: str, places: Callable[[str, str], Iterator[int]]) -> bool:
        """Return whether a text in small letters names the body, and somewhere the rank with no other body behind it.

        ``places`` yields where whole words stand in a text. Of "bí thư" and the like there are too many.
        """
        return (
            self.rank not in _VAGUE
            and next(places(small, self.body), None) is not None
            and any(self._is_held_at(small, start) for start in places(small, self.rank))
        )

    def _is_held_at(self, small: str, start: int) -> bool:
        behind = _BODY_BEHIND.match(small, start + len(self.rank))
        return not small.endswith(DEPUTY, 0, start) and (behind is None or self.body.startswith(behind["body"]))


def begins_with_rank(words: str) -> bool:
    """Return whether words in small letters with marks begin with a rank: "phó chủ tịch", no body alone."""
    return _ROLE.match(words) is not None


def office_of(words: str) -> Office | None:
    """Return the rank and the body of an office in small letters with marks; None where it names no body."""
    match = _ROLE.fullmatch(words)
    if match is None or not (match["desk"] or match["body"]):
        return None
    rank = f"trưởng {match['desk'].split(' ')[0]}" if match["desk"] else match["rank"]
    return Office(f"{match['deputy']}{rank}", match["desk"] or match["body"])


def office_variants(words: str) -> tuple[str, ...]:
    """Return an office in small letters and how else it is written: "chủ tịch tỉnh" as "chủ tịch ubnd"."""
    variants = [words]
    if re.fullmatch(rf"(?:\w+ )*chủ tịch {_AREA}", words):
        head = words.removesuffix(words.split("chủ tịch ")[1])
        variants += [f"{head}{body}" for body in _HEADS_OF_AREAS]
    department = _OF_DEPARTMENT.fullmatch(words)
    if department is not None:
        variants.append(department["office"])  # every department is of a province
    block = _OF_BLOCK.match(words)
    if block is not None:
        variants.append(block[0])  # "Bí thư Đảng ủy Khối" of the province that all of it is about
    for short, long in _SPELLINGS:
        for left, right in ((short, long), (long, short)):
            said = rf"(?<!\w){re.escape(left)}(?!\w)"
            if re.search(said, words):
                variants.append(re.sub(said, right, words))
    return tuple(dict.fromkeys(variants))


def ends_with_named_head(text: str) -> int | None:
    """Return where the kind of organisation that ends a text begins ("… trường tiểu học "); None if none does.

    The text is in small letters with marks; what follows it is the organisation's own name.
    """
    for match in _NAMED_HEADS.finditer(text):
        if match.end() == len(text):
            return match.start()
    return None


def is_institution(words: str) -> bool:
    """Return whether an organisation's name begins with what has a name of its own to go by: a school, a hospital."""
    return words.startswith(_INSTITUTIONS)


def distinctive_parts(own: str) -> tuple[str, ...]:
    """Return what tells an organisation's own name with foreign words from others: of "Ban Mai Mart", "Ban Mai".

    These are its Vietnamese syllables in a row and each foreign word that says more than what it is; none for a name
    that is Vietnamese throughout. An article that has none of them does not name it.
    """
    words = own.split()
    runs = [(known, list(run)) for known, run in groupby(words, key=lambda word: _is_syllable(word.lower()))]
    if all(known for known, _ in runs):
        return ()
    foreign = [word for known, run in runs if not known for word in run if word.lower() not in _GENERIC]
    return (*(" ".join(run) for known, run in runs if known), *foreign)


def _is_syllable(word: str) -> bool:
    return parse_toneless(word) is not None


def is_office(words: str) -> bool:
    """Return whether words in small letters with marks are a role or a body, or begin with one."""
    return _ROLE.match(words) is not None or _BODY.match(words) is not None
