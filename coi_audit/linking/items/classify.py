"""One agenda item to its decision type, scope, purpose and parties, by the vocabulary and a few general rules.

It refuses to know titles: every word that decides stands in rules/vocabulary/ and is named in `because`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coi_audit.linking.items.closed import is_closed, pays_nobody
from coi_audit.linking.items.members import NETWORKS, lists_members
from coi_audit.linking.items.named import COMPANIES, outside_general_practice, type_of
from coi_audit.linking.items.parties import ItemParties, read_parties, says_general_practice
from coi_audit.linking.items.purpose import PurposeRead, asks_for_decision, read_purpose
from coi_audit.linking.items.scope import PRIMARY_CARE, Concern, about_general_practice, scope_of
from coi_audit.linking.items.sub_group import sub_group_of
from coi_audit.linking.items.title_spelling import put_right
from coi_audit.linking.items.type import ProcedureRead, TypeRead, read_procedure, read_type, without_names
from coi_audit.model.linking import Classification
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.organisations import FoundName
from coi_audit.model.words import CommitteeKind, Confidence, OrganisationKind, Purpose, Scope
from coi_audit.rulebook.phrases import Word, words_of
from coi_audit.rulebook.vocabulary_books import ClosedWhen, Concerns, DecisionType, Vocabulary

_PRIMARY_CARE_BODIES = frozenset({OrganisationKind.PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION})
_GROUPS = frozenset({"committee", "group", "subcommittee", "board"})
_BRANCH = re.compile(
    r"\bbranch(?:\s+(?:surgery|site|practice|clinic|premises))?$", re.IGNORECASE
)  # "Branch End Surgery" is none
_EMPTY = frozenset({"any_other_business", "papers_for_information"})  # what they hold, their titles do not say


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known beside the item: whose meeting it is, the words, and the names the lists know."""

    committee_kind: CommitteeKind
    vocabulary: Vocabulary
    found: tuple[FoundName, ...]


def classify(
    item: AgendaItem,
    *,
    committee_kind: CommitteeKind,
    vocabulary: Vocabulary,
    found: Sequence[FoundName] = (),
    parent: AgendaItem | None = None,
) -> Classification:
    """Classify one agenda item.

    `found` are the names of organisations that the lists know in the item's title and text; without them names are
    read from the words alone. `parent` is the item it is numbered under (8 of 8.1): its words count where the item's
    own do not say what is decided, or about whom. Never fails: what the words do not say has `confidence` ask, and
    `because` says so.
    """
    around = _Around(committee_kind, vocabulary, tuple(found))
    result, parties, sure = _read(item, around)
    if sure and (parent is None or parties.in_title or result.procedure is not None):
        return result
    title, slips = put_right(item.title, (*parties.masked, *parties.in_title), vocabulary)
    if slips:
        item = item.model_copy(update={"title": title})
        result, parties, sure = _read(item, around)
    under = None if parent is None else _under(item, parent, around, sure=sure)
    result = under or result
    return replace(result, because=(*slips, *result.because)) if slips else result


def _under(item: AgendaItem, parent: AgendaItem, around: _Around, *, sure: bool) -> Classification | None:
    """The item read with the title of the item it is numbered under; None where that says no more."""
    whole = item.model_copy(update={"title": f"{parent.title}: {item.title}", "action": item.action or parent.action})
    result, parties, told = _read(whole, around)
    if not told or result.procedure is not None or (sure and not parties.in_title):
        return None
    said = f'It stands under "{parent.title}", whose words were read with its own.'
    return replace(result, sub_group=sub_group_of(item.title), because=(said, *result.because))


def _read(item: AgendaItem, around: _Around) -> tuple[Classification, ItemParties, bool]:
    """One item by its own words; its parties; and whether a phrase of the title says what it is."""
    words, vocabulary = words_of(item.title), around.vocabulary
    primary_care = around.committee_kind in PRIMARY_CARE
    says_practice = bool(vocabulary.subjects.general_practice.find(words))
    procedure = read_procedure(words, vocabulary)
    theirs = procedure is not None and _of_another_group(procedure, words, vocabulary, primary_care=primary_care)
    procedure = None if theirs else procedure
    if procedure is not None and not procedure.gives_way:
        return _as_procedure(item, procedure, vocabulary), ItemParties(), True
    parties = read_parties(item, vocabulary=vocabulary, found=around.found, bare_names=primary_care or says_practice)
    plain = without_names(item.title, parties.masked)
    kinds = {name.kind for name in parties.in_title if name.sure}
    trader, practice = bool(kinds & (_PRIMARY_CARE_BODIES | COMPANIES)), OrganisationKind.PRACTICE in kinds
    read = read_type(plain, item.text, vocabulary, trader=trader or theirs, practice=practice)
    if read is not None and read.sure and vocabulary.types[read.code].general:
        parties = parties.without_bystanders()
    if procedure is not None and not _gives_way(item, parties, read, vocabulary):
        return _as_procedure(item, procedure, vocabulary), parties, True
    result = _as_decision(item, around.committee_kind, plain, parties, read, vocabulary)
    return result, parties, read is not None and read.sure


def _of_another_group(
    procedure: ProcedureRead, words: Sequence[Word], vocabulary: Vocabulary, *, primary_care: bool
) -> bool:
    """Whether minutes, or the report of a chair, are those of a group for primary care: then they are its report.

    The minutes before a primary care committee are its own, whatever group its name holds.
    """
    theirs = procedure.label == "officers_report" or (procedure.label == "minutes" and not primary_care)
    group = any(word.stem in _GROUPS for word in words)
    return theirs and group and says_general_practice(words, vocabulary.subjects) is not None


