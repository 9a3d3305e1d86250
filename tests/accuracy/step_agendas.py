"""Agendas: what the reader makes of labelled papers in many styles and formats, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from agenda_papers import write
from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.model.meetings import Agenda, AgendaItem
from coi_audit.readers.agendas.agenda import read_agenda

DATA = Path(__file__).parent / "data" / "agendas"
_UNSCORED = "?"
_NO_PAPER = {"", "verbal", "oral", "none", "tabled", "to follow"}
_SECTION_NUMBER = re.compile(r"^\s*(?:[A-Z]|\d{1,2})[.):\s]\s*(?=\S)")
_LABEL = re.compile(r"^(?:paper|enc(?:l|losure)?|attachments?|att|doc|item|appendix|page)s?\b[\s.:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One item as the label gives it; `?` or `*` in a field is not scored."""

    number: str
    title: str
    action: str = ""
    presenter: str = ""
    paper: str = ""
    flags: tuple[str, ...] = ()
    section: str | None = None

    def bodies(self) -> frozenset[str]:
        return frozenset(flag.removeprefix("bodies=") for flag in self.flags if flag.startswith("bodies="))

    def holds(self) -> list[str]:
        return [flag.removeprefix("has=") for flag in self.flags if flag.startswith("has=")]


@dataclass(slots=True)
class Sheet:
    """The answers of one paper in one format."""

    part: Part
    group: str
    answers: list[Scored] = field(default_factory=list)

    def score(self, dataset: str, wanted: object, got: object, *, said: str = "", stood: str = "") -> None:
        right = wanted == got
        other = Verdict.MISSED if not got else Verdict.EXTRA if not wanted else Verdict.WRONG
        verdict = Verdict.RIGHT if right else other
        what = f"{stood or wanted!r} read as {said or got!r}"
        self.answers.append(Scored("agendas", dataset, self.part, self.group, verdict, what))

    def add(self, dataset: str, verdict: Verdict, what: str) -> None:
        self.answers.append(Scored("agendas", dataset, self.part, self.group, verdict, what))


def measure(dev: Path | None) -> Iterator[Scored]:
    """Every labelled agenda in each of its formats. `dev` holds no agendas: only their titles."""
    with TemporaryDirectory() as folder:
        for path in sorted(DATA.glob("*.yaml")):
            part = Part.HELD_OUT if path.stem.startswith("held") else Part.TUNED_ON
            for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
                yield from of_entry(entry, part, Path(folder))


def of_entry(entry: dict[str, Any], part: Part, folder: Path) -> Iterator[Scored]:
    """The answers of one labelled agenda; one that is `raw` stands in its file word for word."""
    if kind := entry.get("raw"):
        path = folder / f"agenda.{kind}"
        path.write_text(entry["paper"], encoding="utf-8")
        yield from score(entry, path, part, f"{entry['name']} .{kind}")
        return
    for kind in [*entry["formats"], *(["pdf"] if "html" in entry["formats"] else [])]:
        path = write(entry["paper"], kind, folder / f"agenda.{kind}")
        yield from score(entry, path, part, f"{entry['name']} .{kind}")


def score(entry: dict[str, Any], path: Path, part: Part, group: str) -> Iterator[Scored]:
    """The answers of one file that an agenda was written to."""
    sheet = Sheet(part, group)
    try:
        agenda = read_agenda(path, root=path.parent).agenda
    except UserError as error:
        yield Scored("agendas", "readable", part, group, Verdict.MISSED, error.problem)
        return
    _heading(sheet, entry, agenda)
    _items(sheet, _wanted(entry["items"]), list(agenda.items) if agenda else [])
    yield from sheet.answers


def _wanted(text: str) -> list[Wanted]:
    wanted, section = [], None
    for line in text.splitlines():
        if line.startswith("@"):
            section = line[1:].strip()
            continue
        cells = [cell.strip() for cell in line.split("|")]
        number, title, action, presenter, paper, flags = (cells + [""] * 6)[:6]
        paper, flags = ("", paper) if paper in ("private", "all") else (paper, flags)
        marks = tuple(flag.strip() for flag in _flags(flags))
        wanted.append(Wanted(number, title, action, presenter, paper, marks, section))
    return wanted


def _flags(text: str) -> list[str]:
    """`bodies=A,B` names two bodies; `private,has=X,has=Y` three marks."""
    marks: list[str] = []
    for part in filter(None, (one.strip() for one in text.split(","))):
        names_body = marks and marks[-1].startswith("bodies=") and "=" not in part
        marks.append(f"bodies={part}" if names_body else part)
    return marks


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"[^\W_]+", (text or "").casefold()))


