"""Serves the page on a real ledger that holds some answers, for browser tests: `python -m … PORT HOME`.

Accounts: ana and bo judge, eve administers; the password of each is `several words of NAME`.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisor.audit.user import Rank
from advisor.conversation import Feedback
from advisor.domain import Retrieved
from advisor.ledger import open_ledger
from advisor.ledger.ledger import SqlLedger
from advisor.settings import Settings
from tests.fakes import ScriptedAdvisor
from tests.ui import samples
from ui.server import serve

KINDS = (samples.PAY_ANSWER, samples.WAY_IN, samples.DECLINED, samples.HOSTILE_ANSWER)
COUNT = 36
BROWSER = "b" * 43
PEOPLE = {"ana": Rank.AUDITOR, "bo": Rank.AUDITOR, "eve": Rank.ADMIN, "vi": Rank.VIEWER}


def fill(ledger: SqlLedger) -> None:
    for name, rank in PEOPLE.items():
        ledger.audit.users.add(name, rank, f"several words of {name}")
    near = tuple(Retrieved(passage_id, "", 0.5) for passage_id in list(samples.LIBRARY.passages)[:3])
    begun = datetime(2026, 11, 1, 9, tzinfo=UTC)
    for number in range(COUNT):
        answer = replace(
            KINDS[number % len(KINDS)],
            question=f"Question {number}: bridges or tunnels?",
            conversation_id=f"talk-{number}",
            asked_at=(begun + timedelta(hours=7 * number)).isoformat(),
            retrieved=near,
        )
        record = ledger.record(answer)
        if number % 9 == 0:
            ledger.conversations.claim(answer.conversation_id, BROWSER)
            ledger.conversations.judge(Feedback(record.record_id, helpful=False), BROWSER)


if __name__ == "__main__":
    home = Path(sys.argv[2])
    ledger = open_ledger(home, {})
    fill(ledger)
    serve(ScriptedAdvisor(KINDS, samples.LIBRARY, ledger.audit), Settings(port=int(sys.argv[1]), home=home))
