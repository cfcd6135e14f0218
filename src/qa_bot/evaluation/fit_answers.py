"""Examples → what sentences, passages and confidence weigh, and the bar."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from qa_bot.answering import confidence as sure
from qa_bot.answering import rerank as passages
from qa_bot.answering.rerank import rerank
from qa_bot.answering.sentence import LEARNED, Candidate, eligible, learned_values
from qa_bot.answering.signs import signs_of
from qa_bot.evaluation.confidence_figures import PRECISION, auc, share_answered
from qa_bot.evaluation.estimate import Floats
from qa_bot.evaluation.fit_bars import fit_bars
from qa_bot.evaluation.fit_examples import DIALOGUES, UNTOLD, Example
from qa_bot.evaluation.fit_models import Choice, fit_chances, fit_choices
from qa_bot.evaluation.near_copies import PARTS

Weights = Mapping[str, float]

# Machine-translated questions teach less than those that people wrote.
MACHINE_TRANSLATED = ("aaqad_sample",)
_LESS = 0.2
# There are few dialogues, and they are asked as people ask; for the confidence they count more.
_DIALOGUES_MORE = 3.0
# A question whose answer was taken away comes near what the texts don't tell, and is still made up.
_UNTOLD = 1.0
_SENTENCE_PENALTY, _PASSAGE_PENALTY, _CHANCE_PENALTY = 2e-4, 1e-3, 3e-3
_HELD_BACK = 0.02  # of the right first sentences, what the bar may hold back


def counts_of(example: Example) -> float:
    """Return how much an example counts."""
    return counts_of_source(example.source)


def counts_of_source(source: str) -> float:
    """Return how much an example from a set of this name counts."""
    return _LESS if source.startswith(MACHINE_TRANSLATED) else 1.0


def fit_sentences(examples: Sequence[Example]) -> Weights:
    """Return what each of a sentence's values weighs."""
    choices = [_sentences(each) for each in examples if any(each.right)]
    return dict(zip(LEARNED, fit_choices(choices, penalty=_SENTENCE_PENALTY).tolist(), strict=True))


def _sentences(example: Example) -> Choice:
    values = np.array([learned_values(each.features, example.kind) for each in example.candidates])
    right, in_place = np.array(example.right), np.array(example.in_place)
    # Elsewhere an answer's words may stand by chance.
    surely = right & in_place
    return Choice(values, surely if surely.any() else right, counts_of(example))


def fit_passages(examples: Sequence[Example], sentence: Weights) -> Weights:
    """Return what a point of a sentence's score is worth among passages, beside their own scores."""
    choices = [_passages(each, sentence) for each in examples if each.source != DIALOGUES and any(each.in_place)]
    own, best = fit_choices(choices, penalty=_PASSAGE_PENALTY, positive=True).tolist()
    return dict(zip(passages.LEARNED, [best / own], strict=True))


def _passages(example: Example, sentence: Weights) -> Choice:
    found: dict[str, tuple[float, float, bool]] = {}
    for each, in_place in zip(_scored(example, sentence), example.in_place, strict=True):
        if each.hit.score:
            _, best, _ = found.get(each.hit.passage.id, (0.0, each.score, in_place))
            own = each.hit.score / example.words.total
            found[each.hit.passage.id] = (own, max(best, each.score), in_place)
    rows = list(found.values())
    return Choice(
        np.array([row[:2] for row in rows]).reshape(-1, 2), np.array([row[2] for row in rows]), counts_of(example)
    )


def _scored(example: Example, sentence: Weights) -> list[Candidate]:
    """Return the candidates with their scores under other weights, in the same order."""
    weights = np.array([sentence[name] for name in LEARNED])
    values = np.array([learned_values(each.features, example.kind) for each in example.candidates])
    scores = (values @ weights).tolist()
    return [replace(each, score=score) for each, score in zip(example.candidates, scores, strict=True)]


