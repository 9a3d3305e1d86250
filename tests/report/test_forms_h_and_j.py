"""The entry of each procurement decision (Annex H) and the policy checklist (Annex J): told where told, else blank."""

from __future__ import annotations

from datetime import date

import yaml
from registers_made import registers

from coi_audit import paths
from coi_audit.model.assurance import Assurance, Policy
from coi_audit.model.evidence import SourceRef
from coi_audit.model.procurement import Procurement
from coi_audit.model.records import Records
from coi_audit.report.registers.form_parts import Answers, Grid
from coi_audit.report.registers.form_policy import ELEMENTS, form_j
from coi_audit.report.registers.form_procurement import forms_h

AT = SourceRef(file="procurement.xlsx", row=2)
BODY = registers().body


def answers_h(**told: object) -> dict[str, str]:
    bought = Procurement.model_validate({"title": "Community podiatry", "source": AT} | told)
    (form,) = forms_h(BODY, Records(procurements=(bought,)))
    return {label: words for part in form.parts if isinstance(part, Answers) for label, words in part.pairs}


def test_an_entry_has_every_place_of_the_annex_and_room_to_sign() -> None:
    told = answers_h(
        reference="P7", supplier="Saltmarsh Foot Care Ltd", address="1 Quay Lane, Ashvale", value_total=120000.0,
        value_to_body=60000.5, decided_by="Primary Care Commissioning Committee", process="Open tender",
        clinical_lead="Dr Mina Corrie", justification="None of them voted.",
    )  # fmt: skip
    assert len(told) == 18
    assert told["Contract value (£), total"] == "£120,000"
    assert told["Contract value (£) to the CCG"] == "£60,000.50"
    assert told["Contract awarded (supplier name and registered address)"].startswith("Saltmarsh Foot Care Ltd, 1 Quay")
    assert (
        "Primary Care Commissioning Committee" in told["Decision making process and name of decision making committee"]
    )
    assert told["Justification for actions to mitigate conflicts of interest"] == "None of them voted."
    assert [told[one] for one in ("Signed", "On behalf of", "Date")] == ["", "", ""]


def test_a_value_that_is_no_number_stands_as_written_and_what_is_absent_is_blank() -> None:
    told = answers_h(value_text="up to 40k a year")
    assert told["Contract value (£), total"] == "up to 40k a year"
    assert told["Contract value (£) to the CCG"] == told["Summary of conflicts of interest noted"] == ""


def covered(policy: Policy | None) -> dict[str, str]:
    form = form_j(BODY, Assurance(file="assurance.yaml", policy=policy, source=AT) if policy is not None else None)
    (grid,) = (part for part in form.parts if isinstance(part, Grid))
    return {row[0]: row[1] for row in grid.rows}


def test_the_checklist_says_yes_or_no_only_where_the_body_does() -> None:
    policy = Policy(
        title="Standards", approved_on=date(2017, 5, 1), elements=("registers",), missing=("training",), source=AT
    )
    told = covered(policy)
    assert told.pop("The registers") == "Yes"
    assert told.pop("Training") == "No"
    assert set(told.values()) == {""}
    assert set(covered(None).values()) == {""}
    assert set(covered(Policy(exists=False, source=AT)).values()) == {"No"}


def test_its_elements_are_those_that_the_rules_know() -> None:
    text = (paths.rules_folder() / "vocabulary" / "policy_elements.yaml").read_text(encoding="utf-8")
    assert list(ELEMENTS) == list(yaml.safe_load(text)["elements"])
