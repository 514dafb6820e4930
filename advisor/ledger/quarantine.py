"""What is withdrawn and what is noted, kept in the chain: each act and each undoing is an entry, none is taken back.

An entry holds no word of a learner: the library's words, an auditor's reason and name stay on record for good.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, func, select

from advisor.audit.quarantine import Event, Note, Subject, Withdrawn
from advisor.errors import InputError
from advisor.ledger.appender import Appender, as_json, new_id, now
from advisor.ledger.chain import NOTE, QUARANTINE
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries
from advisor.serial import read, to_dict

ADDED, UNDONE = "added", "undone"  # in the column `origin`
LONGEST_REASON = 500  # characters
Act = TypeVar("Act", Withdrawn, Note)
# `kind` is the type once more: it has an index, and so the newest of these entries is found by one look
STAMP = select(func.max(entries.c.seq)).where(entries.c.kind.in_((QUARANTINE, NOTE)))


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
            withdrawn = Withdrawn(subject, _given("reason", reason), _given("name", by), now())
            return self._append(connection, QUARANTINE, ADDED, withdrawn)

    def undo(self, subject_id: str, reason: str, by: str) -> Withdrawn:
        """Bring it back. Raises InputError where it is not withdrawn."""
        with self._appender.writing() as connection:
            held = _held(connection).get(subject_id)
            if held is None:
                raise InputError(f"{subject_id} is not withdrawn.", hint="See what is: advisor audit quarantine list")
            withdrawn = Withdrawn(held.subject, _given("reason", reason), _given("name", by), now())
            return self._append(connection, QUARANTINE, UNDONE, withdrawn)

    def note(self, subject: Subject, text: str, by: str) -> Note:
        """Show a correction wherever it is cited, in place of an earlier one."""
        with self._appender.writing() as connection:
            note = Note(subject, _given("text", text), _given("name", by), now())
            return self._append(connection, NOTE, ADDED, note)

    def remove_note(self, subject_id: str, by: str) -> None:
        """Show it no longer. Raises InputError where there is none."""
        with self._appender.writing() as connection:
            note = _notes(connection).get(subject_id)
            if note is None:
                raise InputError(f"There is no note on {subject_id}.", hint="See them: advisor audit note list")
            self._append(connection, NOTE, UNDONE, replace(note, by=_given("name", by), at=now()))

    def stamp(self) -> int:
        with named_errors(), self._engine.connect() as connection:
            return connection.execute(STAMP).scalar() or 0

    def held(self) -> Mapping[str, Withdrawn]:
        with named_errors(), self._engine.connect() as connection:
            return _held(connection)

    def notes(self) -> Mapping[str, Note]:
        with named_errors(), self._engine.connect() as connection:
            return _notes(connection)

    def history(self) -> tuple[Event, ...]:
        """All that was ever withdrawn or brought back, oldest first."""
        with named_errors(), self._engine.connect() as connection:
            return tuple(_events(connection))

    def _append(self, connection: Connection, kind: str, what: str, act: Act) -> Act:
        columns = {"id": new_id(), "type": kind, "kind": kind, "origin": what, "at": act.at, "conversation_id": ""}
        self._appender.append(connection, None, payload=as_json(to_dict(act)), **columns)
        return act


def _held(connection: Connection) -> dict[str, Withdrawn]:
    held: dict[str, Withdrawn] = {}
    for event in _events(connection):
        if event.undone:
            held.pop(event.withdrawn.subject.id, None)
        else:
            held[event.withdrawn.subject.id] = event.withdrawn
    return held


def _events(connection: Connection) -> list[Event]:
    return [Event(act, undone) for act, undone in _acts(connection, QUARANTINE, Withdrawn)]


def _notes(connection: Connection) -> dict[str, Note]:
    notes: dict[str, Note] = {}
    for note, undone in _acts(connection, NOTE, Note):
        notes.pop(note.subject.id, None)
        if not undone:
            notes[note.subject.id] = note
    return notes


def _acts(connection: Connection, kind: str, value: type[Act]) -> Iterator[tuple[Act, bool]]:
    """What was done, oldest first, and whether it undoes."""
    rows = select(entries.c.payload, entries.c.origin).where(entries.c.kind == kind).order_by(entries.c.seq)
    for payload, what in connection.execute(rows):
        yield read(value, json.loads(payload)), what == UNDONE


def _given(name: str, text: str) -> str:
    """On one line, and not without end."""
    plain = " ".join(text.split())[:LONGEST_REASON]
    if not plain:
        raise InputError(f"The {name} is missing.", hint="It stays on record: say it in a few words.")
    return plain
