"""Who comes: the language that a browser is spoken to in, and the address that it asked for. Knows no page.

A language is what the person chose before (a cookie that says nothing else), or else what their browser asks for.
"""

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from http.cookies import SimpleCookie
from typing import TypeVar
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from ui import words

COOKIE = "language"
KEPT_FOR = 400 * 24 * 3600  # seconds
DEFAULT = "en"
_address: ContextVar[str] = ContextVar("address", default="/")
Told = TypeVar("Told")


def address() -> str:
    """Path and query of the page that is asked for."""
    return _address.get()


def language_of(cookies: Mapping[str, str], accepted: str) -> str:
    """One that there are words in: the chosen one, else the first that the browser accepts, else English."""
    wanted = [cookies.get(COOKIE, ""), *(part.partition(";")[0].strip()[:2].lower() for part in accepted.split(","))]
    return next((language for language in wanted if language in words.LANGUAGES), DEFAULT)


def choice(language: str, back_to: str) -> str:
    """The address that chooses a language and leads back."""
    return f"/language/{language}?{urlencode({'to': back_to})}"


def cookie(language: str) -> str:
    made: SimpleCookie = SimpleCookie({COOKIE: language})
    made[COOKIE].update({"path": "/", "max-age": KEPT_FOR, "httponly": True, "samesite": "Lax"})
    return made.output(header="").strip()


def of_this_site(back_to: str) -> str:
    """The address, if it is one of this site, else the question page."""
    local = back_to.startswith("/") and not back_to.startswith(("//", "/\\")) and back_to.isprintable()
    return back_to if local else "/"


def each_in(language: str, told: Iterator[Told]) -> Iterator[Told]:
    """What an iterator gives, made in this language: each step of it may run in a context of its own."""
    while True:
        with words.speaking(language):
            try:
                step = next(told)
            except StopIteration:
                return
        yield step


class Visit:
    """Speaks the language of who asks, as long as the answer to their request is made."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        query = f"?{asked.url.query}" if asked.url.query else ""
        _address.set(f"{scope['path']}{query}")
        with words.speaking(language_of(asked.cookies, asked.headers.get("accept-language", ""))):
            await self._app(scope, receive, send)
