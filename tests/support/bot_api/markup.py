"""Telegram's HTML, strictly: what it takes becomes text and entities, what it refuses is refused in its words.

Only a dozen tags exist; they nest and close properly or the whole message fails. Four named character references and
the numeric ones are read, all others stay as typed. Offsets in errors are bytes of UTF-8, offsets of entities UTF-16.
"""

import re
from dataclasses import dataclass, field

from tests.support.bot_api import utf16
from tests.support.bot_api.entities import Entity
from tests.support.bot_api.links import checked_link, linked_user
from tests.support.bot_api.refusals import RefusedError, bad_request

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>[0-9]+)|(?P<name>[a-zA-Z]+));?")
_SPACE = " \t\r\n\v\0"
_NOT_IN_NAME = f"{_SPACE}=>/\"'"
_MAX_REFERENCE_CHARS = 10


@dataclass
class _Open:
    """A tag that waits for its end."""

    name: str
    argument: str
    offset: int
    n_characters: int


@dataclass
class _Reader:
    """A place in the source, what was read before it, and the tags open there."""

    source: str
    place: int = 0
    text: str = ""
    offset: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def here(self) -> str:
        return self.source[self.place : self.place + 1]

    def byte(self, place: int) -> int:
        return len(self.source[:place].encode())

    def take(self, text: str) -> None:
        self.text += text
        self.offset += utf16.length(text)

    def until(self, stops: str) -> str:
        start = self.place
        while self.place < len(self.source) and self.source[self.place] not in stops:
            self.place += 1
        return self.source[start : self.place]

    def skip_spaces(self) -> None:
        while self.here() and self.here() in _SPACE:
            self.place += 1


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the text and its entities, in the order in which they begin.

    Raises:
        RefusedError: 400 "can't parse entities", for any mistake in tags and attributes.
    """
    reader = _Reader(source)
    while reader.place < len(source):
        if reader.here() != "<":
            reader.take(_decoded(reader.until("<")))
            continue
        if source.startswith("</", reader.place):
            _end_tag(reader)
        else:
            _start_tag(reader)
    if reader.open:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reader.open[-1].name}"')
    return reader.text, sorted(reader.entities, key=lambda entity: (entity.offset, -entity.length))


def _unparsable(words: str) -> RefusedError:
    return bad_request(f"can't parse entities: {words}")


def _decoded(text: str) -> str:
    return _REFERENCE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found["name"]:
        return _NAMED.get(found["name"], found[0])
    code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    if code == 0 or code >= 0x10FFFF or len(found[0].removesuffix(";")) >= _MAX_REFERENCE_CHARS:
        return found[0]
    if 0xD800 <= code <= 0xDFFF:
        raise _unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units"
        )
    return chr(code)


def _start_tag(reader: _Reader) -> None:
    begin = reader.byte(reader.place)
    reader.place += 1
    name = reader.until(f"{_SPACE}>").lower()
    if not reader.here():
        raise _unparsable(f"Unclosed start tag at byte offset {begin}")
    if name not in _TYPES:
        raise _unparsable(f'Unsupported start tag "{name}" at byte offset {begin}')
    argument = ""
    while reader.here() != ">":
        reader.skip_spaces()
        if reader.here() == ">":
            break
        argument = _argument(name, *_attribute(reader, name, begin)) or argument
    reader.place += 1
    if name == "span" and argument != "spoiler":
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
    reader.open.append(_Open(name, argument, reader.offset, len(reader.text)))


def _attribute(reader: _Reader, tag: str, begin: int) -> tuple[str, str]:
    attribute = reader.until(_NOT_IN_NAME)
    if not attribute:
        raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
    reader.skip_spaces()
    unclosed = f'Unclosed start tag "{tag}" at byte offset {begin}'
    if not reader.here():
        raise _unparsable(unclosed)
    if reader.here() != "=":
        return attribute, ""
    reader.place += 1
    reader.skip_spaces()
    if not reader.here():
        raise _unparsable(unclosed)
    value = _quoted(reader) if reader.here() in "'\"" else _bare(reader)
    if not reader.here():
        raise _unparsable(f"Unclosed start tag at byte offset {begin}")
    return attribute, value


def _quoted(reader: _Reader) -> str:
    quote = reader.here()
    reader.place += 1
    value = _decoded(reader.until(quote))
    reader.place += 1
    return value


def _bare(reader: _Reader) -> str:
    begin = reader.place
    while reader.here().isascii() and (reader.here().isalnum() or reader.here() in {".", "-"}):
        reader.place += 1
    if reader.here() and reader.here() not in f"{_SPACE}>":
        raise _unparsable(f"Unexpected end of name token at byte offset {reader.byte(begin)}")
    return reader.source[begin : reader.place].lower()


def _argument(tag: str, attribute: str, value: str) -> str:
    """Return what of an attribute matters to its tag."""
    match tag, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class" if value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "expandable"
        case _:
            return ""


def _end_tag(reader: _Reader) -> None:
    begin = reader.byte(reader.place)
    if not reader.open:
        raise _unparsable(f"Unexpected end tag at byte offset {begin}")
    reader.place += 2
    name = reader.until(f"{_SPACE}>").lower()
    reader.skip_spaces()
    if reader.here() != ">":
        raise _unparsable(f"Unclosed end tag at byte offset {begin}")
    reader.place += 1
    opened = reader.open.pop()
    if name and name != opened.name:
        raise _unparsable(f'Unmatched end tag at byte offset {begin}, expected "</{opened.name}>", found "</{name}>"')
    if reader.offset > opened.offset:
        _close(reader, opened)


def _close(reader: _Reader, opened: _Open) -> None:
    length = reader.offset - opened.offset
    last = reader.entities[-1] if reader.entities else None
    same_place = last is not None and (last.offset, last.length) == (opened.offset, length)
    if last is not None and same_place and {opened.name, last.type} in ({"pre", "code"}, {"code", "pre"}):
        language = opened.argument or last.language
        if language:
            reader.entities[-1] = Entity("pre", opened.offset, length, language=language)
            return
    entity = Entity(_TYPES[opened.name], opened.offset, length)
    if opened.name == "code":
        entity = Entity("code", opened.offset, length, language=opened.argument)
    elif opened.name == "blockquote" and opened.argument:
        entity = Entity("expandable_blockquote", opened.offset, length)
    elif opened.name == "tg-emoji":
        if not opened.argument.isdigit() or not int(opened.argument):
            raise _unparsable("Invalid custom emoji identifier specified")
        entity = Entity("custom_emoji", opened.offset, length, custom_emoji_id=opened.argument)
    elif opened.name == "a":
        link = opened.argument or reader.text[opened.n_characters :]
        user = linked_user(link)
        url = None if user else checked_link(link)
        if user is None and url is None:
            return
        entity = Entity("text_mention" if user else "text_link", opened.offset, length, url=url or "", user_id=user)
    reader.entities.append(entity)
