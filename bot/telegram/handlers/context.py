"""The context that python-telegram-bot hands to handlers, with its type spelled out once."""

from typing import Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

Context: TypeAlias = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
BotApplication: TypeAlias = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]
