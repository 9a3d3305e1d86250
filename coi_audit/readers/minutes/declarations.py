"""Declarations told as a table or a list in minutes: which tables and lines those are, and one passage for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.model.meetings import Passage
from coi_audit.readers.attendance.names import split_name
from coi_audit.readers.paper import Grid, GridRow

TITLE = "Declarations of interest"
_TITLE = re.compile(
    r"^\W*(?:\d+[.)]?\s+)?(?:(?:register|record|summary|table|list|schedule|note|log) of\s+)?(?:the\s+)?"
    r"(?:new |further |member'?s'? )?"
    r"(?:declarations?|disclosures?|conflicts?|(?:management|handling|managing) (?:of )?(?:any )?conflicts?"
    r"|interests?(?:$|\s+(?:declared|noted|and\b)))(?:\s+(?:and (?:management|handling) of conflicts?))?"
    r"(?:\s+of\s+(?:members'?\s+|any\s+)?(?:interests?|conflicts?)|\s+made)?\b.{0,60}$",
    re.IGNORECASE,
)
_OF_ANOTHER_KIND = re.compile(r"\b(?:policy|training|audit|guidance|reports?|minutes|procedure)\b", re.IGNORECASE)
_NAMES = re.compile(
    r"^(?:names?|members?|persons?|who|individuals?|attendees?|declared by|made by|declarers?|name of .*|members? name"
    r"|person declaring.*|member declaring.*|declaration by|conflicted (?:members?|persons?|individuals?)"
    r"|names?(?: ?/ ?| and )(?:role|position|title|job title|organisation))$"
)
_ITEMS = re.compile(
    r"^(?:agenda |relevant |minute )?(?:items?|agenda|refs?|minutes?)(?: (?:no|nos|number|ref|affected))?$"
)
_INTERESTS = re.compile(r"\b(?:interests?|conflicts?|declarations?|nature|relationship|reason)\b")
_DECISIONS = re.compile(
    r"\b(?:actions?|decisions?|decided|outcomes?|handling|handled|managed?|management|rulings?|mitigation|agreed"
    r"|arrangements?|participation|resolution|steps|treatment|what was done|involvement)\b"
)
_MITIGATIONS = re.compile(
    r"\b(?:handling|handled|managed?|management|rulings?|mitigations?|mitigating|arrangements?|participation)\b"
)
_OF_A_REGISTER = re.compile(r"\b(?:from|to|since|until|date|type|mitigate|risk|direct|indirect|category)\b")
_ANYBODY = re.compile(
    r"^(?:(?:all|both|the|other|any|practice|non-?executive|partner|clinical|lay|voting)\s+){1,4}(?:GPs?|members?|doctors?"
    r"|practice managers?|managers?|clinicians?|directors?|representatives?|leads?)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"^[A-Z][A-Za-z]{0,2}[A-Z](?:(?:,| and| &|/)\s*[A-Z][A-Za-z]{0,2}[A-Z])*\s*(?:[,:(–-]|declared\b|as\b)"
)
_TITLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Cllr|Rev|Revd|Sir|Dame)\b")
_BEHIND = re.compile(
    r"^\s*(?:(?:\([^)]*\)|\[[^\]]*\])\s*)?(?:(?P<sure>,|;|who\b|whose\b|as\b|declared\b|is\b|has\b)|(?:and|&)\s+(?:Drs?|M[rsx]+|Miss|Prof|Cllr|Revd?|(?!Partners)[A-Z]\S+\s+[A-Z])|[:–—-]\s|(?<=[)\]])\.(?:\s|$)|$)"
)
_TIE = re.compile(
    r"\b(?:partners?|partnership|directors?|shareholders?|shares|owners?|owns|employ\w+|salaried|locum|trustees?|patient"
    r"|managers?|manages|husband|wife|spouse|sister|brother|son|daughter|mother|father|friend|works?|declared|interests?"
    r"|conflict\w*|practices? as|landlord|volunteer|adviser|consultant|GPs?|member|provider)\b",
    re.IGNORECASE,
)
_HANDLED = re.compile(r"\b(?:left|withdrew|withdrawn|room|vot\w+|stayed|remained|noted|abstain\w*)\b", re.IGNORECASE)
_MOST_WORDS_OF_TITLE = 12
_MOST_TIED = 0.6  # of the rows of a table of interests


def is_declarations_title(text: str) -> bool:
    """Whether a heading opens the declarations of interest."""
    if _OF_ANOTHER_KIND.search(text):
        return False
    return len(text.split()) <= _MOST_WORDS_OF_TITLE and not text.rstrip().endswith(".") and bool(_TITLE.match(text))


def opens_annex(text: str) -> bool:
    """Whether a heading behind the items opens the declarations: "Annex A: Declarations made at the meeting"."""
    annex = _ANNEX.match(text)
    title = text[annex.end() :] if annex else text
    return is_declarations_title(title) and (annex is not None or _KEPT.match(title) is not None)


def declarations_header(grid: Grid) -> int | None:
    """The index of the heading row where the table is one of declarations made at the meeting, else None."""
    for index, row in enumerate(grid.rows[:3]):
        labels = _labels(row)
        others = [label for label in labels if label and not _NAMES.match(label)]
        item = any(_ITEMS.match(label) for label in others)
        rest = [label for label in others if not _ITEMS.match(label)]
        interest = any(_INTERESTS.search(label) for label in rest)
        decision = any(_DECISIONS.search(label) for label in rest)
        register = any(_OF_A_REGISTER.search(label) for label in rest)
        named = len(others) < sum(bool(label) for label in labels)
        mitigated = item and any(_MITIGATIONS.search(label) for label in rest)  # no column is headed by the interest
        if named and (mitigated or (interest and (item or (decision and not register)))):
            return index
    return None


_SOMEBODY = re.compile(r"^(?:initials?|who\b.*|.*\b(?:members?|declared by|declarers?|persons?|names?))$")
_ANNEX = re.compile(r"^\W*(?:annexe?|appendix|schedule|attachment|enclosure)\b\s*\w{0,2}\s*[:.–—-]*\s*", re.IGNORECASE)
_KEPT = re.compile(r"^\W*(?:the\s+)?(?:register|record|summary|table|list|schedule|note|log) of\b", re.IGNORECASE)
_CODES = re.compile(r"^(?:\w+ )?(?:codes?|key|letters?|symbols?|marks?|levels?|options?)$")
_MEANINGS = re.compile(r"\b(?:means?|meanings?|explanation|definition|description|actions?|what)\b")
_SOMEONE = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Cllr|Rev|Revd|Sir|Dame)\.?\s.{2,40}|[A-Z]{2,4}|[A-Z][A-Za-z]{1,2}[A-Z]?)$"
)
_TOLD = re.compile(r"\b(?:interests?|conflicts?|declarations?|nature|relationship|reasons?|why|details?|effect)\b")


def heads_interests(grid: Grid) -> bool:
    """Whether a table under declarations is one of interests by its headings, and no table of items."""
    for row in grid.rows[:3]:
        labels = [label for label in _labels(row) if label]
        rest = [label for label in labels if not _ITEMS.match(label)]
        told = any(_TOLD.search(label) or _DECISIONS.search(label) for label in rest)
        item = len(rest) < len(labels)
        named = any(_SOMEBODY.match(label) or _NAMES.match(label) for label in rest)
        nature = any(_TOLD.search(label) for label in rest)
        if len(labels) == 2 and _CODES.match(labels[0]) and _MEANINGS.match(labels[1]):
            return True
        across = [text.strip() for text in row.texts[1:] if text.strip()]
        if len(across) > 1 and all(_SOMEONE.match(text) for text in across):  # items down, people across
            return True
        if told and (named or (item and nature)) and not any("discussion" in label for label in labels):
            return True
    return _tells_ties(grid)


def heads_people_first(grid: Grid) -> bool:
    """Whether a table's headings are people, then the item and why, wherever it stands: it is no table of items."""
    labels = [label for label in _labels(grid.rows[0]) if label]
    rest = labels[1:]
    return (
        len(labels) > 2
        and bool(_NAMES.match(labels[0]) or _SOMEBODY.match(labels[0]))
        and any(_ITEMS.match(label) for label in rest)
        and any(_TOLD.search(label) for label in rest)
    )


