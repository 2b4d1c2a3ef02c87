"""The list of articles, one article, and the choice of a language: what commands open and buttons turn."""

from telegram import InlineKeyboardButton

from bot.telegram.handlers.pressed import Pressed
from bot.telegram.rendering.articles import ARTICLES_A_PAGE, article_body, article_pages, n_pages, sources_body
from bot.telegram.rendering.buttons import LANGUAGES, Action, button, is_openable, keyboard, page_buttons
from bot.telegram.rendering.markup import text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.texts import TEXTS, Texts
from retrieval.engine import ArticleView
from retrieval.query.language import Language

_LANGUAGE_LABELS = ("Tiếng Việt", "English", "Auto")
_BUTTONS_A_ROW = 4


class Listings:
    """Shows lists and articles."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def press(self, pressed: Pressed, texts: Texts) -> None:
        """Bring what a button of a list asks for."""
        press, place, message_id = pressed.press, pressed.place, pressed.message_id
        sender = self._services.sender
        if press.action is Action.SOURCES:
            await sender.edit(place, message_id, await self.sources(press.first, texts))
        elif press.action is Action.LANGUAGE:
            await sender.edit(place, message_id, Outgoing(text_body(self.choose(place.chat_id, press.first, texts))))
        else:
            article_id = self._services.store.article_of(press.first)
            message = await self.article(article_id or "", press.second, texts)
            if press.action is Action.ARTICLE_TURN:
                await sender.edit(place, message_id, message)
            else:
                await sender.send(place, message, message_id)

    async def sources(self, page: int, texts: Texts) -> Outgoing:
        """Return a page of the list of articles; pages count from 1."""
        desk = self._services.desk
        articles = await desk.call(desk.engine.articles)
        pages = n_pages(len(articles), ARTICLES_A_PAGE)
        page = min(max(1, page), pages)
        shown = articles[(page - 1) * ARTICLES_A_PAGE : page * ARTICLES_A_PAGE]
        numbers = self._services.store.article_numbers([article.id for article in shown])
        opening = [button(str(number), Action.ARTICLE, number, 1) for number in numbers]
        rows = [opening[at : at + _BUTTONS_A_ROW] for at in range(0, len(opening), _BUTTONS_A_ROW)]
        turning = [
            button(label, Action.SOURCES, to) for label, to in (("◀", page - 1), ("▶", page + 1)) if 1 <= to <= pages
        ]
        return Outgoing(sources_body(shown, numbers, page, len(articles), texts), keyboard([*rows, turning]))

    async def article(self, article_id: str, page: int, texts: Texts) -> Outgoing:
        """Return a page of an article; pages count from 1."""
        desk = self._services.desk
        view: ArticleView | None = await desk.call(desk.engine.show, article_id)
        if view is None:
            return Outgoing(text_body(texts.article_unknown))
        article = view.article
        (number,) = self._services.store.article_numbers([article.id])
        pages = len(article_pages(article.text))
        page = min(max(1, page), pages)
        rows = [page_buttons(Action.ARTICLE_TURN, number, page, pages)]
        if article.url and is_openable(article.url):
            label = texts.read_at_button.format(source=article.source or texts.unknown_source)
            rows.append([InlineKeyboardButton(label, url=article.url)])
        return Outgoing(article_body(article, page, texts), keyboard(rows))

    def language_prompt(self, texts: Texts) -> Outgoing:
        """Return the question which language to use, with a button for each."""
        row = [button(label, Action.LANGUAGE, place) for place, label in enumerate(_LANGUAGE_LABELS)]
        return Outgoing(text_body(texts.language_prompt), keyboard([row]))

    def choose(self, chat_id: int, place: int, texts: Texts) -> str:
        """Note the language that a chat chose, by its place in the list, and return the words that say so."""
        chosen = LANGUAGES[place] if place < len(LANGUAGES) else "auto"
        if chosen == "auto":
            self._services.store.set_language(chat_id, None)
            return texts.language_auto
        self._services.store.set_language(chat_id, chosen)
        return TEXTS[Language(chosen)].language_now
