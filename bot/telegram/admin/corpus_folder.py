"""The folder of articles as the bot changes it: a file put in under a safe name, never over another, or taken out.

Names come from whoever sent the file. What is written appears whole, under its name, or not at all: a run of indexing
may be reading the folder.
"""

import os
import shutil
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePosixPath

from retrieval.corpus.reading.files import FORMAT_BY_SUFFIX
from retrieval.text.normal import single_spaced

DOCUMENT_SUFFIXES = tuple(suffix for suffix in FORMAT_BY_SUFFIX if suffix != ".jsonl")
_SUFFIX_BY_MIME_TYPE = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_MAX_STEM_BYTES = 180  # file systems take 255 for a whole name
_NO_NAME = "tai-lieu"
_UNSAFE = dict.fromkeys(map(ord, '<>:"|?*'), "-")  # so that the folder can be copied to any system


class FolderState(Enum):
    """Whether articles can be put into the folder."""

    USABLE = auto()
    NO_FOLDER = auto()
    NOT_WRITABLE = auto()


class NameTakenError(Exception):
    """The folder has a file of this name already."""


@dataclass(frozen=True, slots=True)
class CorpusFolder:
    """A folder of articles."""

    path: Path

    @property
    def state(self) -> FolderState:
        """Return whether articles can be put here."""
        if not self.path.is_dir():
            return FolderState.NO_FOLDER
        return FolderState.USABLE if os.access(self.path, os.W_OK | os.X_OK) else FolderState.NOT_WRITABLE

    def named(self, name: str) -> Path | None:
        """Return what has this name in the folder, however its letters are composed, or None."""
        if not self.path.is_dir():
            return None
        return next((path for path in self.path.iterdir() if single_spaced(path.name) == name), None)

    def put(self, source: Path, name: str, *, replace: bool) -> Path:
        """Move a file into the folder and return where it is.

        Raises:
            NameTakenError: there is one of this name, and ``replace`` was not asked for.
            OSError: the folder cannot be written to.
        """
        taken = self.named(name)
        if taken is not None and not replace:
            raise NameTakenError(name)
        target = taken or self.path / name
        part = self.path / f".{os.getpid()}-{source.parent.name}.part"  # hidden files are not indexed
        try:
            shutil.copyfile(source, part)  # the folder may be on another disk, where a file cannot be moved to at once
            if replace:
                part.replace(target)
            else:
                _link(part, target)
        finally:
            part.unlink(missing_ok=True)
        source.unlink(missing_ok=True)
        return target

    def relative(self, path: Path) -> str | None:
        """Return the path of a file of the folder below it, None for a file that is not in it."""
        try:
            found = path.resolve(strict=True)
            return found.relative_to(self.path.resolve()).as_posix() if found.is_file() else None
        except (OSError, RuntimeError, ValueError):
            return None

    def contains(self, path: Path) -> bool:
        """Return whether a path lies below the folder, whether or not there is such a file."""
        return path.resolve().is_relative_to(self.path.resolve())


def safe_name(given: str | None, mime_type: str | None) -> str | None:
    """Return a name for a file in the folder, made of the one it was sent with; None for a kind that is not taken."""
    name = single_spaced((given or "").replace("\\", "/").rpartition("/")[2]).translate(_UNSAFE)
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix not in DOCUMENT_SUFFIXES:
        if given:
            return None
        suffix = _SUFFIX_BY_MIME_TYPE.get(mime_type or "", "")
        return f"{_NO_NAME}{suffix}" if suffix else None
    stem = path.stem.lstrip(".~$ ").rstrip(". ")  # names that begin so are hidden, or lock files of Word
    while len(stem.encode()) > _MAX_STEM_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip('. ') or _NO_NAME}{suffix}"


def _link(part: Path, target: Path) -> None:
    """Give a file its name, unless somebody has taken it meanwhile."""
    try:
        os.link(part, target)
    except FileExistsError as error:
        raise NameTakenError(target.name) from error
    except OSError:  # a file system without links
        if target.exists():
            raise NameTakenError(target.name) from None
        part.rename(target)
