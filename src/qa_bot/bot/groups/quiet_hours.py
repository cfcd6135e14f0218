"""The hours in which a chat is written to without a sound."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def is_quiet(hours: str, zone: str, now_s: float) -> bool:
    """Return whether `now_s`, in seconds since 1970, falls into `hours` by the clocks of `zone`.

    Hours are the first and the one after the last, "22-6" over midnight; empty for none, equal ones for all day.

    >>> is_quiet("22-6", "Asia/Riyadh", 1_763_672_400.0), is_quiet("22-6", "America/New_York", 1_763_672_400.0)
    (True, False)
    >>> is_quiet("", "Asia/Riyadh", 1_763_672_400.0), is_quiet("0-0", "Asia/Riyadh", 1_763_672_400.0)
    (False, True)
    """
    if not hours:
        return False
    first, after_last = map(int, hours.split("-"))
    hour = datetime.fromtimestamp(now_s, UTC).astimezone(ZoneInfo(zone)).hour
    if first < after_last:
        return first <= hour < after_last
    return hour >= first or hour < after_last
