"""Alembic's entry: the connection comes from `migrate`, which has begun the transaction and ends it."""

from __future__ import annotations

from alembic import context

from coi_audit.store.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=False,  # one transaction for all steps, and it is the caller's
    compare_type=True,
)
context.run_migrations()
