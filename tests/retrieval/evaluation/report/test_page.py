"""The report as a browser reads it: whole by itself, well formed, with every figure, and nothing that can act."""

import re
from html.parser import HTMLParser

import pytest

from retrieval.evaluation.question_result import QuestionResult
from retrieval.evaluation.report import report_page
from retrieval.evaluation.results import Evaluation
from tests.retrieval.evaluation.stand_ins import make_result, make_scores

HOSTILE = "<script>alert(\"1\")</script> & <b onload='x'>"
VOID = {"meta"}


class Page(HTMLParser):
    """The elements with their attributes, the text of each kind of element, and whether every one is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            self.texts[tag][-1] += data

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]


def _evaluation(*results: QuestionResult) -> Evaluation:
    return Evaluation("d" * 64, 3, 30, results, 0, ())


def _page(*results: QuestionResult) -> Page:
    return Page(report_page(_evaluation(*results), {"Date": "2026-05-01", "Command": "hoidap evaluate --corpus tin"}))


GOOD = make_result("q-good", make_scores(), confidence=0.9)
MISSED = make_result(
    "q-missed",
    make_scores(recall_at_1=0.0, answer_in_excerpt_at_3=0.0, answer_holds_all=0.0, concise=0.0),
    question="Ai thắng trận chung kết?",
    expected=("Lê An", "Trần Bình"),
    answer="Vũ Cường",
    confidence=0.7,
    rank=None,
)
INVENTED = make_result("q-invented", None, refused=False, answer="12 độ", question="how cold was it", confidence=0.8)
REFUSED = make_result("q-refused", make_scores(concise=0.0), refused=True, answer=None, confidence=0.05)


def test_header_tells_what_the_figures_were_taken_on() -> None:
    page = _page(GOOD)
    entries = dict(zip(page.texts["dt"], page.texts["dd"], strict=True))
    assert entries["Date"] == "2026-05-01"
    assert entries["Command"] == "hoidap evaluate --corpus tin"
    assert entries["Generation"] == "3"
    assert entries["Questions' sha256"] == "d" * 64


def test_tables_hold_the_figures_of_every_group() -> None:
    page = _page(GOOD, MISSED, INVENTED)
    heads, cells = page.texts["th"], page.texts["td"]
    assert {"all", "vi", "who", "refuse"} <= set(heads)
    assert cells[:4] == ["3", "0.500", "1.000", "1.000"]  # all: questions, R@1, R@5, R@10
    assert "AUROC" in heads
    assert "0.500" in cells


def test_nothing_is_loaded_and_no_script_runs() -> None:
    text = report_page(_evaluation(GOOD, MISSED, INVENTED, REFUSED), {"Corpus": "https://example.org/a.js"})
    page = Page(text)
    assert {tag for tag, _ in page.elements}.isdisjoint({"script", "link", "img", "iframe", "object", "a", "image"})
    assert not any(page.attributes(name) for name in ("src", "href", "xlink:href", "action", "onload", "style"))
    assert "url(" not in page.texts["style"][0]
    assert "@import" not in page.texts["style"][0]
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.attributes("content")


def test_texts_from_outside_are_escaped() -> None:
    result = make_result(
        HOSTILE,
        make_scores(answer_in_excerpt_at_3=0.0),
        question=HOSTILE,
        expected=(HOSTILE,),
        answer=HOSTILE,
        articles=(HOSTILE,),
        ranking=(HOSTILE,),
        language=HOSTILE,
        kind=HOSTILE,
    )
    text = report_page(_evaluation(result), {"Corpus": HOSTILE, "Command": HOSTILE})
    page = Page(text)
    assert {"script", "b"}.isdisjoint({tag for tag, _ in page.elements})
    assert page.texts["dd"][:2] == [HOSTILE, HOSTILE]
    row = page.texts["td"][-5:]
    assert row == [HOSTILE, HOSTILE, f"{HOSTILE} {HOSTILE}", f"{HOSTILE} {HOSTILE}", "0.50"]


def test_what_cannot_be_written_as_utf_8_is_left_out() -> None:
    odd = make_result("q\ud800", make_scores(concise=0.0), question="Ai\udfff \u202e?")
    text = report_page(_evaluation(odd), {"Corpus": "tin\udc80.jsonl"})
    assert text.encode("utf-8").decode() == text
    assert '<td lang="vi">Ai ?</td>' in text


def test_questions_that_went_wrong_stand_under_their_fault_the_worst_first() -> None:
    page = _page(REFUSED, GOOD, MISSED, INVENTED)
    assert [text for text in page.texts["h2"] if "wrong" in text] == ["What went wrong: 3 of 4 questions"]
    assert [text for text in page.texts["h3"] if text.endswith("(1)")] == [
        "Answered, though the articles hold no answer (1)",
        "Refused, though the articles hold the answer (1)",
        "The answer stands in none of the first three excerpts (1)",
    ]
    rows = [
        page.texts["td"][start : start + 5] for start in range(len(page.texts["td"]) - 15, len(page.texts["td"]), 5)
    ]
    assert rows == [
        ["q-invented", "how cold was it", "no answer", "12 độ a", "0.80"],
        ["q-refused", "Ai?", "An a", "refused a", "0.05"],
        ["q-missed", "Ai thắng trận chung kết?", "Lê An · Trần Bình a", "Vũ Cường a", "0.70"],
    ]


def test_languages_are_marked_for_readers_aloud() -> None:
    page = _page(MISSED, INVENTED)
    assert page.elements[0] == ("html", {"lang": "en"})
    assert ("td", {"lang": "vi"}) in page.elements
    assert ("td", {"lang": "en"}) in page.elements


def test_every_plot_has_a_title_and_a_description_of_its_own() -> None:
    page = _page(GOOD, MISSED, INVENTED, REFUSED)
    plots = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert len(plots) == 4
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    for plot in plots:
        assert plot["role"] == "img"
        assert set((plot["aria-labelledby"] or "").split()) <= set(ids)
    assert all(len(text) > 40 for text in page.texts["desc"])


def test_what_makes_figures_doubtful_is_said() -> None:
    wrong = make_result("q", make_scores(), not_verbatim=("a#1",))
    evaluation = Evaluation("d", 1, 30, (wrong,), 2, ("lost.txt",))
    paragraphs = Page(report_page(evaluation, {})).texts["p"]
    assert paragraphs == [
        "1 gold articles are not in the corpus, so they cannot be found.",
        "1 citations are not the article's words.",
        "2 questions had other first citations with 30 asked for.",
    ]


@pytest.mark.parametrize("results", [(), (GOOD,), (INVENTED,)])
def test_a_report_can_be_made_of_any_questions(results: tuple[QuestionResult, ...]) -> None:
    page = _page(*results)
    assert "roc-title" not in page.attributes("id")
    assert "calibration-title" not in page.attributes("id")
    assert f"of {len(results)} questions" in page.texts["h2"][-1]


def test_numbers_in_drawings_are_finite() -> None:
    text = report_page(_evaluation(GOOD, MISSED, INVENTED, REFUSED), {})
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(drawings) == 4
    assert not any(re.search(r"\b(?:nan|inf)\b", drawing) for drawing in drawings)
