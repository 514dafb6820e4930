"""The ledger's tables: one chain of entries, the words that may be erased, and whose conversations are whose.

Knows no database product. A change here needs a migration under `migrations/versions` and a new `REVISION`.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

REVISION = "0002"  # the newest migration: a ledger at it opens without Alembic

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3, … without a gap
    Column("id", String(64), nullable=False, unique=True),
    Column(
        "type", String(32), nullable=False
    ),  # "answer", "erasure", "feedback", "plan" or "conflict"; later events join the same chain
    Column("at", String(40), nullable=False),  # ISO 8601, UTC
    Column("conversation_id", String(200), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("origin", String(32), nullable=False),
    Column("release", String(200), nullable=False),
    Column("payload", Text, nullable=False),  # JSON, kept for good: holds nothing a person wrote
    Column("commitment", String(64), nullable=False),  # to the words below; empty where there are none
    Column("previous", String(64), nullable=False),  # mac of the entry before; empty for the first
    Column("mac", String(64), nullable=False),
    Index("entries_by_time", "at"),
    Index("entries_by_conversation", "conversation_id"),
    Index("entries_by_release", "release"),
    Index("entries_by_kind", "kind", "origin"),
)

words = Table(
    "words",
    metadata,
    Column("seq", ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("salt", LargeBinary(32), nullable=False),  # goes with the text: without it the commitment tells nothing
    Column("text", Text, nullable=False),  # JSON of what the person wrote and of what repeats it
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("owner", String(64), nullable=False),  # fingerprint of the browser's cookie, never the cookie
    Column("title", Text, nullable=False),  # as the person named it; empty: called by its first question
    Column("began", String(40), nullable=False),
    Index("conversations_by_owner", "owner"),
)

shares = Table(
    "shares",
    metadata,
    Column("token", String(64), primary_key=True),  # fingerprint of the link's secret
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, unique=True),
    Column("at", String(40), nullable=False),
)
