"""The oracle: the facts of many small bodies loaded into DuckDB, and what `conflicts.sql` makes of them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
from body_facts import SmallBody

SQL = Path(__file__).with_name("conflicts.sql")
_KEY = "body INT, meeting INT"
TABLES = {
    "meeting": f"{_KEY}, day DATE, held BOOL, policy TEXT, required INT, lay_executive_majority BOOL",
    "must_include": "body INT, role TEXT",
    "organisation": "body INT, org TEXT, kind TEXT, commissioned BOOL, premises_owner TEXT",
    "belongs": "body INT, child TEXT, parent TEXT",
    "owner": "body INT, org TEXT, person TEXT",
    "seat": "body INT, person TEXT, role TEXT, voting BOOL, chair BOOL, vice_chair BOOL, practice TEXT, "
    "begins DATE, ends DATE",
    "interest": "body INT, interest INT, person TEXT, org TEXT, tie TEXT, relationship TEXT, financial BOOL, "
    "begins DATE, ends DATE, percent DOUBLE",
    "attendance": f"{_KEY}, person TEXT, status TEXT, deputising_for TEXT, first_item INT, last_item INT",
    "item": f"{_KEY}, item INT, type TEXT, scope TEXT, purpose TEXT, private BOOL, act BOOL, pays BOOL",
    "party": f"{_KEY}, item INT, org TEXT, ask BOOL",
    "neighbour": f"{_KEY}, item INT, org TEXT",
    "personal": f"{_KEY}, item INT, person TEXT",
    "in_chair": f"{_KEY}, item INT, person TEXT",
}
Rows = dict[str, list[Sequence[object]]]
Key = tuple[int, int, int, str, str, str]


class Expected(NamedTuple):
    """What the contract asks of one interest at one item. `kinds`: every link that asks as much."""

    action: str
    kinds: frozenset[str]
    ask: bool
    hand_over: bool


class Answers(NamedTuple):
    """Keys: body, meeting, item, person, source of the interest, organisation."""

    conflicts: dict[Key, Expected]
    recent: set[Key]
    quorum: dict[tuple[int, ...], tuple[int, int, int, bool | None]]  # required, before, after, quorate
    substitutes: dict[tuple[int, ...], tuple[str, set[str]]]  # who hands over the chair, and who may take it
    cells: set[tuple[str, str]]  # of the table of section 6: which row was read in which column


def ask_duckdb(bodies: Iterable[SmallBody], folder: Path) -> Answers:
    """Load the bodies' facts and run the SQL. `folder` takes the files the tables are read from."""
    rows: Rows = {name: [] for name in TABLES}
    for body in bodies:
        _facts(body, rows)
    with duckdb.connect(config={"threads": 1}) as db:
        for name, columns in TABLES.items():
            path = folder / f"{name}.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(["" if cell is None else cell for cell in row] for row in rows[name])
            db.execute(f"CREATE TABLE {name} ({columns})")
            db.execute(f"COPY {name} FROM '{path}' (FORMAT csv, HEADER false)")
        db.execute(SQL.read_text(encoding="utf-8"))
        conflicts: dict[Key, Expected] = {}
        recent: set[Key] = set()
        for body, meeting, item, person, source, org, ended, action, kinds, ask, hand_over in db.execute(
            "SELECT c.body, c.meeting, c.item, c.person, c.source, upper(coalesce(c.org, '')), c.recent, a.name, "
            "c.kinds, c.ask, c.hand_over FROM conflict c JOIN action a USING (strength)"
        ).fetchall():
            key = (body, meeting, item, person, source, org)
            if ended:
                recent.add(key)
            else:
                conflicts[key] = Expected(action, frozenset(kinds), ask, hand_over)
        quorum = {tuple(row[:3]): row[3:] for row in db.execute("SELECT * FROM quorum").fetchall()}
        handed = db.execute("SELECT * FROM substitute").fetchall()
        substitutes = {(body, meeting, item): (chair, set(may or ())) for body, meeting, item, chair, may in handed}
        cells = set(db.execute("SELECT DISTINCT line, read_in FROM link").fetchall())
    return Answers(conflicts, recent, quorum, substitutes, cells)


def _facts(body: SmallBody, rows: Rows) -> None:
    number = body.number
    rows["must_include"] += [(number, role) for role in body.must_include]
    rows["organisation"] += [(number, *one) for one in body.organisations]
    rows["belongs"] += [(number, *one) for one in body.belongs]
    rows["owner"] += [(number, *one) for one in body.owners]
    rows["seat"] += [(number, *one) for one in body.seats]
    rows["interest"] += [(number, *one) for one in body.interests]
    rows["attendance"] += [(number, *one) for one in body.attendance]
    for meeting in body.meetings:
        key = (number, meeting.meeting)
        rule = (body.policy, body.required, body.lay_executive_majority)
        rows["meeting"].append((*key, meeting.day, meeting.held, *rule))
        for item in meeting.items:
            at, title = (*key, item.item), item.title
            rows["item"].append((*at, title.type, title.scope, item.purpose, item.private, title.act, title.pays))
            rows["party"] += [(*at, org, item.ask) for org in item.touched]
            rows["neighbour"] += [(*at, org) for org in item.neighbours]
            rows["personal"] += [(*at, person) for person in item.people]
            rows["in_chair"].append((*at, meeting.in_chair))
