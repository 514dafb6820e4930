import re
from dataclasses import replace
from datetime import date

import pytest

from tests.advisor import written
from tests.advisor.written import guide
from tests.fakes import MemoryLibrary
from tests.ui import samples
from tests.ui.test_present import text_of
from ui.guides_page import guides_page

TODAY = date(2026, 11, 21)
LIBRARY = written.library(
    guide(audience="school leavers"),
    guide(written.UNION, id="union", publisher="Union", updated="2025-03-01", kind="original"),
    guide("# A very old guide\n\nNurses walk.\n", id="old", publisher="Lamp", published="1999"),
)


def listed(cited=None, sort="", library=LIBRARY):
    return guides_page(library, cited or {}, TODAY, sort)


def order(page):
    return re.findall(r'<h2><a href="/guides/([^"]+)"', page)


def test_each_guide_tells_what_one_wants_to_know_before_opening_it():
    page = text_of(listed({"ward": 1_200}))

    assert "Our digest of Nurse or paramedic?" in page and "Ward Press · undated" in page
    assert "For school leavers" in page and "Speaks of Nurse, Paramedic" in page
    assert re.search(r"Passages \d+", page) and "Cited 1,200 times" in page and "Cited not yet" in page
    assert "1 March 2025, 20 months old" in page and "original" in page
    assert "1999, 27 years old" in page and "More than two years old" in page


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("name", ["old", "ward", "union"]),
        ("date", ["union", "old", "ward"]),
        ("cited", ["ward", "union", "old"]),
        ("<script>", ["old", "ward", "union"]),
    ],
)
def test_guides_are_sorted_by_links_and_the_chosen_one_says_so(sort, ids):
    page = listed({"ward": 3, "union": 1}, sort)

    assert order(page) == ids
    assert re.findall(r'href="/guides\?sort=(\w+)" aria-current="true"', page) == [sort if sort.isalpha() else "name"]
    assert "<script>" not in page.partition("<main")[2]


def test_an_empty_library_says_what_to_do():
    page = text_of(listed(library=MemoryLibrary()))

    assert "holds no guide yet" in page and "advisor ingest" in page


def test_roles_that_front_matter_does_not_name_are_those_of_the_tables():
    bare = replace(guide(), roles=())

    assert "Speaks of Nurse, Paramedic" in text_of(listed(library=written.library(bare)))


def test_a_hostile_guide_is_listed_as_text():
    hostile = replace(samples.GUIDE, title=samples.HOSTILE, audience=samples.HOSTILE, roles=(samples.HOSTILE,))

    page = listed(library=MemoryLibrary([hostile])).partition("<main")[2]

    assert "<script" not in page and "<img" not in page
