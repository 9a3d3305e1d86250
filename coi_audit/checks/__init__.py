"""One pure function per file, named by rule files: `check(facts, params) -> Outcome`.

A check module holds `EXAMINES` (the unit it looks at), `check`, and, where the rule file may set something,
a frozen dataclass `Params`. It decides from facts and params alone: no I/O, no clock, no knowledge of the rulebook.
Modules whose name begins with an underscore are helpers and hold no check.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import ModuleType
from typing import Any, get_type_hints

from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.outcome import Outcome
from coi_audit.model.words import Examines


@dataclass(frozen=True, slots=True)
class Check:
    """One check: `params` is its `Params` class, None where the rule file may set nothing.

    `run(facts, params)` takes the facts class of `examines` and an instance of `params` (None where there is none).
    """

    name: str
    examines: Examines
    params: type[Any] | None
    run: Callable[[Any, Any], Outcome]


@cache
def all_checks() -> dict[str, Check]:
    """Every check of this package by name, sorted. Raises TypeError for a module that is not a proper check."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: check_of(name, importlib.import_module(f"{__name__}.{name}")) for name in names}


def check_of(name: str, module: ModuleType) -> Check:
    """The check a module holds. Raises TypeError where `EXAMINES`, `Params` and `check` do not fit together."""
    examines = getattr(module, "EXAMINES", None)
    function = getattr(module, "check", None)
    params = getattr(module, "Params", None)
    if not isinstance(examines, Examines) or not callable(function):
        raise TypeError(f"checks/{name}.py needs EXAMINES (a member of Examines) and a function named check")
    hints = get_type_hints(function)
    if not issubclass(FACTS[examines], hints.get("facts", type(None))):
        raise TypeError(f"checks/{name}.py: check must take facts: {FACTS[examines].__name__}, as EXAMINES says")
    if params is None:
        return Check(name, examines, None, lambda facts, _params: function(facts))
    if not is_dataclass(params) or hints.get("params") is not params:
        raise TypeError(f"checks/{name}.py: Params must be a dataclass, and check must take params: Params")
    return Check(name, examines, params, function)
