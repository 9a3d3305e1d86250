"""Which organisation is meant: names on agendas and registers that could be several, or that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.audit.examine import Examined
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.link_names import may_be_same, same_name, sounds_like_practice
from coi_audit.linking.links import describe
from coi_audit.model.answers import (
    NO_ORGANISATION,
    NONE_OF_THESE,
    Choice,
    Question,
    QuestionKind,
    question_id,
)
from coi_audit.model.dates import in_words
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Holding, Party
from coi_audit.model.organisation_lists import ListKind
from coi_audit.model.organisations import Resolution
from coi_audit.model.words import Match

_TYPED = "the organisation's name or ODS code"


def organisation_questions(one: Examined, knowledge: Knowledge) -> Iterator[Question]:
    """Parties and interests of one meeting whose name is in doubt."""
    for item in one.items:
        if item.substantive:
            for party in (*item.context.parties, *item.context.neighbours):
                if party.resolution is not None and _is_open(party.resolution, one, knowledge):
                    yield _of_party(party, item, one)
    here = set(one.room.places)
    for holding in one.holdings:
        resolution = holding.resolution
        if holding.person.key in here and resolution is not None and _is_open(resolution, one, knowledge):
            yield _of_holding(holding, resolution, one)


def item_place(item: ClassifiedItem, one: Examined) -> str:
    """`5 September 2017, item 6 “List closure”`."""
    number = f"item {item.item.number} " if item.item.number else ""
    return f"{in_words(one.meeting.on)}, {number}“{item.item.title}”"


def _is_open(resolution: Resolution, one: Examined, knowledge: Knowledge) -> bool:
    """Whether somebody has to say: several fit, or a practice's name fits nobody although others are known."""
    if resolution.outcome is not Match.NONE:
        return resolution.outcome is Match.ASK
    directory = knowledge.directory
    if resolution.answered or not sounds_like_practice(resolution.mention):
        return False
    if directory.resolve(resolution.mention, on=one.meeting.on).because != resolution.because:
        return False  # the register itself says that it means a place elsewhere
    lists = bool(directory.history.codes(ListKind.PRACTICES))
    if not lists and not directory.practices(one.meeting.on):
        return False
    written = [holding.organisation_name for holding in one.holdings if holding.outcome is Match.NONE]
    written += [party.mention for item in one.items for party in item.context.parties if party.outcome is Match.NONE]
    alike = sum(same_name(resolution.mention, name) for name in written)
    return lists or alike < 2  # without a list, papers that write a name alike settle it between them


def _of_party(party: Party, item: ClassifiedItem, one: Examined) -> Question:
    assert party.resolution is not None
    touched = [(holding, why) for holding in one.holdings if (why := may_be_same(holding, party))]
    known = [("The agenda says", item.item.title)]
    known += [(f"The interest of {holding.person.name}", describe(holding)) for holding, _ in touched]
    evidence = (item.item.source, *(ref for holding, _ in touched for ref in holding.evidence))
    return _question(
        party.resolution, tuple(known), evidence=evidence, where=item_place(item, one), weight=0 if touched else 1
    )


def _of_holding(holding: Holding, resolution: Resolution, one: Examined) -> Question:
    parties = [(item, party) for item in one.items for party in item.context.parties]
    touched = [(item, party) for item, party in parties if may_be_same(holding, party)]
    known = [("The register says", f"{holding.person.name}: {describe(holding)}")]
    known += [("The agenda says", item.item.title) for item, _ in touched]
    evidence = (*holding.evidence, *(item.item.source for item, _ in touched))
    weight = 0 if touched else 4 if resolution.outcome is Match.ASK else 6
    where = item_place(touched[0][0], one) if touched else f"{in_words(one.meeting.on)}, {holding.person.name}"
    return _question(resolution, tuple(known), evidence=evidence, where=where, weight=weight)


def _question(
    resolution: Resolution,
    known: tuple[tuple[str, str], ...],
    *,
    evidence: tuple[SourceRef, ...],
    where: str,
    weight: int,
) -> Question:
    mention = resolution.mention
    offered = [_choice(name=one.name, code=one.ods_code, why=one.why) for one in resolution.candidates]
    none = "none of these: an organisation of its own" if offered else "an organisation of its own, which no list has"
    return Question(
        id=question_id(QuestionKind.ORGANISATION, mention),
        kind=QuestionKind.ORGANISATION,
        asks=f'Which organisation is "{mention}"?',
        about=mention,
        choices=(
            *offered,
            Choice(NONE_OF_THESE, none),
            Choice(NO_ORGANISATION, "no organisation: these words are no name"),
        ),
        now=resolution.because,
        known=known,
        evidence=evidence,
        free=_TYPED,
        where=(where,),
        weight=weight,
    )


def _choice(*, name: str, code: str | None, why: str) -> Choice:
    called = f"{name} ({code})" if code else name
    return Choice(called, called, why)
