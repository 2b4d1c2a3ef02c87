"""A few short articles for the demonstration: one with a long paragraph, one with markup in it, one with an address."""

import json
from pathlib import Path

from tests.support.corpora import write_corpus

LIBRARIAN = "Hoàng Thị Thơm"
LIBRARY_URL = "https://bao.example.vn/thu-vien?a=1&b=2"
_LIBRARY = (
    "Sáng 5-9-2024, thư viện huyện Lâm Sơn mở thêm phòng đọc cho thiếu nhi ở tầng hai, sau ba tháng sửa chữa. "
    f"Bà {LIBRARIAN} là giám đốc thư viện huyện Lâm Sơn. Phòng đọc có 1.200 đầu sách, phần lớn do bạn đọc tặng. "
    "Mỗi buổi chiều, thư viện dành một giờ kể chuyện cho học sinh tiểu học. Cuối tuần, phòng đọc mở cửa đến 20 giờ. "
    "Thư viện cũng đưa sách đến các điểm trường ở xa bằng hai chiếc xe nhỏ, mỗi tháng một lượt."
)
_ROADS = ("Bình Minh", "Hải Yến", "Sao Mai", "Đồi Thông")


def write_articles(folder: Path) -> Path:
    """Write the articles into a folder and return it."""
    roads = {
        f"duong-{number}.txt": f"Xã {place} làm đường mới\n\nXã {place} vừa làm xong {number + 2} km đường bê tông.\n"
        for number, place in enumerate(_ROADS)
    }
    hostile = (
        "Chợ <img src=x onerror='window.broken=1'> mở lại\n\nChợ <script>window.broken=1</script> có 90 sạp & hàng.\n"
    )
    write_corpus(folder, {**roads, "cho.txt": hostile})
    line = {
        "id": "thu-vien",
        "title": "Thư viện huyện mở thêm phòng đọc",
        "text": _LIBRARY,
        "published": "2024-09-06",
        "source": "Báo Làng",
        "url": LIBRARY_URL,
    }
    (folder / "tin.jsonl").write_text(f"{json.dumps(line)}\n", encoding="utf-8")
    return folder
