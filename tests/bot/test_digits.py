import pytest

from qa_bot.bot.digits import in_digits
from qa_bot.bot.markup import Line, Quoted, Run, bold, code, line, marked, to_plain
from qa_bot.bot.sending import Letter


def written(*blocks: Line | Quoted, chosen: str = "arabic") -> str:
    return to_plain(in_digits(Letter(blocks), chosen).page)


def test_what_the_bot_says_has_the_chosen_digits() -> None:
    assert written(line("رجب ", bold("15هـ"), " ≈ 636م")) == "رجب ١٥هـ ≈ ٦٣٦م"
    assert written(line("رجب 15هـ"), chosen="") == "رجب 15هـ"


def test_what_is_quoted_or_copied_stays_as_it_is() -> None:
    assert written(line("«", *marked("سنة 15 من الهجرة", {}), "» ص 3")) == "«سنة 15 من الهجرة» ص ٣"
    assert written(Quoted((Run("سنة 15"),))) == "سنة 15"
    assert written(line("اكتب: ", code("/timeline دمشق 13-20هـ"))) == "اكتب: /timeline دمشق 13-20هـ"


@pytest.mark.parametrize("text", ["Result 2 of 3", "البحث بطريقة BM25", "رخصته GPL-3.0-or-later"])
def test_latin_words_keep_their_digits(text: str) -> None:
    assert written(line(text)) == text
