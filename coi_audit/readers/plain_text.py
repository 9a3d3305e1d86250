"""Plain text papers as lines that know their place, and paragraphs put together again where lines were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coi_audit.model.evidence import SourceRef
from coi_audit.readers.guard import FileType, file_name, read_text, require, shown
from coi_audit.readers.mail import without_quotes
from coi_audit.readers.paper import Grid, GridCell, GridRow, Line, Paper

_RULE = re.compile(r"^[\s_=*~.-]{3,}$")
_PAGE = re.compile(r"^(?:page\s+\d+(?:\s+of\s+\d+)?|\d+\s*\|\s*page)$", re.IGNORECASE)
_STARTS_ANEW = re.compile(
    r"^(?:[-*•·o–]\s|\(?[a-z0-9ivx]{1,3}[).]\s|\d|[A-Z]{2,8}[/-]\d|(?:agenda )?item \d"
    r"|(?:members |also |those )?(?:present|in attendance|apologies|attendees|absent|observers)\b[^.,;]{0,40}:)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"^(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Cllr|Revd?|Sir|Dame|Lady)\.?\s(?:[A-Z][\w'’-]+\s?){2,4},\s"
)
# "... Dr Rao in" | "item 5 as a partner": whatever the next line begins with, the sentence is not at its end.
_HANGS = re.compile(
    r"\b(?:in|for|of|to|and|or|the|an?|at|on|with|by|from|under|about|regarding|agenda|items?|as|is|was|were|that|than|dated)$",
    re.IGNORECASE,
)
_NEARLY_FULL = 16  # letters that a line at the wrap's width may lack
_NARROWEST, _WIDEST = 50, 130


def read_plain_text(path: Path, *, root: Path | None = None) -> Paper:
    """Read a text file of any usual encoding into lines; ruled lines ("-----") mark the line above as a heading.

    Raises `UserError` for a file that is not text, is empty or too large.
    """
    where = file_name(path, root)
    require(path, wanted=(FileType.TEXT,), where=where)
    text = without_quotes(shown(read_text(path, where=where)))
    return Paper(file=where, blocks=tuple(_with_tables(text_lines(text, where))))


def text_lines(text: str, file: str) -> list[Line | Grid]:
    """The lines of a text that say something."""
    found: list[Line | Grid] = []
    blank = False
    for number, raw in enumerate(text.replace("\xa0", " ").split("\n"), start=1):
        words = raw.strip().replace("\u200b", "")
        if not words:
            blank = True
            continue
        if _PAGE.match(words):
            continue
        if _RULE.match(words):
            if found and not blank and isinstance(found[-1], Line):
                found[-1] = found[-1].as_heading()
            blank = True
            continue
        expanded = raw.expandtabs(4).rstrip()
        found.append(
            Line(
                text=words,
                source=SourceRef(file=file, line=number, text=words[:2000]),
                bullet=bool(re.match(r"^[-*•·–]\s", words)),
                indent=len(expanded) - len(expanded.lstrip()),
                blank_before=blank,
                width=len(expanded),
            )
        )
        blank = False
    return found


def _with_tables(lines: list[Line | Grid]) -> Iterator[Line | Grid]:
    """Lines of cells between bars ("|1|Welcome|Chair|") as tables."""
    rows: list[GridRow] = []
    for line in lines:
        if isinstance(line, Line) and line.text.startswith("|") and line.text.count("|") >= 3:
            if not re.fullmatch(r"[|\s:=-]+", line.text):
                rows.append(_bar_row(line))
            continue
        if rows:
            yield Grid(tuple(rows))
            rows = []
        yield line
    if rows:
        yield Grid(tuple(rows))


def _bar_row(line: Line) -> GridRow:
    texts = [part.strip() for part in line.text.strip().strip("|").split("|")]
    return GridRow(tuple(GridCell((line.with_text(text),) if text else ()) for text in texts), line.source)


def wrap_width(lines: Iterable[Line]) -> int:
    """The width at which a text was wrapped, or 0 where its lines are whole paragraphs."""
    widths = [line.width for line in lines if line.width]
    widest = max(widths, default=0)
    full = sum(1 for width in widths if width >= widest - 14)
    return widest if _NARROWEST <= widest <= _WIDEST and full >= 2 else 0


def unwrap(lines: Sequence[Line], width: int) -> list[Line]:
    """Join each line to the one before where its first word would not have fitted there, or the sentence runs on."""
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if joined and last is not None and _runs_on(last, line, width):
            joined[-1] = joined[-1].joined_with(line)
        else:
            joined.append(line)
        last = line
    return joined


def _runs_on(last: Line, line: Line, width: int) -> bool:
    if not width or not line.width or line.blank_before or line.bold or line.heading or last.heading:
        return False
    if _HANGS.search(last.text) and last.width >= width - _NEARLY_FULL and "\t" not in line.text:
        return True
    if _STARTS_ANEW.match(line.text) and not re.match(r"^\d{1,2} [A-Z][a-z]+ 20\d\d", line.text):
        return False
    if last.text.endswith(":") or "\t" in line.text:
        return False
    if _PERSON.match(last.text) and _PERSON.match(line.text):  # one below the other in a list
        return False
    first_word = line.text.split()[0]
    if last.width + 1 + len(first_word) > width:
        return True
    return line.text[0].islower() and last.text[-1] not in ".;:"
