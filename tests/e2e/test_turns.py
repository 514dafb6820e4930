"""What can be done with one turn in a real browser: notes beside its words, and buttons to go on from it."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import ask, open_page

pytestmark = pytest.mark.browser


def test_pointing_at_a_marker_shows_the_quote_and_escape_closes_it(page, scripted):
    open_page(page, scripted)
    marker = ask(page, "What do they earn?").locator("a.marker").first
    note = page.get_by_role("tooltip")

    marker.hover()
    expect(note).to_contain_text("“$66,000”")
    expect(note).to_contain_text("Bridges or tunnels, Side by side")
    expect(marker).to_have_attribute("aria-describedby", "tip")
    note.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")

    expect(note).to_be_hidden()
    page.mouse.move(5, 5)
    marker.hover()
    expect(note).to_be_visible()
    page.mouse.move(5, 5)
    expect(note).to_be_hidden()


def test_the_quote_is_shown_to_who_comes_by_keyboard(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")

    turn.locator("summary").first.focus()
    page.keyboard.press("Tab")

    while not turn.locator("a.marker").first.evaluate("marker => marker === document.activeElement"):
        page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_contain_text("“$66,000”")


def test_a_tap_on_a_marker_opens_its_card_and_no_note(browser, scripted):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")

    turn.locator("a.marker").first.tap()
    expect(turn.locator(".card.chosen mark").first).to_be_visible()
    expect(page.get_by_role("tooltip")).to_be_hidden()
    turn.get_by_role("button", name="Close the sources").tap()
    turn.get_by_role("button", name="below ground").tap()

    expect(page.get_by_role("tooltip")).to_contain_text("Below ground means <under> the surface.")
    context.close()


def test_a_term_is_explained_in_words_that_are_said_to_be_ours(page, scripted):
    open_page(page, scripted)
    term = ask(page, "What do they earn?").get_by_role("button", name="below ground")

    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")

    expect(page.get_by_role("tooltip")).to_contain_text("Below ground means <under> the surface.")
    expect(page.get_by_role("tooltip")).to_contain_text("In our own words, from our glossary")


def test_any_answer_can_be_had_simpler_by_a_click(page, scripted):
    open_page(page, scripted)
    first = ask(page, "What do they earn?")
    ask(page, "And the way in?")

    first.get_by_role("button", name="Say it simpler").click()

    expect(page.locator("#turn-3.answered .asked")).to_contain_text("Say it simpler")


def test_an_earlier_question_is_asked_again_as_it_was_understood(page, scripted):
    open_page(page, scripted)
    first = ask(page, "What do they earn?")
    ask(page, "And the way in?")

    first.get_by_role("button", name=re.compile("^Ask again")).focus()
    page.keyboard.press("Enter")

    expect(page.locator("#turn-3.answered .asked")).to_contain_text("What do tunnel engineers earn at the start?")


def test_a_question_goes_back_into_the_box_to_be_changed(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")

    turn.get_by_role("button", name=re.compile("^Edit question")).click()
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type(" And the way in?")
    page.keyboard.press("Enter")

    expect(page.locator("#turn-2.answered .asked")).to_contain_text("What do they earn? And the way in?")


def test_what_failed_is_asked_again_by_a_click(page, scripted):
    open_page(page, scripted)
    for question in ("one", "two", "three", "four", "five"):
        ask(page, question)
    page.get_by_label("Your question").fill("six")
    page.keyboard.press("Enter")

    page.get_by_role("button", name=re.compile("^Ask again ?: six")).click()

    expect(page.locator("#turn-6.answered .asked")).to_contain_text("six")
    expect(page.get_by_label("Your question")).to_have_value("")
