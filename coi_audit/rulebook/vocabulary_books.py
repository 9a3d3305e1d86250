"""What a vocabulary holds once it is read: decision types, procedure, and the books of phrases by what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coi_audit.model.words import OrganisationKind, Purpose, Scope
from coi_audit.rulebook.phrases import PhraseBook

PURPOSES = (Purpose.INFORMATION, Purpose.DISCUSSION, Purpose.DECISION)  # weakest to strongest


class Concerns(StrEnum):
    """When an item of a type is about general practice."""

    ALWAYS = "always"
    BY_WORDS = "by_words"  # in a primary care committee; elsewhere only where the words say so
    NEVER = "never"


class ClosedWhen(StrEnum):
    """When an item of a type is a closed one (contract, section 6); a private item always is."""

    ALWAYS = "always"
    WITH_ACT = "with_act"
    NAMED_PRACTICE = "named_practice"
    PRIVATE_ONLY = "private_only"


@dataclass(frozen=True, slots=True)
class DecisionType:
    """One decision type, as decision_types.yaml explains its keys."""

    code: str
    title: str
    scope: Scope
    purpose: Purpose
    concerns: Concerns
    zero_sum: bool
    pays_nobody: bool
    closed: ClosedWhen
    phrases: tuple[str, ...]
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    general: bool = False
    act: bool = False
    yields_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """One kind of procedure item, as procedure.yaml explains its keys."""

    label: str
    title: str
    purpose: Purpose
    gives_way: bool
    anywhere: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionBooks:
    """Words that tell a purpose; `tiers` are the title's, strongest first, each with its name."""

    words: PhraseBook[Purpose]
    not_asked: PhraseBook[str]
    no_action: PhraseBook[str]
    asked_by: PhraseBook[str]
    report_heads: PhraseBook[str]  # heads of a title that only tell
    tiers: tuple[tuple[str, PhraseBook[Purpose]], ...]


@dataclass(frozen=True, slots=True)
class SubjectBooks:
    """What a title is about beside its type, as subjects.yaml explains."""

    general_practice: PhraseBook[str]
    not_general_practice: PhraseBook[str]
    other_services: PhraseBook[str]
    other_primary_care: PhraseBook[str]
    dental_and_optical: PhraseBook[str]
    one_practice: PhraseBook[str]
    groups: PhraseBook[str]
    everybody: PhraseBook[str]
    money: PhraseBook[str]
    award_acts: PhraseBook[str]
    gains_in_text: PhraseBook[str]
    supplier_gains: PhraseBook[str]
    bidding: PhraseBook[str]
    private_headings: PhraseBook[str]
    policies: PhraseBook[str]
    in_practices: PhraseBook[str]


@dataclass(frozen=True, slots=True)
class NameBooks:
    """How names are known, as names.yaml explains. A kind of None is no party. The sets hold word stems."""

    endings: PhraseBook[OrganisationKind | None]
    known: PhraseBook[OrganisationKind]
    never_a_party: PhraseBook[str]
    not_after_practice: PhraseBook[str]
    after_bare_name: PhraseBook[bool]  # True: sure
    before_bare_name: PhraseBook[bool]
    places: PhraseBook[str]
    doctor: frozenset[str]
    doctor_tail: frozenset[str]
    place_endings: frozenset[str]
    begin_no_name: frozenset[str]
    street_words: frozenset[str]
    bare_tails: frozenset[str]
    before_place: frozenset[str]
    counts: frozenset[str]
    inside_names: frozenset[str]
    word_suffixes: tuple[str, ...]
    common: frozenset[str]  # words that make no name


@dataclass(frozen=True, slots=True)
class NeighbourBooks:
    """Words that make a practice a neighbour: the first four in sentences, the rest right beside a name in a title."""

    names_follow: PhraseBook[str]
    names_precede: PhraseBook[str]
    sentence_follow: PhraseBook[str]
    sentence_precede: PhraseBook[str]
    said_nouns: PhraseBook[str]
    said_between: PhraseBook[str]
    said_verbs: PhraseBook[str]
    said_by: PhraseBook[str]
    saying: PhraseBook[str]
    taking: PhraseBook[str]
    standing: PhraseBook[str]
    going: PhraseBook[str]
    going_to: PhraseBook[str]
    registering: PhraseBook[str]
    patients: PhraseBook[str]
    touching: PhraseBook[str]
    touching_of: PhraseBook[str]
    touching_on: PhraseBook[str]
    near: PhraseBook[str]
    near_units: PhraseBook[str]
    near_adjectives: PhraseBook[str]
    areas: PhraseBook[str]
    reached: PhraseBook[str]
    joining: PhraseBook[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything classification knows of words. Built by `load_vocabulary`."""

    types: Mapping[str, DecisionType]
    type_phrases: PhraseBook[str]
    type_hints: PhraseBook[str]
    type_unless: PhraseBook[str]
    scope_words: Mapping[str, PhraseBook[Scope]]
    procedures: Mapping[str, Procedure]  # in the order of precedence
    procedure_anywhere: PhraseBook[str]
    procedure_alone: PhraseBook[str]
    actions: ActionBooks
    subjects: SubjectBooks
    names: NameBooks
    neighbours: NeighbourBooks
    spelt: frozenset[str] = frozenset()  # words that a misspelt one may stand for
