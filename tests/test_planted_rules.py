"""The findings of the whole rulebook on the sample bodies: exactly those worked out by hand, no more and no less."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from coi_audit import app, paths
from coi_audit.model.audit import Audit, Finding
from coi_audit.model.words import RuleOutcome

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "sample_data"
KEYS = {"rule", "outcome", "person", "meeting", "item", "says", "why"}

Matter = tuple[str, str, str, str, str]


def _bodies() -> list[dict[str, Any]]:
    texts = [path.read_text(encoding="utf-8") for path in sorted((HERE / "golden").glob("planted_rules*.yaml"))]
    return [body for text in texts for body in yaml.safe_load(text)["bodies"]]


BODIES = _bodies()
NAMES = [body["folder"] for body in BODIES]


@cache
def the_books() -> app.Books:
    return app.load_books(paths.rules_folder())


@cache
def audit_of(folder: str, as_of: str) -> Audit:
    """The audit of a folder under sample_data, without national lists."""
    return app.audit_folder(
        SAMPLE / folder, rules=paths.rules_folder(), organisations=None, as_of=date.fromisoformat(as_of)
    )


def audited(body: dict[str, Any]) -> Audit:
    return audit_of(body["folder"], str(body["as_of"]))


def planted(body: dict[str, Any]) -> Counter[Matter]:
    return Counter(
        (
            one["rule"],
            one["outcome"],
            one.get("person") or "",
            str(one.get("meeting") or ""),
            str(one.get("item") or ""),
        )
        for one in body["findings"]
    )


def matter(one: Finding) -> Matter:
    """What a finding is about, in the words of the golden file."""
    meeting = one.meeting.isoformat() if one.meeting else ""
    return (one.rule_id, one.outcome.value, one.person or "", meeting, (one.item or "").rstrip("."))


@pytest.mark.parametrize("body", BODIES, ids=NAMES)
def test_the_findings_are_those_planted_and_no_others(body: dict[str, Any]) -> None:
    found = Counter(matter(one) for one in audited(body).findings)
    wanted = planted(body)
    assert sorted((wanted - found).elements()) == [], "planted, and not found"
    assert sorted((found - wanted).elements()) == [], "found, and not planted"


@pytest.mark.parametrize("body", BODIES, ids=NAMES)
def test_the_findings_say_what_is_planted(body: dict[str, Any]) -> None:
    told: dict[Matter, list[str]] = {}
    for one in audited(body).findings:
        told.setdefault(matter(one), []).append(" ".join([one.statement, *one.because, one.ask or ""]).casefold())
    for one, about in zip(body["findings"], planted_in_order(body), strict=True):
        if one.get("says"):
            assert any(one["says"].casefold() in words for words in told.get(about, [])), (about, one["says"])


def planted_in_order(body: dict[str, Any]) -> list[Matter]:
    return [next(iter(planted({"findings": [one]}))) for one in body["findings"]]


@pytest.mark.parametrize("body", BODIES, ids=NAMES)
def test_the_opinion_follows(body: dict[str, Any]) -> None:
    level = audited(body).opinion.level
    assert (level.value if level else None) == body["opinion"]


@pytest.mark.parametrize("body", BODIES, ids=NAMES)
def test_every_answer_is_well_formed(body: dict[str, Any]) -> None:
    rules = the_books().rulebook.rules
    for one in body["findings"]:
        assert set(one) <= KEYS, one
        assert one["rule"] in rules and one["why"].strip(), one
        assert RuleOutcome(one["outcome"]) in (RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL), one
