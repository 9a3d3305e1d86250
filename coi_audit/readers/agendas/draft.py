"""One agenda item under construction: its fields and lines, until nothing more can belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.words import Fields, is_action, is_section_heading, split_fields, title_goes_on
from coi_audit.readers.item_numbers import typed_number
from coi_audit.readers.paper import GridRow, Line

_PRIVATE_MARK = re.compile(r"[(\[]\s*(?:in\s+)?(?:private|confidential)(?:\s+item)?\s*[)\]]", re.IGNORECASE)
_COLUMNS = re.compile(r"^(?P<number>\S+\s+)(?P<title>\S.*?)\s{2,}(?=\S)")  # a numbered line with columns to its right
_MOSTLY = 0.7  # of its column's width a title fills before the next line may be its rest
_A_GROUP = 2.5  # items to a heading, in the mean
_NEARLY_FULL = 50  # letters of a line that was broken for want of room


@dataclass(slots=True)
class Draft:
    """An item under construction."""

    number: str
    fields: Fields
    source: SourceRef
    section: str | None
    private: bool
    indent: int = 0
    lines: list[str] = field(default_factory=list)
    ticked: tuple[str, ...] = ()
    body_actions: tuple[tuple[str, str], ...] = ()
    begun_by: Line | None = None  # the line the title stands on; None in a table

    def build(self) -> AgendaItem:
        text = "\n".join(part for part in (self.fields.text, *self.lines) if part)
        title = self.fields.title.strip()
        return AgendaItem(
            number=self.number,
            title=title,
            action=self.fields.action,
            section=self.section,
            paper=self.fields.paper,
            presenter=self.fields.presenter,
            text=text,
            private=self.private or bool(_PRIVATE_MARK.search(title)),
            bodies=self.ticked,
            body_actions=self.body_actions,
            source=self.source,
        )

    def goes_on_in(self, line: Line) -> bool:
        """Whether the line below is the rest of a title that was too long for its own line.

        Of wrapped plain text the columns to the right (presenter, action, paper) already stand on the first line.
        """
        if self.lines or self.fields.text or line.bullet:
            return False
        starts_small = line.text[0].islower() and not line.text.endswith((".", ";"))
        bare = self.fields.action is None and self.fields.presenter is None
        if line.indent > self.indent and bare and (title_goes_on(self.fields.title) or starts_small):
            return True
        first = self.begun_by
        if first is None or not first.width or not line.width or line.blank_before or line.text.endswith((".", ":")):
            return False
        columns = _COLUMNS.match(first.text)
        if columns is None:
            return starts_small and (line.indent >= self.indent) and len(first.text) >= _NEARLY_FULL
        at, room = self.indent + columns.end("number"), columns.end() - columns.end("number")
        if starts_small or title_goes_on(self.fields.title):
            return line.indent <= at + 2
        own = split_fields(line.text)
        told = own.action is not None or bool(re.match(r"(?:to|for)\s", line.text, re.IGNORECASE))
        return abs(line.indent - at) <= 1 and not told and len(columns["title"]) >= _MOSTLY * room

    def join(self, line: Line) -> None:
        """Take the line's words into the title, and what stands in columns beside them into the fields."""
        joined = split_fields(f"{self.fields.title} {line.text}")
        self.fields.title, self.fields.text = joined.title, joined.text
        for name in ("action", "paper", "presenter"):
            setattr(self.fields, name, getattr(self.fields, name) or getattr(joined, name))


def without_group_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The items; a numbered line that only heads those numbered under it ("2. Items for decision") is their section."""
    kept: list[Draft] = []
    heading: Draft | None = None
    for at, draft in enumerate(drafts):
        below = drafts[at + 1].number if at + 1 < len(drafts) else ""
        if is_section_heading(draft.fields.title) and draft.number and below.startswith(f"{draft.number}."):
            heading = draft
            continue
        if heading is not None and draft.number.startswith(f"{heading.number}."):
            draft.section = heading.fields.title
        kept.append(draft)
    return kept


def heads_groups(lines: Sequence[Line]) -> bool:
    """Whether "For decision" and the like, on lines of their own, head the items below them and not the one above.

    Each then stands once, and has several items under it.
    """
    said: list[str] = []
    items = 0
    for line in lines:
        if line.number or typed_number(line.text):
            items += bool(said)
        elif is_action(line.text) and is_section_heading(line.text):
            said.append(line.text.casefold().strip(" :."))
    return 2 <= len(said) == len(set(said)) and items >= _A_GROUP * len(said)


def cell_text(row: GridRow, at: int | None) -> str:
    """The words of a row's cell, or its automatic number where it holds nothing else."""
    if at is None or at >= len(row.cells) or row.cells[at].repeated:
        return ""
    lines = row.cells[at].lines
    if len(lines) == 1 and lines[0].number and not lines[0].text:
        return lines[0].number
    return row.cells[at].text


def unbulleted(text: str) -> str:
    """The words behind a typed bullet."""
    return re.sub(r"^[-*•·–]\s+", "", text)


_CODE = re.compile(
    r"\b(?P<code>[A-Z]{1,3})\s*[=:]\s*(?P<words>[A-Za-z][A-Za-z ]+?)\s*(?=$|[,;.|)\n]|\s[A-Z]{1,3}\s*[=:])"
)


def legend(texts: Iterable[str]) -> dict[str, str]:
    """What letters stand for by the agenda's own key: "D = decision, I = information"."""
    found: dict[str, str] = {}
    for text in texts:
        if text.count("=") >= 2:
            found.update((match["code"], match["words"].strip()) for match in _CODE.finditer(text))
    return {code: words for code, words in found.items() if is_action(words)}
