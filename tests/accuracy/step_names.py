"""Organisation names: written forms of listed practices in their own areas, and the labelled pairs of names.

The lists are read at run time and nothing of them is kept here; without them only the invented area is measured.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from invented_area import area
from network_forms import networks, trusts
from practice_forms import Form, forms, of_boards
from scored import Part, Scored, Verdict
from spoken_forms import spoken

from coi_audit.linking.names import normalise
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.organisation_lists import ListKind, OrganisationLists
from coi_audit.model.organisations import Resolution
from coi_audit.model.words import BodyKind, Match
from coi_audit.readers.organisation_lists import read_organisation_lists

INVENTED = Path(__file__).resolve().parent / "data" / "names" / "invented_area.csv"
_MONTH = re.compile(r"\((\d{4})-(\d\d)\)")


def measure(dev: Path | None) -> Iterator[Scored]:
    """Forms of listed practices stand twice: once in their area, once in their way of writing."""
    yield from _invented()
    if dev is not None:
        lists = read_organisation_lists(dev)
        yield from _pairs(dev, lists)
        yield from networks_and_trusts(lists)
        yield from _practices(lists)
        yield from as_spoken(lists)


def _invented() -> Iterator[Scored]:
    """Mentions of every kind of organisation in an invented area, written by hand; every third is held out."""
    directory = area()
    with INVENTED.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="|"))
    for number, row in enumerate(rows):
        on, truth = date.fromisoformat(row["on"]), row["truth"]
        if row["how"] == "find":
            named = [one.resolution for one in directory.find(row["written"], on=on)]
            verdict, answer = _of_found(named, truth), "; ".join(map(said, named))
        else:
            found = directory.resolve(row["written"], on=on)
            verdict, answer = _of_truth(found, truth), said(found)
        part = Part.HELD_OUT if number % 3 == 2 else Part.TUNED_ON
        yield Scored(
            "names", "an invented area", part, row["group"], verdict, f'"{row["written"]}": {truth}; said {answer}'
        )


def _of_truth(found: Resolution, truth: str) -> Verdict:
    """`truth`: a code or name to match; `ask:` and one that must be offered; `none`; `no match` (asked, or nothing)."""
    if found.outcome is Match.MATCHED:
        return Verdict.RIGHT if truth in (found.ods_code, found.name) else Verdict.WRONG
    if truth == "no match" or (truth == "none" and found.outcome is Match.NONE):
        return Verdict.RIGHT
    wanted = truth.removeprefix("ask:")
    offered = found.outcome is Match.ASK and wanted in {
        one for each in found.candidates for one in (each.ods_code, each.name)
    }
    if truth.startswith("ask:"):
        return Verdict.RIGHT if offered else Verdict.MISSED
    return Verdict.ASKED if offered or truth == "none" else Verdict.MISSED


def _of_found(found: list[Resolution], truth: str) -> Verdict:
    """`truth`: codes or names in the order they stand; one behind a question mark must be asked about."""
    said_so = [one.ods_code or one.name or "" for one in found if one.outcome is Match.MATCHED]
    wanted = [one for one in truth.split(";") if one and not one.startswith("?")]
    asked = {each.ods_code or each.name for one in found if one.outcome is Match.ASK for each in one.candidates}
    if any(one not in wanted for one in said_so):
        return Verdict.EXTRA if not wanted else Verdict.WRONG
    doubtful = {one[1:] for one in truth.split(";") if one.startswith("?")}
    if sorted(said_so) == sorted(wanted) and doubtful <= asked:
        return Verdict.RIGHT
    return Verdict.ASKED if set(wanted) - set(said_so) <= asked and doubtful <= asked else Verdict.MISSED


def _pairs(dev: Path, lists: OrganisationLists) -> Iterator[Scored]:
    """The labelled pairs of names: a mention, and the practice it is or is not."""
    codes: dict[str, str] = {}
    for row in lists.rows:
        if row.kind is ListKind.COMMISSIONERS:
            for name in (row.name, *row.other_names):
                codes.setdefault(normalise(name).key.removesuffix(" ccg"), row.code)
    with (dev / "name_pairs_dev.csv").open(encoding="utf-8", newline="") as stream:
        pairs = [row for row in csv.DictReader(stream) if not row["pair_type"].startswith("company")]
    for pair in pairs:
        month = _MONTH.search(pair["mention_context"])
        on = date(int(month[1]), int(month[2]), 1) if month else date(2019, 12, 1)
        code = codes[normalise(pair["official_commissioner"]).key.removesuffix(" ccg")]
        found = Directory.build(lists, (), body_code=code, body_kind=BodyKind.CCG).resolve(pair["mention"], on=on)
        verdict = _of_pair(found, pair["official_code"], same=pair["label"] == "same")
        what = f"{pair['mention']} in {code}: {pair['label']} {pair['official_name']}; said {said(found)}"
        dataset = "labelled pairs, same" if pair["label"] == "same" else "labelled pairs, different"
        yield Scored("names", dataset, Part.TUNED_ON, pair["pair_type"], verdict, what)


def _of_pair(found: Resolution, code: str, *, same: bool) -> Verdict:
    if not same:
        return Verdict.WRONG if found.ods_code == code else Verdict.RIGHT
    if found.outcome is Match.MATCHED:
        return Verdict.RIGHT if found.ods_code == code else Verdict.WRONG
    offered = found.outcome is Match.ASK and code in {one.ods_code for one in found.candidates}
    return Verdict.ASKED if offered else Verdict.MISSED


def networks_and_trusts(lists: OrganisationLists) -> Iterator[Scored]:
    """PCNs in the areas they lie in, and trusts as a body sees them that has no part in any."""
    on, directories = date(2022, 5, 1), dict[str, Directory]()
    for one in sorted((*networks(lists.rows), *trusts(lists.rows)), key=lambda each: each.area):
        if one.area not in directories:
            directories = {one.area: Directory.build(lists, (), body_code=one.area or "99Z", body_kind=BodyKind.CCG)}
        found = directories[one.area].resolve(one.written, on=on)
        if found.outcome is Match.MATCHED:
            verdict = Verdict.RIGHT if found.ods_code == one.code else Verdict.WRONG
        elif found.outcome is Match.ASK and one.code in {each.ods_code for each in found.candidates}:
            verdict = Verdict.ASKED if one.alone else Verdict.RIGHT
        else:
            verdict = Verdict.MISSED
        what = f'{one.area} {one.way}: "{one.written}" is {one.code}; said {said(found)}'
        yield Scored("names", "networks and trusts", one.part, f"{one.kind}, {one.way}", verdict, what)


def _practices(lists: OrganisationLists) -> Iterator[Scored]:
    directory: Directory | None = None
    for form in (*forms(lists.rows), *of_boards(lists.rows)):
        if directory is None or directory.body_code != form.area:
            kind = BodyKind.ICB if form.area.startswith("Q") else BodyKind.CCG
            directory = Directory.build(lists, (), body_code=form.area, body_kind=kind)
        found = directory.resolve(form.written, on=form.on)
        verdict = verdict_of_form(found, form)
        what = f'{form.area} {form.on:%Y-%m} {form.way}: "{form.written}" is {form.code}; said {said(found)}'
        if form.area.startswith("Q"):
            yield Scored("names", "practices of ICBs", form.part, form.area, verdict, what)
            continue
        yield Scored("names", "practices by area", form.part, form.area, verdict, "")
        yield Scored("names", "practices by way", form.part, form.way, verdict, what)


def as_spoken(lists: OrganisationLists) -> Iterator[Scored]:
    """A few practices of some areas, as declarations and minutes speak of them."""
    directory: Directory | None = None
    for form in spoken(lists.rows):
        if directory is None or directory.body_code != form.area:
            directory = Directory.build(lists, (), body_code=form.area, body_kind=BodyKind.CCG)
        found = directory.resolve(form.written, on=form.on)
        what = f'{form.area} {form.way}: "{form.written}" is {form.code}; said {said(found)}'
        verdict = verdict_of_form(found, form)
        yield Scored("names", "practices as spoken of", form.part, form.way, verdict, what)


def verdict_of_form(found: Resolution, form: Form) -> Verdict:
    """Right where the practice is matched, or asked about where another of the area could be meant."""
    if found.outcome is Match.MATCHED:
        return Verdict.RIGHT if found.ods_code == form.code else Verdict.WRONG
    offered = form.code in {one.ods_code for one in found.candidates}
    if found.outcome is Match.ASK and offered:
        return Verdict.ASKED if form.alone else Verdict.RIGHT
    return Verdict.MISSED


def said(found: Resolution) -> str:
    """An answer in one line."""
    names = ", ".join(f"{one.name} {one.ods_code}" for one in found.candidates)
    return f"{found.outcome.value} {found.name or ''} {found.ods_code or ''} [{names}] {found.because}"
