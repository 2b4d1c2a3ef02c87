"""Reading a folder of articles, in whichever of the known formats, into Documents.

``list_files`` is cheap, so a caller can skip the files it has already seen; ``read_file`` opens one; ``read_corpus``
does both for a whole folder. What cannot be read becomes a ReadFailure, never an exception, so that one bad file
costs only itself. Libraries that parse a format are imported when the first file of that format is read.
"""

from retrieval.corpus.reading.corpus import first_of_each_id, read_corpus, read_file
from retrieval.corpus.reading.files import CorpusFile, Listing, list_files

__all__ = ["CorpusFile", "Listing", "first_of_each_id", "list_files", "read_corpus", "read_file"]
