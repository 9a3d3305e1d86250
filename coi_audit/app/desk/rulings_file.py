"""`decisions.yaml` kept at the desk: a ruling put in, in place of an earlier one, and every other line as it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit.app.desk.meeting_folder import check_inside, paper_of
from coi_audit.app.desk.writing import NOT_THERE, mark_of, write_whole
from coi_audit.errors import UserError
from coi_audit.model.answers import one_line
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Meeting, Ruling
from coi_audit.model.words import Action, Authority
from coi_audit.readers.guard import read_text
from coi_audit.report.pack.people import bare
from coi_audit.strict_yaml import parse_yaml

_HEAD = "# Rulings on interests at this meeting: who, which item, what was ruled, why, and by whose authority.\n"
_KEPT_AT = "# Recorded at the desk"
_KEYS = frozenset({"person", "item", "action", "reason", "authority", "on", "expires"})


@dataclass(frozen=True, slots=True)
class NewRuling:
    """A ruling to be recorded. `item` "" means the whole meeting; `who` wrote it down."""

    person: str
    item: str
    action: Action
    authority: Authority = Authority.CHAIR
    reason: str = ""
    on: date | None = None
    expires: date | None = None
    who: str = ""


def rulings_file(case: Case, meeting: Meeting) -> str:
    """The path in the case folder of the file with the meeting's rulings: the one it has, else a new one."""
    known = sorted({one.source.file for one in meeting.rulings})
    return known[0] if known else paper_of(case, meeting, "decisions", ".yaml")


def rulings_mark(folder: Path, file: str) -> str:
    """What stands for the file as it was shown."""
    return mark_of(folder / file)


def save_ruling(folder: Path, file: str, ruling: NewRuling, *, names: Sequence[str], mark: str) -> None:
    """Write a ruling down; `names` are all ways in which the person is written.

    Raises `ChangedMeanwhileError` where the file is not what `mark` stands for, `UserError` where it cannot be written
    or something in it would be lost.
    """
    path = check_inside(folder, file)
    old = "" if mark_of(path) == NOT_THERE else read_text(path, where=file)
    text = with_ruling(old, ruling, names=names, where=file)
    write_whole(path, text, mark=mark)


def with_ruling(text: str, ruling: NewRuling, *, names: Sequence[str], where: str) -> str:
    """The file's text with the ruling in it, in place of the one for the same person and item, else at its end.

    Raises `UserError` where the text is no list of rulings, or is laid out so that one cannot be put in safely.
    """
    yaml = parse_yaml(text, where=where)
    entries = yaml.data or []
    if not isinstance(entries, list):
        fix = 'begin each ruling with a dash: "- person: Dr Anil Rao".'
        raise UserError("this file must be a list of rulings.", where=where, fix=fix)
    at = next((index for index, one in enumerate(entries) if _same(one, ruling, names)), None)
    lines = text.split("\n")
    if at is None:
        new = f"{text.rstrip()}\n" if text.strip() else _HEAD
        new += _written(ruling)
    else:
        _check_known(entries[at], where)
        start = yaml.line(at) - 1
        stop = yaml.line(at + 1) - 1 if at + 1 < len(entries) else len(lines)
        new = "\n".join([*lines[:start], *_in_place(lines[start:stop], ruling), *lines[stop:]])
    _check_whole(new, entries, at, where)
    return new


def _same(entry: Any, ruling: NewRuling, names: Sequence[str]) -> bool:
    if not isinstance(entry, Mapping):
        return False
    item = entry.get("item")
    told = "" if item in (None, "") else str(item)
    people = {" ".join(one.casefold().split()) for one in (ruling.person, *names)}
    return " ".join(str(entry.get("person", "")).casefold().split()) in people and bare(told) == bare(ruling.item)


def _in_place(old: Sequence[str], ruling: NewRuling) -> list[str]:
    """The new entry instead of the old one; comments within it and all that follows it stay."""
    content = [at for at, line in enumerate(old) if line.strip() and not line.lstrip().startswith("#")]
    last = content[-1] if content else 0
    remarks = [line for line in old[1:last] if line.lstrip().startswith("#") and _KEPT_AT not in line]
    after = [line for line in old[last + 1 :] if _KEPT_AT not in line]
    return [*_written(ruling).rstrip("\n").split("\n"), *remarks, *(after or ([""] if old[-1:] == [""] else []))]


def _written(one: NewRuling) -> str:
    lines = [f"- person: {_quoted(one.person)}"]
    lines += [f"  item: {_quoted(one.item)}"] if one.item else []
    lines += [f"  action: {one.action.value}"]
    lines += [f"  reason: {_quoted(one.reason)}"] if one.reason else []
    lines += [f"  authority: {one.authority.value}"]
    lines += [f"  on: {one.on.isoformat()}"] if one.on else []
    lines += [f"  expires: {one.expires.isoformat()}"] if one.expires else []
    lines += [f"  {_KEPT_AT} by {one_line(one.who)}"] if one.who else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(one_line(text), ensure_ascii=False)


def _check_known(entry: Mapping[str, Any], where: str) -> None:
    unknown = sorted(str(key) for key in entry if key not in _KEYS)
    if unknown:
        raise UserError(
            f"the ruling that stands there has keys that are not known ({', '.join(unknown)}), which would be lost.",
            where=where,
            fix="mend or delete them in the file, then record the ruling again.",
        )


def _check_whole(text: str, before: Sequence[Any], at: int | None, where: str) -> None:
    """Whether every other entry is still what it was."""
    try:
        after = parse_yaml(text, where=where).data
    except UserError:
        after = None
    kept = [one for index, one in enumerate(before) if index != at]
    if isinstance(after, list) and len(after) == len(kept) + 1:
        place = len(after) - 1 if at is None else at
        if [one for index, one in enumerate(after) if index != place] == kept:
            return
    raise UserError(
        "this file is laid out in a way in which no ruling can be put in safely.",
        where=where,
        fix='write each ruling as an entry of its own, beginning with "- person:" at the start of a line.',
    )


def tried_rulings(meeting: Meeting, new: Sequence[tuple[NewRuling, Sequence[str]]], file: str) -> tuple[Ruling, ...]:
    """The meeting's rulings with those tried out, each in place of an earlier one for the same person and item."""
    rulings = list(meeting.rulings)
    for one, names in new:
        at = next((at for at, old in enumerate(rulings) if _covers(old, one, names)), len(rulings))
        rulings[at : at + 1] = [_ruling(one, file)]
    return tuple(rulings)


def _covers(old: Ruling, new: NewRuling, names: Sequence[str]) -> bool:
    return _same({"person": old.person, "item": old.item}, new, names)


def _ruling(one: NewRuling, file: str) -> Ruling:
    return Ruling(
        person=one.person,
        item=one.item or None,
        action=one.action,
        reason=one.reason or None,
        authority=one.authority,
        on=one.on,
        expires=one.expires,
        source=SourceRef(file=file, text="tried out at the desk"),
    )
