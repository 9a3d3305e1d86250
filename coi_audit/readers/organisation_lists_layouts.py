"""What a national list file is, by its header or the pattern of its columns, and where each fact stands in a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.organisation_lists import ListKind

_HEAD = re.compile(r"[^a-z0-9]+")
_DATE = re.compile(r"\d{8}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")
_GP_SETTING = {"4", "gp practice", "ro76"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Column numbers from 0 by fact; `headed` says whether the first row is a header, `official` whose layout it is."""

    kind: ListKind
    columns: Mapping[str, tuple[int, ...]]
    headed: bool
    official: bool = False

    def text(self, row: Sequence[str], fact: str) -> str:
        """One fact of a row, empty where the row or the layout lacks it."""
        for column in self.columns.get(fact, ()):
            if column < len(row):
                return row[column].strip()
        return ""

    def texts(self, row: Sequence[str], fact: str) -> tuple[str, ...]:
        """Every non-empty value of a fact that stands in several columns."""
        values = (row[column].strip() for column in self.columns.get(fact, ()) if column < len(row))
        return tuple(value for value in values if value)

    def is_gp_practice(self, row: Sequence[str]) -> bool:
        """Whether the row's prescribing setting is a GP practice's; true where the layout gives none."""
        setting = self.text(row, "setting").casefold()
        return not setting or setting in _GP_SETTING


_OFFICIAL = {
    "code": (0,),
    "name": (1,),
    "region": (3,),
    "address": (4, 5, 6, 7, 8),
    "postcode": (9,),
    "opened": (10,),
    "closed": (11,),
    "status": (12,),
    "sub_type": (13,),
    "parent": (14,),
    "joined": (15,),
    "left": (16,),
    "setting": (25,),
}

# Each list: the facts it must have, and by which headings each fact goes (folded: lower case, single spaces).
_HEADINGS: dict[ListKind, dict[str, tuple[str, ...]]] = {
    ListKind.PCN_MEMBERS: {
        "code": ("partner organisation code", "practice code"),
        "name": ("partner name", "practice name"),
        "parent": ("pcn code",),
        "joined": ("practice to pcn relationship start date", "start date"),
        "left": ("practice to pcn relationship end date", "end date"),
    },
    ListKind.PCNS: {
        "code": ("pcn code",),
        "name": ("pcn name",),
        "parent": (
            "current clinical commissioning group code", "current sub icb loc code", "current sub icb location code",
            "sub icb location code", "clinical commissioning group code",
        ),
        "opened": ("open date",),
        "closed": ("close date",),
        "postcode": ("postcode",),
    },
    ListKind.PRACTICES: {
        "code": ("organisation code", "ods code", "code"),
        "name": ("name", "organisation name"),
        "parent": ("commissioner", "commissioner code", "commissioner organisation code"),
        "joined": ("join provider purchaser date", "joined commissioner"),
        "left": ("left provider purchaser date", "left commissioner"),
    },
    ListKind.BRANCHES: {
        "code": ("organisation code", "ods code", "code"),
        "name": ("name", "organisation name"),
        "parent": ("parent organisation code", "parent organisation", "parent code"),
        "joined": ("join parent date",),
        "left": ("left parent date",),
    },
    ListKind.COMMISSIONERS: {
        "code": ("ods code", "organisation code", "code"),
        "name": ("name in 2025 file", "name", "organisation name"),
        "parent": ("icb ods 2025", "icb code", "high level health geography", "high level health authority code"),
    },
    ListKind.TRUSTS: {
        "code": ("ods code", "organisation code", "code"),
        "name": ("name", "organisation name"),
        "parent": ("icb or hhg", "high level health geography"),
    },
}  # fmt: skip
_SHARED = {
    "opened": ("open date", "opened"),
    "closed": ("close date", "closed"),
    "status": ("status", "status code"),
    "postcode": ("postcode",),
    "setting": ("prescribing setting",),
    "sub_type": ("organisation sub type code", "organisation sub type"),
    "region": ("high level health geography",),
}
_ADDRESS = re.compile(r"(?:address(?: line)? ?\d|town|county)")
_OTHER_NAME = re.compile(r"name \d{4}")
_COMMISSIONER_ONLY = {"ons code 2013", "icb ods 2025", "ons code"}


def fold_heading(heading: str) -> str:
    """A heading in lower case with single spaces for anything but letters and digits."""
    return _HEAD.sub(" ", heading.casefold()).strip()


def recognise(rows: Sequence[Sequence[str]], name: str) -> Layout | None:
    """The layout of a table by its first rows; `name` is a hint where official columns alone cannot tell.

    None for anything else: it is listed as unused.
    """
    if not rows:
        return None
    return _by_header(rows[0], name) or _by_position(rows, name)


