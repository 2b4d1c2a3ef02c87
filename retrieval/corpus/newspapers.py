"""Names of newspapers by the abbreviations of their datelines and by domain; of provinces, portals and agencies.

To add a newspaper, add a line: its name, then its domains and abbreviations. An abbreviation that two papers use is
left out, and is then shown as the article writes it.
"""

import re
from urllib.parse import urlsplit

from retrieval.text.spelling import fold

_NEWSPAPERS = """
    Tạp chí Cộng sản: tapchicongsan.org.vn, TCCS, TCCSĐT
    Thông tấn xã Việt Nam: ttxvn.vn, vnanet.vn, TTXVN, Thông tấn xã Việt Nam, VNA
    VietnamPlus: vietnamplus.vn, Vietnam+, VietnamPlus
    Báo Tin tức: baotintuc.vn, Báo Tin tức
    Báo Nhân Dân: nhandan.vn, nhandan.com.vn, nhandan.org.vn, NDO, NDĐT, Nhân Dân
    Báo Quân đội nhân dân: qdnd.vn, QĐND, QĐND Online, Quân đội nhân dân
    Báo Công an nhân dân: cand.com.vn, CAND, CAND Online
    Báo điện tử Chính phủ: baochinhphu.vn, chinhphu.vn, Chinhphu.vn, VGP
    Báo Đại biểu Nhân dân: daibieunhandan.vn, ĐBND
    Báo điện tử Đảng Cộng sản Việt Nam: dangcongsan.vn, ĐCSVN
    Tạp chí Xây dựng Đảng: xaydungdang.org.vn, XDĐ, TCXDĐ
    VOV: vov.vn, vovworld.vn, VOV, VOV.VN
    VTV: vtv.vn, VTV, VTV.vn, VTV Online
    VnExpress: vnexpress.net, VnExpress
    Tuổi Trẻ: tuoitre.vn, TTO, Tuổi Trẻ, Tuổi Trẻ Online
    Thanh Niên: thanhnien.vn, TNO, Thanh Niên
    Tiền Phong: tienphong.vn, TPO, Tiền Phong
    Người Lao Động: nld.com.vn, NLĐO, Người Lao Động
    Lao Động: laodong.vn, LĐO, Lao Động
    Dân trí: dantri.com.vn, Dân trí
    VietNamNet: vietnamnet.vn, VietNamNet
    Znews: znews.vn, zingnews.vn, zing.vn, Zing, Znews, Zing.vn
    VTC News: vtc.vn, vtcnews.vn, VTC News
    Kênh 14: kenh14.vn
    Sài Gòn Giải Phóng: sggp.org.vn, SGGP, SGGPO, SGGP Online
    Hànộimới: hanoimoi.vn, hanoimoi.com.vn, HNM, HNMO, Hànộimới
    Kinh tế & Đô thị: kinhtedothi.vn, KTĐT
    Pháp Luật TP.HCM: plo.vn, PLO
    Pháp luật Việt Nam: baophapluat.vn, PLVN
    Sức khỏe & Đời sống: suckhoedoisong.vn, SKĐS
    Báo Giao thông: baogiaothong.vn, atgt.vn
    Báo Xây dựng: baoxaydung.com.vn, baoxaydung.vn
    Báo Đầu tư: baodautu.vn
    Báo Công Thương: congthuong.vn
    Nông nghiệp Việt Nam: nongnghiep.vn, nongnghiepmoitruong.vn, NNVN
    Tài nguyên & Môi trường: baotainguyenmoitruong.vn, TN&MT
    Giáo dục & Thời đại: giaoducthoidai.vn, GD&TĐ, GDTĐ
    Giáo dục Việt Nam: giaoduc.net.vn, GDVN
    Thời báo Tài chính: thoibaotaichinhvietnam.vn, TBTCO, TBTCVN
    VnEconomy: vneconomy.vn, VnEconomy
    CafeF: cafef.vn, CafeF
    Báo Văn hóa: baovanhoa.vn, VHO
    Tổ Quốc: toquoc.vn, baotoquoc.vn
    Đại Đoàn Kết: daidoanket.vn
    Phụ nữ Việt Nam: phunuvietnam.vn, PNVN, PNVNO
    Báo Biên phòng: bienphong.com.vn
    Hải quan Online: haiquanonline.com.vn
    Thể thao & Văn hóa: thethaovanhoa.vn
    Bóng đá: bongda.com.vn, bongdaplus.vn
    An ninh Thủ đô: anninhthudo.vn, antd.vn, ANTĐ, ANTD
    Việt Nam News: vietnamnews.vn, VNS, Viet Nam News
    Báo Lâm Đồng: baolamdong.vn, LĐ online, LĐ Online
    Báo Thanh Hóa: baothanhhoa.vn
    Báo Đà Nẵng: baodanang.vn, ĐNO
    Báo Nghệ An: baonghean.vn
    Báo Hà Tĩnh: baohatinh.vn
    Báo Quảng Ninh: baoquangninh.vn, baoquangninh.com.vn
    Báo Quảng Nam: baoquangnam.vn, QNO
    Báo Bình Dương: baobinhduong.vn, BDO
    Báo Đồng Nai: baodongnai.com.vn, ĐN
    Báo Cần Thơ: baocantho.com.vn
    Báo Thừa Thiên Huế: baothuathienhue.vn, TTH, TTH.VN
    BBC: bbc.com, bbc.co.uk, BBC
    Reuters: reuters.com, Reuters
    AP: apnews.com, AP
    AFP: afp.com, AFP
"""

