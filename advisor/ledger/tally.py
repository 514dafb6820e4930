"""How often each guide was cited, counted from the entries of the ledger. Knows no guide.

Entries are only ever appended, so what was counted stays counted: each look reads what came since the last one.
"""

import json
from collections import Counter
from collections.abc import Mapping
from threading import Lock

from sqlalchemy import Engine, Select, select

from advisor.domain import Origin
from advisor.ledger.chain import ANSWER
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries

PEOPLE = (Origin.CHAT, Origin.API)  # whose answers count
ROWS_AT_ONCE = 100  # how many entries are in memory while they are counted


class Tally:
    """Counts for as long as the process lives; threads may share it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._counts: Counter[str] = Counter()
        self._last = 0
        self._lock = Lock()

    def cited(self) -> Mapping[str, int]:
        """Citations in answers to people, by guide; guides that were never cited are left out."""
        with self._lock, named_errors(), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(_after(self._last))
            for seq, payload in found:
                self._counts.update(source["guide_id"] for source in json.loads(payload)["answer"]["citations"])
                self._last = seq
            return dict(self._counts)


def _after(seq: int) -> Select[int, str]:
    return (
        select(entries.c.seq, entries.c.payload)
        .where(entries.c.seq > seq, entries.c.type == ANSWER, entries.c.origin.in_(PEOPLE))
        .order_by(entries.c.seq)
    )
