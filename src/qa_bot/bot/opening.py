"""What stands above an answer: how the question was read. It is read back when a button is pressed."""

from dataclasses import dataclass
from functools import cache

from qa_bot.answering.corrections import corrections_line, told_reading
from qa_bot.bot.bidi import strip_controls
from qa_bot.bot.cut import one_line
from qa_bot.bot.markup import Line, to_plain
from qa_bot.bot.texts import BLANK, Texts, all_texts
from qa_bot.model.answer import Understood

_LIMIT_UTF16 = 200
_MOST_LINES = 5
_PARTS = ("asked", "topic", "apart", "reading", "corrected")  # in the order of their lines


@dataclass(frozen=True, slots=True)
class Opening:
    """How a question was read; an empty string is nothing to say.

    `asked` is the question where it doesn't stand in the message replied to, `topic` what a follow-up took
    from the question before, `apart` what it would have taken, had the asker not said no. `reading` is the Arabic that
    a Latin name was read as, `corrected` what was read instead of words as they were typed, with these.
    """

    asked: str = ""
    topic: str = ""
    reading: str = ""
    corrected: str = ""
    apart: str = ""


def opening_of(understood: Understood, asked: str = "") -> Opening:
    """Return what to tell the asker of how the question was read; a name that is all of the topic is said once."""
    topic = understood.topic if understood.carried else ""
    return Opening(asked, topic, told_reading(understood), corrections_line(understood))


def named_topic(opening: Opening) -> str:
    """Return the topic that stands above a card, taken up or set apart; empty for none."""
    return opening.topic or opening.apart


def opening_lines(opening: Opening, texts: Texts) -> tuple[Line, ...]:
    """Return the opening as lines with a blank one after them; nothing where there is nothing to say."""
    parts = {part: getattr(opening, part) for part in _PARTS}
    said = [texts.line(f"opening-{part}", said=one_line(value, _LIMIT_UTF16)) for part, value in parts.items() if value]
    return (*said, BLANK) if said else ()


def read_opening(card_text: str) -> Opening:
    r"""Return the opening that stands above a card, whichever language it is in.

    >>> read_opening("عن: معركة اليرموك\n\n«وقعت ...»").topic
    'معركة اليرموك'
    """
    found = {}
    for text in card_text.splitlines()[:_MOST_LINES]:
        for part, label in _labels():
            if text.startswith(label):
                found[part] = strip_controls(text.removeprefix(label)).strip()
    return Opening(**found)


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Return what stands before each part, in every language."""
    return tuple(
        (part, strip_controls(to_plain(texts.page(f"opening-{part}", said=""))))
        for texts in all_texts().values()
        for part in _PARTS
    )
