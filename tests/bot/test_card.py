import unicodedata
from dataclasses import replace

import pytest
from bidi import get_base_level, get_display

from builders import build_document
from fakes import RAJAB_15, card_of, yarmuk, yarmuk_answer, yarmuk_quote
from qa_bot.bot.bidi import FSI, PDI, RLM, strip_controls
from qa_bot.bot.card import Result, answer_card, result_card
from qa_bot.bot.cut import MESSAGE_LIMIT_UTF16
from qa_bot.bot.markup import Page, Quoted, page_length_utf16, to_html, to_plain
from qa_bot.bot.opening import Opening, opening_lines
from qa_bot.model.answer import Answer, DateAccount, LifeDate, LifeEvent, QuestionKind, Quote, QuotedDate, Understood
from qa_bot.model.calendar import Calendar, MentionSource
from qa_bot.model.corpus import Span
from qa_bot.model.reckoning import Comparison, Reckoning, TimeSpan
from spoken import ARABIC, ENGLISH

RIGHT_TO_LEFT = 1
WHEN = Understood("متى كانت اليرموك؟", QuestionKind.WHEN, "اليرموك")

FOUND_CARD = """\
RLM«وكانت وقعة <b>اليرموك</b> في <u>رجب سنة خمس عشرة</u> من الهجرة.»
RLM🗓 <b>FSIرجب 15هـPDI</b> ≈ FSIبين آب/أغسطس وأيلول/سبتمبر 636مPDI (حسابيًّا)

<blockquote expandable><b>وكانت وقعة اليرموك في رجب سنة خمس عشرة من الهجرة.</b> \
وقاد المسلمين فيها أبو عبيدة وخالد بن الوليد.</blockquote>

RLM📖 FSIمعركة اليرموك، «الوقعة»PDI"""

NOT_FOUND_CARD = """\
لم أجد في النصوص التي عندي جوابًا عن هذا السؤال.

أقرب ما وجدتُ، وليس جوابًا:
RLM• FSIمعركة اليرموك، «الوقعة»PDI

جرّب كلماتٍ أخرى أو اسمًا أدقّ، وانظر FSI/sourcesPDI"""


def answer(*, found: bool = True, understood: Understood = WHEN) -> Answer:
    document, passages = yarmuk()
    return yarmuk_answer(understood, found=found, document=document, passages=passages)


def quote_of(text: str, span: Span) -> Quote:
    document, passages = build_document("d", text)
    return Quote(passages[0], card_of(document, passages), span, "كتاب، ص1")


def named(html: str) -> str:
    """Return `html` with the characters that nobody sees written by name."""
    return html.replace(RLM, "RLM").replace(FSI, "FSI").replace(PDI, "PDI")


def lines(page: Page) -> list[str]:
    return [line for line in to_plain(page).splitlines() if line]


def test_a_card_holds_the_sentence_its_date_the_passage_and_the_citation() -> None:
    assert named(to_html(answer_card(answer(), ARABIC))) == FOUND_CARD


def test_the_likely_answer_is_underlined() -> None:
    quote = replace(quote_of("قاد المسلمين خالد بن الوليد.", Span(0, 28)), answer_span=Span(13, 27))
    assert "«قاد المسلمين <u>خالد بن الوليد</u>.»" in to_html(result_card(Result(quote), ARABIC))


def test_where_the_texts_do_not_tell_the_card_says_so_and_names_what_came_nearest_once() -> None:
    assert named(to_html(answer_card(answer(found=False), ARABIC))) == NOT_FOUND_CARD


def test_conditions_that_no_passage_meets_are_named_as_they_were_typed() -> None:
    understood = replace(WHEN, conditions=('"معركة اليرموك"', "-الروم"))
    said = strip_controls(to_plain(answer_card(Answer(understood, 0.0), ARABIC)))
    assert said.splitlines()[0] == 'لم أجد مقطعًا يوافق ما اشترطتَه: "معركة اليرموك" -الروم'


def test_without_any_hit_nothing_is_called_nearest() -> None:
    card = answer_card(replace(answer(found=False), hits=()), ARABIC)
    assert "أقرب" not in to_plain(card)


@pytest.mark.parametrize("found", [True, False])
def test_every_line_of_an_arabic_card_runs_right_to_left(found: bool) -> None:
    opening = opening_lines(Opening("When was Yarmuk?", "Yarmuk", "Tabuk"), ARABIC)
    card = answer_card(answer(found=found), ARABIC, opening)
    assert [line for line in lines(card) if get_base_level(line) != RIGHT_TO_LEFT] == []


