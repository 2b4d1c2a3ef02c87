"""Errors of the retrieval package: what a person can mend, said in one line each.

    RetrievalError
    ├── CorpusError          an article file or folder cannot be read
    ├── IndexUnusableError   the index is missing, torn, or made for another model
    ├── IndexBusyError       another run of indexing holds the data directory
    └── GoldError            a file of gold questions cannot be read (retrieval.evaluation.gold)

A message names the thing (path, line, value) and the mend. Errors of third-party libraries are translated where they
are called, with ``raise … from``.
"""


class RetrievalError(Exception):
    """Base class: anything the retrieval package reports to its caller."""


class CorpusError(RetrievalError):
    """A path, a file or a line of the corpus cannot be read; the message names it and says what would mend it."""


class IndexUnusableError(RetrievalError):
    """The saved index is missing, damaged, or was made with another model or format."""


class IndexBusyError(RetrievalError):
    """Another run of indexing is at work on the same data directory."""
