"""The files on this Telegram: those that users sent, for the bot to fetch, and those that it sent."""

from dataclasses import dataclass, field
from hashlib import sha256

from tests.support.bot_api.fields import Json

MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class StoredFile:
    """A file and where the bot finds it."""

    file_id: str
    path: str
    name: str
    mime_type: str
    content: bytes
    size_bytes: int

    def as_json(self) -> Json:
        """Return the Document."""
        return {
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_id": self.file_id,
            "file_unique_id": self.file_id[-12:],
            "file_size": self.size_bytes,
        }


@dataclass
class Files:
    """All files, by id."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)

    def add(self, content: bytes, name: str, mime_type: str, size_bytes: int | None = None) -> StoredFile:
        """Return a file that was stored; ``size_bytes`` claims another size than the content's."""
        number = len(self.by_id)
        file_id = f"BQACAgUAAxk{number:06d}{sha256(content).hexdigest()[:32]}"
        ending = name.rpartition(".")[2] if "." in name else "bin"
        stored = StoredFile(
            file_id,
            f"documents/file_{number}.{ending}",
            name,
            mime_type,
            content,
            len(content) if size_bytes is None else size_bytes,
        )
        self.by_id[file_id] = stored
        return stored

    def at(self, path: str) -> StoredFile | None:
        """Return the file at a path, None if there is none or it is too big."""
        for stored in self.by_id.values():
            if stored.path == path and stored.size_bytes <= MAX_DOWNLOAD_BYTES:
                return stored
        return None
