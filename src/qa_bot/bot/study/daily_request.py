"""What stands after /daily: a time, a zone, how, and of which texts."""

from dataclasses import dataclass

from qa_bot.study.clock import read_time, read_zone
from qa_bot.text.normalise import normalise

_HALVES = frozenset({"am", "pm", "ص", "م", "صباحا", "مساء", "صباحًا", "مساءً"})
_OFF = frozenset({"off", "stop", "ايقاف", "اوقف", "قف", "لا"})
_DAILY = frozenset({"daily", "يوميا", "يومي"})
_RANDOM = frozenset({"random", "عشوايي", "عشواييا"})
_IN_ORDER = frozenset({"order", "مرتب", "بالترتيب"})
_SILENT = frozenset({"silent", "بصمت", "صامت", "صامتا"})
# What may stand between the parts: «07:30 بتوقيت القاهرة», «من فتوح الشام».
_BETWEEN = frozenset({"at", "in", "from", "بتوقيت", "الساعه", "من", "كل", "يوم"})


@dataclass(frozen=True, slots=True)
class DailyRequest:
    """What is wanted: `minute` after midnight; `zone` is None where none was named, `about` names texts."""

    minute: int
    zone: str | None = None
    at_random: bool = False
    silent: bool = False
    about: str = ""


def asks_to_stop(text: str) -> bool:
    """Return whether `text` calls the daily passage off.

    >>> asks_to_stop("off"), asks_to_stop("إيقاف"), asks_to_stop("07:30")
    (True, True, False)
    """
    return normalise(text.strip().lower()) in _OFF


def after_daily(text: str) -> str | None:
    """Return what follows «daily» in what was asked of /quiz; None where nothing is asked for every day.

    >>> after_daily("daily 20:00"), after_daily("يوميًّا"), after_daily("كل يوم 20:00"), after_daily("فتوح الشام")
    ('20:00', '', '20:00', None)
    """
    words = text.split()
    known = [normalise(word.lower()) for word in words]
    if known[:1] and known[0] in _DAILY:
        return " ".join(words[1:])
    return " ".join(words[2:]) if known[:2] == ["كل", "يوم"] else None


def read_daily(text: str) -> DailyRequest | None:
    """Return what `text` wants; None where it begins with no time.

    >>> read_daily("7:30 م القاهرة بصمت فتوح الشام")
    DailyRequest(minute=1170, zone='Africa/Cairo', at_random=False, silent=True, about='فتوح الشام')
    """
    words = text.split()
    while words and normalise(words[0].lower()) in _BETWEEN:
        words.pop(0)
    if len(words) > 1 and words[1].lower() in _HALVES:
        words[:2] = ["".join(words[:2])]
    minute = read_time(words[0]) if words else None
    if minute is None:
        return None
    zone, rest = _zone(words[1:])
    known = [normalise(word.lower()) for word in rest]
    named = [word for word, key in zip(rest, known, strict=True) if key not in _RANDOM | _IN_ORDER | _SILENT]
    while named and normalise(named[0].lower()) in _BETWEEN:
        named.pop(0)
    return DailyRequest(minute, zone, bool(_RANDOM & {*known}), bool(_SILENT & {*known}), " ".join(named))


def _zone(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the zone that the first words name, at most three of them, and the words after it."""
    while words and normalise(words[0].lower()) in _BETWEEN:
        words = words[1:]
    for count in (3, 2, 1):
        if len(words) >= count and (zone := read_zone(" ".join(words[:count]))):
            return zone, words[count:]
    return None, words
