from advisor.answer.readers import prepare
from advisor.audit.conflict import Conflict, Found, Mark, Marked, Stand, decided
from advisor.audit.conflicts import conflicts
from tests.advisor import written
from tests.advisor.written import guide

WARD = """# Nurse or paramedic?

## Pay

Nurses earn more than paramedics in big cities.

A nurse gives medicine on a ward.

| Aspect | Nurse | Paramedic |
|---|---|---|
| Salary range | $50k to $70k a year | $45k to $60k a year |
| Education | Bachelor | Diploma |
"""
STREET = """# Life on the street

## Pay

Paramedics earn more than nurses in big cities.

A paramedic drives at night.

| Aspect | Nurse | Paramedic |
|---|---|---|
| Salary range | $80k to $95k a year | $45k to $60k a year |
| Education | PhD | Diploma |
"""


def found(*texts, **metadata):
    guides = [guide(text, id=f"guide-{n}", publisher=f"Press {n}", **metadata) for n, text in enumerate(texts)]
    return conflicts(prepare(written.library(*guides)))


def test_other_figures_for_one_role_and_attribute_are_found():
    (conflict,) = [c for c in found(WARD, STREET) if c.found is Found.FIGURES]

    assert (conflict.roles, conflict.attributes) == (("nurse",), ("pay",))
    assert {stand.guide_id for stand in conflict.stands} == {"guide-0", "guide-1"}
    assert "$80k to $95k a year" in {stand.quote for stand in conflict.stands}


def test_other_levels_in_one_cell_are_found():
    told = [c for c in found(WARD, STREET) if c.found is Found.CELL and c.attributes == ("education",)]

    assert [(c.roles, "Press 0" in c.why and "Press 1" in c.why) for c in told] == [(("nurse",), True)]


def test_sentences_that_compare_the_other_way_round_are_found():
    (conflict,) = [c for c in found(WARD, STREET) if c.found is Found.PASSAGES]

    assert [stand.quote for stand in conflict.stands] == [
        "Nurses earn more than paramedics in big cities.",
        "Paramedics earn more than nurses in big cities.",
    ]
    assert "other way round" in conflict.why


def test_guides_that_say_the_same_have_no_conflict():
    assert found(WARD, WARD.replace("# Nurse or paramedic?", "# Again")) == ()


def test_a_guide_that_repeats_another_does_not_contradict_it():
    assert found(WARD, STREET, origin="one press release") == ()


def stand(guide: str, words: str) -> Stand:
    return Stand(guide, f"{guide}:1", words, words)


def test_a_mark_holds_while_the_cited_words_stand_and_the_last_one_counts():
    conflict = Conflict(Found.FIGURES, "Pay", (stand("a", "$1"), stand("b", "$2")), ("nurse",), ("pay",))
    renamed = Conflict(Found.FIGURES, "Salary", (stand("b", "$2"), stand("a", "$1")), ("nurse",), ("pay",))
    changed = Conflict(Found.FIGURES, "Pay", (stand("a", "$3"), stand("b", "$2")), ("nurse",), ("pay",))
    late = Marked(conflict.id, Mark.DIFFERENT_THINGS, "Base and total pay.", "ana", "2026-11-20T12:00:00Z")
    early = Marked(conflict.id, Mark.REAL, "", "ana", "2026-11-20T10:00:00Z")

    assert decided([renamed], [late, early]) == {renamed: late}
    assert decided([changed], [late, early]) == {changed: None}
    assert list(decided([conflict, changed], [late])) == [changed, conflict]  # what nobody decided comes first
