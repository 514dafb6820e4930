"""Over HTTP: whose conversations are listed, changed, exported and shared."""

import asyncio
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from fastapi.testclient import TestClient

from advisor.conversation import Complaint, Feedback
from advisor.domain import Answer
from advisor.serial import from_dict
from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from tests.ui.test_present import RUNS, text_of
from ui.app import build_app
from ui.browser import COOKIE

ANA, BO = "a" * 43, "b" * 43
OURS = {"origin": "http://testserver"}
HOSTILE_NAME = '"><script>hacked()</script>'
SCRIPT = (samples.PAY_ANSWER, samples.WAY_IN, samples.DECLINED, samples.HOSTILE_ANSWER)


class House:
    """The page, its advisor, and two people with a browser each."""

    def __init__(self, app, advisor) -> None:
        self.advisor = advisor
        self.ana, self.bo = (TestClient(app, cookies={COOKIE: secret}, headers=OURS) for secret in (ANA, BO))
        self.stranger = TestClient(app, headers=OURS)

    def told(self, *questions: str) -> str:
        """The id of a new conversation of Ana's."""
        conversation = None
        for question in questions or ("What do they earn?",):
            conversation = self.advisor.ask(question, conversation_id=conversation).conversation_id
        self.advisor.conversations.claim(conversation, ANA)
        return conversation

    def act(self, conversation: str, act: str, browser: TestClient | None = None, **fields: str):
        address = f"/conversations/{conversation}/{act}"
        return (browser or self.ana).post(address, data=fields, follow_redirects=False)

    def link(self) -> str:
        """The path of the only link that Ana's list shows."""
        (link,) = re.findall(r'value="http://testserver(/shared/[^"]+)"', self.ana.get("/conversations").text)
        return link


async def built(advisor):
    return build_app(advisor, Settings())


@pytest.fixture(scope="module")
def served():
    advisor = ScriptedAdvisor(SCRIPT, samples.LIBRARY)
    return asyncio.run(built(advisor)), advisor


@pytest.fixture
def house(served):
    app, advisor = served
    yield House(app, advisor)
    for conversation in advisor.conversations.of(ANA):
        advisor.conversations.delete(conversation.id, ANA)


def test_a_browser_sees_its_conversations_the_latest_first(house):
    house.told("What do they earn?", "And the way in?")
    page = house.ana.get("/conversations")

    assert page.status_code == 200
    assert "20 November 2026 · 2 questions" in text_of(page.text)
    assert 'href="/?conversation=' in page.text


def test_nobody_else_sees_them(house):
    house.told()

    for browser in (house.bo, house.stranger):
        page = text_of(browser.get("/conversations").text)
        assert "What do they earn?" not in page
        assert "There is no conversation of this browser yet." in page


@pytest.mark.parametrize("act", ["rename", "share", "revoke", "delete"])
def test_nobody_else_can_do_anything_with_them(house, act):
    conversation = house.told()
    house.act(conversation, "share")
    link = house.link()

    answers = [house.act(conversation, act, browser, title="Mine") for browser in (house.bo, house.stranger)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert house.ana.get(link).status_code == 200
    assert "What do they earn?" in house.ana.get("/conversations").text


@pytest.mark.parametrize("ending", ["md", "html", "json"])
def test_nobody_else_can_export_them(house, ending):
    conversation = house.told()

    for browser in (house.bo, house.stranger):
        assert browser.get(f"/conversations/{conversation}.{ending}").status_code == 404


@pytest.mark.parametrize("act", ["rename", "share", "revoke", "delete"])
@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"origin": "https://elsewhere.example"}, {"origin": "null"}],
    ids=["another site", "another origin", "no origin"],
)
def test_another_site_cannot_make_a_browser_do_it(house, act, headers):
    conversation = house.told()

    answer = house.ana.post(f"/conversations/{conversation}/{act}", headers=headers, data={"title": "Theirs"})

    assert answer.status_code == 403
    (kept,) = house.advisor.conversations.of(ANA)
    assert (kept.title, kept.link) == ("What do they earn?", "")


def test_a_form_says_where_it_comes_from_while_other_sites_learn_nothing(house):
    assert house.ana.get("/conversations").headers["referrer-policy"] == "same-origin"


def test_a_name_is_kept_and_shown_as_text(house):
    conversation = house.told()

    answer = house.act(conversation, "rename", title=f"  {HOSTILE_NAME}\n ")
    page = house.ana.get("/conversations").text

    assert (answer.status_code, answer.headers["location"]) == (303, f"/conversations#kept-{conversation}")
    assert not RUNS.search(re.sub(r'href="/[^"]*"', "", page.partition("<main")[2]))
    assert HOSTILE_NAME in unescape(page)


def test_a_link_opens_the_conversation_for_anybody_until_it_is_revoked(house):
    conversation = house.told("What do they earn?", "And the way in?")
    assert house.act(conversation, "share").status_code == 303
    link = house.link()

    for browser in (house.stranger, house.bo):
        page = browser.get(link)
        assert page.status_code == 200 and "noindex" in page.headers["x-robots-tag"]
        assert "And the way in?" in page.text and "$66,000" in page.text
    assert house.act(conversation, "revoke").status_code == 303

    gone = house.stranger.get(link)
    assert gone.status_code == 404 and "There is no such conversation here" in gone.text
    assert "/shared/" not in house.ana.get("/conversations").text


def test_what_is_shared_cannot_be_changed_and_does_not_tell_whose_it_is(house):
    conversation = house.told()
    house.act(conversation, "rename", title="My secret plan")
    house.act(conversation, "share")

    page = house.stranger.get(house.link()).text

    assert "<form" not in page and "secret plan" not in page
    assert conversation not in page and ANA not in page


