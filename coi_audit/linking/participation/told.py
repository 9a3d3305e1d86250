"""What the minutes say one person did about an interest at one item (contract, section 5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coi_audit.linking.items.sections import names_item, names_organisation
from coi_audit.linking.participation.binding import Deed, part_of
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.declarations import Declaration, declarations_of
from coi_audit.linking.participation.deeds import (
    absent_for_interest,
    deeds_around,
    deeds_at_item,
    deeds_declared,
    out_until_return,
)
from coi_audit.linking.participation.done import Covers, Done
from coi_audit.linking.participation.gone import gone_for_good
from coi_audit.linking.participation.lexicon import by_single_words
from coi_audit.linking.participation.reasons import Managed, read_managed, relevant
from coi_audit.linking.participation.sharers import sharers
from coi_audit.linking.participation.view import ItemView, item_view
from coi_audit.linking.participation.votes import as_many_abstained, decided_by, left_to_others
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Participation, Person
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.model.words import Action
from coi_audit.rulebook.minutes_words import MinutesWords, minutes_words


def read_participation(
    minutes: Sequence[Minutes],
    item: AgendaItem,
    person: Person,
    *,
    people: PeopleIndex,
    organisations: Sequence[str] = (),
    words: MinutesWords | None = None,
) -> Participation:
    """The record of one person at one item.

    `organisations` are names of the organisation the interest is in: words that name it speak of the interest.
    `people` must hold `person`. Without minutes `recorded_action` is None. `evidence` holds each sentence relied on.
    A sentence whose name could mean two people counts as said for both, and as done by neither.
    """
    position = people.position(person)
    view = item_view(minutes, item, organisations, people, words or minutes_words())
    if view is None or position is None:
        return Participation()
    return _Record(view, position).participation()


_OWING = re.compile(
    r"\b(?:due to|owing to|because of|given|having|on account of|by reason of"
    r"|in view of)\b[^.;]{0,40}?\b(?:interests?|conflicts?|COI|roles?|positions?|posts?|partnership"
    r"|employment|connections?|relationship"
    r"|links?|ties?|shares|shareholding|directorship|trusteeship|membership)\b",
    re.I,
)
_PRONOUNS = frozenset(("he", "she", "they", "both"))
# Telling of an interest is not speaking to the matter.
_TELLS = re.compile(
    r"(?:said|told|mentioned|advised|explained|informed|stated|noted|pointed|added|confirmed|reported|highlighted|raised)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Record:
    view: ItemView
    person: int

    def participation(self) -> Participation:
        every = declarations_of(self.view)
        own = [one for one in every if self.person in one.who]
        covers = self._covers(self._declarers())
        managed = self._managed(own)
        deeds = self._deeds(own, covers)
        absent = absent_for_interest(self.view, covers)
        said_by_deed = self._said_by_deed(deeds, absent)
        declared = bool(own) or said_by_deed
        action = self._action(deeds, managed, declared=declared, absent=absent is not None)
        left = deeds.left is not None
        return Participation(
            recorded_action=action,
            declared=declared,
            blanket=bool(own) and all(one.blanket for one in own),
            declared_at_start=any(not one.at_item for one in own),
            declared_at_item=any(one.at_item for one in own) or (said_by_deed and not own),
            nature_recorded=any(one.nature for one in own) or self._nature_of_deed(deeds, absent),
            item_named=any(one.item_named for one in own) or said_by_deed,
            ruling_recorded=managed.ruling is not None,
            reason=managed.reason if action.strength < Action.LEAVE.strength else None,
            deed_recorded=action is not Action.NONE,
            left_recorded=left,
            returned_recorded=deeds.returned is not None,
            papers_sent=managed.papers if absent is None or managed.papers is not None else self._papers_of(absent),
            took_part=_took_part(deeds),
            spoke_after_leaving=deeds.spoke_after,
            presents_own_case=deeds.own_case and left,
            stated_interest=next((one.stated for one in own if one.stated and not one.blanket), None),
            evidence=self._evidence(own, deeds, managed, absent),
        )

    def _declarers(self) -> frozenset[int]:
        return frozenset().union(*(one.who for one in declarations_of(self.view)))

    def _covers(self, declarers: frozenset[int]) -> Covers:
        person = self.person

        def covers(deed: Deed) -> bool:
            mention = deed.mention
            if mention is not None and mention.kind == "conflicted":
                if mention.text.casefold() in _PRONOUNS:
                    alone = mention.plural or len(declarers) == 1
                    return deed.kind not in ("speak", "act") and alone and person in declarers
                return not declarers or person in sharers(mention, deed.statement, self.view)
            if mention is not None and mention.kind == "sharing":
                shares = person in declarers and person in sharers(mention, deed.statement, self.view)
                return shares or person in deed.who
            return person in deed.who

        return covers

    def _tied(self, own: Sequence[Declaration]) -> Callable[[Statement, int], bool]:
        """Whether words under declarations speak of this item: by its number, or within a declaration of it."""
        passages = {(one.statement.sentence.source.file, one.statement.sentence.passage) for one in own}

        tables = {one.statement.sentence.source.table for one in own if one.statement.sentence.row} - {None}

        def tied(statement: Statement, start: int) -> bool:
            mine = any(one.statement is statement for one in own)
            if statement.sentence.row and (mine or statement.sentence.source.table in tables):
                return mine
            named = names_item(part_of(statement, start, self.view.cast), self.view.scope, self.view.minutes.on)
            if named is None and statement.sentence.row:
                return mine
            if named is None and not statement.mentions:  # "left", behind the semicolon of an entry
                named = self.view.named_before(statement)
            if named is not None:
                return named
            return (statement.sentence.source.file, statement.sentence.passage) in passages

        return tied

    def _deeds(self, own: Sequence[Declaration], covers: Covers) -> Done:
        at_item = deeds_at_item(self.view, covers)
        if at_item.left is not None and at_item.timing == "item" and self._to_stay_for_talk(own, at_item.left):
            at_item.timing = "decision"
        telling = {id(one.statement) for one in own if one.at_item}
        at_item.spoke = [
            one
            for one in at_item.spoke
            if id(one.statement) not in telling
            or not (one.kind == "act" or _TELLS.match(one.statement.text, one.start))
        ]
        if own and not at_item.left:
            voters = decided_by(self.view, self._declarers())
            if self.person in voters and not at_item.no_vote:
                at_item.took_part = at_item.voted = True
            not_among = bool(voters) and self.person not in voters
            at_item.no_vote = at_item.no_vote or not_among or left_to_others(self.view, self.person)
            at_item.no_vote = at_item.no_vote or as_many_abstained(self.view, self._declarers())
            if not at_item.no_vote:
                out_until_return(at_item, self.view, covers)
        if at_item.left or at_item.no_vote or at_item.took_part or (at_item.stayed and not own):
            return at_item
        around = deeds_around(self.view, covers, declared=bool(own))
        start = deeds_declared(self.view, covers, self._tied(own))
        for found in (around, start):
            if found.action() is not Action.NONE:
                found.spoke = at_item.spoke
                if found.left is not None and at_item.spoke:
                    found.timing = "decision"
                return found
        if (gone := gone_for_good(self.view, covers)) is not None:
            at_item.left, at_item.used = gone, [*at_item.used, gone.statement]
            return at_item
        return self._by_single_words(own, covers, at_item) if own else at_item

    def _to_stay_for_talk(self, own: Sequence[Declaration], left: Deed) -> bool:
        """Whether it had been settled to leave only for the decision, and talk stands before the leaving."""
        if left.statement is self.view.at_item[0]:
            return False
        tied, words = self._tied(own), self.view.cast.words
        seeds = [one.statement for one in own]
        for statements in self.view.declarations:
            for one in relevant(statements, self.person, seeds):
                out = words.find("leave_intended", one.text) if tied(one, len(one.text)) else None
                if out and any(person == self.person for mention in one.mentions for person in mention.who):
                    return words.find("decision_only", one.text[out.start() :]) is not None
        return False

    def _by_single_words(self, own: Sequence[Declaration], covers: Covers, at_item: Done) -> Done:
        """What the words at the item, and those of the declarations that speak of it, tell of being out or silent."""
        told = [one.statement for one in own if not one.at_item and one.item_named]
        for statements in (self.view.at_item, told):
            found = by_single_words(statements, self.view, covers)
            if found.left is not None or found.no_vote:
                found.spoke, found.stayed = at_item.spoke, at_item.stayed
                found.used = [*at_item.used, *found.used]
                return found
        return at_item

    def _managed(self, own: Sequence[Declaration]) -> Managed:
        seeds = [one.statement for one in own]
        at_item = relevant(self.view.at_item, self.person, seeds)
        tied = self._tied(own)
        start: list[Statement] = []
        for statements in self.view.declarations:
            start += [one for one in relevant(statements, self.person, seeds) if tied(one, len(one.text))]
        return read_managed((*at_item, *start), self.person, self.view)

    def _action(self, deeds: Done, managed: Managed, *, declared: bool, absent: bool) -> Action:
        action = deeds.action()
        if action is Action.LEAVE and managed.papers is False:
            return Action.LEAVE_NO_PAPERS
        if action.strength > Action.NOTE.strength:
            return action
        if absent:
            return Action.NOT_ATTEND
        noted = managed.noted or managed.lesser or action is Action.NOTE
        return Action.NOTE if declared and noted else Action.NONE

    def _said_by_deed(self, deeds: Done, absent: Statement | None) -> bool:
        """Whether the words of the deed themselves say that there is an interest."""
        words = self.view.cast.words
        told = [one for one in (deeds.left.statement if deeds.left else None, absent) if one is not None]
        if deeds.left is not None and deeds.left.mention is not None and deeds.left.mention.kind == "conflicted":
            return True
        if deeds.left is not None and self._as_tied(deeds.left):
            return True
        if any(mention.kind == "conflicted" for one in told for mention in one.mentions):
            return True
        if any(self.person in mention.who for one in deeds.used for mention in one.mentions if _OWING.search(one.text)):
            return True
        return any(
            words.find("interest_words", one.text) or names_organisation(one.text, self.view.scope) for one in told
        )

    def _as_tied(self, left: Deed) -> bool:
        """ "Dr Rao, as a partner in the practice, left": the words of leaving say why."""
        part = part_of(left.statement, left.start, self.view.cast)
        tie = re.search(r"\b(?:as|being|who is|whose)\s(?:an?|the|one)?\s*(?P<what>.*)", part)
        if tie is None:
            return False
        group = re.match(r"‹(\d+)›", tie["what"])  # "being clinical leads"
        if group is not None and left.statement.mentions[int(group.group(1))].kind == "group":
            return True
        return self.view.cast.words.find("nature", tie["what"]) is not None

    def _nature_of_deed(self, deeds: Done, absent: Statement | None) -> bool:
        words = self.view.cast.words
        for one in (deeds.left.statement if deeds.left else None, absent):
            if one is None:
                continue
            tie = re.search(r"\b(?:as|being|is|was)\b(.*)", one.text)
            told = words.find("interest_words", one.text) and tie
            if names_organisation(one.text, self.view.scope) or (told and words.find("nature", told.group(1))):
                return True
        return False

    def _papers_of(self, absent: Statement) -> bool | None:
        """Whether somebody who stayed away had been sent the papers, by the paragraph that says why they did."""
        place = (absent.sentence.source.file, absent.sentence.passage)
        parts = (*self.view.elsewhere, *self.view.declarations)
        same = [one for part in parts for one in part if (one.sentence.source.file, one.sentence.passage) == place]
        return read_managed(relevant(same, self.person, [absent]), self.person, self.view).papers

    def _evidence(
        self, own: Sequence[Declaration], deeds: Done, managed: Managed, absent: Statement | None
    ) -> tuple[SourceRef, ...]:
        used: Iterable[Statement | None] = (
            *(one.statement for one in own),
            managed.ruling,
            managed.lesser,
            managed.noted,
            managed.papers_said,
            *deeds.used,
            *(one.statement for one in deeds.spoke[:1]),
            absent,
        )
        sources = [one.sentence.source for one in used if one is not None]
        return tuple(source for index, source in enumerate(sources) if source not in sources[:index])


def _took_part(deeds: Done) -> bool | None:
    """Voted or not, as far as the words tell: leaving and not voting tell that they did not."""
    if deeds.took_part:
        return True
    return False if deeds.left is not None or deeds.no_vote else None
