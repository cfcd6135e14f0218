import ast
from pathlib import Path

import pytest

from qa_bot.errors import QaBotError, QuestionError, SetupError, UnavailableError

SOURCES = Path(__file__).parents[1] / "src" / "qa_bot"


@pytest.mark.parametrize("branch", [QuestionError, SetupError, UnavailableError])
def test_every_error_grows_on_one_tree(branch: type[QaBotError]) -> None:
    assert branch.__bases__ == (QaBotError,)


def test_a_question_error_has_a_sentence_for_the_asker_in_each_language() -> None:
    error = QuestionError("السؤال طويل.", "The question is too long.")
    assert (error.arabic, error.english, str(error)) == ("السؤال طويل.", *["The question is too long."] * 2)


def test_a_setup_error_ends_with_the_command_that_mends_it() -> None:
    error = SetupError("There is no index in index.", command="qa-bot index")
    assert str(error) == "There is no index in index.\n  To mend it: qa-bot index"
    assert (error.reason, error.command) == ("There is no index in index.", "qa-bot index")


def test_a_setup_error_without_a_command_is_its_reason() -> None:
    error = SetupError("Another build is under way.")
    assert (str(error), error.reason, error.command) == (*["Another build is under way."] * 2, None)


def test_an_unavailable_error_tells_when_to_try_again_where_that_is_known() -> None:
    assert UnavailableError("Telegram is busy.", retry_after_s=2.5).retry_after_s == 2.5
    assert UnavailableError("Telegram is busy.").retry_after_s is None


def test_every_error_class_stands_in_that_tree() -> None:
    modules = [
        ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES.rglob("*.py") if path.name != "errors.py"
    ]
    classes = [node for module in modules for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    bases = {(each.name, base.id) for each in classes for base in each.bases if isinstance(base, ast.Name)}
    assert {name for name, base in bases if base == "Exception" or base.endswith("Error")} == set()
