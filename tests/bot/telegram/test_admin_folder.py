"""The folder of articles as the bot changes it, and the names that files get."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.admin.corpus_folder import (
    DOCUMENT_SUFFIXES,
    CorpusFolder,
    FolderState,
    NameTakenError,
    safe_name,
)

PDF = "application/pdf"


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("bài báo.txt", "bài báo.txt"),
        (unicodedata.normalize("NFD", "bài báo.txt"), "bài báo.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\An\\tin.PDF", "tin.pdf"),
        ("/tuyet/doi.md", "doi.md"),
        (".an.txt", "an.txt"),
        ("~$khoa.docx", "khoa.docx"),
        ("a<b>:c|d?.html", "a-b--c-d-.html"),
        ("hai  dòng\nmột tên.txt", "hai dòng một tên.txt"),
        ("\u202etxt.fdp.txt", "txt.fdp.txt"),
        ("...txt", "tai-lieu.txt"),
        ("tin.tar.txt", "tin.tar.txt"),
        ("tin.jsonl", None),
        ("tin", None),
        ("tin.txt.exe", None),
        ("thu-muc.txt/", None),
    ],
)
def test_name_of_a_file_is_made_safe(given_name: str, expected: str | None) -> None:
    assert safe_name(given_name, "text/plain") == expected


@pytest.mark.parametrize(("mime_type", "expected"), [(PDF, "tai-lieu.pdf"), ("video/mp4", None), (None, None)])
def test_file_without_a_name_is_named_by_its_type(mime_type: str | None, expected: str | None) -> None:
    assert safe_name(None, mime_type) == expected


@given(st.text(max_size=300), st.sampled_from([".txt", ".PDF", ".docx", ""]))
def test_any_name_becomes_one_that_stays_in_the_folder(stem: str, suffix: str) -> None:
    name = safe_name(f"{stem}{suffix}", "text/plain")
    if name is not None:
        assert Path(name).name == name
        assert len(name.encode()) <= 255
        assert not name.startswith((".", "~"))
        assert name.endswith(DOCUMENT_SUFFIXES)
        assert safe_name(name, None) == name


def put(folder: Path, name: str, text: str, *, replace: bool = False) -> Path:
    """Put a text into the folder as a file that waited in an inbox."""
    source = folder.parent / "inbox" / "1" / name
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text, encoding="utf-8")
    return CorpusFolder(folder).put(source, name, replace=replace)


def test_file_is_moved_into_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    folder.mkdir()
    assert put(folder, "tin.txt", "mới") == folder / "tin.txt"
    assert [path.name for path in folder.iterdir()] == ["tin.txt"]
    assert list((tmp_path / "inbox" / "1").iterdir()) == []


def test_file_is_never_put_over_another_unasked(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    folder.mkdir()
    (folder / "tin.txt").write_text("cũ", encoding="utf-8")
    with pytest.raises(NameTakenError):
        put(folder, "tin.txt", "mới")
    assert (folder / "tin.txt").read_text(encoding="utf-8") == "cũ"
    put(folder, "tin.txt", "mới", replace=True)
    assert (folder / "tin.txt").read_text(encoding="utf-8") == "mới"
    assert [path.name for path in folder.iterdir()] == ["tin.txt"]


def test_file_with_the_same_name_in_other_letters_is_the_one_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    folder.mkdir()
    decomposed = folder / unicodedata.normalize("NFD", "bài.txt")
    decomposed.write_text("cũ", encoding="utf-8")
    assert CorpusFolder(folder).named("bài.txt") == decomposed
    put(folder, "bài.txt", "mới", replace=True)
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["mới"]


def test_link_of_the_name_is_replaced_and_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "bai", tmp_path / "ngoai.txt"
    folder.mkdir()
    outside.write_text("của người khác", encoding="utf-8")
    (folder / "tin.txt").symlink_to(outside)
    with pytest.raises(NameTakenError):
        put(folder, "tin.txt", "mới")
    put(folder, "tin.txt", "mới", replace=True)
    assert outside.read_text(encoding="utf-8") == "của người khác"
    assert (folder / "tin.txt").read_text(encoding="utf-8") == "mới"


def test_file_system_without_links_keeps_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("os.link", no_links)
    folder = tmp_path / "bai"
    folder.mkdir()
    put(folder, "tin.txt", "mới")
    with pytest.raises(NameTakenError):
        put(folder, "tin.txt", "nữa")
    assert (folder / "tin.txt").read_text(encoding="utf-8") == "mới"


def test_folder_that_fills_up_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half_a_copy(_source: Path, target: Path) -> None:
        target.write_text("nửa", encoding="utf-8")
        raise OSError(28, "No space left on device")

    folder = tmp_path / "bai"
    folder.mkdir()
    monkeypatch.setattr("shutil.copyfile", half_a_copy)
    with pytest.raises(OSError, match="No space left"):
        put(folder, "tin.txt", "mới")
    assert list(folder.iterdir()) == []
    assert (tmp_path / "inbox" / "1" / "tin.txt").exists()


def test_state_of_a_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CorpusFolder(tmp_path).state is FolderState.USABLE
    assert CorpusFolder(tmp_path / "khong").state is FolderState.NO_FOLDER
    monkeypatch.setattr("os.access", lambda *_: False)
    assert CorpusFolder(tmp_path).state is FolderState.NOT_WRITABLE


def test_only_files_below_the_folder_are_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    (folder / "nam").mkdir(parents=True)
    (folder / "nam" / "tin.txt").write_text("x")
    (tmp_path / "ngoai.txt").write_text("x")
    own = CorpusFolder(folder)
    assert own.relative(folder / "nam" / "tin.txt") == "nam/tin.txt"
    assert own.relative(folder / "nam") is None
    assert own.relative(folder / ".." / "ngoai.txt") is None
    assert not own.contains(folder / ".." / "ngoai.txt")
    assert own.contains(folder / "nam" / "mat.txt")
