"""A chat on this Telegram and what a test does in it: users write, edit and press buttons, and wait for the bot.

Whether a group's message reaches the bot follows privacy mode: commands for it, replies to it, at times mentions.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.bot_api.entities import found_entities
from tests.support.bot_api.fields import Json
from tests.support.bot_api.keyboards import Button
from tests.support.bot_api.members import member
from tests.support.bot_api.messages import Message
from tests.support.bot_api.people import ANONYMOUS_ADMIN, User
from tests.support.bot_api.queries import Press
from tests.support.bot_api.signals import Signal
from tests.support.bot_api.texts import Formatted

if TYPE_CHECKING:
    from tests.support.bot_api.state import State

WAIT_SECONDS = 20.0  # only a test that fails waits so long, and others may load the machine
GENERAL_TOPIC = 1
_INACTIVE = ("left", "kicked")
_SERVICE = {
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "pinned_message",
    "forum_topic_created",
    "forum_topic_closed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
}


@dataclass(eq=False)
class Chat:
    """One chat. ``kind`` is "private", "group", "supergroup" or "channel"; topics are message_thread_id → name."""

    state: "State"
    id: int
    kind: str
    title: str = ""
    user: User | None = None
    is_forum: bool = False
    bot_status: str = "member"
    blocked: bool = False
    migrated_to: int | None = None
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    admins: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    changed: Signal = field(default_factory=Signal)

    @property
    def instance(self) -> str:
        """Return the chat_instance of callback queries."""
        return str(abs(self.id) * 7919)

    def as_json(self) -> Json:
        """Return the Chat."""
        value: Json = {"id": self.id, "type": self.kind}
        if self.user is not None:
            person = self.user.as_json()
            value.update({name: person[name] for name in ("first_name", "last_name", "username") if name in person})
        else:
            value["title"] = self.title
        if self.is_forum:
            value["is_forum"] = True
        return value

    # What the users do

    async def send(
        self,
        user: User,
        text: str,
        *,
        reply_to: Message | None = None,
        topic: int | None = None,
        extra: Json | None = None,
    ) -> Message:
        """Return the message that a user writes, in a topic of a forum if one is given; ``extra`` adds fields to it."""
        content = Formatted(text, tuple(found_entities(text)))
        message = self._new(user, content, reply_to, topic, extra or {})
        self.deliver("message", message)
        return message

    async def ask(self, user: User, text: str, timeout_seconds: float = WAIT_SECONDS) -> Message:
        """Return the bot's reply to what a user writes."""
        return await self.wait_for_reply(await self.send(user, text), timeout_seconds)

    async def edit(self, message: Message, text: str) -> None:
        """Let the user who wrote a message change it."""
        message.edit(Formatted(text, tuple(found_entities(text))), message.markup, self.state.clock())
        self.deliver("edited_message", message)

    async def press(
        self, message: Message, button: Button | str, user: User | None = None, *, data: str | None = None
    ) -> Press:
        """Return the press of a button, given itself or by a part of its text; ``data`` forges what it carries."""
        presser = user or self.user
        if presser is None:
            raise ValueError("say which user of the group presses the button")
        if data is None:
            data = (button if isinstance(button, Button) else message.button(button)).data
        return self.state.press(presser, data, message)

    async def send_document(
        self, user: User, content: bytes, name: str, mime_type: str = "text/plain", *, size_bytes: int | None = None
    ) -> Message:
        """Return the message with which a user sends a file; ``size_bytes`` claims another size than the content's."""
        document = self.state.files.add(content, name, mime_type, size_bytes)
        message = self._new(user, Formatted(""), None, None, {"document": document.as_json()})
        self.deliver("message", message)
        return message

    async def join(self, user: User, topic: int | None = None) -> Message:
        """Return the service message that tells that a user has joined."""
        extra = {"new_chat_members": [user.as_json()], "new_chat_member": user.as_json()}
        message = self._new(user, Formatted(""), None, topic, extra)
        self.deliver("message", message)
        return message

    async def post_anonymously(self, text: str) -> Message:
        """Return what an administrator writes in the group's own name: all such share one user id."""
        return await self.send(ANONYMOUS_ADMIN, text, extra={"sender_chat": self.as_json()})

    def block(self) -> None:
        """Let the user of a private chat block the bot."""
        self.set_bot_status("kicked")

    def unblock(self) -> None:
        """Let the user of a private chat have the bot write again."""
        self.set_bot_status("member")

    def set_bot_status(self, status: str, by: User | None = None) -> None:
        """Make the bot "member", "administrator", "left" or "kicked" in the chat, and tell it so."""
        actor = by or self.user or ANONYMOUS_ADMIN
        before, self.bot_status = self.bot_status, status
        self.blocked = self.kind == "private" and status == "kicked"
        bot = self.state.bot.user
        change = {
            "chat": self.as_json(),
            "from": actor.as_json(),
            "date": int(self.state.clock()),
            "old_chat_member": member(bot, before),
            "new_chat_member": member(bot, status),
        }
        self.state.updates.add("my_chat_member", change)

    def open_topic(self, name: str, by: User) -> int:
        """Return the message_thread_id of a new topic in a forum."""
        extra = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        message = self._new(by, Formatted(""), None, None, extra)
        message.thread_id, message.in_topic = message.id, True
        self.topics[message.id] = name
        self.deliver("message", message)
        return message.id

    # Waiting for the bot

    def replies(self, after: Message | None = None) -> Iterator[Message]:
        """Yield the bot's messages that came after a message, in its topic if it has one, oldest first."""
        for message in list(self.messages.values()):
            if message.sender is None or message.sender.id != self.state.bot.id or message.deleted:
                continue
            if after is None or (message.id > after.id and self._same_place(message, after)):
                yield message

    async def wait_for_reply(self, after: Message | None = None, timeout_seconds: float = WAIT_SECONDS) -> Message:
        """Return the bot's first message after a message, or the first at all.

        Raises:
            TimeoutError: none came in time.
        """
        return await self.changed.until(
            lambda: next(self.replies(after), None),
            timeout_seconds,
            lambda: f"no reply in chat {self.id} to {after.text[:80] if after else 'anything'!r}{self._refusals()}",
        )

    async def wait_for_replies(
        self, n_replies: int, after: Message | None = None, timeout_seconds: float = WAIT_SECONDS
    ) -> list[Message]:
        """Return the bot's messages after a message, as soon as there are so many.

        Raises:
            TimeoutError: there were fewer in time.
        """
        await self.changed.until(
            lambda: len(list(self.replies(after))) >= n_replies,
            timeout_seconds,
            lambda: f"{len(list(self.replies(after)))} of {n_replies} replies in chat {self.id}{self._refusals()}",
        )
        return list(self.replies(after))

    async def wait_for_edit(self, message: Message, n_edits: int = 1, timeout_seconds: float = WAIT_SECONDS) -> Message:
        """Return a message as soon as it was edited so often in its life.

        Raises:
            TimeoutError: it was edited less often in time.
        """
        await self.changed.until(
            lambda: message.n_edits >= n_edits,
            timeout_seconds,
            lambda: f"{message.n_edits} of {n_edits} edits of {message.text[:80]!r}{self._refusals()}",
        )
        return message

    # What the server does

    def post(self, message: Message) -> None:
        """Keep a message."""
        self.messages[message.id] = message
        self.tell()

    def tell(self) -> None:
        """Wake those who wait for something in the chat: they are many, so each chat has a signal of its own."""
        self.changed.fire()
        self.state.changed.fire()

    def next_message_id(self) -> int:
        """Return the id of the chat's next message: supergroups and channels count their own, all others together."""
        return self.state.next_message_id(None if self.kind in {"private", "group"} else self.id)

    def thread_of(self, reply_to: Message | None, topic: int | None) -> tuple[int | None, bool]:
        """Return the message_thread_id of a new message and whether it names a topic."""
        if topic is not None and topic != GENERAL_TOPIC:
            return topic, True
        if reply_to is None or self.kind != "supergroup":
            return None, False
        return reply_to.thread_id or reply_to.id, reply_to.in_topic

    def reaches_bot(self, message: Message) -> bool:
        """Tell whether the bot gets a message, by its status in the chat and privacy mode."""
        bot = self.state.bot
        if self.blocked or self.bot_status in _INACTIVE:
            return False
        if self.kind in {"private", "channel"} or not bot.privacy or self.bot_status == "administrator":
            return True
        if _SERVICE & message.extra.keys() or message.via_bot == bot.user:
            return True
        named = f"@{bot.username}".lower()
        commands = [command.lower() for command in message.marked("bot_command")]
        if any("@" not in command or command.endswith(named) for command in commands):
            return True
        if message.reply_to is not None and message.reply_to.sender == bot.user:
            return True
        return bot.mentions_reach and named in [mention.lower() for mention in message.marked("mention")]

    def deliver(self, kind: str, message: Message) -> None:
        """Queue a message or its edit for the bot, if it reaches it."""
        if self.kind == "channel":
            kind = kind.replace("message", "channel_post")
        if self.reaches_bot(message):
            self.state.updates.add(kind, message.as_json())

    def _new(self, user: User, content: Formatted, reply_to: Message | None, topic: int | None, extra: Json) -> Message:
        thread_id, in_topic = self.thread_of(reply_to, topic)
        if in_topic and reply_to is None and thread_id is not None:
            reply_to = self.messages.get(thread_id)  # Telegram makes every message of a topic reply to its beginning
        message = Message(
            self,
            self.next_message_id(),
            None if self.kind == "channel" else user,
            self.state.clock(),
            content,
            extra,
            reply_to=reply_to,
            thread_id=thread_id,
            in_topic=in_topic,
        )
        self.post(message)
        return message

    def _same_place(self, message: Message, other: Message) -> bool:
        topics = [one.thread_id if one.in_topic else None for one in (message, other)]
        return topics[0] == topics[1]

    def _refusals(self) -> str:
        refused = [f"{call.method}: {call.refusal.description}" for call in self.state.journal.refused if call.refusal]
        return f"; refused: {refused[-3:]}" if refused else ""
