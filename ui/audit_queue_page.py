"""What waits to be judged: the next case, the risky ones and why, and what a sample of which size tells. Pure."""

from math import sqrt

from markupsafe import Markup

from advisor.audit.case import Case, Waiting
from advisor.audit.traits import RISKS
from advisor.audit.user import Session
from ui import words
from ui.audit_access import ADDRESS
from ui.audit_frame import audit_page, secret
from ui.audit_list_page import badges, case_address, question_of, when_of
from ui.cards import joined

SIZES = (25, 50, 100, 200, 400)  # judgements


def queue_page(waiting: Waiting, session: Session, *, empty: bool = False) -> str:
    """`empty`: somebody asked for the next case and there was none."""
    none = Markup('<p class="note" role="status">{}</p>').format(words.AUDIT_QUEUE_EMPTY) if empty else Markup()
    start = Markup(
        '<form method="post" action="{}/queue/next">{}<button class="start" autofocus>{}</button></form>'
    ).format(ADDRESS, secret(session), words.AUDIT_START)
    counts = words.AUDIT_COUNTS.format(
        risky=waiting.risky_count,
        second=waiting.second,
        drawn=waiting.random_judged,
        due=waiting.due,
        mine=waiting.mine,
    )
    body = Markup('<h1>{}</h1>{}<p class="intro">{}</p>{}<p class="counts">{}</p>{}{}').format(
        words.AUDIT_QUEUE, none, words.AUDIT_QUEUE_INTRO, start, counts, _risky(waiting, session), _sizes()
    )
    return audit_page(words.AUDIT_QUEUE, body, session)


def half_width(judged: int) -> float:
    """Half of the 95 % interval for a share near 80 %, in points of a hundred: what so many random judgements buy."""
    return 100 * 1.96 * sqrt(0.8 * 0.2 / judged)


def _risky(waiting: Waiting, session: Session) -> Markup:
    items = joined(_case(case, session) for case in waiting.risky)
    if not items:
        return Markup()
    return Markup('<section><h2>{}</h2><ol class="cases">{}</ol></section>').format(words.AUDIT_RISKY, items)


def _case(case: Case, session: Session) -> Markup:
    worst_first = sorted(RISKS, key=lambda trait: -RISKS[trait])
    return Markup(
        '<li><h3>{}</h3><p class="origin">{}</p><ul class="badges">{}</ul>'
        '<form method="post" action="{}/claim">{}<button class="plain">{}<span class="sr">: {}</span></button></form>'
        "</li>"
    ).format(
        question_of(case), when_of(case.at), badges(case, worst_first), case_address(case.record_id), secret(session),
        words.AUDIT_JUDGE, question_of(case),
    )  # fmt: skip


def _sizes() -> Markup:
    rows = joined(Markup("<tr><td>{}</td><td>± {:.0f}</td></tr>").format(size, half_width(size)) for size in SIZES)
    return Markup(
        '<section><h2>{}</h2><p class="hint">{}</p><table><thead><tr><th>{}</th><th>{}</th></tr></thead>'
        "<tbody>{}</tbody></table></section>"
    ).format(words.AUDIT_SIZES, words.AUDIT_SIZES_WHAT, *words.AUDIT_SIZES_HEAD, rows)
