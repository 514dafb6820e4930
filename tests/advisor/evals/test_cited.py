from dataclasses import replace

import pytest

from advisor.domain import Basis, Support
from advisor.evals.cited import check_cited
from tests.advisor.evals.made import BINDINGS, GOOD, PAY, answer, claim


def problems(given, asked="What do they earn?", category="single") -> list[str]:
    return check_cited(given, asked, category, BINDINGS)


def told(given, **options) -> str:
    """The one thing that is wrong."""
    (problem,) = problems(given, **options)
    return problem


def test_what_stands_on_its_passage_passes():
    assert problems(GOOD) == []


def test_a_quote_that_is_not_in_its_passage_is_told():
    assert told(replace(GOOD, citations=(replace(PAY, quote="MLOps starts at $140k"),))) == (
        "quote [1] is not in its passage"
    )


def test_a_quote_is_found_however_the_lines_break():
    assert problems(replace(GOOD, citations=(replace(PAY, quote="MLOps starts\nat $130k"),))) == []


def test_an_answer_without_claims_is_told():
    assert told(answer(text="It depends.")) == "no claims"


@pytest.mark.parametrize("citations", [(), (2,)], ids=["none", "a number without a source"])
def test_a_claim_without_its_source_is_told(citations):
    assert told(answer(claim("MLOps is hard.", *citations), sources=(PAY,))).startswith("uncited")


@pytest.mark.parametrize("basis", [Basis.ABSENT, Basis.LIBRARY])
def test_what_is_absent_or_about_the_library_needs_no_citation(basis):
    assert problems(answer(claim("No guide speaks of Rust.", basis=basis))) == []


def test_a_refused_claim_must_not_be_shown():
    assert told(answer(claim("MLOps pays.", 1, verdict=Support.CONTRADICTED), sources=(PAY,))).startswith(
        "shown though contradicted"
    )


def test_a_figure_that_is_not_cited_is_told():
    assert "figure ['140.0', '140000.0'] not in what it cites" in told(
        answer(claim("MLOps starts at $140k.", 1), sources=(PAY,))
    )


def test_a_figure_may_come_from_the_question_or_be_a_small_count():
    given = answer(claim("Yes, $140k is above what two guides say.", 1), sources=(PAY,))

    assert problems(given, asked="Is $140k good?") == []


def test_a_small_share_is_not_free_as_a_small_count_is():
    assert "3%" in told(answer(claim("MLOps has 3% such postings.", 1), sources=(PAY,)))


def test_only_what_is_worked_out_may_hold_a_difference():
    computed = answer(claim("MLOps grows by $55k.", 1, basis=Basis.COMPUTED), sources=(PAY,))
    quoted = answer(claim("MLOps grows by $55k.", 1), sources=(PAY,))

    assert problems(computed) == []
    assert "not in what it cites" in told(quoted)


def test_a_figure_of_one_role_is_not_given_to_another():
    swapped = answer(claim("MLOps reaches $191k.", 1), sources=(PAY,))
    denied = answer(claim("MLOps does not reach $191k.", 1), sources=(PAY,))
    right = answer(claim("MLOps starts at $130k, ML engineers reach $191k.", 1), sources=(PAY,))

    assert told(swapped) == "191 belongs to ML engineer: 'mlops reaches $191k.'"
    assert problems(denied) == problems(right) == []


def test_a_figure_outside_any_claim_is_told():
    assert told(replace(GOOD, answer=GOOD.answer + " Expect $150k.")) == (
        "figure ['150.0', '150000.0'] outside any claim"
    )


def test_little_is_said_outside_claims_save_in_a_table():
    chatter = "well " * 60

    assert "words outside any claim" in told(replace(GOOD, answer=GOOD.answer + chatter))
    assert problems(replace(GOOD, answer=f"{GOOD.answer}\n|---|\n{chatter}")) == []


def test_an_answer_is_no_dump():
    long = answer(claim("word " * 200, 1), sources=(PAY,))
    many = answer(*[claim("MLOps pays.", 1)] * 15, sources=(PAY,))

    assert told(long) == "200 words"
    assert problems(long, category="comparison") == []
    assert told(many) == "15 claims"
