"""What was read instead of what was typed, in one line of Arabic."""

from qa_bot.model.answer import Understood


def corrections_line(understood: Understood) -> str:
    """Return each correction, what was typed behind it in brackets; empty for none.

    No quotation marks: what stands in those stands in a text.

    >>> from qa_bot.model.answer import QuestionKind
    >>> typed = (("اليرموظ", "اليرموك"), ("ljn", "متى"))
    >>> corrections_line(Understood("متى اليرموك", QuestionKind.WHEN, corrections=typed))
    'اليرموك (بدل: اليرموظ)، متى (بدل: ljn)'
    """
    return "، ".join(f"{read} (بدل: {asked})" for asked, read in understood.corrections)