def outcome(example: Example, sentence: Weights, passage: Weights) -> tuple[tuple[float, ...], bool] | None:
    """Return the signs of an example's answer, and whether its first sentence is right; None where nothing is read."""
    if not example.candidates or not example.hits:
        return None
    scored = _scored(example, sentence)
    right = {id(each): right for each, right in zip(scored, example.right, strict=True)}
    ranked = eligible(sorted(scored, key=lambda each: -each.score), example.kind)
    # The hits as the engine gave them: those that were read stand in the candidates.
    given = {each.hit.passage.id: each.hit for each in scored}
    hits = sorted((given.get(hit.passage.id, hit) for hit in example.hits), key=lambda hit: -hit.score)
    ordered = rerank(example.words, hits, scored, passage[passages.LEARNED[0]])
    return tuple(signs_of(example.words, ordered, ranked)), right[id(ranked[0])]


def fit_confidence(
    examples: Sequence[Example], sentence: Weights, passage: Weights
) -> tuple[Weights, float, Mapping[str, float]]:
    """Return what each sign of confidence weighs, the usual bar, and the bars that keep promises (`fit_bars`)."""
    told = [(each, outcome(each, sentence, passage)) for each in examples]
    known = [(each, *made) for each, made in told if made]
    signs = np.array([made for _, made, _ in known])
    right = np.array([float(yes) for *_, yes in known])
    counts = np.array([_counts_for_confidence(each) for each, *_ in known])
    weights = fit_chances(signs, right, counts, penalty=_CHANCE_PENALTY)
    chances = chances_of(signs, weights)
    sources = np.array([each.source for each, *_ in known])
    learned = dict(zip(sure.LEARNED, weights.tolist(), strict=True))
    asked = sources != UNTOLD
    return learned, _bar(chances, right > 0, sources), fit_bars(chances[asked], right[asked], counts[asked])


def _counts_for_confidence(example: Example) -> float:
    if example.source == UNTOLD:
        return _UNTOLD
    return counts_of(example) * (_DIALOGUES_MORE if example.source == DIALOGUES else 1)


def _bar(chances: Floats, right: NDArray[np.bool_], sources: NDArray[np.str_]) -> float:
    """Return the highest bar, in hundredths, that holds back few right sentences of any set that people wrote."""
    written = [name for name in set(sources[right].tolist()) if not name.startswith(MACHINE_TRANSLATED)]
    bars = [np.quantile(chances[right & (sources == name)], _HELD_BACK) for name in written]
    return float(np.floor(100 * min(bars, default=0.0)) / 100)


def chances_of(signs: Floats, weights: Floats) -> Floats:
    """Return the confidence for rows of signs."""
    found: Floats = 1 / (1 + np.exp(-(weights[0] + signs @ weights[1:])))
    return found


def figures_of(
    examples: Sequence[Example], sentence: Weights, passage: Weights, confidence: Weights, bar: float
) -> dict[str, dict[str, float]]:
    """Return for each source and part how often the first sentence is right, and what the confidence is worth."""
    weights = np.array([confidence[name] for name in sure.LEARNED])
    found: dict[str, dict[str, float]] = {}
    for source in sorted({each.source for each in examples}):
        for part in PARTS:
            made = [outcome(each, sentence, passage) for each in examples if (each.source, each.part) == (source, part)]
            known = [each for each in made if each]
            if not known:
                continue
            chances = chances_of(np.array([signs for signs, _ in known]), weights)
            right = np.array([float(yes) for _, yes in known])
            figures = {
                "questions": float(len(known)),
                "right": right.mean(),
                "shown": (chances >= bar).mean(),
                "right and shown": (right * (chances >= bar)).mean(),
                "auc": auc(chances, right),
                "answered at 95 %": share_answered(chances, right, np.ones(len(right)), PRECISION),
            }
            found[f"{source}: {part}"] = {
                name: round(float(value), 4) for name, value in figures.items() if not np.isnan(value)
            }
    return found
