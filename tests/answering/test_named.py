"""Names of persons and places among the words of a sentence."""

import pytest

from qa_bot.answering.named import full_name, person_told, persons_in, places_in, unsaid
from qa_bot.text.tokenise import tokenise


def persons(text: str) -> list[str]:
    return [token.span.of(text) for token, _ in persons_in(tokenise(text))]


def places(text: str) -> dict[str, float]:
    return {token.span.of(text): sure for token, sure in places_in(tokenise(text))}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قاد الجيش خالد بن الوليد", ["خالد", "الوليد"]),
        ("وقاد خالد الميمنة", ["خالد"]),
        ("وخالد بن الوليد", ["وخالد", "الوليد"]),
        ("قتل باهان وخالد", ["باهان", "وخالد"]),
        ("قتله وحشي بن حرب", ["وحشي", "حرب"]),
        ("وكان على الميمنة أبو عبيدة", ["عبيدة"]),
        ("انهزم الجيش في السنة الثانية", []),
    ],
)
def test_a_descent_a_kunya_and_a_known_name_name_persons(text: str, named: list[str]) -> None:
    assert persons(text) == named


def test_a_descent_is_surer_than_a_known_name() -> None:
    assert [sure for _, sure in persons_in(tokenise("وحشي بن حرب"))] == [1.0, 0.8]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("عند الواقدي قاد خالد الميمنة", ["خالد"]),
        ("عند ابن إسحاق والواقدي قاد خالد الميمنة", ["خالد"]),
        ("فتحها خالد في خلافة عمر", ["خالد"]),
        ("فتحها خالد وقال الطبري", ["خالد"]),
    ],
)
def test_who_tells_it_and_whose_days_they_were_is_left_out(text: str, named: list[str]) -> None:
    assert persons(text) == named


def test_places_of_the_gazetteer_are_surer_behind_a_preposition() -> None:
    assert places("سار إلى دمشق وبلغ حمص ومات بحلب") == {"دمشق": 1.0, "حمص": 0.6, "بحلب": 1.0}


def test_what_is_in_no_gazetteer_is_no_place() -> None:
    assert places("سار إلى الجبل") == {}


def test_names_that_the_question_has_are_said() -> None:
    tokens = tokenise("قاد خالد بن الوليد جيش سعد")
    assert [token.term for token, _ in unsaid(persons_in(tokens), ["خالد", "الوليد"])] == ["سعد"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قاد الجيش خالد بن الوليد.", "خالد بن الوليد"),
        ("وقاد الجيش أبو عبيدة بن الجراح.", "أبو عبيدة بن الجراح"),
        ("قاد محمد وخالد بن الوليد الجيش.", "خالد بن الوليد"),
        ("قاد سعد، ثم خالد.", "سعد"),
        ("انهزم الجيش.", ""),
    ],
)
def test_the_first_of_the_surest_persons_is_told_with_the_whole_name(text: str, person: str) -> None:
    assert person_told(text, tokenise(text), ["قاد", "الجيش"]) == person


@pytest.mark.parametrize(
    ("text", "first", "name"),
    [
        ("سعد بن أبي وقاص الزهري", "سعد", "سعد بن أبي وقاص"),
        ("وأسامة بن زيد بن حارثة", "واسامه", "أسامة بن زيد بن حارثة"),
        ("وردان مولى عمرو", "وردان", "وردان"),
        ("زيد بن", "زيد", "زيد"),
    ],
)
def test_a_whole_name_holds_kunya_and_descent_and_no_conjunction(text: str, first: str, name: str) -> None:
    tokens = tokenise(text)
    assert full_name(text, tokens, next(token for token in tokens if token.term == first)) == name
