"""What one person did at an item, from the words there: left, returned, spoke, took no part, took part."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from coi_audit.linking.item_sections import names_item
from coi_audit.linking.participation_binding import Deed, bound, deeds, is_decision, part_of
from coi_audit.linking.participation_cast import Statement
from coi_audit.linking.participation_view import ItemView
from coi_audit.linking.participation_votes import votes_not_cast
from coi_audit.model.words import Action

Statements = tuple[Statement, ...]
_DESPITE = re.compile(r"\b(?:but|although|though|however)\b", re.IGNORECASE)  # away, and besides with an interest
_UNTIL = re.compile(
    r"\b(?:until|till|before|in time for)\s+(?:the start of\s+)?(?:agenda\s+)?items?\s+\S+", re.IGNORECASE
)
# "Answered questions of fact, then left": told of one person in one breath.
_SPOKE_FIRST = re.compile(
    r"(?:[|(]\s*|\s-\s|:\s*|›\s+(?:briefly\s+)?)(?:answered|spoke|gave|described|explained|presented|contributed|commented|outlined"
    r"|took questions|took part)\b[^|.;‹]{0,60}\b(?:then|and|before)\W+(?:then\s+)?$",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(
    r"\bleave early\b|\b(?:previous|earlier|past|last)\s+(?:occasions?|meetings?)\b", re.IGNORECASE
)
_TIMING = {"discussion": "discussion_first", "decision": "decision_only"}


@dataclass(slots=True)
class Done:
    """What was found. `used` are the statements it rests on, in order."""

    left: Deed | None = None
    timing: str = "item"  # item | discussion | decision: what the leaving is said to come before
    returned: Deed | None = None
    back_for_decision: bool = False
    no_vote: bool = False
    stayed: bool = False
    took_part: bool = False
    spoke: list[Deed] = field(default_factory=list)
    own_case: bool = False
    used: list[Statement] = field(default_factory=list)

    @property
    def spoke_before(self) -> bool:
        """Spoke before leaving."""
        return self.left is not None and any(one.order < self.left.order for one in self.spoke)

    @property
    def spoke_after(self) -> bool:
        """Spoke after leaving and before coming back."""
        left, back = self.left, self.returned
        if left is None:
            return False
        return any(
            one.statement.sentence.order > left.statement.sentence.order and (back is None or one.order < back.order)
            for one in self.spoke
            if one.statement.sentence.source.file == left.statement.sentence.source.file
        )

    def action(self) -> Action:
        """What the deeds amount to, papers and declarations left aside; `none` where there is no deed."""
        if self.left is not None and not self.back_for_decision:
            early = self.timing == "discussion" or (self.timing == "item" and not self.spoke_before)
            return Action.LEAVE if early and self.timing != "decision" else Action.DISCUSS_THEN_LEAVE
        if self.no_vote and not self.took_part:
            return Action.STAY_NO_VOTE
        return Action.NOTE if self.stayed or self.took_part or self.spoke or self.left else Action.NONE


Covers = Callable[[Deed], bool]


def deeds_at_item(view: ItemView, covers: Covers) -> Done:
    """The person's deeds in the item's own section, with a return in the sections after it."""
    result = Done()
    statements = view.at_item
    decided = _first_decision(statements, view)
    for deed in _found("leave", statements, view, covers):
        late = decided is not None and deed.statement.sentence.order > decided
        if result.left is None and not _unrelated(deed, view) and not (late and not _for_item(deed, view)):
            _leave(result, deed, view)
    _complied(result, statements, view, covers)
    _terse_rows(result, statements, view, covers)
    _rest(result, statements, view, covers)
    if result.left is not None and result.returned is None:
        _later_return(result, view, covers)
    return result


def deeds_declared(view: ItemView, covers: Covers, tied: Callable[[Statement, int], bool]) -> Done:
    """The person's deeds told in the past tense under declarations; `tied` says whether words speak of this item."""
    result = Done()
    for statements in view.declarations:
        for deed in _found("leave", statements, view, covers):
            if result.left is None and tied(deed.statement, deed.start) and not _unrelated(deed, view):
                _leave(result, deed, view)
        _terse_rows(result, tuple(one for one in statements if tied(one, len(one.text))), view, covers)
        own = tuple(one for one in statements if tied(one, len(one.text)))
        _complied(result, own, view, covers)
        for deed in _found("no_vote", statements, view, covers):
            if tied(deed.statement, deed.start):
                result.no_vote = True
                result.used.append(deed.statement)
        for kind, name in (("stay", "stayed"), ("took_part", "took_part")):
            for deed in _found(kind, statements, view, covers):
                if deed.statement in own:
                    setattr(result, name, True)
                    result.used.append(deed.statement)
        for deed in _found("return", statements, view, covers):
            if result.left is not None and result.returned is None and deed.order > result.left.order:
                result.returned = deed
    return result


