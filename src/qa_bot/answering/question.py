"""What the asker wrote → what was asked: its kind, its content words, its limits."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_bot.answering import lexicon
from qa_bot.answering.question_words import asking_words, kind_of_noun, question_words
from qa_bot.errors import QuestionError
from qa_bot.model.answer import QuestionKind
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token, tokenise

MAX_CHARACTERS = 512
MAX_WORDS = 64

# Question words that are other words too: they ask only as the first word of a question.
_ONLY_FIRST = frozenset({"من", "ما", "لم", "is", "was", "were", "did", "are"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question read once: its words and its kind.

    `text` is what the asker wrote without white space around it, `tokens` are all its words in order; `asking` the
    positions in `tokens` of those that ask. `content` are the normalised words that carry content, in order, without
    repeats: what the texts are searched for.
    """

    text: str
    kind: QuestionKind
    tokens: tuple[Token, ...]
    asking: frozenset[int]
    content: tuple[str, ...]


def read_question(text: str) -> Question:
    """Return the question in `text`.

    >>> question = read_question("في أي سنة كانت معركة اليرموك؟")
    >>> question.kind.value, question.content
    ('when', ('معركه', 'اليرموك'))

    Raises:
        QuestionError: it is empty or too long; the sentences say so to the asker.
    """
    text = text.strip()
    tokens = tuple(_within_limits(text))
    kind, asking = _kind(tokens)
    tokens = _with_age(kind, _with_mother(text, tokens), asking)
    return Question(text, kind, tokens, asking, content_words(tokens, asking))


