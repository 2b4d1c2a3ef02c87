"""What a person does on the page: write, edit, press a button, send a file, switch the language of their Telegram."""

import json
import mimetypes
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from tests.support.bot_api import BotApi, Message, utf16
from tests.support.bot_api.fields import Json
from tests.support.bot_api.keyboards import Button
from tests.support.bot_api.texts import MAX_TEXT_UNITS
from tests.support.bot_api.web import Request
from tests.support.demo.stage import LANGUAGES, Room, Stage

MAX_UPLOAD_BYTES = 25 * 1024 * 1024  # above what a bot may fetch, so that this limit can be tried too
_MAX_NAME_CHARS = 200
Action = Callable[[Request], Awaitable[Json]]


class WrongRequestError(Exception):
    """The page asked for something that is not there, or in a form that is not understood."""


class Actions:
    """One method for each thing that the page sends."""

    def __init__(self, api: BotApi, stage: Stage) -> None:
        """Take whom to act for."""
        self._api = api
        self._stage = stage

    def by_name(self) -> dict[str, Action]:
        """Return the actions by the last part of their path."""
        return {
            "send": self.send,
            "edit": self.edit,
            "press": self.press,
            "upload": self.upload,
            "language": self.language,
        }

    async def send(self, request: Request) -> Json:
        """Return the id of the message that the room's user writes."""
        given = _given(request)
        room = self._room(given.get("room"))
        reply_to = self._message(room, given["reply_to"]) if given.get("reply_to") is not None else None
        message = await room.chat.send(self._stage.speaker(room), _text(given), reply_to=reply_to)
        return {"id": message.id}

    async def edit(self, request: Request) -> Json:
        """Return the id of a message of their own that the room's user changes."""
        given = _given(request)
        room = self._room(given.get("room"))
        message = self._message(room, given.get("message"))
        if message.sender is None or message.sender.id != room.speaker_id or "document" in message.extra:
            raise WrongRequestError("this message cannot be edited")
        await room.chat.edit(message, _text(given))
        return {"id": message.id}

    async def press(self, request: Request) -> Json:
        """Return what the bot shows when a button is pressed; a bot that says nothing in time shows nothing."""
        given = _given(request)
        room = self._room(given.get("room"))
        message = self._message(room, given.get("message"))
        rows = (message.markup or {}).get("inline_keyboard", [])
        row, column = given.get("row"), given.get("column")
        if not isinstance(row, int) or not isinstance(column, int) or not 0 <= row < len(rows):
            raise WrongRequestError("there is no such button")
        if not 0 <= column < len(rows[row]) or "callback_data" not in rows[row][column]:
            raise WrongRequestError("there is no such button")
        key = rows[row][column]
        button = Button(key["text"], key["callback_data"])
        pressed = await room.chat.press(message, button, self._stage.speaker(room))
        try:
            text = await self._api.answer_of(pressed)
        except TimeoutError:
            text = ""
        return {"text": text, "alert": pressed.alert}

    async def upload(self, request: Request) -> Json:
        """Return the id of the message with which the room's user sends a file; room and name stand in the query."""
        query = {name: values[0] for name, values in parse_qs(request.query).items()}
        room = self._room(query.get("room"))
        name = query.get("name", "").replace("\\", "/").rpartition("/")[2][:_MAX_NAME_CHARS]
        if not name or not request.body or len(request.body) > MAX_UPLOAD_BYTES:
            raise WrongRequestError("a file needs a name, some content, and at most 25 MB")
        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        message = await room.chat.send_document(self._stage.speaker(room), request.body, name, mime_type)
        return {"id": message.id}

    async def language(self, request: Request) -> Json:
        """Return the language that everybody's Telegram now is in."""
        language = _given(request).get("language")
        if language not in LANGUAGES:
            raise WrongRequestError("there is no such language")
        self._stage.speak(str(language))
        return {"language": self._stage.language}

    def _room(self, key: Any) -> Room:
        room = self._stage.rooms.get(key) if isinstance(key, str) else None
        if room is None:
            raise WrongRequestError("there is no such room")
        return room

    def _message(self, room: Room, message_id: Any) -> Message:
        message = room.chat.messages.get(message_id) if isinstance(message_id, int) else None
        if message is None or message.deleted:
            raise WrongRequestError("there is no such message")
        return message


def _given(request: Request) -> Json:
    try:
        value = json.loads(request.body)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise WrongRequestError("a JSON object was expected")
    return value


def _text(given: Json) -> str:
    text = given.get("text")
    if not isinstance(text, str) or not text.strip() or utf16.length(text) > MAX_TEXT_UNITS:
        raise WrongRequestError(f"a text of 1 to {MAX_TEXT_UNITS} characters was expected")
    return text.strip()
