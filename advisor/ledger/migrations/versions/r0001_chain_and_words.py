"""The chain of entries, and the words that may be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

REFUSALS = {
    "entries_stay_unchanged": "UPDATE ON entries",
    "entries_stay": "DELETE ON entries",
    "words_stay_unchanged": "UPDATE ON words",
}


def upgrade() -> None:
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("origin", sa.String(32), nullable=False),
        sa.Column("release", sa.String(200), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("commitment", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("mac", sa.String(64), nullable=False),
    )
    op.create_index("entries_by_time", "entries", ["at"])
    op.create_index("entries_by_conversation", "entries", ["conversation_id"])
    op.create_index("entries_by_release", "entries", ["release"])
    op.create_index("entries_by_kind", "entries", ["kind", "origin"])
    op.create_table(
        "words",
        sa.Column("seq", sa.Integer, sa.ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
        sa.Column("salt", sa.LargeBinary(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for name, event in REFUSALS.items():
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} "
                "BEGIN SELECT RAISE(ABORT, 'the ledger only grows: entries are never changed or deleted'); END"
            )
