"""What the buttons under an answer bring: further passages, what stands around one, what else may have been meant."""

from telegram import InlineKeyboardButton

from bot.telegram.handlers.pressed import Pressed
from bot.telegram.rendering.answers import N_SHOWN, Cited, alternative_body, passages_body, surroundings_body
from bot.telegram.rendering.articles import n_pages
from bot.telegram.rendering.buttons import Action, button, is_openable, keyboard, page_buttons, vote_buttons
from bot.telegram.rendering.markup import Body, text_body
from bot.telegram.sending import Outgoing
from bot.telegram.services import Services
from bot.telegram.state.records import Shown, ShownPassage, excerpt_digest
from bot.telegram.texts import Texts
from retrieval.engine import Surroundings


class Passages:
    """Shows passages of old and new answers; their texts come from the index as it is now."""

    def __init__(self, services: Services) -> None:
        """Take what handlers work with."""
        self._services = services

    async def press(self, pressed: Pressed, question_id: int, shown: Shown, texts: Texts) -> None:
        """Bring what a button under an answer asks for."""
        press = pressed.press
        if press.action in {Action.MORE, Action.TURN}:
            message = await self._more(question_id, shown, press.second, texts)
        elif press.action is Action.ALTERNATIVE:
            message = await self._alternative(question_id, shown, press.second, texts)
        else:
            message = await self._around(shown, press.second, texts)
        if press.action is Action.TURN:
            await self._services.sender.edit(pressed.place, pressed.message_id, message)
        else:
            await self._services.sender.send(pressed.place, message, pressed.message_id)

    async def _more(self, question_id: int, shown: Shown, page: int, texts: Texts) -> Outgoing:
        """Return a page of the passages that an answer did not show; pages count from 1."""
        pages = n_pages(len(shown.passages) - N_SHOWN, N_SHOWN)
        page = min(max(1, page), pages)
        excerpts: list[Cited] = []
        around: list[InlineKeyboardButton] = []
        first = page * N_SHOWN
        for rank, passage in enumerate(shown.passages[first : first + N_SHOWN], start=first + 1):
            found = await self._look_up(passage)
            if found is not None:
                excerpts.append(_passage(rank, passage, found))
                around.append(button(f"[{rank}] {texts.around_button}", Action.AROUND, question_id, rank))
        turning = page_buttons(Action.TURN, question_id, page, pages)
        rows = [*([one] for one in around), turning]
        heading = texts.more_title.format(page=page, pages=pages)
        body: Body = passages_body(excerpts, texts, heading) if excerpts else text_body(texts.no_more)
        return Outgoing(body, keyboard(rows))

    async def _around(self, shown: Shown, rank: int, texts: Texts) -> Outgoing:
        """Return a passage with its neighbours."""
        passage = shown.passages[rank - 1] if 1 <= rank <= len(shown.passages) else None
        found = await self._look_up(passage) if passage is not None else None
        if passage is None or found is None:
            return Outgoing(text_body(texts.passage_gone))
        is_same = _is_same(passage, found)
        shift = found.passage.start - found.start
        excerpt = Cited(
            rank=rank,
            title=found.article.title,
            source=found.article.source,
            published=found.article.published,
            excerpt=found.article.text[found.start : found.end],
            highlights=tuple((start + shift, end + shift) for start, end in passage.highlights) if is_same else (),
        )
        note = None if is_same else texts.passage_changed
        return Outgoing(surroundings_body(excerpt, note, texts), keyboard([self._article_buttons(found, texts)]))

    async def _alternative(self, question_id: int, shown: Shown, place: int, texts: Texts) -> Outgoing:
        """Return what else a question may have meant, with its own answer."""
        other = shown.alternatives[place] if place < len(shown.alternatives) else None
        found = await self._look_up(other.passage) if other is not None else None
        if other is None or found is None:
            return Outgoing(text_body(texts.passage_gone))
        body = alternative_body(other.text, other.answer, _passage(1, other.passage, found), texts)
        votes = vote_buttons(question_id, place + 1, texts)
        return Outgoing(body, keyboard([self._article_buttons(found, texts), votes]))

    async def _look_up(self, passage: ShownPassage) -> Surroundings | None:
        desk = self._services.desk
        return await desk.call(desk.engine.surroundings, passage.passage_id)

    def _article_buttons(self, found: Surroundings, texts: Texts) -> list[InlineKeyboardButton]:
        (number,) = self._services.store.article_numbers([found.article.id])
        buttons = [button(texts.whole_article_button, Action.ARTICLE, number, 1)]
        url = found.article.url
        if url and is_openable(url):
            label = texts.read_at_button.format(source=found.article.source or texts.unknown_source)
            buttons.append(InlineKeyboardButton(label, url=url))
        return buttons


def _passage(rank: int, passage: ShownPassage, found: Surroundings) -> Cited:
    article = found.article
    return Cited(
        rank=rank,
        title=article.title,
        source=article.source,
        published=article.published,
        excerpt=article.text[found.passage.start : found.passage.end],
        highlights=passage.highlights if _is_same(passage, found) else (),
    )


def _is_same(passage: ShownPassage, found: Surroundings) -> bool:
    """Return whether a passage still says what it said when it was shown."""
    excerpt = found.article.text[found.passage.start : found.passage.end]
    return excerpt_digest(excerpt) == passage.digest
