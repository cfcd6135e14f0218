import csv
import io

from qa_bot.store.quizzes import Answered, Asked
from qa_bot.study.report import people_table, questions_table

NOW_S = 1_800_000_000.0
COLUMNS = ("ر", "ا", "ق", "ص", "م", "%", "7", "آ")


def rows(table: bytes) -> list[list[str]]:
    text = table.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def test_everyone_who_answered_has_a_row_the_best_first() -> None:
    long_ago = NOW_S - 30 * 86_400
    answers = [
        Answered(7, "مريم", True, long_ago),
        Answered(7, "مريم", True, NOW_S - 60),
        Answered(8, "أحمد، أبو زيد", False, NOW_S - 60),
    ]
    assert rows(people_table(answers, COLUMNS, now_s=NOW_S, zone="Asia/Riyadh")) == [
        [*COLUMNS],
        ["1", "مريم", "7", "2", "2", "100", "1", "2027-01-15 10:59"],
        ["2", "أحمد، أبو زيد", "8", "0", "1", "0", "0", "2027-01-15 10:59"],
    ]


def test_every_question_has_a_row_also_one_that_nobody_answered() -> None:
    asked = [Asked("كانت سنة ………", "13هـ", NOW_S, 3, 2), Asked("قاد ………", "خالد", NOW_S, 0, 0)]
    assert rows(questions_table(asked, COLUMNS[:6], zone="UTC"))[1:] == [
        ["2027-01-15 08:00", "كانت سنة ………", "13هـ", "3", "2", "66"],
        ["2027-01-15 08:00", "قاد ………", "خالد", "0", "0", ""],
    ]


def test_a_name_that_is_a_formula_is_shown_and_not_run() -> None:
    table = rows(people_table([Answered(1, "=1+1", True, NOW_S)], COLUMNS, now_s=NOW_S, zone="UTC"))
    assert table[1][1] == "'=1+1"
