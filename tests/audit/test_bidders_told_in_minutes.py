"""An award that the agenda names by its practice alone: its bidders stand in the minutes. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.words import Handling, LinkKind

BODY = """\
name: NHS Thornwick CCG
ods_code: 99T
kind: ccg
co_commissioning: delegated
guardian: Edna Pyle
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Edna Pyle, role: lay, title: Lay Member, chair: true, from: 2017-04-01}
      - {name: Vera Stock, role: executive, title: Chief Officer, from: 2017-04-01}
organisations:
  - {name: Mill Row Practice, kind: practice}
  - {name: Wharf Health Partnership LLP, kind: company}
"""
REGISTER = """\
Name,Position,Organisation,Nature of interest,Type,Direct or indirect,From,To,Date declared
Vera Stock,Chief Officer,Wharf Health Partnership LLP,Husband is a director,Financial,Indirect,01/04/2012,,02/04/2018
"""
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"


@pytest.mark.parametrize(
    ("title", "said", "found"),
    [
        ("Mill Row Practice: award of the APMS contract", "Wharf Health Partnership LLP was the only bidder.", True),
        (
            "Mill Row Practice: caretaking arrangements",
            "Wharf Health Partnership LLP offered to run the practice.",
            True,
        ),
        ("Mill Row Practice: caretaking arrangements", "It was agreed to appoint Wharf Health Partnership LLP.", True),
        ("Mill Row Practice: remedial notice", "Wharf Health Partnership LLP was appointed to another site.", False),
        ("Mill Row Practice: rent review", "Wharf Health Partnership LLP had valued the building.", False),
    ],
)
def test_whoever_bids_or_is_chosen_is_a_party(title: str, said: str, found: bool, tmp_path: Path) -> None:
    papers = tmp_path / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (tmp_path / "body.yaml").write_text(BODY, encoding="utf-8")
    (tmp_path / "register 2018-04.csv").write_text(REGISTER, encoding="utf-8")
    (papers / "agenda.txt").write_text(f"{HEAD}\n1. Welcome\n2. {title} - for decision\n", encoding="utf-8")
    words = (
        f"Minutes\n{HEAD}\nPresent: Edna Pyle (Chair), Vera Stock\n1. Welcome\nAll were welcomed.\n2. {title}\n{said}\n"
    )
    (papers / "minutes.txt").write_text(words, encoding="utf-8")
    audit = app.audit_folder(tmp_path, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 9, 1))
    conflicts = audit.meetings[0].items[1].conflicts
    told = [(one.holding.person.name, one.link.kind, one.handling) for one in conflicts]
    assert told == ([("Vera Stock", LinkKind.PROVIDER_PARTY, Handling.NOT_DECLARED)] if found else [])
