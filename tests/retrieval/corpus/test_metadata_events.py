"""When the reported thing happened, and the years it looks back on."""

import datetime as dt

import pytest

from retrieval.corpus.metadata import Days, Method, Moment
from tests.retrieval.corpus.metadata_of import BODY, metadata_of, on_day, value_of


@pytest.mark.parametrize(
    ("lead", "published", "event"),
    [
        ("Sáng 12-3, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", on_day(2021, 3, 12)),
        ("Tối 30/12, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-01-02", on_day(2020, 12, 30)),
        ("Ngày 20-3 tới, thành phố Huế sẽ mở lại phố đi bộ sau hai năm.", "2021-03-13", on_day(2021, 3, 20)),
        ("Ngày 5-1 tới, thành phố Huế sẽ mở lại phố đi bộ sau hai năm.", "2020-12-28", on_day(2021, 1, 5)),
        (
            "Trong hai ngày 12 và 13-3, hội thảo về đô thị diễn ra tại thành phố Huế.",
            "2021-03-14",
            Days(dt.date(2021, 3, 12), dt.date(2021, 3, 13)),
        ),
        (
            "Kết luận hội nghị sáng 12-3, lãnh đạo thành phố Huế yêu cầu nạo vét cống.",
            "2021-03-13",
            on_day(2021, 3, 12),
        ),
        ("Mưa lớn làm ngập nhiều phố ở trung tâm Huế sáng 12-3.", "2021-03-13", on_day(2021, 3, 12)),
        ("Đêm qua, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", on_day(2021, 3, 12)),
        ("Sáng nay, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế.", "2021-03-13", on_day(2021, 3, 13)),
    ],
)
def test_event_year_follows_from_the_publication(lead: str, published: str, event: Days) -> None:
    found = metadata_of(f"{lead} {BODY}", published=published).event
    assert value_of(found) == (event, Method.INFERRED_FROM_PUBLICATION)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ngày 13-1, sở họp tổng kết năm 2021, triển khai nhiệm vụ năm 2022 của toàn ngành.", on_day(2022, 1, 13)),
        ("Ngày 20-12, sở họp tổng kết năm 2021, triển khai nhiệm vụ năm 2022 của toàn ngành.", on_day(2021, 12, 20)),
        ("Ngày 5-7, sở họp sơ kết 6 tháng đầu năm 2019 và bàn việc cuối năm của toàn ngành.", on_day(2019, 7, 5)),
        ("Sáng 12-3, cầu được thông xe sau khi khởi công từ ngày 1-2-2020 theo thiết kế mới.", on_day(2020, 3, 12)),
        ("Sáng 12-3, cầu được thông xe sau khi hoàn thành vào ngày 28-12-2020 như đã hứa.", on_day(2021, 3, 12)),
        ("Sáng 12-3, cầu được thông xe đúng hẹn, là cây cầu thứ ba của năm 2019 ở tỉnh.", on_day(2019, 3, 12)),
    ],
)
def test_event_year_without_publication_follows_from_the_text(text: str, event: Days) -> None:
    metadata = metadata_of(f"{text} {BODY}\nLê Hoàng")
    assert value_of(metadata.event) == (event, Method.INFERRED_FROM_TEXT)
    assert value_of(metadata.published) == (Moment(event.end), Method.INFERRED_FROM_EVENT)


def test_event_in_the_paragraph_after_a_short_lead() -> None:
    text = (
        "Lượng mưa ở Huế đã vượt mức cao nhất từng đo được trong nửa thế kỷ qua.\nTrận mưa đo ngày 12-3-2021 kéo dài."
    )
    found = metadata_of(f"{text} {BODY}").event
    assert value_of(found) == (on_day(2021, 3, 12), Method.LEAD)


def test_event_far_into_a_sentence_is_recent_or_background() -> None:
    lead = "Lượng mưa mà trạm khí tượng thủy văn của thành phố Huế đo được đã vượt qua mức kỷ lục của ngày 12-3-2021."
    assert metadata_of(lead, published="2024-05-05").event is None
    assert value_of(metadata_of(lead, published="2021-03-14").event) == (on_day(2021, 3, 12), Method.LEAD)


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
    metadata = metadata_of(f"{lead} {BODY}")
    assert (metadata.event, metadata.published) == (None, None)


def test_event_of_a_passage_without_newspaper_or_author_dates_no_publication() -> None:
    metadata = metadata_of(f"Ngày 13 tháng 5 năm 1969, bạo loạn nổ ra ở thủ đô sau cuộc bầu cử. {BODY}")
    assert (value_of(metadata.event), metadata.published) == ((on_day(1969, 5, 13), Method.LEAD), None)


def test_dates_of_a_life_are_no_event() -> None:
    assert metadata_of(f"Erwin An (12 tháng 8 năm 1887 – 4 tháng 1 năm 1961) là nhà vật lý học. {BODY}").event is None


# Years under review


@pytest.mark.parametrize(
    ("lead", "years"),
    [
        ("Sở họp tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021 của toàn ngành y tế.", (2020,)),
        ("Sở họp sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023 của ngành.", (2023,)),
        ("Sở họp đánh giá công tác năm 2020 và bàn nhiệm vụ năm 2021 của toàn ngành y tế.", (2020,)),
        ("Sở họp sơ kết quý I/2024 và bàn việc của quý sau với các phòng ban trực thuộc sở.", (2024,)),
        ("Tỉnh tổng kết 10 năm trồng rừng với gần một nghìn hộ dân của các bản vùng cao.", ()),
        ("Việc đánh giá rừng được tiến hành từ những năm 1970 ở các bản vùng cao của tỉnh.", ()),
        ("Ngày 12-3-2021, mưa lớn làm ngập nhiều phố ở trung tâm thành phố Huế và vùng ven.", ()),
    ],
)
def test_years_under_review_are_those_looked_back_on(lead: str, years: tuple[int, ...]) -> None:
    assert metadata_of(f"{lead} {BODY}").reviewed_years == years
