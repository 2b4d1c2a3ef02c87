"""From what a request brings to the text of a message: limits on the raw text, markup, trimming, limits on the rest."""

from dataclasses import dataclass
from typing import Any

from tests.support.bot_api import utf16
from tests.support.bot_api.entities import Entity, settled, trimmed
from tests.support.bot_api.fields import Fields, Json, optional_text, required_text
from tests.support.bot_api.links import checked_link
from tests.support.bot_api.markup import parse_html
from tests.support.bot_api.refusals import RefusedError, bad_request

MAX_RAW_BYTES = 32_768
MAX_TEXT_UNITS = 4_096
MAX_CAPTION_UNITS = 1_024
_BY_ITSELF = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}
_BY_HAND = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "blockquote",
    "expandable_blockquote",
}


@dataclass(frozen=True)
class Formatted:
    """A text without markup and its entities."""

    text: str
    entities: tuple[Entity, ...] = ()

    def marked(self, kind: str) -> list[str]:
        """Return the parts of the text that entities of a kind cover."""
        return [utf16.cut(self.text, entity.offset, entity.length) for entity in self.entities if entity.type == kind]

    def as_json(self, prefix: str = "") -> Json:
        """Return the fields of a message: text and entities, or caption and caption_entities."""
        value: Json = {prefix or "text": self.text}
        if self.entities:
            value[f"{prefix}_entities" if prefix else "entities"] = [entity.as_json() for entity in self.entities]
        return value


def message_text(fields: Fields, *, edited: bool = False) -> Formatted:
    """Return the text of sendMessage or editMessageText.

    Raises:
        RefusedError: it is empty, too long, or its markup is wrong.
    """
    return text_of(fields.text("text"), fields.text("parse_mode"), _entities(fields, "entities"), edited=edited)


def text_of(raw: str, parse_mode: str, entities: Any, *, edited: bool = False) -> Formatted:
    """Return the text of a message from its parts.

    Raises:
        RefusedError: it is empty, too long, or its markup is wrong.
    """
    if not raw:
        raise bad_request("Message text is empty")
    formatted = _formatted(raw, parse_mode, entities)
    if not formatted.text:
        raise bad_request("Text must be non-empty")
    if utf16.length(formatted.text) > MAX_TEXT_UNITS:
        raise bad_request("MESSAGE_TOO_LONG" if edited else "Message is too long")
    return formatted


def caption_of(fields: Fields) -> Formatted:
    """Return the caption of a file, which may be empty.

    Raises:
        RefusedError: it is too long, or its markup is wrong.
    """
    formatted = _formatted(fields.text("caption"), fields.text("parse_mode"), _entities(fields, "caption_entities"))
    if utf16.length(formatted.text) > MAX_CAPTION_UNITS:
        raise bad_request("Message caption is too long")
    return formatted


def checked_preview(fields: Fields) -> Json | None:
    """Return the link_preview_options of a request.

    Raises:
        RefusedError: they are no JSON object.
    """
    options = fields.json("link_preview_options", "link preview options")
    if options is None:
        return {"is_disabled": True} if fields.boolean("disable_web_page_preview") else None
    if not isinstance(options, dict):
        raise bad_request("Object expected as link preview options")
    return options


def _entities(fields: Fields, name: str) -> Any:
    try:
        return fields.json(name, "entities")
    except RefusedError:
        return None  # Telegram takes entities that are no JSON for none at all


def _formatted(raw: str, parse_mode: str, entities: Any) -> Formatted:
    if len(raw.encode("utf-8", "surrogatepass")) > MAX_RAW_BYTES:
        raise bad_request("Text is too long")
    raw = raw.replace("\r", "")
    mode = parse_mode.lower()
    if not raw or mode in {"", "none"}:
        text, marked = raw, _explicit(entities, utf16.length(raw))
    elif mode == "html":
        text, marked = parse_html(raw)
    else:  # this server knows no Markdown: the bot sends HTML only, and a second dialect would go untested
        raise bad_request("Unsupported parse_mode")
    text, marked = trimmed(text, marked)
    return Formatted(text, tuple(settled(text, marked)))


def _explicit(entities: Any, n_units: int) -> list[Entity]:
    if not isinstance(entities, list):
        return []
    found = []
    for value in entities:
        try:
            entity = _entity(value)
        except RefusedError as error:
            raise bad_request(f"Can't parse MessageEntity: {error.words}") from None
        if entity is None:
            continue
        if entity.offset < 0 or entity.length < 0:
            raise bad_request(f"Receive an entity with incorrect offset {entity.offset}")
        if entity.end > n_units:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {entity.offset} ends after the end of the text at UTF-16 offset "
                f"{entity.end}"
            )
        if entity.length:
            found.append(entity)
    return found


def _entity(value: Any) -> Entity | None:
    if not isinstance(value, dict):
        raise bad_request("expected an Object")
    for name in ("offset", "length"):
        if not isinstance(value.get(name), int):
            raise bad_request(f'Can\'t find field "{name}"')
    kind = required_text(value, "type")
    if kind in _BY_ITSELF:
        return None
    if kind not in _BY_HAND:
        raise bad_request("Unsupported type specified")
    url = ""
    if kind == "text_link":
        link = checked_link(required_text(value, "url"))
        if link is None:
            raise bad_request(f"Entity URL '{value['url']}' is invalid: Wrong HTTP URL")
        url = link
    user = value.get("user")
    return Entity(
        kind,
        value["offset"],
        value["length"],
        url=url,
        language=optional_text(value, "language"),
        custom_emoji_id=optional_text(value, "custom_emoji_id"),
        user_id=user.get("id") if isinstance(user, dict) else None,
    )
