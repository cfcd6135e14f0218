"""Two small texts for the whole program, what is asked of them, and what a clean run leaves behind."""

from pathlib import Path

from process import BotProcess
from telegram_stand_in import BotMessage, TelegramStandIn

WHEN = "متى كانت وقعة اليرموك؟"
SENTENCE = "كانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة بين المسلمين والروم."
UNANSWERABLE = "كم عدد أقمار كوكب المشتري؟"
YARMUK = f"""---
title: وقعة اليرموك
collection: فتوح الشام
---

# الوقعة

{SENTENCE} وقاد المسلمين فيها أبو عبيدة بن الجراح وخالد بن الوليد. ونزل الروم بقيادة باهان على وادي اليرموك
في جيش عظيم جاء من أنطاكية، ثم دارت الوقعة أياما.

# بعد الوقعة

انهزم الروم وتفرقوا في البلاد، وتراجع هرقل من حمص إلى القسطنطينية. ثم سار المسلمون إلى دمشق فدخلوها مرة أخرى،
وفتحوا بعدها حمص وقنسرين.
"""
TABUK = """---
title: غزوة تبوك
collection: السيرة
---

خرج الجيش إلى غزوة تبوك في رجب سنة تسع من الهجرة والحر شديد. ولم يكن في تبوك قتال، ثم عاد الجيش إلى المدينة.
"""


def write_texts(corpus: Path) -> Path:
    """Write both texts and return their folder."""
    (corpus / "yarmuk.md").write_text(YARMUK, encoding="utf-8")
    (corpus / "tabuk.md").write_text(TABUK, encoding="utf-8")
    return corpus


def assert_clean(server: TelegramStandIn, bot: BotProcess) -> None:
    assert [str(violation) for violation in server.violations] == []
    assert server.unanswered == []
    assert "Traceback" not in bot.log
    assert "[secret]" not in bot.log
    assert server.token not in bot.log
    assert server.token.split(":")[1] not in bot.log


def assert_answers(card: BotMessage) -> None:
    assert f"«{SENTENCE}»" in card.text
