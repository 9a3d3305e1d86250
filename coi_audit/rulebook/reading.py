"""One YAML file of the rulebook as it is read: values asked for by key path, every fault noted with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.values import Unfit, convert, fields_of, mend, nearest, required_fields, shown
from coi_audit.strict_yaml import MarkedYaml, parse_yaml

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A parsed file, its name as messages give it, and the pile its faults go to.

    Methods that read a value give None (or nothing) after noting a fault, so that reading can go on to the next.
    """

    file: str
    yaml: MarkedYaml
    problems: Problems

    def fault(self, place: Place, problem: str, fix: str) -> None:
        """Note a fault at a key path."""
        self.problems.add(self.file, self.yaml.line(*place), problem, fix)

    def at(self, place: Place) -> Any:
        """The value at a key path that is known to be there."""
        value = self.yaml.data
        for step in place:
            value = value[step]
        return value

    def mapping(self, place: Place, *, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> bool:
        """Whether the value there is keys and values; notes every unknown and every missing key."""
        value, name = self.at(place), _name(place)
        if not isinstance(value, dict):
            self.fault(place, f"{name} must hold keys and values.", f"give it the keys {_list(required)}.")
            return False
        known = [*required, *optional]
        for key in value:
            if key not in known:
                hint = nearest(str(key), known)
                self.fault((*place, key), f'"{key}" is not a key of {name}.', f"{hint}use one of: {_list(known)}.")
        for key in required:
            if key not in value:
                self.fault(place, f'{name} lacks the key "{key}".', f"add {key}: to it.")
        return all(key in value for key in required)

    def value(self, place: Place, hint: Any) -> Any:
        """The value at a key path as `hint`, None where it is absent or does not fit (a fault is noted then)."""
        parent = self.at(place[:-1])
        if not isinstance(parent, dict | list) or (isinstance(parent, dict) and place[-1] not in parent):
            return None
        found = self.at(place)
        try:
            value = convert(found, hint)
        except Unfit as unfit:
            self.fault(place, f"{_name(place)}: {unfit}.", mend(hint))
            return None
        if isinstance(value, str) and not value.strip():
            self.fault(place, f"{_name(place)} is empty.", "write it out, or leave the key away if it may be left.")
            return None
        return value

    def entries(self, place: Place, *, least: int = 1) -> list[Place]:
        """The places of a list's entries; notes a fault where it is no list or has fewer than `least`."""
        value = self.at(place)
        if not isinstance(value, list):
            self.fault(place, f"{_name(place)} must be a list.", "begin each entry with a hyphen.")
            return []
        if len(value) < least:
            self.fault(place, f"{_name(place)} is empty.", "add at least one entry.")
        return [(*place, index) for index in range(len(value))]

    def fields(self, place: Place, target: type[Any], *, whose: str, besides: tuple[str, ...] = ()) -> dict[str, Any]:
        """The keys there as fields of a dataclass, converted to its types; `besides` are fields given elsewhere.

        An absent place is one with no keys. Notes unknown keys, fields without default that are missing, and values
        that do not fit.
        """
        parent = self.at(place[:-1])
        given = self.at(place) if isinstance(parent, list) or place[-1] in parent else {}
        known = fields_of(target)
        allowed = [name for name in known if name not in besides]
        if not isinstance(given, dict):
            self.fault(place, f"{_name(place)}: {shown(given)} is not keys and values.", "write one key a line.")
            return {}
        fitting = {}
        for key, value in given.items():
            if key not in allowed:
                hint = nearest(str(key), allowed)
                self.fault((*place, key), f'"{key}" is not known to {whose}.', f"{hint}use one of: {_list(allowed)}.")
                continue
            try:
                fitting[key] = convert(value, known[key])
            except Unfit as unfit:
                self.fault((*place, key), f'"{key}": {unfit}.', mend(known[key]))
        for key in sorted(required_fields(target) - set(given) - set(besides)):
            self.fault(place, f'"{key}" is missing, which {whose} needs.', f"add {key}: to it.")
        return fitting


def open_paper(path: Path, file: str, problems: Problems) -> Paper | None:
    """Read one YAML file; None, with the fault noted, where it cannot be read or holds nothing."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        problems.add(file, 0, "the file cannot be read as text.", "save it as plain text in UTF-8.")
        return None
    try:
        parsed = parse_yaml(text, where=file)
    except UserError as error:
        problems.add_error(error)
        return None
    if not isinstance(parsed.data, dict):
        problems.add(
            file, 0, "the file does not hold keys and values.", "see another file of this folder for the form."
        )
        return None
    return Paper(file, parsed, problems)


def _name(place: Place) -> str:
    """A key path as a message names it: `versions, entry 2, in_force`; the whole file where it is empty."""
    if not place:
        return "the file"
    return ", ".join(f"entry {step + 1}" if isinstance(step, int) else f'"{step}"' for step in place)


def _list(words: list[str] | tuple[str, ...]) -> str:
    return ", ".join(words)
