"""Whether the ledger still is as it was recorded. Pure; knows no server."""

from markupsafe import Markup

from advisor.audit.user import Session
from advisor.ledger.chain import ChainReport
from ui import words
from ui.audit_frame import audit_page


def chain_page(report: ChainReport, session: Session) -> str:
    if report.broken:
        kind = words.AUDIT_BREAKS[report.broken.tampering]
        said = Markup('<p class="note bad" role="status"><strong>{}</strong> {}</p>').format(
            words.AUDIT_CHAIN_BROKEN.format(seq=report.broken.seq, kind=kind), report.broken.reason
        )
    else:
        said = Markup('<p class="note good" role="status"><strong>{}</strong></p>').format(
            words.AUDIT_CHAIN_HOLDS.format(count=report.count)
        )
    head = Markup('<p class="hint">{}</p><pre><code>{} {}</code></pre>').format(
        words.AUDIT_HEAD, report.head.seq, report.head.mac
    )
    body = Markup('<h1>{}</h1><p class="intro">{}</p>{}{}').format(
        words.AUDIT_CHAIN, words.AUDIT_CHAIN_INTRO, said, head
    )
    return audit_page(words.AUDIT_CHAIN, body, session)
