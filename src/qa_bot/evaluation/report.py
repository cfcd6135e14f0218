"""Figures → tables for people and a record for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from math import isnan
from typing import Any

from qa_bot.answering.confidence import BAR
from qa_bot.evaluation.estimate import RESAMPLES, Estimate
from qa_bot.evaluation.figures import CONFIDENCE_MEASURES, SetFigures
from qa_bot.evaluation.honesty import Honesty
from qa_bot.evaluation.measures import ANSWER_MEASURES, PASSAGE_MEASURES, SENTENCE
from qa_bot.evaluation.plan import CLEAN, QA_BOT, Plan
from qa_bot.evaluation.table import Table, percent

_PASSAGES = "Of the paragraphs found, near-copies counted as one; in percent, with 95 % intervals by article."
_ANSWERS = "The first sentence (one of three) holds a gold answer; the paragraph of the first is a gold one."
_SURE = "Answered at 95 %: the largest share that some bar lets through with 95 % of them right."


def tables_of(sets: Sequence[SetFigures], honesty: Honesty, plan: Plan) -> Iterator[Table]:
    """Yield the tables: paragraphs, against the baselines and answers for each variant; typos; confidence."""
    for variant in plan.variants:
        yield _passages(sets, variant, plan)
        yield _differences(sets, variant)
        yield _answers(f"Answers, {variant}", sets, variant, ANSWER_MEASURES, _ANSWERS)
        yield _answers(
            f"Answers and confidence, {variant}", sets, variant, CONFIDENCE_MEASURES, f"{_SURE} The bar: {BAR}."
        )
    if len(plan.variants) > 1:
        yield _losses(sets, list(plan.variants)[1:])
    yield from _honesty(honesty)


def _passages(sets: Sequence[SetFigures], variant: str, plan: Plan) -> Table:
    rows = [
        (each.name, system, *(_cell(each.figures[variant, system, measure]) for measure in PASSAGE_MEASURES))
        for each in sets
        for system in _systems(each, variant)
    ]
    where = "all sets in one index" if plan.pooled else "each set alone"
    titles = "title and text" if plan.titles else "text alone"
    note = f"{_PASSAGES} Baselines: {titles}, one paragraph a document."
    return Table(f"Paragraphs, {variant}; {where}", ("set", "system", *PASSAGE_MEASURES), tuple(rows), note, labels=2)


def _differences(sets: Sequence[SetFigures], variant: str) -> Table:
    rows = [
        (each.name, system, *(_signed(each.difference(variant, system, measure)) for measure in PASSAGE_MEASURES))
        for each in sets
        for system in _systems(each, variant)
        if system != QA_BOT
    ]
    note = "Points above the baseline in the same run, paired question by question, with 95 % intervals by article."
    columns = ("set", "qa-bot above", *PASSAGE_MEASURES)
    return Table(f"Paragraphs against the baselines, {variant}", columns, tuple(rows), note, labels=2)


def _answers(title: str, sets: Sequence[SetFigures], variant: str, measures: Sequence[str], note: str) -> Table:
    rows = [(each.name, *(_cell(each.figures[variant, QA_BOT, measure]) for measure in measures)) for each in sets]
    return Table(title, ("set", *measures), tuple(rows), note)


def _losses(sets: Sequence[SetFigures], variants: Sequence[str]) -> Table:
    measures = (PASSAGE_MEASURES[0], SENTENCE)
    rows = [
        (each.name, system, *_lost(each, system, variants, measures))
        for each in sets
        for system in _systems(each, CLEAN)
    ]
    columns = tuple(f"{measure}, {variant}" for measure in measures for variant in variants)
    return Table(
        "Points lost by typing mistakes", ("set", "system", *columns), tuple(rows), "Paired, as above.", labels=2
    )


def _lost(each: SetFigures, system: str, variants: Sequence[str], measures: Sequence[str]) -> Iterator[str]:
    for measure in measures:
        for variant in variants:
            known = (CLEAN, system, measure) in each.figures
            lost = known and each.figures[variant, system, measure] - each.figures[CLEAN, system, measure]
            yield _signed(lost) if lost else "–"


def _honesty(honesty: Honesty) -> Iterator[Table]:
    kinds = ("AUC", "calibration error")
    rows = [
        (each.name, *(_plain(told[right]) for told in (each.auc, each.error) for right in ANSWER_MEASURES))
        for each in (*honesty.calibrations, honesty.overall)
    ]
    columns = ("set", *(f"{kind}, {right}" for kind in kinds for right in ANSWER_MEASURES))
    yield Table("Confidence: right from wrong", columns, tuple(rows), "Expected calibration error over ten bins.")
    if honesty.refusals:
        yield _refusals(honesty)
    yield _reliability(honesty)
    yield _promises(honesty)


def _refusals(honesty: Honesty) -> Table:
    rows = [(r.name, str(r.questions), percent(r.answered, r.questions), _plain(r.auc)) for r in honesty.refusals]
    columns = ("asked", "questions", "answered all the same %", "AUC")
    note = f"Shown at the bar of {BAR}. AUC: how surely their confidence is below that of questions with an answer."
    return Table("Questions that the texts don't answer", columns, tuple(rows), note)


def _reliability(honesty: Honesty) -> Table:
    rows = [
        (
            f"{same[0].low:.1f}-{same[0].high:.1f}",
            str(same[0].questions),
            _plain(same[0].confidence),
            *(_share(each.right) for each in same),
        )
        for same in zip(*honesty.bins.values(), strict=True)
    ]
    columns = ("confidence", "questions", "mean confidence", *(f"right %: {right}" for right in honesty.bins))
    return Table("Reliability", columns, tuple(rows), "All questions asked, those without an answer among them.")


def _promises(honesty: Honesty) -> Table:
    rows = [
        (str(each.one_wrong_in), percent(1 / each.one_wrong_in), str(each.bar), _share(each.shown), _share(each.wrong))
        for each in honesty.promises
    ]
    columns = ("one wrong in", "promised wrong %", "bar", "shown %", "wrong of those shown %")
    note = "QA_BOT_ONE_WRONG_IN, first sentences of all questions asked; bars are learned from the fitting half."
    return Table("What the bar promises", columns, tuple(rows), note)


def _systems(each: SetFigures, variant: str) -> list[str]:
    return list(dict.fromkeys(system for asked, system, _ in each.figures if asked == variant))


def _cell(estimate: Estimate) -> str:
    low, high = estimate.interval
    return f"{_share(estimate.value)} ({_share(low)}-{_share(high)})"


def _signed(estimate: Estimate) -> str:
    low, high = estimate.interval
    return f"{100 * estimate.value:+.1f} ({100 * low:+.1f} to {100 * high:+.1f})"


def _share(share: float) -> str:
    return "–" if isnan(share) else percent(share)


def _plain(value: float) -> str:
    return "–" if isnan(value) else f"{value:.3f}"


def record_of(sets: Sequence[SetFigures], honesty: Honesty, plan: Plan) -> dict[str, Any]:
    """Return all figures as plain data for JSON: shares from 0 to 1, None where there was nothing to measure."""
    record = {
        "plan": asdict(plan),
        "bar": BAR,
        "resamples": RESAMPLES,
        "sets": [_set(each) for each in sets],
        "honesty": asdict(honesty),
    }
    return {key: _known(value) for key, value in record.items()}


def _set(each: SetFigures) -> dict[str, Any]:
    nested: dict[str, dict[str, dict[str, Any]]] = {}
    above: dict[str, dict[str, dict[str, Any]]] = {}
    for (variant, system, measure), estimate in each.figures.items():
        nested.setdefault(variant, {}).setdefault(system, {})[measure] = _estimate(estimate)
        if system != QA_BOT:
            paired = _estimate(each.difference(variant, system, measure))
            above.setdefault(variant, {}).setdefault(system, {})[measure] = paired
    return {"name": each.name, **each.of, "figures": nested, "above_baseline": above}


def _estimate(estimate: Estimate) -> dict[str, float]:
    low, high = estimate.interval
    return {"value": estimate.value, "low": low, "high": high}


def _known(value: Any) -> Any:
    """Return `value` with None for every NaN, which JSON doesn't have, and numbers of at most six digits."""
    if isinstance(value, float):
        return None if isnan(value) else round(value, 6)
    if isinstance(value, Mapping):
        return {key: _known(each) for key, each in value.items()}
    return [_known(each) for each in value] if isinstance(value, list | tuple) else value
