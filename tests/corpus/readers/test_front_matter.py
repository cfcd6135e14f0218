import pytest

from qa_bot.corpus.findings import Fault
from qa_bot.corpus.readers.front_matter import FrontMatter, read_front_matter


def test_a_text_without_front_matter_begins_at_once() -> None:
    assert read_front_matter("وقعت بدر") == FrontMatter({}, 0)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_front_matter("---\nوقعت بدر") == FrontMatter({}, 0)


def test_empty_front_matter_has_no_fields() -> None:
    assert read_front_matter("---\n---\nوقعت") == FrontMatter({}, 8)


def test_dots_close_it_too() -> None:
    assert read_front_matter("---\ntitle: بدر\n...\n").fields == {"title": "بدر"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("---\ntitle: بدر\nوقعت", Fault("the front matter has no closing ---", 1)),
        ("---\n- بدر\n---\n", Fault("the front matter is no list of keys and values", 1)),
        (
            "---\ntitle: بدر\nauthor: [الواقدي\n---\n",
            Fault("the front matter is no YAML: expected ',' or ']', but got '<stream end>'", 4),
        ),
        ("---\ntitle: a: b\n---\n", Fault("the front matter is no YAML: mapping values are not allowed here", 2)),
        ("---\na: " + "[" * 5_000 + "\n---\n", Fault("the front matter is no YAML that can be read", 1)),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", None),
    ],
)
def test_broken_front_matter_is_named_with_its_line(text: str, fault: Fault | None) -> None:
    found = read_front_matter(text)
    assert isinstance(found, Fault)
    assert fault is None or found == fault
