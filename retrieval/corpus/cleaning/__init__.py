"""Takes away what stands around an article on its web page and never a sentence of the article itself.

Pages of many sites come in, most never seen, so the rules go by general signs: the phrases that all news sites use,
where a line stands, and what is repeated. A line that only may be a menu stays: a wrong line in the index costs less
than a lost sentence.
"""

from retrieval.corpus.cleaning.cleaner import CleanedText, clean
from retrieval.corpus.cleaning.lines import Reason, RemovedLine

__all__ = ["CleanedText", "Reason", "RemovedLine", "clean"]
