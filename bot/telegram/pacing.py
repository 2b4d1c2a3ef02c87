"""How fast the bot may send: Telegram's rates, kept to before it has to remind us.

Telegram allows about one message a second in a chat, 20 a minute in a group and 30 a second overall, with short
bursts. Each rate is a bucket of permits that fills at a steady pace; a message waits until all of its buckets have one.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_MAX_CHATS = 5000  # buckets kept; those not used for longest are full again and can go


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` permits at once, and ``per_second`` more each second."""

    per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates that are kept to."""

    overall: Rate = Rate(per_second=28, burst=28)
    private: Rate = Rate(per_second=1, burst=6)
    group: Rate = Rate(per_second=20 / 60, burst=15)


class Pace:
    """Tells each message how long to wait."""

    def __init__(self, rates: Rates, clock: Callable[[], float]) -> None:
        """Take the rates; ``clock`` gives seconds, such as a loop's time."""
        self._rates = rates
        self._clock = clock
        self._overall = _Bucket(rates.overall, clock())
        self._chats: OrderedDict[int, _Bucket] = OrderedDict()

    async def wait(self, chat_id: int) -> None:
        """Wait until a message to this chat may be sent."""
        await asyncio.sleep(max(self._chat(chat_id).take(self._clock()), self._overall.take(self._clock())))

    def hold(self, chat_id: int, seconds: float) -> None:
        """Let the next messages to a chat wait, as Telegram asked."""
        self._chat(chat_id).hold(self._clock() + seconds)

    def _chat(self, chat_id: int) -> "_Bucket":
        bucket = self._chats.pop(chat_id, None)
        if bucket is None:
            bucket = _Bucket(self._rates.private if chat_id > 0 else self._rates.group, self._clock())
        self._chats[chat_id] = bucket
        if len(self._chats) > _MAX_CHATS:
            self._chats.popitem(last=False)
        return bucket


class _Bucket:
    """Permits for one rate; they may be promised ahead, which is how long the next one waits."""

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._free_at = now - rate.burst / rate.per_second  # when the next permit is due, were they evenly spaced

    def take(self, now: float) -> float:
        """Take a permit and return the seconds until it is valid."""
        step = 1 / self._rate.per_second
        self._free_at = max(self._free_at, now - self._rate.burst * step) + step
        return max(0.0, self._free_at - now)

    def hold(self, until: float) -> None:
        self._free_at = max(self._free_at, until)
