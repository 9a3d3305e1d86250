"""How often classification is right: on invented titles, and on the hand-labelled real ones where they are at hand."""

from __future__ import annotations

import csv
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coi_audit.linking.items.classify_titles import TitleRow, classify_titles
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(rules_folder() / "vocabulary")
INVENTED = Path(__file__).parent / "titles_invented.csv"
LABELLED = "agenda_items_dev.csv"
SCOPES = {  # the labels' words in the contract's
    "named practice": {"named_practice", "some_practices"},
    "all practices": {"all_practices", "some_practices"},
    "none": {"none", "internal"},
    "other provider": {"other_provider"},
}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def answers(rows: list[dict[str, str]], action: str) -> list[dict[str, Any]]:
    return classify_titles([TitleRow(row["title"], row[action], row["committee"]) for row in rows], VOCABULARY)


def share(pairs: list[tuple[dict[str, str], dict[str, Any]]], right: Callable[..., bool]) -> float:
    wrong = [row["title"] for row, answer in pairs if not right(row, answer)]
    print(f"{len(pairs) - len(wrong)} of {len(pairs)}; wrong: {wrong}")
    return 1 - len(wrong) / len(pairs)


def folded(names: list[str]) -> list[str]:
    return sorted(name.casefold().removeprefix("the ") for name in names)


def right_type(row: dict[str, str], answer: dict[str, Any]) -> bool:
    """`*`: not judged; "C04/C06": either is right; nothing: procedure."""
    return row["decision_type"] == "*" or (answer["decision_type"] or "") in row["decision_type"].split("/")


# `held out` and `second` were written before the words were chosen. Right at their first run, before any mending:
# held out 0.97 concerns, 0.96 scope, 0.93 purpose, 0.94 type, 0.99 parties; second, of harder titles, 0.92, 0.76, 0.94.
@pytest.mark.parametrize(
    ("part", "concerns", "scope", "purpose"),
    [("tuned on", 0.99, 0.99, 0.94), ("held out", 0.99, 0.99, 0.98), ("second", 0.99, 0.93, 0.97)],
)
def test_invented_titles(part: str, concerns: float, scope: float, purpose: float) -> None:
    rows = [row for row in rows_of(INVENTED) if row["part"] == part]
    pairs = list(zip(rows, answers(rows, "action"), strict=True))
    assert len(pairs) >= 50
    assert share(pairs, lambda r, a: a["concerns_gp_services"] is (r["concerns_gp_services"] == "yes")) >= concerns
    assert share(pairs, lambda r, a: a["scope"] == r["scope"]) >= scope
    assert share(pairs, lambda r, a: a["purpose"] == r["purpose"]) >= purpose
    assert share(pairs, right_type) >= 0.97
    assert share(pairs, lambda r, a: folded(a["parties"]) == folded([n for n in r["parties"].split(";") if n])) >= 0.98


@pytest.fixture(scope="module")
def labelled() -> list[tuple[dict[str, str], dict[str, Any]]]:
    here = Path(__file__).resolve().parents[2]
    folder = Path(os.environ.get("COI_AUDIT_DEV_DATA") or here.parent / "shared" / "data")
    if not (folder / LABELLED).is_file():
        pytest.skip(f"{LABELLED} is not at hand: set COI_AUDIT_DEV_DATA to the folder that holds it")
    rows = rows_of(folder / LABELLED)
    return list(zip(rows, answers(rows, "published_action"), strict=True))


def test_labelled_titles(labelled: list[tuple[dict[str, str], dict[str, Any]]]) -> None:
    assert share(labelled, lambda r, a: a["concerns_gp_services"] is (r["concerns_gp_services"] == "yes")) >= 0.98
    assert share(labelled, lambda r, a: a["scope"] in SCOPES[r["scope"]]) >= 0.97
    assert share(labelled, lambda r, a: a["purpose"] == r["decision_or_info"].removeprefix("for ")) >= 0.96


def test_no_decision_about_gp_services_is_missed(labelled: list[tuple[dict[str, str], dict[str, Any]]]) -> None:
    decisions = [
        (row, answer)
        for row, answer in labelled
        if row["concerns_gp_services"] == "yes" and row["decision_or_info"] == "decision"
    ]
    assert [r["title"] for r, a in decisions if not a["concerns_gp_services"] or a["purpose"] != "decision"] == []


def test_a_thousand_titles_take_moments() -> None:
    rows = [TitleRow(row["title"]) for row in rows_of(INVENTED)] * 5
    fastest = min(_seconds(rows[:1000]) for _ in range(2))
    assert fastest < 3  # about half a second on an idle machine


def _seconds(rows: list[TitleRow]) -> float:
    started = time.process_time()
    classify_titles(rows, VOCABULARY)
    return time.process_time() - started
