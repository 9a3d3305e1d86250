"""The action table and the ten rules as decision tables of GoRules ZEN, put to each match the plain index finds."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.plain_loop import RULES, row_of
from benchmarks.year import PRACTICES, SELF, SILENT, TIE_NAMES, TIES, VOTING, BodyYear, Held

_DEED = "declared == 0 or action > 0"
# One row a rule, as conditions on the fields; a table of the kind that gives every row that fits.
_ROWS = (
    "purpose != 2 and required >= 5 and papers == 1",
    "purpose != 2 and required > 1 and declared == 0 and financial == 1",
    "purpose != 2 and required > 1 and declared == 1 and action == 0",
    "purpose != 2 and required > 1 and ({deed}) and reason == 0 and action < required "
    "and not (required == 5 and action == 4 and papers == 0)",
    "purpose == 0 and required > 1 and decided == 1 and own == 1 and action < 2 and place < {voting} and ({deed})",
    "purpose != 2 and required > 1 and action == 1 and reason == 0",
    "purpose != 2 and required > 1 and declared == 1 and at_item == 0",
    "purpose != 2 and declared == 1 and (nature == 0 or (action == 0 and required > 1) or "
    "((action >= 3 or (required >= 3 and required <= 5 and action == 0)) and not (action >= 3 and returned == 1)))",
    "purpose != 2 and required > 1 and place == 0 and action < 3 and ({deed})",
    "purpose == 0 and required > 1 and practice == 1 and place < {voting} and ({deed}) and reason == 0 "
    "and action < required and not (required == 5 and action == 4 and papers == 0)",
)


def load(actions: list[int]) -> Any:
    """The decision graph, compiled. Raises ImportError where zen-engine is not installed."""
    import zen

    return zen.ZenEngine().create_decision(json.dumps(_graph(actions)))


def count(decision: Any, years: list[BodyYear]) -> tuple[int, list[int]]:
    """Matches, and how often each of RULES is not met."""
    matches, counts = 0, [0] * len(RULES)
    for year in years:
        by_person: dict[int, list[Held]] = {}
        for one in year.held:
            by_person.setdefault(one.person, []).append(one)
        for met in year.meetings:
            index: dict[int, list[tuple[int, Held]]] = {}
            for place, person in enumerate(met.there):
                for one in by_person[person]:
                    if met.day <= one.ended:
                        index.setdefault(one.organisation, []).append((place, one))
            for number, item in enumerate(met.items):
                for place, one in index.get(item.party, ()):
                    matches += 1
                    said = met.said.get((number, one.person), SILENT)
                    told = decision.evaluate(
                        {
                            "row": row_of(one),
                            "purpose": item.purpose,
                            "closed": int(item.closed),
                            "financial": int(TIES[TIE_NAMES[one.tie]][1]),
                            "own": int(one.relationship == SELF),
                            "practice": int(item.party < PRACTICES),
                            "decided": int(item.decided),
                            "place": place,
                            "declared": int(said.declared),
                            "at_item": int(said.at_item),
                            "nature": int(said.nature),
                            "action": said.action,
                            "returned": int(said.returned),
                            "reason": int(said.reason),
                            "papers": int(bool(said.papers)),
                        }
                    )["result"]
                    for row in told:
                        counts[row["rule"]] += 1
    return matches, counts


def _graph(actions: list[int]) -> dict[str, Any]:
    """Input, the action table (first row that fits), the rules (every row that fits), output."""
    table = _table("actions", "first", True, [("row", "row"), ("purpose", "purpose"), ("closed", "closed")], "required")
    table["content"]["rules"] = [
        {"_id": f"a{place}", "row": str(place // 6), "purpose": str(place // 2 % 3), "closed": str(place % 2),
         "out": str(required)}
        for place, required in enumerate(actions)
    ]  # fmt: skip
    rules = _table("rules", "collect", False, [("when", "")], "rule")
    rules["content"]["rules"] = [
        {"_id": f"r{place}", "when": row.format(deed=_DEED, voting=VOTING), "out": str(place)}
        for place, row in enumerate(_ROWS)
    ]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        table,
        rules,
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 0, "y": 0}},
    ]
    ways = [("in", "actions"), ("actions", "rules"), ("rules", "out")]
    edges = [{"id": f"{one}-{two}", "type": "edge", "sourceId": one, "targetId": two} for one, two in ways]
    return {"nodes": nodes, "edges": edges}


def _table(name: str, policy: str, passing: bool, inputs: list[tuple[str, str]], output: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": name,
        "type": "decisionTableNode",
        "position": {"x": 0, "y": 0},
        "content": {
            "hitPolicy": policy,
            "passThrough": passing,
            "inputs": [{"id": key, "name": key, "field": field} for key, field in inputs],
            "outputs": [{"id": "out", "name": "out", "field": output}],
            "rules": [],
        },
    }
