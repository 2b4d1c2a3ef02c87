"""The keyboards under messages, checked as Telegram checks them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.support.bot_api.fields import Fields, Json, optional_text, required_text
from tests.support.bot_api.links import checked_link, linked_user
from tests.support.bot_api.refusals import RefusedError, bad_request

MAX_CALLBACK_BYTES = 64
MAX_BUTTONS = 100
_MAX_COPY_CHARS = 256
_OTHER_KINDS = {"callback_game", "pay", "switch_inline_query", "switch_inline_query_current_chat", "login_url"}


@dataclass(frozen=True)
class Button:
    """One button of an inline keyboard."""

    text: str
    data: str = ""
    url: str = ""


def buttons_of(markup: Json | None) -> Iterator[Button]:
    """Yield the buttons of an inline keyboard, row by row."""
    for row in (markup or {}).get("inline_keyboard", []):
        for button in row:
            yield Button(button["text"], button.get("callback_data", ""), button.get("url", ""))


def reply_markup(fields: Fields) -> Json | None:
    """Return the keyboard of a request, None where it has none or an empty one.

    Raises:
        RefusedError: it is no keyboard, or one of its buttons is wrong.
    """
    return checked_markup(fields.json("reply_markup", "reply keyboard markup"))


def checked_markup(value: Any) -> Json | None:
    """Return a keyboard that was given as JSON, None for none or an empty one.

    Raises:
        RefusedError: it is no keyboard, or one of its buttons is wrong.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    if "keyboard" in value:
        _check_rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays', "keyboard button", _key)
        return value if any(value["keyboard"]) else None
    if "inline_keyboard" in value:
        words = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        _check_rows(value, "inline_keyboard", words, "inline keyboard button", _shape)
        rows = [row for row in value["inline_keyboard"] if row]
        _check_buttons([button for row in rows for button in row])
        return {"inline_keyboard": rows} if rows else None
    return value if any(value.get(name) for name in ("remove_keyboard", "force_reply")) else None


def _check_rows(value: Json, name: str, words: str, what: str, check: Callable[[Any], None]) -> None:
    if not isinstance(value[name], list):
        raise bad_request(f'Field "{name}" must be of type Array')
    for row in value[name]:
        if not isinstance(row, list):
            raise bad_request(words)
        for button in row:
            try:
                check(button)
            except RefusedError as error:
                raise bad_request(f"Can't parse {what}: {error.words}") from None


def _key(button: Any) -> None:
    if isinstance(button, dict):
        required_text(button, "text")
    elif not isinstance(button, str):
        raise bad_request("KeyboardButton must be a String or an Object")


def _shape(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad_request("InlineKeyboardButton must be an Object")
    required_text(button, "text")
    kinds = {"url", "callback_data", "web_app", "copy_text", "switch_inline_query_chosen_chat", *_OTHER_KINDS}
    for name in ("url", "callback_data"):
        if optional_text(button, name):
            return
    if not any(name in button for name in kinds - {"url", "callback_data"}):
        raise bad_request("Text buttons are unallowed in the inline keyboard")


def _check_buttons(buttons: list[Json]) -> None:
    if len(buttons) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not str(button["text"]):
            raise bad_request("Inline keyboard button text must be non-empty")
        url = str(button.get("url") or "")
        if url and linked_user(url) is None and checked_link(url) is None:
            raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        if not url and len(str(button.get("callback_data") or "").encode()) > MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        copied = button.get("copy_text")
        if isinstance(copied, dict) and not 1 <= len(required_text(copied, "text")) <= _MAX_COPY_CHARS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
