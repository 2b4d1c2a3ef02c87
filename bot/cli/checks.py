"""What ``hoidap doctor`` looks at: one function a check, each returns what it found and what would mend it."""

import os
import platform
import shutil
import sqlite3
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata

from bot.app import make_encoder, make_language_model
from bot.cli.status import ExitStatus
from bot.settings import DEFAULT_CORPUS, Settings
from embeddings.base import EmbeddingError, ModelIdentity
from retrieval.answer.confidence import confidence
from retrieval.errors import IndexUnusableError
from retrieval.index.snapshot import open_snapshot
from retrieval.index.store import FILE_NAME, open_for_reading
from retrieval.phrasing.phraser import LanguageModelError
from retrieval.phrasing.prompt import Prompt

MIN_FREE_BYTES = 500 * 1024 * 1024  # the unpacked model takes 240 MB, and a copy of it while it is unpacked
_MIN_PYTHON = (3, 11)
_PACKAGES = (
    "bm25s", "faiss-cpu", "lxml", "numpy", "openai", "pypdf", "python-docx", "python-dotenv", "python-telegram-bot",
    "rich", "sentence-transformers", "sqlite-utils", "torch", "trafilatura", "underthesea",
)  # fmt: skip


class Level(StrEnum):
    """How a check came out; a note needs nobody to act."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; ``status`` is the exit status that a problem calls for."""

    name: str
    level: Level
    detail: str
    mend: str | None = None
    status: ExitStatus = ExitStatus.USAGE


def check_python() -> Check:
    """Return whether this Python is new enough."""
    version = platform.python_version()
    if sys.version_info[:2] < _MIN_PYTHON:
        return Check("python", Level.PROBLEM, version, "install Python 3.11 or newer")
    return Check("python", Level.OK, version)


def check_packages() -> Check:
    """Return the versions of the packages that the work is done with."""
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("packages", Level.PROBLEM, f"missing: {', '.join(missing)}", "install them with: make setup")
    return Check("packages", Level.OK, ", ".join(found))


def check_model(settings: Settings) -> tuple[Check, ModelIdentity | None]:
    """Return whether the embedding model answers, and which one it is."""
    encoder = make_encoder(settings)
    try:
        identity = encoder.identity
        encoder.encode_queries(["xin chào"])
        started = time.perf_counter()
        encoder.encode_queries(["Ai chủ trì hội nghị?"])
    except EmbeddingError as error:
        mend = "set HOIDAP_MODEL to a model that this machine has, or leave it out"
        return Check("model", Level.PROBLEM, str(error), mend, ExitStatus.UNUSABLE), None
    elapsed_ms = (time.perf_counter() - started) * 1000
    detail = (
        f"{identity.name} ({identity.fingerprint}), {identity.dimension} dimensions, {elapsed_ms:.0f} ms a question"
    )
    return Check("model", Level.OK, detail), identity


def check_data_dir(settings: Settings) -> Check:
    """Return whether the data directory can be written, or made, and has room."""
    existing = settings.data_dir.absolute()
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        mend = f"allow this user to write to {existing}, or set HOIDAP_DATA_DIR to a folder that it may write to"
        return Check("data directory", Level.PROBLEM, f"{settings.data_dir} cannot be written", mend)
    free_bytes = shutil.disk_usage(existing).free
    detail = f"{settings.data_dir}, {free_bytes / 1024**3:.1f} GB free"
    if free_bytes < MIN_FREE_BYTES:
        return Check("data directory", Level.PROBLEM, detail, "make room: indexing needs half a gigabyte to spare")
    return Check("data directory", Level.OK, detail)


def check_database(settings: Settings) -> Check:
    """Return whether SQLite finds the database whole."""
    path = settings.data_dir / FILE_NAME
    if not path.is_file():
        return Check("database", Level.PROBLEM, f"no {path}", "make it with: hoidap index", ExitStatus.UNUSABLE)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            findings = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
        finally:
            connection.close()
    except sqlite3.Error as error:
        findings = [str(error)]
    if findings != ["ok"]:
        detail = f"{path} is damaged: {'; '.join(findings)}"
        return Check("database", Level.PROBLEM, detail, "make it again: hoidap index --rebuild", ExitStatus.UNUSABLE)
    return Check("database", Level.OK, f"{path}, {path.stat().st_size / 1024**2:.1f} MB, whole")


