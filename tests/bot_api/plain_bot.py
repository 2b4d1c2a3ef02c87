"""A plain bot made with python-telegram-bot alone, which shows that the server is one that the library knows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from tests.support.bot_api import BotApi

PUBLIC = "https://bot.example"
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


def plain_bot(api: BotApi, concurrent_updates: int = 1) -> AnyApplication:
    """Return a bot that repeats what it is told in bold, with a button that says who pressed it."""
    application = (
        ApplicationBuilder()
        .token(api.token)
        .base_url(api.base_url)
        .base_file_url(api.base_file_url)
        .concurrent_updates(concurrent_updates)
        .build()
    )
    application.add_handler(CommandHandler("start", _start))
    application.add_handler(CallbackQueryHandler(_press))
    application.add_handler(InlineQueryHandler(_inline))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, _edited))
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, _repeat))
    return application


@asynccontextmanager
async def polling(api: BotApi, concurrent_updates: int = 1) -> AsyncIterator[AnyApplication]:
    """Run the plain bot by polling."""
    application = plain_bot(api, concurrent_updates)
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling(timeout=5)
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


@asynccontextmanager
async def webhook(api: BotApi, port: int, secret: str) -> AsyncIterator[AnyApplication]:
    """Run the plain bot behind a public address that the server's proxies lead to."""
    application = plain_bot(api)
    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_webhook(
            listen="127.0.0.1", port=port, url_path="hook", webhook_url=f"{PUBLIC}/hook", secret_token=secret
        )
        try:
            yield application
        finally:
            await application.updater.stop()
            await application.stop()


async def _start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Chào bạn! {context.args}")


async def _repeat(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    assert update.message.text is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ai bấm?", callback_data="who")]])
    await update.message.reply_text(
        f"<b>{update.message.text}</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard, do_quote=True
    )


async def _edited(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.edited_message is not None
    await update.edited_message.reply_text(f"Đã sửa: {update.edited_message.text}")


async def _press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer(f"{query.data}")
    await query.edit_message_text(f"{query.from_user.first_name} đã bấm")


async def _inline(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    from telegram import InlineQueryResultArticle, InputTextMessageContent

    assert update.inline_query is not None
    content = InputTextMessageContent(f"<b>{update.inline_query.query}</b>", parse_mode=ParseMode.HTML)
    await update.inline_query.answer([InlineQueryResultArticle("1", "Kết quả", content)], is_personal=True)
