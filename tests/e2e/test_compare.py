"""Comparing roles in a real browser, on the corpus of this repository."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import in_view, scrolls_sideways, unfold
from tests.e2e.test_page import PHONE, serious

pytestmark = [pytest.mark.browser, pytest.mark.model]
SHOWN = "/compare?roles=ml-engineer,mlops-engineer&attributes=pay,growth,education,tools&background=software-engineer"


def test_roles_are_chosen_compared_drawn_and_downloaded(page, real):
    page.goto(f"{real}/")
    page.get_by_role("link", name="Compare", exact=True).click()
    page.get_by_role("checkbox", name="Pay").check()
    page.get_by_role("checkbox", name="Education").check()
    page.get_by_role("button", name="Compare", exact=True).click()

    expect(page.locator("main h1")).to_contain_text("compared")
    expect(page.get_by_role("img", name="Pay range, in $")).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_count(2)
    expect(page.locator(".chips")).to_contain_text("Not the same education level")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()

    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert {row["about"] for row in rows} >= {"Pay", "Education"}
    assert all(row["place"] for row in rows if row["guide"])


def test_a_cell_leads_to_its_words_in_the_guide(page, real):
    page.goto(real + SHOWN)

    cited = page.locator("td .voice").first
    words = cited.locator("q").first.inner_text()
    cited.get_by_role("link").first.click()

    expect(page.locator("mark#quote")).to_have_text(words.strip("“”"))
    assert in_view(page.locator("mark#quote"))


def test_the_comparison_is_downloaded_as_a_picture(page, real):
    page.goto(real + SHOWN)

    with page.expect_download() as download:
        page.get_by_role("button", name="Download as picture").click()

    assert download.value.suggested_filename == "comparison.png"
    picture = Path(download.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20], "big") >= 1280


def test_the_address_can_be_copied_and_brings_the_comparison_back(page, real):
    page.goto(f"{real}/compare?roles=ml-engineer&roles=mlops-engineer&attributes=pay&background=")

    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator(".done")).to_have_text("Address copied")

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{real}/compare?roles=ml-engineer,mlops-engineer&attributes=pay"


def test_the_keyboard_is_enough_to_compare(page, real):
    page.goto(f"{real}/compare")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_role("checkbox", name="Math").focus()
    page.keyboard.press("Space")
    page.get_by_label("What it means for you").focus()
    page.keyboard.type("Softw")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("columnheader", name="What it means for you: Software engineer")).to_be_visible()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Math")).to_be_checked()


def test_it_works_without_script(browser, real):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}/compare")

    page.get_by_role("checkbox", name="Growth").check()
    page.get_by_role("button", name="Compare", exact=True).click()

    expect(page.locator("svg.chart")).to_be_visible()
    expect(page.get_by_role("button", name="Download as picture")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("path", ["/compare", SHOWN])
def test_on_a_phone_nothing_scrolls_sideways_and_all_can_be_tapped(page, real, path):
    page.set_viewport_size(PHONE)
    page.goto(real + path)
    unfold(page)

    assert not scrolls_sideways(page)
    small = page.evaluate(
        "[...document.querySelectorAll('button, a, input, select, summary')].filter(e => e.checkVisibility())"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious_on_a_comparison(page, real, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)

    for path in ("/compare", SHOWN, "/compare?roles=ml-engineer,king"):
        page.goto(real + path)
        unfold(page)
        assert serious(page) == []
