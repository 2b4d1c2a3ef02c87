"""Where a message stands: a private chat, a group, or one topic of a forum. Answers go where the question stands."""

from dataclasses import dataclass

from telegram import Message
from telegram.constants import ChatType

NO_TOPIC = 0
_GENERAL_TOPIC = 1  # Telegram refuses messages that name it


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and the topic in it; ``topic_id`` is 0 outside topics."""

    chat_id: int
    topic_id: int = NO_TOPIC

    @property
    def is_private(self) -> bool:
        """Return whether this is a chat with one person: only groups and channels have ids below zero."""
        return self.chat_id > 0


def place_of(message: Message) -> Place:
    """Return where a message stands; a thread of replies is no topic."""
    thread_id = message.message_thread_id or NO_TOPIC
    is_forum = message.chat.type == ChatType.SUPERGROUP
    if not is_forum or not message.is_topic_message or thread_id == _GENERAL_TOPIC:
        thread_id = NO_TOPIC
    return Place(message.chat.id, thread_id)


def is_group(message: Message) -> bool:
    """Return whether a message stands in a group, where the bot only speaks when it is spoken to."""
    return message.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
