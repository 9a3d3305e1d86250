"""The mutants that may live: what `survivors.yaml` says of each, by module and change."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from bench import Result
from mutants import Mutant


class Accepted(NamedTuple):
    """`change` is the mutant's own, or only the line as it stands: then every mutant of that line may live."""

    module: str
    change: str
    why: str

    def covers(self, module: str, mutant: Mutant) -> bool:
        """Whether this entry speaks of the mutant."""
        return module == self.module and self.change in (mutant.change, mutant.was)


@cache
def accepted() -> tuple[Accepted, ...]:
    """Every entry of the file."""
    entries = yaml.safe_load(Path(__file__).with_name("survivors.yaml").read_text(encoding="utf-8")) or []
    return tuple(Accepted(**one) for one in entries)


def unexplained(result: Result) -> list[Mutant]:
    """The survivors of one module that no entry speaks of."""
    return [one for one in result.survived if not any(entry.covers(result.name, one) for entry in accepted())]


def idle(results: list[Result]) -> list[Accepted]:
    """Entries about these modules that no survivor needs any more."""
    survived = [(one.name, mutant) for one in results for mutant in one.survived]
    names = {one.name for one in results}
    return [entry for entry in accepted() if entry.module in names and not any(entry.covers(*one) for one in survived)]
