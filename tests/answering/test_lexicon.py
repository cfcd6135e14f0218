"""Words with a part to play in questions."""

import pytest

from qa_bot.answering import lexicon
from qa_bot.text.normalise import normalise


@pytest.mark.parametrize(
    ("first", "second"), [("قادها", "القايد"), ("توفي", "وفاته"), ("استشهدوا", "الشهداء"), ("بدات", "بدايه")]
)
def test_words_of_like_meaning_stand_in_one_row_with_article_or_pronoun(first: str, second: str) -> None:
    assert lexicon.relation_row(normalise(first)) == lexicon.relation_row(normalise(second)) is not None


@pytest.mark.parametrize("name", ["تبوك", "موته", "اليرموك", "هرقل", "القادسيه", "حمص"])
def test_a_name_is_no_relation(name: str) -> None:
    assert lexicon.relation_row(name) is None


def test_tables_are_read_in_the_form_that_questions_are_read_in() -> None:
    words = [
        *lexicon.function_words(),
        *lexicon.relation_words(),
        *lexicon.event_nouns(),
    ]
    assert [word for word in words if word != normalise(word)] == []


def test_no_word_stands_in_two_rows() -> None:
    standing = [word for row in lexicon._rows() for word in dict.fromkeys(lexicon._forms(row))]
    assert [word for word in standing if standing.count(word) > 1] == []
