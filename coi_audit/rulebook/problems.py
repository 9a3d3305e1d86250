"""Everything wrong with the rulebook, collected while reading and reported together."""

from __future__ import annotations

from dataclasses import dataclass, field

from coi_audit.errors import RulebookError, UserError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of one rule file: where it stands, what it is, how to mend it."""

    file: str
    line: int
    problem: str
    fix: str

    @property
    def where(self) -> str:
        """`rules/recusal/MTG-07.yaml, line 12`; the file alone where no line is known."""
        return f"{self.file}, line {self.line}" if self.line else self.file

    def sentence(self) -> str:
        """One line for whoever keeps the rules."""
        return f"{self.where}: {self.problem} To fix: {self.fix}"


@dataclass(slots=True)
class Problems:
    """A pile of faults, each added as it is met."""

    found: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, problem: str, fix: str) -> None:
        """Note a fault. `line` 0 means the whole file."""
        fault = Problem(file, line, problem, fix)
        if fault not in self.found:
            self.found.append(fault)

    def add_error(self, error: UserError) -> None:
        """Note a file that could not be read at all; the error already names its line."""
        self.add(error.where, 0, error.problem, error.fix)

    def raise_if_any(self) -> None:
        """Raise one RulebookError holding every fault, in order of file and line."""
        if not self.found:
            return
        first, *rest = sorted(self.found)
        fix = first.fix
        if rest:
            fix += f"\n{len(rest)} more in the rulebook:" + "".join(f"\n- {fault.sentence()}" for fault in rest)
        raise RulebookError(first.problem, where=first.where, fix=fix)