def test_the_eye_meets_the_hijri_date_first_from_the_right_and_each_number_whole() -> None:
    line = lines(answer_card(answer(), ARABIC))[1]
    seen = [char for char in strip_controls(get_display(line)) if not unicodedata.combining(char)]
    assert "".join(seen) == ")ايباسح( م636 ربمتبس/لوليأو سطسغأ/بآ نيب ≈ ـه15 بجر 🗓"


def test_a_latin_citation_does_not_turn_its_line() -> None:
    quote = replace(yarmuk_quote(*yarmuk()), citation="Donner (1981), p. 128-129")
    line = lines(result_card(Result(quote), ARABIC))[-1]
    assert get_base_level(line) == RIGHT_TO_LEFT
    assert strip_controls(get_display(line)) == "Donner (1981), p. 128-129 📖"


def test_the_quoted_words_are_verbatim_marks_and_all() -> None:
    text = "فَلَمَّا الْتَقَى النَّاسُ <بِأَجْنَادِينَ> & اقْتَتَلُوا."
    card = to_plain(result_card(Result(quote_of(text, Span(0, len(text)))), ARABIC))
    assert card.split("«", 1)[1].split("»", 1)[0] == text


def test_a_passage_that_says_no_more_than_the_sentence_is_not_repeated() -> None:
    card = result_card(Result(quote_of("وقعت بدر.", Span(0, 9))), ARABIC)
    assert not any(isinstance(block, Quoted) for block in card)


def test_a_later_result_tells_its_place() -> None:
    card = result_card(Result(yarmuk_quote(*yarmuk()), rank=2, count=3), ARABIC)
    assert lines(card)[-1] == "النتيجة 2 من 3"


def test_a_nearest_passage_is_not_passed_off_as_an_answer() -> None:
    card = result_card(Result(yarmuk_quote(*yarmuk()), nearest=True), ARABIC)
    assert lines(card)[0] == "ليس هذا جوابًا، بل من أقرب ما وجدتُ في النصوص:"


def test_an_english_card_keeps_its_quotes_arabic_and_right_to_left() -> None:
    card = lines(answer_card(answer(), ENGLISH))
    # The date alone is in English.
    assert [get_base_level(line) for line in card] == [RIGHT_TO_LEFT, 0, RIGHT_TO_LEFT, RIGHT_TO_LEFT]
    assert strip_controls(card[1]) == "🗓 Rajab 15 AH ≈ between August and September 636 CE (computed)"
    assert lines(answer_card(answer(found=False), ENGLISH))[0] == "The texts that I have don't answer this question."


SENTENCE = "وقعت بدر في السنة الثانية. "


@pytest.mark.parametrize("repeated", [100, 500, 5_000])
def test_a_passage_that_is_too_long_is_shortened_at_a_sentence_and_the_card_says_so(repeated: int) -> None:
    card = result_card(Result(quote_of(SENTENCE * repeated, Span(0, 26))), ARABIC)
    assert page_length_utf16(card) <= MESSAGE_LIMIT_UTF16
    fold = next(block for block in card if isinstance(block, Quoted))
    shown = "".join(run.text for run in fold.runs)
    assert shown.endswith("الثانية." if repeated > 100 else "الثانية. ")
    assert (ARABIC.text("shortened") in to_plain(card)) == (repeated > 100)


def test_a_shortened_passage_still_holds_the_sentence_that_answers() -> None:
    text = SENTENCE * 400 + "ووقعت أحد في السنة الثالثة. " + SENTENCE * 400
    span = Span(len(SENTENCE) * 400, len(SENTENCE) * 400 + 27)
    card = result_card(Result(quote_of(text, span)), ARABIC)
    assert "<b>ووقعت أحد في السنة الثالثة.</b>" in to_html(card)
    assert page_length_utf16(card) <= MESSAGE_LIMIT_UTF16


def test_a_sentence_without_end_is_cut_after_a_word_with_the_ellipsis_outside_the_quotation() -> None:
    text = "وقعت " * 2_000
    card = to_plain(result_card(Result(quote_of(text, Span(0, len(text)))), ARABIC))
    assert "وقعت» …" in card


def test_emoji_count_twice_as_telegram_counts_them() -> None:
    card = result_card(Result(quote_of("وقعت بدر. " + "📖 " * 2_000, Span(0, 9))), ARABIC)
    assert page_length_utf16(card) <= MESSAGE_LIMIT_UTF16


def test_a_text_that_begins_with_a_digit_does_not_turn_its_quotation() -> None:
    card = result_card(Result(quote_of("634 وقعت. ثم كانت أخرى.", Span(4, 9))), ARABIC)
    fold = next(block for block in card if isinstance(block, Quoted))
    assert fold.runs[0].text == RLM


