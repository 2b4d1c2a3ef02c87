"""Methods that put something into a chat: messages, documents, and the sign that the bot is typing."""

from dataclasses import dataclass

from tests.support.bot_api.chats import GENERAL_TOPIC, Chat
from tests.support.bot_api.fields import Fields, Json, optional_text, whole_number
from tests.support.bot_api.keyboards import reply_markup
from tests.support.bot_api.messages import Message
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.refusals import bad_request
from tests.support.bot_api.state import State
from tests.support.bot_api.texts import Formatted, caption_of, checked_preview, message_text

_ACTIONS = {
    "cancel",
    "typing",
    "record_video",
    "upload_video",
    "record_audio",
    "record_voice",
    "upload_audio",
    "upload_voice",
    "upload_photo",
    "upload_document",
    "choose_sticker",
    "pick_up_location",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


@dataclass(frozen=True)
class _Reply:
    """What a message is to reply to."""

    message_id: int = 0
    optional: bool = False
    chat_id: str = ""
    quote: str = ""


def send_message(state: State, fields: Fields) -> Json:
    """Return the message that was sent."""
    preview = checked_preview(fields)
    return _send(state, fields, message_text(fields), {}, preview)


def send_document(state: State, fields: Fields) -> Json:
    """Return the message with the file that was sent."""
    given = fields.text("document")
    if given.startswith("attach://"):
        upload = fields.files.get(given.removeprefix("attach://"))
    else:
        upload = fields.files.get("document")
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        document = state.files.add(upload.content, upload.name, upload.mime_type)
    elif given in state.files.by_id:
        document = state.files.by_id[given]
    elif given:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    else:
        raise bad_request("There is no document in the request")
    return _send(state, fields, caption_of(fields), {"document": document.as_json()}, None)


def send_chat_action(state: State, fields: Fields) -> bool:
    """Return True; the sign itself is in the journal."""
    if fields.text("action").lower() not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = state.writable_chat(fields.text("chat_id"))
    thread_id = _thread(fields)
    if thread_id and thread_id != GENERAL_TOPIC:  # here, and only here, the General topic may be named
        _checked_topic(chat, thread_id)
    return True


def _send(state: State, fields: Fields, content: Formatted, extra: Json, preview: Json | None) -> Json:
    reply = _reply_parameters(fields)
    markup = reply_markup(fields)
    chat = state.writable_chat(fields.text("chat_id"))
    reply_to = _replied(state, chat, reply)
    topic = _topic(chat, fields)
    thread_id, in_topic = chat.thread_of(reply_to, topic)
    message = Message(
        chat,
        chat.next_message_id(),
        state.bot.user,
        state.clock(),
        content,
        extra,
        markup,
        reply_to,
        thread_id,
        in_topic,
        preview=preview,
    )
    chat.post(message)
    return message.as_json()


def _reply_parameters(fields: Fields) -> _Reply:
    value = fields.json("reply_parameters", "reply parameters")
    if value is None:
        return _Reply(fields.integer("reply_to_message_id"), fields.boolean("allow_sending_without_reply"))
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply parameters")
    if not value:
        return _Reply()
    if "message_id" not in value:
        raise bad_request('Can\'t find field "message_id"')
    return _Reply(
        whole_number(optional_text(value, "message_id")) or 0,
        bool(value.get("allow_sending_without_reply")),
        optional_text(value, "chat_id"),
        optional_text(value, "quote"),
    )


def _replied(state: State, chat: Chat, reply: _Reply) -> Message | None:
    if reply.message_id <= 0:
        return None
    place = state.chat(reply.chat_id) if reply.chat_id else chat
    found = place.messages.get(reply.message_id)
    if found is None or found.deleted:
        if reply.optional:
            return None
        raise bad_request("message to be replied not found")
    if reply.quote and reply.quote not in found.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return found if place is chat else None


def _thread(fields: Fields) -> int:
    return max(fields.integer("message_thread_id"), 0)


def _topic(chat: Chat, fields: Fields) -> int | None:
    thread_id = _thread(fields)
    if not thread_id:
        return None
    _checked_topic(chat, thread_id)
    return thread_id


def _checked_topic(chat: Chat, thread_id: int) -> None:
    if chat.is_forum:
        if thread_id not in chat.topics:
            raise bad_request("message thread not found")
        if thread_id in chat.closed_topics and chat.bot_status != "administrator":
            raise bad_request("TOPIC_CLOSED")
    else:  # threads of replies look alike in updates, but nothing can be sent into them
        raise bad_request("message thread not found")


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendChatAction": send_chat_action,
}
