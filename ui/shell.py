"""The HTML around Gradio's app: header, stylesheets, script, and a nonce for Gradio's inline scripts.

Gradio's page comes with inline scripts and with meta tags that name outside hosts. Each answer to `GET /` gets a nonce
of its own and a policy that runs nothing else. Knows no advisor.
"""

import json
import re
from secrets import token_urlsafe

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import visit, words
from ui.feedback import template
from ui.fixed import fixed
from ui.security import policy

_FOREIGN_META = re.compile(r"<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>\s*")
_RESIZER = re.compile(r"<script data-gradio-mode>.*?</script>\s*<script>.*?</script>", re.DOTALL)
_HEAD = Markup(
    '<title>{title}</title><meta name="description" content="{tagline}">'
    '<meta name="color-scheme" content="light dark">'
    '<link rel="icon" href="/page/icon.svg" type="image/svg+xml">'
    '<link rel="stylesheet" href="/page/tokens.css"><link rel="stylesheet" href="/page/page.css">'
    '<link rel="stylesheet" href="/page/feedback.css">'
    '<script src="/page/theme.js"></script><meta name="words" content="{script}">'
    '<script src="/page/tip.js" defer></script><script src="/page/state.js" defer></script>'
    '<script src="/page/feedback.js" defer></script>'
    '<script src="/page/page.js" defer></script>'
)
_TOP = Markup(
    '<a class="skip" href="#{target}">{skip}</a>'
    '<header class="top"><h1><a href="/">{title}</a> <small>{tagline}</small></h1>'
    "<nav>{pages}{languages}"
    '<button type="button" class="theme">{theme}</button></nav></header>'
)
_PAGES = {
    "/fit": "NAV_FIT",
    "/compare": "NAV_COMPARE",
    "/plan": "NAV_PLAN",
    "/guides": "NAV_GUIDES",
    "/conversations": "NAV_CONVERSATIONS",
}


def dress(page: str, nonce: str, retention_days: int) -> str:
    """Gradio's page with our head and header, its scripts under the nonce, in the language that is spoken."""
    page = _translated(_FOREIGN_META.sub("", page), retention_days)
    page = _RESIZER.sub('<script>window.__gradio_mode__ = "app";</script>', page)
    page = page.replace(
        "</head>",
        str(_HEAD.format(title=words.TITLE, tagline=words.TAGLINE, script=json.dumps(words.SCRIPT))) + "</head>",
        1,
    )
    page = re.sub(r"(<body[^>]*>)", lambda body: body[1] + str(top() + template()), page, count=1)
    return page.replace("<script", f'<script nonce="{nonce}"')


def top(target: str = "question") -> Markup:
    """The header that all pages share; `target` is where its skip link leads."""
    return _TOP.format(
        target=target,
        skip=words.SKIP,
        title=words.TITLE,
        tagline=words.TAGLINE,
        pages=Markup().join(_page(place, name) for place, name in _PAGES.items()),
        languages=Markup().join(_language(code) for code in words.LANGUAGES if code != words.spoken()),
        theme=words.THEME,
    )


def _page(place: str, name: str) -> Markup:
    here = visit.address().partition("?")[0]
    mine = here.endswith("/plan") if place == "/plan" else here.startswith(place) and not here.endswith("/plan")
    current = Markup(' aria-current="page"') if mine else ""
    return Markup('<a href="{}"{}>{}</a>').format(place, current, getattr(words, name))


def _language(code: str) -> Markup:
    """The way to the same page in another language, named in that language."""
    return Markup('<a class="language" href="{}" hreflang="{}" lang="{}" rel="nofollow">{}</a>').format(
        visit.choice(code, visit.address()), code, code, words.LANGUAGES[code].LANGUAGE
    )


def _translated(page: str, retention_days: int) -> str:
    """With the texts of its components, which were placed in English, in the language that is spoken."""
    with words.speaking(visit.DEFAULT):
        placed = fixed(retention_days)
    for name, text in fixed(retention_days).items():
        page = page.replace(_in_config(placed[name]), _in_config(text))
    return page.replace(f'lang="{visit.DEFAULT}"', f'lang="{words.spoken()}"', 1)


def _in_config(text: str) -> str:
    """As Gradio writes it into its page."""
    return str(htmlsafe_json_dumps(text, ensure_ascii=False))


class Shell:
    """Dresses the answer to `GET /`; everything else passes."""

    def __init__(self, app: ASGIApp, retention_days: int) -> None:
        self._app = app
        self._days = retention_days

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(scope, receive, hold)
        for message in _dressed(held, self._days):
            await send(message)


def _dressed(held: list[Message], retention_days: int) -> list[Message]:
    start = next(message for message in held if message["type"] == "http.response.start")
    headers = {name.lower(): value for name, value in start["headers"]}
    if not headers.get(b"content-type", b"").startswith(b"text/html"):
        return held
    nonce = token_urlsafe(16)
    page = b"".join(message["body"] for message in held if message["type"] == "http.response.body").decode()
    body = dress(page, nonce, retention_days).encode() if page else b""
    headers[b"content-length"] = str(len(body)).encode()
    headers[b"content-security-policy"] = policy(nonce).encode()
    return [{**start, "headers": list(headers.items())}, {"type": "http.response.body", "body": body}]
