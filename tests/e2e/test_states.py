"""What the page says while the advisor is not there yet, or not any more; with what was typed kept."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import ask, open_page

pytestmark = pytest.mark.browser


def test_the_page_is_there_while_the_advisor_gets_ready_and_says_so(page, scripted):
    ready = []
    page.route(
        "**/healthz",
        lambda route: route.fulfill(body=json.dumps({"ready": bool(ready)}), content_type="application/json"),
    )
    open_page(page, scripted)

    expect(page.get_by_role("status").filter(has_text="Getting ready…")).to_be_visible()
    page.get_by_label("Your question").fill("What do they earn?")
    ready.append(True)

    expect(page.locator("#state")).to_have_class("empty")
    expect(page.get_by_label("Your question")).to_have_value("What do they earn?")


def test_without_a_connection_the_question_is_kept_and_can_be_asked_later(context, scripted):
    page = context.new_page()
    open_page(page, scripted)
    ask(page, "What do they earn?")

    context.set_offline(True)
    page.get_by_label("Your question").fill("And the way in?")
    page.keyboard.press("Enter")
    expect(page.locator("#state")).to_contain_text("The advisor cannot be reached just now.")
    expect(page.get_by_label("Your question")).to_have_value("And the way in?")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    context.set_offline(False)

    expect(page.locator("#state")).to_have_class("empty")
    expect(page.locator("#turn-1.answered")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("And the way in?")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("#turn-2.answered .asked")).to_contain_text("And the way in?")


def test_a_question_whose_answer_never_came_is_back_in_the_box(context, scripted):
    page = context.new_page()
    open_page(page, scripted)
    page.get_by_label("Your question").fill("What, slowly, do they earn?")
    page.keyboard.press("Enter")
    expect(page.locator("#log .asking")).to_be_visible()

    context.set_offline(True)

    expect(page.locator("#log .stopped")).to_contain_text("The connection broke before the answer came.")
    expect(page.get_by_label("Your question")).to_have_value("What, slowly, do they earn?")


def test_what_was_typed_survives_a_reload(page, scripted):
    open_page(page, scripted)
    ask(page, "What do they earn?")
    page.get_by_label("Your question").fill("And what")

    page.reload()
    expect(page.locator("#log article.answered")).to_have_count(1)

    expect(page.get_by_label("Your question")).to_have_value("And what")
