"""The tables, as SQLModel classes. Rows are made from recorded things, which validate; these classes do not."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, LargeBinary, MetaData, Table, Text
from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """What every row carries: the change it came with, and a digest of its own content with its own salt.

    The salt goes when the row is removed; without it the digest that stays tells nothing of the person it was about.
    """

    metadata = MetaData(
        naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"},
    )

    id: int | None = Field(default=None, primary_key=True)
    opened: int  # number of the trail's entry that brought the row
    salt: str
    digest: str


class Clocked(Row):
    """A row that holds for a time: known from the first day, until (not included) the second, None is still."""

    recorded_from: date
    recorded_until: date | None = None
    closed: int | None = None  # number of the trail's entry that ended it


class BodyRow(Row, table=True):
    """One commissioner. `key` is its ODS code in capitals, else its name folded: what its papers are found by."""

    __tablename__ = "body"
    key: str = Field(unique=True)
    name: str


class PaperRow(Clocked, table=True):
    """One version of one paper as read; `reading` is the whole `Reading` as JSON. Of the folder itself path is ""."""

    __tablename__ = "paper"
    body_id: int = Field(foreign_key="body.id", index=True)
    path: str
    sha256: str
    kind: str
    edition: date | None = None
    supersedes: int | None = None  # number of the version before, also after that one was removed
    reading: str = Field(sa_column=Column(Text, nullable=False))


class InterestRow(Clocked, table=True):
    """One interest of one register edition: when it was held (first and last day, as far as told), and when known."""

    __tablename__ = "interest"
    body_id: int = Field(foreign_key="body.id", index=True)
    paper_id: int = Field(foreign_key="paper.id", index=True)
    person: str
    organisation: str
    nature: str
    category: str | None = None
    direct: bool | None = None
    relationship: str | None = None
    held_from: date | None = None
    held_until: date | None = None
    declared_on: date | None = None
    edition: date | None = None
    place: str


class MembershipRow(Clocked, table=True):
    """One membership of one committee, with the days it held (both included)."""

    __tablename__ = "membership"
    body_id: int = Field(foreign_key="body.id", index=True)
    paper_id: int = Field(foreign_key="paper.id", index=True)
    committee: str
    person: str
    role: str
    title: str
    voting: bool
    held_from: date | None = None
    held_until: date | None = None
    place: str


class AttendanceRow(Clocked, table=True):
    """One person in the lists of one meeting's minutes. `held_on` is the meeting's day, as far as its paper tells."""

    __tablename__ = "attendance"
    body_id: int = Field(foreign_key="body.id", index=True)
    paper_id: int = Field(foreign_key="paper.id", index=True)
    held_on: date | None = None
    committee: str | None = None
    person: str
    status: str
    position: str | None = None
    place: str


class PaperFileRow(Row, table=True):
    """The bytes of one version of one paper; only where whoever kept it asked that the file be kept too."""

    __tablename__ = "paper_file"
    paper_id: int = Field(foreign_key="paper.id", index=True)
    sha256: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class JudgementRow(Clocked, table=True):
    """What a reviewer holds of one finding, and why; a later one on the same finding ends it and never edits it."""

    __tablename__ = "judgement"
    body_id: int = Field(foreign_key="body.id", index=True)
    fingerprint: str = Field(index=True)
    view: str  # agree, disagree or unsure
    why: str
    by_name: str
    given_on: date


class ActionRow(Clocked, table=True):
    """One version of one action of a body's plan. `number` is the body's own for it, and stays through all versions."""

    __tablename__ = "action"
    body_id: int = Field(foreign_key="body.id", index=True)
    number: int
    rule_ids: str  # JSON list
    recommendation: str
    fingerprints: str = Field(sa_column=Column(Text, nullable=False))  # JSON list: the findings it answers
    owner: str
    due: date | None = None
    state: str  # open, done or dropped
    remark: str


class KeptAuditRow(Clocked, table=True):
    """An audit as it was given out: its JSON, the day it spoke for, and the head of the trail it was made from.

    `report_sha256` is that of the report's PDF, where one was written with it.
    """

    __tablename__ = "kept_audit"
    body_id: int = Field(foreign_key="body.id", index=True)
    as_of: date
    known_on: date | None = None
    report_sha256: str | None = None
    head_number: int
    head_hash: str
    audit: str = Field(sa_column=Column(Text, nullable=False))


class RemovedRow(SQLModel, table=True):
    """What is left of a row that an order removed: its number, digest and the changes it came and went with."""

    __tablename__ = "removed"
    metadata = Row.metadata

    table_name: str = Field(primary_key=True)
    row_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    digest: str
    opened: int
    closed: int | None = None
    recorded_until: date | None = None
    removed: int


class TrailRow(SQLModel, table=True):
    """One change: who, when, what and why, what it did to which table, and the hash of the entry before."""

    __tablename__ = "trail"
    metadata = Row.metadata

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: str  # moment in UTC, ISO 8601 with microseconds
    actor: str
    action: str
    reason: str
    payload: str = Field(sa_column=Column(Text, nullable=False))
    prev: str = Field(unique=True)  # one entry follows another: the chain cannot fork
    hash: str


FACTS: tuple[type[Clocked], ...] = (InterestRow, MembershipRow, AttendanceRow)
GIVEN: tuple[type[Clocked], ...] = (JudgementRow, ActionRow, KeptAuditRow)  # by people of the body, not by its papers
CLOCKED: tuple[type[Clocked], ...] = (PaperRow, *FACTS, *GIVEN)
CONTENT: tuple[type[Row], ...] = (BodyRow, *CLOCKED, PaperFileRow)
METADATA = Row.metadata
# What a row says of itself apart from its digest, and apart from the end that is set later.
NOT_DIGESTED = frozenset({"digest", "recorded_until", "closed"})


def table_of(row: type[SQLModel]) -> Table:
    """The SQLAlchemy table of a row class."""
    found: Any = row.__table__  # type: ignore[attr-defined]
    assert isinstance(found, Table)
    return found


def digested_columns(row: type[Row]) -> tuple[str, ...]:
    """Names of the columns that a row's digest covers, in the table's own order."""
    return tuple(column.name for column in table_of(row).columns if column.name not in NOT_DIGESTED)


def long_columns(row: type[Row]) -> frozenset[int]:
    """Which of the digested columns, counted from 0, hold long texts: a digest says those by digests of their own."""
    columns = table_of(row).columns
    return frozenset(at for at, name in enumerate(digested_columns(row)) if isinstance(columns[name].type, Text))


def at_once(table: Table) -> int:
    """How many rows may be held in memory together: of whole files only a few."""
    large = any(isinstance(column.type, LargeBinary) for column in table.columns)
    return 8 if large else 2000
