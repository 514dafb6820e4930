"""The guide that is written for a person is heard first, also for what they said turns ago."""

import pytest

from advisor.answer.audience import written_for
from tests.advisor.written import HOSPITAL, advisor, guide, readers

GUIDES = (
    guide(id="leavers", publisher="Leavers", audience="student"),
    guide(HOSPITAL.replace("Ward Press", "Late Press"), id="late", publisher="Late", audience="carer without a degree"),
)


@pytest.mark.parametrize(
    ("person", "wanted"),
    [
        ({"background": "student"}, "leavers"),
        ({"background": "carer"}, "late"),
        ({"background": "carer", "degree": "none"}, "late"),
        ({"background": "plumber"}, None),
        ({"likes": "student life"}, None),
        ({}, None),
    ],
    ids=["student", "carer", "carer without degree", "nobody's audience", "liking", "unknown"],
)
def test_a_guide_is_for_who_says_to_be_its_audience(person, wanted):
    assert written_for(person, readers(*GUIDES).reader) == wanted


@pytest.mark.parametrize(("told", "first"), [("I am a student.", "leavers"), ("I am a carer.", "late")])
def test_what_was_said_turns_ago_decides_which_guide_leads(told, first):
    talk = advisor(*GUIDES)
    for turn in (told, "Hello", "What does a paramedic do every day?"):
        answer = talk.ask(turn, conversation_id="c")

    assert answer.citations[0].guide_id == first
