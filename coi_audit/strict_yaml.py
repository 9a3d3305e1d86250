"""YAML read strictly: a key given twice is an error, and every value knows the line it stands on.

It refuses to know what the values mean; `rulebook` and `readers` do. Dates come out as dates, keys always as text,
nothing else is special.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import yaml

from coi_audit.errors import UserError

Path_ = tuple[str | int, ...]
MAX_ENTRIES = 200_000  # far beyond any honest file; anchors can make a short one endless
MAX_DEPTH = 50
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True, slots=True)
class MarkedYaml:
    """Plain data and, for every key path in it, the line (from 1) where that key or list entry stands."""

    data: Any
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """The line of a key path; of its nearest ancestor where the path itself is absent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse_yaml(text: str, *, where: str) -> MarkedYaml:
    """Parse one YAML document of plain types.

    `where` names the file in messages. Raises `UserError` with the line for bad syntax, a key given twice,
    a key that is not text, an anchor that nests without end, too many or too deep entries, or more than one document.
    A day that no calendar has (2017-02-31) comes out as the text it is.
    """
    try:
        try:
            return _parse(_Fast(text), where)
        except yaml.YAMLError:
            return _parse(yaml.SafeLoader(text), where)  # the same fault, in plainer words
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or "it holds characters that are no text"
        raise UserError(
            f"this is not valid YAML: {problem}.",
            where=f"{where}{line}",
            fix="check the indentation, the colons and the quotation marks on this line and the one above.",
        ) from error
    except ValueError as error:  # a value that is not what its own tag says
        raise UserError(
            f"a date or number here does not exist ({error}).",
            where=where,
            fix="write dates as YYYY-MM-DD, e.g. 2017-09-05.",
        ) from error
    except RecursionError as error:
        raise _too_much(where) from error


# The same loader in C where the wheel has it: five times as quick. It composes by recursion, which ends the whole
# program where brackets nest by the thousand; so the way down is counted.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Fast(_LOADER):  # type: ignore[misc]
    depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > 2 * MAX_DEPTH:
            raise RecursionError
        super().descend_resolver(current_node, current_index)

    def ascend_resolver(self) -> None:
        self.depth -= 1
        super().ascend_resolver()


def _parse(loader: Any, where: str) -> MarkedYaml:
    try:
        node = loader.get_single_node()
        if node is None:
            return MarkedYaml(None)
        lines: dict[Path_, int] = {}
        _walk(node, (), lines, where, set())
        return MarkedYaml(loader.construct_document(node), lines)
    finally:
        loader.dispose()


def _walk(node: yaml.Node, path: Path_, lines: dict[Path_, int], where: str, above: set[int]) -> None:
    if id(node) in above:
        raise UserError("an anchor refers to itself.", where=where, fix="write the value out in full.")
    if len(path) > MAX_DEPTH or len(lines) > MAX_ENTRIES:
        raise _too_much(where)
    lines.setdefault(path, node.start_mark.line + 1)
    above = above | {id(node)}
    if isinstance(node, yaml.ScalarNode) and node.tag == _TIMESTAMP and not _exists(node):
        node.tag = "tag:yaml.org,2002:str"  # 2017-02-31 stays as written, for whoever reads it to refuse with its line
    if isinstance(node, yaml.MappingNode):
        seen: dict[Hashable, int] = {}
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise UserError("a key must be plain text.", where=f"{where}, line {line}", fix="use a plain word.")
            if key in seen:
                raise UserError(
                    f'the key "{key}" is given twice (first on line {seen[key]}).',
                    where=f"{where}, line {line}",
                    fix="keep one of the two.",
                )
            seen[key] = line
            if key_node.tag != "tag:yaml.org,2002:merge":
                key_node.tag = "tag:yaml.org,2002:str"  # YAML 1.1 would read the keys `on` and `yes` as true
            lines[(*path, key)] = line
            _walk(value_node, (*path, key), lines, where, above)
    elif isinstance(node, yaml.SequenceNode):
        for index, value_node in enumerate(node.value):
            lines[(*path, index)] = value_node.start_mark.line + 1
            _walk(value_node, (*path, index), lines, where, above)


def _exists(node: yaml.ScalarNode) -> bool:
    try:
        yaml.SafeLoader("").construct_yaml_timestamp(node)
    except ValueError:
        return False
    return True


def _too_much(where: str) -> UserError:
    return UserError(
        "this file repeats or nests its entries without end; it was not read.",
        where=where,
        fix="write each value out once, without anchors (& and *), a few levels deep.",
    )
