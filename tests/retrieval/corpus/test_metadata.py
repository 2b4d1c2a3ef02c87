"""Metadata of articles on other subjects: each value with its method, and None rather than nonsense."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.metadata import Metadata, Method, Moment
from retrieval.corpus.newspapers import newspaper_of_domain, newspaper_of_mark
from tests.retrieval.corpus.metadata_of import BODY, metadata_of, value_of

# Title


def test_title_declared_loses_the_name_of_the_site() -> None:
    assert value_of(metadata_of(BODY, title="Ngập ở Huế - VnExpress").title) == ("Ngập ở Huế", Method.DECLARED)


def test_title_keeps_a_dash_of_its_own() -> None:
    assert value_of(metadata_of(BODY, title="Hà Nội - mùa thu").title) == ("Hà Nội - mùa thu", Method.DECLARED)


@pytest.mark.parametrize("junk", ["Untitled", "Microsoft Word - bai1.doc", "12", "***"])
def test_title_declared_as_junk_is_passed_over(junk: str) -> None:
    assert value_of(metadata_of(f"Mưa lớn ở Huế\n{BODY}", title=junk).title) == ("Mưa lớn ở Huế", Method.HEADING)


def test_title_is_the_heading_rather_than_its_kicker() -> None:
    title = metadata_of(f"Giao thông\nMưa lớn làm ngập nhiều phố ở Huế\n{BODY}").title
    assert value_of(title) == ("Mưa lớn làm ngập nhiều phố ở Huế", Method.HEADING)


def test_title_that_the_page_repeats_is_preferred_to_an_earlier_heading() -> None:
    title = "Mưa lớn làm ngập nhiều phố ở Huế"
    text = f"Chuyên trang về thời tiết\n{title}\n{title} (13/03/2021 07:15 AM)\n{BODY}"
    assert value_of(metadata_of(text).title) == (title, Method.TITLE_LINE)


@pytest.mark.parametrize("line", ["UBND TỈNH NGHỆ AN", "Bộ Giáo dục và Đào tạo", "Cổng thông tin điện tử tỉnh Nghệ An"])
def test_name_of_an_agency_is_no_title(line: str) -> None:
    assert value_of(metadata_of(f"{line}\nNgập ở Huế\n{BODY}").title) == ("Ngập ở Huế", Method.HEADING)


def test_title_cut_from_a_lead_is_short_and_whole_words() -> None:
    lead = "Ông An cho biết " + "mưa lớn gây ngập " * 30 + "khắp nơi."
    title = metadata_of(lead).title
    assert title is not None
    assert len(title.value) <= 150
    assert title.value.endswith(" gây…") or title.value.endswith((" mưa…", " lớn…", " ngập…"))


def test_title_of_a_text_without_words_is_none() -> None:
    assert metadata_of(";\n.").title is None


# Source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"(TTXVN) - {BODY}", "Thông tấn xã Việt Nam"),
        (f"Hà Nội (TTXVN) - {BODY}", "Thông tấn xã Việt Nam"),
        (f"Hà Nội, 12/3 (TTXVN) - {BODY}", "Thông tấn xã Việt Nam"),
        (f"TTO - {BODY}", "Tuổi Trẻ"),
        (f"VOV.VN - {BODY}", "VOV"),
        (f"(Dân trí) - {BODY}", "Dân trí"),
        (f"(Báo Núi) - {BODY}", "Báo Núi"),
        (f"(baonghean.vn) - {BODY}", "Báo Nghệ An"),
    ],
)
def test_source_of_a_dateline_has_its_full_name(text: str, source: str) -> None:
    assert value_of(metadata_of(text).source) == (source, Method.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        f"(Hà Nội) - {BODY}",
        f"Covid - {BODY}",
        f"Huế - {BODY}",
        f"Đội tuyển (áo đỏ) - {BODY}",
        BODY,
    ],
)
def test_source_is_none_where_nothing_names_one(text: str) -> None:
    assert metadata_of(text).source is None


def test_source_declared_wins_over_the_dateline() -> None:
    assert value_of(metadata_of(f"(TTXVN) - {BODY}", source="NDO").source) == ("Báo Nhân Dân", Method.DECLARED)


def test_source_of_an_address_is_the_newspaper_of_its_domain() -> None:
    found = metadata_of(BODY, url="https://www.thethao.vnexpress.net/a-1.html").source
    assert value_of(found) == ("VnExpress", Method.URL)


def test_source_of_an_unknown_address_is_its_domain() -> None:
    assert value_of(metadata_of(BODY, url="https://baonui.example.vn/x").source) == ("baonui.example.vn", Method.URL)


@pytest.mark.parametrize("url", ["http://[", "khong phai url", "x"])
def test_source_of_a_broken_address_is_none(url: str) -> None:
    assert metadata_of(BODY, url=url).source is None


def test_source_of_a_closing_credit() -> None:
    assert value_of(metadata_of(f"{BODY}\nTheo TTXVN").source) == ("Thông tấn xã Việt Nam", Method.CREDIT)


def test_source_named_within_a_sentence_is_no_credit() -> None:
    assert metadata_of(f"{BODY} Nước còn lên trong những ngày tới (theo Reuters).").source is None
    assert metadata_of(f"{BODY} (Theo Reuters)").source is not None
    assert value_of(metadata_of(f"{BODY} — VNS").source) == ("Việt Nam News", Method.CREDIT)


@pytest.mark.parametrize("line", ["PV/TTXVN", "Lê Hoàng/TTXVN", "Lê Hoàng/TTXVN-Huế", "LÊ HOÀNG (TTXVN)", "TTXVN"])
def test_source_of_the_reporters_agency(line: str) -> None:
    assert value_of(metadata_of(f"{BODY}\n{line}").source) == ("Thông tấn xã Việt Nam", Method.CREDIT)


def test_source_and_date_of_a_line_with_both() -> None:
    metadata = metadata_of(f"Ngập ở Huế\nBáo Núi, ngày 13-3-2021\n{BODY}")
    assert value_of(metadata.source) == ("Báo Núi", Method.IMPRINT)
    assert value_of(metadata.published) == (Moment(dt.date(2021, 3, 13)), Method.STAMP_LINE)


def test_source_of_an_imprint_below_the_article() -> None:
    found = metadata_of(f"{BODY}\nBản quyền thuộc Báo Lâm Đồng").source
    assert value_of(found) == ("Báo Lâm Đồng", Method.IMPRINT)


def test_source_of_a_local_venue_is_inferred() -> None:
    found = metadata_of(f"{BODY} Ông An dự tại điểm cầu tỉnh Sơn La.").source
    assert found is not None
    assert (found.value, found.method, found.is_inferred) == ("Báo Sơn La", Method.INFERRED_FROM_VENUE, True)


@pytest.mark.parametrize("venues", ["điểm cầu Hà Nội", "điểm cầu Sơn La và điểm cầu Huế, điểm cầu Lào Cai"])
def test_source_of_the_capital_or_of_several_venues_is_none(venues: str) -> None:
    assert metadata_of(f"{BODY} Các đại biểu dự tại {venues}.").source is None


def test_source_of_photographs_is_the_last_resort() -> None:
    assert value_of(metadata_of(f"{BODY}\nĐường ngập. Ảnh: vov.vn").source) == ("VOV", Method.PHOTO_CREDIT)


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
        ("Minh Anh/VOV.VN", "Minh Anh", Method.BYLINE),
        ("PV/TTXVN", None, None),
        ("Minh Anh - Ban Biên tập", "Minh Anh", Method.BYLINE),
        ("TIN TỨC - SỰ KIỆN", None, None),
    ],
)
def test_author_of_a_closing_line(line: str, author: str | None, method: Method | None) -> None:
    found = metadata_of(f"Mưa lớn ở Huế\n{BODY}\n{line}").author
    assert value_of(found) == ((author, method) if author else None)


def test_author_with_a_job_title_below_is_found() -> None:
    text = f"Mưa lớn ở Huế\n{BODY}\nNguyễn Văn An\nGiám đốc Trung tâm Khí tượng thủy văn tỉnh"
    assert value_of(metadata_of(text).author) == ("Nguyễn Văn An", Method.BYLINE)


def test_author_above_the_article_is_found() -> None:
    assert value_of(metadata_of(f"Mưa lớn ở Huế\nLê Hoàng\n{BODY}").author) == ("Lê Hoàng", Method.BYLINE)


@pytest.mark.parametrize(
    "line", ["Hà Nội", "Kết Luận", "Phóng Viên", "Theo TTXVN", "Ảnh: Lê Hoàng", "Tuổi Trẻ", "12/3"]
)
def test_line_that_names_no_person_is_no_author(line: str) -> None:
    assert metadata_of(f"Mưa lớn ở Huế\n{BODY}\n{line}").author is None


def test_author_declared_may_be_one_word_but_no_login() -> None:
    assert value_of(metadata_of(BODY, author="Hoàng").author) == ("Hoàng", Method.DECLARED)
    assert metadata_of(BODY, author="admin").author is None
    assert metadata_of(BODY, author="an@baonui.vn").author is None


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
    assert value_of(metadata_of(BODY, published=declared).published) == (expected, Method.DECLARED)


@pytest.mark.parametrize(
    "wrong", ["hôm qua", "2021-13-45", "0000-00-00", "9999-12-31", "32/01/2021", "2021", "-", "12/3"]
)
def test_published_as_nonsense_is_none(wrong: str) -> None:
    assert metadata_of(BODY, published=wrong).published is None


def test_published_in_the_future_gives_way_to_the_stamp() -> None:
    found = metadata_of(f"Cập nhật: 12/03/2021\n{BODY}", published="2031-01-01").published
    assert value_of(found) == (Moment(dt.date(2021, 3, 12)), Method.STAMP_LINE)


def test_published_is_the_first_stamp_rather_than_the_update() -> None:
    text = f"Mưa lớn ở Huế\nCập nhật: 08:00 14/03/2021\nNgày đăng: 12/03/2021\n{BODY}"
    assert value_of(metadata_of(text).published) == (Moment(dt.date(2021, 3, 12)), Method.STAMP_LINE)


def test_published_behind_the_title() -> None:
    text = f"Mưa lớn làm ngập nhiều phố ở Huế (13/03/2021 07:15)\n{BODY}"
    metadata = metadata_of(text)
    assert value_of(metadata.published) == (Moment(dt.date(2021, 3, 13), dt.time(7, 15)), Method.TITLE_LINE)
    assert value_of(metadata.title) == ("Mưa lớn làm ngập nhiều phố ở Huế", Method.TITLE_LINE)


def test_published_in_a_line_with_the_author() -> None:
    found = metadata_of(f"Mưa lớn ở Huế\nLê Hoàng - 12/03/2021 16:07\n{BODY}").published
    assert value_of(found) == (Moment(dt.date(2021, 3, 12), dt.time(16, 7)), Method.STAMP_LINE)


def test_published_day_takes_the_time_of_the_stamp_of_that_day() -> None:
    text = f"Mưa lớn ở Huế\n16:07 12/03/2021\n{BODY}"
    moment = Moment(dt.date(2021, 3, 12), dt.time(16, 7))
    assert value_of(metadata_of(text, published="2021-03-12").published) == (moment, Method.STAMP_LINE)
    other = metadata_of(text, published="2021-03-11").published
    assert value_of(other) == (Moment(dt.date(2021, 3, 11)), Method.DECLARED)


def test_published_in_the_address_or_the_file_name() -> None:
    url = "https://baonui.vn/2021/03/12/mua-lon.html"
    assert value_of(metadata_of(BODY, url=url).published) == (Moment(dt.date(2021, 3, 12)), Method.URL)
    found = metadata_of(BODY, path="tin/2021-03-12-mua-lon.txt").published
    assert value_of(found) == (Moment(dt.date(2021, 3, 12)), Method.FILE_NAME)


def test_digits_of_a_hashed_file_name_are_no_date() -> None:
    assert metadata_of(BODY, path="000_611e20210312aab.txt").published is None


def test_file_name_of_a_jsonl_file_dates_none_of_its_articles() -> None:
    assert metadata_of(BODY, path="2021-03-12.jsonl", line=3).published is None


def test_table_without_prose_gives_no_nonsense() -> None:
    metadata = metadata_of("Đội | Điểm\nHuế | 12\nVinh | 9\n3-1\n2/3")
    assert metadata == Metadata(title=metadata.title)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200), st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_metadata_without_failing(text: str, published: str, url: str) -> None:
    metadata = metadata_of(text, published=published, url=url, title=text[:20], author=url, source=published)
    assert metadata.title is None or len(metadata.title.value) <= 150
