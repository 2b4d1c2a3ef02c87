"""Holds deploy/ to the project: its files name commands, settings, paths and limits that there are, and no secret."""

import fnmatch
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.main import COMMANDS, _parser
from bot.settings import SETTINGS, load_settings
from bot.telegram.running import STOP_SECONDS
from bot.telegram.webhook import MAX_UPDATE_BYTES, SECRET_HEADER

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.is_file())
_NUMBER = {"s": 1, "m": 60}


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions with their arguments, in order."""
    text = "\n".join(line for line in (DEPLOY / "Dockerfile").read_text("utf-8").splitlines() if line[:1] != "#")
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines) if name.isupper()]


def arguments_of(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def service() -> dict[str, Any]:
    """Return the bot's part of the compose file."""
    value = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"]["bot"]
    assert isinstance(value, dict)
    return value


def unit() -> dict[str, list[str]]:
    """Return the unit's keys with their values; sections are left out, no key stands in two."""
    keys: dict[str, list[str]] = {}
    for line in (DEPLOY / "hoidap.service").read_text("utf-8").splitlines():
        if line and line[0] not in "#[":
            name, equals, value = line.partition("=")
            assert equals, line
            keys.setdefault(name, []).append(value)
    return keys


def assert_command_is_understood(words: list[str]) -> None:
    assert _parser(words).parse_args(words).command in COMMANDS


def nginx(directive: str) -> list[str]:
    return re.findall(rf"^\s*{directive}\s+([^;]+);", (DEPLOY / "nginx.conf").read_text("utf-8"), re.MULTILINE)


def test_dockerfile_copies_only_what_there_is_and_what_dockerignore_lets_through() -> None:
    wanted = [part for line in arguments_of("COPY") if "--from" not in line for part in line.split()[:-1]]
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] == "!"]
    assert "*" in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert sorted(wanted) == sorted(allowed)
    assert [path for path in wanted if not (ROOT / path).exists()] == []


def test_dockerfile_copies_every_package_of_the_project() -> None:
    patterns = re.search(r"include = \[(.*)\]", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert patterns is not None
    copied = [part for line in arguments_of("COPY") for part in line.split()[:-1]]
    for pattern in re.findall(r'"([^"]+)"', patterns[1]):
        assert fnmatch.filter(copied, pattern), pattern


def test_image_runs_the_bot_as_a_user_without_rights_and_asks_after_its_health() -> None:
    assert yaml.safe_load(arguments_of("ENTRYPOINT")[0]) == ["tini", "--", "hoidap"]
    assert_command_is_understood(yaml.safe_load(arguments_of("CMD")[0]))
    check = arguments_of("HEALTHCHECK")[0].partition(" CMD ")[2]
    assert yaml.safe_load(check) == ["hoidap", "bot", "--health"]
    assert_command_is_understood(yaml.safe_load(check)[1:])
    assert [user.split(":")[0].isdigit() and user[0] != "0" for user in arguments_of("USER")] == [True]
    environment = dict(re.findall(r"(HOIDAP_\w+)=(\S+)", " ".join(arguments_of("ENV"))))
    assert sorted(environment.values()) == sorted(yaml.safe_load(arguments_of("VOLUME")[0]))
    assert environment.keys() <= set(SETTINGS)


@pytest.mark.parametrize(("cuda", "status"), [("'13.0'", 1), ("None", 0)])
def test_build_stops_at_a_torch_with_cuda_and_says_what_to_do(tmp_path: Path, cuda: str, status: int) -> None:
    (tmp_path / "torch.py").write_text(f"__version__ = '0.0'\nclass version:\n    cuda = {cuda}\n", "utf-8")
    shutil.copy(DEPLOY / "check_torch.py", tmp_path)  # a script finds what stands beside it first
    command = [sys.executable, str(tmp_path / "check_torch.py")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == status
    assert ("PIP_EXTRA_INDEX_URL" in ran.stderr) is bool(status)


def test_compose_builds_this_dockerfile_and_locks_the_container_up() -> None:
    bot = service()
    context = (DEPLOY / bot["build"]["context"]).resolve()
    assert context == ROOT
    assert (context / bot["build"]["dockerfile"]).is_file()
    assert set(bot["build"]["args"]) == {line.split("=")[0] for line in arguments_of("ARG")}
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert [":size=" in place for place in bot["tmpfs"]] == [True]
    assert {"mem_limit", "pids_limit", "env_file"} <= bot.keys()
    assert {"max-size", "max-file"} <= bot["logging"]["options"].keys()


def test_compose_sets_places_of_the_image_and_publishes_the_webhook_to_this_machine_only() -> None:
    bot = service()
    settings = load_settings(bot["environment"], ROOT / "no.env")
    assert {volume.rpartition(":")[2] for volume in bot["volumes"]} == {str(settings.data_dir), str(settings.corpus)}
    host, outer, inner = bot["ports"][0].split(":")
    assert (host, int(inner)) == ("127.0.0.1", settings.telegram_webhook_listen.port)
    assert nginx("proxy_pass") == [f"http://127.0.0.1:{outer}"]


def test_whoever_stops_the_bot_gives_it_time_to_finish() -> None:
    assert float(service()["stop_grace_period"].removesuffix("s")) > STOP_SECONDS
    assert float(unit()["TimeoutStopSec"][0]) > STOP_SECONDS


def test_unit_starts_a_command_that_there_is_and_backs_off_when_it_fails() -> None:
    keys = unit()
    program, *words = shlex.split(keys["ExecStart"][0])
    assert program == "/opt/hoidap/.venv/bin/hoidap"
    assert_command_is_understood(words)
    environment = dict(entry.split("=", 1) for entry in shlex.split(keys["Environment"][0]))
    assert {name for name in environment if name != "HOME"} <= set(SETTINGS)
    assert {keys[name][0] for name in ("Restart", "RestartMaxDelaySec", "StateDirectory")} == {
        "on-failure",
        "5min",
        "hoidap",
    }
    assert "EnvironmentFile" in keys


def test_unit_gives_the_bot_no_rights_that_it_does_not_need() -> None:
    keys = unit()
    for name in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "RestrictNamespaces"):
        assert keys[name] == ["yes"], name
    assert (keys["ProtectSystem"], keys["CapabilityBoundingSet"]) == (["strict"], [""])


def test_systemd_finds_no_fault_in_the_unit() -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze on this machine")
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(DEPLOY / "hoidap.service")],  # noqa: S607 (wherever it is)
        capture_output=True,
        text=True,
        check=False,
    )
    # What only a machine with hoidap installed has, and what only a later systemd knows.
    expected = re.compile(r"is not executable: No such file|Unknown key '?Restart(?:Steps|MaxDelaySec)|^$")
    assert [line for line in (ran.stdout + ran.stderr).splitlines() if not expected.search(line)] == []


