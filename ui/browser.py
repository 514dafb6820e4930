"""Which browser this is: a random cookie, given with the pages that keep something. It says nothing of the person.

Whoever has the cookie has its conversations; so no script can read it and no other site can send it along with a form.
"""

import re
from collections.abc import Mapping
from http.cookies import SimpleCookie
from secrets import token_urlsafe

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "browser"
GIVEN_AT = ("/", "/plan")
KEPT_FOR = 400 * 24 * 3600  # seconds; browsers keep no cookie longer, so each visit renews it
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def secret_of(cookies: Mapping[str, str]) -> str:
    """The browser's secret; empty where it has none, or not one of ours."""
    found = cookies.get(COOKIE, "")
    return found if _SECRET.fullmatch(found) else ""


def asked_by_our_page(headers: Mapping[str, str]) -> bool:
    """That a form came from a page of this site: where the browser does not say, by the origin that it names."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return headers.get("origin", "").partition("://")[2] == headers.get("host", "")


class Cookie:
    """Gives each browser that opens the question page or a plan its secret, and renews it at each visit."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in GIVEN_AT:
            await self._app(scope, receive, send)
            return
        given = secret_of(HTTPConnection(scope).cookies) or token_urlsafe(32)
        header = (b"set-cookie", _cookie(given, secure=scope["scheme"] == "https").encode())

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], header]}
            await send(message)

        await self._app(scope, receive, with_cookie)


def _cookie(secret: str, *, secure: bool) -> str:
    cookie: SimpleCookie = SimpleCookie({COOKIE: secret})
    cookie[COOKIE].update({"path": "/", "max-age": KEPT_FOR, "httponly": True, "samesite": "Lax", "secure": secure})
    return cookie.output(header="").strip()
