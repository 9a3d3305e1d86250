"""The floors of the house, kept: who may import whom, how large things may grow, that every module says its purpose."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "coi_audit"
FLOORS = {
    "errors": 1,
    "paths": 1,
    "strict_yaml": 1,
    "whole_file": 1,
    "model": 2,
    "rulebook": 3,
    "checks": 3,
    "linking": 4,
    "readers": 5,
    "audit": 5,
    "report": 5,
    "store": 5,
    "app": 6,
    "web": 7,
    "cli": 8,
}
# Neighbours on a floor do not see each other, but for the plain helpers of the ground floor.
GROUND = 1
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40


def room(path: Path) -> str:
    """The part of the house a file belongs to: "linking", "app", or "" for the package's own __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Rooms a file imports from, with the line, wherever in the file the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("coi_audit"):
            parts = node.module.split(".")
            names = [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
            yield from ((name, node.lineno) for name in names if not name.startswith("__"))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                parts = alias.name.split(".")
                if parts[0] == "coi_audit" and len(parts) > 1:
                    yield parts[1], node.lineno


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in MODULES} - {""} == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_floors_below(path: Path) -> None:
    own = room(path)
    if not own:
        assert not list(imports(path))
        return
    for other, line in imports(path):
        if other == own:
            continue
        below = FLOORS[other] < FLOORS[own] or FLOORS[own] == FLOORS[other] == GROUND
        assert below, f"{path.name}:{line}: {own} (floor {FLOORS[own]}) imports {other} (floor {FLOORS[other]})"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "no module docstring"
    assert len(text.splitlines()) <= MAX_FILE_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MAX_FUNCTION_LINES, f"{node.name} has {length} lines"


def is_public(name: str) -> bool:
    return not name.startswith("_")


@pytest.mark.parametrize(
    "path", [one for one in MODULES if room(one) not in ("", "checks")], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_public_functions_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and is_public(node.name) and not ast.get_docstring(node)
    ]
    assert not bare


CORE = [path for path in MODULES if FLOORS.get(room(path), 0) < FLOORS["cli"]]
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_core_code_never_prints_exits_or_reads_the_clock(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            assert called.id not in {"print", "exit", "quit", "input", "breakpoint"}, f"line {node.lineno}"
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            assert (called.value.id, called.attr) not in CLOCK, f"line {node.lineno} reads the clock"
            assert (called.value.id, called.attr) != ("sys", "exit"), f"line {node.lineno} exits"


def test_nothing_is_left_open() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error", "pragma: no" + " cover")
    left = [
        f"{path.relative_to(ROOT)}: {mark}"
        for folder in ("coi_audit", "tests", "rules", "templates")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".yaml", ".html", ".css"}
        for mark in marks
        if mark in path.read_text(encoding="utf-8")
    ]
    assert not left


def test_no_network_at_run_time() -> None:
    banned = {"socket", "urllib.request", "http.client", "requests", "httpx"}
    for path in MODULES:
        allowed = {"socket"} if path == PACKAGE / "web" / "listening.py" else set()  # the desk, on loopback alone
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not (banned - allowed) & set(names), path
