"""`body.yaml`: who the body is, its committees and members, its local organisations; every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import Rejected
from coi_audit.model.people import Body, CoCommissioning, Committee, Member, QuorumRule
from coi_audit.model.words import (
    BodyKind,
    CoCommissioningKind,
    CommitteeKind,
    Role,
    SharedInterestPolicy,
)
from coi_audit.readers.board_roles import roles_of_boards
from coi_audit.readers.guard import file_name, read_text
from coi_audit.readers.local_organisations import local_organisation
from coi_audit.readers.yaml_entries import Entry, Faults
from coi_audit.strict_yaml import parse_yaml

BODY_KEYS = ("name", "ods_code", "kind", "co_commissioning", "guardian", "committees", "organisations")
COMMITTEE_KEYS = ("name", "kind", "shared_interest_policy", "quorum", "members")
MEMBER_KEYS = ("name", "aliases", "role", "title", "chair", "vice_chair", "voting", "practice", "from", "to")
QUORUM_KEYS = ("members", "must_include", "lay_executive_majority", "counts")
_VICE_CHAIR = re.compile(r"\b(?:vice|deputy)[\s-]*chair", re.IGNORECASE)
_KIND_BY_NAME = (
    (re.compile(r"\bprimary (?:medical )?care\b|\bprimary medical services\b", re.IGNORECASE), CommitteeKind.PCCC),
    (re.compile(r"\bgoverning body\b|^(?!.*\bcommittee\b).*\bboard\b", re.IGNORECASE), CommitteeKind.GOVERNING_BODY),
    (re.compile(r"\baudit\b", re.IGNORECASE), CommitteeKind.AUDIT),
    (re.compile(r"\bremuneration\b", re.IGNORECASE), CommitteeKind.REMUNERATION),
    (re.compile(r"\bjoint\b", re.IGNORECASE), CommitteeKind.JOINT),
)


@dataclass(frozen=True, slots=True)
class BodyRead:
    """The body and what of its file was not understood. `rows_read` counts members and organisations."""

    body: Body
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0


def read_body(path: Path, *, root: Path | None = None) -> BodyRead:
    """Read body.yaml; `root` is the case folder that the place in sources is relative to.

    An unknown key or a value that is not allowed is recorded with its line and left out. Raises `UserError` where the
    file is no YAML, or names no body, or no committee, since then there is nothing to audit.
    """
    file = file_name(path, root)
    text = read_text(path, where=file)
    yaml = parse_yaml(text, where=file)
    if not isinstance(yaml.data, dict):
        raise UserError(
            "this file does not say whose papers these are.",
            where=file,
            fix='begin it with "name:" and the body\'s name.',
        )
    faults = Faults(file, yaml, text.split("\n"))
    entry = Entry(faults, (), yaml.data)
    entry.check_keys(BODY_KEYS, of="body.yaml")
    body = _body(entry)
    rejected = tuple(sorted(faults.rejected, key=_line_of))
    read = sum(len(committee.members) for committee in body.committees) + len(body.organisations)
    return BodyRead(body, rejected, read, len(rejected))


def _line_of(rejected: Rejected) -> int:
    match = re.match(r"line (\d+)", rejected.place)
    return int(match[1]) if match else 0


def _body(entry: Entry) -> Body:
    file = entry.faults.file
    name = entry.text("name")
    kind = entry.word("kind", BodyKind) or BodyKind.CCG
    committees = tuple(
        committee for one in entry.entries("committees", of="committee") if (committee := _committee(one, kind))
    )
    if not committees:
        raise UserError(
            "no committee is named, so there is nothing to audit.",
            where=file,
            fix='add "committees:" with at least one committee, its name and its members.',
        )
    if name is None:
        name = entry.text("ods_code") or "the body (its name is not given)"
        entry.faults.add(("name",), None, "the body's name is missing", 'add "name:" with the body\'s full name.')
    return Body(
        name=name,
        ods_code=entry.text("ods_code"),
        kind=kind,
        co_commissioning=_co_commissioning(entry),
        guardian=entry.text("guardian"),
        committees=committees,
        organisations=tuple(
            found for one in entry.entries("organisations", of="organisation") if (found := local_organisation(one))
        ),
        source=entry.faults.source("name"),
    )


def _co_commissioning(entry: Entry) -> tuple[CoCommissioning, ...]:
    value = entry.values.get("co_commissioning")
    if not isinstance(value, list):
        kind = entry.word("co_commissioning", CoCommissioningKind)
        return (CoCommissioning(kind=kind),) if kind else ()
    periods = []
    for one in entry.entries("co_commissioning", of="period"):
        one.check_keys(("kind", "from", "to"), of="a period of co-commissioning")
        kind = one.word("kind", CoCommissioningKind)
        start, end = _dates(one)
        if kind is not None:
            periods.append(CoCommissioning(kind=kind, from_=start, to=end))
        elif not one.text("kind"):
            one.faults.add(
                one.path, None, "the kind of co-commissioning is missing", 'add "kind: delegated" or the like.'
            )
    return tuple(sorted(periods, key=lambda period: period.from_ or date.min))


def _dates(entry: Entry) -> tuple[date | None, date | None]:
    start, end = entry.day("from"), entry.day("to")
    if start is not None and end is not None and end < start:
        entry.faults.add((*entry.path, "to"), end, 'is before "from" and was left out', "correct one of the two dates.")
        return start, None
    return start, end


def _committee(entry: Entry, body_kind: BodyKind) -> Committee | None:
    entry.check_keys(COMMITTEE_KEYS, of="a committee")
    name = entry.text("name")
    if name is None:
        entry.faults.add(entry.path, None, "this committee has no name and was left out", 'add "name:" to it.')
        return None
    kind = entry.word("kind", CommitteeKind) if entry.values.get("kind") else _kind_by_name(name)
    members = [member for one in entry.entries("members", of="member") if (member := _member(one, body_kind))]
    members = _without_doubles(entry, members)
    return Committee(
        name=name,
        kind=kind or CommitteeKind.OTHER,
        shared_interest_policy=entry.word("shared_interest_policy", SharedInterestPolicy),
        quorum=_quorum(entry, body_kind),
        members=tuple(members),
        source=entry.faults.source(*entry.path),
    )


def _kind_by_name(name: str) -> CommitteeKind:
    return next((kind for pattern, kind in _KIND_BY_NAME if pattern.search(name)), CommitteeKind.OTHER)


def _quorum(entry: Entry, body_kind: BodyKind) -> QuorumRule | None:
    value = entry.values.get("quorum")
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"members": value}
    if not isinstance(value, dict):
        fix = "write quorum: {members: 4, must_include: [lay, executive]}."
        entry.faults.add((*entry.path, "quorum"), value, "is no quorum rule", fix)
        return None
    rule = Entry(entry.faults, (*entry.path, "quorum"), value)
    rule.check_keys(QUORUM_KEYS, of="a quorum rule")
    members = value.get("members")
    if not isinstance(members, int) or isinstance(members, bool) or members < 0:
        fix = "give the number of members that make a quorum, e.g. members: 4."
        rule.faults.add(
            (*rule.path, "members"), members, "is not a number of members; the quorum rule was left out", fix
        )
        return None
    return QuorumRule(
        members=members,
        must_include=_must_include(rule, body_kind),
        lay_executive_majority=rule.flag("lay_executive_majority", False),
        counts=_counts(rule),
    )


def _counts(rule: Entry) -> str:
    value = rule.values.get("counts")
    if value in (None, "voters", "all"):
        return value or "voters"
    rule.faults.add((*rule.path, "counts"), value, "is not one of the words allowed here", "write voters or all.")
    return "voters"


def _must_include(rule: Entry, body_kind: BodyKind) -> tuple[tuple[Role, ...], ...]:
    value = rule.values.get("must_include")
    found: list[tuple[Role, ...]] = []
    for at, one in enumerate(value if isinstance(value, list) else [] if value is None else [value]):
        path = (*rule.path, "must_include", at)
        choices = one if isinstance(one, list) else [one]
        roles = [role for choice in choices if (role := rule.as_word(path, choice, Role, _synonyms(body_kind)))]
        if roles:
            found.append(tuple(roles))
    return tuple(found)


def _synonyms(body_kind: BodyKind, title: str = "", practice: str | None = None) -> Mapping[str, Role]:
    """Words that stand for a role beside the contract's own: an integrated care board's alone."""
    return roles_of_boards(title, practice) if body_kind is BodyKind.ICB else {}


def _member(entry: Entry, body_kind: BodyKind) -> Member | None:
    entry.check_keys(MEMBER_KEYS, of="a member")
    name = entry.text("name")
    if name is None:
        entry.faults.add(entry.path, None, "this member has no name and was left out", 'add "name:" to it.')
        return None
    title = entry.text("title") or ""
    start, end = _dates(entry)
    role = entry.word("role", Role, _synonyms(body_kind, title, entry.text("practice")))
    if not entry.values.get("role"):
        fix = f"add one of {', '.join(word.value for word in Role)}."
        entry.faults.add(entry.path, name, "this member has no role, which quorum and rules depend on", fix)
    return Member(
        name=name,
        aliases=entry.texts("aliases"),
        role=role or Role.OTHER,
        title=title,
        chair=entry.flag("chair", False),
        vice_chair=entry.flag("vice_chair", is_vice_chair(title)),
        voting=entry.flag("voting", True),
        practice=entry.text("practice"),
        from_=start,
        to=end,
        source=entry.faults.source(*entry.path),
    )


def is_vice_chair(title: str) -> bool:
    """Whether a member's title says that they take the chair where the chair does not."""
    return bool(_VICE_CHAIR.search(title))


def _without_doubles(entry: Entry, members: Iterable[Member]) -> list[Member]:
    """Two members of one name at one time: a person is asked whether they are two.

    Where role and practice agree, the second is taken for a slip and left out, since nobody could tell the two apart
    in a register or in minutes and the interests of both would be lost; else both are kept.
    """
    kept: list[Member] = []
    for member in members:
        other = next((one for one in kept if _fold(one.name) == _fold(member.name) and _overlap(one, member)), None)
        if other is None:
            kept.append(member)
            continue
        same = other.role is member.role and (not member.practice or member.practice == other.practice)
        kept += [] if same else [member]
        said = "this one was left out" if same else "both were kept"
        problem = f"a member of this name already stands on line {other.source.line}; {said}"
        fix = "delete one if they are one person, else tell them apart by title or initials, in the papers too."
        entry.faults.add_at(member.source.line or 1, member.name, problem, fix)
    return kept


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _overlap(one: Member, other: Member) -> bool:
    latest_start = max(one.from_ or date.min, other.from_ or date.min)
    return latest_start <= min(one.to or date.max, other.to or date.max)
