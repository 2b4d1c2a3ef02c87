"""Methods about chats, their members and their files."""

from tests.support.bot_api.fields import Fields, Json
from tests.support.bot_api.files import MAX_DOWNLOAD_BYTES
from tests.support.bot_api.members import member
from tests.support.bot_api.methods.kinds import Method
from tests.support.bot_api.refusals import bad_request
from tests.support.bot_api.state import State


def get_chat(state: State, fields: Fields) -> Json:
    """Return the chat, in full."""
    chat = state.chat(fields.text("chat_id"))
    return {
        **chat.as_json(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def get_chat_member(state: State, fields: Fields) -> Json:
    """Return a member of a chat."""
    chat = state.chat(fields.text("chat_id"))
    user_id = fields.integer("user_id")
    if user_id == state.bot.id:
        return member(state.bot.user, chat.bot_status)
    if user_id not in state.users:
        raise bad_request("invalid user_id specified")
    return member(state.users[user_id], "administrator" if user_id in chat.admins else "member")


def get_chat_administrators(state: State, fields: Fields) -> list[Json]:
    """Return those who run a group; a bot that is not in it is not told."""
    chat = state.writable_chat(fields.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [member(state.users[user_id], "administrator") for user_id in sorted(chat.admins)]


def get_file(state: State, fields: Fields) -> Json:
    """Return where a file can be fetched."""
    file_id = fields.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = state.files.by_id.get(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size_bytes > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": stored.as_json()["file_unique_id"],
        "file_size": stored.size_bytes,
        "file_path": stored.path,
    }


def leave_chat(state: State, fields: Fields) -> bool:
    """Return True when the bot has left."""
    chat = state.writable_chat(fields.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    return True


def set_chat_menu_button(state: State, fields: Fields) -> bool:
    """Return True when the button beside the text field has changed."""
    state.profile.menu_buttons[fields.integer("chat_id")] = fields.json("menu_button", "menu button") or {}
    return True


def get_chat_menu_button(state: State, fields: Fields) -> Json:
    """Return the button beside the text field."""
    return state.profile.menu_buttons.get(fields.integer("chat_id")) or {"type": "default"}


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getFile": get_file,
    "leaveChat": leave_chat,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
