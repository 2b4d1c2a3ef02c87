"""What articles may write for what a Vietnamese question says: "khởi công" for "bắt đầu xây".

``paraphrases.tsv`` was written by hand, on no question's or article's account. A line is ``wordings<TAB>what articles
write``, both separated by ``|``, in small letters with marks. It is read at the first Vietnamese question.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from retrieval.query.glossary import SEPARATOR, Expression, Glossary

FILE_NAME = "paraphrases.tsv"


def paraphrased(words: Sequence[str]) -> list[Expression]:
    """Return the wordings among tokens in small letters, with marks, and their paraphrases; the longest win."""
    return _paraphrases().expressions(words)


@cache
def _paraphrases() -> Glossary:
    """Return the paraphrases that ship with the project, read once."""
    text = files(__package__).joinpath(FILE_NAME).read_text("utf-8")
    ways: dict[str, str] = {}
    for line in text.splitlines():
        wordings, listed = line.split("\t")
        ways.update(dict.fromkeys(wordings.split(SEPARATOR), listed))
    return Glossary(ways)
