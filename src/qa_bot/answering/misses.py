"""What a sentence lacks that an answer must have, however well its words meet the question's."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from qa_bot.answering import lexicon
from qa_bot.answering.asked import said_in
from qa_bot.answering.evidence import VAGUE
from qa_bot.answering.killing import asks_who_killed
from qa_bot.answering.known_words import is_known
from qa_bot.answering.likeness import SURELY_MET, likeness
from qa_bot.answering.match import Matcher, Weighted, best_of, coverage
from qa_bot.answering.named import is_ali
from qa_bot.answering.needs import Needs
from qa_bot.answering.reading import SHORT
from qa_bot.answering.sentence import Candidate
from qa_bot.answering.synonyms import kind_rows, member_rows
from qa_bot.answering.topic import is_event_noun
from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalised_words

MISSED = 0.1  # of the confidence is left to what misses what is asked for: less than the usual bar
_WHEN = frozenset(
    word.lstrip("وفبل")
    for word in normalised_words(
        "بعد قبل يوم عام سنة شهر أيام حين لما عند أثناء خلال عقب ليلة صباح بعدها قبلها عهد خلافة وقت"
    )
)
_OF_A_LIFE = "ولد مات قتل أسلم دفن بويع"
_NAME = frozenset({"اسم", "الاسم"})  # «ما اسم عاصمة الروم؟»: no text need say «اسم»
_AGE = "عمره"
_MOSTLY = 0.5  # of the weight of who is asked about
_ASKED_FIRST = 2  # words: «من صلى على عمر بعد وفاته؟» asks for no death
_LEANS = 0.5  # what a word said before counts at least where the question is about it
_LEAST_COUNTED = 0.5  # what a number must be worth
_LEAST_NAMED = 0.5  # what a name must be, where it is asked who did something that the sentence doesn't tell of


def misses(question: Weighted, candidates: Sequence[Candidate], needs: Needs) -> bool:
    """Return whether the best of `candidates`, of which there must be one, can't answer.

    It tells of another event or another subject, counts something else, names nobody where it is asked who, or doesn't
    speak of the quality that is asked for; or the question names what no text has, or points to nothing.
    """
    best = candidates[0]
    return (
        needs.stranger
        or needs.dangling
        or (needs.counted is not None and _counts_something_else(question, best, needs.counted))
        or (needs.kind is QuestionKind.WHO and (_names_nobody(best) or _names_no_killer(question, best)))
        or (needs.kind is QuestionKind.WHY and _gives_no_reason(question, best))
        or (needs.kind is QuestionKind.WHEN and _tells_no_time(best))
        or tells_of_another(question, best, needs)
        or _lacks_quality(question, best)
        or _names_no_thing(question, best)
        or (needs.kind is QuestionKind.WHAT and _quotes_nothing(question, best))
        or _tells_another_event(question, best, needs.kind)
        or _tells_age_of_another(question, best)
        or _is_off_topic(question, best, candidates)
    )


def _is_off_topic(question: Weighted, best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Return whether the question leans on a subject («ومتى ماتت؟») that the sentence's whole passage never names."""
    if _answered_before(best):
        return False
    subject = [
        at
        for at, (word, weight, share) in enumerate(zip(question.words, question.weights, question.shares, strict=True))
        if weight and _LEANS <= share < 1 and not is_event_noun(word)
    ]
    rows = [each.matches for each in candidates if each.hit.passage.id == best.hit.passage.id]
    near = best_of(best.headed, *rows)
    return bool(subject) and all(near[at] < SURELY_MET for at in subject)


def _answered_before(best: Candidate) -> bool:
    """Return whether the sentence is of an article that answered before: it is about it, be it under another name."""
    return bool(best.features.source) and best.hit.document.passages <= SHORT


def _counts_something_else(question: Weighted, best: Candidate, counted: str) -> bool:
    """Return whether the sentence counts nothing of what is asked for, or its passage doesn't name whose that is."""
    if best.features.named < 1 and not _answered_before(best):
        return True
    met = dict(zip(question.words, best_of(best.matches, best.headed), strict=True))
    return best.features.expected < _LEAST_COUNTED or met.get(counted, 1.0) < SURELY_MET


def _speaks_of_relation(question: Weighted, best: Candidate) -> bool:
    """Return whether the sentence's own words name one of the relations asked for, or none is asked for."""
    asked = zip(question.spoken.words, question.spoken.weights, best.matches, strict=True)
    met = [match for word, weight, match in asked if weight and lexicon.relation_row(word) is not None]
    return not met or max(met) >= SURELY_MET


def _lacks_quality(question: Weighted, best: Candidate) -> bool:
    """Return whether a quality is asked for («لون») of which the sentence doesn't speak."""
    asked = zip(question.spoken.words, question.spoken.weights, best.matches, strict=True)
    missed = (word.removeprefix("ال") for word, weight, match in asked if weight and match < SURELY_MET)
    return not lexicon.qualities().isdisjoint(missed)


