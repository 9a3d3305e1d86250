"""One agenda item under construction: its fields and lines, until nothing more can belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agenda_words import Fields

_PRIVATE_MARK = re.compile(r"[(\[]\s*(?:in\s+)?(?:private|confidential)(?:\s+item)?\s*[)\]]", re.IGNORECASE)


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
            source=self.source,
        )
