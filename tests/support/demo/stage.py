"""Who chats with the bot in the demonstration, and where: a reader alone, the same reader in a group, and an admin."""

from dataclasses import dataclass, replace

from tests.support.bot_api import BotApi, Chat, User
from tests.support.bot_api.fields import Json
from tests.support.bot_api.methods.account import scope_key

ADMIN_ID = 1002
_READER_ID = 1001
_GROUP_ID = -1001000001001
LANGUAGES = ("vi", "en")


@dataclass(frozen=True)
class Room:
    """A chat as the page offers it, and the id of the user who writes there."""

    key: str
    chat: Chat
    speaker_id: int


class Stage:
    """The people and the rooms; all of them use one language, which the page switches."""

    def __init__(self, api: BotApi) -> None:
        """Put the people onto the server's Telegram."""
        self._api = api
        self.language = LANGUAGES[0]
        reader = api.user(_READER_ID, "An", last_name="Nguyễn")
        admin = api.user(ADMIN_ID, "Hà", last_name="Trần")
        rooms = (
            Room("private", api.private_chat(reader), reader.id),
            Room("group", api.group(_GROUP_ID, "Tổ bạn đọc"), reader.id),
            Room("admin", api.private_chat(admin), admin.id),
        )
        self.rooms = {room.key: room for room in rooms}

    def speaker(self, room: Room) -> User:
        """Return the user who writes in a room."""
        return self._api.state.users[room.speaker_id]

    def speak(self, language: str) -> None:
        """Let everybody's Telegram be in a language, "vi" or "en"."""
        self.language = language
        for user in list(self._api.state.users.values()):
            self._api.state.users[user.id] = replace(user, language_code=language)
        for room in self.rooms.values():
            if room.chat.user is not None:
                room.chat.user = self.speaker(room)
        self._api.state.changed.fire()

    def commands(self, room: Room) -> list[Json]:
        """Return the menu that Telegram shows in a room: the narrowest scope and the user's language first."""
        private = room.chat.kind == "private"
        scopes: tuple[Json, ...] = (
            {"type": "chat", "chat_id": room.chat.id},
            {"type": "all_private_chats" if private else "all_group_chats"},
            {"type": "default"},
        )
        known = self._api.state.profile.commands
        for scope in scopes:
            for code in (self.language, ""):
                if commands := known.get((scope_key(scope), code)):
                    return commands
        return []
