"""A strict Bot API server on loopback: the bot is tested against it, and tried without a token.

It keeps the limits that Telegram publishes and answers with the words of its public servers. Importable without pytest.
"""

from tests.support.bot_api.chats import Chat
from tests.support.bot_api.messages import Message
from tests.support.bot_api.people import Bot, User
from tests.support.bot_api.queries import InlineQuery, Press
from tests.support.bot_api.refusals import RefusedError, bad_request, forbidden, too_many_requests
from tests.support.bot_api.server import BotApi

__all__ = [
    "Bot",
    "BotApi",
    "Chat",
    "InlineQuery",
    "Message",
    "Press",
    "RefusedError",
    "User",
    "bad_request",
    "forbidden",
    "too_many_requests",
]
