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
    message: Message
    pressed_at: float
    answer: str | None = None
    alert: bool = False
    expired: bool = False

    def as_json(self) -> Json:
        """Return the CallbackQuery."""
        value: Json = {
            "id": self.id,
            "from": self.user.as_json(),
            "chat_instance": self.message.chat.instance,
            "data": self.data,
        }
        if self.message.inline_message_id:
            value["inline_message_id"] = self.message.inline_message_id
        else:
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
    from_cache: bool = False

    def as_json(self) -> Json:
        """Return the InlineQuery."""
        return {
            "id": self.id,
            "from": self.user.as_json(),
            "query": self.query,
            "offset": self.offset,
            "chat_type": self.chat_type,
        }

    def chosen(self, result_id: str, inline_message_id: str) -> Json:
        """Return the ChosenInlineResult for one of the results."""
        value: Json = {"result_id": result_id, "from": self.user.as_json(), "query": self.query}
        if inline_message_id:
            value["inline_message_id"] = inline_message_id
        return value

    def serves(self, other: "InlineQuery") -> bool:
        """Tell whether Telegram answers another query from this one's results: for everyone unless personal."""
        return (
            self.results is not None
            and not self.from_cache
            and (self.query, self.offset) == (other.query, other.offset)
            and (not self.is_personal or self.user == other.user)
            and other.asked_at < self.asked_at + self.cache_seconds
        )


@dataclass
class Queries:
    """All presses and inline queries, by id."""

    presses: dict[str, Press] = field(default_factory=dict)
    inline: dict[str, InlineQuery] = field(default_factory=dict)
    _last_id: int = 4_000_000_000_000

    def remembered(self, query: InlineQuery) -> InlineQuery | None:
        """Return an earlier query whose results Telegram still has for this one."""
        return next((known for known in self.inline.values() if known.serves(query)), None)

    def next_id(self) -> str:
        """Return an id that was not used before."""
        self._last_id += 1
        return str(self._last_id)
