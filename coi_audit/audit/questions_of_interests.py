"""What a register row or the minutes leave unclear of an interest: its type, whose it is, its dates, its reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coi_audit.audit.answered import link_matter, namesake_matter, seat_words
from coi_audit.audit.examine import Examined
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.questions_of_names import item_place
from coi_audit.linking.answers import interest_matter
from coi_audit.linking.links import describe
from coi_audit.linking.ties import MONEY_TIES, PRACTICE_TIES
from coi_audit.model.answers import (
    NO_INTEREST,
    NO_ORGANISATION,
    STILL_HELD,
    Choice,
    Question,
    QuestionKind,
    fact,
    question_id,
)
from coi_audit.model.case import Case
from coi_audit.model.dates import in_words
from coi_audit.model.interests import Interest
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.words import InterestCategory, LinkKind, Relationship

_CATEGORY_WORDS = {
    InterestCategory.FINANCIAL: "financial: it may bring money",
    InterestCategory.NON_FINANCIAL_PROFESSIONAL: "non-financial professional: it may bring standing or a career",
    InterestCategory.NON_FINANCIAL_PERSONAL: "non-financial personal: it may bring some other good",
}
_WHOSE_WORDS = {
    Relationship.SELF: "the person's own",
    Relationship.SPOUSE: "a spouse's or partner's",
    Relationship.RELATIVE: "another relative's",
    Relationship.FRIEND: "a friend's",
    Relationship.BUSINESS_PARTNER: "a business partner's",
}
_LINK_CHOICES = (
    Choice("neighbour", "in a neighbouring or affected practice"),
    Choice("shared", "in a practice that the item touches like the others"),
    Choice("personal", "in the person's own pay, post or contract"),
    Choice(NO_INTEREST, "it does not touch this item"),
)
_MOST_CHOICES = 12
_UNREADABLE = "date"  # what every rejected date's problem or fix speaks of


def interest_questions(one: Examined, case: Case, knowledge: Knowledge) -> Iterator[Question]:
    """What one meeting needs to know of the interests of whoever was there."""
    touching = {id(each.holding.interest) for item in one.audit.items for each in item.conflicts}
    columns = {register.file: register.columns for register in case.registers}
    unread = {(each.file, each.value) for each in case.rejected if _UNREADABLE in f"{each.problem} {each.fix}"}
    for holding in one.holdings:
        row = holding.interest
        if row is None or holding.person.key not in one.room.places:
            continue
        weight = 1 if id(row) in touching else 5
        if row.category is None and "category" in columns.get(row.source.file, ()):
            yield _category(row, holding, one, weight)
        if not row.organisation and holding.organisation is None and holding.tie in (*PRACTICE_TIES, *MONEY_TIES):
            yield _organisation(row, holding, one, weight, knowledge)
        unsaid = row.direct is None and "direct" in columns.get(row.source.file, ()) and not row.relationship
        matters = unsaid and holding.relationship is Relationship.SELF and id(row) in touching
        if holding.relationship is Relationship.UNSTATED or matters:
            yield _whose(row, holding, one, weight)
        for kind, text, value in (
            (QuestionKind.INTEREST_FROM, row.from_text, row.held_from),
            (QuestionKind.INTEREST_UNTIL, row.until_text, row.held_until),
        ):
            if value is None and text and (row.source.file, text) in unread:
                yield _date(kind, text, row, holding, one, weight)
    for item, audited in zip(one.items, one.audit.items, strict=True):
        for conflict in (*audited.conflicts, *audited.recent):
            yield from _of_namesakes(conflict.holding, item_place(item, one), one)
            if conflict.link.kind is LinkKind.UNCLEAR and conflict.link.party is None:
                yield _of_link(conflict, item, one)


def _row(
    kind: QuestionKind, row: Interest, holding: Holding, one: Examined, *, asks: str, choices: tuple[Choice, ...]
) -> Question:
    return Question(
        id=question_id(kind, *interest_matter(row)),
        kind=kind,
        asks=asks,
        about=f"{row.person}: {row.organisation or row.nature}",
        choices=choices,
        now="",
        known=(("The register says", row.source.text or f"{row.person}: {row.organisation} {row.nature}"),),
        evidence=(row.source,),
        where=(f"{in_words(one.meeting.on)}, {holding.person.name}",),
    )


def _category(row: Interest, holding: Holding, one: Examined, weight: int) -> Question:
    choices = tuple(Choice(value.value, label) for value, label in _CATEGORY_WORDS.items())
    asks = f"What type of interest is {row.person}'s: {describe(holding)}?"
    question = _row(QuestionKind.INTEREST_CATEGORY, row, holding, one, asks=asks, choices=choices)
    return replace(question, now=f"It is taken as {_CATEGORY_WORDS[holding.category].split(':')[0]}.", weight=weight)


def _whose(row: Interest, holding: Holding, one: Examined, weight: int) -> Question:
    choices = tuple(Choice(value.value, label) for value, label in _WHOSE_WORDS.items())
    what = "interest" if holding.relationship is Relationship.SELF else "indirect interest"
    asks = f"Whose is the {what} of {row.person} in {holding.organisation_name or row.nature}?"
    question = _row(QuestionKind.INTEREST_RELATIONSHIP, row, holding, one, asks=asks, choices=choices)
    own = holding.relationship is Relationship.SELF
    now = "It is taken as their own." if own else "It is read at its strongest, as a spouse's."
    return replace(question, now=now, weight=weight)


def _organisation(row: Interest, holding: Holding, one: Examined, weight: int, knowledge: Knowledge) -> Question:
    practices = knowledge.directory.practices(one.meeting.on)
    few = practices if len(practices) <= _MOST_CHOICES else ()
    called = [f"{each.name} ({each.ods_code})" if each.ods_code else each.name for each in few]
    none = Choice(NO_ORGANISATION, "no single organisation")
    asks = f'In what is the interest of {row.person} that the register tells as "{row.nature}"?'
    choices = (*(Choice(name, name) for name in called), none)
    question = _row(QuestionKind.INTEREST_ORGANISATION, row, holding, one, asks=asks, choices=choices)
    now = "The row names no organisation, so it touches no item."
    return replace(question, now=now, weight=min(weight, 3), free="the organisation's name or ODS code")


def _date(kind: QuestionKind, text: str, row: Interest, holding: Holding, one: Examined, weight: int) -> Question:
    begins = kind is QuestionKind.INTEREST_FROM
    when = f"Since when has {row.person} held" if begins else f"Until when did {row.person} hold"
    asks = f'{when} this interest: {describe(holding)}? The register says "{text}".'
    choices = () if begins else (Choice(STILL_HELD, "it is still held"),)
    question = _row(kind, row, holding, one, asks=asks, choices=choices)
    now = "It is taken to have been held all along." if begins else "It is taken to be held still."
    return replace(question, now=now, weight=weight, papers=(fact(text),), free="a date, a month or a year")


def _of_namesakes(holding: Holding, where: str, one: Examined) -> Iterator[Question]:
    alike = next((each for each in one.room.listed if each.person.key == holding.person.key and each.namesakes), None)
    if alike is None:
        return
    seats = tuple(Choice(seat_words(seat), seat_words(seat)) for seat in alike.namesakes)
    yield Question(
        id=question_id(QuestionKind.NAMESAKE, *namesake_matter(holding)),
        kind=QuestionKind.NAMESAKE,
        asks=f"Which {holding.person.name} holds this interest: {describe(holding)}?",
        about=f"{holding.person.name}: {holding.organisation_name}",
        choices=seats,
        now="It counts against the first of them, to be confirmed.",
        known=(("The papers say", holding.nature or describe(holding)),),
        evidence=holding.evidence,
        papers=tuple(sorted(fact(choice.value) for choice in seats)),
        where=(where,),
        weight=0,
    )


def _of_link(conflict: Conflict, item: ClassifiedItem, one: Examined) -> Question:
    holding, where = conflict.holding, item_place(item, one)
    evidence = conflict.participation.evidence or holding.evidence
    said = " ".join(ref.text for ref in evidence) or holding.nature
    parties = tuple(Choice(party.name, f"in {party.name}") for party in item.context.parties)
    asks, told = f"In what is the interest that {holding.person.name} stated at {where}?", "The minutes say"
    if holding.interest is not None and not conflict.participation.declared:
        asks = f"Does the interest of {holding.person.name} touch {where}: {describe(holding)}?"
        told, said = "The register says", f"{holding.interest.organisation}: {holding.interest.nature}"
    return Question(
        id=question_id(QuestionKind.LINK, *link_matter(holding, item, one.meeting)),
        kind=QuestionKind.LINK,
        asks=asks,
        about=f"{holding.person.name}: {item.item.title}",
        choices=(*parties, *_LINK_CHOICES),
        now="It is taken at its strongest and counted as to be confirmed.",
        known=((told, said),),
        evidence=evidence,
        papers=(fact(said),),
        where=(where,),
        weight=0,
    )
