"""Times of the day in time zones: read as people write them, and when they come next."""

import re
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from qa_bot.text.normalise import normalise

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?P<half>am|pm|ص|م|صباحا|مساء)?")
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])0?(\d{1,2})(?::?00)?")
_MOST_EAST, _MOST_WEST = 14, 12
_DAYS_A_WEEK = 7
# Cities whose Arabic names aren't spelled by their English ones; the zones are those of the IANA data base.
_CITIES = {
    "مكة": "Asia/Riyadh", "المدينة": "Asia/Riyadh", "الرياض": "Asia/Riyadh", "جدة": "Asia/Riyadh",
    "القدس": "Asia/Hebron", "غزة": "Asia/Gaza", "عمان": "Asia/Amman", "دمشق": "Asia/Damascus", "بيروت": "Asia/Beirut",
    "بغداد": "Asia/Baghdad", "الكويت": "Asia/Kuwait", "الدوحة": "Asia/Qatar", "المنامة": "Asia/Bahrain",
    "دبي": "Asia/Dubai", "مسقط": "Asia/Muscat", "صنعاء": "Asia/Aden", "عدن": "Asia/Aden", "القاهرة": "Africa/Cairo",
    "الخرطوم": "Africa/Khartoum", "طرابلس": "Africa/Tripoli", "تونس": "Africa/Tunis", "الجزائر": "Africa/Algiers",
    "الرباط": "Africa/Casablanca", "نواكشوط": "Africa/Nouakchott", "إسطنبول": "Europe/Istanbul",
    "أنقرة": "Europe/Istanbul", "طهران": "Asia/Tehran", "كابل": "Asia/Kabul", "كراتشي": "Asia/Karachi",
    "جاكرتا": "Asia/Jakarta", "لندن": "Europe/London", "باريس": "Europe/Paris", "برلين": "Europe/Berlin",
}  # fmt: skip


def read_time(text: str) -> int | None:
    """Return the minutes after midnight that `text` says; None where it is no time.

    >>> read_time("07:30"), read_time("٧"), read_time("9:05م"), read_time("12am"), read_time("25:00")
    (450, 420, 1265, 0, None)
    """
    found = _TIME.fullmatch(normalise_time(text))
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (half[0] in "pم")
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def normalise_time(text: str) -> str:
    """Return `text` in small letters with digits of one kind, without vowel marks.

    >>> normalise_time("٧:٣٠ PM")
    '7:30 pm'
    """
    return re.sub("[\u064b-\u0652]", "", text.translate(_DIGITS).lower())


def read_zone(text: str) -> str | None:
    """Return the name of the time zone that `text` is, a city or a distance from UTC; None where it is none.

    >>> read_zone("asia/riyadh"), read_zone("القاهره"), read_zone("London"), read_zone("+3"), read_zone("المريخ")
    ('Asia/Riyadh', 'Africa/Cairo', 'Europe/London', 'Etc/GMT-3', None)
    """
    return _zones().get(_key(text)) or _offset_zone(normalise_time(text))


def next_time(minute: int, zone: str, after_s: float, *, weekday: int | None = None) -> float:
    """Return when it is next `minute` minutes after midnight in `zone`, after `after_s`; in seconds since 1970.

    On any day, or on a `weekday` (Monday is 0) alone. What a change of the clocks leaves out comes as much later;
    what it brings twice comes once.
    """
    known = ZoneInfo(zone)
    day = datetime.fromtimestamp(after_s, UTC).astimezone(known).date()
    clock = time(minute // 60, minute % 60, tzinfo=known)
    for ahead in range(_DAYS_A_WEEK + 2):
        due = datetime.combine(day + timedelta(days=ahead), clock)
        if due.timestamp() > after_s and weekday in (None, due.weekday()):
            return due.timestamp()
    raise AssertionError("unreachable: within nine days each weekday begins once after now")


def time_of(minute: int) -> str:
    """Return minutes after midnight as hours and minutes.

    >>> time_of(450)
    '07:30'
    """
    return f"{minute // 60:02}:{minute % 60:02}"


def _offset_zone(text: str) -> str | None:
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    east, hours = found[1] == "+", int(found[2])
    # The names of these zones count hours west of Greenwich.
    return f"Etc/GMT{'-' if east else '+'}{hours}" if hours <= (_MOST_EAST if east else _MOST_WEST) else None


@cache
def _zones() -> dict[str, str]:
    """Return the zones by their names, their cities, and cities in Arabic."""
    names = sorted(available_timezones())
    cities = {_key(name.rpartition("/")[2]): name for name in reversed(names) if "/" in name}
    return cities | {_key(name): name for name in names} | {_key(city): zone for city, zone in _CITIES.items()}


def _key(text: str) -> str:
    return normalise(text.replace("_", "").replace(" ", "")).lower()
