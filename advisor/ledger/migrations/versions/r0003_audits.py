"""Accounts of auditors, what answers are found by, and who works on what."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_index("entries_by_type", "entries", ["type", "seq"])
    op.create_table(
        "users",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("rank", sa.String(16), nullable=False),
        sa.Column("password", sa.String(200), nullable=False),
        sa.Column("added", sa.String(40), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("name", sa.String(40), sa.ForeignKey("users.name", ondelete="CASCADE"), nullable=False),
        sa.Column("expires", sa.String(40), nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("seq", sa.Integer, sa.ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("due", sa.Boolean, nullable=False),
        sa.Column("risk", sa.Integer, nullable=False),
        sa.Column("lot", sa.BigInteger, nullable=False),
        sa.Column("judged", sa.Integer, nullable=False),
        sa.Column("drawn", sa.Integer, nullable=False),
    )
    op.create_index("cases_by_time", "cases", ["at"])
    op.create_index("cases_by_risk", "cases", ["due", "judged", "risk", "seq"])
    op.create_index("cases_by_lot", "cases", ["due", "drawn", "lot"])
    op.create_table(
        "traits",
        sa.Column("trait", sa.String(250), primary_key=True),
        sa.Column("seq", sa.Integer, sa.ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("traits_by_case", "traits", ["seq"])
    op.create_table(
        "trait_counts",
        sa.Column("trait", sa.String(250), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "sought",
        sa.Column(
            "seq", sa.Integer, sa.ForeignKey("words.seq", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("likeness", sa.String(32), nullable=False),
    )
    op.create_index("sought_by_likeness", "sought", ["likeness"])
    op.create_table(
        "progress",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("seq", sa.Integer, sa.ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("stratum", sa.String(16), nullable=False),
        sa.Column("until", sa.String(40), nullable=False),
    )
    op.create_index("claims_by_name", "claims", ["name"])
    op.create_table(
        "skips",
        sa.Column("seq", sa.Integer, sa.ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(40), primary_key=True),
    )
    op.create_table(
        "seconds",
        sa.Column("seq", sa.Integer, sa.ForeignKey("cases.seq"), primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(40), nullable=False),
    )
