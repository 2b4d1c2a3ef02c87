"""Whether the dates that a sentence names stand in a passage: the same days, or days inside the period it names.

"Năm 2021" is supported by "12-3-2021"; "12-3-2021" is not by "năm 2021", and "2015-2020" by itself only.
"""

from collections.abc import Sequence

from retrieval.phrasing.reading import Reading
from retrieval.text.dates import DateSpan, Precision

_ANY_YEAR = 2000  # a leap year: it has a 29 February
_RUNS = frozenset({Precision.MONTHS, Precision.YEARS})


def dates_stand(said: Reading, sources: Sequence[Reading]) -> bool:
    """Return whether each date of the sentence stands in one of the sources."""
    return all(any(_stands(date, said, source) for source in sources) for date in said.dates)


def _stands(date: DateSpan, said: Reading, source: Reading) -> bool:
    words = tuple(
        word for word, start in zip(said.words, said.starts, strict=True) if date.text_start <= start < date.text_end
    )
    if words and source.has(words):
        return True
    if date.precision is Precision.YEAR and str(date.year) in source.words:
        return True
    return any(_covers(date, found) for found in source.dates)


def _covers(date: DateSpan, found: DateSpan) -> bool:
    """Return whether a date found in a source lies in the one that is said; a run of years must be the same."""
    if date.has_year and not found.has_year:
        return False
    if not date.has_year:
        year = found.year or _ANY_YEAR
        completed, other = date.in_year(year), found.in_year(year)
        if completed is None or other is None:
            return False
        date, found = completed, other
    if date.start is None or date.end is None or found.start is None or found.end is None:
        return False
    if date.precision in _RUNS:
        return (date.start, date.end) == (found.start, found.end)
    return date.start <= found.start and found.end <= date.end
