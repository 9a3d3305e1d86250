"""What each column of a table of interests holds: by the words of its heading, then by what stands in its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coi_audit.linking.participation.cast import Cast, Mention, Statement
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef


class Holds(StrEnum):
    """What a column, or a line with a label, tells."""

    PERSON = "person"
    ITEM = "item"
    DEED = "deed"
    NATURE = "nature"
    ASIDE = "aside"  # a type, a body, a date


# Words of headings by what they head; the first kind that fits: "Chair's decision on the conflict" tells a deed,
# "Members with an interest" people. A kind marked ^ must stand first.
_WORDS = (
    (Holds.PERSON, "^", "(?:full |the )?(?:names?|members?|persons?|people|who|individuals?|attendees?|initials|whose"
                        "|declar\\w+ by|(?:made|raised|disclosed) by|declarers?|declarants?|colleagues?"
                        "|conflicted (?:\\w+ )?(?:members?|persons?|part(?:y|ies)|individuals?|people)"
                        "|(?:committee|board|panel|voting|governing body) members?|interested part(?:y|ies))"
                        "(?! (?:declar|interest))"),
    (Holds.DEED, "", "actions?|outcomes?|handl\\w+|manag\\w+|mitigat\\w+|rulings?|ruled|decisions?|decided|results?"
                     "|effects?|happened|done|agreed|arrangements?|participat\\w+|treatment|steps|response|involvement"
                     "|taken|conduct|consequences?|codes?|dealt|part in|restrictions?|measures?|follow(?:ing|ed)"
                     "|withdrew|resolution|how"),
    (Holds.ITEM, "", "(?:items?|agenda|minutes?|matters?|subjects?|topics?|paper|business|sections?|concerning"
                     "|relat(?:es|ing) to|in respect of|regarding)(?! of interest)"),
    (Holds.ASIDE, "^", "type|category|class|kind|date|time|ccg|icb|body|no|number|ref(?:erence)?|role|position|post"
                       "|job title|title|organisation|financial|direct|pecuniary|entry|disclosable"),
    (Holds.ASIDE, "", "(?:type|category) of|or (?:in)?direct"),
    (Holds.NATURE, "", "interests?|conflicts?|nature|reasons?|why|details?|declarations?|declared|relationship"
                       "|description|cause|basis|because|connection|ties?"),
)  # fmt: skip
_HEADINGS = tuple((kind, re.compile(rf"{first or r'.*'}\b(?:{words})\b")) for kind, first, words in _WORDS)
_NO_ONE = SourceRef(file="minutes")
_MOST = 0.6  # of a column's cells that must be of a kind
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_ITEM_CELL = re.compile(
    rf"^(?!\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})(?:(?:agenda|items?|minutes?|nos?\.?|number|paper)\W*)*"
    r"(?:[A-Za-z]{1,6}[/ .-]?)?\d{1,4}[a-z]?(?:[./-]\d{1,4}[a-z]?)*"
    r"(?:\s*(?:,|&|and|to|-)\s*(?:items?\s+)?\d[\d./]*[a-z]?)*(?=$|[\s.:)(-])",
    re.IGNORECASE,
)


def heading(text: str) -> Holds | None:
    """What a heading or label says that it holds; None for any other words, or too many of them."""
    label = " ".join(re.sub(r"[^a-z/' ]", " ", plain(text).casefold()).split())
    if not label or len(label.split()) > 9:
        return None
    return next((kind for kind, pattern in _HEADINGS if pattern.match(label)), None)


def people_in(text: str, cast: Cast) -> list[Mention]:
    """Whoever a cell begins with, one after the other, as long as nothing but names stands there.

    "Dr Rao, Dr Lim (PCN)" gives two, "Dr Rao's wife" none.
    """
    return [mention for mention, _ in people_told(text, cast)]


def people_told(text: str, cast: Cast) -> list[tuple[Mention, str]]:
    """Whoever a cell begins with, each with the words in brackets behind the name."""
    key = ("people told", text, cast.chair)
    known = cast.people.memo.get(key)
    if isinstance(known, list):
        return list(known)
    found: list[tuple[Mention, str]] = []
    for part in re.split(r"[;\n]", plain(text)):
        own, _ = _leading(part, cast)
        if not own and found:
            break
        found += own
    cast.people.memo[key] = found
    return list(found)


def words_behind(text: str, cast: Cast) -> str:
    """What stands behind the people with whom a text begins, their posts and brackets aside."""
    people, rest = _leading(plain(text), cast)
    return rest if people else ""


def _leading(text: str, cast: Cast) -> tuple[list[tuple[Mention, str]], str]:
    """The people with whom one part of a cell begins, and the rest: a post behind a name is nobody else."""
    statement = read_statements([Sentence(text, _NO_ONE, 0, 0)], cast)[0]
    rest = re.sub(r"^\W*(?:(?:the|none but)\s+)?(?=‹)", "", statement.text)
    found: list[tuple[Mention, str]] = []
    while mark := re.match(r"‹(?P<who>\d+)›(?!')(?:\s*[([](?P<own>[^)\]]*)[)\]])?", rest):
        mention = statement.mentions[int(mark["who"])]
        fits = mention.kind in (("named", "group", "chair") if not found else ("named",))
        if not fits or not (mention.who | mention.unsure):
            break
        found.append((mention, _spoken(mark["own"] or "", statement)))
        rest = rest[mark.end() :]
        between = re.match(r"(?:\s*(?:,|/|&|\band\b|\+)\s*)+", rest)
        rest = rest[between.end() :] if between else rest
    return found, _spoken(rest, statement)


def _spoken(text: str, statement: Statement) -> str:
    return re.sub(r"‹(\d+)›", lambda found: statement.mentions[int(found.group(1))].text, text)


def tells_item(text: str) -> bool:
    """Whether a cell begins with the number of an item, or is one."""
    return _ITEM_CELL.match(plain(text).strip()) is not None


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of interests, from 0, and the row of its headings, None where it has none."""

    people: int
    item: int | None
    others: tuple[int, ...]  # what else is told of an interest: its nature, then what was done
    deeds: tuple[int, ...]
    header: int | None = None

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return 0 if self.header is None else self.header + 1


def share(cells: Sequence[str], fits: Sequence[bool]) -> float:
    """How many of the cells are of a kind."""
    return sum(fits) / len(cells) if cells else 0.0


def mostly_people(cells: Sequence[str], cast: Cast) -> bool:
    """Whether the cells of a column begin with people of the meeting."""
    return share(cells, [bool(people_in(cell, cast)) for cell in cells]) >= _MOST


def mostly_items(cells: Sequence[str]) -> bool:
    """Whether the cells of a column begin with numbers of items."""
    return share(cells, [tells_item(cell) for cell in cells]) >= _MOST
