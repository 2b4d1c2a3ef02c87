"""What waits for an answer of the bot: presses of buttons and inline queries. Each can be answered once, and soon."""

from dataclasses import dataclass, field

from tests.support.bot_api.fields import Json
from tests.support.bot_api.messages import Message
from tests.support.bot_api.people import User

CALLBACK_SECONDS = 60.0
INLINE_SECONDS = 30.0


@dataclass(eq=False)
class Press:
    """A press of a button. ``answer`` is None until the bot has answered, then the text that it showed, "" for none."""

    id: str
    user: User
    data: str
    message: Message | None
    pressed_at: float
    inline_message_id: str = ""
    answer: str | None = None
    alert: bool = False
    expired: bool = False

    def as_json(self) -> Json:
        """Return the CallbackQuery."""
        value: Json = {
            "id": self.id,
            "from": self.user.as_json(),
            "chat_instance": self.message.chat.instance if self.message else "0",
            "data": self.data,
        }
        if self.inline_message_id:
            value["inline_message_id"] = self.inline_message_id
        elif self.message is not None:
            value["message"] = self.message.inaccessible() if self.message.deleted else self.message.as_json()
        return value


@dataclass(eq=False)
class InlineQuery:
    """What a user types behind the bot's name. ``results`` is None until the bot has answered."""

    id: str
    user: User
    query: str
    offset: str
    asked_at: float
    chat_type: str = "sender"
    results: list[Json] | None = None
    is_personal: bool = False
    cache_seconds: int = 300
    next_offset: str = ""
    expired: bool = False

    def as_json(self) -> Json:
        """Return the InlineQuery."""
        return {
            "id": self.id,
            "from": self.user.as_json(),
            "query": self.query,
            "offset": self.offset,
            "chat_type": self.chat_type,
        }


@dataclass
class Queries:
    """All presses and inline queries, by id."""

    presses: dict[str, Press] = field(default_factory=dict)
    inline: dict[str, InlineQuery] = field(default_factory=dict)
    _last_id: int = 4_000_000_000_000

    def next_id(self) -> str:
        """Return an id that was not used before."""
        self._last_id += 1
        return str(self._last_id)
