"""Whose conversations are whose, what they are called, and the links that share them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("began", sa.String(40), nullable=False),
    )
    op.create_index("conversations_by_owner", "conversations", ["owner"])
    op.create_table(
        "shares",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("conversation_id", sa.String(200), sa.ForeignKey("conversations.id"), nullable=False, unique=True),
        sa.Column("at", sa.String(40), nullable=False),
    )
