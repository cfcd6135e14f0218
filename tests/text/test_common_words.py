from qa_bot.text.common_words import common_words


def test_everyday_words_are_given_in_their_normalised_form() -> None:
    assert {"السياره", "اليابان", "اطبخ", "هاتف"} <= common_words()


def test_remarks_are_no_words() -> None:
    assert not any(word.startswith("#") or word.isascii() for word in common_words())
