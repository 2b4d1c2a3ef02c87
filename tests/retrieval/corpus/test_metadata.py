"""Metadata of articles on other subjects: each value with its method, and None rather than nonsense."""

import datetime as dt
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Declared, Document, DocumentFormat
from retrieval.corpus.metadata import Days, Found, Metadata, Method, Moment, extract_metadata
from retrieval.corpus.metadata.newspapers import newspaper_of_domain, newspaper_of_mark

T = TypeVar("T")
_TODAY = dt.date(2026, 1, 1)
_BODY = "Xe cộ đi lại khó khăn trên nhiều tuyến phố, một số trường cho học sinh nghỉ học buổi chiều."


def _metadata(text: str, *, path: str = "bai.txt", line: int | None = None, **declared: str) -> Metadata:
    document = Document("a", path, DocumentFormat.TXT, text, Declared(**declared), line)
    return extract_metadata(document, clean(document), today=_TODAY)


def _value(found: Found[T] | None) -> tuple[T, Method] | None:
    return (found.value, found.method) if found else None


def _day(year: int, month: int, day: int) -> Days:
    return Days(dt.date(year, month, day), dt.date(year, month, day))


# Title


def test_title_declared_loses_the_name_of_the_site() -> None:
    assert _value(_metadata(_BODY, title="Ngập ở Huế - VnExpress").title) == ("Ngập ở Huế", Method.DECLARED)


def test_title_keeps_a_dash_of_its_own() -> None:
    assert _value(_metadata(_BODY, title="Hà Nội - mùa thu").title) == ("Hà Nội - mùa thu", Method.DECLARED)


@pytest.mark.parametrize("junk", ["Untitled", "Microsoft Word - bai1.doc", "12", "***"])
def test_title_declared_as_junk_is_passed_over(junk: str) -> None:
    assert _value(_metadata(f"Mưa lớn ở Huế\n{_BODY}", title=junk).title) == ("Mưa lớn ở Huế", Method.HEADING)


def test_title_is_the_heading_rather_than_its_kicker() -> None:
    title = _metadata(f"Giao thông\nMưa lớn làm ngập nhiều phố ở Huế\n{_BODY}").title
    assert _value(title) == ("Mưa lớn làm ngập nhiều phố ở Huế", Method.HEADING)


def test_title_cut_from_a_lead_is_short_and_whole_words() -> None:
    lead = "Ông An cho biết " + "mưa lớn gây ngập " * 30 + "khắp nơi."
    title = _metadata(lead).title
    assert title is not None
    assert len(title.value) <= 150
    assert title.value.endswith(" gây…") or title.value.endswith((" mưa…", " lớn…", " ngập…"))


def test_title_of_a_text_without_words_is_none() -> None:
    assert _metadata(";\n.").title is None


# Source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"(TTXVN) - {_BODY}", "Thông tấn xã Việt Nam"),
        (f"Hà Nội (TTXVN) - {_BODY}", "Thông tấn xã Việt Nam"),
        (f"Hà Nội, 12/3 (TTXVN) - {_BODY}", "Thông tấn xã Việt Nam"),
        (f"TTO - {_BODY}", "Tuổi Trẻ"),
        (f"VOV.VN - {_BODY}", "VOV"),
        (f"(Dân trí) - {_BODY}", "Dân trí"),
        (f"(Báo Núi) - {_BODY}", "Báo Núi"),
        (f"(baonghean.vn) - {_BODY}", "Báo Nghệ An"),
    ],
)
def test_source_of_a_dateline_has_its_full_name(text: str, source: str) -> None:
    assert _value(_metadata(text).source) == (source, Method.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        f"(Hà Nội) - {_BODY}",
        f"Covid - {_BODY}",
        f"Huế - {_BODY}",
        f"Đội tuyển (áo đỏ) - {_BODY}",
        _BODY,
    ],
)
def test_source_is_none_where_nothing_names_one(text: str) -> None:
    assert _metadata(text).source is None


def test_source_declared_wins_over_the_dateline() -> None:
    assert _value(_metadata(f"(TTXVN) - {_BODY}", source="NDO").source) == ("Báo Nhân Dân", Method.DECLARED)


def test_source_of_an_address_is_the_newspaper_of_its_domain() -> None:
    found = _metadata(_BODY, url="https://www.thethao.vnexpress.net/a-1.html").source
    assert _value(found) == ("VnExpress", Method.URL)


