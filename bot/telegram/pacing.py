"""How fast the bot may send: Telegram's rates, kept to before it has to remind us.

Telegram allows about one message a second in a chat, 20 a minute in a group and 30 a second overall, with short
bursts. Each rate is a bucket of permits that fills at a steady pace; a message waits until all of its buckets have one.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.telegram.permits import Bucket, LatestUsed, Rate

_MAX_CHATS = 5000  # buckets kept; those not used for longest are full again and can go
_OVERALL = Rate(per_second=28, burst=28)
_PRIVATE = Rate(per_second=1, burst=6)
_GROUP = Rate(per_second=20 / 60, burst=15)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates that are kept to."""

    overall: Rate = _OVERALL
    private: Rate = _PRIVATE
    group: Rate = _GROUP


class Pace:
    """Tells each message how long to wait."""

    def __init__(self, rates: Rates, clock: Callable[[], float]) -> None:
        """Take the rates; ``clock`` gives seconds, such as a loop's time."""
        self._rates = rates
        self._clock = clock
        self._overall = Bucket(rates.overall, clock())
        self._chats: LatestUsed[int, Bucket] = LatestUsed(_MAX_CHATS)

    async def wait(self, chat_id: int) -> None:
        """Wait until a message to this chat may be sent."""
        await asyncio.sleep(max(self._chat(chat_id).take(self._clock()), self._overall.take(self._clock())))

    def hold(self, chat_id: int, seconds: float) -> None:
        """Let the next messages to a chat wait, as Telegram asked."""
        self._chat(chat_id).hold(self._clock() + seconds)

    def _chat(self, chat_id: int) -> Bucket:
        rate = self._rates.private if chat_id > 0 else self._rates.group
        return self._chats.get(chat_id, lambda: Bucket(rate, self._clock()))
