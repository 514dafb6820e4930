"""The addresses of the audit pages. Each says what rank it needs; without one there is only the way to sign in."""

from typing import Annotated

from fastapi import Depends, FastAPI, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from advisor.advisor import CareerAdvisor
from advisor.audit.case import Opened
from advisor.audit.user import Rank, Session
from advisor.domain import Answer, Kind, Passage
from advisor.errors import InputError, LibraryError
from ui import words
from ui.audit_access import ADDRESS, COOKIE, SIGN_IN, Access, Sent, add_refusals, client_of, cookie, within
from ui.audit_address import view_of
from ui.audit_case_page import case_page
from ui.audit_chain_page import chain_page
from ui.audit_form import review_of
from ui.audit_list_page import case_address, list_page
from ui.audit_queue_page import queue_page
from ui.audit_sign_in_page import nobody_page, sign_in_page, wrong
from ui.conversation_routes import OF_THIS_SITE, from_our_page

RECORD = ADDRESS + "/records/{record_id}"
NEAR = 5  # passages beside a declined question


def add_audit(app: FastAPI, advisor: CareerAdvisor) -> None:
    """Puts the audit pages into the app."""
    access = Access(advisor)
    add_refusals(app)
    _add_signing_in(app, advisor, access)
    _add_looking(app, advisor, access)
    _add_queue(app, advisor, access)
    _add_judging(app, advisor, access)


def _page(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, OF_THIS_SITE)


def _add_signing_in(app: FastAPI, advisor: CareerAdvisor, access: Access) -> None:
    @app.get(SIGN_IN)
    def door(request: Request, to: str = ADDRESS) -> Response:
        if access.session(request):
            return RedirectResponse(within(to), 303)
        return _page(sign_in_page(within(to)) if advisor.audit.users.any() else nobody_page())

    @app.post(SIGN_IN, dependencies=[Depends(from_our_page)])
    def sign_in(
        request: Request,
        name: Annotated[str, Form()] = "",
        password: Annotated[str, Form()] = "",
        to: Annotated[str, Form()] = ADDRESS,
    ) -> Response:
        opened, wait = advisor.audit.sessions.sign_in(name, password, client_of(request))
        if not opened:
            return _page(sign_in_page(within(to), name[:40], wrong(wait)), 429 if wait else 401)
        given = {"set-cookie": cookie(opened, secure=request.url.scheme == "https")}
        return RedirectResponse(within(to), 303, given)

    @app.post(f"{ADDRESS}/sign-out", dependencies=[Depends(access.changing(Rank.VIEWER))])
    def sign_out(request: Request) -> Response:
        advisor.audit.sessions.sign_out(request.cookies.get(COOKIE, ""))
        gone = {"set-cookie": cookie("", secure=request.url.scheme == "https")}
        return RedirectResponse(SIGN_IN, 303, gone)


def _add_looking(app: FastAPI, advisor: CareerAdvisor, access: Access) -> None:
    viewer = Annotated[Session, Depends(access.reading(Rank.VIEWER))]

    @app.get(ADDRESS)
    def answers(request: Request, session: viewer) -> HTMLResponse:
        view, found = view_of(request.query_params), advisor.audit.cases
        return _page(list_page(view, found.page(view), found.choices(), session))

    @app.get(RECORD)
    def case(record_id: str, session: viewer) -> HTMLResponse:
        opened = _opened(advisor, record_id)
        return _page(case_page(opened, _near(advisor, opened.answer), session))

    @app.get(f"{ADDRESS}/chain")
    def chain(session: viewer) -> HTMLResponse:
        return _page(chain_page(advisor.audit.verify(), session))


def _add_queue(app: FastAPI, advisor: CareerAdvisor, access: Access) -> None:
    @app.get(f"{ADDRESS}/queue")
    def queue(session: Annotated[Session, Depends(access.reading(Rank.AUDITOR))], empty: str = "") -> HTMLResponse:
        return _page(queue_page(advisor.audit.queue.waiting(session.user.name), session, empty=bool(empty)))

    auditor = Annotated[Session, Depends(access.changing(Rank.AUDITOR))]

    @app.post(f"{ADDRESS}/queue/next")
    def next_case(session: auditor) -> RedirectResponse:
        return _to_next(advisor, session)

    @app.post(RECORD + "/claim")
    def claim(record_id: str, session: auditor) -> RedirectResponse:
        advisor.audit.queue.claim(record_id, session.user.name)
        return RedirectResponse(case_address(record_id), 303)


def _add_judging(app: FastAPI, advisor: CareerAdvisor, access: Access) -> None:
    auditor = Annotated[Session, Depends(access.changing(Rank.AUDITOR))]
    admin = Annotated[Session, Depends(access.changing(Rank.ADMIN))]

    @app.post(RECORD)
    def judge(record_id: str, session: auditor, form: Sent) -> Response:
        """`then`: what comes after; `save` is what the page's script sends and asks for nothing back."""
        name, then = session.user.name, form.get("then", "")
        review = review_of(_opened(advisor, record_id).answer, name, dict(form))
        if then == "skip":
            advisor.audit.queue.skip(record_id, name)
        else:
            advisor.audit.reviews.keep(review)
        if then == "second":
            advisor.audit.queue.ask_second(record_id, name)
        if then == "save":
            return Response(status_code=204)
        return _to_next(advisor, session) if then else RedirectResponse(case_address(record_id), 303)

    @app.post(RECORD + "/erase")
    def erase(record_id: str, session: admin, reason: Annotated[str, Form(min_length=1)]) -> RedirectResponse:
        advisor.audit.erasure.record(record_id, reason.strip()[:200], session.user.name)
        return RedirectResponse(case_address(record_id), 303)


def _to_next(advisor: CareerAdvisor, session: Session) -> RedirectResponse:
    found = advisor.audit.queue.next(session.user.name)
    return RedirectResponse(case_address(found.record_id) if found else f"{ADDRESS}/queue?empty=yes", 303)


def _opened(advisor: CareerAdvisor, record_id: str) -> Opened:
    opened = advisor.audit.open(record_id)
    if opened is None:
        raise InputError(words.AUDIT_MISSING, hint=words.AUDIT_MISSING_HINT)
    return opened


def _near(advisor: CareerAdvisor, answer: Answer) -> list[Passage]:
    """Of a declined question the passages that were found for it, as far as the library still holds them."""
    if answer.kind != Kind.DECLINED:
        return []
    try:
        passages = advisor.library().passages
    except LibraryError:
        return []
    return [passages[found.passage_id] for found in answer.retrieved if found.passage_id in passages][:NEAR]
