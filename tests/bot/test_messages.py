from pathlib import Path

import pytest

from qa_bot.bot.messages import Messages, read_messages
from qa_bot.errors import SetupError

COUNTED = """
texts =
    { $count ->
        [zero] لا نصوص
        [one] نصّ واحد
        [two] نصّان
        [few] { $count } نصوص
        [many] { $count } نصًّا
       *[other] { $count } نصّ
    } هنا
"""


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا نصوص هنا"),
        (1, "نصّ واحد هنا"),
        (2, "نصّان هنا"),
        (3, "3 نصوص هنا"),
        (10, "10 نصوص هنا"),
        (11, "11 نصًّا هنا"),
        (99, "99 نصًّا هنا"),
        (100, "100 نصّ هنا"),
        (102, "102 نصّ هنا"),
        (103, "103 نصوص هنا"),
        (12345, "12345 نصًّا هنا"),
    ],
)
def test_a_number_chooses_the_plural_form_of_its_language_and_has_no_separators(count: int, said: str) -> None:
    assert Messages("ar", {"ar/a.ftl": COUNTED}).filled("texts", {"count": count}) == said


def test_what_stands_beside_a_message_has_its_name_too() -> None:
    messages = Messages("en", {"en/a.ftl": "zone = Time zone\n    .meaning = By { $whose } clocks?\n"})
    assert messages.filled("zone", {}) == "Time zone"
    assert messages.filled("zone.meaning", {"whose": "the king's"}) == "By the king's clocks?"
    assert messages.variables == {"zone": frozenset(), "zone.meaning": frozenset({"whose"})}


def test_a_message_that_refers_to_another_has_its_variables_too() -> None:
    messages = Messages("en", {"en/a.ftl": "passages = { $count } passages\nsize = { passages }, { $words } words\n"})
    assert messages.variables["size"] == {"count", "words"}
    assert messages.filled("size", {"count": 3, "words": 200}) == "3 passages, 200 words"


@pytest.mark.parametrize(("name", "values"), [("there", {}), ("there", {"names": "Ali"}), ("gone", {})])
def test_a_missing_message_or_value_is_an_error_and_never_shown(name: str, values: dict[str, str]) -> None:
    with pytest.raises(LookupError, match=name):
        Messages("en", {"en/a.ftl": "there = Hello { $name }"}).filled(name, values)


def test_a_message_that_refers_to_one_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="kinds"):
        Messages("en", {"en/a.ftl": "usage = I read { -kinds }"}).filled("usage", {})


def read(folder: Path, **languages: str) -> dict[str, Messages]:
    for language, messages in languages.items():
        (folder / language).mkdir()
        (folder / language / "all.ftl").write_text(messages, "utf-8")
    return read_messages(folder)


def test_each_folder_is_a_language(tmp_path: Path) -> None:
    found = read(tmp_path, ar="hello = أهلًا\n", en="hello = Hello\n", tr="hello = Merhaba\n")
    assert {code: messages.filled("hello", {}) for code, messages in found.items()} == {
        "ar": "أهلًا",
        "en": "Hello",
        "tr": "Merhaba",
    }


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("hello = Hello\nbroken { = 1\n", r'en/all.ftl, line 2: Expected token: "="'),
        ("hello = Hello\nhello = Hi\n", "en/all.ftl: the message hello stands there twice"),
        ("hello = Hello\nhi = { hullo }\n", "A message refers to hullo, which is none"),
        ("hi = Hi\n", "The message hello is in locales/ar, but not in en"),
        ("hello = Hello\nhi = Hi\n", "The message hi is in locales/en, but not in ar"),
        ("hello = Hello { $name }\n", r"The message hello has the variables \[\] in ar and \['name'\] in en"),
    ],
)
def test_a_fault_in_a_file_is_named_before_anything_is_said(tmp_path: Path, english: str, told: str) -> None:
    with pytest.raises(SetupError, match=told):
        read(tmp_path, ar="hello = أهلًا\n", en=english)
