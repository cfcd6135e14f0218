"""Addresses, as Telegram takes and keeps them."""

from urllib.parse import urlsplit


def checked_link(url: str) -> str | None:
    """Return `url` as Telegram keeps it, None where it isn't an address.

    >>> checked_link("telegram.org")
    'http://telegram.org/'
    """
    written = url.strip()
    if any(character.isspace() for character in written):
        return None
    full = written if "://" in written else f"http://{written}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme in ("tg", "ton", "tonsite"):
        return full
    if parts.scheme not in ("http", "https") or "." not in host.strip("."):
        return None
    return full if parts.path or parts.query else f"{full}/"