def _gives_way(item: AgendaItem, parties: ItemParties, read: TypeRead | None, vocabulary: Vocabulary) -> bool:
    """Whether an item of procedure carries a decision in its title."""
    typed = read is not None and read.sure
    return bool(parties.in_title) or (typed and asks_for_decision(item, vocabulary.actions))


def _as_procedure(item: AgendaItem, procedure: ProcedureRead, vocabulary: Vocabulary) -> Classification:
    kind = vocabulary.procedures[procedure.label]
    purpose = read_purpose(item, vocabulary.actions, usual=procedure.purpose, usual_of=kind.title)
    usual = purpose if purpose.by_agenda else None
    because = [f'"{procedure.phrase}" is procedure ({kind.title}).']
    because.append(usual.because if usual else f"An item of {kind.title} is usually for {procedure.purpose}.")
    empty = procedure.label in _EMPTY
    doubts = ("The title does not say what will be raised: ask.",) if empty else ()
    return Classification(
        decision_type=None,
        concerns_gp_services=False,
        scope=Scope.NONE,
        purpose=usual.purpose if usual else procedure.purpose,
        closed=item.private,
        procedure=procedure.label,
        confidence=Confidence.ASK if empty else Confidence.CERTAIN,
        because=(*because, *doubts),
        doubts=doubts,
    )


def _as_decision(
    item: AgendaItem,
    committee_kind: CommitteeKind,
    plain: Sequence[Word],
    parties: ItemParties,
    read: TypeRead | None,
    vocabulary: Vocabulary,
) -> Classification:
    told = type_of(plain, parties, read, vocabulary)
    names = parties.all
    told_by = read.found if read is not None and read.sure else None
    concern = about_general_practice(plain, told[0], names, vocabulary, committee=committee_kind, told_by=told_by)
    kind, type_because = outside_general_practice(told, concern, plain, parties, vocabulary)
    scope, scope_because = scope_of(plain, kind, names, vocabulary, gp_services=concern.gp_services)
    if kind.code == NETWORKS and scope is Scope.NAMED_PRACTICE and lists_members(item.title, parties.in_title):
        scope, scope_because = Scope.SOME_PRACTICES, "It lists the practices that form a group."
    usual = _usual(kind, plain, parties, read, gp_services=concern.gp_services)
    asked = item.model_copy(update={"title": parties.hidden_in(item.title)})
    purpose = read_purpose(asked, vocabulary.actions, usual=usual, usual_of=f"{kind.code}, {kind.title.lower()},")
    doubts = _doubts(plain, parties, read, scope, concern, committee_kind)
    return Classification(
        decision_type=kind.code,
        concerns_gp_services=concern.gp_services,
        scope=scope,
        purpose=purpose.purpose,
        mentions=_subjects(parties, scope),
        neighbours=parties.neighbours,
        sub_group=sub_group_of(item.title),
        closed=is_closed(item, kind, scope, plain, vocabulary),
        zero_sum=kind.zero_sum,
        pays_nobody=pays_nobody(kind, purpose.purpose, plain, vocabulary),
        confidence=_confidence(doubts, read, purpose, parties),
        because=(type_because, concern.because, scope_because, purpose.because, *doubts),
        doubts=tuple(doubts),
    )


def _usual(
    kind: DecisionType, plain: Sequence[Word], parties: ItemParties, read: TypeRead | None, *, gp_services: bool
) -> Purpose:
    """What the item is for where no word says: of what nobody can tell, the strongest is taken and a person asked.

    One word for a field of work ("Premises") is a heading; one for a scheme or service ("Phlebotomy") is its matter.
    """
    scheme = kind.concerns is Concerns.ALWAYS or kind.closed is ClosedWhen.WITH_ACT
    if len(plain) == 1 and not parties.all and not scheme:
        return Purpose.INFORMATION
    return Purpose.DECISION if read is None and gp_services else kind.purpose


def _subjects(parties: ItemParties, scope: Scope) -> tuple[str, ...]:
    """The parties an item is about: no person of an internal item, and no branch beside the practice it belongs to."""
    if scope is Scope.INTERNAL:
        return ()
    branches = [name for name in parties.mentions if _BRANCH.search(name)]
    rest = tuple(name for name in parties.mentions if name not in branches)
    return rest or parties.mentions


def _doubts(
    plain: Sequence[Word],
    parties: ItemParties,
    read: TypeRead | None,
    scope: Scope,
    concern: Concern,
    committee_kind: CommitteeKind,
) -> list[str]:
    """What a person should settle, in sentences."""
    doubts = []
    if read is None:
        doubts.append("The words do not say what is decided: ask.")
    elif len(plain) == 1 and not parties.all:
        doubts.append("One word does not say what is decided: ask.")
    if scope is Scope.NAMED_PRACTICE and not parties.all:
        doubts.append("A practice is concerned and not named: ask which.")
    if any(not name.sure for name in parties.in_title):
        doubts.append("What was taken for a practice's name may be none: ask.")
    if committee_kind is CommitteeKind.OTHER and not concern.by_words:
        doubts.append("Of an unknown committee the words do not say whether GP services are meant: ask.")
    return doubts


def _confidence(doubts: Sequence[str], read: TypeRead | None, purpose: PurposeRead, parties: ItemParties) -> Confidence:
    if doubts:
        return Confidence.ASK
    sure = read is not None and read.sure and purpose.by_agenda
    return Confidence.CERTAIN if sure and not parties.in_text else Confidence.LIKELY
