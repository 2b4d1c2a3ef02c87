"""Which folders a run started in the chat reads: those the index was made from, if the bot's own folder is one of them.

Indexing drops every article that is not under the folders it reads. An index that was made from elsewhere is
therefore never replaced without a question.
"""

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from retrieval.errors import IndexUnusableError
from retrieval.index.store import open_for_reading


@dataclass(frozen=True, slots=True)
class Roots:
    """What to read, and the folders that the index was made from where they are others."""

    paths: tuple[Path, ...]
    replaced: tuple[str, ...] = ()


def roots_to_index(data_dir: Path, corpus: Path) -> Roots:
    """Return what a run reads."""
    former = _former_roots(data_dir)
    own = corpus.resolve()
    if not former or any(own == root or own.is_relative_to(root) for root in former):
        return Roots(tuple(former) or (corpus,))
    return Roots((own,), tuple(map(str, former)))


def _former_roots(data_dir: Path) -> list[Path]:
    """Return the folders of the current generation, none where there is no generation with articles."""
    try:
        store = open_for_reading(data_dir)
    except IndexUnusableError:
        return []
    try:
        generation = store.generation()
    except sqlite3.Error:
        return []
    finally:
        store.close()
    if generation is None or not generation.n_articles:
        return []
    return [Path(root) for root in json.loads(generation.roots)]
