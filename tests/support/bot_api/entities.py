"""Entities of a text: those that its markup made, made to fit, and those that Telegram finds by itself.

A bot's command handlers read the bot_command entities of what a user typed, so a server without them tests nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.support.bot_api import utf16
from tests.support.bot_api.fields import Json

MAX_ENTITIES = 100
_SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_BLOCKQUOTES = {"blockquote", "expandable_blockquote"}
_FOUND = {
    "bot_command": re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@<>])"),
    "mention": re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "url": re.compile(
        r"(?:https?://[^\s<>\"]+|(?<![\w@./-])(?:[\w-]+\.)+(?:com|net|org|vn|io|me|info)(?![\w-])(?:/[^\s<>\"]*)?)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Entity:
    """A part of a text that means or looks something, in UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""
    custom_emoji_id: str = ""
    user_id: int | None = None

    @property
    def end(self) -> int:
        """Return the first unit behind the entity."""
        return self.offset + self.length

    def as_json(self) -> Json:
        """Return the MessageEntity."""
        value: Json = {"type": self.type, "offset": self.offset, "length": self.length}
        if self.url:
            value["url"] = self.url
        if self.language and self.type == "pre":
            value["language"] = self.language
        if self.custom_emoji_id:
            value["custom_emoji_id"] = self.custom_emoji_id
        if self.user_id is not None:
            value["user"] = {"id": self.user_id, "is_bot": False, "first_name": str(self.user_id)}
        return value


def found_entities(text: str) -> list[Entity]:
    """Return the commands, mentions, hashtags, addresses of pages and of e-mail in a text, in order."""
    found: list[Entity] = []
    for kind, pattern in _FOUND.items():
        for match in pattern.finditer(text):
            value = match[0].rstrip(".,;:!?)") if kind == "url" else match[0]
            found.append(Entity(kind, utf16.length(text[: match.start()]), utf16.length(value)))
    return _without_intersections(found)


def settled(text: str, marked: Iterable[Entity]) -> list[Entity]:
    """Return the entities that Telegram keeps of a text: what crosses, nests wrongly or comes after 100 is dropped."""
    marked = sorted(marked, key=_order)
    quotes = _without_intersections([entity for entity in marked if entity.type in _BLOCKQUOTES])
    solid = _without_intersections(
        [entity for entity in marked if entity.type not in _BLOCKQUOTES and entity.type not in _SPLITTABLE]
    )
    solid = [entity for entity in solid if not any(_cross(entity, quote) for quote in quotes)]
    found = [
        entity
        for entity in found_entities(text)
        if not any(_overlap(entity, other) for other in solid) and not any(_cross(entity, quote) for quote in quotes)
    ]
    pre = [entity for entity in solid if entity.type in {"pre", "code"}]
    loose = [
        entity for entity in marked if entity.type in _SPLITTABLE and not any(_overlap(entity, other) for other in pre)
    ]
    return sorted([*quotes, *solid, *found, *loose], key=_order)[:MAX_ENTITIES]


def trimmed(text: str, marked: Iterable[Entity]) -> tuple[str, list[Entity]]:
    """Return a text without the blanks around it, and its entities moved and cut to fit."""
    entities = sorted(marked, key=_order)
    kept = text.rstrip(" \n")
    end = utf16.length(kept)
    first = entities[0].offset if entities else end
    n_leading = min(len(kept) - len(kept.lstrip(" \n")), first)
    moved = [
        Entity(
            entity.type,
            entity.offset - n_leading,
            min(entity.end, end) - entity.offset,
            entity.url,
            entity.language,
            entity.custom_emoji_id,
            entity.user_id,
        )
        for entity in entities
        if entity.offset < end
    ]
    return kept[n_leading:], moved


def _order(entity: Entity) -> tuple[int, int]:
    return entity.offset, -entity.length


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _cross(one: Entity, other: Entity) -> bool:
    """Tell whether two overlap and the first is not within the second."""
    return _overlap(one, other) and not (other.offset <= one.offset and one.end <= other.end)


def _without_intersections(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=_order):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept
