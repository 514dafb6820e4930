"""The web application: Gradio's question page mounted in FastAPI, beside plain pages for the guides. Assembles only."""

from collections.abc import Callable
from pathlib import Path

import gradio as gr
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from advisor.advisor import CareerAdvisor
from advisor.compare.table import Wanted
from advisor.errors import AdvisorError, LedgerError
from advisor.settings import Settings
from ui import compare_csv, compare_page, fit_page, guide_page, visit, words
from ui.audit_routes import add_audit
from ui.browser import Cookie
from ui.compare_address import wanted
from ui.conversation_routes import add_conversations
from ui.fit_address import replies
from ui.guide_routes import add_guides
from ui.handlers import Rules
from ui.pages import chat
from ui.plan_routes import add_plans
from ui.security import Guard
from ui.shell import Shell
from ui.theme import theme
from ui.visit import Visit

STATIC = Path(__file__).parent / "static"
SMALL = 1024  # bytes: what is no longer than this is not compressed
MANIFEST: dict[str, object] = {
    "start_url": "/",
    "display": "browser",
    "icons": [{"src": "/page/icon.svg", "type": "image/svg+xml", "sizes": "any"}],
}


def build_app(advisor: CareerAdvisor, settings: Settings, is_ready: Callable[[], bool] = lambda: True) -> FastAPI:
    """The application; `is_ready` says whether what the first question would wait for is prepared."""
    app = FastAPI(title=words.TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    _add_pages(app)
    _add_health(app, advisor, is_ready)
    add_guides(app, advisor)
    _add_comparison(app, advisor)
    _add_fit(app, advisor)
    add_conversations(app, advisor)
    add_plans(app, advisor)
    add_audit(app, advisor)
    app.mount("/page", StaticFiles(directory=STATIC))
    gr.mount_gradio_app(
        app,
        _blocks(advisor, settings),
        path="/",
        theme=theme(),
        show_error=False,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        max_file_size=1,
    )
    app.add_middleware(Shell, retention_days=settings.retention_days)
    app.add_middleware(Cookie)
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=settings.max_body_bytes)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL)
    app.add_middleware(Guard, max_body_bytes=settings.max_body_bytes)
    app.add_middleware(Visit)
    return app


def _blocks(advisor: CareerAdvisor, settings: Settings) -> gr.Blocks:
    rules = Rules(longest=settings.max_question_chars, strike=settings.unsupported_claims == "strike")
    with gr.Blocks(title=words.TITLE, analytics_enabled=False, fill_width=True) as blocks:
        chat.build(advisor, rules, settings.retention_days)
    blocks.queue(api_open=False, max_size=settings.queue_size, default_concurrency_limit=settings.concurrency)
    return blocks


def _add_pages(app: FastAPI) -> None:
    @app.get("/manifest.json")
    def manifest() -> dict[str, object]:
        return MANIFEST | {"name": words.TITLE}

    @app.get("/language/{language}")
    def speak(language: str, to: str = "/") -> RedirectResponse:
        chosen = language if language in words.LANGUAGES else visit.DEFAULT
        return RedirectResponse(visit.of_this_site(to), 303, {"set-cookie": visit.cookie(chosen)})

    @app.get("/favicon.ico")
    def favicon() -> FileResponse:
        return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


def _add_health(app: FastAPI, advisor: CareerAdvisor, is_ready: Callable[[], bool]) -> None:
    @app.get("/healthz")
    def healthz() -> dict[str, object]:
        library = advisor.library()
        return {"status": "ok", "ready": is_ready(), "release": library.release, "guides": len(library.guides)}

    @app.exception_handler(AdvisorError)
    def failed(request: Request, problem: AdvisorError) -> HTMLResponse | JSONResponse:
        if request.url.path == "/healthz":
            return JSONResponse({"status": "unavailable", "reason": str(problem), "hint": problem.hint}, 503)
        title = words.KEPT_CLOSED if isinstance(problem, LedgerError) else words.LIBRARY_CLOSED
        return HTMLResponse(guide_page.message_page(title, f"{problem} {problem.hint}"), 503)


def _add_comparison(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.get("/compare", response_class=HTMLResponse)
    def compare(request: Request) -> str:
        return compare_page.compare_page(advisor.compare(_wanted(request)))

    @app.get("/compare.csv")
    def comparison_as_csv(request: Request) -> Response:
        text = compare_csv.as_csv(advisor.compare(_wanted(request)), str(request.base_url).rstrip("/"))
        named = {"content-disposition": 'attachment; filename="comparison.csv"'}
        return Response(text, media_type="text/csv; charset=utf-8", headers=named)


def _add_fit(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.get("/fit", response_class=HTMLResponse)
    def fit(request: Request) -> str:
        return fit_page.fit_page(advisor.fit(replies(request.query_params)))


def _wanted(request: Request) -> Wanted:
    fields = request.query_params
    return wanted(fields.getlist("roles"), fields.getlist("attributes"), fields.get("background", ""))
