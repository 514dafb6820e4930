"""Where auditors sign in, or are told how the first account is made. Pure; knows no server."""

from math import ceil

from markupsafe import Markup

from ui import words
from ui.audit_access import SIGN_IN
from ui.audit_frame import STYLE
from ui.plain_page import plain_page

_FORM = Markup(
    '<form method="post" action="{action}" class="sign-in">{problem}<input type="hidden" name="to" value="{to}">'
    '<label>{name} <input name="name" value="{given}" autocomplete="username" autocapitalize="none" required '
    'maxlength="40"></label>'
    '<label>{password} <input name="password" type="password" autocomplete="current-password" required '
    'maxlength="1000"></label>'
    "<button>{go}</button></form>"
)


def sign_in_page(to: str, given: str = "", problem: str = "") -> str:
    """`to`: where it leads; `given`: the name that was typed."""
    said = Markup('<p class="note" role="alert">{}</p>').format(problem) if problem else Markup()
    form = _FORM.format(
        action=SIGN_IN,
        problem=said,
        to=to,
        name=words.AUDIT_NAME,
        given=given,
        password=words.AUDIT_PASSWORD,
        go=words.AUDIT_SIGN_IN,
    )
    return _page(Markup('<p class="intro">{}</p>{}').format(words.AUDIT_INTRO, form))


def nobody_page() -> str:
    """There is no account yet."""
    said = Markup('<p class="intro">{}</p><pre><code>{}</code></pre>')
    return _page(said.format(words.AUDIT_NOBODY, "advisor user add NAME --role admin"))


def wrong(wait: float) -> str:
    """Why signing in failed; `wait`: seconds until the next attempt is looked at."""
    if not wait:
        return str(words.AUDIT_WRONG)
    return words.counted(words.AUDIT_WAIT, ceil(wait / 60))


def _page(body: Markup) -> str:
    whole = Markup("<h1>{}</h1>{}").format(words.AUDIT_TITLE, body)
    return plain_page(words.AUDIT_TITLE, whole, style=STYLE, listed=False)
