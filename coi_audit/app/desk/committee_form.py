"""The form about one committee: its rules, its members, and how they are written in body.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from coi_audit.app.desk.body_form import day_faults, differing, to_day, words_of
from coi_audit.model.words import CommitteeKind, Role, SharedInterestPolicy
from coi_audit.readers.body_file import is_vice_chair
from coi_audit.readers.yaml_edit import Kept

MOST_MEMBERS = 60
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MemberForm:
    """One member as entered; `was` is the place in the file (from 0), "" for a new one."""

    was: str = ""
    name: str = ""
    role: str = ""
    title: str = ""
    practice: str = ""
    aliases: str = ""
    begins: str = ""
    ends: str = ""
    chair: bool = False
    vice_chair: bool = False
    voting: bool = True

    @property
    def empty(self) -> bool:
        """Whether nothing was entered: such a row is not written."""
        return not any((self.name, self.title, self.practice, self.aliases, self.begins, self.ends, self.chair))

    def changes(self) -> dict[str, Any]:
        """The member's keys; what is not told is taken out."""
        usual = is_vice_chair(self.title)
        aliases = [one for part in re.split(r"[,;]", self.aliases) if (one := part.strip())]
        return {
            "name": self.name,
            "aliases": aliases or None,
            "role": self.role,
            "title": self.title or None,
            "practice": self.practice or None,
            "chair": True if self.chair else None,
            "vice_chair": self.vice_chair if self.vice_chair != usual else None,
            "voting": None if self.voting else False,
            "from": to_day(self.begins),
            "to": to_day(self.ends),
        }


@dataclass(frozen=True, slots=True)
class CommitteeForm:
    """One committee as entered. `include` are roles one of each of which must be there; `also` are further ones in
    words: "gp or nurse, lay"."""

    name: str = ""
    kind: str = CommitteeKind.OTHER.value
    policy: str = ""
    quorum: str = ""
    include: tuple[str, ...] = ()
    also: str = ""
    majority: bool = False
    count_all: bool = False
    members: tuple[MemberForm, ...] = ()

    def with_member(self) -> CommitteeForm:
        """One empty row more."""
        return replace(self, members=(*self.members, MemberForm()))

    def without_member(self, at: int) -> CommitteeForm:
        """One row less."""
        return replace(self, members=tuple(one for place, one in enumerate(self.members) if place != at))

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by the field's name, in the order of the page."""
        found: dict[str, str] = {}
        if not self.name:
            found["name"] = "Enter the committee's name"
        if self.kind not in tuple(CommitteeKind):
            found["kind"] = "Choose what kind of committee it is"
        if self.policy and self.policy not in tuple(SharedInterestPolicy):
            found["policy"] = "Choose what the constitution says"
        if self.quorum and not (self.quorum.isdecimal() and int(self.quorum) <= MOST_MEMBERS):
            found["quorum"] = "Enter the number of members that make a quorum, such as 4"
        if not self.quorum and (self.include or self.also or self.majority or self.count_all):
            found["quorum"] = "Enter how many members make a quorum, since you say more about it"
        unknown = [word for group in _groups(self.also) for word in group if word not in tuple(Role)]
        if unknown:
            roles = ", ".join(role.value.replace("_", " ") for role in Role)
            found["also"] = f'"{unknown[0][:40]}" is no role; use {roles}'
        for at, one in enumerate(self.members):
            if not one.empty:
                found |= _member_faults(at, one)
        return found

    def changes(self, old: Mapping[str, Any]) -> dict[str, Any]:
        """How the committee's entry is to be changed: only what was entered otherwise than it stands there."""
        before = committee_of(old)
        stood = {one.was: one for one in before.members}
        written: list[Any] = []
        for one in self.members:
            if one.empty:
                continue
            was = stood.get(one.was)
            keys = one.changes()
            if was is None:
                written.append({key: value for key, value in keys.items() if value is not None})
            else:
                written.append(Kept(int(was.was), differing(was.changes(), keys)))
        return {**differing(before.rules(), self.rules()), "members": written}

    def rules(self) -> dict[str, Any]:
        """Its own keys but for the members."""
        return {
            "name": self.name,
            "kind": self.kind,
            "shared_interest_policy": self.policy or None,
            "quorum": self._quorum(),
        }

    def _quorum(self) -> dict[str, Any] | None:
        if not self.quorum:
            return None
        groups = [[one] for one in self.include] + _groups(self.also)
        include = [one[0] if len(one) == 1 else one for one in groups]
        return {
            "members": int(self.quorum),
            "must_include": include or None,
            "lay_executive_majority": True if self.majority else None,
            "counts": "all" if self.count_all else None,
        }


def _groups(also: str) -> list[list[str]]:
    """ "gp or nurse, lay" as roles: any of the first two, and a lay member."""
    parts = [part.strip() for part in re.split(r"[,;]", also) if part.strip()]
    return [
        [word.strip().casefold().replace(" ", "_") for word in re.split(r"\bor\b", part) if word.strip()]
        for part in parts
    ]


def _member_faults(at: int, one: MemberForm) -> dict[str, str]:
    name = f"m{at}"
    found = {}
    if not one.name:
        found[f"{name}-name"] = "Enter the member's name, or remove the row"
    if not one.role:
        found[f"{name}-role"] = f"Choose the role of {one.name or 'this member'}: quorum and rules depend on it"
    for part in ("name", "title", "practice", "aliases"):
        if len(getattr(one, part)) > _LONGEST:
            found[f"{name}-{part}"] = f"Use {_LONGEST} characters or fewer"
    return found | day_faults(name, one.begins, one.ends)


def committee_of(entry: Mapping[str, Any]) -> CommitteeForm:
    """The form as an entry of body.yaml fills it."""
    quorum = entry.get("quorum")
    rule = quorum if isinstance(quorum, dict) else {"members": quorum}
    needed = rule.get("must_include")
    groups = needed if isinstance(needed, list) else [needed] if needed else []
    include: list[str] = []
    also: list[str] = []
    for one in groups:
        if isinstance(one, str) and one in tuple(Role) and one not in include:
            include.append(one)
        else:
            also.append(
                " or ".join(words_of(each).replace("_", " ") for each in (one if isinstance(one, list) else [one]))
            )
    members = entry.get("members")
    return CommitteeForm(
        name=words_of(entry.get("name")),
        kind=words_of(entry.get("kind")) or CommitteeKind.OTHER.value,
        policy=words_of(entry.get("shared_interest_policy")),
        quorum=words_of(rule.get("members")),
        include=tuple(include),
        also=", ".join(also),
        majority=rule.get("lay_executive_majority") is True,
        count_all=rule.get("counts") == "all",
        members=tuple(_member(at, one) for at, one in enumerate(members if isinstance(members, list) else [])),
    )


def _member(at: int, entry: Any) -> MemberForm:
    told = entry if isinstance(entry, dict) else {}
    aliases = told.get("aliases")
    title = words_of(told.get("title"))
    return MemberForm(
        was=str(at),
        name=words_of(told.get("name")),
        role=words_of(told.get("role")),
        title=title,
        practice=words_of(told.get("practice")),
        aliases=", ".join(map(words_of, aliases)) if isinstance(aliases, list) else words_of(aliases),
        begins=words_of(told.get("from")),
        ends=words_of(told.get("to")),
        chair=told.get("chair") is True,
        vice_chair=told.get("vice_chair", is_vice_chair(title)) is True,
        voting=told.get("voting") is not False,
    )
