"""The one door for text: every string that enters the system, article or question, passes here first.

NFC makes one spelling of each Vietnamese letter; what no reader can see or type (control characters, lone
surrogates, invisible joiners) would break SQLite, the tokenizer or offsets later, so it goes here.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters but tab and newline; lone surrogates; soft hyphen; zero-width and direction marks; BOM.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def normalise(text: str) -> str:
    """Return the text as NFC with line feeds at line ends, without characters that cannot be seen.

    Spaces and line breaks are otherwise kept: use :func:`single_spaced` for one-line values.
    """
    if (
        not text.replace("\n", " ").replace("\xa0", " ").isprintable()
    ):  # seldom; asking is ten times faster than replacing
        text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def single_spaced(text: str) -> str:
    """Return the normalised text on one line: every run of white space is one space, none at the ends."""
    return " ".join(normalise(text).split())


def squeeze_line(line: str) -> str:
    """Return one line with each run of spaces, tabs and no-break spaces as a single space, none at the ends."""
    return " ".join(line.split())
