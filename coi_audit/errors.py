"""What a person can put right, said in three plain parts; anything else is a bug and keeps its traceback."""

from __future__ import annotations

import traceback
from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """The documented exit codes of every command (contract, section 2)."""

    CLEAN = 0
    CRASH = 1
    USAGE = 2
    UNUSABLE = 3
    RULEBOOK = 4
    INCOMPLETE = 5
    SETUP = 6
    FINDINGS = 10


class UserError(Exception):
    """A problem that whoever runs the tool can mend.

    `problem` says what is wrong, `where` names the file and place, `fix` what to do about it;
    each is a plain sentence or phrase for a governance officer. `exit_code` is what the command ends with.
    """

    exit_code: ExitCode = ExitCode.UNUSABLE

    def __init__(self, problem: str, *, where: str = "", fix: str = "") -> None:
        self.problem = problem
        self.where = where
        self.fix = fix
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f" To fix: {self.fix}" if self.fix else ""
        return f"{place}{self.problem}{mend}"


class RulebookError(UserError):
    """The rulebook itself is wrong: nothing may be audited under it."""

    exit_code = ExitCode.RULEBOOK


class SetupError(UserError):
    """A library or a font that the tool needs is missing from the machine."""

    exit_code = ExitCode.SETUP


def place_of(error: BaseException) -> str:
    """Where in the program an error arose, `readers/minutes/paper.py:12`. A message may tell data; a place does not."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "coi_audit" in Path(one.filename).parts]
    if not frames:
        return "outside the program"
    parts = Path(frames[-1].filename).parts
    inside = parts[len(parts) - parts[::-1].index("coi_audit") :]
    return f"{'/'.join(inside)}:{frames[-1].lineno}"
