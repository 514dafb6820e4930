"""Over HTTP: a plan is kept with a conversation, changed step by step, printed, exported, and erased."""

import asyncio
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tests.advisor.answer.test_my_plan import VOCABULARY, WARD
from tests.advisor.written import guide, library
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from tests.ui.test_app import built
from ui.browser import COOKIE

ANA, BO = "a" * 43, "b" * 43
OURS = {"origin": "http://testserver"}
HOSTILE = "<script>hacked()</script>"
PROJECT = "A nurse can show a care plan that was written for a practice patient."


class House:
    def __init__(self) -> None:
        self.advisor = ScriptedAdvisor(
            (samples.PAY_ANSWER,), library(guide(WARD.format(soon="")), vocabulary=VOCABULARY)
        )
        app = asyncio.run(built(self.advisor))
        self.ana, self.bo = (TestClient(app, cookies={COOKIE: secret}, headers=OURS) for secret in (ANA, BO))
        self.stranger = TestClient(app, headers=OURS)

    def keep(self, browser=None, **fields):
        told = {"role": "nurse", "goal": "lead a ward", **fields}
        return (browser or self.ana).post("/plan/keep", data=told, follow_redirects=False)

    def act(self, address, act, browser=None, **fields):
        return (browser or self.ana).post(f"{address}/{act}", data=fields, follow_redirects=False)

    def page(self, address):
        return unescape(self.ana.get(address).text)


@pytest.fixture
def house():
    return House()


@pytest.fixture
def address(house):
    """Of a plan of Ana's, in a conversation of its own."""
    return house.keep().headers["location"]


def step_of(page, words):
    """The id of the step that says this."""
    return re.findall(rf'id="step-(\w+)"(?:(?!id="step-).)*?{re.escape(words)}', page, re.DOTALL)[-1]


def test_a_kept_plan_is_in_the_list_and_can_be_found_again(house, address):
    assert re.fullmatch(r"/conversations/\w+/plan", address)

    assert "My plan: Nurse" in house.page("/conversations") and address in house.page("/conversations")
    assert address in house.page("/plan")
    assert PROJECT in house.page(address) and "lead a ward" in house.page(address)


def test_a_plan_is_kept_with_the_conversation_it_came_from(house):
    talk = house.advisor.ask("What do they earn?").conversation_id
    house.advisor.conversations.claim(talk, ANA)

    assert f'<option value="{talk}" selected>' in house.page(f"/plan?role=nurse&conversation={talk}")
    assert house.keep(conversation=talk).headers["location"] == f"/conversations/{talk}/plan"
    again = house.ana.get(f"/plan?conversation={talk}", follow_redirects=False)
    assert again.headers["location"] == f"/conversations/{talk}/plan"
    assert "(in place of its plan)" in house.page(f"/plan?role=nurse&conversation={talk}")


def test_somebody_elses_conversation_holds_no_plan_of_mine(house):
    talk = house.advisor.ask("What do they earn?").conversation_id
    house.advisor.conversations.claim(talk, BO)

    assert talk not in house.keep(conversation=talk).headers["location"]
    assert house.advisor.plans.of(talk, BO) is None


def test_a_changed_step_loses_its_mark_and_keeps_its_place_until_it_is_as_it_was(house, address):
    step = step_of(house.page(address), PROJECT)

    assert house.act(address, "change", step=step, text="Write a care plan").status_code == 303
    changed = house.page(address).partition(f'id="step-{step}"')[2].partition("</details></div>")[0]
    assert '<p class="says">Write a care plan</p>' in changed and "your words" in changed
    assert f"<q>{PROJECT}</q>" in changed and 'class="cite"' in changed and "word for word" not in changed

    house.act(address, "restore", step=step)
    restored = house.page(address).partition(f'id="step-{step}"')[2].partition("</details></div>")[0]
    assert "word for word" in restored and "badge yours" not in restored


def test_own_steps_are_added_and_removed_and_shown_as_text(house, address):
    house.act(address, "add", part="thirty-days", text=HOSTILE)
    html = house.ana.get(address).text
    assert "&lt;script&gt;hacked()" in html and HOSTILE not in html

    house.act(address, "remove", step=step_of(unescape(html), HOSTILE))

    assert "hacked()" not in house.page(address)


def test_what_cannot_be_kept_is_said_and_stays_in_its_field(house, address):
    answer = house.act(address, "add", part="goal", text="x" * 601)

    assert answer.status_code == 422
    assert 'role="alert">The step is too long' in answer.text and f"{'x' * 601}</textarea>" in answer.text
    assert re.search(r'<details class="add" open>', answer.text)


@pytest.mark.parametrize("act", ["add", "change", "restore", "remove", "discard"])
def test_nobody_else_and_no_other_site_may_change_it(house, address, act):
    before = house.page(address)
    fields = {"step": "s1", "part": "goal", "text": "mine"}

    assert [house.act(address, act, who, **fields).status_code for who in (house.bo, house.stranger)] == [404, 404]
    elsewhere = house.ana.post(f"{address}/{act}", data=fields, headers={"origin": "https://evil.example"})
    assert elsewhere.status_code == 403
    assert house.bo.get(address).status_code == 404 and house.page(address) == before


def test_a_plan_is_exported_with_its_conversation_and_goes_with_it(house, address):
    house.act(address, "add", part="thirty-days", text="Call *Bo*")
    conversation = address.split("/")[2]

    markdown = house.page(f"/conversations/{conversation}.md")
    assert "## My plan: Nurse" in markdown and "- Call \\*Bo\\* (your words)" in markdown
    assert "(word for word, [" in markdown
    assert PROJECT in house.page(f"/conversations/{conversation}.html")
    assert house.ana.get(f"/conversations/{conversation}.json").json()["plan"]["role"] == "nurse"

    house.ana.post(f"/conversations/{conversation}/delete")
    assert house.ana.get(address).status_code == 404


def test_an_erased_plan_leaves_nothing_behind(house, address):
    assert house.act(address, "discard").headers["location"] == "/plan"

    assert house.ana.get(address).status_code == 404 and "Plans you keep" not in house.page("/plan")


def test_a_browser_that_comes_to_a_plan_first_can_keep_it(house):
    page = house.stranger.get("/plan?role=nurse")
    assert COOKIE in page.cookies and page.headers["referrer-policy"] == "same-origin"

    assert re.fullmatch(r"/conversations/\w+/plan", house.keep(house.stranger).headers["location"])


def test_what_was_compared_goes_into_the_plan(house):
    page = house.page("/plan?role=nurse&compared=paramedic")

    assert "worked out by us" in page or "Chosen: Nurse" in page
    assert 'name="compared" value="paramedic"' in page
