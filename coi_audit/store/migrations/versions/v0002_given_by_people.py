"""Judgements, actions and audits kept beside the papers; and the papers' own bytes, where they were asked for.

Revision: 0002. Before it: 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from coi_audit.store.guards import guards_of_rows

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and their guards; nothing that is there is touched."""
    _given()
    op.create_table(
        "paper_file",
        *_row(),
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("paper.id"), nullable=False, index=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    inspector = sa.inspect(op.get_bind())
    for table in ("judgement", "action", "kept_audit", "paper_file"):
        columns = [one["name"] for one in inspector.get_columns(table)]
        for statement in guards_of_rows(op.get_bind().dialect.name, table, columns, clocked=table != "paper_file"):
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
        sa.Column("body_id", sa.Integer(), sa.ForeignKey("body.id"), nullable=False, index=True),
    ]


def _given() -> None:
    op.create_table(
        "judgement",
        *_clocked(),
        sa.Column("fingerprint", sa.String(), nullable=False, index=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("view", "why", "by_name")),
        sa.Column("given_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "action",
        *_clocked(),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("rule_ids", "recommendation")),
        sa.Column("fingerprints", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due", sa.Date()),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("state", "remark")),
    )
    op.create_table(
        "kept_audit",
        *_clocked(),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("known_on", sa.Date()),
        sa.Column("report_sha256", sa.String()),
        sa.Column("head_number", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(), nullable=False),
        sa.Column("audit", sa.Text(), nullable=False),
    )
