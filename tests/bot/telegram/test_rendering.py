"""Messages as text: within Telegram's limits whatever an article holds, and never with broken markup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.rendering.answers import excerpt_spans, reply_body
from bot.telegram.rendering.articles import article_pages
from bot.telegram.rendering.buttons import Action, answer_keyboard, is_openable, parse_press
from bot.telegram.rendering.markup import MAX_UNITS, Style, clean, cut, text_body, utf16_length
from bot.telegram.state.records import Shown
from bot.telegram.texts import ENGLISH, VIETNAMESE
from retrieval.answer.reply import (
    Alternative,
    Analysis,
    Answer,
    Citation,
    Refusal,
    RefusalReason,
    Reply,
    Status,
)
from retrieval.query.language import Language
from tests.support.bot_api.entities import Entity
from tests.support.bot_api.markup import parse_html

_CHARS = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from("<>&\"'\n 😀ấẩ\u0301\u202e\u200d\x00ộ"),
    st.sampled_from(["&amp;", "<b>"]),
)
_TEXTS = st.text(st.one_of(_CHARS.filter(lambda text: len(text) == 1)), max_size=300)


def citation(rank: int = 1, excerpt: str = "Giá vàng tăng mạnh.", **changes: object) -> Citation:
    made = Citation(
        rank=rank,
        article_id="gia-vang.txt",
        passage_id=f"gia-vang.txt#{rank}",
        title="Giá vàng",
        source="Báo Kinh tế",
        author=None,
        published="2023-06-05",
        url=None,
        path="/srv/gia-vang.txt",
        excerpt=excerpt,
        start=0,
        end=len(excerpt),
        highlights=((0, min(8, len(excerpt))),),
        score=1.0,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def answered(answer: str, *citations: Citation, confidence: float = 0.9, analysis: Analysis | None = None) -> Reply:
    return Reply(
        question="Giá vàng thế nào?",
        language=Language.VIETNAMESE,
        status=Status.ANSWERED,
        confidence=confidence,
        answer=Answer(answer),
        refusal=None,
        citations=citations,
        analysis=analysis or Analysis(),
    )


def parsed(html: str) -> tuple[str, list[Entity]]:
    """Return text and entities as the strict server reads them; it raises what Telegram would."""
    return parse_html(html)


def test_answer_of_one_source_has_no_marker() -> None:
    body = reply_body(answered("Giá vàng tăng", citation()), VIETNAMESE)
    assert body.html == (
        "<b>Giá vàng tăng</b>\n\n[1] <i>Giá vàng</i>\nBáo Kinh tế · 05/06/2023\n"
        "<blockquote expandable><b><u>Giá vàng</u></b> tăng mạnh.</blockquote>"
    )


def test_answer_names_the_sources_that_hold_it() -> None:
    body = reply_body(
        answered(
            "Giá vàng",
            citation(1),
            citation(2, "Mưa lớn ở miền Trung."),
            citation(3, "Theo hiệp hội, giá vàng tăng."),
        ),
        ENGLISH,
    )
    assert body.plain.startswith("Giá vàng [1] [3]\n")
    assert "Báo Kinh tế · 5 June 2023" in body.plain


def test_uncertain_answer_says_so_and_copies_are_counted() -> None:
    body = reply_body(answered("Giá vàng", citation(copies=2), confidence=0.4), VIETNAMESE)
    assert "Mình chưa chắc lắm" in body.plain
    assert "05/06/2023 (và 2 đoạn trùng nội dung)" in body.plain


def test_question_that_was_completed_is_shown_whole() -> None:
    analysis = Analysis(restored="còn năm 2023?", standalone="Giá vàng năm 2023 thế nào?")
    body = reply_body(answered("Giá vàng", citation(), analysis=analysis), VIETNAMESE)
    assert body.plain.startswith("Mình hiểu câu hỏi là: Giá vàng năm 2023 thế nào?\n")


def test_refusal_in_the_chosen_language_when_the_question_is_in_another() -> None:
    refused = Reply(
        "Ai?",
        Language.VIETNAMESE,
        Status.REFUSED,
        0.1,
        None,
        Refusal(RefusalReason.LOW_CONFIDENCE, "Không bài báo nào nhắc đến Huế."),
        (citation(),),
    )
    assert reply_body(refused, VIETNAMESE).plain.startswith("Không bài báo nào nhắc đến Huế.\n")
    assert reply_body(refused, ENGLISH).plain.startswith("The articles do not answer this question.\n")


@given(answer=_TEXTS, excerpts=st.lists(_TEXTS, min_size=1, max_size=3), repeat=st.integers(1, 60), data=st.data())
def test_any_reply_fits_and_parses(answer: str, excerpts: list[str], repeat: int, data: st.DataObject) -> None:
    spans = st.tuples(st.integers(-5, 9000), st.integers(-5, 9000))
    citations = [
        citation(
            rank,
            excerpt * repeat,
            title=excerpt * repeat,
            source=answer,
            highlights=tuple(data.draw(st.lists(spans, max_size=30))),
        )
        for rank, excerpt in enumerate(excerpts, start=1)
    ]
    body = reply_body(answered(answer * repeat, *citations, analysis=Analysis(standalone=answer)), VIETNAMESE)
    text, entities = parsed(body.html)
    assert utf16_length(text) <= MAX_UNITS
    assert len(entities) <= 100
    assert len(body.html.encode()) <= 32_768
    assert text == body.plain


def test_long_excerpts_keep_the_words_that_answer() -> None:
    excerpt = "Mở đầu rất dài. " * 300 + "Lễ hội khai mạc ngày 5." + " Kết thúc cũng dài." * 300
    start = excerpt.index("Lễ hội")
    long = citation(1, excerpt, highlights=((start, start + 23),))
    body = reply_body(
        answered("Lễ hội khai mạc ngày 5.", long, replace(long, rank=2), replace(long, rank=3)), VIETNAMESE
    )
    assert body.html.count("<b><u>Lễ hội khai mạc ngày 5.</u></b>") == 3
    assert body.n_units > 3000


def test_excerpt_is_cut_in_whole_words_around_the_mark() -> None:
    excerpt = "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai"
    spans = excerpt_spans(excerpt, [(19, 22)], 24)
    assert [(span.text, span.style) for span in spans] == [
        ("… ", Style.PLAIN),
        ("năm ", Style.PLAIN),
        ("sáu", Style.MARKED),
        (" bảy tám chín", Style.PLAIN),
        (" …", Style.PLAIN),
    ]


def test_highlights_that_overlap_or_lie_outside_are_made_sound() -> None:
    spans = excerpt_spans("abcdef", [(4, 99), (-3, 2), (1, 3), (5, 5)], 100)
    assert [(span.text, span.style) for span in spans] == [
        ("abc", Style.MARKED),
        ("d", Style.PLAIN),
        ("ef", Style.MARKED),
    ]


def test_length_is_counted_in_utf_16_units() -> None:
    assert utf16_length("a😀ấ") == 4
    assert cut("😀" * 10, 11) == "😀" * 5 + "…"
    assert cut("một hai ba bốn", 11) == "một hai ba…"


@given(st.text(max_size=9000))
def test_pages_of_an_article_lose_no_word(text: str) -> None:
    pages = article_pages(text)
    assert all(utf16_length(page) <= 3200 for page in pages)
    assert "".join("".join(pages).split()) in ("".join(text.split()), "…")


@given(st.text(max_size=500))
def test_plain_texts_stay_what_they_are(text: str) -> None:
    body = text_body(text)
    assert parsed(body.html)[0] == body.plain
    if "*" not in text:
        assert body.plain == clean(text)


def test_buttons_carry_at_most_64_bytes_and_come_back_as_they_were() -> None:
    other = Alternative("hội nghị " * 30, "An", citation())
    reply = replace(answered("Giá vàng", *(citation(rank) for rank in range(1, 8))), alternatives=(other,))
    markup = answer_keyboard(10**12 - 1, Shown.of(reply), reply.citations, VIETNAMESE)
    assert markup is not None
    buttons = [button for row in markup.inline_keyboard for button in row]
    assert [parse_press(str(button.callback_data)) for button in buttons].count(None) == 0
    assert all(len(str(button.callback_data).encode()) <= 64 for button in buttons)
    assert all(len(button.text) <= 60 for button in buttons)
    assert len({action.value for action in Action}) == len(Action)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://bao.vn/a?b=1&c=2", True),
        ("http://xn--bo-yja.vn:8080/", True),
        ("https://bao", False),
        ("ftp://bao.vn/a", False),
        ("javascript:alert(1)", False),
        ("https://bao.vn:port/", False),
        ("https://bao.vn/a b", False),
        ("https://" + "a" * 3000 + ".vn", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_buttons(url: str, *, expected: bool) -> None:
    assert is_openable(url) is expected


def test_what_was_shown_survives_being_written_down() -> None:
    shown = Shown.of(replace(answered("Giá", citation()), alternatives=(Alternative("khác", "An", citation()),)))
    assert Shown.from_json(shown.to_json()) == shown


def test_phrased_answer_shows_the_excerpts_that_it_names_and_says_that_it_is_phrased() -> None:
    reply = answered("Giá vàng tăng [1]. Giá bạc giảm [5].", *(citation(rank) for rank in range(1, 7)))
    reply = replace(reply, answer=Answer("Giá vàng tăng [1]. Giá bạc giảm [5].", phrased=True))
    body = reply_body(reply, VIETNAMESE)
    assert [block.split("]")[0] for block in body.plain.split("\n[")[1:]] == ["1", "5"]
    assert body.plain.startswith("Giá vàng tăng [1]. Giá bạc giảm [5].\nMình đã diễn đạt lại;")
