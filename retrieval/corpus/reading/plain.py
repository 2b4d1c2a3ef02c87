"""Plain text files: the bytes are the article."""

from retrieval.corpus.reading.decoding import decode
from retrieval.corpus.reading.parsed import Parsed


def read_plain(data: bytes) -> Parsed:
    """Return the whole text; a plain text file declares nothing.

    Raises:
        Unreadable: the bytes are broken, binary, or in an unknown encoding.
    """
    return Parsed(decode(data))
