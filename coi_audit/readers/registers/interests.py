"""One row of a register turned into interests, a nil return, or a record of what was not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.interests import Interest, NilReturn
from coi_audit.readers.registers.cells import CellReader
from coi_audit.readers.registers.ended import told_by_words
from coi_audit.readers.registers.headings import TICKS, Field, fold
from coi_audit.readers.registers.organisations import name_and_nature, organisation_in
from coi_audit.readers.registers.parts import split_interests, split_names_of_organisations
from coi_audit.readers.registers.rows import PersonRow, Placed
from coi_audit.readers.registers.types import UNKNOWN_TYPE, Kind, kind_of, wide_words
from coi_audit.readers.registers.types_in_words import without_code
from coi_audit.readers.registers.words import is_nil, says, share_percent, whose, words

_LONGEST_NAME = 8  # words of an organisation's name that stands alone


@dataclass(slots=True)
class Built:
    """What one row gave. `empty` is true where it names a person and tells nothing."""

    interests: list[Interest] = field(default_factory=list)
    nil: NilReturn | None = None
    rejected: list[Rejected] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    empty: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One interest of a row: its words, the column they stand in, and which of how many it is."""

    organisation: str
    nature: str
    column: str
    tick: Field | None = None
    index: int = 0
    count: int = 1


def build(row: PersonRow, *, file: str, edition: date | None, declared: date | None = None) -> Built:
    """Read one row. `declared` is the declaration date of the person's earlier row, for a row that continues it."""
    built = Built()
    cells = CellReader(row, file, built.rejected)
    cells.report_unstored_formulas()
    texts = [cell.text for cell in row.of(Field.ORGANISATION, Field.NATURE)] + [cell.text for cell in wide_words(row)]
    said = [text for text in texts if not is_nil(text)]
    signed = cells.day(Field.DECLARED_ON) or (declared if row.continues else None)
    if not said:
        _nothing_said(row, texts, built, file=file, edition=edition, on=signed)
        return built
    if len(said) == 1 and (says("awaited", said[0]) or says("unchanged", said[0])):
        _no_content(row, said[0], cells)
        return built
    for part in _parts(row):
        built.interests.append(_interest(row, part, cells, edition=edition, signed=signed))
        remarks = (_contradiction(row, part, file), _ended_by_words(row, built.interests[-1], file))
        built.notices.extend(remark for remark in remarks if remark is not None)
    return built


def _nothing_said(
    row: PersonRow, texts: list[str], built: Built, *, file: str, edition: date | None, on: date | None
) -> None:
    others = [cell.text for cell in row.cells if cell.field in (Field.CATEGORY, Field.DIRECT, *TICKS)]
    ticked = any(
        says("ticked", cell.text) or is_nil(cell.text) for cell in row.of(Field.NIL) if fold(cell.text) != "no"
    )
    ticked = ticked or any(fold(cell.text) in ("no", "n") for cell in row.of(Field.DECLARES))
    if any(texts) or ticked or any(is_nil(text) for text in others):
        source = _source(row, file, _heading(row), row.words)
        built.nil = NilReturn(person=row.person, position=row.position, on=on, edition=edition, source=source)
    else:
        built.empty = True


def _no_content(row: PersonRow, text: str, cells: CellReader) -> None:
    if says("awaited", text):
        problem = f"no declaration has been received from {row.person}"
        cells.reject(_heading(row), text, problem, f"ask {row.person} for a declaration or a nil return.")
    else:
        problem = "it refers to an earlier register and repeats nothing"
        cells.reject(
            _heading(row), text, problem, "write the interests out, or put the earlier register in the folder."
        )


def _heading(row: PersonRow) -> str:
    for cell in row.of(Field.NATURE, Field.ORGANISATION, *TICKS, Field.CATEGORY, Field.PERSON, Field.SURNAME):
        return cell.heading
    return ""


def _parts(row: PersonRow) -> list[_Part]:
    """The interests of a row: one, or as many as its cells clearly list apart."""
    wide = [cell for cell in wide_words(row) if not is_nil(cell.text)]
    organisation = _joined(row.of(Field.ORGANISATION))
    nature = _joined(row.of(Field.NATURE))
    found: list[_Part] = []
    if organisation or nature:
        found += _paired(row, organisation, nature)
    for cell in wide:
        natures = [text for text in split_interests(cell.text) if not is_nil(text)]
        for at, text in enumerate(natures):
            name, told = _of_kind(text, cell.heading)
            found.append(_Part(name, told, cell.heading, cell.field, at, len(natures)))
    return found


def _of_kind(text: str, heading: str) -> tuple[str, str]:
    """Organisation and nature of a name under a heading that tells the tie: "Roe Ltd" under "Directorships"."""
    kind = re.sub(r"(?<=ship|ding)s\b", "", heading)
    bare = words().ties.search(text) is None and whose(text).relationship is None and len(text.split()) <= _LONGEST_NAME
    return (text, kind) if bare and words().ties.search(kind) else ("", text)