def test_reverse_proxy_passes_the_secret_and_as_much_as_the_bot_takes() -> None:
    variable = f"$http_{SECRET_HEADER.lower().replace('-', '_')}"
    assert f"{SECRET_HEADER} {variable}" in nginx("proxy_set_header")
    (limit,) = nginx("client_max_body_size")
    assert int(limit.removesuffix("m")) * 1024 * 1024 == MAX_UPDATE_BYTES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_holds_no_secret_and_no_package_index(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"\d{6,}:[A-Za-z0-9_-]{30,}", text) == []
    assert re.findall(r"(?i)https?://[^\s'\"`]*(?:pypi|simple|whl|pytorch|debian|docker)[^\s'\"`]*", text) == []
    assert re.findall(r"^(?:TELEGRAM_BOT_TOKEN|TELEGRAM_WEBHOOK_SECRET)=\S+", text, re.MULTILINE) == []


def test_runbook_names_only_commands_settings_and_files_that_there_are() -> None:
    text = (DEPLOY / "RUNBOOK.md").read_text("utf-8")
    calls = r"(?:`hoidap|^hoidap|&& hoidap|run --rm bot|exec bot hoidap|bin/hoidap) ([a-z]+)(?: (--[a-z]+))?"
    named = re.findall(calls, text, re.MULTILINE)
    assert {command for command, _ in named} <= COMMANDS.keys()
    for command, option in named:
        if option:
            assert_command_is_understood([command, option])
    compose = (DEPLOY / "compose.yaml").read_text("utf-8")
    for name in set(re.findall(r"\b(?:HOIDAP|TELEGRAM)_[A-Z_]+", text)):
        assert name in SETTINGS or f"${{{name}:-" in compose, name
    for path in set(re.findall(r"deploy/[\w.]+", text)):
        assert (ROOT / path).exists(), path


def test_runbook_has_a_section_for_what_goes_wrong() -> None:
    text = (DEPLOY / "RUNBOOK.md").read_text("utf-8").lower()
    for word in (
        "@botfather",
        "privacy mode",
        "/revoke",
        "409",
        "disk is full",
        "backup",
        "webhook",
        "does not answer",
    ):
        assert word in text, word
