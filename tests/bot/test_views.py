"""How replies look: excerpts cut around the answer, refusals, dates, and a terminal that articles cannot drive."""

import io
import sys
from dataclasses import replace

import pytest

from bot.cli.output import remark
from bot.cli.reply_view import excerpt_line, reply_lines
from bot.cli.styled import Line, Piece, Style, as_plain, print_lines
from retrieval.answer.reply import Alternative, Analysis, Answer, Citation, Refusal, RefusalReason, Reply, Status
from retrieval.answer.texts import format_date
from retrieval.query.language import Language


def citation(excerpt: str, highlight: tuple[int, int]) -> Citation:
    return Citation(
        rank=1, article_id="a.txt", passage_id="a.txt#1", title=None, source=None, author=None, published=None,
        url=None, path="/a.txt", excerpt=excerpt, start=0, end=len(excerpt), highlights=(highlight,), score=1.0,
    )  # fmt: skip


def reply(status: Status, answer: Answer | None, refusal: Refusal | None) -> Reply:
    return Reply(
        "?", Language.ENGLISH, status, 0.7, answer, refusal, (citation("Một hai\n\nba bốn.", (4, 7)),), generation=1
    )


def test_answer_stands_first_and_is_marked_in_the_excerpt() -> None:
    lines = [as_plain(line) for line in reply_lines(reply(Status.ANSWERED, Answer("hai"), None))]
    assert lines == [
        "hai",
        "Confidence: 70%",
        "",
        "1. (no title)",
        "   source unknown · date unknown · a.txt",
        "   Một »hai« ba bốn.",
    ]


def test_what_was_understood_and_what_else_was_meant_are_told() -> None:
    first = reply(Status.ANSWERED, Answer("hai"), None)
    other = replace(citation("Bốn năm sáu.", (4, 7)), article_id="b.txt", published="2022-01-13", copies=2)
    told = replace(
        first,
        analysis=Analysis(restored="Một là gì?"),
        alternatives=(Alternative("“B” (13 January 2022)", "năm", other),),
    )
    lines = [as_plain(line) for line in reply_lines(told)]
    assert lines[2] == "Understood as: Một là gì?"
    assert lines[-4:] == [
        "",
        "Or did you mean “B” (13 January 2022)?",
        "   năm",
        "   source unknown · 13 January 2022 · b.txt · and 2 nearly identical",
    ]


def test_refusal_shows_the_nearest_passages_with_nothing_marked() -> None:
    refusal = Refusal(RefusalReason.LOW_CONFIDENCE, "The articles do not answer this question.")
    lines = [as_plain(line) for line in reply_lines(reply(Status.REFUSED, None, refusal))]
    assert lines == [
        "The articles do not answer this question.",
        "The passages nearest to the question:",
        "",
        "1. (no title)",
        "   source unknown · date unknown · a.txt",
        "   Một hai ba bốn.",
    ]


@pytest.mark.parametrize(
    ("highlights", "max_chars", "shown"),
    [
        ([(0, 4)], 60, "»aaaa« bbbb cccc dddd eeee ffff"),
        ([(0, 4)], 14, "»aaaa« bbbb cccc …"),
        ([(10, 14)], 14, "… bbbb »cccc« dddd …"),
        ([(25, 29)], 14, "… dddd eeee »ffff«"),
        ([(5, 24)], 10, "… »bbbb cccc dddd eeee« …"),
        ([(5, 9), (15, 19)], 14, "… »bbbb« cccc »dddd« …"),
        ([], 14, "aaaa bbbb cccc …"),
    ],
)
def test_long_excerpt_is_cut_around_the_answer(highlights: list[tuple[int, int]], max_chars: int, shown: str) -> None:
    assert as_plain(excerpt_line("aaaa bbbb cccc dddd eeee ffff", highlights, max_chars, indent=0)) == shown


def test_excerpt_of_one_endless_word_keeps_the_answer_whole() -> None:
    assert as_plain(excerpt_line("x" * 500, [(200, 210)], 50, indent=0)) == f"… »{'x' * 10}« …"


@pytest.mark.parametrize(
    ("language", "shown"), [(Language.VIETNAMESE, "02/03/2021"), (Language.ENGLISH, "2 March 2021")]
)
def test_date_is_written_as_in_the_language(language: Language, shown: str) -> None:
    assert format_date("2021-03-02", language) == shown


class Terminal(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(monkeypatch: pytest.MonkeyPatch, term: str, *lines: Line) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("NO_COLOR", raising=False)
    print_lines(lines)
    return terminal.getvalue()


def test_terminal_shows_markup_as_text_and_drops_control_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line((Piece("[red]a[/red] [/x] \x1b[2J\x9b\x07:smile: "), Piece("b\u202e", Style.MARKED)))
    assert printed(monkeypatch, "xterm", line) == "[red]a[/red] [/x] [2J:smile: \x1b[7mb\x1b[0m\n"


def test_long_line_is_wrapped_inside_its_indent(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = printed(monkeypatch, "xterm", Line((Piece("một hai ba bốn " * 5),), indent=3)).splitlines()
    assert [row.rstrip() for row in rows] == [
        "   một hai ba bốn một hai ba bốn một hai",
        "   ba bốn một hai ba bốn một hai ba bốn",
    ]


def test_empty_line_stays_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = printed(monkeypatch, "xterm", Line((Piece("a"),)), Line(), Line((Piece("b"),))).splitlines()
    assert [row.rstrip() for row in rows] == ["a", "", "b"]


def test_dumb_terminal_gets_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, "dumb", Line((Piece("a "), Piece("b", Style.MARKED)))) == "a »b«\n"


def test_remark_is_one_line_without_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    remark("bad file \x1b[31m\nname\ud800")
    assert capsys.readouterr() == ("", "hoidap: bad file [31m name\n")
