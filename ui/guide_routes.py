"""The addresses of the library: the list of guides, what a search finds in them, and each guide's page."""

from datetime import UTC, date, datetime

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from advisor.advisor import CareerAdvisor
from advisor.errors import InputError
from advisor.library.fulltext import find
from ui import guide_page, guide_search, guides_page, words
from ui.guide_page import Place
from ui.related import related_to
from ui.withdrawn import of_guide


def add_guides(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.get("/guides", response_class=HTMLResponse)
    def guides(q: str = "", sort: str = "") -> HTMLResponse:
        if q.strip():
            return _search(advisor, q)
        return HTMLResponse(guides_page.guides_page(advisor.library(), advisor.cited(), _today(), sort))

    @app.get("/guides/{guide_id}", response_class=HTMLResponse)
    def guide(guide_id: str, release: str | None = None, start: int = 0, end: int = 0, words: str = "") -> HTMLResponse:
        return _guide(advisor, guide_id, release, Place(start, end, words))


def _search(advisor: CareerAdvisor, query: str) -> HTMLResponse:
    library = advisor.library()
    try:
        found = find(library, query)
    except InputError as problem:
        return HTMLResponse(guide_search.refused_page(query, problem), 400)
    return HTMLResponse(guide_search.search_page(found, library.release, _today()))


def _guide(advisor: CareerAdvisor, guide_id: str, release: str | None, place: Place) -> HTMLResponse:
    """The guide as it stood in that release, else as it stands now, else a page that says there is none."""
    cited = advisor.guide(guide_id, release) if release else None
    found = cited or advisor.guide(guide_id)
    if found is None:
        return HTMLResponse(guide_page.message_page(words.GUIDE_MISSING, words.GUIDE_MISSING_HINT), 404)
    same_release = release is None or cited is not None
    related = related_to(found, advisor)
    page = guide_page.guide_page(
        found,
        place,
        _today(),
        related=related,
        same_release=same_release,
        withdrawn=of_guide(found, advisor.withdrawn().values()),
    )
    return HTMLResponse(page)


def _today() -> date:
    return datetime.now(UTC).date()
