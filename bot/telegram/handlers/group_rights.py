"""Who may change what a whole group sees: its administrators. In a private chat the person decides.

The list of administrators is asked for, not the single member: Telegram gives the latter for sure only to bots that
are administrators themselves.
"""

import asyncio
import logging

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.telegram.places import Place
from bot.telegram.sending import retry_seconds

_MAX_PAUSE_SECONDS = 10.0
_LOG = logging.getLogger(__name__)


async def may_decide_for_all(bot: Bot, place: Place, user_id: int) -> bool:
    """Return whether a person may decide for everybody in a chat; False too where Telegram does not say.

    ``user_id`` is the group's own id for one who writes in its name, as only its administrators can.
    """
    if place.is_private or user_id == place.chat_id:
        return True
    try:
        try:
            members = await bot.get_chat_administrators(place.chat_id)
        except RetryAfter as error:
            await asyncio.sleep(min(retry_seconds(error), _MAX_PAUSE_SECONDS))
            members = await bot.get_chat_administrators(place.chat_id)
    except TelegramError as error:
        _LOG.warning("the administrators of chat %s are not known: %s", place.chat_id, error)
        return False
    return any(member.user.id == user_id for member in members)
