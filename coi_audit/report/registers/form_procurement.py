"""What is bought: the checklist (Annex G), the entry of each decision (Annex H), bidders' declarations (Annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.names import normalise
from coi_audit.model.dates import in_words
from coi_audit.model.people import Body
from coi_audit.model.procurement import BidderDeclaration, Procurement, ProcurementChecklist
from coi_audit.model.records import Records
from coi_audit.report.registers.form_parts import Answers, Form, Grid, Heading, Note, Part, file_stem
from coi_audit.report.registers.procurement import decision_words
from coi_audit.report.registers.tables import BODY_WORD, pounds, said

TITLE_G = "Procurement checklist"
TITLE_H = "Procurement decision or contract awarded"
TITLE_I = "Declaration of conflicts of interest for bidders and contractors"
# The keys of the checklist, asked in this tool's own words: the printed wording of the annex was not to hand.
ALL_ROUTES = {
    "outcomes_value_cost_benefit_and_priorities": "Which outcomes, what value for money, which local priorities?",
    "public_involvement": "How did patients and the public have a part in the decision to buy it?",
    "health_professionals_in_design": "Which health professionals helped to design it?",
    "providers_involved": "Which possible providers were asked for their views?",
    "hwb_involvement_and_jhws_fit": "What part had the health and wellbeing board, and does it fit the joint strategy?",
    "quality_monitoring": "How will the quality of the service be watched?",
    "referral_pattern_monitoring_and_publication": "How will patterns of referral be watched and published?",
    "conflicts_declared_and_on_register": "Is every conflict of interest declared and on the register?",
    "each_conflict_management_recorded": "How was each conflict managed, and where is that recorded?",
    "route_rationale": "Why was this procurement route chosen?",
    "external_scrutiny": "Who from outside will look at the decision?",
    "final_decision_integrity": "How will the final decision be taken so that its integrity is safe?",
}
SOME_ROUTES = {
    "fair_price_method": "No national tariff: how was a fair price found?",
    "patients_aware_of_full_provider_range": "Any qualified provider: how will patients learn of all of them?",
    "evidence_no_other_capable_provider": "No competition: what shows that no other provider can deliver it?",
    "above_and_beyond_core_gp_contract": "Award to practices: how does it go beyond their core contract?",
    "gp_contract_quality_assurance": "Award to practices: what shows that they deliver that contract well?",
}
_KINDS = (
    "(a) Services or other work for the {body} or NHS England",
    "(b) Services or other work for any other possible bidder in this procurement",
    "(c) Any other connection with the {body} or NHS England that the public could see as influencing",
)
_SIGNED = (("Signed", ""), ("On behalf of", ""), ("Date", ""))
_SEVERAL = re.compile(r"\s*[;\n]\s*")


def forms_g(body: Body, records: Records) -> Iterator[Form]:
    """One checklist for each that is among the papers, then a blank one for each decision that has none."""
    for one in records.checklists:
        yield Form("G", TITLE_G, file_stem(one.service), one.service, _parts_g(body, one.service, one))
    done = {normalise(one.service).key for one in records.checklists}
    for bought in records.procurements:
        if normalise(bought.title).key not in done:
            done.add(normalise(bought.title).key)
            service = said((bought.reference, bought.title), " ")
            yield Form("G", TITLE_G, file_stem(service), service, _parts_g(body, bought.title, None))


def _parts_g(body: Body, service: str, checklist: ProcurementChecklist | None) -> tuple[Part, ...]:
    def answered(questions: dict[str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((text, (checklist.answer(key) if checklist else "") or "") for key, text in questions.items())

    left = tuple((one, "") for one in checklist.unread) if checklist else ()
    more = (Grid("Other questions of the paper", ("Question", "Comment or evidence"), left, (45, 55)),) if left else ()
    headings = ("Question", "Comment or evidence")
    return (
        Answers((("Body", body.name), ("Service", service))),
        Note("For a service bought from GP practices, groups of them, or companies in which GPs hold an interest."),
        Grid("For every route", headings, answered(ALL_ROUTES), (45, 55)),
        Grid("For some routes", headings, answered(SOME_ROUTES), (45, 55)),
        *more,
        Answers((("Completed by", ""), ("Date", ""))),
    )


def forms_h(body: Body, records: Records) -> Iterator[Form]:
    """The entry of each decision that the papers tell of, to be completed and signed."""
    for bought in records.procurements:
        service = said((bought.reference, bought.title), " ")
        parts = (Answers(_pairs_h(bought, BODY_WORD[body.kind])), Heading("Signature"), Answers(_SIGNED))
        yield Form("H", TITLE_H, file_stem(service), service, parts)


def _pairs_h(bought: Procurement, body: str) -> tuple[tuple[str, str], ...]:
    total = pounds(bought.value_total) if bought.value_total is not None else bought.value_text
    own = pounds(bought.value_to_body) if bought.value_to_body is not None else ""
    told = {
        "Ref no": bought.reference,
        "Contract or service title": bought.title,
        "Procurement description": bought.description,
        "Existing contract or new procurement (if existing, details)": bought.existing,
        f"Procurement type: {body} procurement, or collaborative with partners": bought.procurement_type,
        f"{body} clinical lead (name)": bought.clinical_lead,
        f"{body} contract manager (name)": bought.contract_manager,
        "Decision making process and name of decision making committee": decision_words(bought),
        "Summary of conflicts of interest noted": bought.conflicts,
        "Actions to mitigate conflicts of interest": bought.mitigation,
        "Justification for actions to mitigate conflicts of interest": bought.justification,
        "Contract awarded (supplier name and registered address)": said((bought.supplier, bought.address), ", "),
        "Contract value (£), total": total,
        f"Contract value (£) to the {body}": own,
        "Comments to note": bought.comments,
    }
    return tuple((label, words or "") for label, words in told.items())


def forms_i(body: Body, records: Records) -> Iterator[Form]:
    """One form for each declaration among the papers, then a blank one for each bidder of whom there is none."""
    done: set[str] = set()
    for one in records.bidder_declarations:
        done.add(normalise(one.bidder).key)
        yield _form_i(body, one.bidder, one.procurement, one)
    for bought in records.procurements:
        for bidder in _SEVERAL.split(bought.bidders or bought.supplier):
            key = normalise(bidder).key
            if key and key not in done:
                done.add(key)
                yield _form_i(body, bidder, said((bought.reference, bought.title), " "), None)


def _form_i(body: Body, bidder: str, procurement: str, told: BidderDeclaration | None) -> Form:
    kinds = [one.format(body=BODY_WORD[body.kind]) for one in _KINDS]
    rows = [(one, "") for one in kinds]
    if told is not None and told.interests:
        rows.append(("As declared; not told apart by kind", told.interests))
    persons = [*kinds, "Is it a personal interest, or one of a relative, close friend or acquaintance?"]
    parts: tuple[Part, ...] = (
        Answers((("Name of organisation", bidder), ("Procurement", procurement))),
        Grid("Interests of the organisation", ("Type of interest", "Details"), tuple(rows), (45, 55)),
        Answers((("Name of relevant person", ""),)),
        Grid("Interests of the person", ("Type of interest", "Details"), tuple((one, "") for one in persons), (45, 55)),
        Heading("Signature"),
        Answers((("Signed", ""), ("On behalf of", bidder), ("Date", _declared(told)))),
    )
    return Form("I", TITLE_I, file_stem(bidder), bidder, parts)


def _declared(told: BidderDeclaration | None) -> str:
    return in_words(told.declared_on) if told is not None and told.declared_on is not None else ""
