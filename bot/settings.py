"""Settings from the environment and from ``.env``, read once into one frozen record; nothing else reads os.environ.

Every setting is listed in SETTINGS; a test holds README.md and deploy/.env.example to that list. An error names the
variable, what is wrong with it and an example, and never shows a secret.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import SplitResult, urlsplit

from bot.secret import Secret

DEFAULT_CORPUS = Path("seeds/articles")
TELEGRAM_API_URL = "https://api.telegram.org"

SETTINGS = (
    "HOIDAP_DATA_DIR",
    "HOIDAP_CORPUS",
    "HOIDAP_MODEL",
    "HOIDAP_LLM_URL",
    "HOIDAP_LLM_MODEL",
    "HOIDAP_LLM_KEY",
    "HOIDAP_LLM_TIMEOUT_SECONDS",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "TELEGRAM_ADMINS",
    "TELEGRAM_ALLOWED",
    "TELEGRAM_WEBHOOK_URL",
    "TELEGRAM_WEBHOOK_SECRET",
    "TELEGRAM_WEBHOOK_LISTEN",
)

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # what Telegram's setWebhook accepts
_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/]+):(?P<port>\d{1,5})")
_MAX_PORT = 65535
_LLM_MODEL = re.compile(r"[\w.:/@+-]+", re.ASCII)
_LLM_KEY = re.compile(r"[!-~]+")  # what may stand in a header
_LLM_TIMEOUT = re.compile(r"\d{1,3}(?:\.\d{1,3})?", re.ASCII)
_MAX_LLM_TIMEOUT_SECONDS = 600.0
DEFAULT_LLM_TIMEOUT_SECONDS = 20.0
_EXAMPLE_LLM_MODEL = "qwen3:8b"
_EXAMPLE_WEBHOOK = "https://bot.example.org/hoidap"
_Value = TypeVar("_Value")


class SettingsError(Exception):
    """A setting cannot be used; the message names it, says what is wrong and gives an example."""


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set from outside; ``None`` and empty sets mean "not set"."""

    data_dir: Path
    corpus: Path
    model: str
    llm_url: str | None
    llm_model: str | None
    llm_key: Secret | None
    llm_timeout_seconds: float
    telegram_bot_token: Secret | None
    telegram_api_url: str
    telegram_admins: frozenset[int]
    telegram_allowed: frozenset[int]
    telegram_webhook_url: str | None
    telegram_webhook_secret: Secret | None
    telegram_webhook_listen: Address


def load_settings(
    environ: Mapping[str, str] = os.environ,  # noqa: TID251 (the one place that reads the environment)
    env_file: Path = Path(".env"),
) -> Settings:
    """Return the settings; a variable of the environment wins over the same one in the file, an empty one is not set.

    Raises:
        SettingsError: a value cannot be used, or the file cannot be read.
    """
    values = {**_from_file(env_file), **environ}
    given = {name: value.strip() for name in SETTINGS if (value := values.get(name, "")).strip()}
    api_url = _optional(given, "TELEGRAM_API_URL", _api_url) or TELEGRAM_API_URL
    webhook_url = _optional(given, "TELEGRAM_WEBHOOK_URL", _url)
    if webhook_url and api_url == TELEGRAM_API_URL and not webhook_url.startswith("https:"):
        raise _wrong("TELEGRAM_WEBHOOK_URL", "must begin with https://, or Telegram does not call it", _EXAMPLE_WEBHOOK)
    llm_url, llm_model = _optional(given, "HOIDAP_LLM_URL", _llm_url), _optional(given, "HOIDAP_LLM_MODEL", _llm_model)
    if llm_url and not llm_model:
        raise _wrong("HOIDAP_LLM_MODEL", "must be set as well where HOIDAP_LLM_URL is", _EXAMPLE_LLM_MODEL)
    return Settings(
        data_dir=_optional(given, "HOIDAP_DATA_DIR", _path) or Path("data"),
        corpus=_optional(given, "HOIDAP_CORPUS", _path) or DEFAULT_CORPUS,
        model=_optional(given, "HOIDAP_MODEL", _model) or "multilingual-e5-small",
        llm_url=llm_url,
        llm_model=llm_model,
        llm_key=_optional(given, "HOIDAP_LLM_KEY", _llm_key),
        llm_timeout_seconds=_optional(given, "HOIDAP_LLM_TIMEOUT_SECONDS", _llm_timeout) or DEFAULT_LLM_TIMEOUT_SECONDS,
        telegram_bot_token=_optional(given, "TELEGRAM_BOT_TOKEN", _token),
        telegram_api_url=api_url,
        telegram_admins=_optional(given, "TELEGRAM_ADMINS", _user_ids) or frozenset(),
        telegram_allowed=_optional(given, "TELEGRAM_ALLOWED", _chat_ids) or frozenset(),
        telegram_webhook_url=webhook_url,
        telegram_webhook_secret=_optional(given, "TELEGRAM_WEBHOOK_SECRET", _webhook_secret),
        telegram_webhook_listen=_optional(given, "TELEGRAM_WEBHOOK_LISTEN", _address) or Address("127.0.0.1", 8080),
    )


