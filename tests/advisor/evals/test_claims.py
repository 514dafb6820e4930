import json

import numpy as np
import pytest

from advisor.errors import InputError
from advisor.evals.claims import (
    MEASURES,
    Judged,
    LabelledClaim,
    auroc,
    best_threshold,
    by_check,
    compare_checks,
    fits,
    judge,
    measure,
    rates,
    read_claims,
    ways,
)
from advisor.evals.fitting import fit_weights, left_out
from tests.fakes import HashEmbedder

EMBED = HashEmbedder().embed
SAID = [
    LabelledClaim(claim=f"The ward of town {n} has {n} beds.", evidence=f"In town {n} the ward has {n} beds.", label=1)
    for n in range(3, 40)
]
UNSAID = [
    LabelledClaim(claim=f"The clinic of town {n} is painted green.", evidence=f"Town {n} lies near the sea.", label=0)
    for n in range(3, 40)
]


def test_the_auroc_counts_pairs_in_order_and_ties_by_half():
    labels = np.array([True, True, False, False])

    assert auroc(np.array([0.9, 0.8, 0.2, 0.1]), labels) == 1.0
    assert auroc(np.array([0.1, 0.2, 0.8, 0.9]), labels) == 0.0
    assert auroc(np.array([0.5, 0.5, 0.5, 0.5]), labels) == 0.5
    assert auroc(np.array([0.9, 0.3, 0.5, 0.1]), labels) == 0.75


def test_precision_recall_and_balanced_accuracy_are_of_supported():
    said, labels = np.array([True, True, True, False]), np.array([True, True, False, False])

    assert rates(said, labels) == {"balanced_accuracy": 0.75, "precision": pytest.approx(2 / 3), "recall": 1.0}


def test_the_threshold_parts_the_fitting_half_best():
    threshold = best_threshold(np.array([0.1, 0.2, 0.6, 0.7]), np.array([False, False, True, True]))

    assert 0.2 < threshold < 0.6


def test_claims_on_one_evidence_stay_in_one_half():
    pair = [LabelledClaim(claim=claim, evidence="The ward is open.", label=1) for claim in ("Open.", "Closed.")]

    assert fits(pair[0]) is fits(pair[1])


def test_the_threshold_never_sees_the_judged_half():
    claims = [*SAID, *UNSAID]
    honest = [Judged(float(c.label), bool(c.label), 1.0) for c in claims]
    turned = [Judged(1 - j.score, j.supported, 1.0) if not fits(c) else j for c, j in zip(claims, honest, strict=True)]

    assert measure(claims, honest)["balanced_accuracy"] == 1.0
    assert measure(claims, turned)["balanced_accuracy"] == 0.0
    assert measure(claims, turned, fixed=True)["balanced_accuracy"] == 1.0


def test_ours_and_two_plain_baselines_are_measured():
    told = []

    measured = compare_checks([*SAID, *UNSAID], ways(EMBED), lambda name, done: told.append(name))

    assert list(measured) == ["ours", "word_overlap", "embedding_cosine"]
    assert all(tuple(row) == MEASURES for row in measured.values())
    assert measured["ours"]["balanced_accuracy"] > 0.9
    assert len(told) == 3 * len([*SAID, *UNSAID])


def test_a_claim_may_cite_several_passages():
    given = LabelledClaim(
        claim="The ward has 12 beds and opens in May 2026.",
        evidence=("The ward has 12 beds.", "The ward opens in May 2026."),
        label=1,
    )
    half = given.model_copy(update={"evidence": ("The ward has 12 beds.",)})

    assert by_check(given, None)[0] > by_check(half, None)[0]


def test_each_claim_is_timed():
    (judged,) = judge(SAID[:1], lambda given: (1.0, True), lambda done: None)

    assert judged.ms >= 0


def test_weights_are_fitted_on_the_fitting_halves_and_tried_on_sets_left_out():
    sets = {name: [*SAID, *UNSAID] for name in ("one", "two")}
    features = {
        name: [{"told": float(c.label if fits(c) else 1 - c.label), "noise": 0.5} for c in claims]
        for name, claims in sets.items()
    }

    weights = fit_weights(sets, features, ["told", "noise"])

    assert weights.features["told"] > 1
    assert weights.features["noise"] == pytest.approx(0.0)
    assert left_out(sets, features, ["told", "noise"]) == {"one": 0.0, "two": 0.0}


@pytest.mark.parametrize(
    "lines",
    [
        ['{"claim": "Open.", "evidence": "Open.", "label": 1}'],
        ['{"claim": "Open.", "label": 1}'],
        ['{"claim": "Open.", "evidence": "Open.", "label": 2}'],
        ["not json"],
    ],
    ids=["one label only", "no evidence", "another label", "no json"],
)
def test_a_file_that_cannot_be_judged_is_told_by_name(tmp_path, lines):
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(InputError, match=r"claims\.jsonl"):
        read_claims(file)


def test_claims_are_read_from_lines(tmp_path):
    file = tmp_path / "claims.jsonl"
    rows = [{"claim": c.claim, "evidence": c.evidence, "label": c.label, "source": "ward"} for c in [*SAID, *UNSAID]]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert read_claims(file) == [*SAID, *UNSAID]