def _by_header(header: Sequence[str], name: str) -> Layout | None:
    folded = [fold_heading(cell) for cell in header]
    heads = {head: column for column, head in reversed(list(enumerate(folded))) if head}
    kind = _kind_of_header(set(heads), name)
    if kind is None:
        return None
    columns: dict[str, tuple[int, ...]] = {}
    for fact, names in {**_SHARED, **_HEADINGS[kind]}.items():
        found = next((heads[one] for one in names if one in heads), None)
        if found is not None:
            columns[fact] = (found,)
    columns["address"] = tuple(column for column, head in enumerate(folded) if _ADDRESS.fullmatch(head))
    columns["other_names"] = tuple(column for column, head in enumerate(folded) if _OTHER_NAME.fullmatch(head))
    official = "high level health geography" in heads or "national grouping" in heads
    return Layout(kind, columns, headed=True, official=official)


def _kind_of_header(heads: set[str], name: str) -> ListKind | None:
    """Which list a header row belongs to; a table of dispensing or other sites has none of these columns."""
    if "pcn code" in heads and heads & {"partner organisation code", "practice code"}:
        return ListKind.PCN_MEMBERS
    if {"pcn code", "pcn name"} <= heads:
        return ListKind.PCNS
    if not heads & {"organisation code", "ods code", "code"}:
        return None
    if heads & set(_HEADINGS[ListKind.PRACTICES]["parent"]):
        return ListKind.PRACTICES
    if "icb or hhg" in heads:
        return ListKind.TRUSTS
    if heads & _COMMISSIONER_ONLY:
        return ListKind.COMMISSIONERS
    named = _kind_of_name(name)
    if named in (ListKind.COMMISSIONERS, ListKind.TRUSTS) and heads & {"name", "organisation name"}:
        return named
    return named if named is ListKind.BRANCHES and heads & set(_HEADINGS[ListKind.BRANCHES]["parent"]) else None


def _kind_of_name(name: str) -> ListKind | None:
    hints = {
        "epraccur": ListKind.PRACTICES, "ebranch": ListKind.BRANCHES, "eccg": ListKind.COMMISSIONERS,
        "ccg": ListKind.COMMISSIONERS, "icb": ListKind.COMMISSIONERS, "etr": ListKind.TRUSTS, "trust": ListKind.TRUSTS,
    }  # fmt: skip
    lower = name.casefold()
    return next((kind for hint, kind in hints.items() if hint in lower), None)


def _by_position(rows: Sequence[Sequence[str]], name: str) -> Layout | None:
    """Headerless official files: 13 shared columns, then what the codes look like tells the lists apart."""
    sample = [row for row in rows[:50] if any(cell.strip() for cell in row)]
    fitting = [
        row for row in sample if len(row) >= 13 and row[0].strip() and _DATE.fullmatch(row[10].strip() or "0" * 8)
    ]
    if not sample or len(fitting) * 2 < len(sample) or not any(_DATE.fullmatch(row[10].strip()) for row in fitting):
        return None
    shapes = {
        ListKind.BRANCHES: r"[A-Z]\d{8}",
        ListKind.PRACTICES: r"[A-Z]\d{5}",
        ListKind.TRUSTS: r"[RT][A-Z0-9]{2}(?:[A-Z0-9]{2})?|[GI]\d?[A-Z0-9]{4}",
        ListKind.COMMISSIONERS: r"\d{2}[A-Z]|Q[A-Z0-9]{2}|[A-Z]\d[A-Z]\d[A-Z]",
    }
    for kind, shape in shapes.items():
        same = sum(1 for row in fitting if re.fullmatch(shape, row[0].strip()))
        if same * 2 > len(fitting):
            if kind is ListKind.PRACTICES and not any(row[14].strip() for row in fitting if len(row) > 14):
                return None  # another kind of site with codes of the same shape
            return _positional(kind)
    named = _kind_of_name(name)
    return _positional(named) if named is not None else None


def _positional(kind: ListKind) -> Layout:
    columns = {fact: where for fact, where in _OFFICIAL.items() if fact not in ("parent", "setting", "region")}
    if kind in (ListKind.PRACTICES, ListKind.BRANCHES):
        columns["parent"] = _OFFICIAL["parent"]
    if kind in (ListKind.COMMISSIONERS, ListKind.TRUSTS):
        columns["parent"] = _OFFICIAL["region"]
        columns = {fact: where for fact, where in columns.items() if fact not in ("joined", "left", "status")}
    if kind is ListKind.PRACTICES:
        columns["setting"] = _OFFICIAL["setting"]
    return Layout(kind, columns, headed=False, official=True)
