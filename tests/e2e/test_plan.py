"""A plan in a real browser, on the corpus of this repository."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import free_port
from tests.e2e.steps import ask, in_view, open_page, scrolls_sideways, unfold
from tests.e2e.test_conversations import folder, served  # noqa: F401 (a fixture)
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
    for hidden in (".next", ".change", ".top", ".keep"):
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


def keep(page, address):
    page.goto(address + PLAN)
    page.get_by_role("button", name="Keep this plan").click()
    expect(page.locator(".kept-with")).to_be_visible()


TALK = "I am a backend developer and I want to lead a platform team. Which role fits me better?"
OVER = (
    "My background: Software engineer. My goal: to lead a platform team. "
    "What should I learn and build first for the MLOps engineer role?"
)


def change(step, words):
    step.locator("details.change summary").click()
    step.get_by_label("What you want to do").fill(words)
    step.get_by_role("button", name="Save").click()
    expect(step.locator(".says").first).to_have_text(words)


def planned(page, address):
    """A conversation, and from it a plan that is kept and changed; gives the guide's words of its first project."""
    open_page(page, address)
    ask(page, TALK).get_by_role("link", name="Make it a plan").click()
    expect(page.locator("#part-goal")).to_contain_text("lead a platform team")
    page.get_by_role("button", name="Keep this plan").click()
    project = page.locator("#part-project .saying").first
    quote = project.locator("q").inner_text()
    change(project, "Deploy a toy model and watch it")
    expect(project.locator(".badge.yours")).to_be_visible()
    expect(project.locator(".badge.mark")).to_have_count(0)
    expect(project.locator(".cite").first).to_be_visible()
    page.locator("#part-thirty-days").get_by_text("Add a step of your own").click()
    page.get_by_label("Your step: The next thirty days").fill("Call two people")
    page.get_by_role("button", name="Add it to “The next thirty days”").click()
    expect(page.locator("#part-thirty-days .says")).to_have_text("Call two people")
    return quote


def test_a_plan_is_made_from_a_conversation_changed_and_survives_a_restart(browser, context, folder):  # noqa: F811
    port = free_port()
    with served(folder, port) as address:
        quote = planned(context.new_page(), address)

    again = browser.new_context(storage_state=context.storage_state())
    with served(folder, port) as address:
        page = again.new_page()
        page.goto(f"{address}/conversations")
        page.locator(".planned a").click()
        expect(page.locator("#part-thirty-days .says")).to_have_text("Call two people")
        project = page.locator("#part-project .saying").first
        project.locator("details.change summary").click()
        project.get_by_role("button", name="Back to the guide’s words").click()
        expect(project.locator("q").first).to_have_text(quote)
        expect(project.locator(".badge.mark")).to_have_text("word for word")
        page.get_by_role("link", name="Talk it over").click()
        expect(page.locator("#turn-1.answered")).to_be_visible()
        expect(page.get_by_label("Your question")).to_have_value(OVER)
    again.close()


def test_a_comparison_and_a_fit_result_go_into_the_plan(page, real):
    page.goto(f"{real}/compare?roles=ml-engineer,mlops-engineer")
    page.get_by_role("link", name="Plan for ML engineer", exact=True).click()
    expect(page.locator("#part-role")).to_contain_text("Top of the pay range: $191k for ML engineer")
    expect(page.locator("#part-role .badge.mark").first).to_have_text("worked out by us")

    page.goto(f"{real}/fit?automate=yes")
    page.get_by_role("link", name="Plan for MLOps engineer").click()
    expect(page.locator("#part-role")).to_contain_text("You said yes to “Automating things")


def test_a_plan_is_kept_changed_and_erased_without_script(browser, real):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    keep(page, real)

    page.locator("#part-goal").get_by_text("Add a step of your own").click()
    page.get_by_label("Your step: Goal").fill("<b>Sleep</b> more")
    page.get_by_role("button", name="Add it to “Goal”").click()
    expect(page.locator("#part-goal")).to_contain_text("<b>Sleep</b> more")
    page.get_by_text("Remove this plan").click()
    page.get_by_role("button", name="Erase the plan").click()

    expect(page.get_by_role("heading", name="My plan")).to_be_visible()
    expect(page.locator(".kept-plans")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_a_kept_plan_is_printed_without_its_controls_and_axe_finds_nothing_serious(page, real, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    keep(page, real)
    unfold(page)
    assert serious(page) == [] and not scrolls_sideways(page)

    page.emulate_media(media="print")

    for hidden in (".plan details", ".discard", ".next", ".top"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("#part-thirty-days .lines")).to_be_visible()


def test_what_was_typed_stays_while_the_server_cannot_be_reached(context, real):
    page = context.new_page()
    keep(page, real)
    page.locator("#part-goal").get_by_text("Add a step of your own").click()
    page.get_by_label("Your step: Goal").fill("Sleep more")

    context.set_offline(True)
    page.get_by_role("button", name="Add it to “Goal”").click()
    expect(page.get_by_role("alert")).to_contain_text("cannot be reached just now")
    expect(page.get_by_label("Your step: Goal")).to_have_value("Sleep more")
    context.set_offline(False)
    page.get_by_role("button", name="Add it to “Goal”").click()

    expect(page.locator("#part-goal")).to_contain_text("Sleep more")
    expect(page.get_by_role("alert")).to_be_hidden()
