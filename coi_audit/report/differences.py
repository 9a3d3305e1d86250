"""Where two audits' JSON documents differ, in sentences: what a reader of the older one should know of the newer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coi_audit.model.recheck import Changed, FileChange

_Document = Mapping[str, Any]
_TOLD = ("person", "meeting", "item")
# Told one by one elsewhere, or named as a change of files, rules or tool.
_APART = frozenset({"findings", "meetings", "inputs", "organisation_lists", "rulebook_sha256", "tool_version"})
_PARTS = {
    "schema_version": "the form of the JSON",
    "body": "the body",
    "as_of": "the as-of date",
    "as_of_given": "how the as-of date was told",
    "scope": "the scope",
    "missing_meetings": "the meetings that left no papers",
    "outcomes": "the counts of answers",
    "rule_outcomes": "the rules' answers",
    "rejected": "what could not be read",
    "waived": "the matters that a ruling covers",
    "notices": "the remarks",
    "opinion": "the opinion",
    "edition": "the edition asked for",
    "policy": "the body's own policy",
    "differences": "the differences under another edition",
    "assessment": "the areas of assurance",
    "kept_lists": "how the lists are kept",
    "since": "what changed since the last report",
    "kept": "what people gave to the store",
}
_MANY = 50


def file_changes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[FileChange, ...]:
    """Files by path, each with its SHA-256: what is altered, gone or new, by path."""
    changed = []
    for path in sorted({*then, *now}):
        if path not in now:
            changed.append(FileChange(path, Changed.GONE))
        elif path not in then:
            changed.append(FileChange(path, Changed.NEW))
        elif then[path] != now[path]:
            changed.append(FileChange(path, Changed.ALTERED))
    return tuple(changed)


def audit_differences(then: _Document, now: _Document) -> tuple[str, ...]:
    """Sentences, the weightiest first; none where the two agree in all but their files, rules and tool."""
    told = [
        *_opinion(then, now),
        *_findings(then.get("findings", ()), now.get("findings", ())),
        *_conflicts(then, now),
        *_parts(then, now),
    ]
    if len(told) > _MANY:
        return (*told[:_MANY], f"And {len(told) - _MANY} more.")
    return tuple(told)


def _opinion(then: _Document, now: _Document) -> Iterator[str]:
    before, after = (one.get("opinion", {}).get("level") or "withheld" for one in (then, now))
    if before != after:
        yield f"The opinion was {before} and would now be {after}."


def _findings(then: Iterable[_Document], now: Iterable[_Document]) -> Iterator[str]:
    before, after = ({str(one["fingerprint"]): one for one in group} for group in (then, now))
    for number in sorted({*before, *after}):
        if number not in after:
            yield f"Finding {number} ({_about(before[number])}) would no longer be raised."
        elif number not in before:
            yield f"Finding {number} ({_about(after[number])}) is new: {after[number]['statement']}"
        elif before[number] != after[number]:
            keys = sorted(key for key in after[number] if after[number][key] != before[number].get(key))
            yield f"Finding {number} ({_about(after[number])}) differs in {_listed(keys)}."


def _about(finding: _Document) -> str:
    words = [str(finding["rule_id"]), *(str(finding[key]) for key in _TOLD if finding.get(key))]
    return ", ".join(words)


def _conflicts(then: _Document, now: _Document) -> Iterator[str]:
    before, after = _by_place(then), _by_place(now)
    for place in sorted({*before, *after}):
        one, other = before.get(place), after.get(place)
        where = f"{place[0]}, item {place[2]}, {place[3]}" if place[3] else f"{place[0]}, {place[1]}"
        if one is None or other is None:
            yield f"{where}: {'no longer there' if other is None else 'not there before'}."
        elif one != other:
            keys = sorted(key for key in {*one, *other} if one.get(key) != other.get(key))
            yield f"{where}: differs in {_listed(keys)}."


def _by_place(document: _Document) -> dict[tuple[str, str, str, str], _Document]:
    """Meetings, items and conflicts, each without what stands below it."""
    found: dict[tuple[str, str, str, str], _Document] = {}
    for meeting in document.get("meetings", ()):
        where = (str(meeting["date"]), str(meeting["committee"]))
        found[(*where, "", "")] = {key: value for key, value in meeting.items() if key != "items"}
        for item in meeting["items"]:
            about = {key: value for key, value in item.items() if key != "conflicts"}
            found[(*where, str(item["number"]), "the item itself")] = about
            for index, conflict in enumerate(item["conflicts"], 1):
                found[(*where, str(item["number"]), f"{conflict['person']} (conflict {index})")] = conflict
    return found


def _parts(then: _Document, now: _Document) -> Iterator[str]:
    for key in sorted({*then, *now} - _APART):
        if then.get(key) != now.get(key):
            yield f"Not the same: {_PARTS.get(key, key)}."


def _listed(words: list[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)
