from itertools import pairwise

from qa_bot.model.corpus import Span
from qa_bot.text.clauses import part_clauses, within


def parts(text: str, asides: list[tuple[int, int]] | None = None) -> list[str]:
    return [span.of(text) for span in part_clauses(text, Span(0, len(text)), asides or [])]


def words(count: int) -> str:
    return " ".join(["كلمة"] * count)


def test_sixty_words_stay_whole() -> None:
    text = words(60)
    assert parts(text) == [text]


def test_a_semicolon_is_the_best_place_to_part() -> None:
    assert parts(f"{words(30)}، ثم {words(6)}؛ {words(40)}") == [f"{words(30)}، ثم {words(6)}؛", words(40)]


def test_a_comma_before_a_new_clause_is_better_than_one_in_an_enumeration() -> None:
    text = f"{words(30)}، وحمص، ودمشق، وفحل {words(5)}، وكان فتحها في رجب من تلك السنة {words(25)}"
    assert parts(text)[1].startswith("وكان فتحها")


def test_verbs_that_carry_a_story_on_part_text_without_punctuation() -> None:
    text = f"خرج الجيش {words(30)} ثم نزلوا حمص {words(40)}"
    assert parts(text) == [f"خرج الجيش {words(30)}", f"ثم نزلوا حمص {words(40)}"]


def test_a_chain_of_tellers_is_parted_only_where_nothing_else_is_near() -> None:
    text = f"{words(25)} قال حدثنا {words(4)} فلما قدموا {words(40)}"
    assert parts(text)[1].startswith("فلما قدموا")


def test_vowel_marks_do_not_hide_a_place_to_part() -> None:
    text = f"{words(35)} ثُمَّ سار {words(35)}"
    assert parts(text) == [words(35), f"ثُمَّ سار {words(35)}"]


def test_nothing_is_parted_inside_brackets() -> None:
    text = f"{words(20)} ({words(10)} ثم {words(10)}) {words(30)}"
    aside = (text.index("("), text.index(")") + 1)
    assert parts(text, [aside]) == [text]


def test_text_without_any_place_to_part_stays_whole() -> None:
    assert parts(words(200)) == [words(200)]


def test_no_scrap_is_left_at_the_end() -> None:
    text = f"{words(58)} ثم مات ودفن"
    assert parts(text) == [text]


def test_parts_are_short_where_there_are_places_enough() -> None:
    text = " ثم ".join(words(9) for _ in range(100))
    assert all(15 <= len(part.split()) <= 60 for part in parts(text))
    spans = part_clauses(text, Span(0, len(text)), [])
    assert all(text[before.end : after.start] == " " for before, after in pairwise(spans))


def test_an_aside_holds_its_first_offset_and_not_its_end() -> None:
    asides = [(2, 5), (9, 12)]
    assert [offset for offset in range(14) if within(asides, offset)] == [2, 3, 4, 9, 10, 11]
