"""What is measured on the reports held out."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Scored:
    """One question's candidates: their scores, best or not, and which of them answer it."""

    scores: np.ndarray
    gold: np.ndarray
    answerable: bool


def area_under_curve(positive: np.ndarray, negative: np.ndarray) -> float:
    difference = positive[:, None] - negative[None]
    return float((difference > 0).mean() + 0.5 * (difference == 0).mean())


def measure(scored: list[Scored]) -> dict[str, float]:
    """MRR, recall@k, AUC of answerable against near misses by best score, near misses refused at 5% false refusals."""
    ranks = []
    for one in scored:
        if one.answerable:
            order = np.argsort(-one.scores, kind="stable")
            hits = np.flatnonzero(one.gold[order])
            ranks.append(hits[0] if len(hits) else np.inf)
    ranks = np.array(ranks)
    best = np.array([one.scores.max() for one in scored])
    answerable = np.array([one.answerable for one in scored])
    threshold = np.quantile(best[answerable], 0.05)
    return {
        "mrr": float((1 / (1 + ranks)).mean()),
        **{f"recall@{k}": float((ranks < k).mean()) for k in (1, 3, 5)},
        "auc": area_under_curve(best[answerable], best[~answerable]),
        "refused": float((best[~answerable] < threshold).mean()),
    }


def fit_logistic(features: np.ndarray, labels: np.ndarray, steps: int = 60) -> np.ndarray:
    """Weights of a logistic regression (the last one is the intercept) by Newton's method, lightly ridged."""
    inputs = np.column_stack([features, np.ones(len(features))])
    weights = np.zeros(inputs.shape[1])
    ridge = 1e-3 * np.eye(inputs.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ weights, -30, 30)))
        gradient = inputs.T @ (chance - labels) + ridge @ weights
        curvature = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + ridge
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights
