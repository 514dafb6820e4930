"""How Alembic runs a migration: on the connection that the ledger gives it, all or nothing."""

from alembic import context

from advisor.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
