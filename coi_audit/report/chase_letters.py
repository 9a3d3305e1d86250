"""Draft messages to whoever owes something, in plain English: one text a person, or all in one Word document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from coi_audit.model.chase import Chase, Debt, Debtor, Owed
from coi_audit.model.letters import fold_letters
from coi_audit.model.words import EvidenceMark
from coi_audit.report.chase_text import source_of
from coi_audit.report.greeting import greeting
from coi_audit.report.office_file import same_bytes, writable
from coi_audit.report.words import count, day, listed, sentence

DRAFT = "DRAFT, not sent. Read it before you send it, and check that nothing has come in since."
_NUMBERED = re.compile(r"\d+\. ")
_TO_SIGN = "[name and post of whoever sends this]"


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft: whom it is for, its subject, and its paragraphs in order."""

    person: str
    about: str
    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """As a plain text file, lines ending as on Windows, where most of them are opened."""
        head = [DRAFT, "", f"To: {self.person}{f' ({self.about})' if self.about else ''}", f"Subject: {self.subject}"]
        body = [line for paragraph in self.paragraphs for line in ("", paragraph)]
        return "\r\n".join("\n".join([*head, *body, ""]).split("\n"))


def letters(found: Chase, *, signed: str = "") -> tuple[Letter, ...]:
    """One a person, in the order of the chase. `signed` is who signs; empty leaves a place to fill in."""
    return tuple(_letter(one, found, signed.strip() or _TO_SIGN) for one in found.debtors)


def _letter(one: Debtor, found: Chase, signed: str) -> Letter:
    body = found.body.name
    actions = all(debt.kind is Owed.ACTION for debt in one.debts)
    what = "Open actions" if actions else "Your declaration of interests"
    purpose = "To finish what was agreed" if actions else "To keep the register of interests complete"
    asked = [f"{number}. {_asked(debt)}" for number, debt in enumerate(one.debts, 1)]
    return Letter(
        person=one.person,
        about="; ".join(one.committees),
        subject=f"{what}: {body}",
        paragraphs=(
            greeting(one.person),
            f"{purpose}, {body} needs {'this' if len(one.debts) == 1 else 'these'} from you:",
            *asked,
            "If you have sent it already, please tell us when. If anything here is not right, please say so, and we "
            "will put it right.",
            f"Yours sincerely\n{signed}\nfor {body}",
            f"From the papers as at {day(found.as_of)}. Rules: {listed(one.rules) or 'none'}.",
        ),
    )


def _asked(debt: Debt) -> str:
    number = f"Action {debt.number} of the plan: " if debt.number is not None else ""
    what = f"{number}{debt.what}" if number else sentence(debt.what)
    lines = [f"{what.rstrip('.')}.", *_due(debt), *_why(debt)]
    return "\n   ".join(lines)


def _due(debt: Debt) -> Iterator[str]:
    reckoned = f" ({debt.due_from})" if debt.due_from else ""
    if debt.due is None:
        yield "Please send it now; no rule names a later day." if debt.kind is not Owed.ACTION else "No day was set."
    elif debt.overdue:
        yield f"It was due by {day(debt.due)}{reckoned}, {count(debt.overdue, 'day')} ago."
    else:
        yield f"It is due by {day(debt.due)}{reckoned}."


def _why(debt: Debt) -> Iterator[str]:
    """The rules' sources, each once; one that was not seen is to be compared before it is quoted."""
    seen: dict[str, bool] = {}
    for one in debt.reasons:
        if one.criterion is not None:
            source = source_of(one)
            seen[source] = seen.get(source, False) or one.criterion.evidence_mark is EvidenceMark.SEEN
    if seen:
        told = [one if sure else f"{one} (compare the wording before you quote it)" for one, sure in seen.items()]
        yield f"Asked for by: {'; '.join(told)}."


def letter_files(found: Chase, *, signed: str = "") -> dict[str, bytes]:
    """Each draft as a text file by its name, in the order of the chase: `01-dr-anil-rao.txt`."""
    written = letters(found, signed=signed)
    width = max(2, len(str(len(written))))
    return {
        f"{number:0{width}d}-{_slug(one.person)}.txt": one.text.encode("utf-8") for number, one in enumerate(written, 1)
    }


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold_letters(name).casefold()))[:60] or "somebody"


def letters_docx(found: Chase, *, signed: str = "") -> bytes:
    """All drafts in one Word document, each on a page of its own. The same chase gives the same bytes."""
    from docx import Document
    from docx.shared import Mm, Pt

    document: Any = Document()
    document.styles["Normal"].font.size = Pt(11)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.language = "Drafts of messages", found.body.name, "en-GB"
    properties.last_modified_by, properties.comments = found.body.name, ""
    for place, one in enumerate(letters(found, signed=signed)):
        if place:
            document.add_page_break()
        document.add_heading(writable(one.person), level=1)
        document.add_paragraph().add_run(DRAFT).bold = True
        document.add_paragraph(writable(f"Subject: {one.subject}"))
        for text in one.paragraphs:
            lines = [line.strip() for line in writable(text).split("\n")]
            paragraph = document.add_paragraph("\n".join(lines))
            if _NUMBERED.match(text):
                paragraph.paragraph_format.left_indent = Mm(7)
                paragraph.paragraph_format.first_line_indent = -Mm(7)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue(), as_of=found.as_of)
