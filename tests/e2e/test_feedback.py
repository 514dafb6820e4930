"""Saying what one thinks of an answer, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import ask, open_page, scrolls_sideways
from tests.e2e.test_page import PHONE, serious

pytestmark = pytest.mark.browser


def test_why_an_answer_did_not_help_is_sent_and_shown_again_after_a_reload(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")
    turn.get_by_role("button", name="It did not help").click()
    turn.get_by_role("checkbox", name="It is incomplete").check()
    turn.get_by_label("What should it have said?").fill("Pay in <b>Quito</b>")

    turn.get_by_role("button", name="Send").click()
    expect(turn.get_by_role("status")).to_have_text("Thank you, noted.")
    expect(turn.get_by_role("button", name="It did not help")).to_be_focused()
    page.reload()

    turn = page.locator("#turn-1.answered")
    down = turn.get_by_role("button", name="It did not help")
    expect(down).to_have_attribute("aria-pressed", "true")
    down.click()
    expect(turn.get_by_role("checkbox", name="It is incomplete")).to_be_checked()
    expect(turn.get_by_label("What should it have said?")).to_have_value("Pay in <b>Quito</b>")


def test_one_click_says_that_an_answer_helped_and_the_last_word_counts(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")
    up, down = (turn.get_by_role("button", name=name, exact=True) for name in ("It helped", "It did not help"))

    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    down.click()
    turn.get_by_role("button", name="Send").click()
    expect(down).to_have_attribute("aria-pressed", "true")

    expect(up).to_have_attribute("aria-pressed", "false")


def test_what_cannot_be_sent_is_kept(context, scripted):
    page = context.new_page()
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")
    page.route("**/feedback/*", lambda route: route.abort())
    turn.get_by_role("button", name="It did not help").click()
    turn.get_by_label("What should it have said?").fill("More")

    turn.get_by_role("button", name="Send").click()

    expect(turn.get_by_role("alert")).to_contain_text("What you wrote is still here")
    expect(turn.get_by_label("What should it have said?")).to_have_value("More")
    page.unroute("**/feedback/*")
    turn.get_by_role("button", name="Send").click()
    expect(turn.get_by_role("status")).to_have_text("Thank you, noted.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_form_and_it_fits_a_phone(page, scripted, scheme):
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")
    turn.get_by_role("button", name="It did not help").click()

    assert serious(page) == [] and not scrolls_sideways(page)
