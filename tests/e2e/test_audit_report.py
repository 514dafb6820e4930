"""The monthly report as a file: it opens offline, fits a phone, and prints on one page."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from advisor.audit.month import Evidence, report
from advisor.audit.period import month
from advisor.audit.review import Stratum
from tests.advisor.audit.cases import answer, review
from tests.fakes import MemoryLibrary
from ui.audit_report import report_file

pytestmark = pytest.mark.browser
LONG = (
    "The answer promises a job within a year, which the guide gives as an opinion of its author and not as a figure. "
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A busy month: two reviewers, long comments, more incidents than fit."""
    answers = [answer(f"r{n}", declined=n % 5 == 0, claims=3) for n in range(120)]
    reviews = [
        review(
            f"r{n}", by=by, stratum=Stratum.RISK if n > 90 else Stratum.RANDOM, right=n % 9 > 0, complete=n % 7 > 0,
            harmful=n % 13 == 0, rightly_declined=n % 4 > 0, claims=["supported", "partly"], comment=LONG * 3,
            better=LONG,
        )
        for n in range(120) for by in ("Ana", "Ben")
    ]  # fmt: skip
    made = report(
        Evidence(answers, reviews, head=f"4711 {'0f3a' * 16}"), MemoryLibrary(), month("2026-11"), date(2026, 12, 1)
    )
    (tmp_path / "report.html").write_text(report_file(made), encoding="utf-8")
    return tmp_path / "report.html"


def test_it_opens_offline_and_asks_nothing_of_anybody(page: Page, file: Path) -> None:
    asked: list[str] = []
    page.context.set_offline(True)
    page.on("request", lambda request: asked.append(request.url))

    page.goto(file.as_uri())

    assert page.get_by_role("heading", level=1).inner_text() == "November 2026"
    assert asked == [file.as_uri()]


def test_it_prints_on_one_page_with_its_place_to_sign(page: Page, file: Path) -> None:
    page.goto(file.as_uri())

    pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")

    assert pages == 1
    assert page.get_by_text("Signed by").is_visible()


def test_it_fits_a_phone(page: Page, file: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})

    page.goto(file.as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
