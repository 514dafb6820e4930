"""What a person does with a plan, and what that leaves of its citations."""

from dataclasses import replace

import pytest

from advisor.answer.my_plan import Part
from advisor.domain import Answer, Kind, Origin, Topic
from advisor.errors import InputError
from advisor.plan.kept import STEP_AT_MOST, STEPS_AT_MOST, Plan, Step, Whose, as_it_came, with_own, with_words, without
from advisor.plan.told import told_in
from advisor.serial import read, to_dict
from tests.advisor.answer.test_my_plan import VOCABULARY, WARD
from tests.advisor.written import guide, library
from tests.fakes import prepare
from tests.ui.samples import SHORT

CITED = Step("s1", Part.PROJECT, Whose.GUIDE, SHORT.quote, SHORT.quote, "", (SHORT,))
PLAN = Plan("nurse", "Nurse", "", "What should I build?", "release-1", (CITED,))
BLANK = Answer("", "", "en", "c", "2026-11-20T10:00:00Z", "", Origin.CHAT, Kind.ANSWER, None, "")


def test_changed_words_are_the_persons_and_keep_their_place():
    (step,) = with_words(PLAN, "s1", "Show a ward plan").steps

    assert step.changed and step.text == "Show a ward plan"
    assert step.sources == (SHORT,) and step.came_as == SHORT.quote


def test_the_guides_words_count_as_cited_again_once_they_are_back():
    changed = with_words(PLAN, "s1", "Show a ward plan")

    assert as_it_came(changed, "s1") == PLAN
    assert with_words(changed, "s1", f"  {SHORT.quote}\r\n").steps == (CITED,)


def test_a_step_of_ones_own_is_never_cited():
    own = with_own(PLAN, Part.THIRTY_DAYS, "Call\r\nBo ").of(Part.THIRTY_DAYS)[0]

    assert (own.text, own.whose, own.changed, own.sources) == ("Call Bo", Whose.OWN, False, ())


@pytest.mark.parametrize("gone", [lambda: without(PLAN, "s1"), lambda: with_words(PLAN, "s1", " ")])
def test_a_step_that_is_removed_or_emptied_is_gone(gone):
    assert gone().steps == ()


@pytest.mark.parametrize(
    "act",
    [
        lambda: with_own(PLAN, Part.GOAL, " \x00 "),
        lambda: with_words(PLAN, "s1", "x" * (STEP_AT_MOST + 1)),
        lambda: with_words(PLAN, "s9", "other"),
        lambda: without(PLAN, "s9"),
        lambda: with_own(replace(PLAN, steps=(CITED,) * STEPS_AT_MOST), Part.GOAL, "one more"),
    ],
    ids=["nothing", "too long", "no such step", "none to remove", "too many"],
)
def test_what_cannot_be_kept_is_refused_with_a_hint(act):
    with pytest.raises(InputError) as refused:
        act()

    assert refused.value.hint


def test_a_plan_is_plain_data_and_back():
    plan = with_own(PLAN, Part.GOAL, "lead a ward")

    assert read(Plan, to_dict(plan)) == plan


def test_a_conversation_tells_the_role_the_background_and_the_aim():
    readers = prepare(library(guide(WARD.format(soon="")), vocabulary=VOCABULARY))
    person = {"background": "soldier", "aim": "lead a ward"}
    advised = replace(BLANK, recommended_role="nurse", topic=Topic(("nurse", "paramedic")))
    last = replace(BLANK, topic=Topic(("nurse", "paramedic")), about_person=person)

    wanted = told_in((advised, last), readers)

    assert (wanted.role, wanted.background, wanted.goal) == ("nurse", "soldier", "lead a ward")
    assert told_in((), readers).role == ""
