"""The bench: a mutant of a check put in the check's place, and the rules' own cases run against it.

Cosmic Ray itself writes each mutant to the file and starts the tests anew: seconds a mutant, hours for all. Here its
operators alone are used, and modules and cases are run in one process: some hundred mutants a second.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import FrameType, ModuleType

import yaml
from mutants import Mutant, mutants_of

from coi_audit import checks
from coi_audit.checks import Check, all_checks, check_of
from coi_audit.paths import rules_folder
from coi_audit.rulebook.cases import run_case
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rule

FOLDER = Path(checks.__file__).parent
PACKAGE = checks.__name__
SECONDS = 5.0  # a mutant that has not ended by then never will


@dataclass(frozen=True, slots=True)
class Result:
    """One module's mutants: how many there were, and those that every case still passed."""

    name: str
    mutants: int
    survived: tuple[Mutant, ...]

    @property
    def killed(self) -> int:
        return self.mutants - len(self.survived)


class Bench:
    """All checks and rules, read once."""

    def __init__(self) -> None:
        folder = rules_folder()
        self.sources = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.py"))}
        del self.sources["__init__"]
        self.rules: dict[str, list[Rule]] = {}
        self.stated: dict[str, list[set[str]]] = {}
        for rule in load_rulebook(folder, all_checks()).rules.values():
            self.rules.setdefault(rule.check, []).append(rule)
            written = yaml.safe_load((folder / rule.file).read_text(encoding="utf-8"))
            self.stated[rule.id] = [set(version.get("params") or {}) for version in written["versions"]]

    def names(self) -> list[str]:
        """Every module with a case to run: checks that a rule names, and helpers that such a check uses."""
        return [name for name in self.sources if any(self.rules.get(user) for user in self.users(name))]

    def users(self, name: str) -> list[str]:
        """The modules to be made anew where this one changes: itself, and whatever imports it, in order of need."""
        found = [name]
        for one in found:
            words = f"{PACKAGE}.{one} import"
            found += [user for user, text in self.sources.items() if words in text and user not in found]
        return found

    def try_all(self, name: str) -> Result:
        """Every mutant of one module."""
        mutants = mutants_of(self.sources[name])
        return Result(name, len(mutants), tuple(one for one in mutants if self.killer(name, one.source) is None))

    def killer(self, name: str, source: str) -> str | None:
        """What gave the changed module away, in words; None where every case came out as it should."""
        with _modules_restored(), _time_limit():
            try:
                return self._first_problem(name, source)
            except Exception as fault:  # a module that cannot be loaded is noticed as well
                return f"{type(fault).__name__}: {fault}"

    def _first_problem(self, name: str, source: str) -> str | None:
        users = self.users(name)
        modules = {user: _load(user, source if user == name else self.sources[user]) for user in users}
        for user in users:
            if user in self.rules:
                check = check_of(user, modules[user])
                for rule in self.rules[user]:
                    found = self._problem(rule, check)
                    if found:
                        return found
        return None

    def _problem(self, rule: Rule, check: Check) -> str | None:
        """The first case that does not come out as it says, under params of the check's own changed class."""
        versions = []
        for version, stated in zip(rule.versions, self.stated[rule.id], strict=True):
            params = version.params
            if check.params is not None and params is not None:
                params = check.params(
                    **{one.name: getattr(params, one.name) for one in fields(params) if one.name in stated}
                )
            versions.append(replace(version, params=params))
        made = replace(rule, versions=tuple(versions))
        for case in rule.cases:
            problems = run_case(made, case, check).problems
            if problems:
                return f"{rule.id}: {case.name}: {problems[0]}"
        return None


def _load(name: str, source: str) -> ModuleType:
    module = ModuleType(f"{PACKAGE}.{name}")
    module.__file__ = str(FOLDER / f"{name}.py")
    sys.modules[module.__name__] = module
    exec(compile(source, module.__file__, "exec"), module.__dict__)
    return module


@contextmanager
def _modules_restored() -> Iterator[None]:
    before: Mapping[str, ModuleType] = {name: one for name, one in sys.modules.items() if name.startswith(PACKAGE)}
    try:
        yield
    finally:
        sys.modules.update(before)


@contextmanager
def _time_limit() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError("it did not end")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
