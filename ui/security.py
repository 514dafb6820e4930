"""What stands before every page: an allow-list of addresses, security headers and one log line. Knows no advisor.

Gradio opens more doors than this app uses (uploads, files, proxies, its API pages); what is not listed here is closed.
"""

import re
import time

import structlog
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import words

_OPEN = {
    "GET": re.compile(
        r"/(?:$|healthz$|favicon\.ico$|manifest\.json$|robots\.txt$|theme\.css$|config$|guides(?:/[^/]*)?/?$|compare(?:\.csv)?$|fit$|plan$|language/[a-z]+$"
        r"|conversations(?:/[^/]+\.(?:md|html|json)|/[^/]+/plan)?$|shared/[^/]+$"
        r"|audit(?:/(?:sign-in|queue|chain|records/[^/]+))?$"
        r"|page/|assets/|static/(?:js|css|img|fonts)/|svelte/"
        r"|gradio_api/(?:startup-events$|queue/data$|heartbeat/[^/]+$|app_id$))"
    ),
    "POST": re.compile(
        r"/(?:gradio_api/(?:queue/join|run/predict|cancel|reset)/?$"
        r"|conversations/[^/]+/(?:rename|delete|share|revoke|plan/(?:add|change|restore|remove|discard))$"
        r"|audit/(?:sign-in|sign-out|queue/next|records/[^/]+(?:/(?:claim|erase))?)$"
        r"|plan/keep$|feedback/[^/]+$)"
    ),
}
_OPEN["HEAD"] = _OPEN["GET"]
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

log = structlog.get_logger("ui")


def policy(nonce: str = "") -> str:
    """What a page may load and run; Gradio's styles are inline, its scripts need the nonce of that page."""
    scripts = f"'self' 'nonce-{nonce}'" if nonce else "'self'"
    styles = "'self' 'unsafe-inline'" if nonce else "'self'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {styles}",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Guard:
    """Refuses what is not on the list, and puts the headers on whatever is answered."""

    def __init__(self, app: ASGIApp, max_body_bytes: int) -> None:
        self._app = app
        self._cap = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def headed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": _with_headers(message["headers"])}
            await send(message)

        await (_refused(scope, self._cap) or self._app)(scope, receive, headed)
        ms = round((time.perf_counter() - begun) * 1000, 1)
        log.info("request", method=scope["method"], path=scope["path"], status=status, ms=ms)


def _refused(scope: Scope, cap: int) -> Response | None:
    """The refusal, if there is one; a body that does not tell its length is counted further in."""
    open_here = _OPEN.get(scope["method"])
    if open_here is None or not open_here.match(scope["path"]):
        return PlainTextResponse(f"{words.PAGE_MISSING}. {words.PAGE_MISSING_HINT}", 404)
    declared = Headers(scope=scope).get("content-length", "0")
    if declared.isdigit() and int(declared) > cap:
        return JSONResponse({"error": words.BODY_TOO_LARGE, "detail": words.BODY_TOO_LARGE}, 413)
    return None


def _with_headers(given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    named = {name.lower() for name, _ in given}
    ours = {"content-security-policy": policy(), **HEADERS}
    return given + [(name.encode(), value.encode()) for name, value in ours.items() if name.encode() not in named]
