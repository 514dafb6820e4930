"""What a person does on the page, in a person's words."""

from playwright.sync_api import Locator, Page, expect


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#suggestions button").first).to_be_visible()


def ask(page: Page, question: str) -> Locator:
    """Type, press Enter, wait for the answer; gives its turn."""
    turns = page.locator("#log article.answered")
    before = turns.count()
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    expect(turns).to_have_count(before + 1, timeout=30_000)  # the first answer waits for the model
    return turns.nth(before)


def in_view(locator: Locator) -> bool:
    return locator.evaluate(
        "element => { const box = element.getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight && box.height > 0; }"
    )


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def unfold(page: Page) -> None:
    """Open whatever is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((folded) => { folded.open = true; })")
