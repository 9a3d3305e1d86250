"""Minutes in many house styles, written and labelled before they were read: lists, sections, decisions, participation.

Every paper stands in data/minutes with its truth; body, people and events are invented. `paper` is one paragraph a
line; text, mail and web pages stand there as they are. Of a Word paper, printed or not, a line between pipes is a table
row ("//" parts its paragraphs), between ** bold, after # a heading, and lines after + carry automatic numbers. Groups
are house styles or rounds; of each, a part is held out.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from minutes_pages import as_pdf
from scored import Part, Scored, Verdict

from coi_audit.linking.items.record import read_item_record
from coi_audit.linking.items.sections import find_section
from coi_audit.linking.meeting_record import read_meeting_record
from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import ItemRecord, Participation
from coi_audit.model.meetings import AgendaItem, Attendance, Minutes
from coi_audit.readers.minutes.paper import read_minutes

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))
from docx_builder import Paper

DATA = Path(__file__).resolve().parent / "data" / "minutes"
PASSAGES = DATA.parent / "minutes_passages.yaml"
STRUCTURES = DATA.parent / "minutes_structures.yaml"  # built otherwise: several people, groups, asked and done
SHARED = DATA.parent / "minutes_shared.yaml"  # groups by what they share, the former and the latter, time, classes
SENTENCES = DATA.parent / "minutes_sentences.csv"
SENSES = DATA.parent / "minutes_senses.csv"  # by what is done: leaving, speaking and then leaving, keeping out ...
_SET = "invented minutes"
_MAIL = """From: secretary@example.org
To: members@example.org
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
"""


def measure(dev: Path | None) -> Iterator[Scored]:
    """One answer a person listed, item, decision, participation, reason and sentence. `dev` is not needed."""
    yield from measure_papers(1)
    yield from _sentences(SENTENCES, "minutes: deeds")
    yield from _sentences(SENSES, "minutes: senses")
    yield from _passages(PASSAGES, "minutes: passages")
    yield from _passages(STRUCTURES, "minutes: structures")
    yield from _passages(SHARED, "minutes: shared")


def measure_papers(step: int) -> Iterator[Scored]:
    """Every answer of every `step`-th paper, in the order of their names."""
    for path in sorted(DATA.glob("*.yaml"))[::step]:
        yield from Reading.of(path).scored()


def _passages(file: Path, step: str) -> Iterator[Scored]:
    """A declaration in its own section, what stood at the item, and what both together tell of one person."""
    for row in yaml.safe_load(file.read_text(encoding="utf-8")):
        found = _at_item(row["at"], told=row["decl"], before=row.get("before"), after=row.get("after"))
        deed = found.recorded_action.value if found.recorded_action else None
        true = tuple(
            said if wanted == "any" else wanted
            for said, wanted in zip((deed, found.declared), row["expect"], strict=True)
        )
        verdict = Verdict.RIGHT if (deed, found.declared) == true else Verdict.WRONG
        what = f"{row['decl']} | {row['at']} -> {deed}, {found.declared}; truly {true}"
        yield Scored(step, "invented passages", Part(row["part"]), row["group"], verdict, what)


def _sentences(file: Path, step: str) -> Iterator[Scored]:
    """What a few words at one item amount to, for somebody who declared (or did not) an interest in it before."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        told = "Dr Rao declared an interest in item 7 as a partner at Elm Lane Surgery."
        found = _at_item(row["at"], told=told if row["decl"] == "yes" else "None.")
        said = found.recorded_action.value if found.recorded_action else None
        verdict = Verdict.RIGHT if said == row["action"] else Verdict.WRONG
        what = f"{row['at']} -> {said}, truly {row['action']}"
        yield Scored(step, "invented sentences", Part(row["part"]), row["group"], verdict, what)


