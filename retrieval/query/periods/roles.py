"""Tells what each period of a question says of the thing asked about, from the words around it.

The nearest words decide: a verb of holding just before the date, then review or plan as the last such word before it,
then a noun of events that the date stands with. What nothing claims is the time of a fact.
"""

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.query.periods import cues
from retrieval.query.periods.cues import Cue
from retrieval.query.periods.period import Role
from retrieval.query.periods.reading import Stretch
from retrieval.text.dates import Precision
from retrieval.text.spelling import fold, is_bare

_WINDOW_CHARS = 90


class RoleRead(NamedTuple):
    """A role, and whether the words of an event stand right beside the period: :attr:`Period.binds`."""

    role: Role
    binds: bool = False


def roles_of(stretches: Sequence[Stretch], text: str) -> list[RoleRead]:
    """Return the role of each stretch, in the same order; ``text`` is the one that they were read from."""
    lowered = text.lower()
    bare = is_bare(text) or len(lowered) != len(text)
    typed = fold(text) if bare else lowered
    roles: list[RoleRead] = []
    arounds: list[_Around] = []
    end = 0
    for place, stretch in enumerate(stretches):
        before = typed[max(end, stretch.text_start - _WINDOW_CHARS) : stretch.text_start]
        around = _Around(stretch, before, typed[stretch.text_end :], bare)
        is_one_more = place > 0 and (around.is_after(cues.JOINED) or around.gives_year_to(stretches[place - 1]))
        roles.append(roles[-1] if is_one_more else around.read())
        arounds.append(arounds[-1] if is_one_more else around)
        end = stretch.text_end
    if all(read.role is not Role.HELD for read in roles) and all(
        cue.of(is_bare=bare).search(typed) for cue in (cues.TAKES_PART, cues.EVENT)
    ):
        held = [RoleRead(Role.HELD, around.opens_the_question()) for around in arounds]
        roles = [own if read.role is Role.FACT else read for read, own in zip(roles, held, strict=True)]
    return roles


