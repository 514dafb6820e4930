"""Who may open what of the audit pages, checked on the server for every address. Knows no page.

Reading asks for a session of a rank; what changes something asks also for the secret that only our forms of that
session carry, and that the form came from a page of this site.
"""

import hmac
from collections.abc import Callable
from http.cookies import SimpleCookie
from ipaddress import IPv6Address, ip_address
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from advisor.advisor import CareerAdvisor
from advisor.audit.user import Rank, Session
from advisor.ledger.users import SESSION_HOURS
from ui import visit, words
from ui.browser import asked_by_our_page
from ui.guide_page import message_page

ADDRESS = "/audit"
SIGN_IN = f"{ADDRESS}/sign-in"
COOKIE = "audit"
FORM = "form"  # the field of a form's secret


class SignedOut(Exception):
    """Nobody is signed in."""


class Forbidden(Exception):
    """Somebody is, but may not do this."""


async def sent(request: Request) -> FormData:
    return await request.form()


Sent = Annotated[FormData, Depends(sent)]


class Access:
    """What the routes depend on."""

    def __init__(self, advisor: CareerAdvisor) -> None:
        self._advisor = advisor

    def reading(self, rank: Rank) -> Callable[[Request], Session]:
        def session(request: Request) -> Session:
            found = self.session(request)
            if found is None:
                raise SignedOut
            if not found.user.rank.may(rank):
                raise Forbidden
            return found

        return session

    def changing(self, rank: Rank) -> Callable[[Request, FormData], Session]:
        reading = self.reading(rank)

        def session(request: Request, form: Sent) -> Session:
            found = reading(request)
            secret = str(form.get(FORM, ""))
            if not (asked_by_our_page(request.headers) and hmac.compare_digest(secret.encode(), found.form.encode())):
                raise Forbidden
            return found

        return session

    def session(self, request: Request) -> Session | None:
        return self._advisor.audit.sessions.of(request.cookies.get(COOKIE, ""))


def add_refusals(app: FastAPI) -> None:
    @app.exception_handler(SignedOut)
    def signed_out(request: Request, problem: SignedOut) -> Response:
        if request.method == "GET":
            return RedirectResponse(f"{SIGN_IN}?to={quote(visit.address())}", 303)
        return HTMLResponse(message_page(words.AUDIT_SIGNED_OUT, words.AUDIT_SIGNED_OUT_HINT), 401)

    @app.exception_handler(Forbidden)
    def forbidden(request: Request, problem: Forbidden) -> HTMLResponse:
        return HTMLResponse(message_page(words.AUDIT_FORBIDDEN, words.AUDIT_FORBIDDEN_HINT), 403)


def client_of(request: Request) -> str:
    """By whom guesses are counted: of an IPv6 address the network, since a household has all of its addresses."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return address.exploded[:19] if isinstance(address, IPv6Address) else host


def cookie(value: str, *, secure: bool) -> str:
    """The session's; without a value the one that takes it away."""
    made: SimpleCookie = SimpleCookie({COOKIE: value})
    age = SESSION_HOURS * 3600 if value else 0
    made[COOKIE].update({"path": ADDRESS, "max-age": age, "httponly": True, "samesite": "Strict", "secure": secure})
    return made.output(header="").strip()


def within(back_to: str) -> str:
    """The address, if it is one of the audit pages, else the first of them."""
    ours = visit.of_this_site(back_to)
    return ours if ours.partition("?")[0] == ADDRESS or ours.startswith(f"{ADDRESS}/") else ADDRESS
