"""Inline mode: "@bot question" in any chat gives a list of answers to post there. Nothing of it is kept."""

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode

from bot.telegram.handlers.context import Context
from bot.telegram.rendering.answers import cited, passages_body, reply_body, source_line
from bot.telegram.rendering.buttons import keyboard, url_buttons
from bot.telegram.rendering.markup import Body, clean, cut
from bot.telegram.services import Services
from bot.telegram.texts import Texts
from retrieval.answer.reply import Citation, Reply

N_RESULTS = 5
START_PARAMETER = "ask"
_MAX_TITLE_CHARS = 120
_MAX_DESCRIPTION_CHARS = 200


class Inline:
    """Answers inline queries."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def query(self, update: Update, _: Context) -> None:
        """Answer an inline query."""
        query = update.inline_query
        if query is None:
            return
        texts = self._services.texts(update)
        question = clean(query.query).strip()
        results: list[InlineQueryResultArticle] = []
        if question:
            desk = self._services.desk
            reply = await desk.call(desk.engine.ask, question, top=N_RESULTS)
            texts = self._services.answer_texts(query.from_user.id, reply.language)
            results = inline_results(reply, question, texts)
        hint = texts.inline_hint if results or not question else texts.inline_nothing
        await self._services.sender.answer_inline(
            query.id, results, InlineQueryResultsButton(hint, start_parameter=START_PARAMETER)
        )


def inline_results(reply: Reply, question: str, texts: Texts) -> list[InlineQueryResultArticle]:
    """Return the answer, where there is one, and each excerpt by itself."""
    results = []
    if reply.answer is not None and reply.citations:
        best = reply.citations[0]
        results.append(_result("answer", reply.answer.text, best, reply_body(reply, texts, question), texts))
    for citation in reply.citations:
        body = passages_body([cited(citation)], texts, question)
        results.append(_result(f"passage-{citation.rank}", citation.title or texts.untitled, citation, body, texts))
    return results


def _result(result_id: str, title: str, citation: Citation, body: Body, texts: Texts) -> InlineQueryResultArticle:
    buttons: InlineKeyboardMarkup | None = keyboard([url_buttons([citation], texts)])
    content = InputTextMessageContent(
        body.html, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        result_id,
        cut(" ".join(clean(title).split()), _MAX_TITLE_CHARS),
        content,
        reply_markup=buttons,
        description=cut(source_line(citation, texts), _MAX_DESCRIPTION_CHARS),
    )