class _Around:
    """One stretch with the words before and after it, in small letters."""

    def __init__(self, stretch: Stretch, before: str, after: str, bare: bool) -> None:
        self._stretch = stretch
        self._before = before
        self._after = after
        self._bare = bare

    def read(self) -> RoleRead:
        """Return what the words make of the stretch."""
        event_end = self._last_end(cues.EVENT)
        is_of_event = event_end >= 0 and not self._has(cues.NEW_CLAUSE, event_end)
        claimed = self._claimed()
        in_order = (
            (self._is_name(), RoleRead(Role.NAME)),
            (self._is_held(), RoleRead(Role.HELD, binds=not self._head().rstrip().endswith(","))),
            (claimed is not None, RoleRead(claimed or Role.FACT, binds=claimed is not Role.FACT)),
            (self._goes_on(cues.REVIEW_AFTER), RoleRead(Role.REVIEWED, binds=True)),
            (self._goes_on(cues.EVENT_AFTER), RoleRead(Role.HELD, binds=self._is_before_event())),
            (self._goes_on(cues.PLAN_AFTER), RoleRead(Role.PLANNED)),
            (is_of_event, RoleRead(Role.HELD, binds=not self._has(cues.SUBJECT, event_end))),
            (self._has(cues.DISASTER_BEFORE) or self._goes_on(cues.DISASTER_AFTER), RoleRead(Role.HELD, binds=True)),
        )
        return next((read for holds, read in in_order if holds), RoleRead(Role.FACT))

    def _is_before_event(self) -> bool:
        """Return whether no verb parts the period from the event behind it: "năm 2019 được nêu tại hội nghị"."""
        found = cues.EVENT_AFTER.of(is_bare=self._bare).match(self._after)
        new_clause = cues.NEW_CLAUSE.of(is_bare=self._bare)
        return found is not None and new_clause.search(self._after, 0, found.end()) is None

    def opens_the_question(self) -> bool:
        """Return whether the time stands first and what took place right behind it: "Năm 2019 ai chủ trì …"."""
        return not self._head().strip() and self._goes_on(cues.WHO_OR_EVENT)

    def is_after(self, cue: Cue) -> bool:
        """Return whether nothing but the cue stands between the stretch and the one before it."""
        return cue.of(is_bare=self._bare).match(self._before) is not None

    def gives_year_to(self, previous: Stretch) -> bool:
        """Return whether this is the year of the day or month before it: "tháng 3 ở Huế năm 2021"."""
        is_year = self._stretch.precision is Precision.YEAR
        return bool(previous.yearly) and is_year and not self._has(cues.NEW_CLAUSE)

    def _head(self) -> str:
        """Return the words before the stretch without those that lead to it: "vào năm", "in"."""
        lead = cues.LEAD.of(is_bare=self._bare).search(self._before)
        return self._before[: lead.start()] if lead else self._before

    def _is_held(self) -> bool:
        return cues.HELD_BEFORE.of(is_bare=self._bare).search(self._head()) is not None

    def _claimed(self) -> Role | None:
        """Return the role that the last word of review or plan gives, or None without one."""
        review_end, plan_end = self._last_end(cues.REVIEW), self._last_end(cues.PLAN, unless=cues.DONE)
        if max(review_end, plan_end) < 0 or self._before.rstrip().endswith(","):
            return None
        if plan_end > review_end:
            return None if self._has(cues.NOT_PLANNED_BY, plan_end) else Role.PLANNED
        stretch = self._stretch
        is_day = stretch.precision is Precision.DAY
        is_short = is_day or stretch.precision is Precision.MONTH or stretch.is_rough
        # "Looking back on 2021" was not held in it.
        is_year = stretch.precision is Precision.YEAR
        is_in_it = self._has(cues.TIME_PREPOSITION) and not (
            is_year and self._before[review_end:].strip() in {"on", "of"}
        )
        if is_day or ((is_short or is_in_it) and not self._has(cues.REVIEWED_WORK, review_end)):
            # "The review in June" was held in June, the book reviewed in 2021 says nothing of that year.
            is_verb = self._before[:review_end].endswith(("reviewed", "reviews", "reviewing"))
            return Role.FACT if is_in_it and is_verb else Role.HELD
        return Role.REVIEWED

    def _is_name(self) -> bool:
        if self._has(cues.COMPETITION_BEFORE) or self._goes_on(cues.COMPETITION_AFTER):
            return True
        if self._has(cues.COMPARED_BEFORE):
            return True
        stretch = self._stretch
        if stretch.precision is Precision.YEARS:
            return not stretch.is_range and (self._has(cues.TERM_BEFORE) or self._goes_on(cues.TERM_AFTER))
        if stretch.precision is Precision.YEAR:
            is_law = self._has(cues.LAW_BEFORE) or self._goes_on(cues.LAW_AFTER)
            return is_law or self._has(cues.TERM_OF_YEAR_BEFORE)
        if stretch.yearly:
            return self._has(cues.NAMED_DAY_BEFORE)
        return stretch.precision is Precision.DAY and self._has(cues.DOCUMENT_BEFORE)

    def _has(self, cue: Cue, start: int = 0) -> bool:
        return cue.of(is_bare=self._bare).search(self._before, start) is not None

    def _goes_on(self, cue: Cue) -> bool:
        return cue.of(is_bare=self._bare).match(self._after) is not None

    def _last_end(self, cue: Cue, *, unless: Cue | None = None) -> int:
        """Return where the last match before the stretch ends, of those that ``unless`` does not precede; or -1."""
        matches = cue.of(is_bare=self._bare).finditer(self._before)
        if unless:
            precedes = unless.of(is_bare=self._bare)
            matches = (match for match in matches if not precedes.search(self._before[: match.start()]))
        return max((match.end() for match in matches), default=-1)
