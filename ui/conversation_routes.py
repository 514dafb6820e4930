"""The addresses of kept conversations: the list, what can be done with one, its exports, what is shared, feedback.

Each asks for the browser's cookie; what is not this browser's is as if it were not there.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

from fastapi import Depends, FastAPI, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from advisor.advisor import CareerAdvisor
from advisor.conversation import Complaint, Conversation, Feedback
from advisor.domain import Answer
from advisor.errors import InputError
from advisor.plan.kept import Plan
from ui import words
from ui.browser import asked_by_our_page, secret_of
from ui.conversations_page import ADDRESS, anchor, conversations_page, name_of
from ui.guide_page import message_page
from ui.transcript import as_file, shared_page
from ui.transcript_text import as_json, as_markdown

PRIVATE = {"cache-control": "no-store"}
OF_THIS_SITE = PRIVATE | {"referrer-policy": "same-origin"}  # "no-referrer" would hide where its forms come from
UNLISTED = PRIVATE | {"x-robots-tag": "noindex, nofollow"}
Written = Callable[[str, Sequence[Answer], str, Plan | None], str]
EXPORTS: Mapping[str, tuple[str, Written]] = {
    "md": ("text/markdown", as_markdown),
    "html": ("text/html", as_file),
    "json": ("application/json", lambda title, answers, _, plan: as_json(title, answers, plan)),
}


def browser_of(request: Request) -> str:
    return secret_of(request.cookies)


def from_our_page(request: Request) -> None:
    """Refuses a form that another site made the browser send."""
    if not asked_by_our_page(request.headers):
        raise HTTPException(403, words.KEPT_ELSEWHERE)


Browser = Annotated[str, Depends(browser_of)]


def add_conversations(app: FastAPI, advisor: CareerAdvisor) -> None:
    """Puts the pages of kept conversations into the app."""
    _add_list(app, advisor)
    _add_acts(app, advisor)
    _add_feedback(app, advisor)

    @app.exception_handler(InputError)
    def missing(request: Request, problem: InputError) -> HTMLResponse:
        if request.url.path.startswith("/audit"):
            return HTMLResponse(message_page(words.AUDIT_MISSING, words.AUDIT_MISSING_HINT), 404)
        return HTMLResponse(message_page(words.KEPT_MISSING, words.KEPT_MISSING_HINT), 404)

    @app.exception_handler(403)
    def elsewhere(request: Request, problem: HTTPException) -> HTMLResponse:
        return HTMLResponse(message_page(words.KEPT_ELSEWHERE, words.KEPT_ELSEWHERE_HINT), 403)


def _add_list(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.get(ADDRESS)
    def kept(request: Request, browser: Browser) -> HTMLResponse:
        mine = advisor.conversations.of(browser) if browser else ()
        return HTMLResponse(conversations_page(mine, _site(request)), headers=OF_THIS_SITE)

    @app.get(ADDRESS + "/{conversation_id}.{ending}")
    def export(conversation_id: str, ending: str, request: Request, browser: Browser) -> Response:
        found = conversation_of(advisor, browser, conversation_id)
        media, written = EXPORTS[ending]
        plan = advisor.plans.of(found.id, browser)
        text = written(name_of(found), advisor.conversation(found.id), _site(request), plan)
        named = {"content-disposition": f'attachment; filename="conversation.{ending}"'}
        return Response(text, media_type=f"{media}; charset=utf-8", headers=PRIVATE | named)

    @app.get("/shared/{token}")
    def shared(token: str) -> HTMLResponse:
        found = advisor.conversations.shared(token)
        answers = advisor.conversation(found) if found else ()
        if not answers:
            return HTMLResponse(message_page(words.KEPT_MISSING, words.KEPT_MISSING_HINT), 404, UNLISTED)
        return HTMLResponse(shared_page(answers), headers=UNLISTED)


def _add_acts(app: FastAPI, advisor: CareerAdvisor) -> None:
    ours = [Depends(from_our_page)]
    act = ADDRESS + "/{conversation_id}/"

    @app.post(act + "rename", dependencies=ours)
    def rename(conversation_id: str, browser: Browser, title: Annotated[str, Form()] = "") -> RedirectResponse:
        advisor.conversations.rename(conversation_id, browser, " ".join(title.split()))
        return _back_to(conversation_id)

    @app.post(act + "share", dependencies=ours)
    def share(conversation_id: str, browser: Browser) -> RedirectResponse:
        advisor.conversations.share(conversation_id, browser)
        return _back_to(conversation_id)

    @app.post(act + "revoke", dependencies=ours)
    def revoke(conversation_id: str, browser: Browser) -> RedirectResponse:
        advisor.conversations.revoke(conversation_of(advisor, browser, conversation_id).id, browser)
        return _back_to(conversation_id)

    @app.post(act + "delete", dependencies=ours)
    def delete(conversation_id: str, browser: Browser) -> RedirectResponse:
        advisor.conversations.delete(conversation_id, browser)
        return RedirectResponse(ADDRESS, 303)


def _add_feedback(app: FastAPI, advisor: CareerAdvisor) -> None:
    @app.post("/feedback/{record_id}", dependencies=[Depends(from_our_page)], status_code=204)
    def judge(
        record_id: str,
        browser: Browser,
        helpful: Annotated[bool, Form()],
        complaints: Annotated[tuple[Complaint, ...], Form()] = (),
        comment: Annotated[str, Form()] = "",
    ) -> None:
        advisor.conversations.judge(Feedback(record_id, helpful, complaints, comment.strip()), browser)


def conversation_of(advisor: CareerAdvisor, browser: str, conversation_id: str) -> Conversation:
    """Raises InputError where it is not this browser's."""
    mine = advisor.conversations.of(browser) if browser else ()
    for conversation in mine:
        if conversation.id == conversation_id:
            return conversation
    raise InputError(words.KEPT_MISSING, hint=words.KEPT_MISSING_HINT)


def _back_to(conversation_id: str) -> RedirectResponse:
    return RedirectResponse(f"{ADDRESS}#{anchor(conversation_id)}", 303)


def _site(request: Request) -> str:
    return str(request.base_url).rstrip("/")
