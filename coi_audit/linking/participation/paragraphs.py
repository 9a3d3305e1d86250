"""Paragraphs under declarations that go on about somebody named before: under a name, behind a stop, below an entry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from coi_audit.linking.participation.boxes import labelled
from coi_audit.linking.participation.cast import Cast, Mention
from coi_audit.linking.participation.columns import Holds, people_in
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import Passage

_ITEM = re.compile(r"\b(?:items?|minutes?)\s+[\w./]*\d", re.IGNORECASE)
_AGAIN = re.compile(r"(?<=[.;])\s+(?=(?:agenda\s+)?items?\s+[\w./]*\d)", re.IGNORECASE)
_BULLET = re.compile(r"^[\s•*o–-]+")
_OPENED = re.compile(r"^[^.;]{2,60}?\s*[:–-]\s")  # "Dr Rao: item 4 ..."
_NOWHERE = SourceRef(file="minutes")
_MOST_WORDS = 8  # of a line that is nothing but names


def with_names(passages: Sequence[Passage], cast: Cast, numbers: Collection[str] = ()) -> list[Passage]:
    """The paragraphs, where those that go on about somebody name them; tables stay as they are.

    `numbers` are those of the meeting's items, by which a paragraph may call one: "in 19/03, as a partner".
    """
    coded = [one for one in numbers if re.search(r"\d[/.-]\d|[A-Z]", one)]
    found: list[Passage] = []
    under: list[Mention] = []  # whoever the line above names and nothing more
    for passage in passages:
        if passage.source.table is not None:
            under = []
            found.append(passage)
            continue
        text = plain(passage.text)
        alone = _alone(text, cast)
        if alone:
            under = alone
            found.append(passage)
        elif under and (_ITEM.search(text) or any(one in text for one in coded)) and not _somebody(text, cast):
            if found and _alone(plain(found[-1].text), cast):
                found.pop()  # the name stands before each of its entries instead
            found.append(passage.model_copy(update={"text": f"{_names(under)}: {_BULLET.sub('', text)}"}))
        elif found and _rules_on(passage, found[-1], cast):
            joined = f"{found[-1].text.rstrip(' .;')}. {passage.text}"
            found[-1] = found[-1].model_copy(update={"text": joined})
        else:
            under = []
            found += _parts(passage, text, cast)
    return found


def _parts(passage: Passage, text: str, cast: Cast) -> Iterator[Passage]:
    """ "Dr Rao: item 4, partner. Item 5, shareholder.": each item with the name."""
    pieces = _AGAIN.split(text)
    people = people_in(_BULLET.sub("", pieces[0]), cast) if len(pieces) > 1 and _OPENED.match(text) else []
    later = [one for one in pieces[1:] if not _somebody(one, cast)]
    if not people or len(later) < len(pieces) - 1 or not _ITEM.search(pieces[0]):
        yield passage
        return
    yield passage.model_copy(update={"text": pieces[0]})
    for one in later:
        yield passage.model_copy(update={"text": f"{_names(people)}: {one}"})


def _rules_on(passage: Passage, before: Passage, cast: Cast) -> bool:
    """Whether a line under an entry tells what was done about it: "Chair's ruling: to leave the room"."""
    found = labelled(passage)
    if found is None or found[0] is not Holds.DEED or before.source.table is not None:
        return False
    entry = plain(before.text)
    return bool(_ITEM.search(entry)) and _somebody(entry, cast) and labelled(before) is None


def _alone(text: str, cast: Cast) -> list[Mention]:
    """The people of a line that is nothing but their names."""
    if len(text.split()) > _MOST_WORDS or re.search(r"\d|[:;]\s*\S", text):
        return []
    people = people_in(_BULLET.sub("", text).rstrip(" :"), cast)
    rest = text
    for one in people:
        rest = rest.replace(one.text, " ")
    rest = re.sub(r"\([^)]*\)", " ", rest)
    return people if people and not re.sub(r"\b(?:and)\b|\W", "", rest) else []


def _somebody(text: str, cast: Cast) -> bool:
    statement = read_statements([Sentence(text, _NOWHERE, 0, 0)], cast)[0]
    return any(one.kind == "named" for one in statement.mentions)


def _names(people: Sequence[Mention]) -> str:
    return " and ".join(one.text for one in people)
