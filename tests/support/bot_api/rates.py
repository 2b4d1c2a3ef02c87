"""Telegram's rates, switched on where a test is about them: what comes too fast is answered with 429 and when to come.

About one message a second in a chat, twenty a minute in a group, thirty a second over all chats.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.bot_api.refusals import too_many_requests

LIMITED = {"sendMessage", "sendDocument", "editMessageText", "editMessageCaption", "editMessageReplyMarkup"}


@dataclass
class Rates:
    """The limits, each (number, seconds); off until ``enforced`` is set."""

    clock: Callable[[], float]
    enforced: bool = False
    per_chat: tuple[int, float] = (1, 1.0)
    per_group: tuple[int, float] = (20, 60.0)
    overall: tuple[int, float] = (30, 1.0)
    _sent: dict[str, deque[float]] = field(default_factory=dict)

    def check(self, method: str, chat_id: str) -> None:
        """Count a call.

        Raises:
            RefusedError: 429, it comes too soon; it is not counted then.
        """
        if not self.enforced or method not in LIMITED:
            return
        limits = [("", self.overall)]
        if chat_id:
            limits.append((f"chat {chat_id}", self.per_chat))
        if chat_id.startswith("-"):
            limits.append((f"group {chat_id}", self.per_group))
        now = self.clock()
        wait = max(self._wait(name, limit, now) for name, limit in limits)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for name, _ in limits:
            self._sent.setdefault(name, deque()).append(now)

    def _wait(self, name: str, limit: tuple[int, float], now: float) -> float:
        """Return the seconds until a limit lets one more through."""
        number, seconds = limit
        sent = self._sent.setdefault(name, deque())
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[-number] + seconds - now if len(sent) >= number else 0.0
