"""Agenda items as people say what they are about, where their words do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.audit.items import ClassifiedItem, parties_of
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.answers import AnswerBook, item_matter
from coi_audit.model.answers import NO_ORGANISATION, NONE_OF_THESE, Answer, QuestionKind, Said
from coi_audit.model.linking import Classification, Party
from coi_audit.model.meetings import Meeting
from coi_audit.model.words import Confidence, Match, Purpose, Scope
from coi_audit.rulebook.vocabulary_books import ClosedWhen, Vocabulary

_PRACTICES = (Scope.NAMED_PRACTICE, Scope.SOME_PRACTICES, Scope.ALL_PRACTICES)
_OPEN_TYPE = "C28"  # where nobody says what an item that touches somebody decides
_ITEM_KINDS = (QuestionKind.ITEM_SCOPE, QuestionKind.ITEM_PURPOSE, QuestionKind.ITEM_TYPE, QuestionKind.ITEM_PARTY)


def answered_items(
    items: Sequence[ClassifiedItem], meeting: Meeting, knowledge: Knowledge
) -> tuple[ClassifiedItem, ...]:
    """The items as people say what they are about, where the words did not."""
    if not knowledge.answers:
        return tuple(items)
    return tuple(_answered_item(one, meeting, knowledge) for one in items)


def _answered_item(one: ClassifiedItem, meeting: Meeting, knowledge: Knowledge) -> ClassifiedItem:
    matter = item_matter(meeting, one.item)
    told = {kind: knowledge.answers.of(kind, *matter) for kind in _ITEM_KINDS}
    if not any(told.values()):
        return _without_no_organisations(one, knowledge.answers)
    classification = _classified(one.classification, told, knowledge.vocabulary, private=one.item.private)
    parties = parties_of(classification.mentions, meeting.on, knowledge)
    context = replace(one.context, classification=classification, parties=parties)
    return _without_no_organisations(replace(one, context=context), knowledge.answers)


def _classified(
    was: Classification, told: dict[QuestionKind, Answer | None], vocabulary: Vocabulary, *, private: bool
) -> Classification:
    scope_told, purpose_told = told[QuestionKind.ITEM_SCOPE], told[QuestionKind.ITEM_PURPOSE]
    type_told, party_told = told[QuestionKind.ITEM_TYPE], told[QuestionKind.ITEM_PARTY]
    scope = Scope(scope_told.answer) if scope_told else was.scope
    code = type_told.answer if type_told and type_told.answer in vocabulary.types else was.decision_type
    nothing = scope is Scope.NONE
    kind = vocabulary.types.get(code or ("" if nothing else _OPEN_TYPE))
    party = (party_told.answer,) if party_told and party_told.answer not in (NONE_OF_THESE, NO_ORGANISATION) else ()
    closed = kind is not None and (
        kind.closed is ClosedWhen.ALWAYS or (kind.closed is ClosedWhen.NAMED_PRACTICE and scope is Scope.NAMED_PRACTICE)
    )
    said = tuple(_said_of_item(one) for one in told.values() if one is not None)
    return replace(
        was,
        decision_type=kind.code if kind is not None else None,
        concerns_gp_services=scope in _PRACTICES or (was.concerns_gp_services and not scope_told),
        scope=scope,
        purpose=Purpose(purpose_told.answer) if purpose_told else was.purpose,
        mentions=() if scope_told and nothing else tuple(dict.fromkeys((*was.mentions, *party))),
        closed=private or closed or (was.closed and not type_told),
        zero_sum=kind.zero_sum if kind is not None and type_told else was.zero_sum,
        pays_nobody=kind.pays_nobody if kind is not None and type_told else was.pays_nobody,
        procedure=was.procedure if nothing or not scope_told else None,
        confidence=Confidence.LIKELY if scope_told and (purpose_told or nothing) else was.confidence,
        because=(*was.because, *(one.sentence for one in said)),
        answered=said,
    )


def _said_of_item(answer: Answer) -> Said:
    what = {
        QuestionKind.ITEM_SCOPE: "The item touches",
        QuestionKind.ITEM_PURPOSE: "The item is for",
        QuestionKind.ITEM_TYPE: "The kind of decision is",
        QuestionKind.ITEM_PARTY: "The item is about",
    }[answer.kind]
    return Said.of(answer, f"{what} {answer.answer.replace('_', ' ')}")


def _without_no_organisations(one: ClassifiedItem, book: AnswerBook) -> ClassifiedItem:
    """The item without the words that were taken for a party's name and are none."""
    parties = tuple(party for party in one.context.parties if not _is_none(party, book))
    neighbours = tuple(party for party in one.context.neighbours if not _is_none(party, book))
    if len(parties) == len(one.context.parties) and len(neighbours) == len(one.context.neighbours):
        return one
    return replace(one, context=replace(one.context, parties=parties, neighbours=neighbours))


def _is_none(party: Party, book: AnswerBook) -> bool:
    answer = book.of(QuestionKind.ORGANISATION, party.mention) if party.outcome is Match.NONE else None
    return answer is not None and answer.answer == NO_ORGANISATION
