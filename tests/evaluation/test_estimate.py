import numpy as np
import pytest

from qa_bot.evaluation.estimate import Estimate, Resamples, mean_of

rng = np.random.default_rng(7)


def test_a_mean_has_its_interval() -> None:
    # 400 articles of one question each, half of them right: 50 % ± 1.96 · √(.25/400).
    values = np.tile([0.0, 1.0], 200)
    estimate = Resamples([str(at) for at in range(400)], seed=1).mean(values)
    assert estimate.value == 0.5
    assert estimate.interval == pytest.approx((0.451, 0.549), abs=0.008)


def test_questions_of_one_article_count_together() -> None:
    # The same 400 questions about 20 articles, all right or all wrong: 50 % ± 1.96 · √(.25/20).
    values = np.repeat(np.tile([0.0, 1.0], 10), 20)
    articles = [str(at // 20) for at in range(400)]
    assert Resamples(articles, seed=1).mean(values).interval == pytest.approx((0.28, 0.72), abs=0.04)


def test_a_difference_is_paired() -> None:
    # One system is right wherever the other is, and on 10 % more: its gain is surer than either figure.
    resamples = Resamples([str(at) for at in range(400)], seed=1)
    worse = (rng.random(400) < 0.5).astype(float)
    better = worse.copy()
    better[np.flatnonzero(worse == 0)[:40]] = 1.0
    gain = resamples.mean(better) - resamples.mean(worse)
    assert gain.value == pytest.approx(0.1)
    assert gain.interval == pytest.approx((0.07, 0.13), abs=0.01)


def test_the_same_seed_gives_the_same_interval() -> None:
    values = rng.random(50)
    articles = [str(at % 9) for at in range(50)]
    one, same, other = (Resamples(articles, seed=seed).mean(values).interval for seed in (1, 1, 2))
    assert one == same != other


def test_a_ratio_of_nothing_is_unknown() -> None:
    estimate = Resamples(["a", "b"], seed=1).ratio(np.zeros(2), np.zeros(2))
    assert np.isnan(estimate.value)
    assert np.isnan(estimate.interval).all()


def test_resamples_without_a_whole_are_left_out_of_a_ratios_interval() -> None:
    estimate = Resamples(["a", "b"], seed=1).ratio(np.array([1.0, 0.0]), np.array([2.0, 0.0]))
    assert (estimate.value, *estimate.interval) == (0.5, 0.5, 0.5)


def test_any_figure_is_resampled_by_its_weights() -> None:
    values = rng.random(60)
    resamples = Resamples([str(at % 12) for at in range(60)], seed=1)
    mean = resamples.of(lambda weights: float((weights * values).sum() / weights.sum()))
    assert mean.value == pytest.approx(values.mean())
    assert mean.interval == pytest.approx(resamples.mean(values).interval)


def test_every_set_counts_alike_in_a_mean() -> None:
    mean = mean_of([Estimate(0.2, np.array([0.1, 0.3])), Estimate(0.6, np.array([0.5, 0.7]))])
    assert mean.value == pytest.approx(0.4)
    assert mean.draws == pytest.approx([0.3, 0.5])