def _names_no_thing(question: Weighted, best: Candidate) -> bool:
    """Return whether the name of a beast or a weapon is asked for («ما اسم فرسه؟»), and none stands with it.

    A name stands where the sentence speaks of naming, and right behind the thing where that is no other word.
    """
    asked = [word for word, weight in zip(question.spoken.words, question.spoken.weights, strict=True) if weight]
    if _NAME.isdisjoint(asked):
        return False
    things = {word for word in asked if member_rows(word) & _named_things()}
    terms = [token.term for token in best.tokens]
    if not things or any(lexicon.relation_row(term) == lexicon.relation_row("اسم") for term in terms):
        return False
    met = Matcher(asked)
    behind = [after for term, after in pairwise(terms) if any(likeness(thing, term) >= SURELY_MET for thing in things)]
    return all(met.meets(after) >= SURELY_MET or is_known(after, {}) for after in behind)


@cache
def _named_things() -> frozenset[int]:
    return kind_rows("دابه") | kind_rows("سلاح")


def _quotes_nothing(question: Weighted, best: Candidate) -> bool:
    """Return whether words are asked for («ماذا قال؟»), and the sentence neither says them nor tells of saying."""
    asked = (word for word, weight in zip(question.spoken.words, question.spoken.weights, strict=True) if weight)
    if next(asked, "") not in _WORDS_SAID:
        return False
    told = {token.term.lstrip("وف") for token in best.tokens}
    return told.isdisjoint(_SAYING) and _QUOTED.search(best.text) is None


_WORDS_SAID = normalised_words("قال قالت قالوا نص خطبة")
_SAYING = normalised_words("قال قالت قالوا يقول قائلا قوله خاطب خاطبهم خطب أجاب نادى تنادوا صاح دعا سأل سألهم وعد أوصى")
_QUOTED = re.compile('[«»"“”:]')


def _gives_no_reason(question: Weighted, best: Candidate) -> bool:
    """Return whether a sentence says all that is asked about, and no word that gives a reason."""
    return best.features.expected == 0 and coverage(question.spoken, best.matches) >= _SAYS_IT_ALL


_SAYS_IT_ALL = 0.8  # of the question


def _names_no_killer(question: Weighted, best: Candidate) -> bool:
    return best.features.expected == 0 and asks_who_killed(said_in(question.spoken))


def _tells_no_time(best: Candidate) -> bool:
    """Return whether the sentence has neither a date nor a word that says when: «بعد», «يوم»."""
    return best.features.expected == 0 and _WHEN.isdisjoint(token.term.lstrip("وفبل") for token in best.tokens)


def tells_of_another(question: Weighted, best: Candidate, needs: Needs) -> bool:
    """Return whether a sentence tells of a life that is another's.

    The time of a birth or a death is asked for, and the word for it stands nearest to somebody else; or it is asked
    about Ali, and the sentence has no word but «على».
    """
    if needs.names_ali and not any(is_ali(token, best.text) for token in best.tokens):
        return True
    asked = (word for word, share in zip(question.words, question.shares, strict=True) if share == 1)
    of_life = any(lexicon.relation_row(word) in lexicon.rows_of(_OF_A_LIFE) for word in asked)
    return needs.kind is QuestionKind.WHEN and of_life and best.features.side == 0


def _names_nobody(best: Candidate) -> bool:
    """Return whether the sentence neither tells of what somebody did nor names anybody whom the question doesn't."""
    return best.features.expected < _LEAST_NAMED and best.features.relation < SURELY_MET


def _tells_age_of_another(question: Weighted, best: Candidate) -> bool:
    """Return whether somebody's age is asked for by name, and the sentence names mostly others."""
    rows = list(zip(question.spoken.words, question.spoken.weights, best_of(best.matches, best.headed), strict=True))
    if not any(word == _AGE and weight for word, weight, _ in rows):
        return False
    named = [(weight, match) for word, weight, match in rows if _may_be_named(word)]
    met = sum(weight for weight, match in named if match >= SURELY_MET)
    return met < _MOSTLY * sum(weight for weight, _ in named)


def _may_be_named(word: str) -> bool:
    """Return whether a word of a question for an age may name whose it is: «عمره يوم استشهد» names nobody."""
    return word != _AGE and lexicon.relation_row(word) is None and not is_event_noun(word)


def _tells_another_event(question: Weighted, best: Candidate, kind: QuestionKind) -> bool:
    """Return whether a birth, a dismissal or the like is asked for, and the sentence speaks of none.

    What is asked for is the first that the question names: «من تولى بعد عزل خالد؟» doesn't ask for a dismissal. Where
    a time is asked for, a sentence with a vague date alone («في أيام معاوية») that doesn't say what is dated tells of
    another event, too.
    """
    if kind is QuestionKind.WHEN and 0 < best.features.expected <= VAGUE and not _speaks_of_relation(question, best):
        return True
    told = {lexicon.relation_row(token.term) for token in best.tokens}
    own = [word for word, share in zip(question.words, question.shares, strict=True) if share == 1]
    if _AGE in own:
        return False  # «كم كان عمره لما استشهد؟»
    asked = next(
        (word for word in own[:_ASKED_FIRST] if word not in _NAME and lexicon.relation_row(word) is not None), ""
    )
    rows = lexicon.meaning_the_same(asked)
    return bool(rows) and told.isdisjoint(rows)
