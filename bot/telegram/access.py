"""Who is answered, and how often: the list of users and chats, and a pace that nobody needs to exceed."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

_MAX_BUCKETS = 20_000  # kept in memory; the one not used for longest goes first


@dataclass(frozen=True, slots=True)
class Allowance:
    """``n`` updates at once, and as many again in each ``per_seconds``."""

    n: int
    per_seconds: float


@dataclass(frozen=True, slots=True)
class Allowances:
    """How much is answered."""

    person: Allowance = Allowance(n=20, per_seconds=60)
    group: Allowance = Allowance(n=40, per_seconds=60)
    presses: Allowance = Allowance(n=40, per_seconds=60)
    inline: Allowance = Allowance(n=60, per_seconds=60)


class Verdict(Enum):
    """Whether an update may pass; only the first one too many, and the first of a stranger, is told."""

    PASS = auto()
    TELL = auto()
    IGNORE = auto()


@dataclass(slots=True)
class _Bucket:
    level: float
    at: float
    was_told: bool = False


class Turnstile:
    """Counts what each person and each group asks for."""

    def __init__(self, allowances: Allowances, clock: Callable[[], float]) -> None:
        """Take the allowances; ``clock`` gives seconds."""
        self.allowances = allowances
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, int], _Bucket] = OrderedDict()

    def check(self, kind: str, owner_id: int, allowance: Allowance) -> tuple[Verdict, int]:
        """Count one more of a kind for a person or a group; return the verdict and the seconds to wait."""
        now = self._clock()
        bucket = self._buckets.pop((kind, owner_id), None) or _Bucket(allowance.n, now)
        self._buckets[kind, owner_id] = bucket
        if len(self._buckets) > _MAX_BUCKETS:
            self._buckets.popitem(last=False)
        rate = allowance.n / allowance.per_seconds
        bucket.level = min(float(allowance.n), bucket.level + (now - bucket.at) * rate)
        bucket.at = now
        if bucket.level >= 1:
            bucket.level -= 1
            bucket.was_told = False
            return Verdict.PASS, 0
        verdict = Verdict.IGNORE if bucket.was_told else Verdict.TELL
        bucket.was_told = True
        return verdict, max(1, round((1 - bucket.level) / rate))


def is_allowed(allowed: frozenset[int], admins: frozenset[int], user_id: int | None, chat_id: int | None) -> bool:
    """Return whether a person, in a chat, is answered; an empty list means everybody."""
    return not allowed or user_id in allowed | admins or chat_id in allowed
