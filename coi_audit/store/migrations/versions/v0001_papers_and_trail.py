"""Bodies, papers as read, the facts of both clocks, the trail.

Revision: 0001. Before it: nothing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from coi_audit.store.guards import guards_of_rows, guards_of_trail

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and their guards."""
    _trail()
    _bodies_and_papers()
    _facts()
    dialect = op.get_bind().dialect.name
    for statement in guards_of_trail(dialect):
        op.execute(statement)
    inspector = sa.inspect(op.get_bind())
    for table in ("body", "paper", "interest", "membership", "attendance"):
        columns = [one["name"] for one in inspector.get_columns(table)]
        for statement in guards_of_rows(dialect, table, columns, clocked=table != "body"):
            op.execute(statement)


def _row() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
    ]


def _clocked() -> list[sa.Column[object]]:
    return [
        *_row(),
        sa.Column("recorded_from", sa.Date(), nullable=False),
        sa.Column("recorded_until", sa.Date()),
        sa.Column("closed", sa.Integer()),
    ]


def _fact() -> list[sa.Column[object]]:
    return [
        *_clocked(),
        sa.Column("body_id", sa.Integer(), sa.ForeignKey("body.id"), nullable=False, index=True),
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("paper.id"), nullable=False, index=True),
    ]


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("at", "actor", "action", "reason")),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("prev", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.UniqueConstraint("prev", name="uq_trail_prev"),
    )
    op.create_table(
        "removed",
        sa.Column("table_name", sa.String(), primary_key=True),
        sa.Column("row_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer()),
        sa.Column("recorded_until", sa.Date()),
        sa.Column("removed", sa.Integer(), nullable=False),
    )


def _bodies_and_papers() -> None:
    op.create_table(
        "body",
        *_row(),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.UniqueConstraint("key", name="uq_body_key"),
    )
    op.create_table(
        "paper",
        *_clocked(),
        sa.Column("body_id", sa.Integer(), sa.ForeignKey("body.id"), nullable=False, index=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("edition", sa.Date()),
        sa.Column("supersedes", sa.Integer()),
        sa.Column("reading", sa.Text(), nullable=False),
    )


def _facts() -> None:
    op.create_table(
        "interest",
        *_fact(),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("person", "organisation", "nature")),
        sa.Column("category", sa.String()),
        sa.Column("direct", sa.Boolean()),
        sa.Column("relationship", sa.String()),
        *(sa.Column(name, sa.Date()) for name in ("held_from", "held_until", "declared_on", "edition")),
        sa.Column("place", sa.String(), nullable=False),
    )
    op.create_table(
        "membership",
        *_fact(),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("committee", "person", "role", "title")),
        sa.Column("voting", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Date()) for name in ("held_from", "held_until")),
        sa.Column("place", sa.String(), nullable=False),
    )
    op.create_table(
        "attendance",
        *_fact(),
        sa.Column("held_on", sa.Date()),
        sa.Column("committee", sa.String()),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("person", "status")),
        sa.Column("position", sa.String()),
        sa.Column("place", sa.String(), nullable=False),
    )
