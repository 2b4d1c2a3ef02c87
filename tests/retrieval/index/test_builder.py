import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from embeddings.base import Progress, Vectors
from retrieval.engine import Engine
from retrieval.errors import CorpusError, IndexBusyError, IndexUnusableError
from retrieval.index.builder import _locked, build_index, is_indexing
from retrieval.index.layout import generation_dir
from retrieval.index.report import IndexReport
from tests.support.corpora import ARTICLES, write_corpus
from tests.support.encoders import CountingEncoder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def counts(report: IndexReport) -> tuple[int, int, int, int]:
    articles = report.articles
    return articles.added, articles.changed, articles.removed, articles.unchanged


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_run_adds_everything(corpus: Path, data_dir: Path) -> None:
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert counts(report) == (3, 0, 0, 0)
    assert (report.generation, report.passages, report.embedded) == (1, 3, 3)
    assert report.articles.failed == []


def test_a_second_run_over_the_same_files_does_nothing(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    encoder = CountingEncoder()
    report = build_index(data_dir, [corpus], encoder)
    assert counts(report) == (0, 0, 0, 3)
    assert (report.generation, report.embedded, encoder.embedded) == (1, 0, [])


def test_a_touched_but_equal_file_is_unchanged(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    os.utime(corpus / "gia-vang.txt", ns=(1, 1))
    assert counts(build_index(data_dir, [corpus], CountingEncoder())) == (0, 0, 0, 3)


def test_only_a_changed_article_s_passages_are_embedded(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    rewrite(corpus / "gia-vang.txt", "500.000", "700.000")
    encoder = CountingEncoder()
    report = build_index(data_dir, [corpus], encoder)
    assert counts(report) == (0, 1, 0, 2)
    assert (report.generation, report.embedded) == (2, 1)
    assert ["700.000" in text for text in encoder.embedded] == [True]


def test_a_removed_file_leaves_the_index(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    (corpus / "bong-da.txt").unlink()
    encoder = CountingEncoder()
    report = build_index(data_dir, [corpus], encoder)
    assert counts(report) == (0, 0, 1, 2)
    engine = Engine(data_dir, encoder)
    assert engine.show("bong-da.txt") is None
    assert "bong-da.txt" not in {citation.article_id for citation in engine.ask("đội tuyển bóng đá").citations}
    engine.close()


def test_an_article_that_comes_back_is_not_embedded_again(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    text = (corpus / "bong-da.txt").read_text("utf-8")
    (corpus / "bong-da.txt").unlink()
    build_index(data_dir, [corpus], CountingEncoder())
    (corpus / "bong-da.txt").write_text(text, encoding="utf-8")
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert counts(report) == (1, 0, 0, 2)
    assert report.embedded == 0


def test_another_folder_replaces_the_articles(corpus: Path, data_dir: Path, tmp_path: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    other = write_corpus(tmp_path / "other", {"hoi-nghi.txt": ARTICLES["gia-vang.txt"]})
    report = build_index(data_dir, [other], CountingEncoder())
    assert counts(report) == (0, 1, 2, 0)


def test_a_file_that_becomes_unreadable_keeps_its_article(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    (corpus / "gia-vang.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert counts(report) == (0, 0, 0, 3)
    assert [failure.path for failure in report.articles.failed] == ["gia-vang.txt"]
    again = build_index(data_dir, [corpus], CountingEncoder())
    assert [failure.path for failure in again.articles.failed] == ["gia-vang.txt"]


def test_a_page_of_menus_is_reported_and_the_rest_indexed(corpus: Path, data_dir: Path) -> None:
    (corpus / "menu.txt").write_text(";\n.\nTrả lời\n0 bình luận\n", encoding="utf-8")
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert counts(report) == (3, 0, 0, 0)
    assert "menu.txt holds menus" in report.articles.failed[0].error


def test_an_id_that_two_files_claim_is_the_first_s(corpus: Path, data_dir: Path) -> None:
    line = '{"id": "gia-vang.txt", "text": "Bài khác hẳn về giá vàng ngày hôm nay."}\n'
    (corpus / "tin.jsonl").write_text(line, encoding="utf-8")
    for generation in (1, 1):
        report = build_index(data_dir, [corpus], CountingEncoder())
        assert report.generation == generation
        assert "tin.jsonl line 1 repeats the id 'gia-vang.txt'" in report.articles.failed[0].error


def test_a_text_in_two_articles_is_embedded_once(corpus: Path, data_dir: Path) -> None:
    (corpus / "gia-vang-2.txt").write_text(ARTICLES["gia-vang.txt"], encoding="utf-8")
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert (report.passages, report.embedded) == (4, 3)


def test_a_new_model_embeds_everything_again(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    report = build_index(data_dir, [corpus], CountingEncoder(fingerprint="counting-2"))
    assert counts(report) == (0, 0, 0, 3)
    assert (report.generation, report.embedded) == (2, 3)


def test_rebuild_embeds_everything_and_keeps_numbering(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    report = build_index(data_dir, [corpus], CountingEncoder(), rebuild=True)
    assert (report.generation, report.embedded) == (2, 3)


def test_a_damaged_database_is_refused_and_rebuild_mends_it(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    (data_dir / "index.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(IndexUnusableError, match="hoidap index --rebuild"):
        build_index(data_dir, [corpus], CountingEncoder())
    report = build_index(data_dir, [corpus], CountingEncoder(), rebuild=True)
    assert report.generation == 2
    Engine(data_dir, CountingEncoder()).close()


def test_lost_generation_files_are_made_again(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    (generation_dir(data_dir, 1) / "dense.faiss").unlink()
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert (report.generation, report.embedded) == (2, 0)
    Engine(data_dir, CountingEncoder()).close()


def test_words_in_an_older_format_are_made_again(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    rewrite(generation_dir(data_dir, 1) / "lexical.json", "hoidap-lexical-", "hoidap-lexical-older-")
    report = build_index(data_dir, [corpus], CountingEncoder())
    assert (report.generation, report.embedded) == (2, 0)


def test_only_the_last_two_generations_stay_on_disk(corpus: Path, data_dir: Path) -> None:
    for amount in ("500.000", "600.000", "700.000", "800.000"):
        text = ARTICLES["gia-vang.txt"].replace("500.000", amount)
        (corpus / "gia-vang.txt").write_text(text, encoding="utf-8")
        build_index(data_dir, [corpus], CountingEncoder())
    assert sorted(path.name for path in (data_dir / "generations").iterdir()) == ["000003", "000004"]


def test_a_damaged_embedding_cache_costs_only_time(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    (data_dir / "embeddings.db").write_bytes(b"garbage" * 1000)
    rewrite(corpus / "gia-vang.txt", "500.000", "700.000")
    assert build_index(data_dir, [corpus], CountingEncoder()).embedded == 3


def test_two_runs_at_once_are_refused(corpus: Path, data_dir: Path) -> None:
    with _locked(data_dir), pytest.raises(IndexBusyError, match="another run"):
        build_index(data_dir, [corpus], CountingEncoder())
    assert build_index(data_dir, [corpus], CountingEncoder()).generation == 1


def test_a_run_at_work_is_seen_from_outside(data_dir: Path) -> None:
    assert not is_indexing(data_dir)
    with _locked(data_dir):
        assert is_indexing(data_dir)
    assert not is_indexing(data_dir)


def test_a_path_that_does_not_exist_changes_nothing(corpus: Path, data_dir: Path, tmp_path: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    with pytest.raises(CorpusError, match="does not exist"):
        build_index(data_dir, [tmp_path / "absent"], CountingEncoder())
    assert counts(build_index(data_dir, [corpus], CountingEncoder())) == (0, 0, 0, 3)


def test_a_fault_in_the_middle_leaves_the_old_generation(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    rewrite(corpus / "gia-vang.txt", "500.000", "700.000")

    class BrokenEncoder(CountingEncoder):
        def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
            raise OSError(f"no space left on device for {len(texts)} vectors", progress)

    with pytest.raises(OSError, match="no space"):
        build_index(data_dir, [corpus], BrokenEncoder())
    engine = Engine(data_dir, CountingEncoder())
    assert engine.generation.number == 1
    article = engine.show("gia-vang.txt")
    assert article is not None
    assert "500.000" in article.article.text
    engine.close()


def test_every_sentence_lies_in_one_passage_with_exact_offsets(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    engine = Engine(data_dir, CountingEncoder())
    for article in engine.articles():
        view = engine.show(article.id)
        assert view is not None
        spans = [span for passage in view.passages for span in passage.sentences]
        assert "".join("".join(span.of(article.text).split()) for span in spans) == "".join(article.text.split())
        assert all(passage.start <= span.start for passage in view.passages for span in passage.sentences)
    engine.close()


def test_the_database_is_sound_after_a_run(corpus: Path, data_dir: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    with sqlite3.connect(data_dir / "index.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_index_is_kept_where_no_file_can_be_read(corpus: Path, data_dir: Path, tmp_path: Path) -> None:
    build_index(data_dir, [corpus], CountingEncoder())
    broken = write_corpus(tmp_path / "broken", {"rong.txt": ""})
    with pytest.raises(CorpusError, match=r"rong\.txt.*keeps its 3 articles"):
        build_index(data_dir, [broken], CountingEncoder())
    engine = Engine(data_dir, CountingEncoder())
    assert (engine.generation.number, len(engine.articles())) == (1, 3)
    engine.close()
