"""Methods about the bot itself: who it is, its commands by scope and language, its name and descriptions."""

import json
import re
from typing import Any

from tests.support.bot_api.fields import Fields, Json, required_text, whole_number
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.refusals import RefusedError, bad_request
from tests.support.bot_api.state import State

MAX_COMMANDS = 100
MAX_DESCRIPTION_CHARS = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_PLAIN_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}
_TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(state: State, _fields: Fields) -> Json:
    """Return the bot."""
    return state.bot.as_json()


def set_my_commands(state: State, fields: Fields) -> bool:
    """Return True when the menu of a scope and language has changed."""
    value = fields.json("commands", "commands") or []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = [_command(entry) for entry in value]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    place = _scope(state, fields), _language(fields)
    state.profile.commands[place] = commands
    if not commands:
        del state.profile.commands[place]
    return True


def get_my_commands(state: State, fields: Fields) -> list[Json]:
    """Return the commands of a scope and language."""
    return state.profile.commands.get((_scope(state, fields), _language(fields)), [])


def delete_my_commands(state: State, fields: Fields) -> bool:
    """Return True when a scope and language has no commands of its own."""
    state.profile.commands.pop((_scope(state, fields), _language(fields)), None)
    return True


def scope_key(scope: Json | None) -> str:
    """Return a command scope as the key that it is kept under."""
    return json.dumps(scope or {"type": "default"}, sort_keys=True)


def _command(value: Any) -> Json:
    try:
        if not isinstance(value, dict):
            raise bad_request("expected an Object")
        name = required_text(value, "command").removeprefix("/").lower()
        description = required_text(value, "description")
    except RefusedError as error:
        raise bad_request(f"Can't parse BotCommand: {error.words}") from None
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_DESCRIPTION_CHARS:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(state: State, fields: Fields) -> str:
    scope = fields.json("scope", "BotCommandScope")
    if scope is None:
        return scope_key(None)
    if not isinstance(scope, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind not in _PLAIN_SCOPES | _CHAT_SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if kind in _CHAT_SCOPES:
        if not scope.get("chat_id"):
            raise bad_request("Can't parse BotCommandScope: Empty chat_id specified")
        chat = state.chat(str(scope["chat_id"]))
        if kind != "chat" and chat.kind == "private":
            raise bad_request("can't change commands of chat members in private chats")
        if kind == "chat_member" and (whole_number(str(scope.get("user_id"))) or 0) <= 0:
            raise bad_request("Can't parse BotCommandScope: Invalid user_id specified")
    return scope_key(scope)


def _language(fields: Fields) -> str:
    code = fields.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("Invalid language code specified")
    return code


def _setter(what: str) -> Method:
    def set_text(state: State, fields: Fields) -> bool:
        text = fields.text(what)
        if len(text) > _TEXT_LIMITS[what]:
            raise bad_request(f"bot {what.replace('_', ' ')} is too long")
        state.profile.texts[what, _language(fields)] = text
        return True

    return set_text


def _getter(what: str) -> Method:
    def get_text(state: State, fields: Fields) -> Json:
        texts = state.profile.texts
        default = texts.get((what, ""), state.bot.name if what == "name" else "")
        return {what: texts.get((what, _language(fields)), default)}

    return get_text


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "logOut": lambda _state, _fields: True,
    "close": lambda _state, _fields: True,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
}
