"""The ledger read from end to end, for audits: every answer, its seal, and the chain's last entry. Writes nothing."""

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Engine, select

from advisor.domain import Answer
from advisor.ledger.chain import ANSWER
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries, words
from advisor.ledger.words import join
from advisor.serial import from_dict

ROWS_AT_ONCE = 100  # how many entries are in memory beside what was made of them


class SqlRecords:
    """The `Records` of `advisor.interfaces`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self._read())

    def seals(self) -> Mapping[str, str]:
        with named_errors(), self._engine.connect() as connection:
            found = connection.execute(select(entries.c.id, entries.c.mac).where(entries.c.type == ANSWER))
            return {record: mac for record, mac in found}

    def head(self) -> str:
        last = select(entries.c.seq, entries.c.mac).order_by(entries.c.seq.desc()).limit(1)
        with named_errors(), self._engine.connect() as connection:
            row = connection.execute(last).first()
        return f"{row.seq} {row.mac}" if row else "0 (nothing is on record)"

    def _read(self) -> Iterator[Answer]:
        rows = select(entries.c.payload, words.c.text).outerjoin(words).where(entries.c.type == ANSWER)
        with named_errors(), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(rows.order_by(entries.c.seq))
            for payload, spoken in found:
                yield from_dict(join(json.loads(payload)["answer"], json.loads(spoken) if spoken else {}))
