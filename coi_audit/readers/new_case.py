"""Starting a case folder: body.yaml with its comments, filled from a register where there is one, and empty places."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.model.words import BodyKind, Role
from coi_audit.readers.registers.register import read_register

# What a position says of the role; the first that fits. Guesses: the file written asks the reader to check each.
_ROLES = (
    (r"healthwatch", Role.HEALTHWATCH),
    (r"wellbeing board|well-being board|councillor|cllr", Role.HWB),
    (r"nhs england|nhse", Role.NHS_ENGLAND),
    (r"\blmc\b|local medical committee", Role.LMC),
    (r"public health", Role.PUBLIC_HEALTH),
    (r"practice manager|practice business manager", Role.PRACTICE_MANAGER),
    (r"secondary care|hospital doctor", Role.SECONDARY_CARE),
    (r"\bnurse\b|\bnursing\b|\bmatron\b", Role.NURSE),
    (r"\blay\b|non-?\s?executive|\bned\b|independent (?:member|chair)", Role.LAY),
    (r"\bgps?\b|general practitioner|clinical (?:chair|lead|director|member|representative)|medical director", Role.GP),
    (r"locality (?:lead|chair|clinical)|partner member.*primary|primary (?:care|medical).*partner member", Role.GP),
    (r"partner member", Role.OTHER),  # of trusts and councils: no executives of the board
    (r"\bchief\b|\bdirector\b|accountable officer|\bfinance\b|\bexecutive\b|managing officer", Role.EXECUTIVE),
)  # fmt: skip
_OWN_PRACTICE = re.compile(
    r"\b(?:partner(?:ship)?|principal|salaried|gp|general practitioner|practice manager|business manager|contractor|"
    r"single.handed)\b",
    re.IGNORECASE,
)
_A_PRACTICE = re.compile(
    r"\b(?:surgery|surgeries|practice|medical (?:centre|center|practice|group)|health centre|family doctors|doctors|"
    r"partners|clinic|drs?)\b",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"(?<!vice )(?<!vice-)(?<!deputy )(?<!deputy-)\bchair(?:man|woman|person)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    position: str | None
    practice: str | None
    row: int | None


def start_case(
    folder: Path, *, name: str, ods_code: str | None, kind: BodyKind, register: Path | None = None
) -> list[Path]:
    """Write body.yaml and the empty places of a case folder; give the files written.

    With `register`, the people on it become members of the committee, their roles guessed from their positions, and
    the file is copied into the folder. Raises `UserError` where the folder already has a body.yaml, is a file, or the
    register cannot be read; nothing is written then.
    """
    if folder.exists() and not folder.is_dir():
        raise UserError("this is a file, not a folder.", where=str(folder), fix="name a folder, which may be new.")
    for existing in (folder / "body.yaml", folder / "body.yml"):
        if existing.exists():
            raise UserError(
                f"this folder already has a {existing.name}, which is not written over.",
                where=str(folder),
                fix="edit it, or delete it first, or name another folder.",
            )
    people: list[_Person] = []
    if register is not None:
        read = read_register(register, root=register.parent).register
        people = _people(read) if read is not None else []
    text = _body_yaml(name.strip(), ods_code, kind, people, register.name if register is not None else None)
    return _write(folder, text, register)


def _write(folder: Path, text: str, register: Path | None) -> list[Path]:
    written = [folder / "body.yaml"]
    try:
        (folder / "meetings").mkdir(parents=True, exist_ok=True)
        written[0].write_text(text, encoding="utf-8", newline="\n")
        if register is not None and register.resolve().parent != folder.resolve():
            copy = folder / register.name
            if not copy.exists():
                shutil.copyfile(register, copy)
                written.append(copy)
    except OSError as error:
        raise UserError(
            "this folder cannot be written to.", where=str(folder), fix="choose a folder where you may save files."
        ) from error
    return written


def guess_role(position: str | None) -> Role:
    """The role that a position's words suggest, `other` where none does."""
    for pattern, role in _ROLES:
        if position and re.search(pattern, position, re.IGNORECASE):
            return role
    return Role.OTHER


