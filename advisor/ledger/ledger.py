"""The ledger: answers recorded for good, each sealed to the one before; read back by conversation and by record.

The only module that puts chain, words, database and anchor together. It knows nothing of how an answer comes about.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, select

from advisor.domain import Answer
from advisor.errors import LedgerError
from advisor.ledger import database
from advisor.ledger.anchor import Anchor
from advisor.ledger.appender import Appender, as_json, last_of, new_id, salted
from advisor.ledger.audit import SqlAudit
from advisor.ledger.chain import ANSWER, ChainReport, Entry, Words, examine
from advisor.ledger.conflict_marks import SqlConflictMarks
from advisor.ledger.conversations import SqlConversations
from advisor.ledger.database import named_errors
from advisor.ledger.past import PastAnswers
from advisor.ledger.plans import SqlPlans
from advisor.ledger.quarantine import SqlQuarantine
from advisor.ledger.records import SqlRecords
from advisor.ledger.schema import entries, words
from advisor.ledger.tally import Tally
from advisor.ledger.words import join, part
from advisor.serial import from_dict

CHAIN = select(*entries.c, words.c.salt, words.c.text).outerjoin(words).order_by(entries.c.seq)

ROWS_AT_ONCE = 100  # how many entries are in memory while the chain is verified


def open_ledger(home: Path, environment: Mapping[str, str]) -> "SqlLedger":
    """The ledger of this home folder, made where there is none and brought up to date where it is older.

    `environment` is kept with every record: versions and fingerprints of what the answer was made with. Raises
    LedgerError where the folder cannot be written, the key is lost or a newer version made the ledger.
    """
    path, anchor = home / "ledger.db", Anchor(home)
    engine = database.sqlite_engine(path)
    try:
        with named_errors():
            if not (path.exists() and anchor.exists and database.is_current(engine)):
                _prepare(home, engine, anchor)
        return SqlLedger(engine, anchor, environment)
    except LedgerError:
        engine.dispose()
        raise


def _prepare(home: Path, engine: Engine, anchor: Anchor) -> None:
    """Make or mend what is missing, one process at a time."""
    from filelock import FileLock

    try:
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / "ledger.lock"):
            database.create_file(home / "ledger.db")
            database.migrate(engine)
            if not anchor.exists:
                _create_anchor(engine, anchor)
    except OSError as problem:
        raise LedgerError(
            f"The home folder {home} cannot be written: {problem.strerror}.",
            hint="Choose another folder with --home, or make this one writable.",
        ) from problem


def _create_anchor(engine: Engine, anchor: Anchor) -> None:
    with engine.connect() as connection:
        if last_of(connection).seq:
            raise LedgerError(
                "The ledger holds records, but its key ledger.key is missing.",
                hint="Put ledger.key back from a backup; without it nothing can be recorded or verified.",
            )
    anchor.create()


class SqlLedger:
    """The `Ledger` of `advisor.interfaces`, on a SQL database; threads and processes may share it."""

    def __init__(self, engine: Engine, anchor: Anchor, environment: Mapping[str, str]) -> None:
        self._engine = engine
        self._anchor = anchor
        self._appender = Appender(engine, anchor)
        self.conversations = SqlConversations(self._appender)
        self.plans = SqlPlans(self._appender)
        self.quarantine = SqlQuarantine(self._appender)
        self.past = PastAnswers(engine)
        self.records = SqlRecords(engine)
        self.conflict_marks = SqlConflictMarks(self._appender)
        self.audit = SqlAudit(self._appender, self.get, self.verify)
        self._tally = Tally(engine)
        self._environment = dict(environment)

    def close(self) -> None:
        self._engine.dispose()

    def record(self, answer: Answer) -> Answer:
        """Keep the answer for good and return it with its `record_id`; raises LedgerError."""
        answer = replace(answer, record_id=new_id())
        kept, spoken = part(answer)
        with self._appender.writing() as connection:
            self._appender.append(
                connection,
                salted(spoken),
                id=answer.record_id,
                type=ANSWER,
                at=answer.asked_at,
                conversation_id=_storable(answer.conversation_id),
                kind=answer.kind.value,
                origin=answer.origin.value,
                release=answer.release,
                payload=as_json({"answer": kept, "environment": self._environment}),
            )
        return answer

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        """The answers of one conversation, oldest first; empty for an unknown id."""
        return self._answers(entries.c.conversation_id == conversation_id, conversation_id)

    def get(self, record_id: str) -> Answer | None:
        return next(iter(self._answers(entries.c.id == record_id, record_id)), None)

    def cited(self) -> Mapping[str, int]:
        """How often each guide was cited in answers to people, by its id; those never cited are left out."""
        return self._tally.cited()

    def erase_conversation(self, conversation_id: str, reason: str) -> int:
        """Erase what was written in a conversation and put on record what, when and why; returns how many records."""
        with self._appender.writing() as connection:
            erased = self._appender.erase(connection, conversation_id, reason)
        if erased:
            with named_errors():
                database.scrub(self._engine)
        return erased

    def verify(self) -> ChainReport:
        """Walk the whole chain in one snapshot; nothing is written."""
        try:
            head = self._anchor.head(self._appender.key)  # before the snapshot, which can then only be ahead of it
        except LedgerError:
            head = None
        with named_errors(), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(CHAIN)
            pairs = ((Entry(*row[:-2]), Words(*row[-2:]) if row[-1] is not None else None) for row in found)
            return examine(pairs, self._appender.key, head, lambda mac: _place(connection, mac))

    def _answers(self, which: ColumnElement[bool], value: str) -> tuple[Answer, ...]:
        if not _is_storable(value):
            return ()
        rows = select(entries.c.payload, words.c.text).outerjoin(words).where(which, entries.c.type == ANSWER)
        with named_errors(), self._engine.connect() as connection:
            found = connection.execute(rows.order_by(entries.c.seq)).all()
        return tuple(
            from_dict(join(json.loads(payload)["answer"], json.loads(spoken) if spoken else {}))
            for payload, spoken in found
        )


def _place(connection: Connection, mac: str) -> int | None:
    found: int | None = connection.execute(select(entries.c.seq).where(entries.c.mac == mac).limit(1)).scalar()
    return found


def _is_storable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _storable(conversation_id: str) -> str:
    if not _is_storable(conversation_id):
        raise LedgerError(
            "The conversation's id holds characters that cannot be stored.", hint="Leave the id out to get a new one."
        )
    return conversation_id