def deeds_around(view: ItemView, covers: Covers, *, declared: bool) -> Done:
    """Leaving told just before the item, or anywhere by the item's number."""
    result = Done()
    for statements in _with_deeds("leave", view.elsewhere, view):
        for deed in _found("leave", statements, view, covers):
            if result.left is None and names_this_item(deed, view) and not _unrelated(deed, view):
                _leave(result, deed, view)
    decided = max((one.sentence.order for one in view.before if is_decision(one, view.cast)), default=-1)
    last = view.before[-1].sentence.passage if view.before else -1
    for deed in _found("leave", view.before, view, covers):
        place = deed.statement.sentence
        closing = place.order >= decided and place.passage == last and names_item(place.text, view.scope) is not False
        if result.left is None and declared and closing and not _unrelated(deed, view):
            _leave(result, deed, view)
    if result.left is not None and result.left.statement in view.before:
        back = [deed for deed in _found("return", view.before, view, covers) if deed.order > result.left.order]
        if back:
            return Done()
    if result.left is not None:
        result.returned = next(iter(_found("return", view.at_item, view, covers)), None)
        _later_return(result, view, covers)
    return result


def _found(kind: str, statements: Statements, view: ItemView, covers: Covers) -> list[Deed]:
    return [deed for deed in deeds(kind, statements, view.cast) if covers(deed)]


def _with_deeds(kind: str, sections: tuple[Statements, ...], view: ItemView) -> tuple[Statements, ...]:
    """Those of the sections in which anybody did such a thing; worked out once, whoever is asked about."""
    found = (one for one in sections if deeds(kind, one, view.cast))
    return view.cast.people.once(f"with {kind}", (sections,), lambda: tuple(found))


def names_this_item(deed: Deed, view: ItemView) -> bool:
    """Whether the words of the deed name the item by its number."""
    part = _UNTIL.sub(" ", part_of(deed.statement, deed.start, view.cast))
    return names_item(part, view.scope, view.minutes.on) is True


def _leave(result: Done, deed: Deed, view: ItemView) -> None:
    words = view.cast.words
    part = part_of(deed.statement, deed.start, view.cast)
    result.left = deed
    result.used.append(deed.statement)
    place = max(part.find(deed.statement.text[deed.start : deed.end]), 0)
    for text in (part[place:], part[:place]):  # what stands after the leaving tells more
        timing = next((one for one in ("discussion", "decision") if words.find(_TIMING[one], text)), None)
        if timing is not None:
            result.timing = timing
            return
    if _SPOKE_FIRST.search(part[:place]):
        result.timing = "decision"


def _unrelated(deed: Deed, view: ItemView) -> bool:
    """Left for an appointment, or early: no withdrawal, unless the same words speak of an interest."""
    part = deed.statement.text[deed.start :]
    if _ANOTHER_TIME.search(deed.statement.text):
        return True
    return bool(view.cast.words.find("unrelated", part)) and not view.cast.words.find("interest_words", part)


def _for_item(deed: Deed, view: ItemView) -> bool:
    words, text = view.cast.words, deed.statement.text
    return bool(words.find("for_item", text) or words.find("interest_words", text))


def _first_decision(statements: Statements, view: ItemView) -> int | None:
    return next((one.sentence.order for one in statements if is_decision(one, view.cast)), None)