def _at_item(words: str, *, told: str, before: str | None = None, after: str | None = None) -> Participation:
    paper = f"""NHS Ashdale CCG
Minutes of the Primary Care Commissioning Committee, 6 March 2018
Present:
Margaret Dene (MD), Lay Member (Chair)
Susan Okafor (SO), Chief Officer
Dr Anil Rao (AR), GP Member
Dr Meera Shah (MS), GP Member
Kate Brennan (KB), Practice Manager
1. Welcome
The Chair welcomed everybody.
3. Declarations of interest
{told}
{f"6. Estates plan{chr(10)}{before}{chr(10)}" if before else ""}7. Extension of the premises
{words}
8. Finance report
{after or "The report was noted."}
"""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.txt"
        path.write_text(paper, encoding="utf-8")
        minutes = read_minutes(path, root=Path(folder)).minutes
    assert minutes is not None
    people = PeopleIndex(build_people([], minutes.attendance))
    item = AgendaItem(number="7", title="Extension of the premises", source=SourceRef(file="agenda.docx"))
    person = people.match("Dr Anil Rao").person
    assert person is not None
    return read_participation((minutes,), item, person, people=people, organisations=["Elm Lane Surgery"])


@lru_cache(maxsize=128)
def truth_of(path: Path) -> dict[str, Any]:
    """One labelled paper."""
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def build(truth: dict[str, Any], folder: Path) -> Path:
    """The paper as a file of its kind in the folder."""
    kind = truth["as"]
    if kind in ("txt", "html", "eml"):
        path = folder / f"minutes.{kind}"
        path.write_text(_MAIL * (kind == "eml") + truth["paper"], encoding="utf-8")
        return path
    saved: Path = _word(truth["paper"]).save(folder / "minutes.docx")
    return as_pdf(saved) if kind == "pdf" else saved


def _word(text: str) -> Paper:
    paper = Paper()
    numbering = paper.new_list()
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = line.strip().strip("|").split("|")
            rows.append(tuple(cell.strip().replace(" // ", "\n") for cell in cells))
            continue
        if rows:
            paper.table(*rows)
            rows = []
        if line.startswith("# "):
            paper.heading(line[2:])
        elif line.startswith("+"):
            level = len(line) - len(line.lstrip("+")) - 1
            paper.numbered(numbering, level, line.lstrip("+ "))
        elif line.startswith("**") and line.rstrip().endswith("**"):
            paper.line(line.strip("* "), bold=True)
        elif line.strip():
            paper.line(line.replace("**", ""))
    return paper


