"""All that this Telegram knows: people, chats, messages, files, what waits for the bot and what the bot did.

It lives as long as the server, so the bot may be killed and started again and finds what came meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.bot_api.chats import Chat
from tests.support.bot_api.fields import Json, whole_number
from tests.support.bot_api.files import Files
from tests.support.bot_api.journal import Journal
from tests.support.bot_api.messages import Message
from tests.support.bot_api.people import Bot, User
from tests.support.bot_api.queries import InlineQuery, Press, Queries
from tests.support.bot_api.refusals import RefusedError, bad_request, forbidden
from tests.support.bot_api.signals import Signal
from tests.support.bot_api.updates import UpdateQueue
from tests.support.bot_api.webhooks import Deliveries


@dataclass
class Profile:
    """What the bot set about itself: commands by scope and language, name and descriptions by language."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class State:
    """The whole of it. Times are seconds of ``clock``."""

    def __init__(self, bot: Bot, clock: Callable[[], float]) -> None:
        self.bot = bot
        self.clock = clock
        self.changed = Signal()
        self.updates = UpdateQueue(clock, self.changed)
        self.deliveries = Deliveries(self.updates, clock)
        self.journal = Journal()
        self.chats: dict[int, Chat] = {}
        self.users: dict[int, User] = {}
        self.queries = Queries()
        self.files = Files()
        self.profile = Profile()
        self.inline_messages: dict[str, Message] = {}
        self._message_ids: dict[int | None, int] = {}

    def next_message_id(self, counter: int | None) -> int:
        """Return the next id of a supergroup's own counter, or of the one that all other chats share (None)."""
        self._message_ids[counter] = self._message_ids.get(counter, 100 if counter is None else 1) + 1
        return self._message_ids[counter]

    def chat(self, given: str) -> Chat:
        """Return the chat that a request names.

        Raises:
            RefusedError: 400, it names none.
        """
        if not given:
            raise bad_request("chat_id is empty")
        chat_id = whole_number(given)
        chat = self.chats.get(chat_id) if chat_id is not None else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, given: str) -> Chat:
        """Return the chat that a request names, if the bot may write there.

        Raises:
            RefusedError: 400 or 403.
        """
        chat = self.chat(given)
        if chat.migrated_to is not None:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(400, words, {"migrate_to_chat_id": chat.migrated_to})
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if chat.bot_status == "left":
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def press(self, user: User, data: str, message: Message) -> Press:
        """Return a press of a button that was queued for the bot."""
        press = Press(self.queries.next_id(), user, data, message, self.clock())
        self.queries.presses[press.id] = press
        self.updates.add("callback_query", press.as_json())
        return press

    def ask_inline(self, user: User, query: str, offset: str, chat_type: str) -> InlineQuery:
        """Return an inline query: answered already if Telegram remembers an answer, else queued for the bot."""
        inline = InlineQuery(self.queries.next_id(), user, query, offset, self.clock(), chat_type)
        self.queries.inline[inline.id] = inline
        known = self.queries.remembered(inline)
        if known is not None:
            inline.results, inline.next_offset, inline.from_cache = known.results, known.next_offset, True
        else:
            self.updates.add("inline_query", inline.as_json())
        return inline

    def choose(self, inline: InlineQuery, result_id: str, chat: Chat) -> Message:
        """Return the message that a user sends to a chat by tapping a result of an inline query.

        Raises:
            LookupError: the query has no such result.
        """
        found = [result for result in inline.results or [] if str(result["id"]) == result_id]
        if not found:
            raise LookupError(f"no result {result_id!r} among {[result['id'] for result in inline.results or []]}")
        message = Message(
            chat,
            chat.next_message_id(),
            inline.user,
            self.clock(),
            found[0]["formatted"],
            markup=found[0]["reply_markup"],
            via_bot=self.bot.user,
        )
        if message.markup is not None:  # without a keyboard the bot cannot come back to the message
            message.inline_message_id = f"AAAA{self.queries.next_id()}"
            self.inline_messages[message.inline_message_id] = message
        chat.post(message)
        chat.deliver("message", message)
        if self.bot.inline_feedback:
            self.updates.add("chosen_inline_result", inline.chosen(result_id, message.inline_message_id))
        return message