def _rest(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    for kind, name in (("no_vote", "no_vote"), ("stay", "stayed"), ("took_part", "took_part")):
        for deed in _found(kind, statements, view, covers):
            setattr(result, name, True)
            result.used.append(deed.statement)
    for statement in votes_not_cast(statements, covers):
        result.no_vote = True
        result.used.append(statement)
    for deed in _found("return", statements, view, covers):
        if result.left is not None and result.returned is None and deed.order > result.left.order:
            result.returned = deed
            result.used.append(deed.statement)
            result.back_for_decision = bool(
                view.cast.words.find("return_for_decision", deed.statement.text[deed.start :])
            )
    result.took_part = result.took_part or result.back_for_decision
    result.spoke = [deed for deed in _found("speak", statements, view, covers) if _spoken(deed, view)]
    result.own_case = any(
        bool(view.cast.words.find("present_case", one.statement.text))
        for one in (*result.spoke, *_present(statements, view, covers))
    )


def _present(statements: Statements, view: ItemView, covers: Covers) -> list[Deed]:
    return _found("present_case", statements, view, covers)


def _spoken(deed: Deed, view: ItemView) -> bool:
    """Whether these are the person's words on the matter, not on their own leaving, papers or interest."""
    words, text = view.cast.words, deed.statement.text
    if any(one.start() <= deed.start < one.end() for one in words.phrases["speak_not"].finditer(text)):
        return False
    if re.search(r"\bhad\s+$", text[: deed.start]):
        return False
    if words.find("papers_sent", text) or words.find("papers_withheld", text):
        return False
    rest = text[deed.start :]
    return not any(
        found is not None and found.start() <= 2 for found in (words.find("declared", rest), words.find("noted", rest))
    )


def _later_return(result: Done, view: ItemView, covers: Covers) -> None:
    for statements in _with_deeds("return", view.after, view):
        back = next(iter(_found("return", statements, view, covers)), None)
        if back is not None and result.returned is None:
            result.returned = back
            result.used.append(back.statement)


def _complied(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    """ "Was asked to leave and did so": the deed is whatever was asked for last."""
    words = view.cast.words
    for deed in _found("complied", statements, view, covers):
        index = statements.index(deed.statement)
        asked = " ".join(
            (*(one.text for one in statements[max(index - 1, 0) : index]), deed.statement.text[: deed.start])
        )
        stay = [one.end() for one in words.phrases["no_vote_intended"].finditer(asked)]
        leave = [one.end() for one in words.phrases["leave_intended"].finditer(asked)]
        if leave and (not stay or leave[-1] > stay[-1]) and result.left is None:
            _leave(result, deed, view)
        elif stay:
            result.no_vote = True
            result.used.append(deed.statement)


def _terse_rows(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    """Cells and dashes: "JS - item 7 - left room", "Left", "Noted"."""
    for index, statement in enumerate(statements):
        if not re.search(r"\||\s-\s", statement.text):
            continue
        position = 0
        for cell in re.split(r"\||\s-\s", statement.text):
            found = view.cast.words.phrases["leave_terse"].match(cell.strip())
            place = statement.text.find(cell, position)
            position = place + len(cell)
            if result.left is None and found is not None:
                match = view.cast.words.phrases["leave_terse"].search(statement.text, place)
                before = statements[index - 1] if index else None
                mention = bound(statement, match, before, view.cast) if match else None
                if match and mention is not None:
                    deed = Deed("leave", statement, match.start(), match.end(), mention.who, mention)
                    if covers(deed):
                        _leave(result, deed, view)


def absent_for_interest(view: ItemView, covers: Covers) -> Statement | None:
    """The statement that ties staying away from the meeting to an interest in this item."""
    words = view.cast.words
    parts = (view.elsewhere, view.declarations)
    for statements in [one for part in parts for one in _with_deeds("not_attend", part, view)]:
        for deed in _found("not_attend", statements, view, covers):
            text = deed.statement.text
            if _DESPITE.search(text):
                continue
            whole = not words.find("for_item", text[deed.start : deed.end + 30])
            if (
                whole
                and words.find("interest_words", text)
                and names_item(text, view.scope, view.minutes.on) is not False
            ):
                return deed.statement
    return None
