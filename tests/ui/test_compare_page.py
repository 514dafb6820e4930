import csv
import io
import re
from dataclasses import replace

import pytest

from advisor.compare.table import Wanted
from advisor.domain import Attribute, Role, Topic, Vocabulary
from tests.advisor import written
from tests.advisor.written import guide
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui import charts, present
from ui.compare_address import address, compare_address, wanted
from ui.compare_csv import as_csv, safe
from ui.compare_page import compare_page

HOSTILE = '<script>hack()</script> "quoted" & more'
WARD = f"""# Nurse or paramedic?

| Aspect | Nurse | Paramedic | What it means for a soldier |
|---|---|---|---|
| Salary range | $50k to $70k | $45k to $75k | Army medics start higher up |
| Growth | +6% by 2034 | +9% by 2034 | |
| Education | =HYPERLINK("http://evil") | {HOSTILE} | |

## Daily work

A nurse gives medicine. A nurse also writes reports for the doctors of the ward.
"""
UNION = "# Nursing\n\n| Aspect | Nurse |\n|---|---|\n| Salary range | $48k to $66k |\n"
VOCABULARY = Vocabulary(
    roles=(*written.VOCABULARY.roles, Role("soldier", "Soldier")),
    attributes=(*written.VOCABULARY.attributes, Attribute("growth", "Growth"), Attribute("odd, id", "Odd")),
)
BOTH = ("nurse", "paramedic")


@pytest.fixture(scope="module")
def advisor():
    guides = guide(WARD, updated="2025-03"), guide(UNION, id="union", publisher="Union", kind="original")
    return ScriptedAdvisor((), written.library(*guides, vocabulary=VOCABULARY))


@pytest.fixture
def page(advisor):
    def shown(*attributes, roles=BOTH, background=""):
        return compare_page(advisor.compare(Wanted(roles, attributes, background)))

    return shown


def test_a_cell_leads_to_the_words_in_their_guide_and_says_whose_they_are(page):
    html = page("pay")

    cited = re.findall(
        r'<a class="cite" href="([^"]+)" aria-label="([^"]+)">([^<]+)</a>([^/]*</span> <span[^/]+)', html
    )
    assert any("/guides/ward?release=r1&amp;start=" in place and place.endswith("#quote") for place, *_ in cited)
    assert ("Ward Press: open “Nurse or paramedic?” at these words", "Ward Press") in {c[1:3] for c in cited}
    assert 'our digest</span> <span class="badge">March 2025' in html
    assert 'Union</a> <span class="badge">undated' in html


def test_a_cell_in_which_guides_differ_says_so_in_words(page):
    html = page("pay")

    assert "Guides differ.</strong> $50k to $70k (Ward Press); $48k to $66k (Union)" in html


def test_an_empty_cell_says_that_no_guide_says(page):
    html = page("daily-work")

    assert html.count("No guide says.") == 1


def test_more_than_one_statement_of_a_guide_is_folded(page):
    html = page("daily-work")

    assert re.search(r"<summary>1 more from Ward Press</summary><p class=\"says\"><q>A nurse also writes", html)


def test_differences_stand_on_top_marked_as_worked_out(page):
    html = page("pay", "growth")

    assert (
        html.index("Higher ceiling") < html.index("Higher floor") < html.index("Faster growth") < html.index("<table")
    )
    assert "Worked out by us" in html


def test_charts_say_what_they_show_from_where_and_from_when_also_in_words(page):
    html = page("pay", "growth")

    assert html.count('<svg class="chart') == 2
    assert "Pay range, in $" in html and "Growth in total by 2034, in percent" in html
    assert "Source: Ward Press (March 2025), Union (undated). No country named." in html
    assert "not a rate per year" in html
    assert "<desc" in html and "Nurse: $50k to $70k (Ward Press, March 2025)" in html
    assert "The figures as a table" in html


def test_pages_hold_no_inline_style_or_script(page):
    html = page("pay", "growth", "education", background="soldier")

    assert not re.search(r"<[^>]+ (?:style|on\w+)=", html)
    assert not re.search(r"<script(?! src=\"/page/)", html)


def test_words_of_guides_are_escaped(page):
    html = page("education")

    assert "<script>hack" not in html
    assert "&lt;script&gt;hack()" in html