def _tells_ties(grid: Grid) -> bool:
    """Whether most rows, with no heading, name somebody and tell of a tie: "Dr Rao | 4 | Partner | Left the room"."""
    rows = [[text.strip() for text in row.texts if text.strip()] for row in grid.rows]
    tied = [
        any(_SOMEONE.match(one.split(",")[0]) for one in row)
        and any(_TIE.search(one) or _HANDLED.search(one) for one in row)
        for row in rows
    ]
    return bool(rows) and sum(tied) >= _MOST_TIED * len(rows)


def names_items(grid: Grid, header: int) -> bool:
    """Whether the table says which item each declaration is on."""
    return any(_ITEMS.match(label) for label in _labels(grid.rows[header]) if label)


def declaration_passages(grid: Grid, header: int) -> Iterator[Passage]:
    """One passage a row, its cells joined by bars; the heading row first, so that the cells can be told apart.

    A name that stands once for several rows is repeated in each.
    """
    labels = _labels(grid.rows[header])
    name_at = next((at for at, label in enumerate(labels) if _NAMES.match(label)), 0)
    carried: list[str] = []
    for row in grid.rows[header:]:
        texts = [_one_line(text) for text in row.texts]
        if not any(texts):
            continue
        for at, text in enumerate(texts):
            merged = at < len(row.cells) and row.cells[at].repeated
            if not text and at < len(carried) and (at == name_at or merged):
                texts[at] = carried[at]
        carried = texts
        joined = " | ".join(texts)
        yield Passage(text=joined, source=row.source.model_copy(update={"text": joined[:2000]}))


def is_declared_entry(text: str) -> bool:
    """Whether the words behind an item's number tell who declared, as in "Dr Lal, partner at Brook Surgery"."""
    if _INITIALS.match(text) or _ANYBODY.match(text):
        return True
    first = re.split(r"\s+(?:and|&)\s+", text, maxsplit=1)[0]
    for part in (text, first):
        split = split_name(part)
        behind = _BEHIND.match(text[len(split[0]) :]) if split else None
        if split and behind and (_TIE.search(text[len(split[0]) :]) or (behind["sure"] and _TITLED.match(split[0]))):
            return True
    return False


def _labels(row: GridRow) -> Sequence[str]:
    return [re.sub(r"[^a-z/ -]", "", " ".join(text.casefold().split())).strip() for text in row.texts]


def _one_line(text: str) -> str:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = " ".join(line if line[-1] in ".,;:" else f"{line};" for line in lines)
    return joined.removesuffix(";")
