"""A YAML file changed in place: only what differs is written anew; remarks and unknown keys around it stay."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from coi_audit.errors import UserError
from coi_audit.strict_yaml import parse_yaml

_PLAIN = re.compile(r"[A-Za-z][\w .'/&()+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry of a list that stood at place `at` (from 0) in the file, with the keys that it is to have otherwise."""

    at: int
    value: Any


@dataclass(frozen=True, slots=True)
class Edited:
    """The file's new text; `whole` where it had to be written anew from its values, without its remarks."""

    text: str
    whole: bool = False


def edited(text: str, changes: Mapping[str, Any], *, where: str) -> Edited:
    """The text with these keys changed; a value None takes its key out, and keys not named stay as they are.

    In a list every entry that stays is a `Kept`, what is no `Kept` is added behind them, and what is not named goes.
    Raises `UserError` where the text is no YAML of keys.
    """
    data = parse_yaml(text, where=where).data
    if not isinstance(data, dict):
        raise UserError("this file holds no keys.", where=where, fix="see how the sample's body.yaml is written.")
    wanted = applied(data, changes)
    node = yaml.compose(text, yaml.SafeLoader)
    editing = _Editing(text)
    editing.mapping(node, data, changes)
    new = editing.done()
    try:
        if parse_yaml(new, where=where).data == wanted:
            return Edited(new)
    except UserError:
        pass  # written in a way that cannot be changed piece by piece
    return Edited(written(wanted), whole=True)


def applied(old: Any, new: Any) -> Any:
    """Plain data with changes, as `edited` takes them, carried out."""
    if isinstance(new, Mapping):
        base = old if isinstance(old, dict) else {}
        kept = {key: value for key, value in base.items() if key not in new}
        changed = {key: applied(base.get(key), value) for key, value in new.items() if value is not None}
        ordered = {key: changed.get(key, kept.get(key)) for key in base if key in changed or key in kept}
        return {**ordered, **{key: value for key, value in changed.items() if key not in ordered}}
    if isinstance(new, list):
        return [applied(old[one.at], one.value) if isinstance(one, Kept) else applied(None, one) for one in new]
    return new


def inline(value: Any) -> str:
    """A value on one line, as it stands within brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(one)}" for key, one in value.items() if one is not None) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return _words(str(value))


def _words(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text == text.strip() and yaml.safe_load(text) == text
    if plain:
        return text
    return '"' + "".join(_sign(one) for one in text) + '"'


def _sign(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    return one if one.isprintable() else f"\\U{ord(one):08x}"


def written(data: Mapping[str, Any]) -> str:
    """A whole file: each key on its line, the entries of its lists below it."""
    return "".join(_block(key, value, 0) for key, value in data.items())


def _block(key: str, value: Any, indent: int) -> str:
    pad = " " * indent
    if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
        return f"{pad}{key}:\n" + "".join(_entry(one, indent + 2) for one in value)
    return f"{pad}{key}: {inline(value)}\n"


def _entry(value: Mapping[str, Any], indent: int) -> str:
    """One entry of a list: on one line, or with its own lists below its keys."""
    pad = " " * indent
    if not any(isinstance(one, list) and one and isinstance(one[0], Mapping) for one in value.values()):
        return f"{pad}- {inline(value)}\n"
    lines = "".join(_block(key, one, indent + 2) for key, one in value.items() if one is not None)
    return f"{pad}- {lines.lstrip()}"


class _Editing:
    def __init__(self, text: str) -> None:
        self.text = text
        self._cuts: list[tuple[int, int, str]] = []

    def done(self) -> str:
        text = self.text
        for start, end, words in sorted(self._cuts, key=lambda cut: cut[:2], reverse=True):
            text = text[:start] + words + text[end:]
        return text

    def mapping(self, node: Any, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        pairs = {key.value: (key, value) for key, value in node.value}
        added = {key: value for key, value in new.items() if key not in pairs and value is not None}
        gone = [key for key, value in new.items() if value is None and key in pairs]
        if node.flow_style and (added or gone):
            self._replace(node, inline(applied(old, new)))
            return
        for key in gone:
            self._cut_lines(pairs[key][0], pairs[key][1])
        for key, value in new.items():
            if value is not None and key in pairs:
                self._value(pairs[key][1], old[key], value)
        if added:
            at = self._line_end(_end(node.value[-1][1]))
            indent = node.value[0][0].start_mark.column
            lines = "".join(_block(key, applied(None, value), indent) for key, value in added.items())
            self._insert(at, lines)

    def _value(self, node: Any, old: Any, new: Any) -> None:
        if applied(old, new) == old:
            return
        if isinstance(new, Mapping) and isinstance(old, dict) and isinstance(node, yaml.MappingNode):
            self.mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and not node.flow_style:
            self._sequence(node, old, new)
        else:
            self._replace(node, self._anew(node, applied(old, new)))

    def _anew(self, node: Any, value: Any) -> str:
        """A value in the place of another: a list of entries on lines of their own, anything else on one line."""
        if not (isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value)):
            return inline(value)
        start = self.text.rfind("\n", 0, node.start_mark.index) + 1
        line = self.text[start : node.start_mark.index]
        indent = len(line) - len(line.lstrip(" -")) + 2
        return "\n" + "".join(_entry(one, indent) for one in value).rstrip("\n")

    def _sequence(self, node: Any, old: Sequence[Any], new: Sequence[Any]) -> None:
        kept = {one.at: one.value for one in new if isinstance(one, Kept)}
        added = [applied(None, one) for one in new if not isinstance(one, Kept)]
        indent = node.start_mark.column
        for at, entry in enumerate(node.value):
            if at in kept:
                self._value(entry, old[at], kept[at])
            else:
                self._cut_lines(entry, entry)
        if added:
            lines = "".join(
                _entry(one, indent) if isinstance(one, Mapping) else f"{' ' * indent}- {inline(one)}\n" for one in added
            )
            self._insert(self._line_end(_end(node.value[-1])), lines)

    def _replace(self, node: Any, words: str) -> None:
        start, end = node.start_mark.index, _end(node)
        before = "" if start != end or self.text[start - 1 : start] in (" ", "\n") or words[:1] == "\n" else " "
        if words[:1] == "\n" and self.text[start - 1 : start] == " ":
            start -= 1
        self._cuts.append((start, end, before + words))

    def _cut_lines(self, first: Any, last: Any) -> None:
        start = self.text.rfind("\n", 0, first.start_mark.index) + 1
        self._cuts.append((start, self._line_end(_end(last)), ""))

    def _insert(self, at: int, lines: str) -> None:
        before = "" if at == 0 or self.text[at - 1] == "\n" else "\n"
        self._cuts.append((at, at, before + lines))

    def _line_end(self, at: int) -> int:
        """The beginning of the line after the one in which `at` stands."""
        if at and self.text[at - 1] == "\n":
            return at
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1


def _end(node: Any) -> int:
    """Where a value's own words end: a block's mark stands only where the next thing begins."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)
