import os
import unicodedata
from pathlib import Path

import pytest

from retrieval.corpus.document import Document, DocumentFormat, ReadFailure
from retrieval.corpus.reading import list_files, read_corpus
from retrieval.errors import CorpusError
from tests.retrieval.corpus.reading_files import read_all, write


def paths(root: Path) -> list[str]:
    return [file.path for file in list_files(root).files]


def test_listing_gives_known_kinds_by_relative_path_whatever_the_case_of_the_suffix(tmp_path: Path) -> None:
    for name in (
        "b.TXT",
        "a/z.Md",
        "a/c.markdown",
        "d.htm",
        "e.HTML",
        "f.pdf",
        "g.docx",
        "h.jsonl",
        "i.doc",
        "j",
        "k.png",
    ):
        write(tmp_path, name, "x")
    expected = ["a/c.markdown", "a/z.Md", "b.TXT", "d.htm", "e.HTML", "f.pdf", "g.docx", "h.jsonl"]
    assert paths(tmp_path) == expected
    assert [file.format for file in list_files(tmp_path).files][:3] == [
        DocumentFormat.MARKDOWN,
        DocumentFormat.MARKDOWN,
        DocumentFormat.TXT,
    ]


def test_listing_skips_hidden_files_folders_and_lock_files(tmp_path: Path) -> None:
    for name in (".git/a.txt", ".hidden.txt", ".DS_Store", "~$bai.docx", "sub/.cache/b.md", "sub/c.txt"):
        write(tmp_path, name, "x")
    assert paths(tmp_path) == ["sub/c.txt"]


def test_listing_gives_size_and_time_without_opening_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Hội nghị")
    path.chmod(0)
    (file,) = list_files(tmp_path).files
    assert (file.size_bytes, file.mtime_ns, file.absolute) == (len("Hội nghị".encode()), path.stat().st_mtime_ns, path)


def test_path_is_nfc_when_the_file_name_is_nfd(tmp_path: Path) -> None:
    write(tmp_path, unicodedata.normalize("NFD", "thư mục/hội nghị.txt"), "x")
    assert paths(tmp_path) == ["thư mục/hội nghị.txt"]


def test_one_file_as_root_goes_by_its_name(tmp_path: Path) -> None:
    path = write(tmp_path, "sub/bài.txt", "Hội nghị")
    assert read_all(path) == [Document("bài.txt", "bài.txt", DocumentFormat.TXT, "Hội nghị")]


def test_missing_root_is_refused_at_once_with_the_mend(tmp_path: Path) -> None:
    message = f"{tmp_path}/none does not exist: give the path of a folder of articles or of one article"
    with pytest.raises(CorpusError, match="does not exist") as caught:
        read_corpus(tmp_path / "none")
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["folder/photo.png", "folder/.keep"])
def test_root_without_articles_is_refused_with_the_known_kinds(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "x")
    with pytest.raises(CorpusError, match=r"holds no article: .*\.txt, \.md, .*\.jsonl$"):
        list_files(tmp_path / "folder")


def test_one_file_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"photo\.png holds no article"):
        list_files(write(tmp_path, "photo.png", "x"))


def test_links_that_loop_do_not_hang_and_name_nothing_twice(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt", "x")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "again.txt").symlink_to(tmp_path / "a/b.txt")
    listing = list_files(tmp_path)
    assert [file.path for file in listing.files] == ["a/b.txt"]
    assert listing.failures == (ReadFailure("self.txt", "self.txt is a link that leads nowhere: remove it or mend it"),)


def test_links_out_of_the_folder_are_reported_and_not_read(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "x")
    write(tmp_path, "in/a.txt", "x")
    (tmp_path / "in/file.txt").symlink_to(tmp_path / "outside/secret.txt")
    (tmp_path / "in/folder").symlink_to(tmp_path / "outside")
    mend = "is a link that leads out of the folder: copy what it points to in its place"
    listing = list_files(tmp_path / "in")
    assert [file.path for file in listing.files] == ["a.txt"]
    assert [failure.error for failure in listing.failures] == [f"file.txt {mend}", f"folder {mend}"]


def test_link_to_a_file_that_is_not_listed_itself_is_read(tmp_path: Path) -> None:
    """As a volume of Kubernetes lays out its files."""
    write(tmp_path, ".data/a.txt", "Hội nghị")
    (tmp_path / "a.txt").symlink_to(tmp_path / ".data/a.txt")
    assert read_all(tmp_path) == [Document("a.txt", "a.txt", DocumentFormat.TXT, "Hội nghị")]


def test_pipe_named_like_an_article_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "x")
    os.mkfifo(tmp_path / "pipe.txt")
    assert paths(tmp_path) == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "x")
    closed = write(tmp_path, "closed/b.txt", "x").parent
    closed.chmod(0)
    try:
        failures = list_files(tmp_path).failures
    finally:
        closed.chmod(0o700)
    assert failures == (ReadFailure("closed", "closed cannot be listed: allow this user to read the folder"),)
