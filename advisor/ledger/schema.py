"""The ledger's tables: one chain of entries, the words that may be erased, whose conversations are whose, and audits.

Knows no database product. A change here needs a migration under `migrations/versions` and a new `REVISION`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

REVISION = "0003"  # the newest migration: a ledger at it opens without Alembic

metadata = MetaData()

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3, … without a gap
    Column("id", String(64), nullable=False, unique=True),
    Column("type", String(32), nullable=False),  # a name of `chain.py`: "answer", "erasure", …; later ones join them
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
    Index("entries_by_type", "type", "seq"),
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

users = Table(
    "users",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("rank", String(16), nullable=False),
    Column("password", String(200), nullable=False),  # Argon2id, with its salt and parameters
    Column("added", String(40), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", String(64), primary_key=True),  # fingerprint of the cookie's secret
    Column("name", ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
    Column("expires", String(40), nullable=False),
)

# What follows is worked out from the chain, so that auditors find answers; it can be emptied and made again.

cases = Table(
    "cases",
    metadata,
    Column("seq", ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("due", Boolean, nullable=False),  # to be judged: an answer or a refusal, to a person
    Column("risk", Integer, nullable=False),
    Column("lot", BigInteger, nullable=False),  # its place in the random sample
    Column("judged", Integer, nullable=False),  # by how many reviewers
    Column("drawn", Integer, nullable=False),  # by how many as part of the random sample
    Index("cases_by_time", "at"),
    Index("cases_by_risk", "due", "judged", "risk", "seq"),
    Index("cases_by_lot", "due", "drawn", "lot"),
)

traits = Table(
    "traits",
    metadata,
    Column("trait", String(250), primary_key=True),
    Column("seq", ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
    Index("traits_by_case", "seq"),
    sqlite_with_rowid=False,
)

trait_counts = Table(
    "trait_counts",
    metadata,
    Column("trait", String(250), primary_key=True),
    Column("count", Integer, nullable=False),
)

sought = Table(
    "sought",
    metadata,
    Column("seq", ForeignKey("words.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),  # question and answer in small letters: erased with the words
    Column("likeness", String(32), nullable=False),  # equal for questions that ask the same in the same words
    Index("sought_by_likeness", "likeness"),
)

progress = Table(
    "progress",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("seq", Integer, nullable=False),  # the last entry that was taken into account
)

# Who works on what: not on record, because only a judgement counts.

claims = Table(
    "claims",
    metadata,
    Column("seq", ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
    Column("name", String(40), nullable=False),
    Column("stratum", String(16), nullable=False),
    Column("until", String(40), nullable=False),
    Index("claims_by_name", "name"),
)

skips = Table(
    "skips",
    metadata,
    Column("seq", ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
    Column("name", String(40), primary_key=True),
)

seconds = Table(
    "seconds",
    metadata,
    Column("seq", ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
    Column("name", String(40), nullable=False),  # who asked for a second opinion
)
