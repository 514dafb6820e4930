"""Finding one's fit in a real browser, on the corpus of this repository."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import in_view, open_page, scrolls_sideways, unfold
from tests.e2e.test_page import PHONE, serious

pytestmark = [pytest.mark.browser, pytest.mark.model]
DIRECTION = "/fit?ship-over-prove=yes&automate=yes&near-research=yes&build-over-run=no&maths-and-study=unsure"
TIE = "/fit?automate=yes&near-research=yes"


def test_by_keyboard_from_the_statements_to_a_result_its_words_and_the_conversation(page, real):
    open_page(page, real)
    page.get_by_role("link", name="Find your fit").click()
    page.get_by_role("group", name="Getting a working system").get_by_role("radio", name="Yes").focus()
    page.keyboard.press("Space")
    page.get_by_role("group", name="I enjoy maths").get_by_role("radio", name="Yes").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("group", name="Automating things").get_by_role("radio", name="Yes").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="You lean to MLOps engineer")).to_be_visible()
    expect(page.locator(".result")).to_contain_text("All of your 2 yes answers speak for MLOps engineer.")
    expect(page.locator(".result")).to_contain_text("5 statements are still open")
    said = page.locator(".grounds q").first.inner_text()
    page.locator(".grounds .cite").first.click()
    expect(page.locator("mark#quote")).to_have_text(said.strip("“”"))
    assert in_view(page.locator("mark#quote"))

    page.go_back()
    expect(page.get_by_role("radio", name="No", exact=True, checked=True)).to_have_count(1)
    page.get_by_role("link", name="Talk it over").click()
    box = page.get_by_label("Your question")
    expect(box).to_have_value(
        "I took the fit quiz and said yes to “Getting a working system out of the door pleases me more "
        "than proving a theory”, “Automating things and keeping them reliable is work I like to come "
        "back to”. Which role fits me?"
    )
    assert "ask=" not in page.url and page.locator("#log article").count() == 0
    box.press("Enter")
    expect(page.locator("#turn-1.answered .answer")).to_contain_text("Your answers point to MLOps engineer.")
    expect(page.locator("#turn-1 .answer")).to_contain_text("2 of your 2 yes answers speak for MLOps engineer.")


def test_a_tie_is_shared_by_its_address_and_leads_to_the_comparison(page, real):
    page.goto(real + TIE)

    expect(page.get_by_role("heading", name="It is a tie")).to_be_visible()
    expect(page.locator(".rule q")).to_contain_text("judge by the everyday work")
    page.get_by_role("link", name="Compare ML engineer and MLOps engineer").click()

    expect(page.locator("main h1")).to_contain_text("compared")


def test_it_works_without_script(browser, real):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}/fit")

    page.get_by_role("group", name="I enjoy maths").get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Show my result").click()

    expect(page.get_by_role("heading", name="You lean to ML engineer")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/fit", DIRECTION])
def test_on_a_phone_nothing_scrolls_sideways_and_all_can_be_tapped(page, real, path):
    page.set_viewport_size(PHONE)
    page.goto(real + path)
    unfold(page)

    assert not scrolls_sideways(page)
    small = page.evaluate(
        "[...document.querySelectorAll('button, a, input, summary')].filter(e => e.checkVisibility())"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )
    assert small == []
    assert page.locator(".top").evaluate("header => header.offsetHeight") <= 84


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious_on_the_fit_quiz(page, real, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)

    for path in ("/fit", DIRECTION, TIE):
        page.goto(real + path)
        unfold(page)
        assert serious(page) == []
