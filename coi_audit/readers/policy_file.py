"""`policy.yaml`: what the body set otherwise in the rulebook, each change with its authority and its first day."""

from __future__ import annotations

from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.model.policy import PolicyChange
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.guard import file_name, read_text
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.yaml_entries import Entry, Faults
from coi_audit.strict_yaml import parse_yaml

KEYS = ("rule", "row", "off", "params", "when", "action", "authority", "reason", "from", "until")
_NEEDED = ("authority", "from")


def read_policy(path: Path, root: Path) -> RecordsRead:
    """Read policy.yaml: `changes:`, or a bare list, of {rule | row, off | params | when + action, authority, from}.

    A change without an authority or a first day is reported and not applied: nobody could answer for it. Raises
    `UserError` where the file is no YAML, or no list.
    """
    file = file_name(path, root)
    text = read_text(path, where=file)
    yaml = parse_yaml(text, where=file)
    faults = Faults(file, yaml, text.split("\n"))
    data = {"changes": yaml.data} if isinstance(yaml.data, list) else yaml.data
    if data is not None and (not isinstance(data, dict) or set(data) - {"changes"}):
        fix = 'write "changes:" and below it one entry a change, each beginning with "- rule:".'
        raise UserError("this file does not list changes to the rulebook.", where=file, fix=fix)
    bare = isinstance(yaml.data, list)
    listed = data["changes"] if data else []
    listed = listed if isinstance(listed, list) else [listed]
    entries = _entries(faults, listed, () if bare else ("changes",))
    changes = [change for one in entries if (change := _change(one)) is not None]
    paper = RecordPaper(kind="policy", file=file, source=SourceRef(file=file, line=1))
    return RecordsRead(
        paper,
        Records(policy_changes=tuple(changes)),
        rejected=tuple(faults.rejected),
        rows_read=len(changes),
        rows_rejected=len(listed) - len(changes),
    )


def _entries(faults: Faults, found: list[object], at: tuple[str | int, ...]) -> list[Entry]:
    entries = []
    for index, one in enumerate(found):
        if isinstance(one, dict):
            entries.append(Entry(faults, (*at, index), one))
        else:
            faults.add((*at, index), one, "this entry is no change", 'begin it with "rule:" and the rule\'s id.')
    return entries


def _change(entry: Entry) -> PolicyChange | None:
    entry.check_keys(KEYS, of="a change")
    missing = [key for key in _NEEDED if entry.values.get(key) in (None, "")]
    rule, row = entry.text("rule"), entry.text("row")
    if bool(rule) == bool(row):
        _refuse(entry, "this change names neither a rule nor a row, or both", 'give "rule:" and the id of one rule.')
        return None
    if missing:
        why = f"this change has no {' and no '.join(missing)}, so it was not applied"
        _refuse(entry, why, 'add "authority:" (who decided it, and where) and "from:" (its first day).')
        return None
    start, until = entry.day("from"), entry.day("until")
    if start is None:
        return None
    params = entry.values.get("params") or {}
    if not isinstance(params, dict):
        entry.faults.add((*entry.path, "params"), params, "names and values are expected here", "write one a line.")
        return None
    return PolicyChange(
        rule=rule.upper() if rule else None,
        row=row,
        off=entry.flag("off", False),
        params={str(name): value for name, value in params.items()},
        when=entry.text("when"),
        action=entry.text("action"),
        authority=entry.text("authority") or "",
        reason=entry.text("reason"),
        from_=start,
        until=until,
        source=entry.faults.source(*entry.path),
    )


def _refuse(entry: Entry, problem: str, fix: str) -> None:
    entry.faults.add(entry.path, None, problem, fix)