def _number(text: str) -> str:
    plain = re.sub(r"^item\s+", "", text.strip().casefold())
    plain = re.sub(r"(?<=[a-z])\s(?=\d)", "", plain)
    plain = re.sub(r"[()\[\]\s.:]+", ".", plain)
    return re.sub(r"(?<=\d)(?=[a-z])", ".", plain).strip(".")


def _action(text: str | None) -> frozenset[str]:
    return frozenset(_words(text).split()) - {"to", "for", "and", "or"}


def _paper(text: str | None) -> str:
    plain = _words(_LABEL.sub("", (text or "").strip()))
    plain = plain.replace("attached", "").strip()
    return "" if plain in _NO_PAPER or text == "-" else plain


def _heading(sheet: Sheet, entry: dict[str, Any], agenda: Agenda | None) -> None:
    if "on" in entry:
        on: date | None = agenda.on if agenda else None
        sheet.score("heading", entry["on"], on)
    if "committee" in entry:
        sheet.score("heading", _words(entry["committee"]), _words(agenda.committee if agenda else None))
    bodies = frozenset(_words(body) for body in (agenda.bodies if agenda else ()))
    wanted = frozenset(_words(body) for body in entry.get("bodies", ()))
    if wanted:
        sheet.score("heading", wanted, bodies)


def _items(sheet: Sheet, wanted: list[Wanted], got: list[AgendaItem]) -> None:
    pairs, missed, extra = _paired(wanted, got)
    for one, item in pairs:
        sheet.add("items", Verdict.RIGHT, one.title)
        _fields(sheet, one, item)
    for one in missed:
        if "may" not in one.flags:
            sheet.add("items", Verdict.MISSED, f"{one.number} {one.title}")
    for item in extra:
        sheet.add("items", Verdict.EXTRA, f"{item.number} {item.title}")


def _fields(sheet: Sheet, one: Wanted, item: AgendaItem) -> None:
    sheet.score("title", _words(one.title), _words(item.title), stood=one.title, said=item.title)
    sheet.score("number", _number(one.number), _number(item.number), stood=f"{one.number} {one.title}")
    if one.action not in (_UNSCORED, "*"):
        sheet.score("action", _action(one.action), _action(item.action), stood=f"{one.action} [{one.title}]")
    if one.presenter not in (_UNSCORED, "*"):
        sheet.score("presenter", _words(one.presenter), _words(item.presenter), stood=f"{one.presenter} [{one.title}]")
    if one.paper not in (_UNSCORED, "*"):
        sheet.score("paper", _paper(one.paper), _paper(item.paper), stood=f"{one.paper} [{one.title}]")
    if _UNSCORED not in one.flags:
        sheet.score("part", "private" in one.flags, item.private, stood=f"{one.flags} {one.title}")
    if one.section is not None:
        sheet.score("section", _words(one.section), _words(_SECTION_NUMBER.sub("", item.section or "")))
    if "all" in one.flags or one.bodies():
        wanted = frozenset(_words(body) for body in one.bodies())
        sheet.score("bodies", wanted, frozenset(_words(body) for body in item.bodies), stood=f"{one.flags} {one.title}")
    for phrase in one.holds():
        sheet.score("words under the item", True, _words(phrase) in _words(f"{item.title} {item.text}"), stood=phrase)


def _paired(
    wanted: list[Wanted], got: list[AgendaItem]
) -> tuple[list[tuple[Wanted, AgendaItem]], list[Wanted], list[AgendaItem]]:
    """Items with the same title first; then, within each gap, those of one number or of much the same title."""
    left, right = [_words(one.title) for one in wanted], [_words(item.title) for item in got]
    pairs: list[tuple[Wanted, AgendaItem]] = []
    missed: list[Wanted] = []
    extra: list[AgendaItem] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(wanted[i1:i2], got[j1:j2], strict=True)
            continue
        rest = list(got[j1:j2])
        for one in wanted[i1:i2]:
            found = next((item for item in rest if _alike(one, item)), None)
            if found is None:
                missed.append(one)
            else:
                rest.remove(found)
                pairs.append((one, found))
        extra += rest
    return pairs, missed, extra


def _alike(one: Wanted, item: AgendaItem) -> bool:
    if _number(one.number) and _number(one.number) == _number(item.number):
        return True
    return SequenceMatcher(None, _words(one.title), _words(item.title)).ratio() > 0.6
