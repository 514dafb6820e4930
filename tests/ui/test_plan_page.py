import asyncio
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.advisor.answer.test_my_plan import VOCABULARY, WARD
from tests.advisor.written import guide, library
from tests.fakes import ScriptedAdvisor
from tests.ui.test_app import built

HOSTILE = '<script>hack()</script> "quoted" & more'


@pytest.fixture(scope="module")
def client():
    advisor = ScriptedAdvisor((), library(guide(WARD.format(soon="")), vocabulary=VOCABULARY))
    with TestClient(asyncio.run(built(advisor))) as client:
        yield client


@pytest.fixture
def page(client):
    def shown(**fields):
        answer = client.get("/plan", params=fields)
        assert answer.status_code == 200
        return answer.text

    return shown


def test_the_steps_stand_in_order_each_cited_or_open(page):
    html = page(role="nurse", background="soldier", goal="lead a ward")

    names = re.findall(r'<h2><span class="place">\d</span> ([^<]+)</h2>', html)
    assert names == ["Goal", "Role", "What is missing", "First project", "The next thirty days"]
    steps = html.partition('<ol class="plan">')[2].split("</li>")[:5]
    assert all('<a class="cite" href="/guides/' in step and "our digest</span>" in step for step in steps[:4])
    assert "No guide of this library says." in steps[4] and "cite" not in steps[4]
    assert (
        '<p class="says">lead a ward</p><p class="by"><span class="badge yours">your words' in steps[0]
        and "Coming from: Soldier" in steps[2]
    )


def test_without_a_role_there_is_a_form_and_no_plan(page):
    html = page()

    assert '<ol class="plan">' not in html
    assert re.findall(r'<option value="([^"]*)"', html) == ["", "nurse", "paramedic", "", "soldier"]


def test_what_was_chosen_stands_in_the_form_again(page):
    html = page(role="nurse", background="soldier", goal="lead a ward")

    assert '<option value="nurse" selected>' in html and '<option value="soldier" selected>' in html
    assert 'maxlength="200" value="lead a ward"' in html


def test_what_is_not_in_the_library_is_said(page):
    assert "Not in the library, so left out: king." in page(role="king")


def test_talking_it_over_takes_the_plan_along(page):
    link = re.search(r'<a class="talk" href="([^"]+)"', page(role="nurse", goal="lead a ward"))[1]

    asked = parse_qs(urlsplit(link.replace("&amp;", "&")).query)["ask"][0]

    assert asked == "My goal: lead a ward. What should I learn and build first for the Nurse role?"


def test_words_of_the_person_are_escaped_and_nothing_runs_inline(page):
    html = page(role="nurse", goal=HOSTILE)

    assert "<script>hack" not in html and "&lt;script&gt;hack()" in html
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", html)
    assert not re.search(r"<script(?! src=\"/page/)", html)


def test_a_library_without_roles_has_nothing_to_plan():
    held = library(guide("# Nothing\n\nThe sea is wide.\n"))
    held.guides = {}

    with TestClient(asyncio.run(built(ScriptedAdvisor((), held)))) as client:
        html = client.get("/plan").text

    assert "nothing to plan" in html and "<form" not in html
