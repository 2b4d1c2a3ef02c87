"""Which links Telegram takes: a link that is none makes a button fail, and vanishes from a text."""

import ipaddress
import re
from urllib.parse import urlsplit

_USER = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_SCHEMES = {"http", "https", "tg", "ton", "tonsite"}


def linked_user(link: str) -> int | None:
    """Return the user that a link such as tg://user?id=5 mentions, or None."""
    found = _USER.fullmatch(link.strip())
    return int(found[1]) if found else None


def checked_link(link: str) -> str | None:
    """Return a link with its scheme, or None where Telegram finds none in it."""
    link = link.strip()
    if not link or any(character.isspace() for character in link):
        return None
    scheme, separator, _ = link.partition(":")
    if not separator or scheme.lower() not in _SCHEMES:
        if "://" in link:
            return None
        link = f"http://{link}"
    try:
        parts = urlsplit(link)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"}:
        return link if parts.netloc or parts.path else None
    return link if host and _is_host(host) else None


def _is_host(host: str) -> bool:
    """Tell whether a host is an address or a domain with a dot in it: "localhost" is none to Telegram."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        labels = host.rstrip(".").split(".")
        return len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit()
    return True
