"""An auditor's hour in a real browser: sign in, filter, judge by keyboard, sign out."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import free_port, serving
from tests.e2e.steps import scrolls_sideways, unfold
from tests.e2e.test_page import PHONE, serious

pytestmark = pytest.mark.browser
CASE = re.compile(r"/audit/records/")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("audit"), free_port()
    with serving(["tests.e2e.audit_server", str(port), str(folder / "home")], port, folder / "log") as address:
        yield address


def sign_in(page, address, name="ana", to="/audit"):
    page.goto(address + to)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(f"several words of {name}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def say(page, name, answer):
    return expect(page.get_by_role("group", name=name).get_by_label(answer, exact=True))


def judge_by_keyboard(page):
    """One key for each question, then the next case."""
    expect(page.locator(".keys")).to_be_visible()  # the script is there
    declined = page.get_by_role("group", name="Was it right to decline?").count()
    for key in ("r", "h") if declined else ("r", "c", "h"):
        page.keyboard.press(key)
    say(page, "Could it harm?", "no").to_be_checked()
    before = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != before)


def test_sign_in_filter_judge_ten_by_keyboard_sign_out(page, house):
    sign_in(page, house)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("combobox", name="Feedback", exact=True).select_option("did not help")
    page.get_by_role("combobox", name="Kind", exact=True).select_option("answer")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".cases > li")).to_have_count(3)
    assert "feedback=down" in page.url and "kind=answer" in page.url

    page.get_by_role("link", name="To judge").click()
    expect(page.get_by_role("button", name="Judge the next case")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(CASE)
    for _ in range(10):
        judge_by_keyboard(page)

    page.get_by_role("link", name="To judge").click()
    expect(page.locator(".counts")).to_contain_text("Judged by you: 10.")
    expect(page.locator(".counts")).to_contain_text(re.compile(r"Drawn and judged: ([5-9]|10) of 36 answers\."))
    page.goto(f"{house}/audit?reviewer=ana")
    expect(page.locator(".cases > li")).to_have_count(10)

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Password")).to_be_visible()


def test_a_key_again_says_the_contrary_and_typing_is_not_a_command(page, house):
    sign_in(page, house, "bo", to="/audit?kind=answer")
    page.locator(".cases a").first.click()
    expect(page.locator(".keys")).to_be_visible()
    page.keyboard.press("r")
    say(page, "Is it right?", "yes").to_be_checked()
    page.keyboard.press("r")
    say(page, "Is it right?", "no").to_be_checked()

    page.keyboard.press("d")
    page.get_by_label("Comment").last.fill("")
    page.keyboard.type("nh 2")
    expect(page.locator("#saved")).to_contain_text("Saved")
    page.reload()

    say(page, "Is it right?", "no").to_be_checked()
    say(page, "Could it harm?", "open").to_be_checked()
    expect(page.locator(".keys")).to_be_visible()
    page.keyboard.press("d")
    expect(page.get_by_label("Comment").last).to_have_value("nh 2")


def test_nothing_is_lost_while_the_server_cannot_be_reached(context, house):
    page = context.new_page()
    sign_in(page, house, "bo", to="/audit?kind=declined")
    page.locator(".cases a").first.click()
    expect(page.locator(".keys")).to_be_visible()  # the script is there
    address = page.url
    context.set_offline(True)
    page.keyboard.press("r")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    context.set_offline(False)

    page.close()
    page = context.new_page()
    page.goto(address)

    say(page, "Was it right to decline?", "yes").to_be_checked()
    expect(page.locator("#saved")).to_contain_text("Saved")


def test_in_doubt_a_claim_is_judged_beside_its_words(page, house):
    sign_in(page, house, "bo", to="/audit?kind=answer&q=66,000")
    page.locator(".cases a").first.click()
    page.locator(".answer .marker").first.click()  # opens the claims, at the words it cites
    claim = page.locator(".claim").first
    expect(claim.locator("mark")).to_have_text("$66,000")
    claim.get_by_label("Your judgement").select_option("wrong guide")
    claim.get_by_label("A better wording").fill("$66,000 a year")
    expect(page.locator("#saved")).to_contain_text("Saved")
    page.reload()

    expect(page.locator(".keys")).to_be_visible()
    page.keyboard.press("d")
    expect(page.locator(".claim").first.get_by_label("Your judgement")).to_have_value("wrong-guide")


def test_it_works_without_a_script(browser, house):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, house, "bo", to="/audit/queue")
    page.get_by_role("button", name="Judge the next case").click()
    page.get_by_role("group", name="Could it harm?").get_by_label("no", exact=True).check()
    before = page.url
    page.get_by_role("button", name="Save, next case").click()

    expect(page).not_to_have_url(before)
    expect(page).to_have_url(CASE)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious_and_nothing_scrolls_sideways(page, house, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{house}/audit")
    assert serious(page) == [] and not scrolls_sideways(page)
    sign_in(page, house, "eve")
    records = page.locator(".cases a")
    places = [records.nth(n).get_attribute("href") for n in range(4)]

    for place in ("/audit", "/audit/queue", "/audit/chain", *places):
        page.goto(house + place)
        unfold(page)
        assert serious(page) == [], place
        assert not scrolls_sideways(page), place
