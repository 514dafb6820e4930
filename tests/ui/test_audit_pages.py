"""Over HTTP: who may open which audit page, signing in and out, browsing, and judging."""

import asyncio
import re
from dataclasses import replace
from html import unescape

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from advisor.audit.review import ClaimReview, Judgement, Stratum
from advisor.audit.user import Rank
from advisor.domain import Retrieved
from advisor.ledger import open_ledger
from advisor.ledger.users import OF_ACCOUNT
from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from tests.ui.test_present import RUNS, text_of
from ui.app import build_app
from ui.audit_access import COOKIE

WORDS = "several words of a person"
OURS = {"origin": "http://testserver"}
CHEAP = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
OPEN = {("GET", "/audit/sign-in"), ("POST", "/audit/sign-in")}  # to anybody
NEEDS = {  # what each address of the audit pages needs
    ("GET", "/audit"): Rank.VIEWER,
    ("GET", "/audit/records/{record_id}"): Rank.VIEWER,
    ("GET", "/audit/chain"): Rank.VIEWER,
    ("POST", "/audit/sign-out"): Rank.VIEWER,
    ("GET", "/audit/queue"): Rank.AUDITOR,
    ("POST", "/audit/queue/next"): Rank.AUDITOR,
    ("POST", "/audit/records/{record_id}"): Rank.AUDITOR,
    ("POST", "/audit/records/{record_id}/claim"): Rank.AUDITOR,
    ("POST", "/audit/records/{record_id}/erase"): Rank.ADMIN,
}


class House:
    """The app on a real ledger, and somebody of each rank."""

    def __init__(self, app, ledger):
        self.app, self.ledger, self.audit = app, ledger, ledger.audit
        self.stranger = TestClient(app, headers=OURS, follow_redirects=False)
        self.viewer, self.auditor, self.admin = (self.signed_in(rank) for rank in Rank)

    def signed_in(self, name):
        client = TestClient(self.app, headers=OURS, follow_redirects=False)
        answer = client.post("/audit/sign-in", data={"name": str(name), "password": WORDS})
        assert answer.status_code == 303
        return client

    def secret(self, client):
        return re.search(r'name="form" value="([0-9a-f]{64})"', client.get("/audit").text)[1]

    def post(self, client, path, **fields):
        return client.post(path, data={"form": self.secret(client), **fields})

    def told(self, answer=samples.PAY_ANSWER, question="What do they earn?", conversation="c"):
        return self.ledger.record(replace(answer, question=question, conversation_id=conversation)).record_id


async def built(advisor):
    return build_app(advisor, Settings())


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    ledger = open_ledger(tmp_path_factory.mktemp("home"), {})
    ledger.audit.users._hasher = CHEAP
    for rank in Rank:
        ledger.audit.users.add(rank, rank, WORDS)
    advisor = ScriptedAdvisor((), samples.LIBRARY, ledger.audit)
    yield asyncio.run(built(advisor)), ledger
    ledger.close()


@pytest.fixture
def house(served):
    return House(*served)


def routes(app):
    found = {(m, r.path) for r in app.routes if getattr(r, "path", "").startswith("/audit") for m in r.methods}
    return {(method, path) for method, path in found if method != "HEAD"}


def test_every_address_says_what_it_needs(served):
    assert routes(served[0]) == OPEN | NEEDS.keys()


@pytest.mark.parametrize("who", ["stranger", "viewer", "auditor", "admin"])
@pytest.mark.parametrize(("method", "path"), NEEDS, ids=[" ".join(route) for route in NEEDS])
def test_nobody_gets_further_than_their_rank(house, method, path, who):
    client = getattr(house, who)
    address = path.format(record_id=house.told())
    fields = {"form": house.secret(client), "reason": "r"} if who != "stranger" else {"form": "", "reason": "r"}

    answer = client.get(address) if method == "GET" else client.post(address, data=fields)

    if who == "stranger":
        assert answer.status_code == (303 if method == "GET" else 401)
        assert answer.headers.get("location", "/audit/sign-in").startswith("/audit/sign-in")
    elif Rank(who).may(NEEDS[method, path]):
        assert answer.status_code in (200, 303)
    else:
        assert answer.status_code == 403