def _with_mother(text: str, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with «والدة» as «والدته»: without its dots it is «والده», his father."""
    return tuple(
        token._replace(term=_HIS_MOTHER) if token.term == _HIS_FATHER and token.span.of(text).endswith("ة") else token
        for token in tokens
    )


_HIS_FATHER, _HIS_MOTHER = "والده", "والدته"


def _with_age(kind: QuestionKind, tokens: tuple[Token, ...], asking: frozenset[int]) -> tuple[Token, ...]:
    """Return the tokens with «عمر» as «عمره» where an age is asked for: «كم كان عمر أبي بكر؟» doesn't ask of Umar."""
    if kind is not QuestionKind.HOW_MANY:
        return tokens
    first = next((at for at, token in enumerate(tokens) if at not in asking and not _is_empty(token.term)), None)
    if first is None or tokens[first].term != _NAME_LIKE_AGE:
        return tokens
    return (*tokens[:first], tokens[first]._replace(term=_AGE), *tokens[first + 1 :])


_NAME_LIKE_AGE, _AGE = "عمر", "عمره"


def _within_limits(text: str) -> list[Token]:
    if len(text) > MAX_CHARACTERS:
        raise _too_long()
    tokens = tokenise(text)
    if len(tokens) > MAX_WORDS:
        raise _too_long()
    if not tokens:
        raise QuestionError(
            "اكتب سؤالك من فضلك، مثل: متى كانت معركة اليرموك؟",
            "Please write a question, for example: متى كانت معركة اليرموك؟",
        )
    return tokens


def _too_long() -> QuestionError:
    return QuestionError(
        f"السؤال طويل. اختصره من فضلك إلى {MAX_WORDS} كلمة أو أقل.",
        f"The question is too long. Please keep it within {MAX_WORDS} words.",
    )


def content_words(
    tokens: Sequence[Token], asking: frozenset[int] = frozenset(), *, all_if_none: bool = True
) -> tuple[str, ...]:
    """Return the normalised words of `tokens` that carry content, in order, without repeats.

    With `all_if_none`, all words come back where none carries content: a question is never searched for nothing.
    """
    chosen = [token.term for at, token in enumerate(tokens) if at not in asking and not _is_empty_at(tokens, at)]
    return tuple(dict.fromkeys(chosen or [token.term for token in tokens if all_if_none]))


def _is_empty_at(tokens: Sequence[Token], at: int) -> bool:
    word, before, after = tokens[at].term, _term(tokens, at - 1), _term(tokens, at + 1)
    if word == _PRAYED:
        return after == _GOD  # «صلى» says something but before «الله»
    if word == _ALI and (after in _BEHIND_ALI or before in _BEFORE_ALI):
        return False
    if word == _MOTHER:
        return before not in _BEFORE_MOTHER  # elsewhere «أم» is "or"
    if word == _NUMBER and after and lexicon.relation_row(after) in lexicon.rows_of(_COUNTED):
        return True  # what is counted says it already: «كم عدد قتلى الروم؟»
    return (before in _BY_THIS and word in _NAMES) or _is_empty(word)


def _term(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].term if 0 <= at < len(tokens) else ""


_PRAYED, _GOD = "صلي", "الله"
# «على» in letters without dots is a name at the end, before a father's name or an object, and behind a title.
_ALI, _BEHIND_ALI = "علي", frozenset({"", "بن", "ابن", "ابا"})
_BEFORE_ALI = normalised_words("الإمام سيدنا الخليفة النبي عم")
_MOTHER, _BEFORE_MOTHER = "ام", frozenset({"من", "مين", "اسم", "هي", "ومن"})
_NUMBER, _COUNTED = "عدد", "قتلى أسرى"
# «لماذا سميت بهذا الاسم؟»
_BY_THIS, _NAMES = frozenset({"بهذا", "هذا", "بهذه"}), frozenset({"الاسم", "التسميه", "اللقب"})


def _is_empty(word: str) -> bool:
    # «فتحت» is no «ف» before «تحت».
    joined = word.startswith(("و", "ف")) and word not in lexicon.relation_words()
    bare = word[1:] if joined else word
    return not lexicon.function_words().isdisjoint((word, bare)) or bare in question_words()


_TIME_BEFORE_HOW_MANY = frozenset({"سنه", "عام", "تاريخ", "بتاريخ", "بسنه", "بعام", "شهر"})


def _kind(tokens: Sequence[Token]) -> tuple[QuestionKind, frozenset[int]]:
    """Return the kind of a question and the positions of the words that ask."""
    for at, token in enumerate(tokens):
        if token.term in _WHICH:
            return _of_noun(tokens, at)
        kind = _asked_by(token.term, first=at == 0)
        if kind is QuestionKind.HOW_MANY and at and tokens[at - 1].term in _TIME_BEFORE_HOW_MANY:
            return QuestionKind.WHEN, frozenset({at - 1, at})  # «سنة كم»
        if kind is not None:
            return _refined(kind, tokens, at)
    return QuestionKind.OTHER, frozenset()


# «ماذا فعل هرقل؟» asks for what he did, and no text need say «فعل».
_DOING = normalised_words("فعل فعلت فعلوا صنع صنعت صنعوا سوى سوا سوت سووا عمل عملت عملوا يفعل")
_MUCH = frozenset({"many", "much", "long", "old", "far"})
_NAME = "اسم"
_WHICH_ONE = "الذي"
_CAUSING = normalised_words("دعا دفع أدى حمل جعل أشعل سبب أوجب حدا")
_SOMEBODY = normalised_words("الرجل الشخص الصحابي")
_PRONOUNS = frozenset({"هو", "هي", "هم"})
_WHICH = frozenset({"اي", "ايه", "بايه", "باي", "فاي"})


def _asked_by(word: str, *, first: bool) -> QuestionKind | None:
    asking = (each for each in asking_words(word) if first or each not in _ONLY_FIRST)
    return next((question_words()[each] for each in asking), None)


def _refined(kind: QuestionKind, tokens: Sequence[Token], at: int) -> tuple[QuestionKind, frozenset[int]]:
    """Return a more telling kind where the next word gives one: «ما سبب», «من أين», «كم سنة»."""
    following = _following(tokens, at)
    if kind is QuestionKind.HOW and following in _MUCH:
        return QuestionKind.HOW_MANY, frozenset({at, at + 1})
    if kind is QuestionKind.WHO and _asked_by(following, first=False) is not None:
        return _refined(question_words().get(following, kind), tokens, at + 1)
    if following in _WHICH:
        return _of_noun(tokens, at + 1)
    if kind is QuestionKind.WHAT and following.removeprefix("ال") == _NAME:
        # «ما اسم قائد الروم» asks for a person, «ما اسم فرسه» doesn't.
        named = kind_of_noun().get(_following(tokens, at + 1).removeprefix("ال"))
        return (named, frozenset({at, at + 1})) if named is QuestionKind.WHO else (kind, frozenset({at}))
    noun = kind_of_noun().get(following.removeprefix("ال"))
    if kind is QuestionKind.WHAT and noun is not None:
        return noun, frozenset({at})
    if kind is QuestionKind.WHAT and following == _WHICH_ONE and _term(tokens, at + 2) in _CAUSING:
        return QuestionKind.WHY, frozenset({at, at + 1, at + 2})  # «ما الذي دعا إلى البيعة؟»
    if kind is QuestionKind.WHO and _term(tokens, at + 2) == _WHICH_ONE and following in _SOMEBODY:
        return kind, frozenset({at, at + 1, at + 2})  # «من الرجل الذي قتله؟»
    if kind is QuestionKind.WHAT and following in _DOING and len(tokens) > at + 2:
        return kind, frozenset({at, at + 1})
    return kind, frozenset({at})


def _following(tokens: Sequence[Token], at: int) -> str:
    """Return the word after position `at`, a pronoun skipped («ما هي أسباب»); empty at the end."""
    after = [token.term for token in tokens[at + 1 : at + 3] if token.term not in _PRONOUNS]
    return after[0] if after else ""


_DAY = frozenset({"يوم", "day"})


def _of_noun(tokens: Sequence[Token], at: int) -> tuple[QuestionKind, frozenset[int]]:
    """Return the kind that the noun after «أي» tells; a noun of time asks and is not searched for."""
    following = _following(tokens, at)
    # «في أي يوم», though «ما يوم الجمل» asks for no time.
    is_day = following.removeprefix("ال") in _DAY
    kind = QuestionKind.WHEN if is_day else kind_of_noun().get(following.removeprefix("ال"), QuestionKind.WHAT)
    asks = {at, at + 1} if kind is QuestionKind.WHEN else {at}
    return kind, frozenset(asks)
