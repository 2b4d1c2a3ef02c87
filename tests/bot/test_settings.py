"""Settings: where they come from, what is refused, and that a secret never shows."""

import pickle  # noqa: TID251 (shows that a secret refuses it)
import re
from pathlib import Path

import pytest

from bot.cli.main import COMMANDS
from bot.secret import Secret
from bot.settings import SETTINGS, Address, Settings, SettingsError, load_settings

REPOSITORY = Path(__file__).parents[2]
TOKEN = "123456:AAsecret_part-of-it"  # noqa: S105 (made up)


def load(tmp_path: Path, **environ: str) -> Settings:
    return load_settings(environ, tmp_path / ".env")


def test_settings_defaults_when_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings(
        data_dir=Path("data"),
        corpus=Path("seeds/articles"),
        model="multilingual-e5-small",
        llm_url=None,
        llm_model=None,
        llm_key=None,
        llm_timeout_seconds=20.0,
        telegram_bot_token=None,
        telegram_api_url="https://api.telegram.org",
        telegram_admins=frozenset(),
        telegram_allowed=frozenset(),
        telegram_webhook_url=None,
        telegram_webhook_secret=None,
        telegram_webhook_listen=Address("127.0.0.1", 8080),
    )


def test_settings_read_every_variable(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        HOIDAP_DATA_DIR="/srv/data",
        HOIDAP_CORPUS="bài báo",
        HOIDAP_MODEL="intfloat/multilingual-e5-base",
        HOIDAP_LLM_URL="http://127.0.0.1:11434/v1/",
        HOIDAP_LLM_MODEL="hf.co/Qwen/Qwen3-8B-GGUF:Q4_K_M",
        HOIDAP_LLM_KEY="sk-AAsecret",
        HOIDAP_LLM_TIMEOUT_SECONDS="7.5",
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL="http://127.0.0.1:8081/",
        TELEGRAM_ADMINS="1, 22,333",
        TELEGRAM_ALLOWED="1 -1001234567890",
        TELEGRAM_WEBHOOK_URL="http://127.0.0.1:9000/hook",
        TELEGRAM_WEBHOOK_SECRET="abc-DEF_1",  # noqa: S106 (made up)
        TELEGRAM_WEBHOOK_LISTEN="[::1]:9000",
    )
    assert settings == Settings(
        data_dir=Path("/srv/data"),
        corpus=Path("bài báo"),
        model="intfloat/multilingual-e5-base",
        llm_url="http://127.0.0.1:11434/v1",
        llm_model="hf.co/Qwen/Qwen3-8B-GGUF:Q4_K_M",
        llm_key=Secret("sk-AAsecret"),
        llm_timeout_seconds=7.5,
        telegram_bot_token=Secret(TOKEN),
        telegram_api_url="http://127.0.0.1:8081",
        telegram_admins=frozenset({1, 22, 333}),
        telegram_allowed=frozenset({1, -1001234567890}),
        telegram_webhook_url="http://127.0.0.1:9000/hook",
        telegram_webhook_secret=Secret("abc-DEF_1"),
        telegram_webhook_listen=Address("::1", 9000),
    )


def test_environment_wins_over_the_file_and_an_empty_variable_is_not_set(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "\ufeffHOIDAP_MODEL=from-file\nHOIDAP_CORPUS='from $file'\nHOIDAP_DATA_DIR=from-file\n", encoding="utf-8"
    )
    settings = load(tmp_path, HOIDAP_MODEL="from-environment", HOIDAP_DATA_DIR=" ")
    assert (settings.model, settings.corpus, settings.data_dir) == (
        "from-environment",
        Path("from $file"),
        Path("data"),
    )


def test_home_folder_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/lan")
    assert load(tmp_path, HOIDAP_DATA_DIR="~/hoidap").data_dir == Path("/home/lan/hoidap")


