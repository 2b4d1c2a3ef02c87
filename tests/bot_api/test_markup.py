"""Telegram's HTML: what it takes and what it refuses, in its words."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.bot_api.markup import parse_html
from tests.support.bot_api.refusals import RefusedError
from tests.support.bot_api.texts import text_of

PREFIX = "Bad Request: can't parse entities: "


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("lũ <br> lớn", 'Unsupported start tag "br" at byte offset 4'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>giá</b", "Unclosed end tag at byte offset 7"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="http://x.vn', "Unclosed start tag at byte offset 0"),
        ("<a href=http://x.vn>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xD800;",
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units",
        ),
    ],
)
def test_markup_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_html(source)
    assert refused.value.description == PREFIX + words


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>mưa</b> lũ", "mưa lũ", [("bold", 0, 3)]),
        ("<B>a</B>", "a", [("bold", 0, 1)]),
        ("<b>a</>", "a", [("bold", 0, 1)]),
        ("🌧 <i>to</i>", "🌧 to", [("italic", 3, 2)]),
        ("<blockquote expandable>a <b>b</b></blockquote>", "a b", [("expandable_blockquote", 0, 3), ("bold", 2, 1)]),
        ('<blockquote expandable="">a</blockquote>', "a", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("a &lt; b &amp;&amp; c &gt; d &quot;e&quot;", 'a < b && c > d "e"', []),
        ("&nbsp;&copy; &#8211; &#x2013;", "&nbsp;&copy; – –", []),
        ("&amp;lt;", "&lt;", []),
        ("&#0; &", "&#0; &", []),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ('<pre><code class="language-py">a</code></pre>', "a", [("pre", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<b></b>a", "a", []),
        ('<a href="localhost">a</a>', "a", []),
    ],
)
def test_markup_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed, found = parse_html(source)
    assert parsed == text
    assert [(entity.type, entity.offset, entity.length) for entity in found] == entities


def test_a_link_keeps_its_address_and_a_mention_its_user() -> None:
    _, entities = parse_html('<a href="https://bao.vn/?a=1&amp;b=2">x</a> <a href="tg://user?id=7">An</a>')
    assert [(entity.type, entity.url, entity.user_id) for entity in entities] == [
        ("text_link", "https://bao.vn/?a=1&b=2", None),
        ("text_mention", "", 7),
    ]


def test_a_quote_within_a_quote_is_dropped() -> None:
    formatted = text_of("<blockquote>a <blockquote>b</blockquote></blockquote>", "HTML", None)
    assert [(entity.type, entity.offset, entity.length) for entity in formatted.entities] == [("blockquote", 0, 3)]


def test_marks_within_code_are_dropped() -> None:
    formatted = text_of("<code>a <b>b</b></code> <b>c</b>", "HTML", None)
    assert [(entity.type, entity.offset) for entity in formatted.entities] == [("code", 0), ("bold", 4)]


def test_blanks_around_a_text_are_cut_and_entities_moved() -> None:
    formatted = text_of(" \n mưa <b>lũ </b>\n ", "HTML", None)
    assert (formatted.text, formatted.marked("bold")) == ("mưa lũ", ["lũ"])


def test_entities_after_the_hundredth_are_ignored() -> None:
    formatted = text_of("<b>a</b> " * 120, "HTML", None)
    assert len(formatted.entities) == 100


@given(st.text())
def test_an_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert parse_html(f"<b>{html.escape(text)}</b>")[0] == text


@given(st.text(alphabet="<>/&;#xb a=\"'mưi🌧-", max_size=40))
def test_any_markup_is_read_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except RefusedError as error:
        assert error.description.startswith(PREFIX)  # noqa: PT017 - most sources are not refused
    else:
        assert all(entity.offset >= 0 and entity.length > 0 for entity in entities)
        assert "<" not in text or "&" in source
