"""Where things lie under the data directory."""

from pathlib import Path

GENERATIONS_DIR = "generations"


def generation_dir(data_dir: Path, number: int) -> Path:
    """Return the folder of one generation's files."""
    return data_dir / GENERATIONS_DIR / f"{number:06d}"