PROVINCES = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định",
    "Bình Dương", "Bình Phước", "Bình Thuận", "Cà Mau", "Cần Thơ", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng",
    "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên",
    "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "TP Hồ Chí Minh", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip
# Cities where many newspapers sit: that a report comes from there says nothing of the newspaper.
PRESS_CITIES = frozenset({"Hà Nội", "TP Hồ Chí Minh"})
_PROVINCE_KEYS = {fold(name) for name in PROVINCES} | {"hue", "tp.hcm", "tp hcm", "viet nam", "tphcm"}
_DOMAIN = re.compile(
    r"(?:https?://)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|tv|edu|gov|co\.uk))(?![\w.-])", re.IGNORECASE
)
_PUBLISHER = re.compile(
    r"(?:(?:báo|tạp chí|thời báo|nhật báo)(?: điện tử)?|(?:cổng|trang) (?:(?:thông tin|tin) điện tử|ttđt)(?: của)?"
    r"|(?:đài|kênh) (?:(?:phát thanh|pt)(?:(?: và | ?- ?)(?:truyền hình|th))?|truyền hình|tiếng nói)|thông tấn xã)"
    r" (?P<name>\S.*)",
    re.IGNORECASE,
)
_UNIT = r"(?:tỉnh|thành phố|tp\.?|thị xã|thị trấn|huyện|quận|phường|xã)"
_FIRST_UNIT = re.compile(rf"{_UNIT} ", re.IGNORECASE)
_FIELDS = (
    "y tế|giáo dục(?: và đào tạo)?|nội vụ|tài chính|công thương|xây dựng|giao thông(?: vận tải)?|tư pháp|công an"
    "|quốc phòng|ngoại giao|kế hoạch và đầu tư|khoa học và công nghệ|thông tin và truyền thông|du lịch"
    "|tài nguyên và môi trường|văn hóa(?:,| và) thể thao(?: và du lịch)?|lao động(?:,| -) thương binh và xã hội"
    "|nông nghiệp(?: và (?:phát triển nông thôn|ptnt|môi trường))?|dân tộc(?: và tôn giáo)?"
)
_AGENCY = re.compile(
    rf"(?:(?:bộ|sở|phòng) (?:{_FIELDS})|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|(?:tỉnh|thành|huyện|quận|thị) ủy"
    rf"|chính phủ|quốc hội)(?: (?P<place>(?:{_UNIT} )?[^\W\d_]+(?:[ -]+[^\W\d_]+){{0,3}}))?",
    re.IGNORECASE,
)
_NAME_WORDS = 5


def _names() -> tuple[dict[str, str], dict[str, str]]:
    by_mark: dict[str, str] = {}
    by_domain: dict[str, str] = {}
    for line in _NEWSPAPERS.strip().splitlines():
        name, _, marks = line.strip().partition(": ")
        by_mark[_key(name)] = name
        for mark in marks.split(", "):
            (by_domain if _DOMAIN.fullmatch(mark) else by_mark)[_key(mark)] = name
    return by_mark, by_domain


def _key(mark: str) -> str:
    return mark.casefold().replace(" và ", " & ")


_BY_MARK, _BY_DOMAIN = _names()


def newspaper_of_mark(mark: str) -> str | None:
    """Return the newspaper of an abbreviation, a domain or a name, or None: "TCCS" gives "Tạp chí Cộng sản"."""
    key = _key(mark.strip())
    name = _BY_MARK.get(key) or _BY_MARK.get(key.removeprefix("báo ")) or _BY_MARK.get(f"báo {key}")
    return name or (newspaper_of_domain(key) if _DOMAIN.fullmatch(key) else None)


def newspaper_of_domain(domain: str) -> str | None:
    """Return the newspaper that publishes under a domain or one below it ("m.vnexpress.net"), or None."""
    labels = domain.casefold().split(".")
    return next((name for n in range(len(labels)) if (name := _BY_DOMAIN.get(".".join(labels[n:])))), None)


def domain_of_url(url: str) -> str | None:
    """Return the host of a URL without "www.", or None."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def domain_in(text: str) -> str | None:
    """Return the first web domain that the text names, or None."""
    match = _DOMAIN.search(text)
    return match[1].casefold().removeprefix("www.") if match else None


def is_place(text: str) -> bool:
    """Return whether the text is the name of a province (or of the country)."""
    return fold(text.strip()).removeprefix("tinh ").removeprefix("thanh pho ") in _PROVINCE_KEYS


def publisher_named(text: str) -> str | None:
    """Return the publisher that the text names and nothing else: "Báo Núi", "Cổng thông tin điện tử tỉnh X", or None.

    A newspaper, station or portal has to say that it is one; a known newspaper is returned by its full name.
    """
    match = _PUBLISHER.fullmatch(text)
    if match is None:
        return None
    known = newspaper_of_mark(text)
    return known or (text if _is_proper(match["name"]) else None)


def is_agency(text: str) -> bool:
    """Return whether the text is nothing but the name of a ministry, a department or a council: "SỞ Y TẾ NGHỆ AN"."""
    match = _AGENCY.fullmatch(text)
    return match is not None and (match["place"] is None or _is_proper(match["place"]))


def _is_proper(name: str) -> bool:
    """Return whether the words are a proper name; in capitals throughout, only if they name a place or an agency."""
    if is_place(name) or _AGENCY.fullmatch(name) or newspaper_of_mark(name):
        return True
    unit = _FIRST_UNIT.match(name)
    words = name[unit.end() if unit else 0 :].split()
    is_named = len(words) <= _NAME_WORDS and all(word[0].isupper() or word in {"-", "–", "&", "và"} for word in words)
    return is_named and (unit is not None or not name.isupper())
