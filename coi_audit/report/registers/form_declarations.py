"""The declaration of interests (Annex A) of each person, and of gifts and hospitality (Annex C) of each offer."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.linking.people.index import same_person
from coi_audit.linking.people.order import by_name
from coi_audit.model.dates import PartialDate, in_words
from coi_audit.model.outgoing import KeptGift, KeptInterest, KeptRegisters, Standing
from coi_audit.model.records import Records
from coi_audit.model.words import BodyKind, InterestCategory, Match
from coi_audit.report.registers.form_parts import Answers, Form, Grid, Heading, Note, Part, file_stem
from coi_audit.report.registers.gifts import taken
from coi_audit.report.registers.tables import BODY_WORD, pounds, said

TITLE_A = "Declaration of interests"
TITLE_C = "Declaration of gifts and hospitality"
_TYPES = {
    InterestCategory.FINANCIAL: "Financial",
    InterestCategory.NON_FINANCIAL_PROFESSIONAL: "Non-financial professional",
    InterestCategory.NON_FINANCIAL_PERSONAL: "Non-financial personal",
}
_MEANT = (
    ("Financial", "The person may gain money directly from what is decided: ownership, shares, paid work."),
    ("Non-financial professional", "The person may gain standing or a better career, and no money from it directly."),
    ("Non-financial personal", "The person may gain in another way that is neither money nor career."),
    (
        "Indirect",
        "Somebody close to the person holds one of the three: a spouse or partner, a close relative, a close friend or "
        "a business partner.",
    ),
)  # fmt: skip
_SIGN = (("Signed", ""), ("Date", ""))


def forms_a(full: KeptRegisters, records: Records) -> Iterator[Form]:
    """One form for everybody on the register, on a committee, or on the list of staff, by surname."""
    people = _people(full, records)
    for name in sorted(people, key=by_name):
        own = [one for one in full.interests if one.holder.name == name and _still(one)]
        yield Form("A", TITLE_A, file_stem(name), name, _parts_a(full, name, people[name], own))


def _people(full: KeptRegisters, records: Records) -> dict[str, str]:
    """Position by name. A holder's name in another spelling, on a committee or list of staff, is the holder's."""
    found = {one.name: one.position for one in full.holders()}
    seats = [one for committee in full.body.committees for one in committee.members if one.in_office(full.as_of)]
    listed = [(one.name, one.title) for one in seats]
    listed += [
        (one.name, one.position)
        for one in records.staff
        if one.decision_maker is not False and (one.left_on is None or one.left_on >= full.as_of)
    ]
    for name, position in listed:
        known = next((one for one in found if same_person(name, one) is Match.MATCHED), name)
        found[known] = found.get(known) or position
    return found


def _still(kept: KeptInterest) -> bool:
    return kept.standing in (Standing.CURRENT, Standing.ENDED)


def _parts_a(full: KeptRegisters, name: str, position: str, own: list[KeptInterest]) -> tuple[Part, ...]:
    where = f"Position within, or relationship with, the {BODY_WORD[full.body.kind]}"
    if full.body.kind is BodyKind.CCG:
        where += " (or NHS England, for a joint committee)"
    rows = tuple((_type(one), _description(one), _period(one), one.interest.mitigation or "") for one in own)
    headings = (
        "Type of interest",
        "Description (for an indirect interest, the relationship with whoever holds it)",
        "Date interest relates: from and to",
        "Actions to be taken to mitigate risk (agreed with a manager)",
    )
    nil = next((one.nil for one in full.nil_returns if one.holder.name == name), None)
    told = [Note(f"The records hold a nil return of {in_words(nil.on)}.")] if nil and nil.on else []
    return (
        Answers((("Name", name), (where, position))),
        *told,
        Grid("Interests", headings, rows, (18, 40, 18, 24), blank=2 if rows else 4),
        Heading("Publication"),
        Note("I do / do not agree that this declaration is published (strike out one)."),
        Answers((("If not, the reasons", ""),)),
        Heading("Signatures"),
        Note(
            "To the best of my knowledge the above is complete and correct, and I will tell any change within 28 days."
        ),
        Answers(_SIGN),
        Note("Line manager or senior manager"),
        Answers((("Signed", ""), ("Position", ""), ("Date", ""))),
        Heading("The four types of interest"),
        Grid("Types", ("Type", "What it means"), _MEANT, (26, 74)),
    )


def _type(kept: KeptInterest) -> str:
    category = kept.interest.category
    told = _TYPES[category] if category else ""
    if kept.interest.direct is not False:
        return told
    return f"Indirect ({told[:1].lower()}{told[1:]})" if told else "Indirect"


def _description(kept: KeptInterest) -> str:
    told = kept.interest.words
    whose = kept.interest.relationship
    if whose and whose.casefold() not in told.casefold():
        return f"{told} ({whose})"
    return told


def _period(kept: KeptInterest) -> str:
    interest = kept.interest
    first = _day(interest.held_from, interest.from_text)
    last = _day(interest.held_until, interest.until_text)
    return said((f"from {first}" if first else "", f"to {last[:1].lower()}{last[1:]}" if last else ""), " ")


def _day(told: PartialDate | None, text: str) -> str:
    return str(told) if told is not None else text


def forms_c(full: KeptRegisters) -> Iterator[Form]:
    """One form for every offer, in the order of the register."""
    for kept in full.gifts:
        gift = kept.gift
        on = gift.offered_on or gift.received_on
        about = said((kept.holder.name, in_words(on) if on else ""), ", ")
        stem = file_stem(on.isoformat() if on else "undated", kept.holder.name)
        yield Form("C", TITLE_C, stem, about, _parts_c(full, kept))


def _parts_c(full: KeptRegisters, kept: KeptGift) -> tuple[Part, ...]:
    gift = kept.gift
    value = pounds(gift.value) if gift.value is not None else gift.value_text
    pairs = (
        ("Recipient name", kept.holder.name),
        ("Position", kept.holder.position),
        ("Date of offer", in_words(gift.offered_on) if gift.offered_on else ""),
        ("Date of receipt (if applicable)", in_words(gift.received_on) if gift.received_on else ""),
        ("Details of gift or hospitality", gift.details),
        ("Estimated value", value),
        ("Supplier or offeror: name and nature of business", gift.giver),
        ("Details of previous offers or acceptance by this offeror or supplier", gift.previous_offers or ""),
        ("Officer reviewing and approving the declaration, and date", gift.approved_by or ""),
        ("Declined or accepted?", taken(gift) if gift.accepted is not None else ""),
        ("Reason for accepting or declining", gift.reason or ""),
        ("Other comments", gift.comments or ""),
    )
    manager = f"Line manager or senior manager of the {BODY_WORD[full.body.kind]}"
    return (
        Answers(pairs),
        Heading("Signatures"),
        Note("Recipient"),
        Answers(_SIGN),
        Note(manager),
        Answers((("Signed", ""), ("Position", ""), ("Date", ""))),
    )
