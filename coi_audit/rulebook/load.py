"""The rulebook read from its folder: all rules or none, with every fault of every file in one message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from coi_audit.rulebook.clauses import read_clauses
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import open_paper
from coi_audit.rulebook.rule_file import read_rule
from coi_audit.rulebook.sources import read_sources
from coi_audit.rulebook.types import CheckLike, Rule, Rulebook

VOCABULARY = "vocabulary"  # a folder of words, not of rules


def load_rulebook(folder: Path, checks: Mapping[str, CheckLike]) -> Rulebook:
    """Read sources.yaml, every rule file in the area folders below `folder`, and clauses.yaml where there is one.

    Raises RulebookError naming file and line of the first fault and listing all others.
    """
    problems = Problems()
    sources = read_sources(folder, problems)
    rules: dict[str, Rule] = {}
    for path in _rule_files(folder, problems):
        paper = open_paper(path, f"{folder.name}/{path.relative_to(folder).as_posix()}", problems)
        rule = read_rule(paper, checks, sources) if paper is not None else None
        if paper is None or rule is None:
            continue
        if rule.id in rules:
            problem = f"the id {rule.id} is already taken by {rules[rule.id].file}."
            paper.fault(("id",), problem, "give the newer rule a number of its own.")
        rules[rule.id] = rule
    if not rules and not problems.found:
        problems.add(folder.name, 0, "the folder holds no rules.", "restore the rules folder.")
    # Beside a broken rule file its id would be missing here too: one fault, one message.
    clauses = read_clauses(folder, sources, sorted(rules), problems) if not problems.found else ()
    problems.raise_if_any()
    return Rulebook(dict(sorted(rules.items())), sources, rulebook_sha256(folder), str(folder), clauses)


def rulebook_sha256(folder: Path) -> str:
    """SHA-256 over the name and bytes of every file of the rules folder, sorted by name; hidden files excluded."""
    total = hashlib.sha256()
    for path in _files(folder):
        content = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def rulebook_files(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the rules folder, by its name with forward slashes; hidden files excluded."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    shown = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(shown, key=lambda path: path.relative_to(folder).as_posix())


def _rule_files(folder: Path, problems: Problems) -> Iterator[Path]:
    """Every rule file; whatever else lies in an area folder is a fault, so that no rule is left out unseen."""
    for path in _files(folder):
        parts = path.relative_to(folder).parts
        if len(parts) == 1 or parts[0] == VOCABULARY:
            continue
        if len(parts) == 2 and path.suffix == ".yaml":
            yield path
        else:
            name = f"{folder.name}/{'/'.join(parts)}"
            problems.add(name, 0, "this is not a rule file.", "name it <ID>.yaml in an area's folder, or remove it.")
