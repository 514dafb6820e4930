"""Kept conversations in a real browser, on a real server with a real ledger."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import free_port, serving
from tests.e2e.steps import ask, open_page, scrolls_sideways, unfold
from tests.e2e.test_page import PHONE, serious

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture
def folder(tmp_path, corpus_home):
    shutil.copytree(corpus_home, tmp_path / "home")
    return tmp_path


def served(folder, port):
    return serving(["ui.cli", "serve", "--home", str(folder / "home")], port, folder / "log")


def act(page, name):
    page.get_by_role("main").locator("summary", has_text=name).click()


def test_a_conversation_is_named_and_survives_a_restart_of_server_and_browser(browser, context, folder):
    port = free_port()
    with served(folder, port) as address:
        page = context.new_page()
        open_page(page, address)
        ask(page, "What does an ML engineer earn?")
        page.get_by_role("link", name="History", exact=True).click()
        act(page, "Rename")
        page.get_by_label("Name", exact=True).fill("Pay of ML engineers")
        page.get_by_role("button", name="Save the name").click()
        expect(page.get_by_role("heading", name="Pay of ML engineers")).to_be_visible()

    again = browser.new_context(storage_state=context.storage_state())
    with served(folder, port) as address:
        page = again.new_page()
        page.goto(f"{address}/conversations")
        page.get_by_role("link", name="Pay of ML engineers").click()
        expect(page.locator("#turn-1.answered .asked")).to_contain_text("What does an ML engineer earn?")
        expect(ask(page, "and their growth?").locator(".looked")).to_contain_text("ML engineer")
        page.goto(f"{address}/conversations")
        expect(page.locator(".kept .origin")).to_contain_text("2 questions")
    again.close()


def test_a_conversation_is_exported_shared_revoked_and_deleted(browser, page, real):
    open_page(page, real)
    ask(page, "What does an ML engineer earn?")
    page.goto(f"{real}/conversations")
    act(page, "Export")
    with page.expect_download() as download:
        page.get_by_role("link", name="Markdown").click()
    assert "## What does an ML engineer earn?" in Path(download.value.path()).read_text("utf-8")

    act(page, "Share")
    page.get_by_role("button", name="Make a link").click()
    page.get_by_role("button", name="Copy the link").click()
    reader = browser.new_context().new_page()
    reader.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(reader.get_by_role("heading", name="What does an ML engineer earn?")).to_be_visible()
    page.get_by_role("button", name="Revoke the link").click()
    expect(page.get_by_role("button", name="Revoke the link")).to_have_count(0)
    assert reader.reload().status == 404
    reader.context.close()

    act(page, "Delete")
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator(".none")).to_contain_text("There is no conversation of this browser yet.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing_serious_and_nothing_scrolls_sideways(page, real, scheme, size):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{real}/conversations")
    assert serious(page) == [] and not scrolls_sideways(page)
    open_page(page, real)
    ask(page, "Compare ML engineer and MLOps engineer: pay, skills and growth")
    page.goto(f"{real}/conversations")
    act(page, "Share")
    page.get_by_role("button", name="Make a link").click()
    page.get_by_role("button", name="Copy the link").wait_for()
    unfold(page)
    assert serious(page) == [] and not scrolls_sideways(page)

    page.goto(page.get_by_label("Link to read it").input_value())
    assert serious(page) == [] and not scrolls_sideways(page)


def test_the_file_that_is_exported_looks_like_the_page_and_asks_nothing_of_anybody(page, real, tmp_path):
    open_page(page, real)
    ask(page, "Is a degree needed to become an MLOps engineer?")
    page.goto(f"{real}/conversations")
    act(page, "Export")
    with page.expect_download() as download:
        page.get_by_role("link", name="Web page (HTML)").click()
    download.value.save_as(tmp_path / "conversation.html")
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto((tmp_path / "conversation.html").as_uri())

    expect(page.locator(".card mark").first).to_be_visible()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert page.locator(".card").first.evaluate("card => getComputedStyle(card).borderTopWidth") == "1px"


def test_conversations_can_be_managed_without_script(browser, context, real):
    page = context.new_page()
    open_page(page, real)
    ask(page, "What does an ML engineer do?")
    plain = browser.new_context(storage_state=context.storage_state(), java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{real}/conversations")

    act(page, "Share")
    page.get_by_role("button", name="Make a link").click()
    assert page.get_by_label("Link to read it").input_value().startswith(f"{real}/shared/")
    act(page, "Delete")
    page.get_by_role("button", name="Delete for good").click()

    expect(page.locator(".none")).to_be_visible()
    plain.close()
