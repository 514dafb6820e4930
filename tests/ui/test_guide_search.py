import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from advisor.errors import InputError
from advisor.library.fulltext import Findings, find
from tests.advisor import written
from tests.advisor.written import guide
from tests.ui import samples
from tests.ui.test_present import text_of
from ui import guide_search

TODAY = date(2026, 11, 21)
LIBRARY = written.library()


def searched(query, library=LIBRARY):
    return guide_search.search_page(find(library, query), library.release, TODAY)


def test_a_hit_shows_its_guide_its_headings_and_the_words():
    page = searched("medicine patients")

    assert "One passage holds these words" in text_of(page)
    assert "Our digest of Nurse or paramedic? · Ward Press · undated" in text_of(page)
    assert ">Daily work<span" in page
    assert "gives <mark>medicine</mark> and watches over <mark>patients</mark>" in page


def test_a_hit_leads_to_the_words_in_its_guide():
    (place,) = re.findall(
        r'<h3><a href="/guides/ward\?release=r1&amp;start=(\d+)&amp;end=(\d+)', searched("medicine patients")
    )

    start, end = map(int, place)
    assert LIBRARY.guides["ward"].text[start:end] == "A nurse gives medicine and watches over patients on a ward."


def test_a_row_is_shown_under_its_tables_head():
    page = searched("Bachelor")

    assert "<th>Nurse</th>" in page and "<mark>Bachelor</mark> of nursing" in page


def test_what_is_only_near_in_meaning_stands_apart():
    text = text_of(searched("wages of nurses who work shifts"))

    assert "No passage holds these words" in text or "Near in meaning" in text


@pytest.mark.parametrize("query", ["astronaut", "?!", samples.HOSTILE])
def test_where_nothing_is_found_a_hint_says_what_to_try(query):
    page = guide_search.search_page(Findings(query), "r1", TODAY)

    assert f"Nothing was found for “{query}”. Try fewer or other words" in unescape(page)
    assert "<script>" not in page.partition("<main")[2]


def test_more_than_can_be_shown_is_counted():
    found = find(LIBRARY, "nurse")

    page = text_of(guide_search.search_page(replace(found, total=1_234), "r1", TODAY))

    assert f"1,234 passages hold these words; the first {len(found.exact)} are shown" in page


def test_what_was_typed_and_what_a_guide_says_is_shown_as_text():
    hostile = written.library(guide(f"# Ward\n\n## {samples.HOSTILE}\n\nNurse {samples.HOSTILE}\n"))

    page = searched('nurse "script" onerror', hostile).partition("<main")[2]

    assert 'class="hits"' in page
    assert "<script" not in page and "<img" not in page and 'href="javascript' not in page
    assert 'value="nurse &#34;script&#34; onerror"' in page


def test_what_is_too_long_is_refused_and_stays_in_the_box():
    query = "ward " * 60 + "<script>"
    with pytest.raises(InputError) as refused:
        find(LIBRARY, query)

    page = guide_search.refused_page(query, refused.value).partition("<main")[2]

    assert "200 characters at most" in page and 'role="alert"' in page
    assert f'value="{"ward " * 60}&lt;script&gt;"' in page
