"""Articles of many kinds for the bot's tests: long ones, ones with signs that markup knows, one with an address."""

import json
from pathlib import Path

from tests.support.corpora import ARTICLES, write_corpus

MARKET_URL = "https://bao.example.vn/cho?a=1&b=2"
LONG_SENTENCE = "Mưa lớn kéo dài khiến nước sông dâng cao và nhiều thôn phải đưa người dân đến nơi an toàn. "


def write_articles(folder: Path) -> Path:
    """Write the articles into a folder and return it."""
    write_corpus(
        folder,
        {
            **ARTICLES,
            "mua-lu.txt": "Mưa lũ ở miền Trung\n\n" + "\n\n".join(LONG_SENTENCE * 6 for _ in range(12)),
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
