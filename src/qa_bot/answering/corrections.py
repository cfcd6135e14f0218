"""What doors tell of how a question was read: corrections and names, each once."""

from collections.abc import Iterable

from qa_bot.model.answer import Understood


def told_reading(understood: Understood) -> str:
    """Return the Arabic that a Latin name was read as; empty without one, or where topic or corrections say it."""
    if not understood.readings:
        return ""
    name = understood.readings[0]
    said = [read for _, read in understood.corrections]
    return "" if any(name in read for read in said) or (understood.carried and name == understood.topic) else name


def corrections_line(understood: Understood) -> str:
    """Return each correction, what was typed behind it in brackets; empty for none.

    No quotation marks: what stands in those stands in a text.

    >>> from qa_bot.model.answer import QuestionKind
    >>> typed = (("اليرموظ", "اليرموك"), ("ljn", "متى"))
    >>> corrections_line(Understood("متى اليرموك", QuestionKind.WHEN, corrections=typed))
    'اليرموك (بدل: اليرموظ)، متى (بدل: ljn)'
    """
    return corrections_of(understood.corrections)


def corrections_of(corrections: Iterable[tuple[str, str]]) -> str:
    """Return pairs of what was typed and what was read instead as one line; empty for none."""
    return "، ".join(f"{read} (بدل: {asked})" for asked, read in corrections)
