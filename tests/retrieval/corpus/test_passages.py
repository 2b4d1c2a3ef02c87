"""Passages: whole sentences, exact offsets, nothing lost, nothing twice, never longer than the limit."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.passages import SIZES, Sizes, cut_passages
from retrieval.corpus.sentences import split_sentences
from retrieval.text.span import Span
from tests.retrieval.corpus.article_texts import article_texts, without_spaces

SMALL = Sizes(target_chars=60, max_chars=90)
SHARING = Sizes(target_chars=60, max_chars=90, overlap_sentences=1)


def passages(text: str, sizes: Sizes = SIZES) -> list[str]:
    return [text[passage.start : passage.end] for passage in cut_passages(text, sizes)]


def test_a_short_article_is_one_passage() -> None:
    text = "Giá vàng tăng\n\nNgày 5-6, giá vàng tăng.\nGiá bạc giảm."
    assert passages(text) == [text]


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_blank_text_has_no_passage(text: str) -> None:
    assert cut_passages(text) == []


def test_a_passage_ends_at_the_sentence_that_would_pass_the_limit() -> None:
    sentence = f"{'Hội nghị họp ' * 2}nhé."  # 30 signs
    text = " ".join([sentence] * 4)
    assert passages(text, Sizes(target_chars=60, max_chars=92)) == [" ".join([sentence] * 3), sentence]
    assert passages(text, Sizes(target_chars=60, max_chars=91)) == [" ".join([sentence] * 2)] * 2


def test_past_the_target_a_new_paragraph_starts_a_passage() -> None:
    sentence = f"{'Hội nghị họp ' * 2}nhé."
    assert passages(f"{sentence} {sentence}\n{sentence}", SMALL) == [f"{sentence} {sentence}", sentence]
    assert passages(f"{sentence}\n{sentence[:28]}.", SMALL) == [f"{sentence}\n{sentence[:28]}."]


def test_sentences_of_a_passage_count_in_the_article() -> None:
    text = "Một câu ở đây. Hai câu ở đây.\n\nBa câu."
    (passage,) = cut_passages(text)
    assert passage.sentences == (Span(0, 14), Span(15, 29), Span(31, 38))


def test_a_sentence_over_the_limit_is_cut_after_a_clause() -> None:
    clause = "anh Nam đi họp ở tỉnh"
    text = f"{clause}, {clause}; {clause}, {clause}, {clause}."
    assert passages(text, SMALL) == [f"{clause}, {clause}; {clause},", f"{clause}, {clause}."]


def test_a_sentence_over_the_limit_without_a_clause_is_cut_at_a_space() -> None:
    assert passages("từ " * 40 + "hết.", SMALL) == [("từ " * 30).strip(), "từ " * 10 + "hết."]


def test_a_word_over_the_limit_is_cut_at_the_limit() -> None:
    assert passages("a" * 100, SMALL) == ["a" * 90, "a" * 10]


def test_neighbours_share_a_sentence_when_asked_to() -> None:
    first, second, third, fourth = (f"Câu số {number} của bài báo ngày hôm nay." for number in (1, 2, 3, 4))
    cut = passages(f"{first} {second} {third} {fourth}", SHARING)
    assert cut == [f"{first} {second}", f"{second} {third}", f"{third} {fourth}"]


def test_a_passage_of_one_sentence_is_not_repeated_whole_in_the_next() -> None:
    long, short = f"{'Hội nghị họp ' * 6}nhé.", "Họp xong."
    assert passages(f"{long} {short}", SHARING) == [long, short]


@settings(deadline=None)
@given(article_texts(), st.sampled_from([SMALL, SIZES, Sizes(1, 20)]))
def test_every_sign_lies_in_exactly_one_passage(text: str, sizes: Sizes) -> None:
    cut = cut_passages(text, sizes)
    assert "".join(without_spaces(text[passage.start : passage.end]) for passage in cut) == without_spaces(text)
    assert all(before.end <= after.start for before, after in pairwise(cut))


@settings(deadline=None)
@given(article_texts(), st.sampled_from([SMALL, SHARING, SIZES, Sizes(1, 20)]))
def test_no_passage_is_longer_than_the_limit(text: str, sizes: Sizes) -> None:
    assert [passage for passage in passages(text, sizes) if not 0 < len(passage) <= sizes.max_chars] == []


@settings(deadline=None)
@given(article_texts(), st.sampled_from([SMALL, SHARING, SIZES]))
def test_a_passage_is_whole_sentences(text: str, sizes: Sizes) -> None:
    whole = [span for span in split_sentences(text) if span.end - span.start <= sizes.max_chars]
    cut = cut_passages(text, sizes)
    assert {span for passage in cut for span in passage.sentences} >= set(whole)
    assert all((p.start, p.end) == (p.sentences[0].start, p.sentences[-1].end) for p in cut)


@settings(deadline=None)
@given(article_texts())
def test_shared_sentences_are_the_only_ones_that_stand_twice(text: str) -> None:
    cut = cut_passages(text, SHARING)
    distinct = dict.fromkeys(span for passage in cut for span in passage.sentences)
    assert list(distinct) == [span for passage in cut_passages(text, Sizes(1, 90)) for span in passage.sentences]
    assert all(len(set(p.sentences) & set(q.sentences)) <= 1 for p, q in pairwise(cut))
