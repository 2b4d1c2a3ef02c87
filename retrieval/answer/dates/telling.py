"""Which sentences of a passage can tell of the time that a question names.

An article on one event mentions others: "Hội chợ năm 2016 chỉ có 120 gian hàng" in the report on the fair of 2018.
Where the article's own event is of the time asked about, such a sentence does not answer; where it is not, nothing
else does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answer.dates.dating import DatedArticle, period_fit
from retrieval.answer.dates.mentions import mentions_in, names
from retrieval.query.periods import Period, Role
from retrieval.query.periods.cues import DISASTERS, EVENT, NEW_CLAUSE, PLAN, REVIEW
from retrieval.text.spelling import fold

_EVENT_OR_DISASTER = re.compile(rf"{EVENT.marked.pattern}|(?<!\w)(?:{DISASTERS})(?!\w)")
_YEAR_BEHIND = re.compile(
    r"(?P<between>(?: [^\W\d_]+| số \d+){0,6}?) (?:vào |hồi |của )?(?:năm|mùa) (?P<year>\d{4})(?!\d)"
)
_OPENING_YEAR = re.compile(
    r"(?:Trong |Vào |Hồi |Trước đó, |Còn )?(?:[Nn]ăm|[Tt]háng \d{1,2}[/-]) ?(?P<year>\d{4})(?!\d)"
)
# A year that another is held against is not the time of what is told.
_COMPARED = re.compile(r"(?:so với|hơn|bằng|kể từ|sau) (?:cùng kỳ )?(?:của )?(?:năm )?\d{4}(?!\d)")
_HEAD_BEFORE = re.compile(r"(?<!\w)([^\W\d]+ [^\W\d]+) (?:trong |cua )?(?:nam )?$")
_THEN = re.compile(
    r"(?<!\w)(?:khi (?:đó|ấy)|năm (?:đó|ấy)|lúc (?:đó|ấy)|hồi (?:đó|ấy)|lần (?:đó|ấy)|bấy giờ)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences, by their places, that can tell of the time asked about.

    With ``is_elsewhere`` the article's own event is of another time, and nothing but these sentences can answer; best
    those ``of_event``, which name the time as that of an event.
    """

    places: tuple[int, ...]
    is_elsewhere: bool = False
    of_event: tuple[int, ...] = ()


def told_of(question: str, periods: Sequence[Period], article: DatedArticle, sentences: Sequence[str]) -> Telling:
    """Return which neighbouring sentences of an article can tell of the periods of a question: all, unless dates speak.

    Periods of one role are alternatives. Text that nothing dates but itself speaks of many times and keeps all.

    Args:
        question: The question as understood.
        periods: Its periods, with offsets into it.
        article: The dates of the article.
        sentences: The sentences, as the article has them.
    """
    everything = Telling(tuple(range(len(sentences))))
    counted = [period for period in periods if period.role in {Role.HELD, Role.FACT, Role.REVIEWED}]
    if not counted or not article.is_news:
        return everything
    for role in (Role.HELD, Role.REVIEWED):
        group = [period for period in counted if period.role is role and period.binds]
        if group and not any(_is_its_own(period, article) for period in group):
            of_event = {year for period in group for year in _years_of(period)}
            places = _naming(group, article, sentences)
            told = tuple(place for place in places if _years_of_events(sentences[place]) & of_event)
            return Telling(places, is_elsewhere=True, of_event=told)
    own = [period for period in counted if period.role is not Role.REVIEWED and _is_its_own(period, article)]
    if not own:
        return everything
    same_thing = _same_thing_of_a_year(question, own)
    kept = tuple(
        i
        for i, text in enumerate(sentences)
        if not (_is_of_another(text, own, article, same_thing) and not _names_any(counted, text, article))
    )
    return Telling(kept) if kept else everything


def _is_its_own(period: Period, article: DatedArticle) -> bool:
    """Return whether the article's own dates fit the period, or could, whatever its text names."""
    return not period_fit(period, article, "").excluded


def _naming(periods: Sequence[Period], article: DatedArticle, sentences: Sequence[str]) -> tuple[int, ...]:
    """Return the sentences that name one of the periods, and those behind them that speak of "then"."""
    places: list[int] = []
    for i, text in enumerate(sentences):
        goes_on = bool(places) and places[-1] == i - 1 and _THEN.search(text) is not None
        if goes_on or _names_any(periods, text, article):
            places.append(i)
    return tuple(places)


def _names_any(periods: Sequence[Period], text: str, article: DatedArticle) -> bool:
    mentions = mentions_in(_COMPARED.sub(" ", text))
    return any(names(period, mentions, article.own_years, aside=False) for period in periods)


def _is_of_another(text: str, own: Sequence[Period], article: DatedArticle, same_thing: re.Pattern[str] | None) -> bool:
    """Return whether a sentence tells of another year's event, or of another year's fact where a fact is asked for."""
    years = _years_of_events(text).difference(article.own_years)
    if any(period.role is Role.FACT for period in own):
        found = [_OPENING_YEAR.match(text), same_thing.search(fold(text)) if same_thing else None]
        years |= {int(match["year"]) for match in found if match}.difference(article.own_years)
    return bool(years)


def _same_thing_of_a_year(question: str, periods: Sequence[Period]) -> re.Pattern[str] | None:
    """Return the pattern, for text without marks, of what stands right before the year asked: "cổ tức năm 2022"."""
    heads = [_HEAD_BEFORE.search(fold(question[: period.text_start])) for period in periods]
    things = "|".join(re.escape(head[1]) for head in heads if head)
    return re.compile(rf"(?<!\w)(?:{things}) (?:cua )?(?:trong )?nam (?P<year>\d{{4}})(?!\d)") if things else None


def _years_of(period: Period) -> range:
    return range(period.first.year, period.last.year + 1) if period.first and period.last else range(0)


def _years_of_events(text: str) -> set[int]:
    """Return the years that stand beside an event as its time: "trận chung kết năm 2019"."""
    small = text.lower()
    years: set[int] = set()
    for event in _EVENT_OR_DISASTER.finditer(small):
        found = _YEAR_BEHIND.match(small, event.end())
        if found and not any(cue.marked.search(found["between"]) for cue in (REVIEW, PLAN, NEW_CLAUSE)):
            years.add(int(found["year"]))
    return years