def test_source_of_an_unknown_address_is_its_domain() -> None:
    assert _value(_metadata(_BODY, url="https://baonui.example.vn/x").source) == ("baonui.example.vn", Method.URL)


@pytest.mark.parametrize("url", ["http://[", "khong phai url", "x"])
def test_source_of_a_broken_address_is_none(url: str) -> None:
    assert _metadata(_BODY, url=url).source is None


def test_source_of_a_closing_credit() -> None:
    assert _value(_metadata(f"{_BODY}\nTheo TTXVN").source) == ("Thông tấn xã Việt Nam", Method.CREDIT)


def test_source_of_an_imprint_below_the_article() -> None:
    found = _metadata(f"{_BODY}\nBản quyền thuộc Báo Lâm Đồng").source
    assert _value(found) == ("Báo Lâm Đồng", Method.IMPRINT)


def test_source_of_a_local_venue_is_inferred() -> None:
    found = _metadata(f"{_BODY} Ông An dự tại điểm cầu tỉnh Sơn La.").source
    assert found is not None
    assert (found.value, found.method, found.is_inferred) == ("Báo Sơn La", Method.INFERRED_FROM_VENUE, True)


@pytest.mark.parametrize("venues", ["điểm cầu Hà Nội", "điểm cầu Sơn La và điểm cầu Huế, điểm cầu Lào Cai"])
def test_source_of_the_capital_or_of_several_venues_is_none(venues: str) -> None:
    assert _metadata(f"{_BODY} Các đại biểu dự tại {venues}.").source is None


def test_source_of_photographs_is_the_last_resort() -> None:
    assert _value(_metadata(f"{_BODY}\nĐường ngập. Ảnh: vov.vn").source) == ("VOV", Method.PHOTO_CREDIT)


def test_domain_below_a_known_one_is_the_same_newspaper() -> None:
    assert newspaper_of_domain("m.tuoitre.vn") == "Tuổi Trẻ"
    assert newspaper_of_domain("nottuoitre.vn") is None


def test_mark_that_no_newspaper_uses_is_unknown() -> None:
    assert newspaper_of_mark("XYZ") is None


# Author


@pytest.mark.parametrize(
    ("line", "author", "method"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An", Method.BYLINE),
        ("LÊ HOÀNG", "LÊ HOÀNG", Method.BYLINE),
        ("Minh Anh (tổng hợp)", "Minh Anh", Method.BYLINE),
        ("Minh Anh - Thu Hà", "Minh Anh, Thu Hà", Method.BYLINE),
        ("T.H.", "T.H.", Method.BYLINE),
        ("Tác giả: Lê Hoàng", "Lê Hoàng", Method.CREDIT),
        ("Bài, ảnh: Lê Hoàng", "Lê Hoàng", Method.CREDIT),
        ("Bài và ảnh: LÊ HOÀNG", "LÊ HOÀNG", Method.CREDIT),
        ("Theo Minh Anh", "Minh Anh", Method.CREDIT),
        ("By Anna Reed", "Anna Reed", Method.CREDIT),
        ("Minh Anh/VOV.VN", None, None),
    ],
)
def test_author_of_a_closing_line(line: str, author: str | None, method: Method | None) -> None:
    found = _metadata(f"Mưa lớn ở Huế\n{_BODY}\n{line}").author
    assert _value(found) == ((author, method) if author else None)


def test_author_with_a_job_title_below_is_found() -> None:
    text = f"Mưa lớn ở Huế\n{_BODY}\nNguyễn Văn An\nGiám đốc Trung tâm Khí tượng thủy văn tỉnh"
    assert _value(_metadata(text).author) == ("Nguyễn Văn An", Method.BYLINE)


def test_author_above_the_article_is_found() -> None:
    assert _value(_metadata(f"Mưa lớn ở Huế\nLê Hoàng\n{_BODY}").author) == ("Lê Hoàng", Method.BYLINE)


@pytest.mark.parametrize(
    "line", ["Hà Nội", "Kết Luận", "Phóng Viên", "Theo TTXVN", "Ảnh: Lê Hoàng", "Tuổi Trẻ", "12/3"]
)
def test_line_that_names_no_person_is_no_author(line: str) -> None:
    assert _metadata(f"Mưa lớn ở Huế\n{_BODY}\n{line}").author is None


def test_author_declared_may_be_one_word_but_no_login() -> None:
    assert _value(_metadata(_BODY, author="Hoàng").author) == ("Hoàng", Method.DECLARED)
    assert _metadata(_BODY, author="admin").author is None
    assert _metadata(_BODY, author="an@baonui.vn").author is None


