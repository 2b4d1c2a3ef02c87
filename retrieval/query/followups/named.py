"""What half a question names: at most one period, and names that are no part of it."""

from dataclasses import dataclass

from retrieval.query.followups.names import NamePhrase, find_names
from retrieval.query.followups.periods import PeriodPhrase, find_periods
from retrieval.query.followups.typed import Typed
from retrieval.query.names.asked_name import NameKind


@dataclass(frozen=True, slots=True)
class Named:
    """The period and the names of a text; of several names the last is :attr:`name`."""

    period: PeriodPhrase | None
    names: tuple[NamePhrase, ...]

    @property
    def name(self) -> NamePhrase | None:
        """Return the last name."""
        return self.names[-1] if self.names else None


def named_in(typed: Typed) -> Named | None:
    """Return what a text names, or None where it names several periods: then it is no half question.

    Names typed in small letters may have got their capitals back with their marks.
    """
    periods = find_periods(typed.text)
    if len(periods) > 1:
        return None
    names = tuple(
        name
        for name in find_names(typed.shown) or find_names(typed.text)
        if not any(name.start < period.end and period.start < name.end for period in periods)
    )
    return Named(periods[0] if periods else None, names)


def is_named_instead(name: NamePhrase | None, before: str) -> bool:
    """Return whether a name alone is a place or a document, and the question before has one of these to exchange."""
    if name is None or name.kind not in {NameKind.PLACE, NameKind.DOCUMENT}:
        return False
    return any(other.kind is name.kind for other in find_names(before))
