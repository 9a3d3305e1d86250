"""Judgements, actions and audits as people give them, small enough to read in a test."""

from __future__ import annotations

import json
from datetime import date

from coi_audit.model.given import Judgement, View
from coi_audit.model.kept import Anchor
from coi_audit.store.actions import Planned
from coi_audit.store.audits import GivenOut

MATTER, OTHER = "0123456789abcdef", "fedcba9876543210"
JAN, FEB, MAR, APR = (date(2018, month, 1) for month in (1, 2, 3, 4))
HEAD = Anchor(1, "a" * 64)


def judgement(
    view: View = View.DISAGREE, *, on: date = FEB, matter: str = MATTER, why: str = "As minuted"
) -> Judgement:
    return Judgement(matter, view, why, "Ruth Penhale", on)


def planned(words: str = "Log the matter.", *matters: str) -> Planned:
    return Planned(words, ("MTG-07",), matters or (MATTER,))


def given_out(
    as_of: date = MAR,
    *,
    findings: tuple[str, ...] = (MATTER,),
    head: Anchor = HEAD,
    pdf: str | None = None,
) -> GivenOut:
    document = {
        "schema_version": "1.0",
        "body": {"name": "NHS Larkmere CCG", "ods_code": "99Y"},
        "as_of": as_of.isoformat(),
        "opinion": {"level": "limited", "reasons": [], "withheld": False},
        "findings": [
            {"fingerprint": one, "rule_id": "MTG-07", "title": "Took part", "severity": "high",
             "outcome": "not_met", "statement": f"Matter {one}."}
            for one in findings
        ],
        "kept": {"head": {"number": head.number, "hash": head.hash}},
    }  # fmt: skip
    return GivenOut(json.dumps(document), as_of, head, None, pdf)