# Published


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("2021-03-12", Moment(dt.date(2021, 3, 12))),
        ("2021-03-12T16:07:00+07:00", Moment(dt.date(2021, 3, 12), dt.time(16, 7))),
        ("2021-03-12T20:30:00Z", Moment(dt.date(2021, 3, 13), dt.time(3, 30))),
        ("12/03/2021 16:07", Moment(dt.date(2021, 3, 12), dt.time(16, 7))),
        ("Fri, 12 Mar 2021 16:07:00 +0700", Moment(dt.date(2021, 3, 12), dt.time(16, 7))),
        ("March 12, 2021", Moment(dt.date(2021, 3, 12))),
        ("03/25/2021", Moment(dt.date(2021, 3, 25))),
        ("12/03/21", Moment(dt.date(2021, 3, 12))),
    ],
)
def test_published_as_declared(declared: str, expected: Moment) -> None:
    assert _value(_metadata(_BODY, published=declared).published) == (expected, Method.DECLARED)


@pytest.mark.parametrize(
    "wrong", ["hôm qua", "2021-13-45", "0000-00-00", "9999-12-31", "32/01/2021", "2021", "-", "12/3"]
)
def test_published_as_nonsense_is_none(wrong: str) -> None:
    assert _metadata(_BODY, published=wrong).published is None


def test_published_in_the_future_gives_way_to_the_stamp() -> None:
    found = _metadata(f"Cập nhật: 12/03/2021\n{_BODY}", published="2031-01-01").published
    assert _value(found) == (Moment(dt.date(2021, 3, 12)), Method.STAMP_LINE)


def test_published_is_the_first_stamp_rather_than_the_update() -> None:
    text = f"Mưa lớn ở Huế\nCập nhật: 08:00 14/03/2021\nNgày đăng: 12/03/2021\n{_BODY}"
    assert _value(_metadata(text).published) == (Moment(dt.date(2021, 3, 12)), Method.STAMP_LINE)


def test_published_behind_the_title() -> None:
    text = f"Mưa lớn làm ngập nhiều phố ở Huế (13/03/2021 07:15)\n{_BODY}"
    metadata = _metadata(text)
    assert _value(metadata.published) == (Moment(dt.date(2021, 3, 13), dt.time(7, 15)), Method.TITLE_LINE)
    assert _value(metadata.title) == ("Mưa lớn làm ngập nhiều phố ở Huế", Method.TITLE_LINE)


def test_published_in_a_line_with_the_author() -> None:
    found = _metadata(f"Mưa lớn ở Huế\nLê Hoàng - 12/03/2021 16:07\n{_BODY}").published
    assert _value(found) == (Moment(dt.date(2021, 3, 12), dt.time(16, 7)), Method.STAMP_LINE)


def test_published_in_the_address_or_the_file_name() -> None:
    url = "https://baonui.vn/2021/03/12/mua-lon.html"
    assert _value(_metadata(_BODY, url=url).published) == (Moment(dt.date(2021, 3, 12)), Method.URL)
    found = _metadata(_BODY, path="tin/2021-03-12-mua-lon.txt").published
    assert _value(found) == (Moment(dt.date(2021, 3, 12)), Method.FILE_NAME)


def test_digits_of_a_hashed_file_name_are_no_date() -> None:
    assert _metadata(_BODY, path="000_611e20210312aab.txt").published is None


def test_file_name_of_a_jsonl_file_dates_none_of_its_articles() -> None:
    assert _metadata(_BODY, path="2021-03-12.jsonl", line=3).published is None


# Event


