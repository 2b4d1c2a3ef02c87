"""Small corpora for tests, written into a folder."""

from pathlib import Path

ARTICLES = {
    "hoi-nghi.txt": (
        "Hội nghị tổng kết công tác năm 2020\n\n"
        "(Baothanhhoa.vn) - Sáng 12-3-2021, tỉnh tổ chức hội nghị tổng kết. "
        "Đồng chí Nguyễn Văn An chủ trì hội nghị. Hội nghị hoà cùng không khí thi đua.\n\nTrần Thanh\n"
    ),
    "gia-vang.txt": (
        "Giá vàng tăng mạnh phiên đầu tuần\n\n"
        "Ngày 5-6-2023, giá vàng miếng tăng 500.000 đồng mỗi lượng. Giá vàng thế giới cũng tăng theo.\n"
    ),
    "bong-da.txt": (
        "Đội tuyển bóng đá thắng trận mở màn\n\n"
        "Tối 7-9-2022, đội tuyển bóng đá quốc gia thắng 2-0. Hai bàn thắng đến trong hiệp một.\n"
    ),
}


def write_corpus(folder: Path, articles: dict[str, str] | None = None) -> Path:
    """Write the articles into the folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (ARTICLES if articles is None else articles).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
