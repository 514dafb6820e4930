"""What was decided about places where guides differ, as entries of the chain: an auditor's words, kept for good."""

import json

from sqlalchemy import select

from advisor.audit.conflict import Marked
from advisor.ledger.appender import Appender, as_json, new_id
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries
from advisor.serial import read, to_dict

CONFLICT = "conflict"  # type of the entries


class SqlConflictMarks:
    """The `ConflictMarks` of `advisor.interfaces`."""

    def __init__(self, appender: Appender) -> None:
        self._appender = appender

    def all(self) -> tuple[Marked, ...]:
        """In the order in which they were made."""
        found = select(entries.c.payload).where(entries.c.type == CONFLICT).order_by(entries.c.seq)
        with named_errors(), self._appender.engine.connect() as connection:
            return tuple(read(Marked, json.loads(payload)) for payload in connection.execute(found).scalars())

    def mark(self, marked: Marked) -> None:
        with self._appender.writing() as connection:
            self._appender.append(
                connection,
                None,
                id=new_id(),
                type=CONFLICT,
                at=marked.at,
                conversation_id="",
                payload=as_json(to_dict(marked)),
            )