UNSURE_CARD = """\
لا أجزم بتاريخ واحد، وهذا أقرب ما في النصوص إلى سؤالك:

RLM«مات هرقل <u>سنة 19هـ</u>.»
RLM📖 FSIكتاب، ص1PDI

RLM«وذكر موته.»
RLM🗓 <b>FSIرجب 15هـPDI</b> ≈ FSIبين آب/أغسطس وأيلول/سبتمبر 636مPDI (حسابيًّا) · من العنوان
RLM📖 FSIكتاب، ص1PDI"""


def dated_quotes() -> tuple[Quote, Quote]:
    inside = QuotedDate(RAJAB_15, MentionSource.WRITTEN, Span(9, 17))
    first = replace(quote_of("مات هرقل سنة 19هـ.", Span(0, 18)), date_spans=(Span(9, 17),), dates=(inside,))
    second = replace(quote_of("وذكر موته.", Span(0, 10)), dates=(QuotedDate(RAJAB_15, MentionSource.HEADING),))
    return first, second


def test_where_no_date_is_sure_the_dated_sentences_stand_with_what_dates_them() -> None:
    card = named(to_html(answer_card(Answer(WHEN, 0.5, dated_quotes()), ARABIC)))
    assert card == UNSURE_CARD.replace("من العنوان", ARABIC.text("by-heading"))


def test_what_two_dates_make_stands_under_both_sentences() -> None:
    apart = TimeSpan(Calendar.HIJRI, 6, 6)
    told = Reckoning(Comparison.BETWEEN, ("بدر", "فتح مكة"), (RAJAB_15, RAJAB_15), 0, apart)
    card = lines(answer_card(Answer(WHEN, 0.9, dated_quotes(), reckoned=told), ARABIC))
    assert [strip_controls(line) for line in card] == [
        "«مات هرقل سنة 19هـ.»",
        "📖 كتاب، ص1",
        "«وذكر موته.»",
        f"🗓 رجب 15هـ ≈ بين آب/أغسطس وأيلول/سبتمبر 636م (حسابيًّا) · {ARABIC.text('by-heading')}",
        "📖 كتاب، ص1",
        "🧮 بينهما 6 سنين: بدر (رجب 15هـ)، ثم فتح مكة (رجب 15هـ). (حسابٌ من التاريخين، لا من لفظ النصوص)",
    ]


def test_where_texts_differ_the_card_names_every_date() -> None:
    quotes = dated_quotes()
    accounts = (DateAccount((RAJAB_15,), quotes[:1], ("الواقدي",)), DateAccount((RAJAB_15,), quotes[1:], ("سيف",)))
    card = lines(answer_card(Answer(WHEN, 0.5, quotes, accounts=accounts), ARABIC))
    assert [strip_controls(line)[:20] for line in card[1:4]] == [
        "تختلف الروايات في تا",
        "🗓 رجب 15هـ ≈ بين آب/",
        "🗓 رجب 15هـ ≈ بين آب/",
    ]


def test_a_card_of_a_person_says_death_and_birth_and_leaves_the_rest_below() -> None:
    died, _ = dated_quotes()
    born, other = quote_of("ولد سنة 1هـ.", Span(0, 12)), quote_of("غزا سنة 8هـ.", Span(0, 12))
    life = (LifeDate(LifeEvent.DEATH, died, (RAJAB_15,)), LifeDate(LifeEvent.BIRTH, born, (RAJAB_15,)))
    told = Answer(WHEN, 0.9, (died, born, other), life=life)
    card = [strip_controls(each) for each in lines(answer_card(told, ARABIC))]
    assert [each for each in card if each.startswith("🗓")] == [
        "🗓 الوفاة: رجب 15هـ ≈ بين آب/أغسطس وأيلول/سبتمبر 636م (حسابيًّا)",
        "🗓 المولد: رجب 15هـ ≈ بين آب/أغسطس وأيلول/سبتمبر 636م (حسابيًّا)",
    ]
    assert card[-3:-1] == ["ومن التواريخ أيضًا", "«غزا سنة 8هـ.»"]


def test_a_card_of_a_person_without_birth_and_death_says_so() -> None:
    other = quote_of("غزا سنة 8هـ.", Span(0, 12))
    card = [strip_controls(each) for each in lines(answer_card(Answer(WHEN, 0.9, (other,), life=()), ARABIC))]
    assert card[:2] == ["لا تذكر النصوص التي عندي متى كان المولد ولا الوفاة، وهذه تواريخ أخرى فيها:", "«غزا سنة 8هـ.»"]
