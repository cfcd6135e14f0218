"""Questions to measure speed with, made of the texts' own words: varied, and for any texts whatever.

Nobody judges the answers. What counts is that all that costs time comes up: faults to mend, names and words in Latin
letters, signs that narrow, what was said before, long questions, and questions that the texts don't answer.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qa_bot.answering.question import MAX_CHARACTERS, MAX_WORDS, content_words, read_question
from qa_bot.errors import QuestionError
from qa_bot.evaluation.everyday import everyday_questions
from qa_bot.evaluation.name_styles import LOOSE_STYLES, Style, restyle
from qa_bot.evaluation.synthetic import arabic_looking_words
from qa_bot.evaluation.typos import with_typos
from qa_bot.model.corpus import Passage
from qa_bot.text.gazetteer import gazetteer
from qa_bot.text.keyboards import latin_layouts
from qa_bot.text.latin_letters import plain_letters
from qa_bot.text.normalise import normalise
from qa_bot.text.sentences import sentences
from qa_bot.text.tokenise import tokenise

_ASKING = (
    "متى كانت",
    "متى",
    "من قاد",
    "من هو",
    "أين كانت",
    "كم كان عدد",
    "لماذا",
    "كيف كان",
    "ما سبب",
    "ما هي",
    "هل كان",
)
_COLLOQUIAL = ("امتى كانت", "مين اللي", "وين صارت", "ليش", "شنو", "كام واحد في", "إزاي", "شو صار مع", "وش سالفة")
_ENGLISH = ("when was the battle of", "who was", "where is", "how many soldiers in", "why")
_CHAT = ("mata kanat ma3rakat", "meen qad", "wein", "kam 3adad", "leish", "kayfa mat")
_LEANING = ("ومن قادها؟", "وكم كان عددهم؟", "ومتى كان ذلك؟", "وأين؟", "ثم ماذا؟", "وليش؟", "و{word}؟")
_TURNS = 3
_MOST_WORDS = 5  # of content in a question
_MADE_UP = 500  # words
(_PLAIN,) = (style for style in LOOSE_STYLES if style.name == "plain")
(_CHATTING,) = (style for style in LOOSE_STYLES if style.name == "chat")


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions of one conversation, each leaning on the one before, and the `kind` that they are of."""

    kind: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What questions are made of: passages, names in scholarly Latin letters, words that no text has, and chance."""

    passages: Sequence[Passage]
    names: Sequence[str]
    made_up: Sequence[str]
    chance: random.Random

    def sentence(self) -> str:
        """Return a sentence of some passage, without what ends it."""
        text = self.chance.choice(self.passages).text
        return self.chance.choice(sentences(text)).of(text).rstrip(".؟!؛:،")

    def words(self, most: int = _MOST_WORDS) -> str:
        """Return a few words of one sentence that carry content, in its order, as it writes them."""
        sentence = self.sentence()
        tokens = tokenise(sentence)
        carrying = content_words(tokens)
        written = [token.span.of(sentence) for token in tokens if token.term in carrying]
        count = self.chance.randint(1, most)
        first = self.chance.randrange(max(1, len(written) - count + 1))
        return " ".join(written[first : first + count])

    def name(self, style: Style) -> str:
        """Return a name in Latin letters."""
        return restyle(plain_letters(self.chance.choice(self.names)), style, self.chance)


def _plain(source: _Source) -> str:
    return f"{source.chance.choice(_ASKING)} {source.words()}؟"


def _colloquial(source: _Source) -> str:
    return f"{source.chance.choice(_COLLOQUIAL)} {source.words()}"


def _mistyped(source: _Source) -> str:
    return with_typos(_plain(source), source.chance.randint(1, 2), str(source.chance.random()))


def _latin(source: _Source) -> str:
    return f"{source.chance.choice(_ENGLISH)} {source.name(_PLAIN)}?"


def _in_chat_latin(source: _Source) -> str:
    return f"{source.chance.choice(_CHAT)} {source.name(_CHATTING)}"


def _on_other_keys(source: _Source) -> str:
    keys = {arabic: chr(sign) for sign, arabic in reversed(latin_layouts()[0].items())}
    return "".join(keys.get(letter, letter) for letter in _plain(source))


def _narrowed(source: _Source) -> str:
    sign = source.chance.choice(('"{}"', "-{}", "عنوان:{}"))
    return f"{_plain(source)} {sign.format(source.words(2))}"


def _long(source: _Source) -> str:
    words = f"{source.chance.choice(_ASKING)} {source.sentence()} {source.sentence()}".split()
    return " ".join(words[: MAX_WORDS // 2])[:MAX_CHARACTERS]


def _without_answer(source: _Source) -> str:
    made_up = " ".join(source.chance.sample(source.made_up, 3))
    return source.chance.choice((*everyday_questions(), f"{source.chance.choice(_ASKING)} {made_up}؟"))


_KINDS: Mapping[str, Callable[[_Source], str]] = {
    "plain": _plain,
    "colloquial": _colloquial,
    "mistyped": _mistyped,
    "names in Latin letters": _latin,
    "chat Latin": _in_chat_latin,
    "on another keyboard": _on_other_keys,
    "narrowed by signs": _narrowed,
    "long": _long,
    "without an answer": _without_answer,
}
FOLLOW_UPS = "follow-ups"


def make_trials(passages: Sequence[Passage], questions: int, *, seed: int) -> list[Trial]:
    """Return conversations of some `questions` in all about `passages`, as many of each kind, kinds in turn.

    The same `seed` makes the same of the same passages.
    """
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    made_up = arabic_looking_words(_MADE_UP, np.random.default_rng(seed))
    source = _Source(passages, _names_in(passages), made_up, chance)
    rounds = max(1, questions // (len(_KINDS) + _TURNS))
    return [trial for _ in range(rounds) for trial in _one_of_each(source)]


def _names_in(passages: Sequence[Passage]) -> list[str]:
    """Return the gazetteer's names of one word that the passages hold, else all its names, in scholarly letters."""
    written = {token.term for passage in passages for token in tokenise(passage.text)}
    held = [entry for entry in gazetteer() if any(normalise(form) in written for form in entry.forms)]
    return [entry.latin[0] for entry in held or gazetteer()]


def _one_of_each(source: _Source) -> list[Trial]:
    leaning = source.chance.sample(_LEANING, _TURNS - 1)
    asked = (_asked(_plain, source), *(each.format(word=source.words(1)) for each in leaning))
    return [*(Trial(kind, (_asked(make, source),)) for kind, make in _KINDS.items()), Trial(FOLLOW_UPS, asked)]


def _asked(make: Callable[[_Source], str], source: _Source) -> str:
    """Return a question that is neither empty nor too long."""
    while True:
        question = make(source)
        try:
            read_question(question)
        except QuestionError:
            continue
        return question
