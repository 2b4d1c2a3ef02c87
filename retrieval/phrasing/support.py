"""Decides which of the citations that a sentence carries support it, if any.

Names, figures and dates must stand in the cited passages exactly; of the other words, most. The check looks at words
and neighbours, not at grammar: who did what to whom it cannot tell. So it errs on the side of dropping a sentence,
which costs nothing but the phrasing.
"""

from collections.abc import Mapping, Sequence

from retrieval.phrasing.figures import figures_stand
from retrieval.phrasing.names import name_runs, names_stand
from retrieval.phrasing.periods import dates_stand
from retrieval.phrasing.reading import Reading
from retrieval.phrasing.wording import english_words_stand, vietnamese_words_stand
from retrieval.query.language import Language, detect_language


def supporting_ranks(
    said: Reading, ranks: Sequence[int], passages: Mapping[int, Reading], question: Reading, language: Language
) -> tuple[int, ...]:
    """Return the cited ranks that support the sentence: each by itself, or all of them together; () if they do not.

    ``language`` is the one to answer in. A rank without a passage leaves the sentence unsupported, and so does English
    where Vietnamese was asked for.
    """
    if not said.words or not ranks or any(rank not in passages for rank in ranks):
        return ()
    spoken = detect_language(said.text)
    if spoken is Language.ENGLISH and language is Language.VIETNAMESE:
        return ()
    alone = tuple(rank for rank in ranks if _is_supported(said, [passages[rank]], question, spoken))
    if alone or len(ranks) == 1:
        return alone
    together = [passages[rank] for rank in ranks]
    return tuple(ranks) if _is_supported(said, together, question, spoken) else ()


def _is_supported(said: Reading, sources: Sequence[Reading], question: Reading, spoken: Language) -> bool:
    if not (dates_stand(said, sources) and figures_stand(said, sources, spoken) and names_stand(said, sources, spoken)):
        return False
    if spoken is Language.VIETNAMESE:
        return vietnamese_words_stand(said, sources, question)
    return _has_a_fact(said, spoken) and english_words_stand(said, sources, question)


def _has_a_fact(said: Reading, spoken: Language) -> bool:
    """Return whether a sentence has a name, a figure or a date, which can be compared across languages."""
    has_figure = any(word[0].isdigit() for word in said.words)
    return bool(said.dates) or has_figure or next(name_runs(said, spoken), None) is not None
