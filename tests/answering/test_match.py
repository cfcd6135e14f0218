"""How well written words meet asked ones."""

from hypothesis import given
from hypothesis import strategies as st

from qa_bot.answering.likeness import SURELY_MET, likeness
from qa_bot.answering.match import Matcher, Weighted, coverage

ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=1, max_size=10)


# Words of one row, names of one place, forms of one word and numbers: made of chance letters such hardly come up.
MEANING_WORDS = st.sampled_from(
    [
        "قاد",
        "القايد",
        "مات",
        "وفاته",
        "القدس",
        "ايليا",
        "بالمقدس",
        "اليرموك",
        "يرموخ",
        "دفنوه",
        "634",
        "6340",
        "و",
        "قي",
    ]
)


@given(st.lists(ARABIC_WORDS | MEANING_WORDS, unique=True), ARABIC_WORDS | MEANING_WORDS)
def test_no_word_is_alike_without_being_found_so(asked: list[str], written: str) -> None:
    assert Matcher(asked).best([written]) == [likeness(word, written) for word in asked]


def test_coverage_is_the_share_of_weight_that_is_met() -> None:
    question = Weighted(("متي", "تبوك"), (1.0, 3.0), (1.0, 1.0))
    assert coverage(question, Matcher(question.words).best(["تبوك", "غزوه"])) == 0.75


def test_coverage_of_an_empty_question_is_nothing() -> None:
    assert coverage(Weighted((), (), ()), []) == 0.0


def test_a_word_said_before_weighs_nothing_beside_the_questions_own() -> None:
    question = Weighted(("قاد", "تبوك"), (2.0, 1.5), (1.0, 0.6))
    assert question.spoken == Weighted(("قاد", "تبوك"), (2.0, 0.0), (1.0, 0.6))


def test_a_question_that_says_nothing_itself_keeps_the_words_said_before() -> None:
    question = Weighted(("تبوك",), (1.5,), (0.6,))
    assert question.spoken == question


def test_a_written_word_meets_the_word_that_it_is_most_like() -> None:
    matcher = Matcher(("تبوك", "غزوه"))
    assert [matcher.meets(word) for word in ("وتبوك", "غزوه", "حطين")] == [0.95, 1.0, 0.0]


def test_each_word_is_met_where_a_text_meets_it() -> None:
    assert Matcher(("تبوك", "غزوه")).matches(["غزوه", "حطين", "وتبوك"]) == [[0.0, 0.0, 0.95], [1.0, 0.0, 0.0]]


@given(st.lists(ARABIC_WORDS | MEANING_WORDS, unique=True), st.lists(ARABIC_WORDS | MEANING_WORDS))
def test_one_look_at_a_text_tells_how_well_each_word_is_met_and_where(asked: list[str], written: list[str]) -> None:
    rows = Matcher(asked).matches(written)
    best, places = Matcher(asked).read(written, SURELY_MET)
    assert best == [max(row, default=0.0) for row in rows]
    assert places == [[at for at, match in enumerate(row) if match >= SURELY_MET] for row in rows]


def test_the_best_of_a_text_meets_each_word() -> None:
    assert Matcher(("تبوك", "حطين")).best(["غزوه", "تبوك", "وتبوك"]) == [1.0, 0.0]
    assert Matcher(("تبوك",)).best([]) == [0.0]
