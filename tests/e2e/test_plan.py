"""A plan in a real browser, on the corpus of this repository."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import in_view, scrolls_sideways, unfold
from tests.e2e.test_page import PHONE, serious

pytestmark = [pytest.mark.browser, pytest.mark.model]
PLAN = "/plan?role=mlops-engineer&background=software-engineer&goal=lead+a+platform+team"


def test_from_a_fit_result_to_a_plan_its_words_and_the_conversation(page, real):
    page.goto(f"{real}/fit?automate=yes")
    page.get_by_role("link", name="Plan for MLOps engineer").click()

    expect(page.locator("ol.plan > li")).to_have_count(5)
    expect(page.locator("ol.plan > li").last).to_contain_text("No guide of this library says.")
    said = page.locator("ol.plan q").first.inner_text()
    page.locator("ol.plan .cite").first.click()
    expect(page.locator("mark#quote")).to_have_text(said.strip("“”"))
    assert in_view(page.locator("mark#quote"))

    page.go_back()
    page.get_by_role("link", name="Talk it over").click()
    box = page.get_by_label("Your question")
    expect(box).to_have_value("What should I learn and build first for the MLOps engineer role?")
    box.press("Enter")
    expect(page.locator("#turn-1.answered .answer")).to_contain_text("A plan for the MLOps engineer")


def test_a_plan_is_made_by_keyboard_and_printed_without_its_controls(page, real):
    page.goto(f"{real}/plan")
    page.get_by_label("Role").focus()
    page.keyboard.type("MLOps")
    page.get_by_label("Your goal").fill("lead a platform team")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="My plan: MLOps engineer")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.emulate_media(media="print")
    for hidden in (".next", ".change", ".top"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("ol.plan")).to_be_visible()


def test_on_a_phone_nothing_of_a_plan_scrolls_sideways(page, real):
    page.set_viewport_size(PHONE)
    for path in ("/plan", PLAN):
        page.goto(real + path)
        unfold(page)
        assert not scrolls_sideways(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_plan(page, real, scheme):
    page.emulate_media(color_scheme=scheme)

    for path in ("/plan", PLAN):
        page.goto(real + path)
        unfold(page)
        assert serious(page) == []
