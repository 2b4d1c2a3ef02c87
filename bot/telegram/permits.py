"""Permits at a steady rate, in both directions: how often a person is answered, how fast the bot sends.

A bucket of permits fills at a steady pace up to its burst. It is kept as one point in time, when the next permit would
be due were they evenly spaced, so a permit can be refused or promised ahead by the same arithmetic.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key")
Kept = TypeVar("Kept")
_ROUNDING_SECONDS = 1e-6  # steps add up to a little more or less than a burst


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` permits at once, and ``per_second`` more each second."""

    per_second: float
    burst: int


class Bucket:
    """Permits for one rate; all times are seconds of one clock."""

    def __init__(self, rate: Rate, now: float) -> None:
        """Take the rate; the bucket is full."""
        self._step = 1 / rate.per_second
        self._full = rate.burst * self._step
        self._free_at = now - self._full

    def take(self, now: float) -> float:
        """Take a permit, promised ahead if need be, and return the seconds until it is valid."""
        self._free_at = self._due(now)
        return max(0.0, self._free_at - now)

    def take_if_free(self, now: float) -> float:
        """Take a permit and return 0, or take none and return the seconds until there is one."""
        wait = self._due(now) - now
        if wait > _ROUNDING_SECONDS:
            return wait
        self.take(now)
        return 0.0

    def hold(self, until: float) -> None:
        """Let no permit be valid before a point in time."""
        self._free_at = max(self._free_at, until)

    def _due(self, now: float) -> float:
        return max(self._free_at, now - self._full) + self._step


class LatestUsed(Generic[Key, Kept]):
    """What is kept in memory for each chat or person, up to a number; what was not used for longest goes first."""

    def __init__(self, n_max: int) -> None:
        """Take how many are kept."""
        self._n_max = n_max
        self._kept: OrderedDict[Key, Kept] = OrderedDict()

    def get(self, key: Key, make: Callable[[], Kept]) -> Kept:
        """Return what is kept for a key, made anew where there is nothing."""
        if key not in self._kept:
            self._kept[key] = make()
            if len(self._kept) > self._n_max:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
