"""A button that was pressed, as the handlers of presses pass it on."""

from dataclasses import dataclass

from telegram import CallbackQuery, Message

from bot.telegram.places import Place, place_of
from bot.telegram.rendering.buttons import Press, parse_press


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a pressed button carries, and where its message stands."""

    press: Press
    place: Place
    message_id: int


def pressed(query: CallbackQuery) -> Pressed | None:
    """Return what was pressed, None where it is nothing of this bot's."""
    press = parse_press(query.data or "")
    message = query.message
    if press is None or message is None:
        return None
    place = place_of(message) if isinstance(message, Message) else Place(message.chat.id)
    return Pressed(press, place, message.message_id)
