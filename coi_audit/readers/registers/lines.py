"""Registers without a table: a line for each interest, a list under each name, or a form of labels and lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.cards import cards_of
from coi_audit.readers.registers.columns import Column, Header
from coi_audit.readers.registers.headings import TICKS, Field, recognise
from coi_audit.readers.registers.holder import is_name_label, is_position_label, person_in_bar
from coi_audit.readers.registers.organisations import TYPE_IN_FRONT, organisation_in
from coi_audit.readers.registers.parts import NameRead, read_name
from coi_audit.readers.registers.rows import PersonRow, Placed, Rows
from coi_audit.readers.registers.several import looks_like_a_name
from coi_audit.readers.registers.words import HONORIFIC, fold, is_nil, starts_with, whose, words
from coi_audit.readers.word import Paragraph

_TITLE = re.compile(
    r"\b(?:register|declar\w+|interests?)\b.*\binterests?\b|\binterests?\b.*\b(?:register|declar\w+)\b", re.I
)
_OTHER_PAPER = re.compile(r"^\W*(?:minutes|agenda|apologies|present|in attendance|attendees)\b", re.IGNORECASE)
_PARTED = re.compile(r"^(?P<name>[^–—|:\t]{3,80}?)\s*(?:\s[-–—]\s?|[–—|:\t])\s*(?P<rest>\S.*)$", re.DOTALL)
_LABEL = re.compile(r"^(?P<label>[^:]{3,120}):\s*(?P<rest>.*)$", re.DOTALL)
# A person's line that a mail has put behind another's: "... since 2019 Adam Roe (Lay Member): trustee ...".
_ANOTHERS = re.compile(rf"(?:^|\s)(?:{HONORIFIC}\s+)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){{1,2}}\s\([^()]{{2,60}}\):\s")
_SIGNED = re.compile(r"^(?:signed|signature|dated?|line manager|declaration date|date of)\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•●▪◦·*\-–—►➢]|o\s)\s*")
_LIST_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+")
_MOST_TITLE_LINES = 12
_LONGEST_LINE = 400
_UNDERSTOOD = 0.7  # of the lines below the first name
_FEWEST_PEOPLE = 2
_FEWEST_LABELS = 3


@dataclass(slots=True)
class _Line:
    """One line: which row of the grid it is, its words, and, where it begins with a name, whose and what follows."""

    row: int
    text: str
    person: NameRead | None = None
    rest: str = ""


@dataclass(slots=True)
class _Block:
    """What one person's lines say, each with the heading of the type it stands under."""

    person: NameRead
    row: int
    position: str | None
    said: list[tuple[int, str, Field | None, str]] = field(default_factory=list)


def rows_of_paragraphs(paragraphs: Sequence[Paragraph], *, file: str, title: str = "") -> tuple[Grid, Rows] | None:
    """The register that a paper's paragraphs are, with the grid its places are told by; None where they are none."""
    grid = Grid(
        rows=tuple((GridCell(one.shown, one.shown),) for one in paragraphs),
        pages=tuple(one.page for one in paragraphs if one.page is not None),
        paragraphs=tuple(one.paragraph_index for one in paragraphs),
    )
    rows = (cards_of(grid, file=file) if _all_labelled(grid) else None) or rows_of_lines(grid, file=file, title=title)
    return (grid, rows) if rows is not None else None


def _all_labelled(grid: Grid) -> bool:
    """Whether from the first name on labels stand before everything told: "Interest: ...", "Date from: 2000"."""
    texts = [row[0].text for row in grid.rows if row and row[0].text]
    first = next((at for at, text in enumerate(texts) if _is_form_name(text)), len(texts))
    labels = [(text, _LABEL.match(text)) for text in texts[first:]]
    valued = sum(1 for _, label in labels if label is not None and label["rest"].strip())
    bare = [text for text, label in labels if label is None or not label["rest"].strip()]
    return valued >= _FEWEST_LABELS and not any(_is_interest(text) or _type_label(text) for text in bare)


def rows_of_lines(grid: Grid, *, file: str, title: str = "") -> Rows | None:
    """The register that a grid of one line a row is, None where it is none; `title` is what else it is called."""
    whole = [(at, " ".join(row[0].text.split())) for at, row in enumerate(grid.rows) if row and row[0].text]
    lines = [_Line(at, piece) for at, text in whole for piece in _apart(text)]
    form = any(_is_form_name(line.text) for line in lines)
    for line in lines:
        _take_name(line, form=form)
    first = next((at for at, line in enumerate(lines) if line.person is not None), None)
    if first is None or not _titled([title, *(line.text for line in lines[:first])]):
        return None
    blocks = _blocks(lines[first:])
    asides = _asides(blocks)
    if not form and len(blocks) < _FEWEST_PEOPLE:
        return None
    said = [text for block in blocks for _, text, _, _ in block.said]
    if not said or sum(1 for text in said if _is_interest(text)) < _UNDERSTOOD * len(said):
        return None
    kinds = dict.fromkeys(kind for line in lines if (kind := _type_label(_BULLET.sub("", line.text))) is not None)
    header = Header(lines[first].row, 0, (*_COLUMNS, *(Column(kind, "") for kind in kinds)))
    people = [row for block in blocks for row in _person_rows(grid, block, header)]
    notices = [f'{file}, {grid.place_of(row + 1)}: read as a note: "{text[:90]}"' for row, text in asides]
    return Rows(people=people, headers=[header], notices=notices)


def _apart(text: str) -> list[str]:
    """The lines of several people that stand behind one another in one."""
    cuts = [0, *(match.start() for match in _ANOTHERS.finditer(text) if match.start())]
    return [text[begin:end].strip() for begin, end in zip(cuts, [*cuts[1:], None], strict=True)]


