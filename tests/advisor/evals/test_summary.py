from dataclasses import replace

from advisor.domain import Declined, DeclineReason, Kind
from advisor.errors import InputError
from advisor.evals.conversation import Asked, ask, score
from advisor.evals.report import Earlier, compare
from advisor.evals.summary import by_category, summarise
from tests.advisor.evals.made import BINDINGS, GOOD, PAY, answer, claim, item
from tests.fakes import ScriptedAdvisor

DECLINED = answer(
    text="The guides do not say.", kind=Kind.DECLINED, declined=Declined(DeclineReason.NOT_IN_GUIDES, "No.")
)


def scored(given, *, ms=10.0, **fields):
    return score(item(**fields), Asked((given,), (ms,)), BINDINGS)


def test_declining_is_measured_both_ways_and_what_may_do_either_is_left_out():
    numbers = summarise(
        [
            scored(GOOD, expected_behavior="answer"),
            scored(DECLINED, expected_behavior="answer"),
            scored(DECLINED, expected_behavior="abstain"),
            scored(DECLINED, expected_behavior="decline_offtopic"),
            scored(GOOD, expected_behavior="abstain"),
            scored(DECLINED, expected_behavior="partial"),
        ],
        {},
    )

    assert numbers.false_decline == 1 / 2
    assert numbers.answered_what_must_be_declined == 1 / 3
    assert (numbers.abstention_precision, numbers.abstention_recall) == (2 / 3, 2 / 3)


def test_gold_guides_are_looked_for_among_those_cited_and_those_retrieved():
    mapped = {"1": "pay-guide", "2": "other-guide"}

    numbers = summarise([scored(GOOD, sources=[1, 2, 9]), scored(GOOD, sources=[9]), scored(GOOD, sources=[1])], mapped)

    assert (numbers.sources_cited, numbers.sources_retrieved) == (3 / 4, 3 / 4)


def test_a_claim_cites_well_with_a_good_verdict_and_a_quote_in_its_passage():
    misquoted = replace(PAY, n=2, quote="MLOps is easy")
    given = answer(claim("MLOps pays.", 1), claim("MLOps is easy.", 2), claim("Uncited."), sources=(PAY, misquoted))

    assert summarise([scored(given)], {}).citation_precision == 1 / 3


def test_latency_is_that_of_single_turns():
    numbers = summarise([scored(GOOD, ms=float(ms)) for ms in range(1, 101)], {})

    assert (numbers.latency_p50_ms, numbers.latency_p95_ms) == (50.0, 95.0)


def test_what_was_not_there_to_measure_is_none():
    numbers = summarise([scored(GOOD)], {})

    assert (numbers.false_decline, numbers.abstention_recall, numbers.sources_cited) == (None, None, None)


def test_categories_are_counted_apart():
    numbers = by_category(
        [scored(GOOD, category="pay"), scored(DECLINED, category="x", expected_behavior="answer")], {}
    )

    assert {name: (n.items, n.passed) for name, n in numbers.items()} == {"pay": (1, 1.0), "x": (1, 0.0)}


def test_an_item_that_could_not_be_run_fails_with_its_reason():
    wanted = item(turns=["a", "b"])
    asked = ask(ScriptedAdvisor([GOOD, InputError("Too long.", hint="Shorten it.")]), wanted)

    failed = score(wanted, asked, BINDINGS)

    assert (failed.passed, failed.problems.shape) == (False, ("Too long. Shorten it.",))


def test_an_earlier_turn_is_held_to_its_own_expectation():
    wanted = item(turns=["a", "b"], per_turn={"0": {"must_contain": [["median"]]}})

    failed = score(wanted, Asked((GOOD, GOOD)), BINDINGS)

    assert failed.problems.content == ("turn 0: lacks median",)


def test_runs_are_compared_item_by_item():
    now = [scored(GOOD, id="up"), scored(DECLINED, id="down", expected_behavior="answer"), scored(GOOD, id="new")]
    then = {"up": False, "down": True, "gone": True}
    earlier = Earlier.model_validate({"items": [{"id": id, "passed": passed} for id, passed in then.items()]})

    change = compare(now, earlier)

    assert (change.better, change.worse, change.only_now, change.only_then) == (("up",), ("down",), ("new",), ("gone",))
