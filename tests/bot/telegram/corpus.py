"""Articles of many kinds for the bot's tests: long ones, ones with signs that markup knows, one with an address."""

import json
from pathlib import Path

from tests.support.corpora import ARTICLES, write_corpus

MARKET_URL = "https://bao.example.vn/cho?a=1&b=2"
_PLACES = ("Hương Khê", "Vũ Quang", "Đức Thọ", "Can Lộc", "Cẩm Xuyên", "Kỳ Anh", "Lộc Hà", "Nghi Xuân", "Thạch Hà")


def write_articles(folder: Path) -> Path:
    """Write the articles into a folder and return it."""
    write_corpus(
        folder,
        {
            **ARTICLES,
            "mua-lu.txt": "Mưa lũ ở miền Trung\n\n"
            + "\n\n".join(_flood(place, n) for n, place in enumerate(_PLACES * 2)),
            "ky-hieu.txt": "Giá <b>vàng</b> & bạc <script>\n\nGiá bạc <i>tăng</i> 5% & giá đồng < giá bạc.\n",
        },
    )
    line = {
        "id": "cho-tet",
        "title": "Chợ Tết đông khách",
        "text": "Chợ hoa Tết mở cửa từ ngày 20 tháng Chạp. Ban quản lý chợ cho biết có 150 gian hàng.",
        "published": "2024-02-01",
        "source": "Báo Chợ",
        "url": MARKET_URL,
    }
    (folder / "tin.jsonl").write_text(f"{json.dumps(line)}\n", encoding="utf-8")
    return folder


def _flood(place: str, n: int) -> str:
    """Return a paragraph of its own about the flood in a place."""
    return (
        f"Tại {place}, đợt mưa lũ thứ {n + 1} làm nước sông dâng cao thêm {n + 2} mét so với tuần trước. "
        f"Chính quyền {place} đã đưa {n * 37 + 112} hộ dân đến nơi an toàn trong đêm, chủ yếu là các hộ ở ven sông. "
        f"Có {n * 13 + 40} ngôi nhà bị ngập sâu, {n + 3} trường học phải đóng cửa và {n * 5 + 9} ha lúa bị mất trắng."
    )
