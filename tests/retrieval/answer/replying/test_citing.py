"""Citations from findings of a small index: verbatim, numbered, copies counted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from retrieval.answer.ranking.finding import Finding
from retrieval.answer.replying.citing import citation_of, cite
from tests.retrieval.answer.conftest import Find

QUESTION = "Trường nào nhận giải nhất?"
FIRST = (
    "Trao giải hội thi khoa học\n\n(Baothanhhoa.vn) - Sáng 8-4-2023, sở giáo dục trao giải hội thi khoa học "
    "cho học sinh. "
    "Trường Trung học Lam Sơn nhận giải nhất với đề tài lọc nước. Hội thi có 45 đề tài của 12 trường.\n"
)
COPY = FIRST.replace("Sáng 8-4-2023, sở giáo dục trao giải", "Sáng 8-4-2023, sở giáo dục đã trao giải")
OTHER_FIGURE = FIRST.replace("45 đề tài", "46 đề tài")
OTHER = "Mở trường mới\n\n(Baothanhhoa.vn) - Sáng 9-4-2023, một trường mới được mở. Trường nhận 300 học sinh lớp một.\n"


@pytest.fixture
def found(find_of: Callable[[dict[str, str]], Find]) -> Callable[..., list[Finding]]:
    return lambda *texts: find_of({f"{n}.txt": text for n, text in enumerate(texts)})(QUESTION, top=6)


def test_citation_is_verbatim_and_its_highlights_count_within_it(found: Callable[..., list[Finding]]) -> None:
    finding = found(FIRST, OTHER)[0]
    citation = citation_of(finding, 4)
    article = finding.evidence.article
    assert (citation.rank, citation.article_id, citation.copies) == (4, "0.txt", 0)
    assert citation.excerpt == article.text[citation.start : citation.end]
    marked = [citation.excerpt[start:end] for start, end in citation.highlights]
    assert marked == [span.of(article.text) for span in finding.answer.marked]
    assert "Lam Sơn" in marked[0]
    assert (citation.source, citation.published) == ("Báo Thanh Hóa", "2023-04-08")


def test_copies_are_counted_in_the_first_and_do_not_use_up_the_citations(found: Callable[..., list[Finding]]) -> None:
    citations = cite(found(FIRST, COPY, OTHER), 2)
    assert [(citation.rank, citation.copies) for citation in citations] == [(1, 1), (2, 0)]
    assert [citation.article_id for citation in citations][1] == "2.txt"


def test_copy_behind_the_last_citation_is_still_counted(found: Callable[..., list[Finding]]) -> None:
    findings = found(FIRST, OTHER, COPY)
    first, copy = [one for one in findings if one.evidence.article.id != "1.txt"]
    other = next(one for one in findings if one.evidence.article.id == "1.txt")
    assert [citation.copies for citation in cite([first, other, copy], 1)] == [1]


def test_passages_that_differ_in_a_figure_are_both_cited(found: Callable[..., list[Finding]]) -> None:
    assert [citation.copies for citation in cite(found(FIRST, OTHER_FIGURE), 3)] == [0, 0]


def test_words_alike_but_vectors_far_apart_are_no_copies(found: Callable[..., list[Finding]]) -> None:
    first, copy = found(FIRST, COPY)
    apart = replace(copy, hit=replace(copy.hit, cosine=first.hit.cosine - 0.05))
    assert [citation.copies for citation in cite([first, copy], 3)] == [1]
    assert [citation.copies for citation in cite([first, apart], 3)] == [0, 0]


def test_longer_passage_that_has_the_shorter_one_in_it_is_no_copy(found: Callable[..., list[Finding]]) -> None:
    longer = (
        FIRST.rstrip() + " Ban tổ chức cảm ơn các thầy cô giáo, phụ huynh và học sinh đã đến với hội thi năm nay." * 2
    )
    assert [citation.copies for citation in cite(found(FIRST, longer), 3)] == [0, 0]


def test_no_citation_is_made_of_no_finding() -> None:
    assert cite([], 3) == ()
