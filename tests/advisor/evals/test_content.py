from dataclasses import replace

import pytest

from advisor.domain import Declined, DeclineReason, Kind
from advisor.evals.content import check_choice, check_content, check_shape
from advisor.evals.question_file import Behaviour
from tests.advisor.evals.made import BINDINGS, GOOD, PAY, answer, claim, item

DECLINED = answer(
    text="The guides do not say.", kind=Kind.DECLINED, declined=Declined(DeclineReason.NOT_IN_GUIDES, "No.")
)
ASKS = answer(text="Which of the two?", kind=Kind.QUESTION)


def test_a_sound_answer_has_its_shape():
    assert check_shape(GOOD) == []
    assert check_shape(DECLINED) == []


@pytest.mark.parametrize(
    "broken",
    [replace(GOOD, answer=" "), replace(DECLINED, declined=None), replace(GOOD, citations=(replace(PAY, quote=" "),))],
    ids=["empty", "declined without a reason", "nothing quoted"],
)
def test_a_broken_shape_is_told(broken):
    assert len(check_shape(broken)) == 1


@pytest.mark.parametrize(
    ("behaviour", "given", "wrong"),
    [
        (Behaviour.ANSWER, GOOD, False),
        (Behaviour.ANSWER, DECLINED, True),
        (Behaviour.ANSWER_WITH_CONFLICT, ASKS, True),
        (Behaviour.ANSWER_WITH_CAVEAT, DECLINED, False),
        (Behaviour.PARTIAL, ASKS, True),
        (Behaviour.CLARIFY, ASKS, False),
        (Behaviour.CLARIFY, GOOD, False),
        (Behaviour.ABSTAIN, DECLINED, False),
        (Behaviour.REFUSE_INJECTION, GOOD, True),
        (None, ASKS, False),
    ],
)
def test_the_kind_of_answer_must_be_the_expected_one(behaviour, given, wrong):
    assert bool(check_content(item(), behaviour, given)) is wrong


def test_an_earlier_turn_that_facts_answer_must_be_an_answer():
    assert check_content(item(gold_facts=["F1"]), None, ASKS) == ["is question, not an answer"]


def test_one_alternative_of_every_group_is_enough():
    wanted = item(must_contain=[["130k", "130,000"], ["median"]])

    assert check_content(wanted, Behaviour.ANSWER, GOOD) == ["lacks median"]


def test_a_group_for_the_guides_do_not_say_is_met_by_any_such_words():
    wanted = item(must_contain=[["don't have", "not in the guides"]])

    assert check_content(wanted, Behaviour.PARTIAL, answer(text="No guide gives one.")) == []


def test_an_expected_decline_need_not_contain_but_must_still_not_say():
    wanted = item(must_contain=[["Rust"]], must_not_contain=["the guides do"])

    assert check_content(wanted, Behaviour.ABSTAIN, DECLINED) == ["says 'the guides do'"]


def test_the_advised_role_is_the_expected_one_and_is_named():
    advised = replace(GOOD, recommended_role="mlops-engineer")
    unnamed = answer(claim("Take it.", 1), recommended_role="mlops-engineer")

    assert check_choice("MLOps", advised, BINDINGS) == []
    assert check_choice("ML engineer", advised, BINDINGS) == ["recommends MLOps, not ML engineer"]
    assert check_choice("MLOps", GOOD, BINDINGS) == ["recommends None, not MLOps"]
    assert check_choice("MLOps", unnamed, BINDINGS) == ["does not name the role it recommends"]


@pytest.mark.parametrize("choice", [None, "both"])
def test_a_choice_that_is_no_role_is_for_the_reader(choice):
    assert check_choice(choice, GOOD, BINDINGS) == []
