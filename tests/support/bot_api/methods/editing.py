"""Methods that change or delete what the bot has said."""

from dataclasses import replace

from tests.support.bot_api.fields import Fields, Json
from tests.support.bot_api.keyboards import reply_markup
from tests.support.bot_api.messages import Message
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.refusals import bad_request, not_modified
from tests.support.bot_api.state import State
from tests.support.bot_api.texts import Formatted, caption_of, checked_preview, message_text

_DELETABLE_SECONDS = 48 * 3600


def edit_message_text(state: State, fields: Fields) -> Json | bool:
    """Return the message with its new text, or True for one that was sent inline."""
    preview = checked_preview(fields)
    content = message_text(fields, edited=True)
    markup = reply_markup(fields)
    message = _editable(state, fields)
    if "document" in message.extra:
        raise bad_request("There is no text in the message to edit")
    result = _edit(state, fields, message, content, markup)
    message.preview = preview
    return result


def edit_message_caption(state: State, fields: Fields) -> Json | bool:
    """Return the message with its new caption, or True for one that was sent inline."""
    content = caption_of(fields)
    markup = reply_markup(fields)
    message = _editable(state, fields)
    if "document" not in message.extra:
        raise bad_request("There is no caption in the message to edit")
    return _edit(state, fields, message, content, markup)


def edit_message_reply_markup(state: State, fields: Fields) -> Json | bool:
    """Return the message with its new keyboard, or True for one that was sent inline."""
    markup = reply_markup(fields)
    message = _editable(state, fields)
    return _edit(state, fields, message, message.content, markup)


def delete_message(state: State, fields: Fields) -> bool:
    """Return True when the message is gone."""
    if not fields.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    if not fields.integer("message_id"):
        raise bad_request("Message identifier is not specified")
    chat = state.writable_chat(fields.text("chat_id"))
    message = chat.messages.get(fields.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found")
    own = message.sender == state.bot.user or chat.kind == "private"
    if not (own or chat.bot_status == "administrator") or state.clock() - message.sent_at > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    chat.tell()
    return True


def _editable(state: State, fields: Fields) -> Message:
    inline_id = fields.text("inline_message_id")
    if not fields.text("chat_id") and not fields.integer("message_id"):
        if not inline_id:
            raise bad_request("Message identifier is not specified")
        if inline_id not in state.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return state.inline_messages[inline_id]
    chat = state.writable_chat(fields.text("chat_id"))
    message = chat.messages.get(fields.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to edit not found")
    if message.sender != state.bot.user:
        raise bad_request("message can't be edited")
    return message


def _edit(state: State, fields: Fields, message: Message, content: Formatted, markup: Json | None) -> Json | bool:
    if (content, markup) == (message.content, message.markup):
        raise not_modified()
    message.edit(replace(content), markup, state.clock())
    message.chat.tell()
    return True if fields.text("inline_message_id") else message.as_json()


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
}
