import pytest

from advisor.domain import Basis, Support
from tests.advisor.written import advisor, guide

RANGES = """# Pay

| Aspect | Nurse | Paramedic |
|---|---|---|
| Salary range | $50k to $70k | $45k to $61.5k |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How far apart are the top salaries of the two?", "the top of the range is $8.5k higher for Nurse"),
        ("By how much do the lowest salaries differ?", "the bottom of the range is $5k higher for Nurse"),
    ],
)
def test_how_far_two_ranges_are_apart_is_worked_out_with_its_operands(question, told):
    answer = advisor(guide(RANGES)).ask(question)

    claim = answer.claims[0]
    assert told in claim.text
    assert (claim.basis, claim.verdict) == (Basis.COMPUTED, Support.SUPPORTED)
    assert len(claim.citations) == 2


def test_nothing_is_worked_out_where_no_row_holds_two_ranges():
    answer = advisor(guide(RANGES.replace("$45k to $61.5k", "not stated"))).ask("How far apart are the top salaries?")

    assert all(claim.basis is not Basis.COMPUTED for claim in answer.claims)


def test_which_of_them_is_answered_by_setting_them_side_by_side():
    answer = advisor(guide(RANGES)).ask("Which role has the better salary?")

    assert "$50k to $70k" in answer.answer
    assert "$45k to $61.5k" in answer.answer
