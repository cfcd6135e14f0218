"""What the chat in the terminal says itself: to commands, greetings, thanks and goodbyes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from qa_bot.answering.small_talk import SmallTalk, small_talk_of
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.commands import read_command
from qa_bot.bot.language import texts_for
from qa_bot.bot.markup import Page, to_plain
from qa_bot.bot.texts import Texts
from qa_bot.model.corpus import DocumentCard

_MOST_LISTED = 60
_LISTS: Mapping[str, Callable[[str], "Heard"]] = {
    "sources": lambda _: Listing(),
    "timeline": lambda asked: Dated(asked),
    "today": lambda _: OfToday(),
}
_ENDING = frozenset({"quit", "exit", "bye", "خروج", "q"})
_HELP = """\
اكتب سؤالك كما تسأل صديقًا، مثل: متى كانت معركة اليرموك؟
ثم تابع إن شئت: ومن قادها؟
والسطر الفارغ يبدأ حديثًا جديدًا.

/when ثم اسم معركة أو علَم، بالعربية أو اللاتينية: متى كان؟
/timeline ثم اسم أو سنين: ما تؤرّخه النصوص بترتيب الزمن
/today ما تؤرّخه النصوص بمثل هذا اليوم
/sources النصوص التي أُجيب منها
/about كيف أعمل
/quit للخروج، وكذلك: خروج"""
_PRIVACY = "لا أكتب ما تسأل عنه على القرص، ولا أرسله إلى أحد: كل شيء يجري على جهازك."
_USAGE = "اكتب سؤالك أو الاسم بعد الأمر، مثل: /when أجنادين"
_NO_TEXTS = "المكتبة فارغة الآن."


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say that answers no question; `ends` tells that the chat is over."""

    text: str
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; `when` tells that it is a name, and its time is wanted."""

    text: str
    when: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The texts of the library are to be listed."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What the texts date of something is to be listed; `asked` is what of, empty for everything."""

    asked: str


@dataclass(frozen=True, slots=True)
class OfToday:
    """What the texts date to this day of the year is to be listed."""


Heard = Remark | Asked | Listing | Dated | OfToday


def heard(line: str) -> Heard:
    """Return what a line of the chat asks for; a line that is neither command nor small talk is a question."""
    if line.startswith("/"):
        return _commanded(line)
    said = small_talk_of(line)
    # Who writes in Latin letters is answered in English.
    return Asked(line) if said is None else _remark(said, texts_for("en", line))


def listed(documents: Sequence[DocumentCard]) -> str:
    """Return the library's texts, each on a line with its author, under their collections, unnamed ones last."""
    if not documents:
        return _NO_TEXTS
    ordered = sorted(documents, key=lambda each: (not each.metadata.collection, *_name(each)))
    lines: list[str] = []
    for collection, cards in groupby(ordered[:_MOST_LISTED], key=lambda each: each.metadata.collection):
        lines += [f"{collection or 'نصوص أخرى'}:", *(f"  {'، '.join(filter(None, _name(each)[1:]))}" for each in cards)]
    left = len(ordered) - _MOST_LISTED
    return "\n".join([*lines, *([f"… وغيرها، وعددها: {left}"] if left > 0 else [])])


def _name(document: DocumentCard) -> tuple[str, str, str]:
    known = document.metadata
    return known.collection, known.title, known.author


def _commanded(line: str) -> Heard:
    texts = texts_for(None)
    command = read_command(line)
    if command is None:
        return Remark(_plain(texts.page("page-unknown")))
    if command.name in ("ask", "when"):
        return Asked(command.rest, when=command.name == "when") if command.rest else Remark(_USAGE)
    if command.name in _LISTS:
        return _LISTS[command.name](command.rest)
    if command.name in _ENDING:
        return _remark(SmallTalk.GOODBYE, texts)
    pages = {"start": _HELP, "help": _HELP, "about": _plain(texts.page("page-about")), "privacy": _PRIVACY}
    return Remark(pages.get(command.name, _plain(texts.page("page-unknown"))))


def _remark(said: SmallTalk, texts: Texts) -> Remark:
    match said:
        case SmallTalk.HELP:
            return Remark(_HELP)
        case SmallTalk.WHO_ARE_YOU:
            return Remark(_plain(texts.page("page-who_are_you")))
        case SmallTalk.THANKS:
            return Remark(_plain(texts.page("page-thanks")))
        case SmallTalk.GREETING:
            return Remark(_plain(texts.page("page-greeting")))
        case SmallTalk.GOODBYE:
            return Remark(_plain(texts.page("page-goodbye")), ends=True)


def _plain(page: Page) -> str:
    # The signs of direction are Telegram's matter: terminals show them as boxes.
    return strip_controls(to_plain(page))