@pytest.mark.parametrize(
    ("lead", "published", "event"),
    [
        ("Sáng 12-3, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", _day(2021, 3, 12)),
        ("Tối 30/12, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-01-02", _day(2020, 12, 30)),
        ("Ngày 20-3 tới, thành phố Huế sẽ mở lại phố đi bộ sau hai năm.", "2021-03-13", _day(2021, 3, 20)),
        ("Ngày 5-1 tới, thành phố Huế sẽ mở lại phố đi bộ sau hai năm.", "2020-12-28", _day(2021, 1, 5)),
        (
            "Trong hai ngày 12 và 13-3, hội thảo về đô thị diễn ra tại thành phố Huế.",
            "2021-03-14",
            Days(dt.date(2021, 3, 12), dt.date(2021, 3, 13)),
        ),
        ("Đêm qua, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", _day(2021, 3, 12)),
        ("Sáng nay, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", _day(2021, 3, 13)),
    ],
)
def test_event_year_follows_from_the_publication(lead: str, published: str, event: Days) -> None:
    found = _metadata(f"{lead} {_BODY}", published=published).event
    assert _value(found) == (event, Method.INFERRED_FROM_PUBLICATION)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ngày 13-1, sở họp tổng kết năm 2021, triển khai nhiệm vụ năm 2022 của toàn ngành.", _day(2022, 1, 13)),
        ("Ngày 20-12, sở họp tổng kết năm 2021, triển khai nhiệm vụ năm 2022 của toàn ngành.", _day(2021, 12, 20)),
        ("Ngày 5-7, sở họp sơ kết 6 tháng đầu năm 2019 và bàn việc cuối năm của toàn ngành.", _day(2019, 7, 5)),
        ("Sáng 12-3, cầu được thông xe sau khi khởi công từ ngày 1-2-2020 theo thiết kế mới.", _day(2020, 3, 12)),
        ("Sáng 12-3, cầu được thông xe sau khi hoàn thành vào ngày 28-12-2020 như đã hứa.", _day(2021, 3, 12)),
        ("Sáng 12-3, cầu được thông xe đúng hẹn, là cây cầu thứ ba của năm 2019 ở tỉnh.", _day(2019, 3, 12)),
    ],
)
def test_event_year_without_publication_follows_from_the_text(text: str, event: Days) -> None:
    metadata = _metadata(f"{text} {_BODY}\nLê Hoàng")
    assert _value(metadata.event) == (event, Method.INFERRED_FROM_TEXT)
    assert _value(metadata.published) == (Moment(event.end), Method.INFERRED_FROM_EVENT)


@pytest.mark.parametrize(
    "lead",
    [
        "Sáng 12-3, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.",
        "Thực hiện Quyết định số 12/QĐ-UBND ngày 12-3-2021, tỉnh lập thêm ba đội cứu hộ.",
        "Ông An, sinh ngày 2/9/1945, kể lại những ngày lũ lớn ở quê nhà bên sông.",
        "Sáng nay, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.",
    ],
)
def test_event_is_none_where_the_text_gives_no_honest_day(lead: str) -> None:
    metadata = _metadata(f"{lead} {_BODY}")
    assert (metadata.event, metadata.published) == (None, None)


def test_event_of_a_passage_without_newspaper_or_author_dates_no_publication() -> None:
    metadata = _metadata(f"Ngày 13 tháng 5 năm 1969, bạo loạn nổ ra ở thủ đô sau cuộc bầu cử. {_BODY}")
    assert (_value(metadata.event), metadata.published) == ((_day(1969, 5, 13), Method.LEAD), None)


def test_dates_of_a_life_are_no_event() -> None:
    assert _metadata(f"Erwin An (12 tháng 8 năm 1887 – 4 tháng 1 năm 1961) là nhà vật lý học. {_BODY}").event is None


# Years under review


@pytest.mark.parametrize(
    ("lead", "years"),
    [
        ("Sở họp tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021 của toàn ngành y tế.", (2020,)),
        ("Sở họp sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023 của ngành.", (2023,)),
        ("Sở họp sơ kết quý I/2024 và bàn việc của quý sau với các phòng ban trực thuộc sở.", (2024,)),
        ("Tỉnh tổng kết 10 năm trồng rừng với gần một nghìn hộ dân của các bản vùng cao.", ()),
        ("Việc đánh giá rừng được tiến hành từ những năm 1970 ở các bản vùng cao của tỉnh.", ()),
        ("Ngày 12-3-2021, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế và vùng ven.", ()),
    ],
)
def test_years_under_review_are_those_looked_back_on(lead: str, years: tuple[int, ...]) -> None:
    assert _metadata(f"{lead} {_BODY}").reviewed_years == years


def test_table_without_prose_gives_no_nonsense() -> None:
    metadata = _metadata("Đội | Điểm\nHuế | 12\nVinh | 9\n3-1\n2/3")
    assert metadata == Metadata(title=metadata.title)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_metadata_without_failing(text: str, published: str, url: str) -> None:
    metadata = _metadata(text, published=published, url=url, title=text[:20], author=url, source=published)
    assert metadata.title is None or len(metadata.title.value) <= 150
