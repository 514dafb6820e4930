"""The library in a real browser, on the corpus of this repository."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import in_view, scrolls_sideways
from tests.e2e.test_page import PHONE, serious

pytestmark = [pytest.mark.browser, pytest.mark.model]
GUIDE = "/guides/qoollege-comparison"
FOUND = "/guides?q=salary+range"
NONE = "/guides?q=volcano"
ALL = ["/guides", "/guides?sort=cited", FOUND, NONE, GUIDE]


def test_search_then_hit_then_the_words_in_their_guide_then_back(page, real):
    page.goto(f"{real}/guides")
    page.get_by_label("Search the guides").fill("Kubernetes")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("passages hold these words")
    hit = page.locator(".hits li").first
    expect(hit.locator("mark").first).to_have_text(re.compile("kubernetes", re.IGNORECASE))
    hit.get_by_role("link").click()

    quote = page.locator("mark#quote")
    expect(quote).to_contain_text("Kubernetes")
    assert in_view(quote)
    page.go_back()
    expect(page.get_by_label("Search the guides")).to_have_value("Kubernetes")


def test_nothing_found_keeps_the_words_in_the_box(page, real):
    page.goto(real + NONE)

    expect(page.get_by_role("status")).to_contain_text("Nothing was found for “volcano”")
    expect(page.get_by_label("Search the guides")).to_have_value("volcano")


def test_a_section_is_linked_to_by_mouse_and_by_keyboard(page, real):
    page.goto(real + GUIDE)
    link = page.get_by_role("link", name="Link to the section “Pay”")
    expect(link).to_have_css("opacity", "0")

    page.get_by_role("heading", name="Pay", exact=True).hover()
    expect(link).to_have_css("opacity", "1")
    page.get_by_role("heading", name="Education", exact=True).hover()
    page.get_by_role("link", name="Link to the section “Outlook”").focus()
    expect(page.get_by_role("link", name="Link to the section “Outlook”")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{real}{GUIDE}#outlook")
    assert in_view(page.get_by_role("heading", name="Outlook", exact=True))


def test_the_contents_lead_to_a_section(page, real):
    page.goto(real + GUIDE)

    page.get_by_role("navigation", name="On this page").get_by_role("link", name="What the numbers mean").click()

    assert in_view(page.get_by_role("heading", name="What the numbers mean"))


def test_a_guide_leads_to_a_comparison_in_which_it_speaks(page, real):
    page.goto(real + GUIDE)

    page.get_by_role("complementary", name="Related").get_by_role("link", name="Pay", exact=True).click()

    expect(page.locator("main h1")).to_contain_text("compared")
    expect(page.locator("td .voice").get_by_role("link", name=re.compile("Qoollege")).first).to_be_visible()


def test_sorting_works_without_script(browser, real):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}/guides")

    page.get_by_role("navigation", name="Sorted by").get_by_role("link", name="date").click()

    expect(page.get_by_role("link", name="date")).to_have_attribute("aria-current", "true")
    expect(page.locator(".guides li").first).to_contain_text("12 May 2026")
    context.close()


@pytest.mark.parametrize("path", ALL)
def test_on_a_phone_nothing_scrolls_sideways_and_all_can_be_tapped(page, real, path):
    page.set_viewport_size(PHONE)
    page.goto(real + path)

    assert not scrolls_sideways(page)
    small = page.evaluate(
        "[...document.querySelectorAll('button, a, input, summary')].filter(e => e.checkVisibility())"
        ".filter(e => !e.closest('p.origin'))"  # within a line of text
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious_in_the_library(page, real, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)

    for path in ALL:
        page.goto(real + path)
        assert serious(page) == []


def test_on_paper_a_guide_is_its_text(page, real):
    page.goto(real + GUIDE)
    page.emulate_media(media="print")

    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator(".banner")).to_be_visible()
    for left_out in (".contents", ".related", ".here", "header.top"):
        expect(page.locator(left_out).first).to_be_hidden()


def test_on_paper_it_is_dark_on_light_whatever_the_screen_is(page, real):
    page.emulate_media(color_scheme="dark")
    page.goto(real + GUIDE)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")

    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(30, 35, 38)"
