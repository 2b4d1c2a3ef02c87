"""Membership in a chat, as the bot is told of it."""

from tests.support.bot_api.fields import Json
from tests.support.bot_api.people import User

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def member(user: User, status: str) -> Json:
    """Return the ChatMember of a user."""
    value: Json = {"user": user.as_json(), "status": status}
    if status == "kicked":
        value["until_date"] = 0
    if status == "administrator":
        value.update(can_be_edited=False, is_anonymous=False)
        value.update(dict.fromkeys(_RIGHTS, True))
    return value
