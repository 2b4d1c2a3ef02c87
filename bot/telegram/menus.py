"""The menu of commands that Telegram shows: a scope and a language each; what a menu shows is no permission."""

import logging
from collections.abc import Iterable, Mapping

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.telegram.texts import ENGLISH, VIETNAMESE, Texts

_PRIVATE = ("sources", "article", "new", "language", "privacy", "forget", "help")
_GROUP = ("hoi", "ask", "new", "sources", "help")
_LANGUAGES = ((VIETNAMESE, None), (VIETNAMESE, "vi"), (ENGLISH, "en"))  # without a code: for all other languages
_LOG = logging.getLogger(__name__)


async def register_menus(bot: Bot, admins: Iterable[int]) -> None:
    """Set the menus; one that Telegram refuses is left as it was."""
    for texts, code in _LANGUAGES:
        await _set(bot, texts, code, _GROUP, BotCommandScopeDefault())
        await _set(bot, texts, code, _PRIVATE, BotCommandScopeAllPrivateChats())
        await _set(bot, texts, code, _GROUP, BotCommandScopeAllGroupChats())
    for admin in sorted(admins):
        await register_admin_menu(bot, admin)


async def register_admin_menu(bot: Bot, user_id: int) -> None:
    """Set the menu of an administrator's private chat; Telegram refuses until that person has written to the bot."""
    for texts, code in _LANGUAGES:
        await _set(bot, texts, code, (*_PRIVATE, *texts.admin_commands), BotCommandScopeChat(user_id))


async def _set(bot: Bot, texts: Texts, language_code: str | None, names: Iterable[str], scope: BotCommandScope) -> None:
    described: Mapping[str, str] = {**texts.commands, **texts.admin_commands}
    commands = [BotCommand(name, described[name]) for name in names]
    try:
        await bot.set_my_commands(commands, scope=scope, language_code=language_code)
    except TelegramError as error:  # an administrator who never wrote to the bot has no chat yet
        _LOG.info("the menu for %s was not set: %s", scope.type, error)
