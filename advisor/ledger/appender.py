"""Appends to the chain: one writer at a time, each entry sealed to the last, the head moved after the commit.

The only module that writes entries. It knows nothing of what they say.
"""

import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select

from advisor.errors import LedgerError
from advisor.ledger import database
from advisor.ledger.anchor import Anchor
from advisor.ledger.chain import ERASURE, Entry, Head, Words, commit, seal
from advisor.ledger.database import named_errors
from advisor.ledger.schema import entries, words

LAST = select(entries.c.seq, entries.c.mac).order_by(entries.c.seq.desc()).limit(1)
ROWS_AT_ONCE = 500  # that are erased by one statement
KEEP_ENTRY, KEEP_WORDS = insert(entries), insert(words)


class Appender:
    """Holds the key; threads queue at it, which is fair, and processes wait at the database."""

    def __init__(self, engine: Engine, anchor: Anchor) -> None:
        self.engine = engine
        self._writer = database.writing(engine)
        self._anchor = anchor
        self.key = anchor.key()
        self._one_writer = Lock()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the write lock; what it wrote is on disk, and in the head, when the block ends."""
        with self._one_writer, named_errors():
            with self._writer.begin() as connection:
                yield connection
            with self._writer.begin() as connection:
                self._anchor.advance(last_of(connection), self.key)

    def append(self, connection: Connection, spoken: Words | None, **columns: Any) -> None:
        """Link an entry to the last one; columns that are not given are empty."""
        last = self._checked_last(connection)
        columns = {"kind": "", "origin": "", "release": "", **columns}
        commitment = commit(spoken) if spoken else ""
        entry = seal(Entry(seq=last.seq + 1, commitment=commitment, previous=last.mac, **columns), self.key)
        connection.execute(KEEP_ENTRY, entry._asdict())
        if spoken:
            connection.execute(KEEP_WORDS, {"seq": entry.seq, **spoken._asdict()})

    def erase(self, connection: Connection, conversation_id: str, reason: str, type: str = "") -> int:
        """Erase what was written in a conversation and put on record what, when and why; returns how many records.

        `type`: only entries of this type.
        """
        which = entries.c.conversation_id == conversation_id
        return self.erase_where(
            connection, which & (entries.c.type == type) if type else which, reason, conversation_id
        )

    def erase_where(
        self, connection: Connection, which: ColumnElement[bool], reason: str, conversation_id: str = "", by: str = ""
    ) -> int:
        """The same for any entries; `conversation_id` where they are of one conversation, `by`: on whose account."""
        found = select(entries.c.seq, entries.c.id).join(words).where(which).order_by(entries.c.seq)
        rows = connection.execute(found).all()
        for at in range(0, len(rows), ROWS_AT_ONCE):
            gone = [row.seq for row in rows[at : at + ROWS_AT_ONCE]]
            connection.execute(delete(words).where(words.c.seq.in_(gone)))
        if rows:
            said = {"records": [row.id for row in rows], "reason": reason} | ({"by": by} if by else {})
            self.append(
                connection,
                None,
                id=new_id(),
                type=ERASURE,
                at=now(),
                conversation_id=conversation_id,
                payload=as_json(said),
            )
        return len(rows)

    def _checked_last(self, connection: Connection) -> Head:
        """The last entry; refused where the head names one that is gone, lest a new record hide the cut."""
        head, last = self._anchor.head(self.key), last_of(connection)
        if head.seq and head != last and _mac_at(connection, head.seq) != head.mac:
            raise LedgerError(
                f"The end of the ledger is missing: entry {head.seq} was recorded and is not there.",
                hint="Put ledger.db, ledger.key and ledger.head back from one backup, or move them away to begin anew.",
            )
        return last


def last_of(connection: Connection) -> Head:
    row = connection.execute(LAST).first()
    return Head(*row) if row else Head()


def new_id() -> str:
    """Sorts by time: milliseconds first, then chance."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


def now() -> str:
    return datetime.now(UTC).isoformat()


def as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"), allow_nan=False)  # ASCII: any text a person sends can be stored


def salted(spoken: dict[str, Any]) -> Words:
    """Words that can be erased later without breaking the chain."""
    return Words(secrets.token_bytes(32), as_json(spoken))


def _mac_at(connection: Connection, seq: int) -> str | None:
    found: str | None = connection.execute(select(entries.c.mac).where(entries.c.seq == seq)).scalar()
    return found
