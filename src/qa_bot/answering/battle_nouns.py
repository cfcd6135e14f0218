"""What «معركة» weighs in a question for a time: no more than what else texts call a battle by."""

from collections.abc import Mapping
from dataclasses import replace

from qa_bot.answering.match import Weighted
from qa_bot.index.bm25 import lucene_idf
from qa_bot.index.engine import Engine
from qa_bot.text.normalise import normalised_words
from qa_bot.text.stem import light10

_BATTLES = normalised_words("معركة موقعة وقعة واقعة غزوة غزاة حرب يوم")
_ARTICLE = "ال"


async def with_battle_nouns(words: Weighted, engine: Engine) -> Weighted:
    """Return `words`, the nouns for a battle weighing what the commonest of them does.

    Annals say «وقعة مؤتة» and «يوم مؤتة»: there «معركة» is rare, and would outweigh the battle's name. Where nothing
    but such a noun weighs anything, nothing is changed.

    Raises:
        UnavailableError: the engine did not answer.
    """
    nouns = {at for at, word in enumerate(words.words) if words.weights[at] and _is_battle(word)}
    if not nouns or not any(weight for at, weight in enumerate(words.weights) if at not in nouns):
        return words
    stems = {light10(word) for word in _BATTLES}
    least = _least(await engine.frequencies("stem", stems), await engine.size())
    return replace(words, weights=tuple(min(w, least) if at in nouns else w for at, w in enumerate(words.weights)))


def _is_battle(word: str) -> bool:
    return word.removeprefix(_ARTICLE) in _BATTLES


def _least(known: Mapping[str, int], size: int) -> float:
    return min(lucene_idf(number, size) for number in known.values())
