"""The HTML around Gradio's app: header, stylesheets, script, and a nonce for Gradio's inline scripts.

Gradio's page comes with inline scripts and with meta tags that name outside hosts. Each answer to `GET /` gets a nonce
of its own and a policy that runs nothing else. Knows no advisor.
"""

import json
import re
from secrets import token_urlsafe

from markupsafe import Markup
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import words
from ui.feedback import template
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
    '<nav><a href="/fit">{fit}</a><a href="/compare">{compare}</a><a href="/plan">{plan}</a>'
    '<a href="/guides">{guides}</a>'
    '<a href="/conversations">{conversations}</a>'
    '<button type="button" class="theme">{theme}</button></nav></header>'
)


def dress(page: str, nonce: str) -> str:
    """Gradio's page with our head and header, its scripts under the nonce."""
    page = _FOREIGN_META.sub("", page)
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
        fit=words.NAV_FIT,
        compare=words.NAV_COMPARE,
        plan=words.NAV_PLAN,
        guides=words.NAV_GUIDES,
        conversations=words.NAV_CONVERSATIONS,
        theme=words.THEME,
    )


class Shell:
    """Dresses the answer to `GET /`; everything else passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def hold(message: Message) -> None:
            held.append(message)

        await self._app(scope, receive, hold)
        for message in _dressed(held):
            await send(message)


def _dressed(held: list[Message]) -> list[Message]:
    start = next(message for message in held if message["type"] == "http.response.start")
    headers = {name.lower(): value for name, value in start["headers"]}
    if not headers.get(b"content-type", b"").startswith(b"text/html"):
        return held
    nonce = token_urlsafe(16)
    page = b"".join(message["body"] for message in held if message["type"] == "http.response.body").decode()
    body = dress(page, nonce).encode() if page else b""
    headers[b"content-length"] = str(len(body)).encode()
    headers[b"content-security-policy"] = policy(nonce).encode()
    return [{**start, "headers": list(headers.items())}, {"type": "http.response.body", "body": body}]
