"""A plan in steps: each in a guide's words, for the person who asks, or open."""

from dataclasses import replace

import pytest

from advisor.answer.my_plan import GOAL_AT_MOST, Part, PlanWanted, my_plan
from advisor.answer.readers import prepare
from advisor.domain import Attribute, Role
from tests.advisor import written
from tests.advisor.written import guide, library

WARD = """# Becoming a nurse

## Next step

After some years on the ward, a nurse can lead a ward or teach other nurses.

## Who should choose which

Choose nursing if you like caring for the same patients for days.

## Skills

A nurse needs a calm hand, clear notes and a good memory for medicine.

## The switch

| Aspect | Nurse | Paramedic | What it means for a soldier |
|---|---|---|---|
| Switch | Shift work | Night calls | Bedside talk is new to soldiers |

## Projects

A nurse can show a care plan that was written for a practice patient.
{soon}"""
SOON = "\nIn the first month a nurse on projects learns the ward by heart.\n"
ATTRIBUTES = (
    Attribute("skills", "Skills", "", ("skill", "needs")),
    Attribute("projects", "Projects", "", ("project",)),
    Attribute("next-step", "Next step", "", ("lead",)),
    Attribute("transition", "Transition", "", ("switch", "new part")),
)
VOCABULARY = replace(
    written.VOCABULARY,
    roles=(*written.VOCABULARY.roles, Role("soldier", "Soldier")),
    attributes=(*written.VOCABULARY.attributes, *ATTRIBUTES),
)


@pytest.fixture
def plan():
    def made(*wanted, soon=""):
        held = guide(WARD.format(soon=soon))
        return my_plan(PlanWanted(*wanted), prepare(library(held, vocabulary=VOCABULARY)))

    return made


def words_of(plan, part):
    return [saying.source.quote for step in plan.steps if step.part is part for saying in step.sayings]


def test_each_step_is_in_the_words_of_a_guide_at_their_place(plan):
    made = plan("nurse")
    text = WARD.format(soon="")

    assert [step.part for step in made.steps] == list(Part)
    assert words_of(made, Part.GOAL) == ["After some years on the ward, a nurse can lead a ward or teach other nurses."]
    assert words_of(made, Part.ROLE) == ["Choose nursing if you like caring for the same patients for days."]
    assert "A nurse needs a calm hand, clear notes and a good memory for medicine." in words_of(made, Part.MISSING)
    assert words_of(made, Part.PROJECT) == ["A nurse can show a care plan that was written for a practice patient."]
    sources = [saying.source for step in made.steps for saying in step.sayings]
    assert all(text[source.start : source.end] == source.quote for source in sources)


def test_what_is_new_to_ones_own_background_comes_first_and_to_nobody_else(plan):
    told = "Bedside talk is new to soldiers"

    assert words_of(plan("nurse", "soldier"), Part.MISSING)[0] == told
    assert told not in words_of(plan("nurse"), Part.MISSING)


def test_what_no_guide_says_stays_open(plan):
    assert words_of(plan("nurse"), Part.THIRTY_DAYS) == []


def test_only_what_names_a_time_of_up_to_a_month_is_a_step_of_the_next_thirty_days(plan):
    assert words_of(plan("nurse", soon=SOON), Part.THIRTY_DAYS) == [SOON.strip()]


def test_nothing_is_said_twice(plan):
    made = plan("nurse", "soldier", "lead a ward", soon=SOON)

    assert words_of(made, Part.PROJECT)
    said = [saying.source.start for step in made.steps for saying in step.sayings]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("wanted", [(), ("",), ("king",)], ids=["nothing", "no role", "an unknown role"])
def test_without_a_role_there_are_no_steps(plan, wanted):
    made = plan(*wanted)

    assert made.steps == () and made.role is None
    assert made.unknown == tuple(role for role in wanted if role)
    assert [role.id for role in made.roles] == ["nurse", "paramedic"]


def test_an_unknown_background_is_said_and_a_goal_is_cut_to_its_length(plan):
    made = plan("nurse", "pirate", "to   sail " * 99)

    assert (made.unknown, made.background) == (("pirate",), None)
    assert len(made.goal) <= GOAL_AT_MOST and "  " not in made.goal


def test_talking_it_over_names_role_and_goal(plan):
    assert plan("nurse", "", "lead a ward.").question == (
        "My goal: lead a ward. What should I learn and build first for the Nurse role?"
    )
