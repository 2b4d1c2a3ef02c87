"""Which files of a folder are articles: a listing that opens nothing, so that unchanged files can be skipped.

The order is that of the relative paths, which makes every run the same. Nothing outside the folder is ever read:
links to folders are not followed, and a link to a file counts only if it stays inside and is not listed already.
"""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from retrieval.corpus.document import DocumentFormat, ReadFailure
from retrieval.errors import CorpusError
from retrieval.text.normal import normalise

FORMAT_BY_SUFFIX = {
    ".txt": DocumentFormat.TXT,
    ".md": DocumentFormat.MARKDOWN,
    ".markdown": DocumentFormat.MARKDOWN,
    ".html": DocumentFormat.HTML,
    ".htm": DocumentFormat.HTML,
    ".pdf": DocumentFormat.PDF,
    ".docx": DocumentFormat.DOCX,
    ".jsonl": DocumentFormat.JSONL,
}
_KNOWN_KINDS = ", ".join(FORMAT_BY_SUFFIX)
# Hidden files and folders, and the lock files that Word and LibreOffice leave beside an open document.
_SKIPPED_PREFIXES = (".", "~$")


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file of the corpus: ``path`` is relative, NFC, with ``/``; size and time tell whether it has changed."""

    path: str
    absolute: Path
    format: DocumentFormat
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The article files in the order of their paths, and what could not even be listed."""

    files: tuple[CorpusFile, ...]
    failures: tuple[ReadFailure, ...] = ()


def list_files(root: Path) -> Listing:
    """Return the article files under a folder, or the one file that ``root`` is, without opening any.

    Raises:
        CorpusError: ``root`` does not exist, or there is no file of a known kind under it.
    """
    try:
        resolved = root.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, on Python 3.12 and before
        raise CorpusError(f"{root} does not exist: give the path of a folder of articles or of one article") from error
    if resolved.is_dir():
        listing = _list_folder(resolved)
    else:
        one = _as_corpus_file(resolved, root.name)
        listing = Listing((one,) if one else ())
    if not listing.files and not listing.failures:
        raise CorpusError(f"{root} holds no article: put files of these kinds there: {_KNOWN_KINDS}")
    return listing


def _list_folder(folder: Path) -> Listing:
    """Return what is under the folder, links last so that a file keeps its own name rather than a link's."""
    failures: list[ReadFailure] = []

    def unlisted(error: OSError) -> None:
        path = _relative(Path(error.filename), folder)
        failures.append(ReadFailure(path, f"{path} cannot be listed: allow this user to read the folder"))

    found: list[CorpusFile] = []
    links: list[Path] = []
    for path in _walk(folder, unlisted):
        if path.is_symlink():
            links.append(path)
        elif file := _as_corpus_file(path, _relative(path, folder)):
            found.append(file)
    seen = {file.absolute for file in found}
    for link in sorted(links):
        linked = _follow(link, folder)
        if isinstance(linked, ReadFailure):
            failures.append(linked)
        elif linked is not None and linked.absolute not in seen:
            seen.add(linked.absolute)
            found.append(linked)
    by_path = sorted(found, key=lambda file: (file.path, str(file.absolute)))
    return Listing(tuple(by_path), tuple(sorted(failures, key=lambda failure: failure.path)))


def _walk(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield every visible file and link under the folder; folders that are links are yielded, not entered."""
    for parent, folder_names, file_names in os.walk(folder, onerror=on_error):
        folder_names[:] = sorted(name for name in folder_names if not name.startswith(_SKIPPED_PREFIXES))
        for name in folder_names:
            if (path := Path(parent, name)).is_symlink():
                yield path
        for name in sorted(file_names):
            if not name.startswith(_SKIPPED_PREFIXES):
                yield Path(parent, name)


def _follow(link: Path, folder: Path) -> CorpusFile | ReadFailure | None:
    """Return the file behind a link under the link's name; None if the link is none of ours to read."""
    path = _relative(link, folder)
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        dead = ReadFailure(path, f"{path} is a link that leads nowhere: remove it or mend it")
        return dead if _format_of(link.name) else None
    if not target.is_relative_to(folder):
        if not target.is_dir() and not _format_of(link.name):
            return None
        return ReadFailure(path, f"{path} is a link that leads out of the folder: copy what it points to in its place")
    return _as_corpus_file(target, path)


def _as_corpus_file(path: Path, relative: str) -> CorpusFile | None:
    """Return the file as an article's if its name says so and it is a regular file (not a pipe or a device)."""
    kind = _format_of(relative)
    if kind is None:
        return None
    try:
        status = path.stat()
    except OSError:  # gone since its folder was read
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return CorpusFile(normalise(relative), path, kind, status.st_size, status.st_mtime_ns)


def _format_of(name: str) -> DocumentFormat | None:
    """Return the format that the suffix stands for, in any case, or None for a file that is no article."""
    return FORMAT_BY_SUFFIX.get(PurePosixPath(name).suffix.lower())


def _relative(path: Path, folder: Path) -> str:
    """Return the path below the folder, NFC, with ``/``."""
    return normalise(path.relative_to(folder).as_posix())
