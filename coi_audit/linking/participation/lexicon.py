"""What somebody with an interest did, by single words of being out or silent, where no fuller phrase tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.items.sections import names_item
from coi_audit.linking.participation.binding import Deed, done
from coi_audit.linking.participation.cast import Cast, Statement, is_subject
from coi_audit.linking.participation.done import Covers, Done, leave, unrelated
from coi_audit.linking.participation.places import ASIDE, AT_ONCE, ROOM
from coi_audit.linking.participation.view import ItemView

_THERE = AT_ONCE.pattern.removeprefix("^")
_OUT = re.compile(
    rf"\b(?:(?:left|withdr[ae]w(?:n|ing)?|exit(?:ed|ing)|depart(?:ed|ing)|leaving|retired|recused|excused|excluded)(?={_THERE}|\s+from)"
    rf"|(?:in|into|to|at|from|within|among)\s+(?:(?:the|a|an|‹\d+›'s)\s+)?{ASIDE}\b|outside(?={_THERE}|\s+(?:the|this)\s+(?:\w+\s+)?(?:{ROOM}|door)\b)"
    rf"|out\s+of\s+(?:the|this)\s+(?:\w+\s+)?{ROOM}|went out|absented|absent(?={_THERE}|\s+from)"
    r"|stepped (?:out|away|down|off)|disconnected|logged (?:off|out)|dropped (?:off|out)|hung up"
    r"|removed (?:him|her|them)sel\w+|waited|not (?:present|there|in (?:the )?(?:room|meeting|call)|on the call))",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:abstain\w+|silent|said nothing|muted|observed|sat (?:it |the \w+ )?out|sitting (?:it |the \w+ )?out"
    r"|kept (?:out|away|quiet|silent)|no (?:\w+ )?(?:vote|say|part|voice|contribution|comment|opinion|view|hand)"
    r"|(?:did|was|were) not (?:\w+ ){0,4}?(?:vote|voting|take|participate|part|contribute|speak|involved|comment|join"
    r"|decide|cast|party|hand)|refrained"
    r"|declined to vote|left (?:it|the (?:decision|vote|voting)) to|(?:pushed|sat|held|stood|drew|moved) back"
    r"|away from the table|without (?:voting|a vote)|neither (?:spoke|voted)|nor (?:spoke|voted))\b",
    re.IGNORECASE,
)
_INTENDED = re.compile(
    r"\b(?:would|will|should|must|could|may|might|shall|to|can|if|not to)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
_PEOPLE = re.compile(r"‹\d+›(?:'s?)?")
_CLAUSE = re.compile(r"(?:;|,?\s+(?:and|but|while|whilst|when|before|after)\s+(?:the\s+)?)$")
# A verb of one's own, whatever it is; but for those of going, staying, declaring and having.
_ACTIVE = re.compile(
    r"›(?:,\s(?!and\b)[^,;.‹]{2,40}(?:‹\d+›(?:'s)?[^,;.‹]{0,30})?,(?=\s))?(?:\s+(?:also|then|both|each|first|briefly|further|again|strongly|later))*\s+(?P<verb>\w{2,}ed|said|told|gave|put"
    r"|spoke|took|thought|felt|led|brought|drew|made|set|ran|sought)\b"
    r"(?! (?:no|not|way|it (?:known|clear|plain)|part in the (?:vote|decision)|(?:over |up |back )?(?:the )?chair)\b)"
)
_OTHER_VERBS = """
abstained accompanied absented agreed apologised arrived attended called chaired closed confirmed continued declared
declined departed disclosed disconnected dropped entered excluded excused exited followed handed invited joined logged
moved muted needed noted observed opened passed recused refrained rejoined related remained removed resumed retired
returned seconded signed stayed stepped switched thanked turned vacated voted waited walked worked used
provided lived belonged owned managed received indicated offered stated reminded asked gathered collected packed
picked closed intended wished planned hoped wanted waived withheld absented relinquished surrendered
"""
_NO_SPEECH = frozenset(_OTHER_VERBS.split())


def by_single_words(statements: Sequence[Statement], view: ItemView, covers: Covers) -> Done:
    """The deeds of one person who has an interest, by the words of each clause of which they are the subject."""
    result = Done()
    for statement in statements:
        for start, end, clause in _clauses(statement, view.cast):
            mention = statement.mentions[int(statement.text[start + 1 : statement.text.index("›", start)])]
            deed = Deed("leave", statement, start, end, mention.who, mention)
            if not covers(deed) or names_item(clause, view.scope, view.minutes.on) is False:
                continue
            out, silent = _told(_OUT, statement, end, clause, view.cast), _silent(clause)
            found = Deed("leave", statement, end + out, end + out, mention.who, mention) if out >= 0 else None
            if found is not None and result.left is None and not unrelated(found, view):
                leave(result, found, view)
            elif silent:
                result.no_vote = True
                result.used.append(statement)
    return result


def spoken_actively(statements: Sequence[Statement], cast: Cast, covers: Covers) -> Iterator[Deed]:
    """Whatever a person did in their own words at the item, by the shape of the verb."""
    for statement in statements:
        for start, end, mention in statement.spans():
            found = _ACTIVE.match(statement.text, end - 1)
            if found is None or found["verb"].casefold() in _NO_SPEECH or not is_subject(statement, start, cast):
                continue
            deed = Deed("act", statement, found.start("verb"), found.end(), mention.who, mention)
            if covers(deed):
                yield deed


def _clauses(statement: Statement, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """Start and end of each subject's place, with the words up to the next one's clause."""
    places = [(start, end) for start, end, _ in statement.spans() if is_subject(statement, start, cast)]
    for index, (start, end) in enumerate(places):
        ahead = [one for one, _ in places[index + 1 :] if _CLAUSE.search(statement.text[:one])]
        yield start, end, statement.text[end : ahead[0] if ahead else len(statement.text)]


def _told(pattern: re.Pattern[str], statement: Statement, end: int, clause: str, cast: Cast) -> int:
    """Where in the clause such a word stands that is neither intended nor denied; -1 where none does."""
    for found in pattern.finditer(clause):
        negative = found.group().casefold().startswith("not ")
        if _INTENDED.search(clause[: found.start()]) is None and (
            negative or done(statement.text, end + found.start(), cast)
        ):
            return found.start()
    return -1


def _silent(clause: str) -> bool:
    text = " ".join(_PEOPLE.sub(" their ", clause).split())
    return any(_INTENDED.search(text[: found.start()]) is None for found in _SILENT.finditer(text))