@pytest.mark.parametrize("path", [path for method, path in NEEDS if method == "POST"])
@pytest.mark.parametrize(
    ("headers", "form"),
    [
        ({}, ""),
        ({}, "0" * 64),
        ({"origin": "https://elsewhere.example"}, None),
        ({"sec-fetch-site": "cross-site"}, None),
    ],
    ids=["no secret", "another secret", "another origin", "another site"],
)
def test_no_other_site_can_make_a_browser_change_anything(house, path, headers, form):
    record = house.told()
    fields = {"form": house.secret(house.admin) if form is None else form, "right": "yes", "reason": "r"}

    answer = house.admin.post(path.format(record_id=record), data=fields, headers=headers)

    assert answer.status_code == 403
    assert house.audit.reviews.of(record) == () and house.ledger.get(record).question == "What do they earn?"


def test_the_sessions_cookie_is_out_of_reach_of_scripts_and_other_sites(house):
    fields = {"name": "viewer", "password": WORDS}
    plain = house.stranger.post("/audit/sign-in", data=fields).headers["set-cookie"]
    tls = TestClient(house.app, base_url="https://testserver", follow_redirects=False)
    safe = tls.post("/audit/sign-in", data=fields, headers={"origin": "https://testserver"}).headers["set-cookie"]

    assert {"HttpOnly", "SameSite=Strict", "Path=/audit", "Max-Age=28800"} <= set(plain.split("; "))
    assert "Secure" in safe.split("; ")


def test_signing_in_leads_back_and_nowhere_else(house):
    asked = house.stranger.get("/audit?verdict=partly&q=a+b").headers["location"]
    page = house.stranger.get(asked).text
    back = unescape(re.search(r'name="to" value="([^"]*)"', page)[1])
    assert back == "/audit?verdict=partly&q=a+b"

    for to, leads in (
        (back, back),
        ("https://evil.example/audit", "/audit"),
        ("//evil", "/audit"),
        ("/auditx", "/audit"),
    ):
        answer = house.stranger.post("/audit/sign-in", data={"name": "viewer", "password": WORDS, "to": to})
        assert answer.headers["location"] == leads


def test_signing_out_ends_the_session(house):
    client = house.signed_in("viewer")
    kept = client.cookies[COOKIE]

    assert house.post(client, "/audit/sign-out").headers["location"] == "/audit/sign-in"

    again = TestClient(house.app, cookies={COOKIE: kept}, follow_redirects=False)
    assert again.get("/audit").status_code == 303


def test_a_wrong_password_says_no_more_than_that_and_guessing_has_to_wait(house):
    def guess(name):
        return house.stranger.post("/audit/sign-in", data={"name": name, "password": "wrong"})

    known, unknown = guess("viewer"), guess("nobody")
    assert (known.status_code, unknown.status_code) == (401, 401)
    assert text_of(known.text).replace("viewer", "") == text_of(unknown.text).replace("nobody", "")

    for _ in range(OF_ACCOUNT):
        last = guess("somebody-else")
    assert last.status_code == 429 or guess("somebody-else").status_code == 429


def test_without_an_account_the_page_says_how_to_make_one(tmp_path):
    ledger = open_ledger(tmp_path, {})
    client = TestClient(asyncio.run(built(ScriptedAdvisor((), samples.LIBRARY, ledger.audit))))

    assert "advisor user add NAME --role admin" in client.get("/audit").text
    ledger.close()


def test_all_answers_are_filtered_by_an_address_that_keeps_on_every_page(house):
    for number in range(30):
        house.told(question=f"Question {number}?", conversation="many")
    house.told(samples.DECLINED, "What of astronauts?")

    first = house.viewer.get("/audit?kind=answer&q=question").text
    older = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])

    assert "Question 29?" in first and "astronauts" not in first.partition("<main")[2]
    assert older.startswith("/audit?q=question&kind=answer&before=")
    assert "Question 1?" in house.viewer.get(older).text
    assert "No answer fits all of these filters." in house.viewer.get("/audit?kind=declined&guide=none").text


