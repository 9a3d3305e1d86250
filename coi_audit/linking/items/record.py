"""What the minutes say at one item beside the people: the decision, who took the chair, deferral, quorum, advice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.linking.participation.binding import done, is_decision
from coi_audit.linking.participation.cast import MARK, Statement
from coi_audit.linking.participation.view import ItemView, item_view
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import ItemRecord
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.model.words import Match
from coi_audit.rulebook.minutes_words import MinutesWords, minutes_words

_AND = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_LABEL = re.compile(r"^\W*(?:resolved|resolution|agreed|decisions?|outcome)\W*$", re.IGNORECASE)
_NOTED = re.compile(
    r"^\W*(?:(?:\w|[ivx]+)[).]\s*)?(?:that\s+)?(?:to\s+(?:note|receive|defer|postpone)|note[ds]?|received?|deferred)\b"
    r"|^\W*(?:that\s+)?the\s[^.]{1,80}\bbe\s+(?:noted|received|deferred)\b",
    re.IGNORECASE,
)
# "RESOLVED: That the presentation be noted.": nothing but noting and receiving, to the end.
_RESOLVED_TO_NOTE = re.compile(
    r"^\W*(?:it\s+was\s+|the\s+(?:committee|board|panel|meeting)\s+)?(?:resolved|resolution|agreed|decisions?|outcome)\W*\s(?:that\s+)?"
    r"(?:to\s+(?:note|receive)\b|(?:the|this|that|all|both|these)\s[^.;]{1,80}?\b(?:be|is|was|were|are)\s+(?:duly\s+|formally\s+)?"
    r"(?:noted|received)\b)(?![^.]*\b(?:and|but|subject)\b)",
    re.IGNORECASE,
)
# "Committee decision: extend the lease."
_LABELLED = re.compile(
    r"^\W*(?:the\s+)?(?:committee|board|pccc|panel|meeting)(?:'s)?\s+(?:decision|resolution)\s*[:–-]\s*"
    r"(?!\W*(?:none|nil|no\b|not(?:ed|e)?\b|to note|n/?a|deferred|postponed|tbc))\w",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\b(?:agreed|accepted|confirmed|determined)\s+(?=(?:that\s+)?"
    r"(?:(?!(?:should|be|would|could|will|can|may|must|shall|to|which|who|and|was|were|had|is|are|has)\b)[\w'’‹›-]+\s+)"
    r"{1,8}(?:was|were|had|is|are|has)\b)",
    re.IGNORECASE,
)

_NOTHING = re.compile(
    r"\b(?:nothing|no\s+(?:(?!and\b|but\b|it\b|so\b|who\b|which\b)[\w'’‹›-]+\s+){1,5}?)\s*(?:further\s+|else\s+)?(?:was|were|had\s+been|has\s+been|is)\s+(?:formally\s+|finally\s+)?"
    r"(?:decided|agreed|approved|resolved|settled|determined)\b",
    re.IGNORECASE,
)


def read_item_record(
    minutes: Sequence[Minutes], item: AgendaItem, people: PeopleIndex, *, words: MinutesWords | None = None
) -> ItemRecord:
    """The record of one item. `decision_taken` is None where no section was found for it.

    `decision` is the sentence of the last decision there; `chair` is the person's name as the case knows it, else as
    written. `evidence` holds each sentence relied on.
    """
    view = item_view(minutes, item, (), people, words or minutes_words())
    if view is None or view.section is None:
        return ItemRecord()
    found = _Words(view)
    decision, deferred = found.decision(), found.first("deferred")
    chair, chair_said = found.chair()
    route = found.route()
    used = [decision, chair_said, deferred, found.first("proceed"), route[1], found.advice(), found.sub_group()]
    return ItemRecord(
        found=True,
        decision_taken=decision is not None,
        decision=_text(decision),
        chair=chair,
        vice_chair_declined=found.vice_chair_declined(),
        deferred=deferred is not None and (decision is None or _after(deferred, decision)),
        proceed_recorded=found.proceed(),
        inquorate_route=route[0],
        inquorate_route_minuted=route[0] is not None,
        private_reason=found.private_reason(),
        clinical_advice=_text(found.advice()),
        sub_group_conflicts=_text(found.sub_group()),
        evidence=_sources(used),
    )


def _text(statement: Statement | None) -> str | None:
    return statement.sentence.source.text if statement is not None else None


def _after(one: Statement, two: Statement) -> bool:
    return one.sentence.order >= two.sentence.order


def _sources(used: Sequence[Statement | None]) -> tuple[SourceRef, ...]:
    sources = [one.sentence.source for one in used if one is not None]
    return tuple(source for index, source in enumerate(sources) if source not in sources[:index])


class _Words:
    """Looks for each thing in the item's statements."""

    def __init__(self, view: ItemView) -> None:
        self.view = view
        self.words = view.cast.words
        self.statements = view.at_item

    def all(self, key: str) -> list[Statement]:
        """Statements with a phrase of a list that names nobody; groups and committees stand there as written."""
        found = ((one, self.words.find(key, one.sentence.text)) for one in self.statements)
        return [one for one, match in found if match and done(one.sentence.text, match.start(), self.view.cast)]

    def first(self, key: str) -> Statement | None:
        return next(iter(self.all(key)), None)

    def decision(self) -> Statement | None:
        """The last sentence in which something was decided; noting, receiving and deferring decide nothing."""
        following = [*self.statements[1:], None][: len(self.statements)]
        decided = [
            one
            for one, after in zip(self.statements, following, strict=True)
            if self._decides(one) and not _only_notes(one, after) and not _RESOLVED_TO_NOTE.match(one.sentence.text)
        ]
        return decided[-1] if decided else None

    def _decides(self, statement: Statement) -> bool:
        """Whether a statement tells a decision; what was agreed to be so ("that the report was helpful") is a view."""
        if _LABELLED.match(statement.sentence.text):
            return True
        told = _VIEW.sub("thought ", _NOTHING.sub("nothing was said", statement.text))
        return is_decision(replace(statement, text=told), self.view.cast)

    def chair(self) -> tuple[str | None, Statement | None]:
        """Whoever the words name as taking the chair here; the chair coming back does not count."""
        for statement in self.statements:
            back = self.words.find("chair_back", statement.text)
            for found in self.words.phrases["take_chair"].finditer(statement.text):
                numbers = [int(one) for one in MARK.findall(found.group())] if any(found.groups()) else []
                mention = statement.mentions[numbers[-1]] if numbers else None
                later = back is not None and back.start() <= found.end()
                if mention is None or later or mention.kind in ("others", "group"):
                    continue
                if not done(statement.text, found.end(), self.view.cast) and "‹" not in found.group()[-4:]:
                    continue
                return self._name(mention.who, mention.text), statement
        return None, None

    def _name(self, who: frozenset[int], written: str) -> str:
        if len(who) == 1:
            return self.view.cast.people.persons[next(iter(who))].name
        if len(who) > 1:  # "... left with BH and RM, and HP took the chair": one person takes it, the nearest
            written = _AND.split(written)[-1]
        match = self.view.cast.people.match(written)
        return match.person.name if match.outcome is Match.MATCHED and match.person else written

    def vice_chair_declined(self) -> bool:
        """Whether the vice-chair is said to be conflicted, or not to have taken the chair."""
        for statement in self.statements:
            vice = [
                end
                for _, end, one in statement.spans()
                if one.kind == "chair" and "hair" in one.text and _is_vice(one.text)
            ]
            if vice and self.words.find("chair_declined", statement.text[vice[0] :]):
                return True
        return False

    def proceed(self) -> bool:
        """Whether words here say that the business could go on once people had withdrawn."""
        left = (
            any(self.words.find("leave", one.text) for one in self.statements)
            or self.all("majority_left")
            or self.all("interest_words")
        )
        return bool(left and self.all("proceed"))

    def route(self) -> tuple[str | None, Statement | None]:
        """How an item no longer quorate was dealt with."""
        inquorate = next((one for one in self.statements if self.words.find("inquorate", one.sentence.text)), None)
        if inquorate is None:
            return None, None
        for statement in self.statements[inquorate.sentence.order :]:
            if self.words.find("routes", statement.sentence.text):
                return _text(statement), statement
        return None, None

    def private_reason(self) -> str | None:
        if not (
            self.view.section and (self.view.section.private or self.words.find("public_excluded", self._all_text()))
        ):
            return None
        return _text(self.first("private_reason"))

    def _all_text(self) -> str:
        return " ".join(one.sentence.text for one in self.statements)

    def advice(self) -> Statement | None:
        """Independent clinical advice that the words name."""
        return self.first("clinical_advice")

    def sub_group(self) -> Statement | None:
        """Words on conflicts within a sub-group."""
        return next(
            (one for one in self.all("sub_group") if self.words.find("interest_words", one.sentence.text)), None
        )


def _only_notes(label: Statement, after: Statement | None) -> bool:
    """Whether a lone "Resolved" stands over what was only noted, received or put off."""
    return after is not None and _LABEL.match(label.text) is not None and _NOTED.match(after.text) is not None


def _is_vice(text: str) -> bool:
    return re.match(r"(?:the )?(?:vice|deputy)", text, re.IGNORECASE) is not None