def _people(register: Register) -> list[_Person]:
    """Everybody on the register once, in its order."""
    order: dict[str, list[Interest | NilReturn]] = {}
    rows: list[Interest | NilReturn] = [*register.interests, *register.nil_returns]
    for row in sorted(rows, key=_place):
        order.setdefault(" ".join(row.person.casefold().split()), []).append(row)
    found = []
    for entries in order.values():
        position = next((entry.position for entry in entries if entry.position), None)
        own = (_practice(entry) for entry in entries if isinstance(entry, Interest))
        practice = next((one for one in own if one), None)
        found.append(_Person(entries[0].person, position, practice, entries[0].source.row))
    return found


def _place(row: Interest | NilReturn) -> tuple[str, int, int]:
    return (row.source.sheet or "", row.source.table or 0, row.source.row or 0)


def _practice(interest: Interest) -> str | None:
    """The practice an interest says the person is a partner, GP or manager of; None for any other interest."""
    if interest.direct is False or interest.held_until is not None or not _OWN_PRACTICE.search(interest.nature):
        return None
    name = re.split(r"\s[-–—]\s|\s*[(,;\n]", interest.organisation)[0].strip()
    return name if name and _A_PRACTICE.search(name) else None


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


_HEAD = """\
# Who the body is. Words after a # are remarks for you; everything else is read.
name: {name}
{ods_code}
kind: {kind}                     # ccg | icb
# co_commissioning: delegated   # greater_involvement | joint | delegated
# guardian: Margaret Hale       # the conflicts of interest guardian
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc                  # governing_body | pccc | joint | audit | remuneration | other
    # What the constitution says of items that touch all practices: note, no_vote or leave.
    # shared_interest_policy: no_vote
    # quorum: {{members: 4, must_include: [lay, executive], lay_executive_majority: true}}
    # Roles: lay, executive, gp, practice_manager, nurse, secondary_care, healthwatch, hwb, nhs_england, lmc,
    #        public_health, other. Further keys: aliases, voting: false, from: 2017-04-01, to: 2018-03-31.
{members}
# organisations:                # local facts that the national lists lack
#   - {{name: Northfield GP Alliance Ltd, kind: federation, members: [Elm Street Surgery, Park View Practice]}}
"""
_NO_CODE = "# ods_code: 99Z              # its commissioner code, by which the names of its practices are looked up"
_NO_MEMBERS = """\
    members: []
    # members:                  # delete the line above and the # signs here, and fill them in
    #   - {name: Margaret Hale, role: lay, title: Lay Member, chair: true, from: 2016-04-01}
    #   - {name: Dr Anil Rao, role: gp, title: GP Member, practice: Elm Street Surgery, voting: false}"""


def _body_yaml(name: str, ods_code: str | None, kind: BodyKind, people: list[_Person], register: str | None) -> str:
    return _HEAD.format(
        name=_quoted(name),
        ods_code=f"ods_code: {_quoted(ods_code)}" if ods_code else _NO_CODE,
        kind=kind.value,
        members="\n".join(_members(people, register or "the register")) if people else _NO_MEMBERS,
    )


def _members(people: list[_Person], register: str) -> list[str]:
    chairs = [person for person in people if _may_chair(person)]
    lines = [
        f"    # The members below are the people on {_remark(register)}.",
        "    # Delete whoever does not sit on this committee, check every role, and say who has no vote.",
        "    members:",
    ]
    for person in people:
        role = guess_role(person.position)
        told = f'guessed from "{_remark(person.position)}": check' if person.position else "no position is given: check"
        lines += [f"      - name: {_quoted(person.name)}", f"        role: {role.value}    # {told}"]
        lines += [f"        title: {_quoted(person.position)}"] if person.position else []
        lines += ["        chair: true    # check"] if chairs == [person] else []
        lines += (
            [f"        practice: {_quoted(person.practice)}    # row {person.row}: check"] if person.practice else []
        )
    return lines


def _may_chair(person: _Person) -> bool:
    """Whether the position speaks of chairing this committee: a lay person's does, a clinical chair's does not."""
    if not person.position or not _CHAIR.search(person.position):
        return False
    return guess_role(person.position) is Role.LAY or "primary care" in person.position.casefold()


def _remark(text: str) -> str:
    return " ".join(text.split())
