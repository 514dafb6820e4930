"""The scorer in the shared material decides; ours must give the same verdict, word for word."""

import importlib.util
import os
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain import Basis, Declined, DeclineReason, Kind, Support
from advisor.evals.beside import read_bindings
from advisor.evals.conversation import Asked, score
from advisor.serial import to_dict
from tests.advisor.evals.made import GOOD, PAY, answer, claim, item

ROOT = Path(__file__).parents[3]
BINDINGS = ROOT / "tests/evals/bindings.json"
DECLINED = answer(
    text="The guides do not say.", kind=Kind.DECLINED, declined=Declined(DeclineReason.NOT_IN_GUIDES, "No.")
)
GIVEN = {
    "good": GOOD,
    "declined": DECLINED,
    "declined without a reason": replace(DECLINED, declined=None),
    "asks back": answer(text="Which of the two?", kind=Kind.QUESTION),
    "swapped role": answer(claim("MLOps reaches $191k.", 1), sources=(PAY,)),
    "misquoted": replace(GOOD, citations=(replace(PAY, quote="MLOps starts at $140k"),)),
    "uncited": answer(claim("MLOps has 3% such postings.", verdict=Support.UNSUPPORTED)),
    "worked out": answer(claim("MLOps grows by $55k, to $200k.", 1, basis=Basis.COMPUTED), sources=(PAY,)),
    "absent": answer(claim("No guide speaks of Rust in 2019.", basis=Basis.ABSENT)),
    "library": answer(claim("The guides are of 2026.", basis=Basis.LIBRARY), text="The guides are of 2026. Or 2027?"),
    "long": answer(*[claim("MLOps pays well, they say, and goes on to do so for years.", 1)] * 16, sources=(PAY,)),
    "advises": replace(GOOD, recommended_role="mlops-engineer"),
}
WANTED = {
    "answer": item(expected_behavior="answer", must_contain=[["130k"], ["median", "ML"]], expected_choice="MLOps"),
    "abstain": item(expected_behavior="abstain", must_contain=[["don't have"]], must_not_contain=["starts at"]),
    "caveat": item(expected_behavior="answer_with_caveat", category="comparison", must_contain=[["no origin"]]),
    "nothing said": item(gold_facts=["F1"], expected_choice="both"),
}


@pytest.fixture(scope="module")
def reference():
    folder = (ROOT / os.environ.get("ADVISOR_SHARED", "../shared")).resolve()
    script = folder / "eval/score.py"
    if not script.is_file():
        pytest.skip("the shared scorer is not here (eval/score.py in the folder that ADVISOR_SHARED names)")
    spec = importlib.util.spec_from_file_location("reference_scorer", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("wanted", WANTED.values(), ids=WANTED)
@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_our_verdict_is_that_of_the_shared_scorer(reference, wanted, given):
    expected = reference.score(wanted.model_dump(mode="json"), [to_dict(given)])

    ours = score(wanted, Asked((given,)), read_bindings(BINDINGS, ()))

    assert {part: list(map(str, found)) for part, found in ours.problems.parts().items()} == expected


def test_our_figures_belong_to_the_roles_that_the_shared_scorer_knows(reference):
    ours = read_bindings(BINDINGS, ())

    assert dict(ours.figures) == reference.BINDINGS
    assert {name: role.pattern.pattern for name, role in ours.roles.items()} == reference.ROLES