@dataclass(frozen=True, slots=True)
class Reading:
    """One paper beside what was read of it."""

    name: str
    truth: dict[str, Any]
    minutes: Minutes

    @classmethod
    def of(cls, path: Path, *, turned: Callable[[Path], Path] = lambda paper: paper) -> Reading:
        """One paper read; `turned` makes the file of another kind out of it first."""
        truth = truth_of(path)
        with tempfile.TemporaryDirectory() as folder:
            paper = turned(build(truth, Path(folder)))
            found = read_minutes(paper, root=Path(folder)).minutes
        on = truth["day"]
        empty = Minutes(file="minutes", on=on, source=SourceRef(file="minutes"))
        return cls(path.stem, truth, found or empty)

    def scored(self) -> Iterator[Scored]:
        """Every answer of this paper."""
        yield from self._header()
        yield from self._attendance()
        yield from self._items()
        yield from self._participations()

    def _answer(self, step: str, verdict: Verdict, what: str) -> Scored:
        part = Part(self.truth["part"])
        return Scored(f"minutes: {step}", _SET, part, self.truth["group"], verdict, f"{self.name}: {what}")

    def _same(self, step: str, said: object, true: object, what: str) -> Scored:
        verdict = Verdict.RIGHT if said == true else Verdict.MISSED if said is None else Verdict.WRONG
        return self._answer(step, verdict, f"{what}: {said!r}, truly {true!r}")

    def _header(self) -> Iterator[Scored]:
        yield self._same("header", self.minutes.on, self.truth["day"], "date")
        yield self._same("header", self.minutes.status.value, self.truth["status"], "status")
        chair = read_meeting_record((self.minutes,)).chair
        yield self._same("header", chair, self.truth["chair"], "chair of the meeting")

    def _attendance(self) -> Iterator[Scored]:
        left = list(self.minutes.attendance)
        for wanted in self.truth["people"]:
            found = next((one for one in left if one.name == wanted["name"]), None)
            if found is None:
                yield self._answer("lists", Verdict.MISSED, f"{wanted['name']} is not listed")
                continue
            left.remove(found)
            wrong = [f"{key} {value!r}" for key, value in _unlike(found, wanted)]
            yield self._answer("lists", Verdict.WRONG if wrong else Verdict.RIGHT, f"{found.name}: {', '.join(wrong)}")
        for found in left:
            yield self._answer("lists", Verdict.EXTRA, f"{found.name} ({found.status})")

    def _people(self) -> PeopleIndex:
        return PeopleIndex(build_people([], self.minutes.attendance))

    def _item(self, number: str) -> AgendaItem:
        title = dict(self.truth["agenda"])[number]
        return AgendaItem(number=number, title=title, source=SourceRef(file="agenda.docx"))

    def _items(self) -> Iterator[Scored]:
        people, chair = self._people(), read_meeting_record((self.minutes,)).chair
        for number, wanted in self.truth["items"].items():
            item = self._item(number)
            faults = [phrase for phrase in wanted["has"] if not self._holds(item, phrase)]
            verdict = Verdict.WRONG if faults else Verdict.RIGHT
            yield self._answer("sections", verdict, f"item {number}: not, or not only there: {faults}")
            record = read_item_record((self.minutes,), item, people)
            yield from self._decision(number, wanted, record)
            in_chair = wanted.get("chair", self.truth["chair"])
            yield self._same("chair", record.chair or chair, in_chair, f"item {number}: in the chair")

    def _holds(self, item: AgendaItem, phrase: str) -> bool:
        """Whether the item's section, and no other, has the phrase."""
        section = find_section(self.minutes, item)
        having = [one for one in self.minutes.sections if any(phrase in said.text for said in one.passages)]
        return section is not None and having == [section]

    def _decision(self, number: str, wanted: dict[str, Any], record: ItemRecord) -> Iterator[Scored]:
        if wanted.get("decision", "any") == "any":
            return
        yield self._same("decisions", record.decision_taken, wanted["decision"], f"item {number}: decided")
        if wanted.get("deferred") or record.deferred:
            yield self._same("decisions", record.deferred, wanted.get("deferred", False), f"item {number}: deferred")

    def _participations(self) -> Iterator[Scored]:
        people = self._people()
        for wanted in self.truth["participation"]:
            person = people.match(wanted["who"]).person
            what = f"{wanted['who']} at {wanted['item']}"
            if person is None:
                yield self._answer("participation", Verdict.MISSED, f"{what}: nobody of that name")
                continue
            item, organisation = self._item(wanted["item"]), wanted["org"]
            found = read_participation((self.minutes,), item, person, people=people, organisations=[organisation])
            declared = found.declared if wanted["declared"] == "any" else wanted["declared"]
            deed = found.recorded_action.value if found.recorded_action else None
            action = deed if wanted["action"] == "any" else wanted["action"]
            yield self._same("participation", (deed, found.declared), (action, declared), what)
            if "reason" in wanted:
                verdict = Verdict.RIGHT if wanted["reason"] in (found.reason or "") else Verdict.WRONG
                yield self._answer("reasons", verdict, f"{what}: {found.reason!r}, truly {wanted['reason']!r}")
            if "said" in wanted:
                words = [ref.text for ref in found.evidence]
                verdict = Verdict.RIGHT if any(wanted["said"] in text for text in words) else Verdict.MISSED
                yield self._answer("sentences", verdict, f"{what}: {words}, truly {wanted['said']!r}")


def _unlike(found: Attendance, wanted: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """The fields that differ. What is told of coming and going must be among the words found."""
    for key, true in wanted.items():
        said = getattr(found, key)
        said = said.value if key == "status" else said
        if true == "any":
            continue
        same = _alike(said, true) if key in ("arrived", "left", "position") else said == true
        if not same:
            yield key, said
    if found.chair and not wanted.get("chair"):
        yield "chair", True


def _alike(said: str | None, true: str) -> bool:
    """Whether the words told are among those found, whatever marks part them: "Lay Member (Chair)"."""
    words = " ".join(re.findall(r"\w+", true))
    return words in " ".join(re.findall(r"\w+", said or ""))
