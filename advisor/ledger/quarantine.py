"""What is withdrawn, kept in the chain: each withdrawal and each undoing is an entry, and none is ever taken back.

An entry holds no word of a learner: the library's words, an auditor's reason and name stay on record for good.
"""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, select

from advisor.audit.quarantine import Event, Subject, Withdrawn
from advisor.errors import InputError
from advisor.ledger.appender import Appender, as_json, new_id, now
from advisor.ledger.chain import QUARANTINE
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries
from advisor.serial import read, to_dict

ADDED, UNDONE = "added", "undone"  # in the column `origin`
LONGEST_REASON = 500  # characters
# `kind` is the type once more: it has an index, and so the newest of these entries is found by one look
STAMP = select(func.max(entries.c.seq)).where(entries.c.kind == QUARANTINE)


class SqlQuarantine:
    """The `Quarantine` of `advisor.audit.quarantine`, in the ledger's database; processes see each other's at once."""

    def __init__(self, appender: Appender) -> None:
        self._appender = appender
        self._engine = appender.engine

    def add(self, subject: Subject, reason: str, by: str) -> Withdrawn:
        """Withdraw it. Raises InputError where it is withdrawn already, or no reason is given."""
        with self._appender.writing() as connection:
            if subject.id in _held(connection):
                raise InputError(f"{subject.id} is withdrawn already.", hint="See why: advisor audit quarantine list")
            return self._append(connection, subject, reason, by, ADDED)

    def undo(self, subject_id: str, reason: str, by: str) -> Withdrawn:
        """Bring it back. Raises InputError where it is not withdrawn."""
        with self._appender.writing() as connection:
            held = _held(connection).get(subject_id)
            if held is None:
                raise InputError(f"{subject_id} is not withdrawn.", hint="See what is: advisor audit quarantine list")
            return self._append(connection, held.subject, reason, by, UNDONE)

    def stamp(self) -> int:
        with named_errors(), self._engine.connect() as connection:
            return connection.execute(STAMP).scalar() or 0

    def held(self) -> Mapping[str, Withdrawn]:
        with named_errors(), self._engine.connect() as connection:
            return _held(connection)

    def history(self) -> tuple[Event, ...]:
        """All that ever happened, oldest first."""
        with named_errors(), self._engine.connect() as connection:
            return tuple(_events(connection))

    def _append(self, connection: Connection, subject: Subject, reason: str, by: str, what: str) -> Withdrawn:
        withdrawn = Withdrawn(subject, _given("reason", reason), _given("name", by), now())
        self._appender.append(
            connection,
            None,
            id=new_id(),
            type=QUARANTINE,
            at=withdrawn.at,
            conversation_id="",
            kind=QUARANTINE,
            origin=what,
            payload=as_json(to_dict(withdrawn)),
        )
        return withdrawn


def _held(connection: Connection) -> dict[str, Withdrawn]:
    held: dict[str, Withdrawn] = {}
    for event in _events(connection):
        if event.undone:
            held.pop(event.withdrawn.subject.id, None)
        else:
            held[event.withdrawn.subject.id] = event.withdrawn
    return held


def _events(connection: Connection) -> list[Event]:
    rows: Select[Any] = select(entries.c.payload, entries.c.origin).where(entries.c.kind == QUARANTINE)
    found = connection.execute(rows.order_by(entries.c.seq))
    return [Event(read(Withdrawn, json.loads(payload)), what == UNDONE) for payload, what in found]


def _given(name: str, text: str) -> str:
    """On one line, and not without end."""
    plain = " ".join(text.split())[:LONGEST_REASON]
    if not plain:
        raise InputError(f"The {name} is missing.", hint="It stays on record: say it in a few words.")
    return plain