def _titled(above: Sequence[str]) -> bool:
    """Whether the words above the first name call the paper a register or declarations of interests."""
    if len(above) > _MOST_TITLE_LINES or any(_OTHER_PAPER.match(line) for line in above):
        return False
    return bool(_TITLE.search(" ".join(above)))


def _is_form_name(text: str) -> bool:
    match = _LABEL.match(text)
    return (
        match is not None
        and is_name_label(match["label"])
        and not read_name(match["rest"]).problem
        and bool(match["rest"])
    )


def _take_name(line: _Line, *, form: bool) -> None:
    """See whether the line begins with somebody's name; on a form only "Name: ..." does."""
    bare = _BULLET.sub("", line.text)
    if form:
        if _is_form_name(bare):
            line.person = read_name(bare.split(":", 1)[1].strip())
        return
    if bare != line.text or len(bare) > _LONGEST_LINE:
        return
    bare = _LIST_NUMBER.sub("", bare)
    match = _PARTED.match(bare)
    if match is not None:
        read = read_name(match["name"])
        if not read.problem and looks_like_a_name(read.name) and not _titles_the_paper(match["name"]):
            line.person, line.rest = read, match["rest"].strip()
            return
    if not _is_interest(bare) or words().roles.search(bare):
        line.person = None if _titles_the_paper(bare) else person_in_bar(bare)


def _titles_the_paper(text: str) -> bool:
    return bool(
        re.search(r"\b(?:register|interests?|declarations?|updated|version|board|committee)\b", text, re.IGNORECASE)
    )


def _blocks(lines: Sequence[_Line]) -> list[_Block]:
    """The lines by person. Where most names stand alone or over a list, what follows a name is the post; else it is
    what is declared."""
    named = [line for line in lines if line.person is not None]
    listed = len(lines) - len(named) >= len(named) / 2
    blocks: list[_Block] = []
    tick: Field | None = None
    heading = ""
    for line in lines:
        if line.person is not None:
            known = blocks and fold(blocks[-1].person.name) == fold(line.person.name)
            if not known:
                blocks.append(_Block(line.person, line.row, line.person.position))
            tick, heading = None, ""
            if line.rest and (line.person.position or not (listed and _is_post(line.rest))):
                blocks[-1].said.append((line.row, line.rest, None, ""))
            elif line.rest:
                blocks[-1].position = blocks[-1].position or line.rest
            continue
        text = _BULLET.sub("", line.text)
        label = _LABEL.match(text)
        if label is not None and is_position_label(label["label"]):
            blocks[-1].position = label["rest"].strip() or blocks[-1].position
        elif _SIGNED.match(text):
            continue
        elif (kind := _type_label(text)) is not None:
            tick, heading = kind, text.split(":", 1)[0].strip()
            rest = text.partition(":")[2].strip()
            if rest:
                blocks[-1].said.append((line.row, rest, tick, heading))
        else:
            blocks[-1].said.append((line.row, text, tick, heading))
    return blocks


def _asides(blocks: Sequence[_Block]) -> list[tuple[int, str]]:
    """Take out of what people declare the lines that are no interest: small print, and what follows a nil return."""
    found = []
    for block in blocks:
        for at, (row, text, tick, heading) in enumerate(block.said):
            block.said[at] = (row, _without_own_name(text, block.person.name), tick, heading)
        nil = bool(block.said) and is_nil(block.said[0][1])
        aside = [one for one in block.said if starts_with("note", one[1]) or (nil and not _is_interest(one[1]))]
        block.said = [one for one in block.said if one not in aside]
        found += [(row, text) for row, text, _, _ in aside]
    return found


def _without_own_name(text: str, name: str) -> str:
    """A sentence that says of the person by name that there is nothing: the words without the name."""
    rest = re.sub(rf"^(?:{HONORIFIC}\s+)?(?:\S+\s+){{0,2}}{re.escape(name.rsplit(maxsplit=1)[-1])}\s+", "", text)
    return rest if rest != text and is_nil(rest) else text


def _type_label(text: str) -> Field | None:
    """The type that a line such as "Financial interests:" puts over the lines below it."""
    label = text.split(":", 1)[0]
    if ":" not in text and len(label.split()) > 5:
        return None
    found = recognise(label) if len(label.split()) <= 8 else None
    return found if found in TICKS else None


def _is_post(text: str) -> bool:
    """Whether the words after a name are its post: a role, with no organisation that an interest would be in."""
    if is_nil(text) or TYPE_IN_FRONT.match(text) or whose(text).relationship:
        return False
    return bool(words().roles.search(text)) and len(text.split()) <= 12


def _is_interest(text: str) -> bool:
    told = is_nil(text) or bool(words().ties.search(text)) or bool(TYPE_IN_FRONT.match(text))
    return (told or bool(organisation_in(text))) and len(text) <= _LONGEST_LINE


_COLUMNS = (Column(Field.PERSON, ""), Column(Field.POSITION, ""), Column(Field.NATURE, ""))


def _person_rows(grid: Grid, block: _Block, header: Header) -> list[PersonRow]:
    """A row for each thing said; what is nil beside an interest is left out, since it speaks of one type only."""
    interests = [one for one in block.said if not is_nil(one[1])]
    rows = []
    for at, (row, text, tick, heading) in enumerate(interests or block.said[:1] or [(block.row, "", None, "")]):
        cell = Placed(tick or Field.NATURE, heading, GridCell(text, text))
        name, position = block.person.name, block.position
        rows.append(PersonRow(name, position, row + 1, grid, header, (cell,) if text else (), continues=at > 0))
    return rows
