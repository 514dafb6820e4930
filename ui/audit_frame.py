"""What all audit pages have in common: their tabs, who is signed in, and the secret of their forms. Pure."""

from collections.abc import Sequence

from markupsafe import Markup

from advisor.audit.user import Rank, Session
from ui import visit, words
from ui.audit_access import ADDRESS, FORM
from ui.cards import joined
from ui.plain_page import plain_page

STYLE = "audit.css"
TABS = {  # address -> who sees it; its name is in `words.AUDIT_TABS`
    ADDRESS: Rank.VIEWER,
    f"{ADDRESS}/queue": Rank.AUDITOR,
    f"{ADDRESS}/chain": Rank.VIEWER,
}


def audit_page(title: str, body: Markup, session: Session, scripts: Sequence[str] = ()) -> str:
    """A page for who is signed in."""
    tabs = joined(_tab(place) for place, rank in TABS.items() if session.user.rank.may(rank))
    whole = Markup('<div class="tabs"><nav aria-label="{}">{}</nav>{}</div>{}').format(
        words.AUDIT_TITLE, tabs, _who(session), body
    )
    return plain_page(title, whole, style=STYLE, scripts=scripts, listed=False)


def secret(session: Session) -> Markup:
    """What each form of the session carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FORM, session.form)


def _tab(place: str) -> Markup:
    here = visit.address().partition("?")[0]
    current = Markup(' aria-current="page"') if here == place else ""
    return Markup('<a href="{}"{}>{}</a>').format(place, current, words.AUDIT_TABS[place])


def _who(session: Session) -> Markup:
    name = words.AUDIT_WHO.format(name=session.user.name, role=words.AUDIT_ROLES[session.user.rank])
    return Markup('<form method="post" action="{}/sign-out">{}<span>{}</span> <button>{}</button></form>').format(
        ADDRESS, secret(session), name, words.AUDIT_SIGN_OUT
    )
