"""Commands as people type them: «/when Badr», «/متى بدر», «/ask@bot …»."""

import re
from dataclasses import dataclass

_COMMAND = re.compile(r"/(?P<name>[^\s@/]+)(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL)
_NAMES = {
    "start": "start",
    "ابدأ": "start",
    "بدء": "start",
    "help": "help",
    "مساعدة": "help",
    "ask": "ask",
    "اسأل": "ask",
    "سؤال": "ask",
    "when": "when",
    "متى": "when",
    "timeline": "timeline",
    "خط": "timeline",
    "الخط_الزمني": "timeline",
    "خط_زمني": "timeline",
    "أحداث": "timeline",
    "today": "today",
    "اليوم": "today",
    "read": "read",
    "اقرأ": "read",
    "قراءة": "read",
    "daily": "daily",
    "يوميا": "daily",
    "كل_يوم": "daily",
    "quiz": "quiz",
    "اختبار": "quiz",
    "اختبرني": "quiz",
    "scores": "scores",
    "النتائج": "scores",
    "نتائج": "scores",
    "report": "report",
    "تقرير": "report",
    "sources": "sources",
    "المصادر": "sources",
    "المكتبة": "sources",
    "add": "add",
    "أضف": "add",
    "إضافة": "add",
    "library": "library",
    "نصوصنا": "library",
    "نصوصي": "library",
    "settings": "settings",
    "collections": "collections",
    "مجموعات": "collections",
    "المجموعات": "collections",
    "إعدادات": "settings",
    "الإعدادات": "settings",
    "about": "about",
    "عن": "about",
    "privacy": "privacy",
    "الخصوصية": "privacy",
    "export_me": "export_me",
    "بياناتي": "export_me",
    "forget_me": "forget_me",
    "unanswered": "unanswered",
    "أسئلة_بلا_جواب": "unanswered",
    "انسني": "forget_me",
}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `name` in English, as it was typed where nobody knows it; `bot` is whose, empty where anyone's.

    `rest` is what follows it.
    """

    name: str
    known: bool
    bot: str
    rest: str


def read_command(text: str) -> Command | None:
    """Return the command that `text` is; None where it is none.

    >>> read_command("/متى أجنادين")
    Command(name='when', known=True, bot='', rest='أجنادين')
    >>> read_command("متى أجنادين") is None
    True
    """
    found = _COMMAND.fullmatch(text)
    if found is None:
        return None
    typed = found["name"].lower()
    return Command(_NAMES.get(typed, typed), typed in _NAMES, found["bot"] or "", (found["rest"] or "").strip())
