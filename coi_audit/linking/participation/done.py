"""What somebody did at an item, put together: left, came back, spoke, took no part; and what leaving comes before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from coi_audit.linking.participation.binding import Deed, part_of
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.view import ItemView
from coi_audit.model.words import Action

# "Answered questions of fact, then left": told of one person in one breath.
_SPOKE_FIRST = re.compile(
    r"(?:[|(]\s*|\s-\s|:\s*|›\s+(?:briefly\s+)?)(?:answered|spoke|gave|described|explained"
    r"|presented|contributed|commented|outlined"
    r"|took questions|took part)\b[^|.;‹]{0,60}\b(?:then|and|before)\W+(?:then\s+)?$",
    re.IGNORECASE,
)
# "When it came to the decision", "as the vote was called", "before members made up their minds".
_AT_DECISION = re.compile(
    r"\b(?:before|prior to|ahead of|for|when|at|once|as soon as|as|while|whilst|in time for|so that|until|up"
    r" to)\b(?:\s+"
    r"(?!and\b|discuss|debat|consider|until|after)[\w‹›']+){0,6}?\s+"
    r"(?:decision|decisions|decid\w+|vote|votes|voted|voting|show of hands|made up|minds?|conclusions?|verdict"
    r"|determin\w+|resolv\w+|deliberat\w+)\b",
    re.IGNORECASE,
)
_WITH_DISCUSSION = re.compile(r"\b(?:discuss\w*|debat\w*|consider\w*|item|paper|until|presentation)\b", re.IGNORECASE)
_AND_THEN_OUT = re.compile(r"\b(?:before|until|till)\s+(?:finally\s+)?(?:‹\d+›\s+)?(?:then\s+)?$", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\bleave early\b|\b(?:previous|earlier|past|last)\s+(?:occasions?|meetings?)\b", re.IGNORECASE
)
# "Left, returning for item 8": what follows tells nothing of the leaving.
_BACK_AGAIN = re.compile(
    r"\b(?:and|then|but|,)\s+(?:then\s+|later\s+)?(?=(?:return|rejoin|re-join|re-enter|came\s+back|come\s+back|was\s+called\s+back))|\s(?=returning|rejoining|coming\s+back)"
)
_NOT_UNTIL = re.compile(r"\b(?:did|had|was|were)\s+not\s+(?:\w+\s+)?$|n't\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"^\w+(?:\s+(?:the|this)\s+\w+)?\s+(?:until|till|before)\b", re.IGNORECASE)
# "For the decision, though not for the debate".
_NOT_FOR = re.compile(r"\b(?:not|rather than|instead of)\s+(?:for|during|from|at|in)\s+(?:the\s+)?\w+", re.IGNORECASE)
# "Once the discussion had run its course", "when it closed", "after members had no more questions".
_OVER = (
    r"(?:closed?|ended|end|finished|over|concluded|conclusion|complete|completed|run its course|dried up|done|exhausted"
    r"|drew to|drawn to|come to an end|came to an end|was at an end)"
)
_TALK_OVER = re.compile(
    r"\b(?:when|once|as soon as|after|as|with|at|on|by)\b[^.;]{0,40}?\b(?:discussions?|debates?|questions|questioning"
    rf"|presentation|conversation|exchange|talk)\b[^.;,]{{0,24}}?\b{_OVER}\b"
    rf"|\b(?:when|once|as soon as|after)\s+(?:it|this part)\b[^.;,]{{0,24}}?\b{_OVER}\b",
    re.IGNORECASE,
)
TIMING = {"discussion": "discussion_first", "decision": "decision_only"}
Covers = Callable[[Deed], bool]


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
    voted: bool = False  # took part in the decision itself, where support alone may go with no vote
    spoke: list[Deed] = field(default_factory=list)
    own_case: bool = False
    used: list[Statement] = field(default_factory=list)

    @property
    def spoke_before(self) -> bool:
        """Spoke before leaving; "before he left he said" tells it the other way round."""
        if self.left is None:
            return False
        text = self.left.statement.text[: self.left.start]
        same = self.left.statement if _AND_THEN_OUT.search(text) else None
        return any(one.order < self.left.order or one.statement is same for one in self.spoke)

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
        if self.no_vote and not self.voted:
            return Action.STAY_NO_VOTE
        return Action.NOTE if self.stayed or self.took_part or self.spoke or self.left else Action.NONE


def leave(result: Done, deed: Deed, view: ItemView, *, told: tuple[str, str] | None = None) -> None:
    """Note the leaving, and what the words say that it comes before: those behind it, then those in front of it.

    `told` are those words where they stand elsewhere, as when somebody did what was asked for a sentence before.
    """
    part = part_of(deed.statement, deed.start, view.cast)
    result.left = deed
    result.used.append(deed.statement)
    place = max(part.find(deed.statement.text[deed.start : deed.end]), 0)
    behind, front = told or (part[place:], part[:place])
    behind = _BACK_AGAIN.split(behind, maxsplit=1)[0]
    if _NOT_UNTIL.search(front) and _UNTIL.match(behind):
        result.timing = "decision"
        return
    behind, front = _NOT_FOR.sub(" ", behind), _NOT_FOR.sub(" ", front)
    for text in (behind, front):  # what stands after the leaving tells more
        if _TALK_OVER.search(text):
            result.timing = "decision"
            return
        timing = next((one for one in TIMING if view.cast.words.find(TIMING[one], text)), None)
        if timing is not None:
            result.timing = timing
            return
    for text in (behind, front):
        when = _AT_DECISION.search(text)
        if when is not None and not _WITH_DISCUSSION.search(when.group()):
            result.timing = "decision"
            return
    if _SPOKE_FIRST.search(front):
        result.timing = "decision"


def unrelated(deed: Deed, view: ItemView) -> bool:
    """Left for an appointment, or early: no withdrawal, unless the same words speak of an interest."""
    part = deed.statement.text[deed.start :]
    if _ANOTHER_TIME.search(deed.statement.text):
        return True
    return bool(view.cast.words.find("unrelated", part)) and not view.cast.words.find("interest_words", part)