def test_a_deleted_conversation_is_gone_everywhere(house):
    conversation = house.told()
    house.act(conversation, "share")
    link = house.link()

    answer = house.act(conversation, "delete")

    assert (answer.status_code, answer.headers["location"]) == (303, "/conversations")
    assert house.stranger.get(link).status_code == 404
    assert house.ana.get(f"/conversations/{conversation}.md").status_code == 404
    assert "What do they earn?" not in house.ana.get("/conversations").text


def test_the_json_holds_the_answers_themselves(house):
    conversation = house.told("What do they earn?", "And the way in?")

    file = house.ana.get(f"/conversations/{conversation}.json")

    kept = json.loads(file.text)
    assert kept["title"] == "What do they earn?"
    assert tuple(from_dict(answer) for answer in kept["answers"]) == house.advisor.conversation(conversation)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_an_export_holds_every_question_answer_and_source(house, ending):
    conversation = house.told("What do they earn?", "And the way in?", "And astronauts?")

    file = house.ana.get(f"/conversations/{conversation}.{ending}")

    assert file.headers["content-disposition"] == f'attachment; filename="conversation.{ending}"'
    text = re.sub(r"\\(.)", r"\1", file.text if ending == "md" else unescape(re.sub(r"</?mark>", "", file.text)))
    answers: tuple[Answer, ...] = house.advisor.conversation(conversation)
    for answer in answers:
        assert answer.question in text
        for source in answer.citations:
            assert source.quote.replace("*", "") in text.replace("*", "")
            assert source.guide_title in text and source.publisher in text
            assert f"http://testserver/guides/{source.guide_id}?release=release-1&start={source.start}" in text
    assert "12 May 2026" in text and "undated" in text and "https://example.org/bridges" in text
    assert "The guides differ: entry pay of tunnel engineers" in text
    assert "No source is named for the figures." in text
    assert "The guides say nothing about astronauts." in text


def test_the_page_that_is_exported_asks_nothing_of_anybody(house):
    conversation = house.told(*(["What do they earn?"] * 4))
    house.act(conversation, "rename", title=HOSTILE_NAME)

    page = house.ana.get(f"/conversations/{conversation}.html").text

    assert "<script" not in page and "<link" not in page and "<img" not in page and "url(" not in page
    assert "default-src 'none'" in page
    assert not RUNS.search(page.partition("<main")[2].replace('href="#', ""))
    assert set(re.findall(r'href="([^"#]{4})', page)) == {"http"}


def test_hostile_words_are_no_markup_in_markdown(house):
    conversation = house.told(*(["What do they earn?"] * 4))
    house.act(conversation, "rename", title="# <b>[x](javascript:hacked())")

    text = house.ana.get(f"/conversations/{conversation}.md").text

    assert "\\<b\\>\\[x\\](javascript" in text
    assert not re.search(r"(?<!\\)<(?!http)", text)
    assert not re.search(r"(?<!\\)\]\((?!<http)", text)


def test_pages_of_conversations_are_kept_by_no_cache(house):
    conversation = house.told()
    house.act(conversation, "share")

    for path in ("/conversations", house.link(), f"/conversations/{conversation}.json"):
        assert house.ana.get(path).headers["cache-control"] == "no-store"


def test_an_erased_question_still_has_an_entry_that_can_be_opened(house):
    conversation = house.told()
    house.advisor.conversations.rename(conversation, ANA, " ")

    assert "Conversation without words" in text_of(house.ana.get("/conversations").text)


def test_what_is_not_there_is_not_there_for_its_owner_either(house):
    conversation = house.told()

    assert house.ana.get(f"/conversations/{conversation}.exe").status_code == 404
    assert house.ana.get(f"/conversations/{conversation}").status_code == 404
    assert house.ana.get("/shared/none").status_code == 404
    assert house.act("none", "rename", title="x").status_code == 404


def test_a_talk_without_sources_can_be_shared(house):
    bare = replace(samples.CHOICE, question="Hello", conversation_id="bare", record_id="r-bare")
    house.advisor._ledger.records.append(bare)
    house.advisor.given.append(bare)
    house.advisor.conversations.claim("bare", ANA)
    house.act("bare", "share")

    assert "Which of the two do you mean?" in house.stranger.get(house.link()).text


def judge(house, record, browser=None, **fields):
    return (browser or house.ana).post(f"/feedback/{record}", data={"helpful": "false"} | fields)


def test_what_is_thought_of_an_answer_goes_to_the_ledger(house):
    (answer,) = house.advisor.conversation(house.told())

    sent = judge(house, answer.record_id, complaints=["wrong", "outdated_source"], comment=" <b>No</b>\n")

    assert sent.status_code == 204
    given = Feedback(answer.record_id, False, (Complaint.WRONG, Complaint.OUTDATED_SOURCE), "<b>No</b>")
    assert house.advisor.conversations.judged([answer.record_id]) == {answer.record_id: given}


def test_only_ones_own_answers_can_be_judged_and_from_our_page_only(house):
    (answer,) = house.advisor.conversation(house.told())

    statuses = [judge(house, answer.record_id, browser).status_code for browser in (house.bo, house.stranger)]
    crossed = house.ana.post(
        f"/feedback/{answer.record_id}", data={"helpful": "true"}, headers={"sec-fetch-site": "cross-site"}
    )

    assert statuses == [404, 404] and crossed.status_code == 403
    assert house.advisor.conversations.judged([answer.record_id]) == {}


@pytest.mark.parametrize("fields", [{"helpful": "perhaps"}, {"complaints": "ugly"}])
def test_feedback_that_makes_no_sense_is_refused(house, fields):
    (answer,) = house.advisor.conversation(house.told())

    assert judge(house, answer.record_id, **fields).status_code == 422
    assert house.advisor.conversations.judged([answer.record_id]) == {}
