"""All that the bot asked of the server, in order: what was accepted, what was refused, and what came after."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tests.support.bot_api.fields import Fields
from tests.support.bot_api.refusals import RefusedError

_SAYING = {
    "sendMessage",
    "sendDocument",
    "editMessageText",
    "editMessageReplyMarkup",
    "editMessageCaption",
    "answerInlineQuery",
    "answerCallbackQuery",
}
_PLACE = ("chat_id", "inline_message_id", "inline_query_id", "callback_query_id")
_HARMLESS = ("message is not modified", "Forbidden:", "query is too old")


class Outcome(StrEnum):
    """What became of a call; a dropped one got no answer and did nothing, or its client went away."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DROPPED = "dropped"


@dataclass(eq=False)
class Call:
    """One request to a method, its outcome, and the refusal if there was one; times are seconds of the clock."""

    method: str
    fields: Fields
    at: float
    refusal: RefusedError | None = None
    seconds: float = 0.0
    outcome: Outcome = Outcome.PENDING

    @property
    def place(self) -> str:
        """Return the chat or query that the call is about, "" for none."""
        return next((self.fields.text(name) for name in _PLACE if self.fields.text(name)), "")

    @property
    def says_something(self) -> bool:
        """Tell whether the call brings something before a user's eyes."""
        return self.method in _SAYING


@dataclass
class Journal:
    """The calls of all bots that spoke to the server since it was made."""

    calls: list[Call] = field(default_factory=list)

    def of(self, method: str, chat_id: int | None = None) -> list[Call]:
        """Return the calls of a method, of all chats or of one."""
        return [
            call
            for call in self.calls
            if call.method == method and (chat_id is None or call.fields.text("chat_id") == str(chat_id))
        ]

    @property
    def accepted(self) -> list[Call]:
        """Return the calls that succeeded."""
        return [call for call in self.calls if call.outcome is Outcome.ACCEPTED]

    @property
    def refused(self) -> list[Call]:
        """Return the calls that did not."""
        return [call for call in self.calls if call.outcome is Outcome.REFUSED]

    def unhandled(self) -> list[Call]:
        """Return the calls that failed and left a user without: no good one for the same chat or query came after.

        Edits that change nothing, users who blocked the bot and queries that were too old leave nobody waiting.
        """
        return [call for call in self._failed_sayings() if not self._made_good(call)]

    def _failed_sayings(self) -> Iterator[Call]:
        for call in self.calls:
            if call.outcome not in {Outcome.REFUSED, Outcome.DROPPED}:
                continue
            words = call.refusal.description if call.refusal else ""
            if call.says_something and not any(harmless in words for harmless in _HARMLESS):
                yield call

    def _made_good(self, failed: Call) -> bool:
        later = self.calls[self.calls.index(failed) + 1 :]
        return any(
            call.outcome is Outcome.ACCEPTED and call.says_something and call.place == failed.place for call in later
        )
