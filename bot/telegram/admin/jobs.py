"""What the bot and its child process say to each other: a job in, events out, each one line of JSON.

Lines are ASCII, so that a file name that is not Unicode passes through whole. The child reads the job from its
standard input, which the bot keeps open: when it closes, the bot is gone and the child goes too.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

MAX_NAMES = 40  # of each kind in a report; the counts are whole
MAX_NAME_CHARS = 300


@dataclass(frozen=True, slots=True)
class IndexJob:
    """Make the index match the articles under ``roots``; relative paths count from ``folder``."""

    folder: Path
    data_dir: Path
    roots: tuple[Path, ...]
    model: str

    def to_line(self) -> bytes:
        """Return the job as the child reads it."""
        return _line({
            "job": "index",
            "folder": str(self.folder),
            "data_dir": str(self.data_dir),
            "roots": [str(root) for root in self.roots],
            "model": self.model,
        })  # fmt: skip

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "IndexJob":
        """Return the job of plain values."""
        roots = tuple(Path(root) for root in values["roots"])
        return cls(Path(values["folder"]), Path(values["data_dir"]), roots, values["model"])


@dataclass(frozen=True, slots=True)
class InspectJob:
    """Read one document as it would be indexed."""

    path: Path

    def to_line(self) -> bytes:
        """Return the job as the child reads it."""
        return _line({"job": "inspect", "path": str(self.path)})

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "InspectJob":
        """Return the job of plain values."""
        return cls(Path(values["path"]))


class Fault(StrEnum):
    """Why a job was not done."""

    BUSY = "busy"  # another process holds the index
    CORPUS = "corpus"  # the folder of articles is missing or empty
    INDEX = "index"  # the index is damaged
    MODEL = "model"  # the embedding model cannot be used
    DISK = "disk"  # no room, or no permission
    CRASH = "crash"  # anything else, and a child that died


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of indexing and how much of it is done: "read" counts files, the others passages."""

    name: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The job was not done; ``detail`` is for the log, in English."""

    fault: Fault
    detail: str


@dataclass(frozen=True, slots=True)
class Names:
    """The first names of those that an action met, and how many there are."""

    n: int = 0
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: list[str]) -> "Names":
        """Return the count and the first names, each cut."""
        return cls(len(names), tuple(name[:MAX_NAME_CHARS] for name in names[:MAX_NAMES]))

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Names":
        """Return the record of plain values."""
        return cls(values["n"], tuple(values["names"]))


@dataclass(frozen=True, slots=True)
class Indexed:
    """What a run of indexing changed; ``failed`` are (path, error) of files that could not be read."""

    generation: int
    added: Names = field(default_factory=Names)
    changed: Names = field(default_factory=Names)
    removed: Names = field(default_factory=Names)
    n_unchanged: int = 0
    n_failed: int = 0
    failed: tuple[tuple[str, str], ...] = ()
    n_passages: int = 0
    n_embedded: int = 0
    seconds: float = 0.0

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Indexed":
        """Return the record of plain values."""
        names = {name: Names.from_json(values[name]) for name in ("added", "changed", "removed")}
        failed = tuple((path, error) for path, error in values["failed"])
        return cls(**{**values, **names, "failed": failed})


@dataclass(frozen=True, slots=True)
class Inspected:
    """A document as it would be indexed; dates are ISO texts, methods those of retrieval's metadata."""

    title: str | None
    source: str | None
    author: str | None
    published: str | None
    published_method: str | None
    published_evidence: str | None
    n_passages: int
    n_chars: int
    opening: str
    text_digest: str

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Inspected":
        """Return the record of plain values."""
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A document cannot be indexed; ``error`` says why, in English."""

    error: str


Event = Stage | Failed | Indexed | Inspected | Unreadable
_KINDS: dict[str, type[Event]] = {
    "stage": Stage,
    "failed": Failed,
    "indexed": Indexed,
    "inspected": Inspected,
    "unreadable": Unreadable,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def event_line(event: Event) -> bytes:
    """Return an event as the bot reads it."""
    return _line({"event": _NAMES[type(event)], **asdict(event)})


def parse_event(line: bytes) -> Event:
    """Return the event of a line.

    Raises:
        ValueError: it is none.
    """
    try:
        values = json.loads(line)
        kind = _KINDS[values.pop("event")]
        if kind is Failed:
            return Failed(Fault(values["fault"]), values["detail"])
        if kind is Indexed or kind is Inspected:
            return kind.from_json(values)
        return kind(**values)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not an event: {line[:100]!r}") from error


def _line(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=True).encode("ascii") + b"\n"
