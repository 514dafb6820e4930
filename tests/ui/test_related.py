from dataclasses import replace

import pytest

from tests.advisor import written
from tests.advisor.written import guide
from tests.fakes import ScriptedAdvisor
from ui.related import Related, related_to

CARER = replace(
    guide("# Carers\n\n| Aspect | Carer |\n|---|---|\n| Salary range | $30k to $40k |\n", id="carers"), roles=("carer",)
)
LIBRARY = written.library(guide(), guide(written.UNION, id="union", publisher="Union"), CARER)


@pytest.fixture
def advisor():
    return ScriptedAdvisor((), LIBRARY)


def ids(choices):
    return [choice.id for choice in choices]


def test_the_roles_of_a_guide_can_be_compared_on_what_it_speaks_of(advisor):
    related = related_to(LIBRARY.guides["ward"], advisor)

    assert [set(ids(group)) for group in related.groups] == [{"nurse", "paramedic"}]
    assert {"pay", "education"} <= set(ids(related.attributes))


def test_what_only_other_guides_speak_of_is_not_offered(advisor):
    assert "pay" not in ids(related_to(LIBRARY.guides["union"], advisor).attributes)


def test_other_guides_on_the_same_roles_are_named(advisor):
    assert [other.id for other in related_to(LIBRARY.guides["ward"], advisor).others] == ["union"]


def test_a_guide_on_one_role_is_set_beside_others(advisor):
    related = related_to(LIBRARY.guides["carers"], advisor)

    assert {group[0].id for group in related.groups} == {"carer"}
    assert {group[1].id for group in related.groups} == {"nurse", "paramedic"}
    assert ids(related.attributes) == ["pay"]


def test_roles_without_front_matter_are_those_of_the_tables():
    bare = replace(guide(), roles=())
    advisor = ScriptedAdvisor((), written.library(bare))

    assert [set(ids(group)) for group in related_to(bare, advisor).groups] == [{"nurse", "paramedic"}]


def test_without_a_library_nothing_is_related_and_the_guide_can_be_read():
    assert related_to(LIBRARY.guides["ward"], ScriptedAdvisor(())) == Related()
