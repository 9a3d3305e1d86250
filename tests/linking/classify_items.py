"""Helpers of the classification tests: one invented item, and a name the lists know."""

from __future__ import annotations

from datetime import date

from coi_audit.linking.items.classify import classify
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Classification
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.organisations import FoundName, Organisation, Resolution
from coi_audit.model.words import CommitteeKind, Match, OrganisationKind
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(rules_folder() / "vocabulary")
SOURCE = SourceRef(file="agenda.docx", paragraph=1)


def read(
    title: str,
    *,
    text: str = "",
    action: str | None = None,
    section: str | None = None,
    private: bool = False,
    committee: CommitteeKind = CommitteeKind.PCCC,
    found: tuple[FoundName, ...] = (),
) -> Classification:
    item = AgendaItem(title=title, text=text, action=action, section=section, private=private, source=SOURCE)
    return classify(item, committee_kind=committee, vocabulary=VOCABULARY, found=found)


def known(title: str, mention: str, kind: OrganisationKind) -> FoundName:
    organisation = Organisation(name=mention.upper(), kind=kind, opened=date(2010, 1, 1), source=SOURCE)
    start = title.index(mention)
    return FoundName(start, start + len(mention), Resolution(mention, Match.MATCHED, organisation))
