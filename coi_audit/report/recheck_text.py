"""The answers about a report, for the terminal and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from coi_audit.model.recheck import Answer, FileChange, Recheck

_MARKS = {Answer.YES: ("✓", "green"), Answer.NO: ("✗", "red"), Answer.NOT_ASKED: ("–", "dim")}
_SHOWN = 20


def recheck_view(found: Recheck) -> RenderableType:
    """One question a line, with what changed below it."""
    return Group(*_lines(found))


def recheck_document(found: Recheck) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "file": found.file,
        "paper": found.paper,
        "made_by": found.made_by,
        "as_of": found.as_of,
        "whole": {"answer": found.whole.value, "because": found.whole_because},
        "rules_changed": [_change(one) for one in found.rules],
        "inputs_changed": [_change(one) for one in found.inputs] if found.inputs_asked else None,
        "agrees": {"answer": found.agrees.value, "because": found.agrees_because},
        "differences": list(found.differences),
        **_anchored(found),
    }


def _anchored(found: Recheck) -> dict[str, Any]:
    if not found.anchored_because:
        return {}
    return {"trail_holds": {"answer": found.anchored.value, "because": found.anchored_because}}


def _change(one: FileChange) -> dict[str, str]:
    return {"path": one.path, "what": one.what.value}


def _lines(found: Recheck) -> Iterator[Text]:
    yield Text(f"{found.file}: {found.paper} as at {found.as_of}, made by coi-audit {found.made_by}", style="bold")
    yield _line("Is the file whole?", found.whole, found.whole_because)
    rules = Answer.NO if found.rules else Answer.YES
    yield _line("Are the rules the same?", rules, _changes(found.rules, "rule file", "no rule file has changed"))
    yield from _listed(found.rules)
    inputs = Answer.NO if found.inputs else Answer.YES
    if found.inputs_asked:
        yield _line("Are the papers the same?", inputs, _changes(found.inputs, "paper", "no paper has changed"))
        yield from _listed(found.inputs)
    else:
        yield _line("Are the papers the same?", Answer.NOT_ASKED, "give the case folder to compare them")
    yield _line("Does a re-run agree?", found.agrees, found.agrees_because)
    for difference in found.differences:
        yield Text(f"    {difference}")
    if found.anchored_because:
        yield _line("Does the store still hold its trail?", found.anchored, found.anchored_because)


def _line(question: str, answer: Answer, why: str) -> Text:
    mark, colour = _MARKS[answer]
    return Text.assemble((f"  {mark} ", colour), (f"{question} ", ""), (answer.value, f"bold {colour}"), f": {why}.")


def _changes(files: Sequence[FileChange], what: str, none: str) -> str:
    return f"{len(files)} {what}{'s' if len(files) != 1 else ''} changed" if files else none


def _listed(files: Sequence[FileChange]) -> Iterator[Text]:
    for one in files[:_SHOWN]:
        yield Text(f"    {one.path}: {one.what.value}")
    if len(files) > _SHOWN:
        yield Text(f"    and {len(files) - _SHOWN} more")
