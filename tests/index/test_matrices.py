from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.index.fields import Field, Unit
from qa_bot.index.matrices import Counts, PassageCounter
from qa_bot.text.normalise import normalise
from qa_bot.text.terms import analyse
from qa_bot.text.tokenise import words

BODY = Field("body", "word", with_title=False)
TEXTS = st.text(st.sampled_from("بدأإةهىي ءًـ13 "), max_size=25)
# A library: for each document its passages, each a text and a title.
LIBRARIES = st.lists(st.lists(st.tuples(TEXTS, TEXTS), max_size=4), max_size=4)
FIELDS = st.builds(
    Field,
    st.just("f"),
    st.sampled_from(["word", "stem", "char4"]),
    with_text=st.just(value=True),
    with_title=st.booleans(),
    unit=st.sampled_from(Unit),
) | st.builds(Field, st.just("f"), st.just("char4"), with_text=st.just(value=False), unit=st.sampled_from(Unit))


def counter_of(library: list[list[tuple[str, str]]]) -> PassageCounter:
    counter = PassageCounter()
    for row, passages in enumerate(library):
        for text, title in passages:
            counter.add(row, text, [title])
    return counter


def as_dicts(terms: list[str], counts: Counts) -> list[dict[str, int]]:
    rows = counts.toarray()
    return [{terms[column]: int(row[column]) for column in np.flatnonzero(row)} for row in rows]


def counted_plainly(library: list[list[tuple[str, str]]], field: Field) -> list[dict[str, int]]:
    """Return the term counts of each unit, made word by word."""
    units = []
    for passages in library:
        made = []
        for text, title in passages:
            written = words(text) * field.with_text + words(title) * field.with_title
            made.append(Counter(analyse(filter(None, map(normalise, written)), field.analyser)))
        units += [sum(made, Counter())][: len(made)] if field.unit is Unit.ARTICLE else made
    return [dict(unit) for unit in units]


@given(LIBRARIES, FIELDS)
def test_the_matrices_count_what_counting_word_by_word_does(library: list[list[tuple[str, str]]], field: Field) -> None:
    counter = counter_of(library)
    terms, counts = counter.counted().of_field(field)
    assert as_dicts(terms, counts) == counted_plainly(library, field)
    assert terms == sorted({term for unit in counted_plainly(library, field) for term in unit})


def test_spellings_of_one_word_are_counted_together() -> None:
    counter = counter_of([[("مدينة المدينهِ مدينه", "")]])
    terms, counts = counter.counted().of_field(BODY)
    assert as_dicts(terms, counts) == [{"مدينه": 2, "المدينه": 1}]


def test_adding_a_passage_tells_how_many_words_its_text_has() -> None:
    counter = PassageCounter()
    assert counter.add(0, "كانت وقعة بدر سنة 2هـ.", ["المغازي الكبرى"]) == 6
    assert counter.add(0, "؟!", []) == 0


def test_the_passages_of_one_article_are_counted_together_wherever_they_stand() -> None:
    counter = PassageCounter()
    for article, text in [("بدر", "غزوة"), ("أحد", "غزوة"), ("بدر", "يوم غزوة")]:
        counter.add(article, text, [])
    terms, counts = counter.counted().of_field(Field("article", "word", unit=Unit.ARTICLE))
    assert as_dicts(terms, counts) == [{"غزوه": 2, "يوم": 1}, {"غزوه": 1}]
    assert counter.articles.tolist() == [0, 1, 0]


def test_terms_that_only_texts_have_are_left_out_of_titles() -> None:
    counter = counter_of([[("غزوة بدر", "المغازي")]])
    terms, _ = counter.counted().of_field(Field("title", "word", with_text=False))
    assert terms == ["المغازي"]


def test_counting_twice_gives_the_same() -> None:
    counter = counter_of([[("بدر أحد بدر", "بدر")], [("أحد", "")]])
    first = counter.counted().of_field(BODY)
    second = counter.counted().of_field(BODY)
    assert as_dicts(*first) == as_dicts(*second) == [{"بدر": 2, "احد": 1}, {"احد": 1}]
