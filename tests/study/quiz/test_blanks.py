import pytest

from qa_bot.study.quiz.blanks import Blank, blanks_in
from qa_bot.study.quiz.question import QuizKind
from qa_bot.text.dates import find_dates
from qa_bot.text.tokenise import tokenise


def blanks(text: str) -> list[Blank]:
    return list(blanks_in(text, tokenise(text), find_dates(text)))


def gaps(text: str, kind: QuizKind) -> list[str]:
    return [blank.span.of(text) for blank in blanks(text) if blank.kind is kind]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("كانت الوقعة في جمادى الأولى سنة 13هـ.", "13هـ"),
        ("كانت الوقعة في السنة الثامنة للهجرة.", "الثامنة للهجرة"),
        ("كانت الوقعة سنة ثلاث عشرة للهجرة.", "ثلاث عشرة للهجرة"),
        ("ويؤرخها كيغي بشهر يوليو 634م.", "634م"),
    ],
)
def test_of_a_date_the_year_alone_is_left_out(text: str, year: str) -> None:
    assert gaps(text, QuizKind.YEAR) == [year]


@pytest.mark.parametrize("text", ["كانت قبل فتح مكة الذي كان في السنة نفسها.", "دامت الحرب من سنة 602م."])
def test_what_names_no_year_of_its_own_is_no_gap_for_one(text: str) -> None:
    assert gaps(text, QuizKind.YEAR) in ([], ["602م"])


def test_years_in_digits_in_words_and_by_number_are_not_mixed_up() -> None:
    texts = ("كانت سنة 8هـ.", "كانت سنة ثمان للهجرة.", "كانت في السنة الثامنة للهجرة.", "كانت سنة 630م.")
    [first, second, third, fourth] = [blanks(text)[0] for text in texts]
    assert len({first.style, second.style, third.style, fourth.style}) == 4
    assert first.key == second.key == third.key == "8"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قاد المسلمين خالد بن الوليد في الوقعة.", ["خالد بن الوليد"]),
        ("أرسل زيد بن حارثة وعبد الله بن رواحة إلى المدينة.", ["زيد بن حارثة", "عبد الله بن رواحة"]),
        ("سار إليهم هرقل بجيش عظيم.", ["هرقل"]),
        ("كان كسرى أبرويز ملك الفرس.", []),
        ("أعطى لسعد بن معاذ لواء.", []),
        ("وكان أبو سفيان صخر بن حرب قائدهم.", []),
        ("روى البلاذري عن قيس بن أبي حازم خبر الوقعة.", []),
        ("كذلك عدّه ابن إسحاق في السابقين.", []),
        ("وكانت في رواية سيف بن عمر سنة 15هـ.", []),
    ],
)
def test_whole_names_are_left_out_and_parts_of_names_are_not(text: str, names: list[str]) -> None:
    assert gaps(text, QuizKind.WHO) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ثم سار إلى دمشق وأقام بحمص.", ["دمشق"]),
        ("ورجع الجيش إلى المدينة.", []),
        ("وعسكروا على نهر دجلة.", []),
        ("وتزوج امرأة من جده.", []),
    ],
)
def test_a_place_behind_a_word_of_its_own_is_left_out(text: str, places: list[str]) -> None:
    assert gaps(text, QuizKind.WHERE) == places


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("وبلغ عدد الفرس أربعة آلاف مقاتل.", ["أربعة آلاف"]),
        ("وكان عمره ثلاثًا وستين سنة.", ["ثلاثًا وستين"]),
        ("وكانوا تسعة آلاف وعشرة آلاف.", []),
        ("وكانوا بضعة وثمانين رجلًا.", []),
        ("ومكث ليلتين ثم سار.", []),
        ("وكان ذلك سنة 13هـ.", []),
    ],
)
def test_whole_numbers_are_left_out_unless_they_are_vague_or_dates(text: str, numbers: list[str]) -> None:
    assert gaps(text, QuizKind.AMOUNT) == numbers


def test_numbers_of_another_case_or_gender_are_not_mixed_up() -> None:
    texts = ("قتل سبعون ألفا.", "قتلوا سبعين ألفا.", "قتل ثلاثة وسبعون رجلا.", "مضت ثلاث وسبعون سنة.")
    assert len({blanks(text)[0].style for text in texts}) == 4


@pytest.mark.parametrize(
    "text", ["ومن بني أسد بن عبد العزى رجال.", "وهم من ربيعة بن نزار.", "وبنو مليح بن عمرو رهط منهم."]
)
def test_a_tribe_is_no_man(text: str) -> None:
    assert gaps(text, QuizKind.WHO) == []
