"""Whether the names of a sentence stand in a passage, whole: runs of capitalised words, in Vietnamese with their marks.

An English sentence may spell a Vietnamese name without marks and in one word (Hanoi), or translate it by the glossary
(Ministry of Health).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from retrieval.phrasing.reading import Reading
from retrieval.phrasing.vocabulary import DIRECTED_WORDS, ENGLISH_FUNCTION_WORDS, ENGLISH_TITLES, TURNED_ROUND
from retrieval.query.glossary import english_glossary
from retrieval.query.language import Language

# Tokens [start, end) of a sentence.
Run: TypeAlias = tuple[int, int]


def names_stand(said: Reading, sources: Sequence[Reading], language: Language) -> bool:
    """Return whether each name of the sentence stands in one of the sources, and none has changed places."""
    runs = list(name_runs(said, language))
    has_name = _has_name if language is Language.VIETNAMESE else _has_english_name
    if not all(has_name(said, run, sources) for run in runs):
        return False
    if said.capital[0] and not said.dated[0] and (not runs or runs[0][0] > 0):
        runs.insert(0, (0, 1))
    return all(_roles_kept(said, before, after, sources) for before, after in pairwise(runs))


def name_runs(said: Reading, language: Language) -> Iterator[Run]:
    """Yield tokens [start, end) of each run of capitalised words outside dates.

    A lone capitalised word that opens the sentence is left out where it is, or may be, an ordinary word.
    """
    place = 0
    while place < len(said.words):
        end = place
        while end < len(said.words) and said.capital[end] and not said.dated[end]:
            end += 1
            if not said.joined[end - 1]:
                break
        if end == place:
            place += 1
            continue
        if (place, end) != (0, 1) or _opens_with_name(said, language):
            yield place, end
        place = end


def _opens_with_name(said: Reading, language: Language) -> bool:
    """Return whether the first word, a lone one with a capital, is no word of English; Vietnamese does not tell."""
    if language is Language.VIETNAMESE or said.words[0] in ENGLISH_FUNCTION_WORDS:
        return False
    found = english_glossary().expressions(said.words[:3])
    return not found or found[0].start > 0


def _has_name(said: Reading, run: Run, sources: Sequence[Reading]) -> bool:
    """Return whether the run stands in a source and ends there; "Ông Phạm An" may open a sentence for "Phạm An"."""
    start, end = run
    firsts = (0, 1) if start == 0 and end > 1 else (start,)
    return any(
        _ends_there(source, place + end - first)
        for source in sources
        for first in firsts
        for place in source.places(said.words[first:end])
    )


def _has_english_name(said: Reading, run: Run, sources: Sequence[Reading]) -> bool:
    start, end = run
    while start < end and said.words[start] in ENGLISH_FUNCTION_WORDS | ENGLISH_TITLES:
        start += 1
    while start < end:
        known = _longest_known(said, start, end, sources)
        if known == start:
            return False
        start = known
    return True


def _longest_known(said: Reading, start: int, end: int, sources: Sequence[Reading]) -> int:
    """Return how far the name stands in a source, in its own spelling to the end or by an expression's renderings."""
    if any(_spelt_alike(said.bare[start:end], source) for source in sources):
        return end
    for expression in english_glossary().expressions(said.words[start:end])[:1]:
        if not expression.start and any(source.has(words) for source in sources for words in expression.renderings):
            return start + expression.end
    return start


def _ends_there(source: Reading, end: int) -> bool:
    """Return whether no further capitalised word belongs to the name that ends before token ``end``."""
    return end == len(source.words) or not (source.joined[end - 1] and source.capital[end])


def _spelt_alike(bare: tuple[str, ...], source: Reading) -> list[int]:
    """Return where these words stand in the source, but for marks and spaces between them."""
    spelling = "".join(bare)
    found = []
    for place, word in enumerate(source.bare):
        if not spelling.startswith(word):
            continue
        end, taken = place + 1, word
        while len(taken) < len(spelling) and end < len(source.bare):
            taken += source.bare[end]
            end += 1
        if taken == spelling and _ends_there(source, end):
            found.append(place)
    return found


def _roles_kept(said: Reading, before: Run, after: Run, sources: Sequence[Reading]) -> bool:
    """Return whether two names around a word such as "thắng" stand in that order in a source too, or are turned round.

    Names that are not found so are let pass.
    """
    between = said.words[before[1] : after[0]]
    if DIRECTED_WORDS.isdisjoint(between) or not TURNED_ROUND.isdisjoint(between):
        return True
    orders = {
        first < second
        for source in sources
        for first in _places_of(said, before, source)
        for second in _places_of(said, after, source)
    }
    return not orders or True in orders


def _places_of(said: Reading, run: Run, source: Reading) -> list[int]:
    """Return where a name stands in a source, spelt alike or by what the glossary says it is in Vietnamese."""
    places = _spelt_alike(said.bare[run[0] : run[1]], source)
    for expression in english_glossary().expressions(said.words[run[0] : run[1]]):
        for rendering in expression.renderings:
            places.extend(source.places(rendering))
    return places
