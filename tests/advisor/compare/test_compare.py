import pytest

from advisor.answer.evidence import Reader
from advisor.compare.compare import ROLES_AT_MOST, Comparer
from advisor.compare.table import Picture, Sort, Wanted
from advisor.domain import Attribute, Role, Vocabulary
from advisor.question.mentions import Lexicon
from tests.advisor import written
from tests.advisor.written import guide

BOTH = ("nurse", "paramedic")
VOCABULARY = Vocabulary(
    roles=(
        *written.VOCABULARY.roles,
        Role("soldier", "Soldier"),
        Role("firefighter", "Firefighter"),
        Role("vet", "Vet"),
    ),
    attributes=(*written.VOCABULARY.attributes, Attribute("growth", "Growth", aliases=("outlook",))),
)
WARD = """# Nurse or paramedic?

## Pay and outlook

| Aspect | Nurse | Paramedic | What it means for a soldier |
|---|---|---|---|
| Salary range | $50k to $70k a year | $45k to $75k a year | Army medics start higher up |
| Outlook | +6% in total by 2034 | +9% in total by 2034 | |
| Education | Bachelor of nursing | Diploma | An army course counts as the diploma |

## Daily work

A nurse gives medicine and watches over patients on a ward. A nurse also writes reports for the doctors of the ward.
Nurses and paramedics both work at night. If you are a soldier, shifts as a paramedic will feel familiar every day.

## What this guide does not say

The guide says nothing about how a nurse spends the day abroad.
"""
UNION = """# Nursing today

| Aspect | Nurse |
|---|---|
| Salary range | $48k to $66k a year |
| Education | PhD |
| Daily work | Medicine, reports and talks with families |
"""


def comparer(*texts, **metadata):
    guides = [guide(text, id=f"guide-{n}", publisher=f"Press {n}", **metadata) for n, text in enumerate(texts)]
    library = written.library(*guides, vocabulary=VOCABULARY)
    return Comparer(Reader(library, Lexicon(VOCABULARY, library.guides, (fact.role for fact in library.facts))))


def cell(comparison, attribute, role):
    row = next(row for row in comparison.rows if row.attribute.id == attribute)
    return next(cell for cell in row.cells if cell.column == role)


def quotes(cell):
    return [saying.source.quote for voice in cell.voices for saying in voice.sayings]


def test_every_cell_holds_exact_words_of_the_guides_at_their_place():
    made = comparer(WARD, UNION)

    comparison = made.compare(Wanted(BOTH))
    sources = [s.source for row in comparison.rows for c in row.cells for voice in c.voices for s in voice.sayings]

    guides = {f"guide-{n}": text for n, text in enumerate((WARD, UNION))}
    assert len(sources) > 8
    assert all(guides[source.guide_id][source.start : source.end] == source.quote for source in sources)


def test_each_guide_has_its_own_voice_in_a_cell_tables_before_sentences():
    found = cell(comparer(WARD, UNION).compare(Wanted(BOTH)), "daily-work", "nurse")

    assert [voice.source.publisher for voice in found.voices] == ["Press 1", "Press 0"]
    assert quotes(found) == [
        "Medicine, reports and talks with families",
        "A nurse gives medicine and watches over patients on a ward.",
        "A nurse also writes reports for the doctors of the ward.",
    ]


def test_a_sentence_about_both_roles_or_about_silence_is_in_no_cell():
    comparison = comparer(WARD).compare(Wanted(BOTH))

    told = " ".join(
        quotes(cell(comparison, "daily-work", "nurse")) + quotes(cell(comparison, "daily-work", "paramedic"))
    )
    assert "both work at night" not in told
    assert "nothing about" not in told


def test_where_no_guide_says_anything_the_cell_is_empty():
    comparison = comparer(UNION).compare(Wanted(BOTH, ("pay",)))

    assert cell(comparison, "pay", "paramedic").voices == ()


def test_guides_that_give_other_figures_for_the_same_thing_differ():
    comparison = comparer(WARD, UNION).compare(Wanted(BOTH, ("pay",)))

    assert cell(comparison, "pay", "nurse").differ == "$50k to $70k (Press 0); $48k to $66k (Press 1)"
    assert cell(comparison, "pay", "paramedic").differ == ""


def test_guides_that_name_other_degrees_differ():
    comparison = comparer(WARD, UNION).compare(Wanted(BOTH, ("education",)))

    assert cell(comparison, "education", "nurse").differ == "Bachelor of nursing (Press 0); PhD (Press 1)"


def test_differences_are_worked_out_within_one_guide_with_their_operands():
    differences = comparer(WARD, UNION).compare(Wanted(BOTH, ("pay", "growth"))).differences

    assert {difference.sort: difference.text for difference in differences} == {
        Sort.HIGHER_TOP: "Top of the pay range a year: $75k for Paramedic, against $70k for Nurse ($5k more).",
        Sort.HIGHER_BOTTOM: "Bottom of the pay range a year: $50k for Nurse, against $45k for Paramedic ($5k more).",
        Sort.FASTER: "Growth in total by 2034: +9% for Paramedic, against +6% for Nurse.",
    }
    assert all({source.guide_id for source in d.sources} == {"guide-0"} for d in differences)
    assert all(len(d.sources) == 2 for d in differences)


