"""What one document holds, beside what was understood of it, for the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.report.words import count, sentence

_HIDDEN = ("what", "place", "source", "edition", "passages")
_LONGEST = 300


class Readable(Protocol):
    """What reading one document gave; `readers.read_one.ReadResult` is one."""

    def as_json(self) -> dict[str, Any]: ...


def read_view(result: Readable) -> RenderableType:
    """The document's own facts, then each record: what stands there, and what was understood of it."""
    document = result.as_json()
    rejected = document.get("rejected", [])
    read = count(document.get("rows_read", 0), "record")
    counted = f"{read} read, {count(document.get('nil_returns', 0), 'nil return')}, {len(rejected)} not understood"
    recognised = f"{sentence(str(document['kind']))}: {document.get('recognised_by', '')}"
    parts: list[RenderableType] = [Text(str(document["file"]), style="bold"), Text(recognised), Text(counted)]
    parts += [
        Text(f"{_name(key)}: {_words(value)}") for key, value in document.get("facts", {}).items() if _told(value)
    ]
    parts += [Text(""), _records(document.get("records", []))]
    if rejected:
        parts += [Text("\nNot understood", style="bold"), _rejected(rejected)]
    parts += [Text(str(notice)) for notice in document.get("notices", [])]
    return Group(*parts)


def _records(records: list[Mapping[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False, show_lines=True)
    for name, ratio in (("Where", 2), ("What stands there", 4), ("What was understood", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in records:
        source = one.get("source") or {}
        text = str(source.get("text", ""))
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        known = "\n".join(f"{_name(key)}: {_words(value)}" for key, value in one.items() if _shown(key, value))
        what = f"{sentence(str(one.get('what', '')))}\n{_place(source)}"
        table.add_row(Text(what), Text(shown), Text(known))
    return table


def _rejected(rejected: list[Mapping[str, Any]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for name, ratio in (("Where", 2), ("What stands there", 3), ("What is wrong, and how to mend it", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in rejected:
        wrong = f"{sentence(str(one['problem']))}\nTo fix: {one['fix']}"
        table.add_row(Text(str(one["place"] or "the whole file")), Text(str(one["value"])), Text(wrong))
    return table


def _place(source: Mapping[str, Any]) -> str:
    parts = [f'sheet "{source["sheet"]}"'] if source.get("sheet") else []
    parts += [f"{name} {source[name]}" for name in ("page", "table", "paragraph", "row", "line") if source.get(name)]
    parts += [f'"{source["column"]}"'] if source.get("column") else []
    return ", ".join(parts)


def _shown(key: str, value: Any) -> bool:
    return key not in _HIDDEN and _told(value)


def _told(value: Any) -> bool:
    return value not in (None, "", [], {}, ())


def _name(key: str) -> str:
    return sentence(key.strip("_").replace("_", " "))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        if "precision" in value:
            return (
                str(value["earliest"]) if value["precision"] == "day" else f"{value['earliest']} to {value['latest']}"
            )
        return ", ".join(f"{_name(key)} {_words(one)}" for key, one in value.items() if _told(one))
    if isinstance(value, list | tuple):
        return ", ".join(_words(one) for one in value)
    return str(value).replace("_", " ")
