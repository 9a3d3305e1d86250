"""The checklists and bidders' declarations in the folder, and which procurement each belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.audit.audited import Audited
from coi_audit.audit.procurement_matters import Matter
from coi_audit.audit.procurement_names import alike_party, likeness, parties_in, same_party, sentences, title_words
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Party
from coi_audit.model.procurement import BidderDeclaration, ProcurementChecklist
from coi_audit.rulebook.procurement_words import procurement_words

SOLE, BEYOND = "evidence_no_other_capable_provider", "above_and_beyond_core_gp_contract"
_DIRECT_ONLY = frozenset({SOLE, BEYOND, "gp_contract_quality_assurance"})
_ROUTE_ONLY = frozenset({"fair_price_method", "patients_aware_of_full_provider_range"})  # of some routes only
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Bids:
    """What the folder tells of one procurement's bidders: names in words, and the papers relied on."""

    bidders: str = ""
    without: str = ""
    open: str = ""
    there: bool | None = None
    evidence: tuple[SourceRef, ...] = ()


def is_about(words: str, matter: Matter) -> bool:
    """Whether a title or reference written on another paper means this procurement."""
    row = matter.row
    if row is not None and row.reference and words.strip().casefold() == row.reference.strip().casefold():
        return True
    if row is not None and len(row.reference) > 2 and _holds(words, row.reference):
        return True
    titles = [matter.title, *((row.description or "",) if row is not None else ())]
    for title in titles:
        shared, part = likeness(words, title)
        alone = len(title_words(words)) == 1 == len(title_words(title))
        if part >= _MOST and (shared >= 2 or alone):
            return True
        if title and words.strip().casefold() == title.strip().casefold():
            return True
        if len(title.split()) > 1 and title_words(title) and _holds(words, title):
            return True
    return False


def _holds(words: str, phrase: str) -> bool:
    """Whether a text holds a reference or title whole, whatever marks stand around it."""
    whole = r"\s+".join(re.escape(part) for part in phrase.split())
    return re.search(rf"(?<![\w/-]){whole}(?![\w/-])", words, re.IGNORECASE) is not None


def checklist_of(matter: Matter, audited: Audited) -> ProcurementChecklist | None:
    """The checklist of this procurement, None where none in the folder is."""
    return next((one for one in audited.case.records.checklists if is_about(one.service, matter)), None)


def unanswered(checklist: ProcurementChecklist, *, direct: bool | None) -> tuple[str, ...]:
    """The questions left blank, in words; those of one route only where that route was taken."""
    asked = [
        key
        for key, answer in checklist.answers
        if not answer.strip() and key not in _ROUTE_ONLY and (key not in _DIRECT_ONLY or direct)
    ]
    return (*(key.replace("_", " ") for key in asked), *checklist.unread)


def evidence_given(told: str | None, checklist: ProcurementChecklist | None, question: str) -> bool | None:
    """Whether evidence is given, by the entry's own cell, else by the checklist's answer; None where neither asks."""
    for text in (told, checklist.answer(question) if checklist is not None else None):
        if text is not None:
            return bool(text.strip()) and not procurement_words().begins("answer_no", text)
    return None


def bids_of(matter: Matter, audited: Audited) -> Bids:
    """Which bidders made a declaration, by the entry's own words and the declarations in the folder."""
    row, folder = matter.row, audited.case.records.bidder_declarations
    told = (row.bidder_declarations or "").strip() if row is not None else ""
    named = matter.bidders
    bidders = list(matter.parties if named else matter.supplier)
    if told and bidders:
        return _by_entry(told, bidders)
    own = [one for one in folder if _belongs(one, matter, bidders, audited)]
    made = [(one, parties_in(one.bidder, matter.on, audited.knowledge)) for one in own]
    for _, parties in made:  # a list of bidders' forms names those who bid, whether or not their form came
        bidders += [party for party in parties if not any(same_party(party, known) for known in bidders)]
    if not bidders or (not named and not own):
        return Bids()
    without = [one for one in bidders if not any(_made(entry, parties, one) for entry, parties in made)]
    refused = [party for entry, parties in made if entry.received is False for party in parties]
    open_ = [
        one
        for one in without
        if any(alike_party(one, party) for _, parties in made for party in parties)
        and not any(same_party(one, party) for party in refused)
    ]
    without = [one for one in without if one not in open_]
    return Bids(_names(bidders), _names(without), _names(open_), bool(own), tuple(one.source for one in own))


def _by_entry(told: str, bidders: Sequence[Party]) -> Bids:
    """The entry's own words: "Yes", "Outstanding", "All but CareNow Ltd received"."""
    words = procurement_words()
    lacking = [
        one
        for one in bidders
        if any(_names_it(one, part) and _missing(part) for part in sentences(part for part in told.split(",")))
    ]
    if not lacking and (words.begins("answer_no", told) or (words.says("answer_no", told) and len(bidders) == 1)):
        lacking = list(bidders)
    doubtful = not lacking and words.says("answer_no", told)
    return Bids(_names(bidders), _names(lacking), _names(bidders) if doubtful else "", True)


def _missing(part: str) -> bool:
    return procurement_words().says("answer_no", part) or part.casefold().startswith(("all but", "all except"))


def _names_it(party: Party, part: str) -> bool:
    return any(name and name.casefold() in part.casefold() for name in (party.mention, party.name))


def _belongs(one: BidderDeclaration, matter: Matter, bidders: Sequence[Party], audited: Audited) -> bool:
    """Whether a declaration is of this procurement: it says so, or it says nothing and is a bidder's of that time."""
    if one.procurement.strip():
        return is_about(one.procurement, matter)
    parties = parties_in(one.bidder, matter.on, audited.knowledge)
    return any(same_party(party, bidder) for party in parties for bidder in bidders)


def _made(entry: BidderDeclaration, parties: Sequence[Party], bidder: Party) -> bool:
    return entry.received is not False and any(same_party(party, bidder) for party in parties)


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)