def _from_file(env_file: Path) -> dict[str, str]:
    """Return the variables of the file, {} if there is none; ``$`` stands for itself."""
    if not env_file.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        values = dotenv_values(env_file, interpolate=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{env_file} cannot be read ({type(error).__name__}): save it as UTF-8 and allow this user to read it"
        ) from None  # the error would show the bytes it fell over, and they may be a token's
    return {name: value for name, value in values.items() if value is not None}


def _optional(given: Mapping[str, str], name: str, parse: Callable[[str, str], _Value]) -> _Value | None:
    """Return the parsed value of a setting, None where it is not set."""
    return parse(name, given[name]) if name in given else None


def _wrong(name: str, problem: str, example: str) -> SettingsError:
    return SettingsError(f"{name} {problem}; an example: {name}={example}")


# --- one function a kind of value, called with the setting's name and its text ---


def _path(name: str, text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise _wrong(name, f"names a home folder that is not known: {text!r}", "/srv/hoidap/data") from error


def _model(name: str, text: str) -> str:
    """Return a model's name, or its folder with the home folder written out."""
    return str(_path(name, text)) if text.startswith("~") else text


def _token(name: str, text: str) -> Secret:
    if not _TOKEN.fullmatch(text):
        raise _wrong(name, "is not a bot's token, as @BotFather gives it", "123456789:AAabcdef_the_rest_of_it")
    return Secret(text)


def _webhook_secret(name: str, text: str) -> Secret:
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise _wrong(name, "must be 1 to 256 letters A-Z and a-z, digits, _ and -", "a-long-random-text_2021")
    return Secret(text)


def _api_url(name: str, text: str) -> str:
    return _root(name, text, "a Bot API server", "http://127.0.0.1:8081")


def _llm_url(name: str, text: str) -> str:
    return _root(name, text, "an OpenAI-compatible interface", "http://127.0.0.1:11434/v1")


def _llm_model(name: str, text: str) -> str:
    if not _LLM_MODEL.fullmatch(text):
        raise _wrong(name, "is not the name of a model", _EXAMPLE_LLM_MODEL)
    return text


def _llm_key(name: str, text: str) -> Secret:
    if not _LLM_KEY.fullmatch(text):
        raise _wrong(name, "must be a key of ASCII letters, digits and signs, without spaces", "sk-local-key")
    return Secret(text)


def _llm_timeout(name: str, text: str) -> float:
    if not _LLM_TIMEOUT.fullmatch(text) or not 0 < float(text) <= _MAX_LLM_TIMEOUT_SECONDS:
        raise _wrong(name, f"is not a number of seconds up to {_MAX_LLM_TIMEOUT_SECONDS:.0f}", "20")
    return float(text)


def _root(name: str, text: str, what: str, example: str) -> str:
    """Return the root of an interface without a slash at its end; what it has is added to it."""
    url = _url(name, text, example=example).rstrip("/")
    if urlsplit(url).query or urlsplit(url).fragment:
        raise _wrong(name, f"must be the root of {what}, without ? and #", example)
    return url


def _url(name: str, text: str, *, example: str = _EXAMPLE_WEBHOOK) -> str:
    parts = _split(text)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", text):
        raise _wrong(name, "is not a URL that begins with http:// or https://", example)
    if parts.username is not None or parts.password is not None:
        raise _wrong(name, "must not hold a user name or a password", example)
    return text


def _split(text: str) -> SplitResult | None:
    """Return the parts of a URL, None if it is none."""
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts


def _user_ids(name: str, text: str) -> frozenset[int]:
    ids = _ids(name, text, example="123456789,987654321")
    if any(number < 0 for number in ids):
        raise _wrong(name, "holds the id of a group, and must hold ids of persons", "123456789,987654321")
    return ids


def _chat_ids(name: str, text: str) -> frozenset[int]:
    return _ids(name, text, example="123456789,-1001234567890")


def _ids(name: str, text: str, *, example: str) -> frozenset[int]:
    """Return the ids of a list; an error names the place, since a token pasted here by mistake must not be shown."""
    ids = set()
    for place, item in enumerate(text.replace(",", " ").split(), start=1):
        if not re.fullmatch(r"-?[0-9]{1,18}", item) or int(item) == 0:
            raise _wrong(name, f"does not hold the id of a user or chat in place {place}", example)
        ids.add(int(item))
    return frozenset(ids)


def _address(name: str, text: str) -> Address:
    match = _LISTEN.fullmatch(text)
    if match is None or not 0 < int(match["port"]) <= _MAX_PORT:
        raise _wrong(name, f"is not host:port with a port from 1 to {_MAX_PORT}", "127.0.0.1:8080")
    return Address(match["host"].strip("[]"), int(match["port"]))