def check_generation(settings: Settings, identity: ModelIdentity) -> Check:
    """Return whether the current generation's files are whole, of this model, and as many as the passages."""
    try:
        store = open_for_reading(settings.data_dir)
        try:
            generation = store.generation()
            n_articles, n_passages = store.counts()
        finally:
            store.close()
        if generation is None:
            mend = "make it with: hoidap index"
            return Check("index", Level.PROBLEM, "no run has finished yet", mend, ExitStatus.UNUSABLE)
        snapshot = open_snapshot(settings.data_dir, generation, identity)
    except (IndexUnusableError, OSError, sqlite3.Error) as error:
        return Check("index", Level.PROBLEM, str(error), "renew it with: hoidap index", ExitStatus.UNUSABLE)
    detail = (
        f"generation {generation.number} of {generation.created_at}, {n_articles} articles, "
        f"{n_passages} passages, {len(snapshot.dense)} vectors, {generation.model}"
    )
    if len(snapshot.dense) != n_passages:
        mend = "make it again: hoidap index --rebuild"
        return Check("index", Level.PROBLEM, detail, mend, ExitStatus.UNUSABLE)
    return Check("index", Level.OK, detail)


def check_confidence(settings: Settings) -> Check:
    """Return which confidence decides what is answered, and whether its file can be read."""
    path = settings.data_dir / confidence.FILE_NAME
    try:
        fitted_on = confidence.read_confidence(settings.data_dir).fitted_on
    except confidence.ConfidenceFileError as error:
        return Check("confidence", Level.PROBLEM, str(error), f"remove {path}, or run hoidap calibrate again")
    return Check("confidence", Level.OK, f"{path if path.exists() else 'the one that ships'}, fitted on {fitted_on}")


def check_corpus(settings: Settings) -> Check:
    """Return whether the articles are where the settings say; a default that is not there hurts nobody."""
    if settings.corpus.exists():
        return Check("articles", Level.OK, str(settings.corpus))
    detail = f"{settings.corpus} does not exist"
    if settings.corpus == DEFAULT_CORPUS:
        return Check("articles", Level.NOTE, detail, "name a folder: hoidap index PATH, or HOIDAP_CORPUS")
    return Check("articles", Level.PROBLEM, detail, "set HOIDAP_CORPUS to a folder or a file of articles")


def check_language_model(settings: Settings) -> Check:
    """Return whether the language model that may phrase answers gives one; without one, all is well too."""
    model = make_language_model(settings)
    if model is None:
        return Check("language model", Level.NOTE, "none", "to have answers phrased, set HOIDAP_LLM_URL")
    started = time.perf_counter()
    try:
        model.complete(Prompt("Reply with one word.", "Are you there?"))
    except LanguageModelError as error:
        return Check(
            "language model", Level.PROBLEM, str(error), "answers stay in the articles' words until it is mended"
        )
    elapsed_ms = (time.perf_counter() - started) * 1000
    return Check("language model", Level.OK, f"{settings.llm_model} at {settings.llm_url}, {elapsed_ms:.0f} ms a word")


def check_telegram(settings: Settings) -> Check:
    """Return whether the Telegram bot could be run; the token is not shown, nor sent anywhere."""
    if settings.telegram_bot_token is None:
        return Check("telegram", Level.NOTE, "no token", "for the bot, set TELEGRAM_BOT_TOKEN")
    parts = [
        "token set",
        f"{len(settings.telegram_admins)} administrators",
        f"{len(settings.telegram_allowed)} users and chats allowed" if settings.telegram_allowed else "open to all",
        "webhook" if settings.telegram_webhook_url else "polling",
    ]
    return Check("telegram", Level.OK, ", ".join(parts))


def all_checks(settings: Settings) -> list[Check]:
    """Return every check, those that need another one only where that one came out well."""
    model, identity = check_model(settings)
    database = check_database(settings)
    checks = [check_python(), check_packages(), model, check_data_dir(settings), database]
    if identity is not None and database.level is Level.OK:
        checks.append(check_generation(settings, identity))
    checks.append(check_confidence(settings))
    return [*checks, check_corpus(settings), check_language_model(settings), check_telegram(settings)]
