"""The two ways out: results to stdout, remarks to stderr, both without anything that could drive a terminal.

Article texts and file names come from elsewhere: control characters in them are dropped from what a person sees, and
escaped in JSON.
"""

import json
import re
import sys
from typing import Any

from retrieval.text.normal import normalise

_SURROGATES = re.compile("[\ud800-\udfff]")
_LATER_CONTROLS = re.compile("[\x7f-\x9f]")  # JSON itself escapes those below U+0020


def printable(text: str) -> str:
    """Return the text without control characters, direction marks and lone surrogates; line ends stay."""
    return normalise(text)


def write_line(text: str = "") -> None:
    """Write one line of a result for people."""
    sys.stdout.write(f"{printable(text)}\n")


def write_json(value: Any) -> None:
    """Write one JSON value on a line of its own, and send it off at once."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    text = _SURROGATES.sub("\ufffd", text)
    text = _LATER_CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def remark(text: str) -> None:
    """Write a remark of the program, one line, to stderr."""
    sys.stderr.write(f"hoidap: {' '.join(printable(text).split())}\n")
    sys.stderr.flush()
