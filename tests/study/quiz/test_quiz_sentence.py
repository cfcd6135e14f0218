import pytest

from builders import build_document
from fakes import card_of
from qa_bot.study.quiz.sentence import explanation, fit_sentences

FIT = "كانت معركة أجنادين في جمادى الأولى سنة 13هـ على أشهر الأقوال."


def fit(text: str) -> list[str]:
    document, [passage] = build_document("d", text, title="أجنادين")
    return [sentence.text for sentence in fit_sentences(passage, card_of(document, [passage]))]


def test_a_whole_sentence_that_stands_alone_is_fit_with_its_dates_in_its_own_text() -> None:
    document, [passage] = build_document("d", f"هذا أول. {FIT}", title="أجنادين")
    [sentence] = fit_sentences(passage, card_of(document, [passage]))
    assert sentence.text == FIT
    assert [mention.span.of(FIT) for mention in sentence.dates] == ["جمادى الأولى سنة 13هـ"]


@pytest.mark.parametrize(
    "text",
    [
        "وكان ذلك في جمادى الأولى سنة 13هـ على أشهر الأقوال عندهم.",
        "كانت معركة أجنادين سنة 13هـ وقيل بل كانت سنة 15هـ.",
        "كانت أجنادين سنة 13هـ.",
        "كانت معركة أجنادين في جمادى الأولى سنة 13هـ على أشهر الأقوال",
        "ومن بني مازن بن النجار: قيس بن مخلد وكيسان عبد لهم.",
        "قال ابن هشام: أسره خراش بن الصمة أحد بني حرام يومئذ.",
        "حدثني العباس بن هشام الكلبي عن أبيه عن جده بذلك.",
        " ".join(["كلمة"] * 25) + ".",
    ],
)
def test_what_leans_on_others_tells_two_things_or_is_too_short_or_long_is_not(text: str) -> None:
    assert fit(text) == []


def test_where_room_is_short_the_author_goes_first_and_then_the_heading() -> None:
    document, [passage] = build_document("d", FIT, title="فتوح", author="البلاذري " * 12, headings=("باب " * 8,))
    card = card_of(document, [passage])
    texts = FIT[:30], FIT, FIT * 2 + FIT[:40]
    citations = [(explanation(text, passage, card) or "").rpartition("📖 ")[2] for text in texts]
    assert [citation.split("،")[0].split()[0] for citation in citations] == ["البلاذري", "فتوح", "فتوح"]
    assert [citation.count("باب") for citation in citations] == [8, 8, 0]
    assert explanation(FIT * 4, passage, card) is None