def test_file_that_is_not_utf_8_is_refused_without_its_content(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKEN=123456:AAsecret\xff\n")
    with pytest.raises(SettingsError, match="cannot be read") as caught:
        load(tmp_path)
    assert "AAsecret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOIDAP_LLM_URL", "127.0.0.1:11434"),
        ("HOIDAP_LLM_URL", "http://user:AAsecret@localhost/v1"),
        ("HOIDAP_LLM_URL", "http://localhost/v1?key=AAsecret"),
        ("HOIDAP_LLM_URL", "http://localhost/v1"),
        ("HOIDAP_LLM_MODEL", "AAsecret model"),
        ("HOIDAP_LLM_KEY", "AAsecret khóa"),
        ("HOIDAP_LLM_KEY", "AAsecret\nHost: x"),
        ("HOIDAP_LLM_TIMEOUT_SECONDS", "0"),
        ("HOIDAP_LLM_TIMEOUT_SECONDS", "601"),
        ("HOIDAP_LLM_TIMEOUT_SECONDS", "nan"),
        ("TELEGRAM_BOT_TOKEN", "AAsecret"),
        ("TELEGRAM_BOT_TOKEN", "123456:AAsecret/../x"),
        ("TELEGRAM_WEBHOOK_SECRET", "AAsecret with spaces"),
        ("TELEGRAM_WEBHOOK_SECRET", "AAsecret" * 40),
        ("TELEGRAM_ADMINS", "123456:AAsecret"),
        ("TELEGRAM_ADMINS", "1,0"),
        ("TELEGRAM_ADMINS", "-1001234567890"),
        ("TELEGRAM_ALLOWED", "@AAsecret"),
        ("TELEGRAM_ALLOWED", "1" * 30),
        ("TELEGRAM_API_URL", "127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:port"),
        ("TELEGRAM_API_URL", "http://localhost?AAsecret"),
        ("TELEGRAM_API_URL", "http://user:AAsecret@localhost"),
        ("TELEGRAM_WEBHOOK_URL", "ftp://example.org/AAsecret"),
        ("TELEGRAM_WEBHOOK_URL", "http://example.org/AAsecret"),
        ("TELEGRAM_WEBHOOK_LISTEN", "AAsecret"),
        ("TELEGRAM_WEBHOOK_LISTEN", "127.0.0.1:70000"),
    ],
)
def test_wrong_value_is_refused_with_its_name_and_an_example_but_not_shown(
    tmp_path: Path, name: str, value: str
) -> None:
    named = name if value != "http://localhost/v1" else "HOIDAP_LLM_MODEL"  # which has to be set with an address
    with pytest.raises(SettingsError, match=rf"^{named} .*; an example: {named}=\S+$") as caught:
        load(tmp_path, **{name: value})
    assert "AAsecret" not in str(caught.value)


def test_examples_in_messages_are_themselves_accepted(tmp_path: Path) -> None:
    for name in SETTINGS[3:]:
        with pytest.raises(SettingsError) as caught:
            load(tmp_path, **{name: "?? ??"})
        example = str(caught.value).rpartition(f"{name}=")[2]
        load(tmp_path, **{"HOIDAP_LLM_MODEL": "any", name: example})


def test_secret_never_shows(tmp_path: Path) -> None:
    secret_part = TOKEN.partition(":")[2]
    settings = load(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_WEBHOOK_SECRET=secret_part, HOIDAP_LLM_KEY=secret_part)
    secret = settings.telegram_bot_token
    shown = f"{settings} {settings!r} {secret} {secret!r} {secret:>9} {'%s' % (secret,)}"  # noqa: UP031 (shows %s too)
    assert "AAsecret" not in shown
    assert secret is not None
    assert secret.reveal() == TOKEN


def test_secret_refuses_to_be_pickled() -> None:
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(Secret(TOKEN))


def test_env_example_lists_every_setting_and_no_other() -> None:
    text = (REPOSITORY / "deploy" / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE) == list(SETTINGS)


def test_env_example_is_accepted_with_everything_in_it_switched_on(tmp_path: Path) -> None:
    text = (REPOSITORY / "deploy" / ".env.example").read_text(encoding="utf-8")
    (tmp_path / ".env").write_text(re.sub(r"^#(?=[A-Z_]+=)", "", text, flags=re.MULTILINE), encoding="utf-8")
    settings = load(tmp_path)
    assert settings.telegram_webhook_url == "https://bot.example.org/hoidap"
    assert settings.data_dir == Path("data")


def test_readme_names_every_setting_and_every_command() -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    expected = [*SETTINGS, *(f"hoidap {name}" for name in COMMANDS)]
    assert [name for name in expected if name not in text] == []
