"""Bytes to text without guessing: Unicode, or windows-1258 where the result proves to be Vietnamese.

A wrong guess would put mojibake into the index for good, so a file in any other encoding is refused with the mend.
Charset detection was tried (charset-normalizer 3.5.2, 65 articles): it names windows-1258 rightly but takes TCVN3 for
iso8859-14, cp1257 and six others, where the proof below refuses all 65.
"""

import codecs
import re
import unicodedata

from retrieval.corpus.reading.parsed import Unreadable

# Longer marks first: the mark of UTF-16-LE begins that of UTF-32-LE.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BROKEN_BYTE = re.compile("[\udc80-\udcff]")  # as the error handler surrogateescape leaves it
_MAX_CONTROL_SHARE = 0.01
"""Share of control characters above which bytes are taken for a program's, not a writer's."""
_TONES_AND_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_TYPOGRAPHY = frozenset("“”‘’„…–—•·«»°©®™€₫£²³½×÷±‰\xa0\xad")
_MIN_VIETNAMESE_SHARE = 0.99
_UTF_8_MEND = "save it as UTF-8"


def decode(data: bytes, declared_charset: str | None = None) -> str:
    """Return the text of the bytes; nothing is replaced or dropped.

    Tried in order: the byte order mark, UTF-8 (text in another charset hardly ever passes for it), the charset that
    the file declares, windows-1258.

    Raises:
        Unreadable: broken Unicode (with the place), an unknown encoding, or bytes that are no text at all.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decode_marked(data, codec))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _is_mostly_utf_8(data):
            raise Unreadable(_where(error, "UTF-8")) from error
    text = _decode_declared(data, declared_charset)
    if text is None:
        text = _decode_windows_1258(data)
    if text is None:
        if _control_share(data.decode("latin-1")) > _MAX_CONTROL_SHARE:
            raise Unreadable(f"is not text but binary data: give it its right suffix or {_UTF_8_MEND}")
        raise Unreadable(f"is in an encoding that is not known for sure (TCVN3 or VNI, perhaps): {_UTF_8_MEND}")
    return _checked(text)


def _decode_marked(data: bytes, codec: str) -> str:
    """Return the text of bytes that begin with the byte order mark of ``codec``."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(_where(error, codec.upper())) from error


def _where(error: UnicodeDecodeError, codec: str) -> str:
    """Return what to say of broken Unicode: its byte offset in the file, its line, and the mend."""
    line = error.object[: error.start].decode(codec, "ignore").count("\n") + 1
    return f"is broken {codec} at byte {error.start} (line {line}): mend that place or {_UTF_8_MEND} again"


def _is_mostly_utf_8(data: bytes) -> bool:
    """Tell damaged UTF-8 from another charset: it still holds at least as many whole letters as broken bytes."""
    text = data.decode("utf-8", "surrogateescape")
    n_broken = len(_BROKEN_BYTE.findall(text))
    return sum(character > "\x7f" for character in text) - n_broken >= n_broken


def _decode_declared(data: bytes, charset: str | None) -> str | None:
    """Return the text in the charset that the file names, None if it names none, an unknown or a wrong one."""
    if charset is None:
        return None
    try:
        name = codecs.lookup(charset).name
        # Browsers read both as windows-1252 (WHATWG Encoding Standard), and pages are written for browsers.
        return data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name)
    except (LookupError, UnicodeError):
        return None


def _decode_windows_1258(data: bytes) -> str | None:
    """Return the text if the bytes are Vietnamese in windows-1258, else None."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    beyond_ascii = [character for character in text if character > "\x7f"]
    n_fitting = sum(character in _TYPOGRAPHY or _is_vietnamese_letter(character) for character in beyond_ascii)
    return text if n_fitting >= _MIN_VIETNAMESE_SHARE * len(beyond_ascii) else None


def _is_vietnamese_letter(character: str) -> bool:
    """Whether the NFC letter is đ or a Vietnamese vowel with its marks, in either case."""
    if character in "đĐ":
        return True
    decomposed = unicodedata.normalize("NFD", character)
    return decomposed[0] in "aeiouyAEIOUY" and len(decomposed) > 1 and set(decomposed[1:]) <= _TONES_AND_MARKS


def _control_share(text: str) -> float:
    """Return the share of control characters in the text, in [0, 1]."""
    return len(_CONTROL.findall(text)) / max(len(text), 1)


def _checked(text: str) -> str:
    """Return the text unless it decodes only by chance (UTF-16 without its mark, or a program's data)."""
    if _control_share(text) > _MAX_CONTROL_SHARE:
        raise Unreadable(f"is not text but binary data, or UTF-16 without its mark: {_UTF_8_MEND}")
    return text
