import numpy as np
import pytest

from wenbao_training.measures import Scored, fit_logistic, measure


def test_ranks_areas_and_refusals():
    scored = [
        Scored(np.array([0.9, 0.1, 0.3]), np.array([True, False, False]), True),
        Scored(np.array([0.5, 0.8, 0.6]), np.array([False, False, True]), True),
        Scored(np.array([0.2, 0.4]), np.array([False, False]), False),
        Scored(np.array([0.85, 0.1]), np.array([False, False]), False),
    ]
    figures = measure(scored)
    assert figures["mrr"] == pytest.approx(0.75)
    assert (figures["recall@1"], figures["recall@3"]) == (0.5, 1.0)
    # Of the four pairs of an answerable best (.9, .8) and a near miss's (.4, .85) one is the wrong way round.
    assert figures["auc"] == 0.75
    assert figures["refused"] == 0.5


def test_evidence_that_is_not_among_the_candidates_counts_as_not_found():
    figures = measure(
        [
            Scored(np.array([0.9, 0.8]), np.array([False, False]), True),
            Scored(np.array([0.1]), np.array([False]), False),
        ]
    )
    assert (figures["mrr"], figures["recall@5"]) == (0.0, 0.0)


def test_the_logistic_regression_finds_the_slope_it_was_made_with():
    rng = np.random.default_rng(1)
    inputs = rng.normal(size=(20000, 1))
    labels = rng.random(20000) < 1 / (1 + np.exp(-(2 * inputs[:, 0] - 1)))
    assert fit_logistic(inputs, labels.astype(float)) == pytest.approx([2, -1], abs=0.1)
