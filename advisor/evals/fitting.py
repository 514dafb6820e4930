"""Fits the weights of the score on labelled claims: a logistic regression, each set and label counting the same."""

from collections.abc import Mapping, Sequence

import numpy as np

from advisor.evals.claims import Array, LabelledClaim, auroc, fits
from advisor.verify.coverage import Coverage
from advisor.verify.reading import read
from advisor.verify.score import Embed, Weights, vector_features, word_features

_RIDGE = 0.01  # holds the weights of standardised features near zero
_STEPS = 50

_HEAD = """# Weights of the score's features: "words" where no vectors are asked, "vectors" where they are. Positive
# ones speak for a claim, negative ones against it. Written by `advisor bench fit`; docs/check.md tells on what."""

Sets = Mapping[str, Sequence[LabelledClaim]]
Features = Mapping[str, Sequence[Mapping[str, float]]]


def features_of(sets: Sets, embed: Embed) -> Features:
    """The features of every claim of every set."""
    return {name: [_features(claim, embed) for claim in claims] for name, claims in sets.items()}


def _features(given: LabelledClaim, embed: Embed) -> dict[str, float]:
    laid = Coverage(read(given.claim), read(given.whole))
    return word_features(laid) | vector_features(laid, embed)


def fit_weights(sets: Sets, features: Features, names: Sequence[str], without: str = "") -> Weights:
    """Weights of the named features from the fitting halves of all sets but one."""
    rows, labels, counts = [], [], []
    for name, claims in sets.items():
        chosen = [(c, f) for c, f in zip(claims, features[name], strict=True) if fits(c) and name != without]
        share = {label: 0.5 / max(sum(c.label == label for c, _ in chosen), 1) for label in (0, 1)}
        rows += [[f[feature] for feature in names] for _, f in chosen]
        labels += [c.label for c, _ in chosen]
        counts += [share[c.label] for c, _ in chosen]
    constant, weights = _logistic(np.array(rows), np.array(labels, dtype=float), np.array(counts) / sum(counts))
    return Weights(constant, dict(zip(names, weights, strict=True)))


def left_out(sets: Sets, features: Features, names: Sequence[str]) -> dict[str, float]:
    """AUROC on the judged half of each set, by weights fitted without that set; of a single set none."""
    found = {}
    for name, claims in sets.items() if len(sets) > 1 else ():
        weights = fit_weights(sets, features, names, without=name)
        judged = [(c, f) for c, f in zip(claims, features[name], strict=True) if not fits(c)]
        scores = np.array([weights.score(f) for _, f in judged])
        found[name] = auroc(scores, np.array([c.label == 1 for c, _ in judged]))
    return found


def fitted_yaml(sets: Sets, embed: Embed) -> str:
    """Weights with and without vectors, as the program reads them, with the AUROC of sets left out as a remark."""
    features = features_of(sets, embed)
    example = next(claim for claims in sets.values() for claim in claims)
    by_words = list(word_features(Coverage(read(example.claim), read(example.whole))))
    kinds = {"words": by_words, "vectors": list(next(iter(next(iter(features.values())))))}
    lines = [_HEAD]
    for kind, names in kinds.items():
        aurocs = ", ".join(f"{name} {value:.3f}" for name, value in left_out(sets, features, names).items())
        weights = fit_weights(sets, features, names)
        lines += [
            f"{kind}:  # AUROC on a set that was left out: {aurocs}",
            f"  constant: {weights.constant:.3f}",
            "  features:",
        ]
        lines += [f'    "{name}": {value:.3f}' for name, value in weights.features.items()]
    return "\n".join(lines) + "\n"


def _logistic(rows: Array, labels: Array, counts: Array) -> tuple[float, list[float]]:
    """Constant and weights on the scale of the features, by Newton's method."""
    mean = counts @ rows
    spread = np.sqrt(counts @ (rows - mean) ** 2)
    spread[spread == 0] = 1.0
    design = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    ridge = _RIDGE * np.eye(design.shape[1])
    ridge[0, 0] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        told = 1 / (1 + np.exp(-design @ beta))
        slope = design.T @ (counts * (told - labels)) + ridge @ beta
        bend = (design * (counts * told * (1 - told))[:, None]).T @ design + ridge
        step = np.linalg.solve(bend, slope)
        beta -= step
        if np.abs(step).max() < 1e-9:
            break
    weights = beta[1:] / spread
    return float(beta[0] - weights @ mean), [float(weight) for weight in weights]
