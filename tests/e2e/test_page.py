"""The page's behaviour in a real browser, on a scripted advisor."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.steps import ask, in_view, open_page, scrolls_sideways

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


def serious(page):
    violations = Axe().run(page).response["violations"]
    return [
        (found["id"], [node["html"] for node in found["nodes"]])
        for found in violations
        if found["impact"] in ("serious", "critical")
    ]


def test_an_older_answers_marker_brings_back_its_own_evidence(page, scripted):
    open_page(page, scripted)
    first = ask(page, "What do they earn?")
    second = ask(page, "And the way in?")
    expect(second.locator(".sources")).to_be_visible()
    expect(first.locator(".sources")).to_be_hidden()

    first.get_by_role("link", name="Source 3: The rock manual, The rock manual, partly supported").first.click()

    expect(first.locator(".card.chosen")).to_contain_text("$72,000")
    expect(second.locator(".sources")).to_be_hidden()


def test_steps_can_be_looked_at_after_the_answer(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")

    turn.locator("summary").first.click()

    expect(turn.locator(".steps")).to_contain_text("2 passages of 1 guide")
    expect(turn.locator(".steps")).to_contain_text("Kept for audit as record")


def test_the_answer_can_be_copied_with_its_sources(page, scripted):
    open_page(page, scripted)
    turn = ask(page, "What do they earn?")

    turn.get_by_role("button", name="Copy answer").click()
    expect(turn.get_by_role("button", name="✓ Copy answer")).to_be_visible()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert "“$66,000” https://example.org/bridges" in copied


def test_a_conversation_survives_a_reload_and_ends_when_asked_to(page, scripted):
    open_page(page, scripted)
    ask(page, "What do they earn?")
    ask(page, "And the way in?")

    page.reload()
    expect(page.locator("#log article.answered")).to_have_count(2)
    expect(page.locator("#log .asked").first).to_contain_text("What do they earn?")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#log article")).to_have_count(0)
    page.reload()

    expect(page.get_by_role("heading", name="What would you like to know?")).to_be_visible()


def test_a_failure_keeps_the_question_and_the_conversation(page, scripted):
    open_page(page, scripted)
    for question in ("one", "two", "three", "four", "five"):
        ask(page, question)

    page.get_by_label("Your question").fill("six")
    page.keyboard.press("Enter")

    expect(page.locator("#log .problem")).to_contain_text("could not be recorded. Free some disk space")
    expect(page.get_by_label("Your question")).to_have_value("six")
    expect(page.locator("#log article.answered")).to_have_count(5)


def test_too_long_a_question_is_refused_kindly_and_kept(page, scripted):
    open_page(page, scripted)
    long = "why " * 1_000

    page.get_by_label("Your question").fill(long)
    page.keyboard.press("Enter")

    expect(page.locator("#log .problem")).to_contain_text("at most 2,000 can be read")
    expect(page.get_by_label("Your question")).to_have_value(long)


def test_a_question_can_be_stopped_and_asked_again(page, scripted):
    open_page(page, scripted)
    page.get_by_label("Your question").fill("What, slowly, do they earn?")
    page.keyboard.press("Enter")
    expect(page.locator("#log .steps.working")).to_contain_text("Understood")

    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#log .stopped")).to_be_visible()
    expect(page.get_by_label("Your question")).to_have_value("What, slowly, do they earn?")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    ask(page, "What do they earn?")

    expect(page.locator("#log article")).to_have_count(1)


def test_choices_are_buttons(page, scripted):
    open_page(page, scripted)
    for question in ("one", "two", "three", "four"):
        ask(page, question)

    expect(page.locator("#suggestions")).to_contain_text("Choose one")
    page.locator("#suggestions").get_by_role("button", name="Tunnels").click()

    expect(page.locator("#turn-5 .asked")).to_contain_text("Tunnels")


def test_hostile_words_of_guide_and_person_are_shown_as_text(page, scripted):
    open_page(page, scripted)
    for question in ("one", "two", "three", "four"):
        ask(page, question)

    turn = ask(page, "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>")
    expect(turn.locator(".asked")).to_contain_text("<script>window.hacked = 1</script><img src=x")
    expect(turn.locator(".answer")).to_contain_text("[click](javascript:hacked())")
    assert turn.locator("img, script, iframe, a[href^='javascript']").count() == 0
    page.goto(f"{scripted}/guides/bridges-or-tunnels")
    expect(page.locator("main")).to_contain_text("<script>window.hacked = 1</script>")

    assert page.evaluate("window.hacked") is None


def test_nothing_is_asked_of_another_host(page, scripted):
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))

    open_page(page, scripted)
    ask(page, "What do they earn?")
    page.goto(f"{scripted}/guides")

    assert hosts == {"127.0.0.1"}


def test_the_keyboard_is_enough(page, scripted):
    open_page(page, scripted)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.get_by_label("Your question").focus()
    page.keyboard.type("What do they earn?")
    page.keyboard.press("Enter")
    marker = page.locator("#turn-1 a.marker").first
    expect(marker).to_be_visible()
    marker.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#turn-1 .card.chosen")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#turn-1 .card.chosen a").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(marker).to_be_focused()


def test_on_a_phone_the_sources_are_a_sheet_and_nothing_scrolls_sideways(page, scripted):
    page.set_viewport_size(PHONE)
    open_page(page, scripted)
    assert not scrolls_sideways(page)
    turn = ask(page, "What do they earn?")
    marker = turn.locator("a.marker").first

    marker.click()
    assert in_view(turn.locator(".card.chosen mark").first)
    assert not scrolls_sideways(page)
    turn.get_by_role("button", name="Close the sources").click()

    expect(turn.locator(".card.chosen .passage")).to_be_hidden()
    expect(marker).to_be_focused()
    page.goto(f"{scripted}/guides/bridges-or-tunnels")
    assert not scrolls_sideways(page)


def test_what_can_be_tapped_is_large_enough(page, scripted):
    page.set_viewport_size(PHONE)
    open_page(page, scripted)
    ask(page, "What do they earn?")

    small = page.evaluate(
        "[...document.querySelectorAll('button, a, textarea, summary')].filter(e => e.checkVisibility())"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )

    assert small == []


def test_the_chosen_appearance_is_kept_on_every_page(page, scripted):
    page.emulate_media(color_scheme="light")
    open_page(page, scripted)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.get_by_role("button", name="Light or dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{scripted}/guides")

    assert light != dark
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious(page, scripted, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    open_page(page, scripted)
    assert serious(page) == []

    turn = ask(page, "What do they earn?")
    turn.locator("a.marker").first.click()
    assert serious(page) == []

    page.goto(f"{scripted}/guides/bridges-or-tunnels?release=release-1&start=30&end=70#quote")
    assert serious(page) == []
    page.goto(f"{scripted}/guides")
    assert serious(page) == []
