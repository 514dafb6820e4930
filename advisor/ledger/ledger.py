"""The ledger: answers recorded for good, each sealed to the one before; read back by conversation and by record.

The only module that puts chain, words, database and anchor together. It knows nothing of how an answer comes about.
"""

import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select

from advisor.domain import Answer
from advisor.errors import LedgerError
from advisor.ledger import database
from advisor.ledger.anchor import Anchor
from advisor.ledger.chain import ANSWER, ERASURE, ChainReport, Entry, Head, Words, commit, examine, seal
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries, words
from advisor.ledger.words import join, part
from advisor.serial import from_dict

LAST = select(entries.c.seq, entries.c.mac).order_by(entries.c.seq.desc()).limit(1)
CHAIN = select(*entries.c, words.c.salt, words.c.text).outerjoin(words).order_by(entries.c.seq)
KEEP_ENTRY, KEEP_WORDS = insert(entries), insert(words)

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
        if _last(connection).seq:
            raise LedgerError(
                "The ledger holds records, but its key ledger.key is missing.",
                hint="Put ledger.key back from a backup; without it nothing can be recorded or verified.",
            )
    anchor.create()


class SqlLedger:
    """The `Ledger` of `advisor.interfaces`, on a SQL database; threads and processes may share it."""

    def __init__(self, engine: Engine, anchor: Anchor, environment: Mapping[str, str]) -> None:
        self._engine = engine
        self._writer = database.writing(engine)
        self._anchor = anchor
        self._key = anchor.key()
        self._environment = dict(environment)
        self._one_writer = Lock()  # threads queue here, which is fair; processes wait at the database

    def close(self) -> None:
        self._engine.dispose()

    def record(self, answer: Answer) -> Answer:
        """Keep the answer for good and return it with its `record_id`; raises LedgerError."""
        answer = replace(answer, record_id=_new_id())
        kept, spoken = part(answer)
        with self._one_writer, named_errors():
            with self._writer.begin() as connection:
                self._append(
                    connection,
                    Words(secrets.token_bytes(32), _json(spoken)),
                    id=answer.record_id,
                    type=ANSWER,
                    at=answer.asked_at,
                    conversation_id=_storable(answer.conversation_id),
                    kind=answer.kind.value,
                    origin=answer.origin.value,
                    release=answer.release,
                    payload=_json({"answer": kept, "environment": self._environment}),
                )
            self._advance_head()
        return answer

    def conversation(self, conversation_id: str) -> tuple[Answer, ...]:
        """The answers of one conversation, oldest first; empty for an unknown id."""
        return self._answers(entries.c.conversation_id == conversation_id, conversation_id)

    def get(self, record_id: str) -> Answer | None:
        return next(iter(self._answers(entries.c.id == record_id, record_id)), None)

    def erase_conversation(self, conversation_id: str, reason: str) -> int:
        """Erase what was written in a conversation and put on record what, when and why; returns how many records."""
        of_conversation = select(entries.c.seq).where(entries.c.conversation_id == conversation_id)
        with self._one_writer, named_errors():
            with self._writer.begin() as connection:
                found = connection.execute(
                    select(entries.c.id).join(words).where(entries.c.seq.in_(of_conversation)).order_by(entries.c.seq)
                )
                erased = list(found.scalars())
                if not erased:
                    return 0
                connection.execute(delete(words).where(words.c.seq.in_(of_conversation)))
                self._append(
                    connection,
                    None,
                    id=_new_id(),
                    type=ERASURE,
                    at=datetime.now(UTC).isoformat(),
                    conversation_id=conversation_id,
                    kind="",
                    origin="",
                    release="",
                    payload=_json({"records": erased, "reason": reason}),
                )
            self._advance_head()
            database.scrub(self._engine)
        return len(erased)

    def verify(self) -> ChainReport:
        """Walk the whole chain in one snapshot; nothing is written."""
        try:
            head = self._anchor.head(self._key)  # before the snapshot, which can then only be ahead of it
        except LedgerError:
            head = None
        with named_errors(), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(CHAIN)
            pairs = ((Entry(*row[:-2]), Words(*row[-2:]) if row[-1] is not None else None) for row in found)
            return examine(pairs, self._key, head, lambda mac: _place(connection, mac))

    def _append(self, connection: Connection, spoken: Words | None, **columns: Any) -> None:
        """Link an entry to the last one; the connection holds the write lock."""
        last = self._checked_last(connection)
        commitment = commit(spoken) if spoken else ""
        entry = seal(Entry(seq=last.seq + 1, commitment=commitment, previous=last.mac, **columns), self._key)
        connection.execute(KEEP_ENTRY, entry._asdict())
        if spoken:
            connection.execute(KEEP_WORDS, {"seq": entry.seq, **spoken._asdict()})

    def _checked_last(self, connection: Connection) -> Head:
        """The last entry; refused where the head names one that is gone, lest a new record hide the cut."""
        head, last = self._anchor.head(self._key), _last(connection)
        if head.seq and head != last and _mac_at(connection, head.seq) != head.mac:
            raise LedgerError(
                f"The end of the ledger is missing: entry {head.seq} was recorded and is not there.",
                hint="Put ledger.db, ledger.key and ledger.head back from one backup, or move them away to begin anew.",
            )
        return last

    def _advance_head(self) -> None:
        with self._writer.begin() as connection:
            self._anchor.advance(_last(connection), self._key)

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


def _last(connection: Connection) -> Head:
    row = connection.execute(LAST).first()
    return Head(*row) if row else Head()


def _mac_at(connection: Connection, seq: int) -> str | None:
    found: str | None = connection.execute(select(entries.c.mac).where(entries.c.seq == seq)).scalar()
    return found


def _place(connection: Connection, mac: str) -> int | None:
    found: int | None = connection.execute(select(entries.c.seq).where(entries.c.mac == mac).limit(1)).scalar()
    return found


def _new_id() -> str:
    """Sorts by time: milliseconds first, then chance."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"), allow_nan=False)  # ASCII: any text a person sends can be stored


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