def test_the_same_level_for_all_roles_is_said_as_such():
    text = "# Levels\n\n| Aspect | Nurse | Paramedic |\n|---|---|---|\n| Education | Bachelor | A bachelor’s degree |\n"

    (difference,) = comparer(text).compare(Wanted(BOTH, ("education",))).differences

    assert difference.sort is Sort.SAME
    assert "Bachelor for Nurse" in difference.text


def test_what_measures_the_same_is_drawn_on_one_axis():
    charts = comparer(WARD, UNION).compare(Wanted(BOTH, ("pay", "growth"))).charts

    assert [(c.picture, c.measures_what, len(c.measures)) for c in charts] == [
        (Picture.RANGE, "pay range a year", 3),
        (Picture.BAR, "growth in total by 2034", 2),
    ]


@pytest.mark.parametrize(
    "other",
    ["€48k to €66k a year", "$4k to $6k a month", "$48k to $66k", "a median of $60k a year"],
    ids=["another currency", "another period", "no period", "another kind of figure"],
)
def test_what_does_not_measure_the_same_is_not_drawn_on_one_axis(other):
    comparison = comparer(WARD, UNION.replace("$48k to $66k a year", other)).compare(Wanted(BOTH, ("pay",)))

    assert [{m.source.guide_id for m in chart.measures} for chart in comparison.charts] == [{"guide-0"}]
    assert [measure.source.guide_id for measure in comparison.alone] == ["guide-1"]
    assert cell(comparison, "pay", "nurse").differ == ""


def test_a_total_by_a_year_and_a_yearly_rate_are_not_drawn_on_one_axis():
    text = WARD.replace("+9% in total by 2034", "+1% a year")

    comparison = comparer(text).compare(Wanted(BOTH, ("growth",)))

    assert comparison.charts == ()
    assert comparison.differences == ()
    assert len(comparison.alone) == 2


def test_money_of_a_market_is_neither_pay_nor_growth():
    text = WARD.replace("$45k to $75k a year", "the market grows from $2B in 2024 to $16B in 2030")

    comparison = comparer(text).compare(Wanted(BOTH, ("pay",)))

    assert comparison.charts == ()
    assert [measure.role for measure in comparison.alone] == ["nurse"]


def test_backgrounds_are_those_that_columns_and_sentences_address():
    assert [b.id for b in comparer(WARD).choices.backgrounds] == ["soldier"]
    assert comparer(UNION).choices.backgrounds == ()


def test_what_it_means_for_a_background_comes_from_its_column_and_from_sentences_that_address_it():
    comparison = comparer(WARD).compare(Wanted(BOTH, ("pay", "daily-work", "growth"), "soldier"))

    told = {row.attribute.id: quotes(row.for_you) for row in comparison.rows}
    assert told == {
        "pay": ["Army medics start higher up"],
        "daily-work": ["If you are a soldier, shifts as a paramedic will feel familiar every day."],
        "growth": [],
    }


def test_an_audience_is_a_background_where_sentences_address_it():
    told = "School leavers need a diploma to be a nurse. A nurse may start as a school leaver."
    text = f"# Ways in\n\n## Education\n\n{told}\n"

    made = comparer(text, audience="School leavers who want to help; people")
    comparison = made.compare(Wanted(BOTH, ("education",), "school-leavers"))

    assert [b.name for b in made.choices.backgrounds] == ["School leavers"]
    assert len(quotes(comparison.rows[0].for_you)) == 2


def test_without_a_choice_the_attributes_are_those_that_most_guides_speak_of():
    comparison = comparer(WARD, UNION).compare(Wanted(BOTH))

    assert comparison.by_default
    assert {"pay", "education", "daily-work"} <= {attribute.id for attribute in comparison.attributes}


def test_what_the_library_does_not_know_is_named():
    comparison = comparer(WARD).compare(Wanted((*BOTH, "astronaut"), ("pay", "shoe-size"), "king"))

    assert comparison.unknown == ("astronaut", "shoe-size", "king")
    assert [role.id for role in comparison.roles] == ["nurse", "paramedic"]


def test_one_role_alone_is_no_comparison():
    assert comparer(WARD).compare(Wanted(("nurse", "nurse"), ("pay",))).rows == ()


def test_of_more_roles_than_fit_the_rest_is_left_out_and_named():
    roles = tuple(role.id for role in VOCABULARY.roles[: ROLES_AT_MOST + 1])

    comparison = comparer(WARD).compare(Wanted(roles))

    assert len(comparison.roles) == ROLES_AT_MOST
    assert [role.id for role in comparison.left_out] == [roles[-1]]


def test_of_three_roles_the_first_is_set_against_the_others():
    text = "# Pay\n\n| Aspect | Nurse | Paramedic | Carer |\n|---|---|---|---|\n| Pay | $50k | $45k | $30k |\n"

    (difference,) = comparer(text).compare(Wanted((*BOTH, "carer"), ("pay",))).differences

    assert (
        difference.text
        == "Pay: $50k for Nurse, against $45k for Paramedic and $30k for Carer ($5k more than the next)."
    )
