import asyncio
import json
import re

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from advisor.domain import Origin
from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui.app import build_app

SETTINGS = Settings(max_body_bytes=16_384)


async def built(advisor):
    """The app, built inside an event loop as the server does: outside of one Gradio makes a loop and leaves it open."""
    return build_app(advisor, SETTINGS)


ALL_PAGES = [
    "/", "/guides", "/guides/bridges-or-tunnels", "/guides/none", "/compare", "/compare.csv", "/fit", "/healthz",
    "/page/page.css", "/nothing", "/conversations/none.md", "/shared/none",
]  # fmt: skip


@pytest.fixture(scope="module")
def client():
    advisor = ScriptedAdvisor((samples.PAY_ANSWER,), samples.LIBRARY)
    with TestClient(asyncio.run(built(advisor))) as client:
        yield client


@pytest.fixture
def closed():
    with TestClient(asyncio.run(built(ScriptedAdvisor(())))) as client:
        yield client


@pytest.mark.parametrize("path", ALL_PAGES)
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers

    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ALL_PAGES)
def test_no_policy_lets_foreign_or_inline_scripts_run(client, path):
    policy = client.get(path).headers["content-security-policy"]

    scripts = re.search(r"script-src ([^;]*)", policy)[1]
    assert "unsafe" not in scripts and "http" not in policy and "*" not in policy


def test_the_nonce_is_new_each_time_and_on_every_script(client):
    pages = [client.get("/") for _ in range(2)]

    nonces = [re.search(r"'nonce-([^']+)'", page.headers["content-security-policy"])[1] for page in pages]
    assert nonces[0] != nonces[1]
    assert set(re.findall(r"<script(?: nonce=\"([^\"]*)\")?", pages[0].text)) == {nonces[0]}


def test_the_question_page_names_no_outside_host(client):
    page = client.get("/").text

    hosts = set(re.findall(r"https?://([^/\"\\:]+)", page))
    assert hosts <= {"testserver"}


def test_the_question_page_has_our_head_and_header(client):
    page = client.get("/").text

    assert "<title>Career advisor</title>" in page
    assert '<header class="top">' in page and "/page/page.js" in page


def test_nothing_is_published_as_an_api(client):
    assert client.get("/gradio_api/info").status_code == 404
    assert '{"named_endpoints":{},"unnamed_endpoints":{}}' in client.get("/").text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"),
        ("GET", "/gradio_api/file=/etc/passwd"),
        ("GET", "/gradio_api/file/etc/passwd"),
        ("GET", "/gradio_api/proxy=http://127.0.0.1:22/"),
        ("POST", "/gradio_api/run/ask"),
        ("POST", "/gradio_api/call/ask"),
        ("POST", "/gradio_api/component_server"),
        ("GET", "/gradio_api/info"),
        ("GET", "/gradio_api/openapi.json"),
        ("GET", "/gradio_api/runs"),
        ("GET", "/gradio_api/custom_component/x/client/component/index.js"),
        ("POST", "/login"),
        ("GET", "/monitoring"),
        ("GET", "/openapi.json"),
        ("GET", "/docs"),
        ("PUT", "/"),
        ("DELETE", "/guides/bridges-or-tunnels"),
        ("GET", "/page/../app.py"),
        ("GET", "/page/%2e%2e/app.py"),
    ],
)
def test_doors_that_this_app_does_not_use_are_closed(client, method, path):
    answer = client.request(method, path, content=b"{}")

    assert answer.status_code == 404
    assert "root:" not in answer.text and "import" not in answer.text


def test_a_question_cannot_go_round_the_queue(client):
    page = client.get("/").text
    queued = [
        dependency["id"]
        for dependency in json.loads(re.search(r"gradio_config = (\{.*?\});</script>", page)[1])["dependencies"]
        if dependency["api_name"].startswith("ask")
    ]

    answers = [client.post("/gradio_api/run/predict", json={"data": ["?", None], "fn_index": n}) for n in queued]

    assert queued
    assert {answer.status_code for answer in answers} == {404}


def test_a_body_over_the_cap_is_refused(client):
    answer = client.post("/gradio_api/queue/join", content=b"x" * 16_385)

    assert answer.status_code == 413
    assert "Shorten it" in answer.json()["detail"]
    assert answer.headers["x-frame-options"] == "DENY"


def test_a_body_of_unknown_length_is_counted_as_it_comes(client):
    answer = client.post("/gradio_api/queue/join", content=(b"x" * 1_000 for _ in range(17)))

    assert answer.status_code == 413


def test_a_body_under_the_cap_reaches_the_app_whole(client):
    answer = client.post("/gradio_api/reset", json={"event_id": "e" * 16_000})

    assert answer.status_code == 200


def test_websockets_are_refused(client):
    with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/gradio_api/queue/join"):
        pass

    assert refused.value.code == 1008


def test_a_guide_opens_at_the_cited_words(client):
    page = client.get(samples.PAY.guide_page)

    assert page.status_code == 200
    assert '<mark id="quote">$66,000</mark>' in page.text


