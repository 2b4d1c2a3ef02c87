"""The invented collections hold what their README says, so that nothing is fitted on an answer that is not there."""

import json
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import benchmarks
from retrieval.corpus.sentences import split_sentences
from retrieval.evaluation.gold import REFUSE, read_questions
from retrieval.text.spelling import is_bare

NEWS = Path(benchmarks.__file__).with_name("news")
COLLECTIONS = sorted((path.name for path in NEWS.iterdir() if path.name.isdecimal()), key=int)


def rows(collection: str) -> list[dict[str, Any]]:
    content = (NEWS / collection / "questions.jsonl").read_text("utf-8")
    return [json.loads(line) for line in content.splitlines()]


def articles(collection: str) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (NEWS / collection / "articles").iterdir()}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_answer_stands_verbatim_in_its_article_within_two_neighbouring_sentences(collection: str) -> None:
    texts = articles(collection)
    for row in rows(collection):
        for name in row["docs"]:
            text = texts[name]
            spans = split_sentences(text)
            pairs = [
                text[first.start : second.end] for first, second in zip(spans, [*spans[1:], spans[-1]], strict=True)
            ]
            assert any(all(answer in pair for answer in row["answers"]) for pair in pairs), row["id"]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_collection_has_the_articles_and_questions_that_its_readme_counts(collection: str) -> None:
    questions = read_questions(NEWS / collection / "questions.jsonl")
    assert len(articles(collection)) in range(13, 20)
    assert len(questions) in range(110, 141)
    assert sum(not question.is_answerable for question in questions) == 40
    assert {name for question in questions for name in question.articles} <= set(articles(collection))


def test_ids_stand_once_in_all_collections_and_a_question_once_in_its_own() -> None:
    found = [rows(collection) for collection in COLLECTIONS]
    ids = [row["id"] for row in chain.from_iterable(found)]
    assert len(set(ids)) == len(ids)
    assert [len({row["question"] for row in own}) for own in found] == list(map(len, found))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_questions_without_an_answer_say_why_and_those_typed_without_marks_have_none(collection: str) -> None:
    found = rows(collection)
    assert all(row["why"].strip() for row in found if row["kind"] == REFUSE)
    assert [row["id"] for row in found if row["lang"] == "vi-plain" and not is_bare(row["question"])] == []
    assert {row["lang"] for row in found} == {"vi", "vi-plain", "en"}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_texts_are_in_nfc(collection: str) -> None:
    texts = {**articles(collection), "questions": (NEWS / collection / "questions.jsonl").read_text("utf-8")}
    assert [name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text)] == []