def test_a_background_adds_a_column(page):
    html = page("pay", background="soldier")

    assert "What it means for you: Soldier</th>" in html
    assert "Army medics start higher up" in html
    assert "What it means for you: Soldier" not in page("pay")


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wanted(), "Choose two to four roles"),
        (Wanted((), ("pay",)), "Choose at least two roles"),
        (Wanted(("nurse",)), "Nurse stands alone"),
        (Wanted((*BOTH, "<b>king</b>")), "left out: &lt;b&gt;king&lt;/b&gt;"),
        (Wanted(BOTH), "Nothing was chosen to compare"),
        (Wanted(("nurse", "paramedic", "carer", "soldier", "nurse"), ("pay",)), "Soldier compared"),
    ],
    ids=["nothing yet", "no role", "one role", "an unknown role", "no attribute", "four roles"],
)
def test_what_is_missing_or_too_much_is_said(advisor, wish, told):
    assert told in compare_page(advisor.compare(wish))


def test_a_library_of_one_role_says_that_there_is_nothing_to_compare():
    library = written.library(guide(UNION))
    text = compare_page(ScriptedAdvisor((), replace_roles(library)).compare(Wanted()))

    assert "nothing to compare" in text
    assert "<form" not in text


def replace_roles(library):
    library.guides = {key: replace(one, roles=()) for key, one in library.guides.items()}
    return library


def test_an_address_brings_back_what_it_was_made_from(advisor):
    comparison = advisor.compare(Wanted(BOTH, ("pay", "odd, id"), "soldier"))

    shared = address(comparison)

    assert shared == "/compare?roles=nurse,paramedic&attributes=pay,odd%252C+id&background=soldier"
    assert wanted(["nurse,paramedic"], ["pay,odd%2C id"], "soldier") == Wanted(BOTH, ("pay", "odd, id"), "soldier")
    assert wanted(["nurse", "paramedic", ""], [], " ") == Wanted(BOTH)


def test_the_csv_holds_each_quote_with_its_place_and_each_empty_cell(advisor):
    text = as_csv(advisor.compare(Wanted(BOTH, ("pay", "daily-work"))), "http://here")

    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff")
    pay = next(row for row in rows if row["about"] == "Pay" and row["publisher"] == "Union")
    assert (pay["role"], pay["words"], pay["date"]) == ("Nurse", "$48k to $66k", "undated")
    assert pay["place"].startswith("http://here/guides/union?release=r1&start=")
    assert [row["words"] for row in rows if row["about"] == "Daily work" and row["role"] == "Paramedic"] == [
        "No guide says."
    ]
    assert any(row["role"] == "worked out by us" and "$5k more" in row["called"] for row in rows)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_of_the_csv_can_start_a_formula(start):
    assert safe(f"{start}1+1") == f"'{start}1+1"


def test_a_formula_in_a_guide_is_text_in_the_csv(advisor):
    text = as_csv(advisor.compare(Wanted(BOTH, ("education",))), "http://here")

    values = [value for row in csv.reader(io.StringIO(text)) for value in row]
    assert any(value.startswith("'=HYPERLINK") for value in values)
    assert not any(value.startswith("=") for value in values)


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [(118_000, 191_000, (100_000, 120_000, 140_000, 160_000, 180_000, 200_000)), (0, 40, (0, 10, 20, 30, 40)),
     (-3, 6, (-5, -2.5, 0, 2.5, 5, 7.5)), (50, 50, (40, 60))],
)  # fmt: skip
def test_an_axis_has_round_marks_that_enclose_the_values(low, high, marks):
    made = charts.ticks(low, high)

    assert made[0] <= low and made[-1] >= high
    assert made == marks or (low == high and len(made) >= 2)


def test_an_answer_that_compares_roles_leads_to_the_page():
    compared = replace(samples.PAY_ANSWER, topic=Topic(BOTH, ("pay",), "compare"))

    assert 'href="/compare?roles=nurse,paramedic&amp;attributes=pay"' in present.answered(1, compared)
    which = replace(compared, topic=Topic(BOTH, ("pay",), "lookup"))
    assert "/compare?roles=nurse,paramedic" in present.answered(1, which)
    assert "/compare" not in present.answered(1, replace(which, topic=Topic(("nurse",), ("pay",), "lookup")))
    assert "/compare" not in present.answered(1, samples.PAY_ANSWER)
    assert compare_address(("a",)) == "/compare?roles=a"