def _joined(cells: tuple[Placed, ...]) -> str:
    return " - ".join(dict.fromkeys(cell.text for cell in cells if not is_nil(cell.text)))


def _paired(row: PersonRow, organisation: str, nature: str) -> list[_Part]:
    natures = [text for text in split_interests(nature) if not is_nil(text)]
    organisations = split_names_of_organisations(organisation) if nature else split_interests(organisation)
    held = [cell for one in (Field.NATURE, Field.ORGANISATION) for cell in row.of(one) if not is_nil(cell.text)]
    column = held[0].heading if held else ""
    lines = [line for line in nature.split("\n") if line.strip()]
    if len(organisations) > 1 and len(lines) == len(organisations) != len(natures):
        natures = lines
    if len(organisations) == len(natures) or not nature or not organisation:
        count = max(len(organisations), len(natures))
        pairs = [(_at(organisations, at), _at(natures, at)) for at in range(count)]
        pairs = [(name, text) if text else name_and_nature(name) for name, text in pairs]
    elif len(organisations) <= 1:
        pairs = [(_at(organisations, 0), text) for text in natures]
    elif len(natures) <= 1:
        pairs = [(name, _at(natures, 0)) for name in organisations]
    else:
        pairs = [(" ".join(organisation.split()), " ".join(nature.split()))]
    return [_Part(name, text, column, None, at, len(pairs)) for at, (name, text) in enumerate(pairs)]


def _at(values: list[str], index: int) -> str:
    return values[index] if index < len(values) else ""


def _interest(row: PersonRow, part: _Part, cells: CellReader, *, edition: date | None, signed: date | None) -> Interest:
    kind = kind_of(row, nature=part.nature, organisation=part.organisation, tick=part.tick, index=part.index)
    if kind.unknown:
        fix = "write Financial, Non-financial professional or Non-financial personal."
        cells.reject_once(kind.unknown_column, kind.unknown, UNKNOWN_TYPE, fix)
    plain = without_code(part.nature)
    period = cells.period(part.index, part.count)
    start, end = period.start.value, period.end.value
    if start is None and end is None and not (period.start_text or period.end_text):
        told = told_by_words(plain, by=signed or edition)
        start, end = told.start, told.end
    own = len(cells.lines(Field.DECLARED_ON)) == part.count > 1
    listed = f"part {part.index + 1} of {part.count}" if part.count > 1 else ""
    column = ", ".join(words for words in (part.column, listed, row.shared) if words)
    return Interest(
        person=row.person,
        position=row.position,
        organisation=part.organisation or organisation_in(plain),
        nature=part.nature,
        category=kind.category,
        direct=kind.direct,
        relationship=kind.relationship,
        held_from=start,
        held_until=end,
        from_text=period.start_text,
        until_text=period.end_text,
        declared_on=(cells.day(Field.DECLARED_ON, part.index, part.count) or signed) if own else signed,
        aware_on=cells.day(Field.AWARE_ON, part.index, part.count),
        share_percent=_share(row, part),
        mitigation=cells.words(Field.MITIGATION, part.index, part.count),
        edition=edition,
        source=_source(row, cells.file, column, row.words),
    )


def _share(row: PersonRow, part: _Part) -> float | None:
    for cell in row.of(Field.SHARE):
        value = cell.cell.value
        if isinstance(value, float):
            return value * 100 if 0 < value <= 1 else (value if value <= 100 else None)
        found = share_percent(f"shares {cell.text}" if "%" in cell.text else f"shares {cell.text}%")
        if found is not None:
            return found
    return share_percent(part.nature) or share_percent(f"{part.nature} {part.organisation}")


def _source(row: PersonRow, file: str, column: str, text: str) -> SourceRef:
    paragraph = row.grid.paragraph_of(row.row)
    return SourceRef(
        file=file,
        sheet=row.grid.sheet,
        page=row.grid.page_of(row.row),
        table=row.grid.table,
        paragraph=paragraph,
        row=row.row if paragraph is None else None,
        column=column or None,
        text=text,
    )


def _contradiction(row: PersonRow, part: _Part, file: str) -> str | None:
    """A remark where the register says "Direct" of what its own words tell to be somebody else's."""
    kind: Kind = kind_of(row, nature=part.nature, organisation=part.organisation, tick=part.tick, index=part.index)
    if not kind.overruled:
        return None
    place = row.grid.place_of(row.row)
    return f"{file}, {place}: marked direct, but the words tell of a {kind.relationship}; it was read as indirect."


def _ended_by_words(row: PersonRow, interest: Interest, file: str) -> str | None:
    """A remark where no date column ended an interest, but its own words did."""
    if interest.held_until is None or interest.until_text or interest.from_text:
        return None
    place = row.grid.place_of(row.row)
    return f"{file}, {place}: read as over by {interest.held_until}, since its words say that it ended."


def assume_direct(interests: list[Interest]) -> list[Interest]:
    """In a register that has "Indirect" among its types, an interest of another type is the person's own."""
    return [
        one.model_copy(update={"direct": True}) if one.direct is None and one.category is not None else one
        for one in interests
    ]
