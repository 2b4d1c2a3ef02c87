"""What a question names: people, places, organisations, roles, documents, figures, quoted words.

An answer must be about what is named, and vectors do not see the difference between one province and the next. What is
found first wins where two finders claim the same words: signs and quotations, then names, then figures.
"""

from collections.abc import Iterable

from retrieval.index.capitals import CorpusNames
from retrieval.query.language import Language
from retrieval.query.names.asked_name import AskedName
from retrieval.query.names.editions import find_editions
from retrieval.query.names.english import english_names
from retrieval.query.names.figures import find_documents, find_figures, find_quoted
from retrieval.query.names.named_years import find_named_years
from retrieval.query.names.unwritten import IsKnown, unwritten_names
from retrieval.query.names.vietnamese import vietnamese_names
from retrieval.text.spelling import is_bare


def asked_names(
    question: str, understood: str, language: Language, corpus: CorpusNames, is_known: IsKnown | None = None
) -> tuple[AskedName, ...]:
    """Return what a question names, in order, none overlapping and none twice.

    Args:
        question: NFC, as typed: without any mark, the marks of ``understood`` are no more than likely.
        understood: The question with its marks given back; the names' offsets count in it.
        language: The question's.
        corpus: What the articles write with capitals.
        is_known: Whether two bare words stand next to each other in an article, or are a common word; without it no
            name is looked for that only its absence from the articles tells.
    """
    names: list[AskedName] = []
    _add(names, find_quoted(understood, language))
    _add(names, find_documents(understood, language))
    _add(names, find_editions(understood, language))
    _add(names, find_named_years(understood, language))
    if language is Language.ENGLISH:
        _add(names, english_names(understood))
    else:
        taken = [(name.text_start, name.text_end) for name in names]
        _add(names, vietnamese_names(understood, corpus, taken, typed_bare=is_bare(question)))
        if is_known is not None:
            _add(names, unwritten_names(understood, is_known))
    _add(names, find_figures(understood, language))
    return tuple(sorted(names, key=lambda name: name.text_start))


def _add(names: list[AskedName], found: Iterable[AskedName]) -> None:
    """Add what overlaps no name that is there and repeats none."""
    for name in found:
        if not any(
            (known.text_start < name.text_end and name.text_start < known.text_end)
            or (known.kind, known.variants) == (name.kind, name.variants)
            for known in names
        ):
            names.append(name)
