"""The walk of a newcomer, on the corpus of this repository and the real advisor."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import ask, in_view, open_page

pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_ask_then_marker_then_card_then_guide_then_follow_up(page, context, real):
    hosts = set()
    context.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    open_page(page, real)

    turn = ask(page, "Which pays more, MLOps or ML engineering?")
    marker = turn.get_by_role("link", name=re.compile(r"^Source 1: .+, supported$")).first
    marker.click()
    card = page.locator(marker.get_attribute("href"))

    expect(card).to_be_focused()
    expect(card).to_contain_text("Our digest of")
    quote = card.locator("mark").first.inner_text()
    assert in_view(card.locator("mark").first)

    with context.expect_page() as opened:
        card.get_by_role("link", name="Open in guide").click()
    guide = opened.value
    highlighted = guide.locator("mark#quote")

    expect(highlighted).to_have_text(quote)
    assert in_view(highlighted)
    expect(guide.locator(".banner")).to_contain_text("our words, not the publisher’s")

    guide.close()
    follow_up = ask(page, "And which is easier to get into without a degree?")
    expect(follow_up.locator("a.marker").first).to_be_visible()
    expect(follow_up.locator(".looked")).to_contain_text("I looked for")
    assert hosts == {"127.0.0.1"}


def test_an_example_and_a_follow_up_are_one_click_away(page, real):
    open_page(page, real)

    page.locator("#suggestions button").first.click()
    expect(page.locator("#turn-1.answered a.marker").first).to_be_visible()
    expect(page.locator("#suggestions")).to_contain_text("You could ask next")
    page.locator("#suggestions button").first.click()

    expect(page.locator("#turn-2.answered")).to_be_visible()


def test_what_the_guides_do_not_cover_is_declined_calmly(page, real):
    open_page(page, real)

    turn = ask(page, "What is the capital of Mongolia?")

    expect(turn.locator(".kind-declined")).to_be_visible()
    expect(turn.locator(".problem")).to_have_count(0)


def test_every_guide_opens_from_the_list(page, real):
    page.goto(f"{real}/guides")
    names = page.locator(".guides h2 a")

    assert names.count() == 4
    for place in range(4):
        names.nth(place).click()
        expect(page.locator("main h1")).to_have_count(1)
        page.go_back()


def test_a_note_on_the_person_is_one_click_away_from_being_forgotten(page, real):
    open_page(page, real)
    ask(page, "I have worked in DevOps for five years and I have no degree.")
    expect(page.locator(".notes li")).to_have_count(3)

    page.get_by_role("button", name="Forget my degree.").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#turn-2 .answer")).to_contain_text("Forgotten – degree: none")
    expect(page.locator("#turn-2 .notes li")).to_have_count(2)
    expect(page.locator("#turn-1 .notes")).to_be_hidden()
    expect(page.get_by_label("Your question")).to_be_focused()


def test_what_was_looked_for_can_be_edited_and_asked_as_it_stands(page, real):
    open_page(page, real)
    ask(page, "What does an ML engineer earn?")
    turn = ask(page, "and what about growth?")
    edit = turn.get_by_role("button", name="Edit the question that was looked for")

    edit.click()
    page.keyboard.press("Escape")
    expect(edit).to_be_focused()
    edit.click()
    page.get_by_label("Edit the question that was looked for").fill("Is there growth for an MLOps engineer?")
    page.keyboard.press("Enter")

    expect(page.locator("#turn-3.answered .asked")).to_contain_text("Is there growth for an MLOps engineer?")
    expect(page.locator("#turn-3 .looked")).to_have_count(0)


def test_a_quiz_is_clicked_through_to_a_cited_direction(page, real):
    open_page(page, real)
    ask(page, "quiz me")

    for turn, reply in enumerate(["No", "Yes", "No", "Yes", "Not sure", "Yes", "No", "Yes"], 2):
        page.locator("#suggestions").get_by_role("button", name=reply, exact=True).click()
        expect(page.locator(f"#turn-{turn}.answered")).to_be_visible()

    expect(page.locator("#turn-9 .answer")).to_contain_text("4 of your 4 yes answers speak for MLOps engineer.")
    expect(page.locator("#turn-9 .card")).to_have_count(5)


def test_a_question_back_is_settled_by_a_click(page, real):
    open_page(page, real)
    ask(page, "is it hard?")

    expect(page.locator("#suggestions")).to_contain_text("Choose one")
    page.get_by_role("button", name="Is the MLOps engineer role hard?").click()

    expect(page.locator("#turn-2.answered a.marker").first).to_be_visible()


def test_an_older_answer_is_the_one_that_is_said_simpler(page, real):
    open_page(page, real)
    first = ask(page, "What does an ML engineer earn?")
    ask(page, "Is a degree needed to become an MLOps engineer?")

    first.get_by_role("button", name="Say it simpler").click()

    expect(page.locator("#turn-3.answered .looked")).to_contain_text("earn")
    expect(page.locator("#turn-3.answered .looked")).to_contain_text("in simpler words")
