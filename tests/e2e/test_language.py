"""The interface in Spanish, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_page import PHONE, serious

pytestmark = pytest.mark.browser


@pytest.fixture
def spanish(browser):
    context = browser.new_context(locale="es-MX", viewport=PHONE, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def test_a_spanish_browser_is_spoken_to_in_spanish_until_another_language_is_chosen(spanish, scripted):
    page = spanish
    page.goto(scripted)
    expect(page.get_by_role("heading", name="¿Qué te gustaría saber?")).to_be_visible()
    expect(page.locator("#suggestions")).to_contain_text("Preguntas para empezar")
    page.get_by_label("Tu pregunta").fill("What do they earn?")
    page.keyboard.press("Enter")
    turn = page.locator("#turn-1.answered")
    expect(
        turn.get_by_role("link", name="Fuente 3: The rock manual, The rock manual, respaldado en parte").first
    ).to_be_visible()
    turn.get_by_role("button", name="Dilo más sencillo").click()
    expect(page.locator("#turn-2.answered .asked")).to_contain_text("Say it simpler")
    assert serious(page) == []

    page.get_by_role("link", name="English").click()
    expect(page.locator("#turn-2.answered")).to_be_visible()
    expect(page.get_by_role("button", name="Say it simpler").first).to_be_visible()
    page.get_by_role("link", name="Guides").click()

    expect(page.get_by_role("heading", name="The library")).to_be_visible()


def test_a_choice_leads_back_to_the_page_it_was_made_on(page, scripted):
    page.goto(f"{scripted}/guides?sort=date")

    page.get_by_role("link", name="Español").click()

    expect(page.get_by_role("heading", name="La biblioteca")).to_be_visible()
    assert page.url.endswith("/guides?sort=date")
    assert page.locator("html").get_attribute("lang") == "es"
