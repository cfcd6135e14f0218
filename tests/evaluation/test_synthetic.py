import numpy as np

from qa_bot.evaluation.synthetic import arabic_looking_words, zipfian_passages
from qa_bot.text.letters import ARABIC_LETTERS
from qa_bot.text.tokenise import words


def test_the_words_are_different_and_each_is_one_arabic_word() -> None:
    made = arabic_looking_words(2000, np.random.default_rng(1))
    assert len(set(made)) == 2000
    assert [words(word) for word in made] == [[word] for word in made]
    assert set("".join(made)) <= set(ARABIC_LETTERS)


def test_the_frequent_words_are_the_short_ones() -> None:
    lengths = [len(word) for word in arabic_looking_words(500, np.random.default_rng(1))]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[-1]


def test_passages_have_as_many_words_as_asked() -> None:
    passages = zipfian_passages(200, 50, np.random.default_rng(1), shortest=3, longest=5)
    assert len(passages) == 200
    assert {len(passage) for passage in passages} == {3, 4, 5}
    assert {int(number) for passage in passages for number in passage} == set(range(50))


def test_words_are_as_frequent_as_zipfs_law_has_it() -> None:
    drawn = np.concatenate(zipfian_passages(1000, 1000, np.random.default_rng(1)))
    counts = np.bincount(drawn, minlength=1000)
    # Ranks 1, 10 and 100: 1 / 3.7, 1 / 12.7 and 1 / 102.7.
    assert 2.7 < counts[0] / counts[9] < 4.2
    assert 6.5 < counts[9] / counts[99] < 10


def test_no_passages_are_none() -> None:
    assert zipfian_passages(0, 10, np.random.default_rng(1)) == []
