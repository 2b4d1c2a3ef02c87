"""Who is answered, and how often: the list of users and chats, and a pace that nobody needs to exceed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from bot.telegram.permits import Bucket, LatestUsed, Rate

_MAX_OWNERS = 20_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """``n`` updates at once, and as many again in each ``per_seconds``."""

    n: int
    per_seconds: float

    @property
    def rate(self) -> Rate:
        """Return the rate of its permits."""
        return Rate(per_second=self.n / self.per_seconds, burst=self.n)


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
class _Owner:
    bucket: Bucket
    was_told: bool = False


class Turnstile:
    """Counts what each person and each group asks for."""

    def __init__(self, allowances: Allowances, clock: Callable[[], float]) -> None:
        """Take the allowances; ``clock`` gives seconds."""
        self.allowances = allowances
        self._clock = clock
        self._owners: LatestUsed[tuple[str, int], _Owner] = LatestUsed(_MAX_OWNERS)

    def check(self, kind: str, owner_id: int, allowance: Allowance) -> tuple[Verdict, int]:
        """Count one more of a kind for a person or a group; return the verdict and the seconds to wait."""
        now = self._clock()
        owner = self._owners.get((kind, owner_id), lambda: _Owner(Bucket(allowance.rate, now)))
        wait = owner.bucket.take_if_free(now)
        if wait == 0:
            owner.was_told = False
            return Verdict.PASS, 0
        verdict = Verdict.IGNORE if owner.was_told else Verdict.TELL
        owner.was_told = True
        return verdict, max(1, round(wait))


def is_allowed(allowed: frozenset[int], admins: frozenset[int], user_id: int | None, chat_id: int | None) -> bool:
    """Return whether a person, in a chat, is answered; an empty list means everybody."""
    return not allowed or user_id in allowed | admins or chat_id in allowed
