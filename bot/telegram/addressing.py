"""Which messages are questions for the bot: all in a private chat; in a group only those that speak to it."""

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.telegram.places import is_group

ASK_COMMANDS = ("ask", "hoi")
ANONYMOUS_ADMIN_ID = 1087968824  # the account that all anonymous administrators of groups share


def question_in(message: Message, me: User) -> str | None:
    """Return the question that a message puts to the bot, "" for a command without one, None if it puts none."""
    if not message.text or not is_from_a_person(message, me):
        return None
    command = command_of(message, me)
    if command is not None:
        return _asked_by_command(message, me) if command in ASK_COMMANDS else None
    if message.text.startswith("/"):
        return None  # a command for another bot, or a path
    if message.chat.type == ChatType.PRIVATE:
        return message.text
    if is_group(message) and (_answers(message, me) or _mentions(message, me)):
        return _without_mention(message, me)
    return None


def is_from_a_person(message: Message, me: User) -> bool:
    """Return whether a person wrote a message, here: no bot, no channel, and nothing that this bot wrote inline."""
    if message.via_bot is not None and message.via_bot.id == me.id:
        return False
    if message.is_automatic_forward or message.from_user is None:
        return False
    return not message.from_user.is_bot or message.from_user.id == ANONYMOUS_ADMIN_ID


def command_of(message: Message, me: User) -> str | None:
    """Return the command that a message begins with, in small letters, None where there is none for this bot."""
    entities = message.entities or ()
    if not entities or entities[0].type != MessageEntity.BOT_COMMAND or entities[0].offset != 0 or not message.text:
        return None
    name, _, addressee = message.parse_entity(entities[0])[1:].partition("@")
    if addressee and addressee.casefold() != (me.username or "").casefold():
        return None
    return name.casefold()


def after_command(message: Message) -> str:
    """Return what stands after the command of a message."""
    entities = message.entities or ()
    text = message.text or ""
    if not entities or entities[0].type != MessageEntity.BOT_COMMAND or entities[0].offset != 0:
        return text.strip()
    return text[len(message.parse_entity(entities[0])) :].strip()


def _asked_by_command(message: Message, me: User) -> str:
    """Return the words after the command, or those of the message that the command replies to."""
    question = _removed_mentions(after_command(message), me)
    if question or message.reply_to_message is None:
        return question
    other = message.reply_to_message
    if other.from_user is not None and other.from_user.id == me.id:
        return ""
    return (other.text or other.caption or "").strip()


def _answers(message: Message, me: User) -> bool:
    """Return whether a message replies to one of the bot's; in a topic every message "replies" to its opening."""
    other = message.reply_to_message
    return (
        other is not None
        and other.forum_topic_created is None
        and other.from_user is not None
        and other.from_user.id == me.id
    )


def _mentions(message: Message, me: User) -> bool:
    for entity, text in message.parse_entities([MessageEntity.MENTION, MessageEntity.TEXT_MENTION]).items():
        if entity.user is not None and entity.user.id == me.id:
            return True
        if me.username and text.casefold() == f"@{me.username.casefold()}":
            return True
    return False


def _without_mention(message: Message, me: User) -> str:
    text = message.text or ""
    for entity, name in message.parse_entities([MessageEntity.TEXT_MENTION]).items():
        if entity.user is not None and entity.user.id == me.id:
            text = text.replace(name, " ", 1)
    return _removed_mentions(text, me)


def _removed_mentions(text: str, me: User) -> str:
    name = f"@{(me.username or '').casefold()}"
    words = [word for word in text.split(" ") if word.casefold().rstrip(",:;.!?") != name or not me.username]
    return " ".join(words).strip()
