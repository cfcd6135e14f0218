"""Who killed: the agent of a killing in a sentence, and not its victim, nor who is named beside."""

from collections.abc import Iterator, Sequence

from qa_bot.answering.named import is_place, is_said, persons_in
from qa_bot.answering.topic import is_event_noun, is_side
from qa_bot.text.letters import MARKS
from qa_bot.text.normalise import normalised_words
from qa_bot.text.tokenise import Token

_SURE, _LIKELY = 1.0, 0.6
_DAMMA = "\u064f"
_KILLER = "قاتل"
_ASKED = normalised_words("قتل يقتل قاتل اغتال طعن")
_DAYS = normalised_words("يوم سنة عام")
_KIN_OF = normalised_words("أخو أخا أخي أخت والد والدة عم عمة خال زوج زوجة غلام مولى صاحب")
_VERBS = normalised_words("قتل يقتل طعن يطعن ضرب صرع ذبح")
_PRONOUNS = ("هما", "هم", "ها", "ه")
_BEHIND = 3  # words behind the verb, in which who did it is named
_BEHIND_KILLER = 6  # the same behind «قاتل», who may be named last: «قاتل مرحب يوم خيبر هو محمد بن مسلمة»
_BY, _HAND = "علي", normalised_words("يد يدي أيدي")
_COMMANDED = normalised_words("بقيادة بأمر بتدبير")


def asks_who_killed(asked: Sequence[str]) -> bool:
    """Return whether the normalised words of a question who did something ask who killed somebody.

    «من استشهد في أحد؟» and «من قتل في بدر؟» ask for victims.

    >>> asks_who_killed(["قتل", "رستم"]), asks_who_killed(["قتل", "بدر", "قريش"]), asks_who_killed(["استشهد", "حمزه"])
    (True, False, False)
    """
    others = [word for word in asked if _bare(word) not in _ASKED]
    return len(others) < len(asked) and not all(
        is_side(word) or is_event_noun(word) or is_place(word) or word in _DAYS for word in others
    )


def killers_in(text: str, tokens: Sequence[Token], asked: Sequence[str]) -> Iterator[tuple[Token, float]]:
    """Yield the words that begin the names of those who killed somebody, in order, each with how surely.

    Names that the question has are left out. «قتله وحشي», «قاتل رستم هو هلال» and «على يد جيش خالد» name them; behind
    «قُتل» stands the victim.

    >>> from qa_bot.text.tokenise import tokenise
    >>> def killers(text):
    ...     return [token.term for token, _ in killers_in(text, tokenise(text), ["قتل", "حمزه"])]
    >>> killers("قُتل حمزة، قتله وحشي"), killers("وقتل حمزة شيبة"), killers("اعتزل سعد بعد مقتل حمزة")
    (['وحشي'], [], [])
    """
    if _tells_of_kin(tokens, asked):
        return
    persons = {tokens.index(token): token for token, _ in persons_in(tokens) if not is_said(token, asked)}
    for at, token in enumerate(tokens):
        sure = _names_behind(text, token, tokens[at - 1].term if at else "")
        if not sure:
            continue
        far = _BEHIND_KILLER if token.term.lstrip("وف").startswith(_KILLER) else _BEHIND
        behind = range(at + 1, min(len(tokens), at + 1 + far))
        victim = next((place for place in behind if is_said(tokens[place], asked)), len(tokens))
        # «وقتل حمزة شيبة»: who stands right behind the verb did it.
        named = next((place for place in behind if place in persons and (place < victim or sure == _SURE)), None)
        if named is not None:
            yield persons[named], sure


def _tells_of_kin(tokens: Sequence[Token], asked: Sequence[str]) -> bool:
    """Return whether whoever is asked about stands in the sentence as another's kin alone: «ياسرا أخا مرحب»."""
    victim = [word for word in asked if _bare(word) not in _ASKED]
    before = [tokens[at - 1].term if at else "" for at, token in enumerate(tokens) if is_said(token, victim)]
    return bool(before) and all(word in _KIN_OF for word in before)


def _names_behind(text: str, token: Token, before: str) -> float:
    """Return how surely behind a word somebody is named who killed; 0 for other words."""
    word = token.term.removeprefix("و").removeprefix("ف")
    if word.startswith(_KILLER) or (before == _BY and word in _HAND):
        return _SURE
    if word in _COMMANDED:
        return _LIKELY
    if word not in _VERBS and any(word.removesuffix(pronoun) in _VERBS for pronoun in _PRONOUNS):
        return _SURE
    return _LIKELY if word in _VERBS and not _is_passive(text, token) else 0.0


def _is_passive(text: str, token: Token) -> bool:
    """Return whether a verb's first letter bears a damma: «قُتل», «وقُتل»."""
    written = token.span.of(text)
    letters = [at for at, letter in enumerate(written) if letter not in MARKS]
    first = letters[1] if written[0] in "وف" and len(letters) > len("قتل") else letters[0]
    return written[first + 1 : first + 2] == _DAMMA


def _bare(word: str) -> str:
    """Return a verb without «و», «ف» and a pronoun: «وقتله»."""
    bare = word.removeprefix("و").removeprefix("ف")
    return next((bare.removesuffix(each) for each in _PRONOUNS if bare.removesuffix(each) in _ASKED), bare)
