"""The model behind the weights that choose one of several: a conditional logit.

Among the alternatives of one group the right ones should have the greatest share of ``exp(weights · features)``.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

_RIDGE = 1.0

Features = dict[str, float]
Group = tuple[list[Features], list[bool]]


def fit(groups: Sequence[Group], *, ridge: float = _RIDGE, is_scaled: bool = False) -> dict[str, float]:
    """Return the weight of each feature, to two places, but those of 0.

    Groups with only right or only wrong alternatives teach nothing and are left out; there must be another one.
    With ``is_scaled`` the ridge weighs every feature in units of its standard deviation.
    """
    groups = [group for group in groups if any(group[1]) and not all(group[1])]
    names = sorted({name for features, _ in groups for own in features for name in own})
    rows = np.array([[own.get(name, 0.0) for name in names] for features, _ in groups for own in features])
    scale = rows.std(axis=0) if is_scaled else np.ones(len(names))
    scale[scale == 0] = 1.0
    rows = rows / scale
    right = np.array([label for _, labels in groups for label in labels], dtype=np.float64)
    sizes = np.array([len(labels) for _, labels in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group_of = np.repeat(np.arange(len(groups)), sizes)

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        scores = rows @ weights
        exps = np.exp(scores - np.maximum.reduceat(scores, starts)[group_of])
        total, good = np.add.reduceat(exps, starts), np.add.reduceat(exps * right, starts)
        gradient = rows.T @ (exps / total[group_of] - exps * right / good[group_of])
        return float(-np.log(good / total).sum() + ridge * weights @ weights / 2), gradient + ridge * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    weights = found.x / scale
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True) if round(weight, 2)}


def share_right(groups: Sequence[Group], weights: Mapping[str, float]) -> float:
    """Return the share of the groups of which the best alternative is a right one, in [0, 1]; there must be one."""
    n_right = 0
    for features, labels in groups:
        scores = [sum(value * weights.get(name, 0.0) for name, value in own.items()) for own in features]
        n_right += labels[scores.index(max(scores))]
    return n_right / len(groups)
