"""What the page shows, as JSON, and only what changed since it last asked: the page asks again and again and waits.

Each message has the number of the change that it was last touched by, so that an edit reaches a page that has the
message already. What people and articles wrote goes out as text with entities, never as markup.
"""

import secrets

from tests.support.bot_api import BotApi, Chat, Message
from tests.support.bot_api.fields import Json
from tests.support.bot_api.journal import Outcome
from tests.support.demo.stage import Room, Stage

WAIT_SECONDS = 25.0
_TYPING_SECONDS = 5.0  # as long as Telegram's apps show it
_ALIVE_SECONDS = 70.0  # a bot that polls is back within half a minute
_SNIPPET_CHARS = 80


class Feed:
    """The changes of all rooms, numbered."""

    def __init__(self, api: BotApi, stage: Stage) -> None:
        """Take what to watch; ``session`` tells a page that the server was started anew."""
        self._api = api
        self._stage = stage
        self.session = secrets.token_hex(4)
        self.revision = 0
        self._messages: dict[tuple[str, int], Json] = {}
        self._around: Json = {}

    async def after(self, revision: int) -> Json:
        """Return what changed after a revision, as soon as something has, or nothing new when the wait is over."""
        loop_time = self._api.state.clock
        end = loop_time() + WAIT_SECONDS
        self._look()
        while self.revision <= revision and (left := end - loop_time()) > 0:
            await self._api.state.changed.wait(left)
            self._look()
        changed = [view for view in self._messages.values() if view["revision"] > revision]
        typing = {room.key: self._typing_seconds(room.chat) for room in self._stage.rooms.values()}
        return {
            "session": self.session,
            "revision": self.revision,
            "messages": changed,
            "typing": typing,
            **self._around,
        }

    def _look(self) -> None:
        """Number what is new."""
        changed: list[Json] = []
        for room in self._stage.rooms.values():
            for message in room.chat.messages.values():
                view = self._view(room, message)
                known = self._messages.get((room.key, message.id), {})
                if view | {"revision": 0} != known | {"revision": 0}:
                    self._messages[room.key, message.id] = view
                    changed.append(view)
        around = self._surroundings()
        if changed or around != self._around:
            self._around = around
            self.revision += 1
            for view in changed:
                view["revision"] = self.revision

    def _surroundings(self) -> Json:
        """Return what there is beside the messages."""
        polled_at = self._api.state.updates.polled_at
        return {
            "bot": self._api.state.bot.name,
            "username": self._api.state.bot.username,
            "online": polled_at is not None and polled_at > self._api.state.clock() - _ALIVE_SECONDS,
            "language": self._stage.language,
            "typing_at": {room.key: self._typing_at(room.chat) for room in self._stage.rooms.values()},
            "rooms": [
                {"key": room.key, "title": room.chat.title, "commands": self._stage.commands(room)}
                for room in self._stage.rooms.values()
            ],
        }

    def _view(self, room: Room, message: Message) -> Json:
        """Return a message as the page takes it."""
        rows = (message.markup or {}).get("inline_keyboard", [])
        document = message.extra.get("document")
        return {
            "room": room.key,
            "id": message.id,
            "revision": 0,
            "mine": message.sender is not None and message.sender.id == room.speaker_id,
            "sender": message.sender.first_name if message.sender else "",
            "at": message.sent_at,
            "edited": message.edited_at is not None,
            "deleted": message.deleted,
            "text": message.text,
            "entities": [entity.as_json() for entity in message.content.entities],
            "document": {"name": document["file_name"], "bytes": document["file_size"]} if document else None,
            "reply_to": _quoted(message.reply_to),
            "buttons": [[{"text": key["text"], "url": key.get("url", "")} for key in row] for row in rows],
        }

    def _typing_at(self, chat: Chat) -> float | None:
        """Return when the bot last said that it is typing, None where a message came after that."""
        for call in reversed(self._api.journal.calls):
            if call.method == "sendChatAction" and call.fields.text("chat_id") == str(chat.id):
                said = max((message.sent_at for message in chat.replies()), default=0.0)
                return call.at if call.outcome is Outcome.ACCEPTED and call.at > said else None
            if call.at < self._api.state.clock() - _TYPING_SECONDS:
                return None
        return None

    def _typing_seconds(self, chat: Chat) -> float:
        """Return for how long the page is to show that the bot is typing."""
        at = self._typing_at(chat)
        return 0.0 if at is None else max(0.0, at + _TYPING_SECONDS - self._api.state.clock())


def _quoted(message: Message | None) -> Json | None:
    if message is None or message.deleted:
        return None
    snippet = message.text or str(message.extra.get("document", {}).get("file_name", ""))
    return {
        "id": message.id,
        "sender": message.sender.first_name if message.sender else "",
        "text": " ".join(snippet[:_SNIPPET_CHARS].split()),
    }