@pytest.mark.parametrize(
    "query",
    [
        "from=x&to=9999-99-99",
        "before=-1&before=1e9",
        "to=9999-12-31",
        "kind=<script>",
        "origin=nobody",
        "q=%00",
        "before=" + "9" * 40,
    ],
)
def test_an_address_that_makes_no_sense_narrows_nothing_or_finds_nothing(house, query):
    assert house.viewer.get(f"/audit?{query}").status_code == 200


def test_words_of_people_guides_and_models_are_text_everywhere(house):
    record = house.told(samples.HOSTILE_ANSWER, samples.HOSTILE)
    address = f"/audit/records/{record}"
    hostile = {f"{name}-0": samples.HOSTILE for name in ("comment", "better")} | {"comment": samples.HOSTILE}
    house.post(house.auditor, address, right="no", **{"claim-0": "not"}, **hostile)

    pages = [house.admin.get(p).text for p in ("/audit", address, f"/audit?q={samples.HOSTILE}", "/audit/queue")]
    pages.append(house.auditor.get(address).text)

    for page in pages:
        assert not RUNS.search(re.sub(r'(?:href|action|value|data-draft)="[^"]*"', "", page.partition("<main")[2]))
    assert samples.HOSTILE in unescape(pages[-1])


def test_a_judgement_is_kept_as_it_was_chosen(house):
    record = house.told()
    fields = {"claim-1": "partly", "reason-1": "figure", "better-1": "per month", "claim-0": "nonsense", "then": "save"}

    answer = house.post(house.auditor, f"/audit/records/{record}", right="yes", complete="no", harmful="", **fields)

    (kept,) = house.audit.reviews.of(record)
    assert answer.status_code == 204
    assert (kept.right, kept.complete, kept.harmful, kept.stratum) == (True, False, None, Stratum.PICKED)
    assert kept.claims == (ClaimReview(1, Judgement.PARTLY, "figure", "", "per month"),)
    page = house.auditor.get(f"/audit/records/{record}").text
    assert 'name="complete" value="no" checked' in page and '<option value="partly" selected>' in page


def test_each_claim_stands_beside_its_passage_with_the_quote_highlighted(house):
    page = house.viewer.get(f"/audit/records/{house.told()}").text

    claim = page.partition("1. Tunnel engineers start at $66,000.")[2].partition('class="claim"')[0]
    assert "<mark>$66,000</mark>" in claim and "The check says: supported." in claim
    assert 'href="https://example.org/bridges"' in claim and "<form" not in page.partition('class="workbench"')[2]


def test_of_a_declined_answer_is_asked_whether_that_was_right_beside_what_was_near(house):
    near = next(p for p in samples.LIBRARY.passages.values() if "Rock is hard" in p.text)
    declined = replace(
        samples.DECLINED, retrieved=(Retrieved(near.id, near.guide_id, 0.5), Retrieved("gone", "g", 0.4))
    )
    record = house.told(declined, "Is rock soft?")

    page = text_of(house.auditor.get(f"/audit/records/{record}").text)

    assert "Was it right to decline?" in page and "Is it complete?" not in page
    assert "Rock is hard." in page


def test_others_judgements_are_shown_once_one_has_judged(house):
    record = house.told()
    address = f"/audit/records/{record}"
    house.post(house.auditor, address, right="no", comment="the figure is old")
    assert "the figure is old" not in house.admin.get(address).text

    house.post(house.admin, address, right="yes")

    assert "the figure is old" in house.admin.get(address).text
    assert [review.reviewer for review in house.audit.reviews.of(record)] == ["auditor", "admin"]


def test_erasing_takes_the_question_and_says_so(house):
    record = house.told(question="I am from Guayaquil")
    assert house.post(house.admin, f"/audit/records/{record}/erase", reason="").status_code == 422

    house.post(house.admin, f"/audit/records/{record}/erase", reason="asked for it")

    assert "Guayaquil" not in house.admin.get("/audit").text
    assert "It holds:" in text_of(house.viewer.get("/audit/chain").text)


def test_an_unknown_answer_is_said_to_be_none(house):
    assert house.viewer.get("/audit/records/none").status_code == 404
    assert house.post(house.auditor, "/audit/records/none", right="yes").status_code == 404


def test_the_pages_speak_spanish(house):
    page = house.viewer.get("/audit", headers={"accept-language": "es"}).text

    assert "Todas las respuestas" in page and 'lang="es"' in page