def test_a_guide_of_a_release_that_is_gone_is_shown_as_it_stands_now(client):
    page = client.get(f"/guides/bridges-or-tunnels?release=old&start={samples.PAY.start}&end={samples.PAY.end}")

    assert page.status_code == 200
    assert "is gone" in page.text and "<mark" not in page.text


def test_the_guides_can_be_searched_and_a_hit_opens_at_its_words(client):
    found = client.get("/guides?q=mining+background").text

    href = re.search(r'<h3><a href="(/guides/bridges-or-tunnels[^"]+)"', found)[1]
    assert "<mark>mining</mark>" in found
    assert '<mark id="quote">' in client.get(href.replace("&amp;", "&")).text


def test_a_search_for_too_much_is_refused_in_plain_words(client):
    page = client.get("/guides", params={"q": "ward " * 60})

    assert page.status_code == 400
    assert "200 characters at most" in page.text


@pytest.mark.parametrize("query", ["", " ", "?!", "%00", "<script>", "tunnel" * 30, '"', "%ED%A0%80"], ids=ascii)
def test_no_search_is_a_crash(client, query):
    page = client.get(f"/guides?q={query}")

    assert page.status_code == 200
    assert "<script>" not in page.text.partition("<main")[2]


def test_the_list_counts_what_people_were_shown():
    advisor = ScriptedAdvisor((samples.PAY_ANSWER,), samples.LIBRARY)
    for origin in Origin:
        advisor.ask("What do they earn?", origin=origin)
    with TestClient(asyncio.run(built(advisor))) as client:
        page = client.get("/guides?sort=cited").text

    assert re.findall(r"<dt>Cited</dt> <dd>([^<]+)", page) == ["4 times", "2 times"]


def test_an_unknown_guide_is_said_in_plain_words(client):
    page = client.get("/guides/<script>")

    assert page.status_code == 404
    assert "There is no such guide" in page.text and "<script>" not in page.text.partition("<main")[2]


def test_an_address_that_makes_no_sense_is_not_a_crash(client):
    page = client.get("/guides/bridges-or-tunnels?start=abc&end=99999999999999999999")

    assert page.status_code < 500


def test_health_names_the_release(client):
    assert client.get("/healthz").json() == {"status": "ok", "ready": True, "release": "release-1", "guides": 2}


@pytest.mark.parametrize("ready", [True, False])
def test_health_says_whether_the_first_question_would_wait(ready):
    async def app():
        return build_app(ScriptedAdvisor((), samples.LIBRARY), SETTINGS, lambda: ready)

    with TestClient(asyncio.run(app())) as client:
        assert client.get("/healthz").json()["ready"] is ready


def test_pages_scripts_and_styles_travel_compressed(client):
    for path in ("/", "/page/page.js", "/page/page.css", "/guides"):
        assert client.get(path, headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_health_without_a_release_says_why(closed):
    answer = closed.get("/healthz")

    assert answer.status_code == 503
    assert answer.json()["reason"] == "No release is published."


def test_without_a_release_the_pages_say_what_to_do(closed):
    page = closed.get("/guides")

    assert page.status_code == 503
    assert "Run `advisor ingest` first." in page.text
    assert closed.get("/").status_code == 200


def test_a_comparison_without_a_release_says_what_to_do(closed):
    for path in ("/compare?roles=bridge-engineer,tunnel-engineer", "/compare.csv"):
        page = closed.get(path)

        assert page.status_code == 503
        assert "Run `advisor ingest` first." in page.text


def test_the_fit_quiz_without_a_release_says_what_to_do(closed):
    page = closed.get("/fit?same=yes")

    assert page.status_code == 503
    assert "Run `advisor ingest` first." in page.text


def test_the_fit_quiz_is_a_page_that_the_header_leads_to(client):
    page = client.get("/fit?same=yes")

    assert page.status_code == 200
    assert (
        '<a href="/fit" aria-current="page">Find your fit</a>' in page.text and "no statements to answer" in page.text
    )


def test_a_comparison_is_a_page_and_a_file(client):
    page = client.get("/compare?roles=bridge-engineer&roles=tunnel-engineer&attributes=pay")
    file = client.get("/compare.csv?roles=bridge-engineer,tunnel-engineer&attributes=pay")

    assert (page.status_code, file.status_code) == (200, 200)
    assert "Compare roles" in page.text
    assert file.headers["content-type"].startswith("text/csv")
    assert file.headers["content-disposition"] == 'attachment; filename="comparison.csv"'
    assert file.text.startswith("\ufeffabout,role,guide")


def test_only_our_own_pages_take_a_form(client):
    assert "form-action 'self'" in client.get("/compare").headers["content-security-policy"]


def test_icons_are_our_own(client):
    assert client.get("/favicon.ico").headers["content-type"].startswith("image/svg")
    assert client.get("/manifest.json").json()["icons"][0]["src"] == "/page/icon.svg"


def test_a_plan_without_a_release_says_what_to_do(closed):
    page = closed.get("/plan?role=bridge-engineer")

    assert page.status_code == 503
    assert "Run `advisor ingest` first." in page.text
