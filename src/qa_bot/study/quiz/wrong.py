"""Wrong options: of the same kind as the right one, plausible, and told of nothing like it."""

import random
import re
from collections.abc import Iterator, Sequence

from qa_bot.study.quiz.blanks import Blank
from qa_bot.study.quiz.pool import Entry, Pool
from qa_bot.study.quiz.question import QuizKind
from qa_bot.study.quiz.sentence import Sentence, length_utf16
from qa_bot.study.quiz.told import Told
from qa_bot.text.normalise import normalise, normalised_words

WRONG = 3
_LONGEST_UTF16 = 100
_NEAR_YEARS = 9
# Among so many of the likeliest the draw is made.
_LIKELIEST = 9
# Who says one of these has said the other, too.
_WITHIN = tuple(map(normalised_words, ("الشام فلسطين الأردن سورية", "العراق السواد", "الحجاز نجد اليمن البحرين عمان")))
_DIGITS = re.compile(r"[0-9]+")


def wrong_options(
    sentence: Sentence, blank: Blank, pool: Pool, told: Told, collection: str, draw: random.Random
) -> list[str]:
    """Return three texts that could stand in the gap and don't, in no order; fewer where there are no more."""
    entries = _ranked(blank, [*pool.like(blank), *_years_near(blank, sentence.text)], collection)
    known = {normalise(blank.span.of(sentence.text))}
    likely: list[Entry] = []
    for entry in entries:
        form = normalise(entry.text)
        if form in known or told.tells(blank, entry) or not _fits(entry.text, sentence) or _is_within(form, sentence):
            continue
        known.add(form)
        likely.append(entry)
        if len(likely) == _LIKELIEST:
            break
    at_home = [entry for entry in likely if entry.collections[collection]]
    chosen = at_home if len(at_home) >= WRONG and blank.kind is not QuizKind.YEAR else likely
    return [entry.text for entry in draw.sample(chosen, min(WRONG, len(chosen)))]


def _is_within(form: str, sentence: Sentence) -> bool:
    """Return whether a land holds, or lies in, one that the sentence names."""
    said = {form for token in sentence.tokens for form in (token.term, token.term.removeprefix("و"))}
    return any(form in lands and not lands.isdisjoint(said) for lands in _WITHIN)


def _ranked(blank: Blank, entries: Sequence[Entry], collection: str) -> list[Entry]:
    """Return the entries, the likeliest to be mixed up first: years by nearness, names by how much they are at home."""
    if blank.kind is QuizKind.YEAR:
        near = [entry for entry in entries if abs(int(entry.key) - int(blank.key)) <= _NEAR_YEARS]
        return sorted(near, key=lambda entry: (not entry.count, abs(int(entry.key) - int(blank.key))))
    return sorted(entries, key=lambda entry: (-entry.collections[collection], -entry.count, entry.key))


def _years_near(blank: Blank, text: str) -> Iterator[Entry]:
    """Yield the years around one that is written in digits, written as it is."""
    written = blank.span.of(text)
    if blank.kind is not QuizKind.YEAR or _DIGITS.search(written) is None:
        return
    for away in range(1, _NEAR_YEARS + 1):
        for year in (int(blank.key) - away, int(blank.key) + away):
            if year > 0:
                yield Entry(str(year), _DIGITS.sub(str(year), written))


def _fits(option: str, sentence: Sentence) -> bool:
    """Return whether an option is short enough, and stands nowhere in the sentence."""
    said = normalise(" ".join(sentence.text.split()))
    return length_utf16(option) <= _LONGEST_UTF16 and option not in sentence.text and normalise(option) not in said
