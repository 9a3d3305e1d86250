"""An invented body with a meeting of many items and members, as large as the desk promises to be quick for."""

from __future__ import annotations

from pathlib import Path

DAY = "2018-03-13"
ITEMS, MEMBERS = 20, 15
_PLACES = (
    "Alder", "Birch", "Cedar", "Damson", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple",
    "Nettle", "Oak", "Poplar", "Quince", "Rowan", "Sorrel", "Thorn", "Willow",
)  # fmt: skip
_SURNAMES = (
    "Abney", "Brandreth", "Cullimore", "Dunstable", "Eastlake", "Fothergill", "Garnet", "Hollingworth", "Ibbotson",
    "Jellicoe", "Kettlewell", "Lockyer", "Marchbank", "Netherby", "Ogilvie",
)  # fmt: skip
_TITLES = (
    "Approval of improvement grant for {place} Lane Surgery",
    "Decision on the boundary change of {place} Lane Surgery",
    "Local incentive scheme for all practices: approval",
    "Approval of the list closure of {place} Lane Surgery",
    "Award of the contract for extended access to {place} Care Ltd",
)
COMMITTEE = "Primary Care Commissioning Committee"


def write_large_body(folder: Path, *, items: int = ITEMS, members: int = MEMBERS) -> Path:
    """Write the case folder: every second member is a GP with a practice of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "body.yaml").write_text(_body(members), encoding="utf-8")
    (folder / "register 2018-01.csv").write_text(_register(members), encoding="utf-8")
    home = folder / "meetings" / f"{DAY}-pccc"
    home.mkdir(parents=True)
    (home / "agenda.txt").write_text(_agenda(items), encoding="utf-8")
    return folder


def _name(number: int) -> str:
    return f"Dr Jo{'' if number % 3 else 'anna'} {_SURNAMES[number]}" if number % 2 else f"Kim {_SURNAMES[number]}"


def _body(members: int) -> str:
    lines = [
        "# Invented: no real person or organisation.",
        "name: NHS Farrowdale CCG", "ods_code: 98Y", "kind: ccg", "co_commissioning: delegated", "committees:",
        f"  - name: {COMMITTEE}", "    kind: pccc",
        "    quorum: {members: 7, must_include: [lay, executive], lay_executive_majority: true}", "    members:",
    ]  # fmt: skip
    for number in range(members):
        if number % 2:
            more = f"role: gp, title: GP Member, practice: {_PLACES[number]} Lane Surgery"
        else:
            role = "lay" if number % 4 else "executive"
            more = f"role: {role}, title: {'Lay Member' if role == 'lay' else 'Director'}"
            more += ", chair: true" if number == 2 else ", vice_chair: true" if number == 6 else ""
        lines.append(f"      - {{name: {_name(number)}, {more}, voting: true, from: 2016-04-01}}")
    lines.append("organisations:")
    lines += [f"  - {{name: {place} Lane Surgery, kind: practice}}" for place in _PLACES]
    lines += [f"  - {{name: {place} Care Ltd, kind: company}}" for place in _PLACES]
    return "\n".join(lines) + "\n"


def _register(members: int) -> str:
    rows = ["Name,Position,Declared interest,Type,Nature of interest,Direct,From,To,Declared on"]
    for number in range(members):
        place = _PLACES[number]
        if number % 2:
            rows.append(
                f"{_name(number)},GP Member,{place} Lane Surgery,Financial,Partner,Direct,01/04/2014,,01/06/2017"
            )
            rows.append(
                f"{_name(number)},GP Member,{_PLACES[(number * 3) % 20]} Care Ltd,Financial,Shareholder,Direct,"
                "01/04/2015,,01/06/2017"
            )
        else:
            rows.append(
                f"{_name(number)},Member,{place} Care Ltd,Non-financial professional,Trustee,Direct,01/04/2014,,"
                "01/06/2017"
            )
    return "\n".join(rows) + "\n"


def _agenda(items: int) -> str:
    lines = [COMMITTEE, "NHS Farrowdale CCG", "Agenda", "13 March 2018", ""]
    for number in range(1, items + 1):
        title = _TITLES[number % len(_TITLES)].format(place=_PLACES[number % len(_PLACES)])
        lines.append(f"{number}. {title} (for decision)")
    return "\n".join(lines) + "\n"
