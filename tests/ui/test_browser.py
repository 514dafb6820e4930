import asyncio

import pytest
from fastapi.testclient import TestClient

from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui.app import build_app
from ui.browser import COOKIE, asked_by_our_page, secret_of


async def built():
    return build_app(ScriptedAdvisor((samples.PAY_ANSWER,), samples.LIBRARY), Settings())


@pytest.fixture(scope="module")
def app():
    return asyncio.run(built())


def test_a_new_browser_is_given_a_secret_that_no_script_and_no_other_site_can_use(app):
    given = TestClient(app).get("/").headers["set-cookie"]

    assert len(secret_of({COOKIE: given.partition("=")[2].partition(";")[0]})) == 43
    assert "HttpOnly" in given and "SameSite=Lax" in given and "Path=/" in given and "Secure" not in given


def test_over_https_the_secret_is_sent_over_https_only(app):
    assert "; Secure" in TestClient(app, base_url="https://testserver").get("/").headers["set-cookie"]


def test_the_secret_stays_the_same_and_is_renewed(app):
    browser = TestClient(app)
    browser.get("/")
    first = browser.cookies[COOKIE]

    assert "Max-Age=34560000" in browser.get("/").headers["set-cookie"]
    assert browser.cookies[COOKIE] == first


def test_two_browsers_have_two_secrets(app):
    cookies = [TestClient(app).get("/").cookies[COOKIE] for _ in range(2)]

    assert cookies[0] != cookies[1]


@pytest.mark.parametrize("path", ["/guides", "/compare", "/healthz", "/page/page.css", "/nothing"])
def test_only_the_question_page_gives_a_cookie(app, path):
    assert "set-cookie" not in TestClient(app).get(path).headers


@pytest.mark.parametrize("found", ["", "short", "x" * 44, "é" * 43, 'a"' * 21 + "a"])
def test_what_is_no_secret_of_ours_counts_as_none(found):
    assert secret_of({COOKIE: found}) == ""


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "http://here", "host": "here"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"origin": "http://here:7860", "host": "here:7860"}, True),
        ({"origin": "http://elsewhere", "host": "here"}, False),
        ({"origin": "null", "host": "here"}, False),
        ({"host": "here"}, False),
    ],
)
def test_a_form_of_another_site_is_told_from_ours(headers, ours):
    assert asked_by_our_page(headers) is ours
