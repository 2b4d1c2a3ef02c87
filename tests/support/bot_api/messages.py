"""A message as the server keeps it: what it says now, what it said before, and its JSON."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.bot_api.fields import Json
from tests.support.bot_api.keyboards import Button, buttons_of
from tests.support.bot_api.people import User
from tests.support.bot_api.texts import Formatted

if TYPE_CHECKING:
    from tests.support.bot_api.chats import Chat


@dataclass(eq=False)
class Message:
    """One message of one chat; it changes when it is edited, so that a test may hold on to it."""

    chat: "Chat"
    id: int
    sender: User | None
    sent_at: float
    content: Formatted
    extra: Json = field(default_factory=dict)
    markup: Json | None = None
    reply_to: "Message | None" = None
    thread_id: int | None = None
    in_topic: bool = False
    via_bot: User | None = None
    inline_message_id: str = ""
    preview: Json | None = None
    edited_at: float | None = None
    deleted: bool = False
    versions: list[Formatted] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text or the caption, without markup."""
        return self.content.text

    @property
    def n_edits(self) -> int:
        """Return how often the message was edited, its keyboard included."""
        return len(self.versions)

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons of the inline keyboard, row by row."""
        return list(buttons_of(self.markup))

    def button(self, label: str) -> Button:
        """Return the button whose text contains a label.

        Raises:
            LookupError: no button does.
        """
        for button in self.buttons:
            if label in button.text:
                return button
        raise LookupError(f"no button {label!r} among {[button.text for button in self.buttons]}")

    def marked(self, kind: str) -> list[str]:
        """Return the parts of the text that entities of a kind, such as "bold", cover."""
        return self.content.marked(kind)

    def edit(self, content: Formatted, markup: Json | None, at: float) -> None:
        """Put new content and keyboard in place of the old."""
        self.versions.append(self.content)
        self.content, self.markup, self.edited_at = content, markup, at

    def as_json(self, *, nested: bool = False) -> Json:
        """Return the Message; a nested one does not tell what it replies to."""
        value: Json = {"message_id": self.id, "date": int(self.sent_at), "chat": self.chat.as_json()}
        if self.sender is not None:
            value["from"] = self.sender.as_json()
        if self.edited_at is not None:
            value["edit_date"] = int(self.edited_at)
        if self.thread_id is not None:
            value["message_thread_id"] = self.thread_id
        if self.in_topic:
            value["is_topic_message"] = True
        if self.via_bot is not None:
            value["via_bot"] = self.via_bot.as_json()
        if self.reply_to is not None and not self.reply_to.deleted and not nested:
            value["reply_to_message"] = self.reply_to.as_json(nested=True)
        value.update(self.extra)
        if self.text:
            value.update(self.content.as_json("caption" if "document" in self.extra else ""))
        if self.preview is not None:
            value["link_preview_options"] = self.preview
        if self.markup is not None and "inline_keyboard" in self.markup:
            value["reply_markup"] = self.markup
        return value

    def inaccessible(self) -> Json:
        """Return what is left of a deleted message in a callback query."""
        return {"message_id": self.id, "date": 0, "chat": self.chat.as_json()}
