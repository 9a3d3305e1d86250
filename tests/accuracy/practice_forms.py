"""Names of listed practices written as people write them, made by rule from the lists at run time; nothing is kept.

Seeded: the same forms each time. Whether a form can mean one practice only is worked out here from the plain letters of
the names in the area, never by the reader that is measured.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from scored import Part

from coi_audit.model.organisation_lists import ListKind, ListRow

EDITIONS = (date(2016, 2, 1), date(2019, 12, 1), date(2022, 5, 1))
_KINDS = ("Surgery", "Practice", "Medical Centre", "Health Centre", "Medical Practice", "Group Practice", "Clinic")
_KIND_WORDS = re.compile(
    r"\b(the|surgery|surgeries|practices?|medical|health|healthcare|centres?|ctr|cent|group|family|clinic|primary"
    r"|care|partners(hip)?|partner|and|gp|pract|surg|med|mc|hc|community|service|doctors|drs?)\b"
)
_SHORT = {
    "Medical Centre": "Med Ctr", "Health Centre": "HC", "Surgery": "Surg.", "Practice": "Pract.", "Road": "Rd",
    "Street": "St", "Lane": "Ln", "Avenue": "Ave", "Saint": "St", "House": "Hse", "Group": "Grp", "Medical": "Med.",
}  # fmt: skip
_LONG = {"Rd": "Road", "Ctr": "Centre", "Ctr.": "Centre", "Med": "Medical", "Pract": "Practice", "Surg": "Surgery"}
_SPELT = {
    "ctr": "centre", "ctre": "centre", "cent": "centre", "center": "centre", "med": "medical", "pract": "practice",
    "surg": "surgery", "hc": "healthcentre", "mc": "medicalcentre", "rd": "road", "st": "saint", "grp": "group",
    "and": "", "of": "",
}  # fmt: skip
_LETTERS = "abcdefghilmnoprstuvwy"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a practice's name; `alone` False where it may mean another practice of the area too."""

    area: str
    on: date
    way: str
    written: str
    code: str
    alone: bool
    part: Part


def forms(
    rows: Sequence[ListRow], *, each: int = 1, areas: Callable[[str], bool] = lambda code: True
) -> Iterator[Form]:
    """`each` forms of every active practice of every edition, area by area; every third area is held out."""
    chance = random.Random(20171231)
    former = _names_of_other_editions(rows)
    for on in EDITIONS:
        by_area: dict[str, list[ListRow]] = defaultdict(list)
        for row in rows:
            if row.kind is ListKind.PRACTICES and row.edition == on and row.status == "active" and row.parent:
                by_area[row.parent].append(row)
        for number, area in enumerate(sorted(by_area)):
            part = Part.HELD_OUT if number % 3 == 2 else Part.TUNED_ON
            if areas(area):
                yield from _of_area(by_area[area], area, part, former, chance, each)


def of_boards(rows: Sequence[ListRow]) -> Iterator[Form]:
    """A form of each practice of every fourth integrated care board, whose sub-ICB locations the list gives."""
    board = {row.code: row.parent for row in rows if row.kind is ListKind.COMMISSIONERS and row.parent}
    moved = [
        row._replace(parent=board.get(row.parent or ""))
        for row in rows
        if row.kind is ListKind.PRACTICES and row.edition == EDITIONS[-1]
    ]
    wanted = sorted({row.parent for row in moved if row.parent})[::4]
    yield from forms(moved, areas=lambda code: code in wanted)


def _of_area(
    rows: list[ListRow], area: str, part: Part, former: dict[str, set[str]], chance: random.Random, each: int
) -> Iterator[Form]:
    cores: dict[str, set[str]] = defaultdict(set)
    letters: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in (row.name, *former[row.code]):
            cores[core(name)].add(row.code)
            letters[_letters(name)].add(row.code)
    for row in rows:
        ways = [way for way in WAYS for written in [WAYS[way](row, former, chance)] if written]
        for way in chance.sample(ways, min(each, len(ways))):
            written = WAYS[way](row, former, chance)
            if not written:
                continue
            there = written.split(",")[0] if way == "town after it" else written
            whole = letters.get(_letters(there), set()) - {row.code}
            if whole and way not in _FULL:
                continue  # in these letters it is another practice's own name
            alone = not whole and (
                way in _FULL or not (cores.get(core(there), set()) - {row.code} or len(core(there)) < 3)
            )
            yield Form(area, row.edition, way, written, row.code, alone or way.startswith("code"), part)


def core(name: str) -> str:
    """The letters of a name without the words for kinds of place."""
    flat = name.casefold().replace("&", " and ").replace("'", "").replace("’", "").replace(".", " ").replace("_", " ")
    return re.sub(r"[^a-z0-9]", "", _KIND_WORDS.sub(" ", flat)).replace("saint", "st").replace("road", "rd")


def _letters(name: str) -> str:
    words = re.findall(r"[a-z0-9']+", name.casefold().replace("&", " and ").replace(".", " "))
    return "".join(_SPELT.get(word, word).replace("'", "") for word in words).removeprefix("the")


def _names_of_other_editions(rows: Sequence[ListRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.kind is ListKind.PRACTICES:
            found[row.code].add(row.name)
    return found


def _title(name: str) -> str:
    return re.sub(r"[A-Za-z]+('[A-Za-z]+)?", lambda one: one[0].capitalize(), name)


def _kind_end(name: str) -> re.Match[str] | None:
    return re.search(rf"\s({'|'.join(sorted(_KINDS, key=len, reverse=True))})\s*$", name)


def _bare(row: ListRow) -> str:
    name = _title(row.name)
    end = _kind_end(name)
    left = name[: end.start()] if end else ""
    return left if len(core(left)) > 2 and not re.match(r"(The )?Drs?\b", left) else ""


def _other_kind(row: ListRow, chance: random.Random) -> str:
    bare, end = _bare(row), _kind_end(_title(row.name))
    return f"{bare} {chance.choice([kind for kind in _KINDS if end is None or kind != end[1]])}" if bare else ""


def _replace(row: ListRow, pairs: dict[str, str]) -> str:
    name = _title(row.name)
    new = " ".join(pairs.get(word, word) for word in name.split())
    for old in (one for one in pairs if " " in one):
        new = new.replace(old, pairs[old])
    return new if new != name else ""


def _the(row: ListRow) -> str:
    name = _title(row.name)
    return name.removeprefix("The ") if name.startswith("The ") else "" if name.startswith("Dr") else f"The {name}"


def _apostrophe(row: ListRow) -> str:
    name = _title(row.name)
    if "'" in name:
        return name.replace("'", chance_free(name))
    saint = re.search(r"\bSt\.? ([A-Z][a-z]+)s\b", name)
    return name.replace(f"{saint[1]}s", f"{saint[1]}'s") if saint and saint[1] not in ("Thoma", "Jame") else ""


def chance_free(name: str) -> str:
    """A curly apostrophe in names of even length, none in the others."""
    return "’" if len(name) % 2 == 0 else ""


def _saint(row: ListRow) -> str:
    name = _title(row.name)
    return re.sub(r"\bSt\.? (?=[A-Z])", "Saint ", name, count=1) if re.match(r"(The )?St\.? [A-Z]", name) else ""


def _and(row: ListRow) -> str:
    name = _title(row.name)
    return name.replace("&", "and") if "&" in name else re.sub(r" And ", " & ", name) if " And " in name else ""


def _slip(row: ListRow, chance: random.Random) -> str:
    name = _title(row.name)
    words = [one for one in re.finditer(r"[A-Za-z]{6,}", name) if not _KIND_WORDS.fullmatch(one[0].casefold())]
    if not words or re.match(r"(The )?Drs?\b", name):
        return ""
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    how = chance.randrange(3)
    other = chance.choice([letter for letter in _LETTERS if letter != name[at].casefold()])
    middle = (other, "", name[at + 1] + name[at])[how]
    return name[:at] + middle + name[at + (2 if how == 2 else 1) :]


def _doctor(row: ListRow, chance: random.Random) -> str:
    found = re.fullmatch(
        r"Dr ((?:[A-Z]{1,3} )+)?([A-Za-z'-]{3,})((?:'s)? (?:&|And) Partners?)?", _title_doctor(row.name)
    )
    if not found:
        return ""
    surname, partners = found[2], " & Partners" if found[3] else ""
    return chance.choice([f"Dr {surname}{partners}", f"Dr {surname}'s Practice", f"Dr. {surname} and Partners"])


def _title_doctor(name: str) -> str:
    return " ".join(word if len(word) <= 2 and word != "DR" else word.capitalize() for word in name.split())


def _town(row: ListRow) -> str:
    town = next((line for line in reversed(row.address[1:3]) if line and not line[:1].isdigit()), "")
    return f"{_title(row.name)}, {_title(town)}" if town and core(row.name) else ""


def _former(row: ListRow, former: dict[str, set[str]]) -> str:
    others = sorted(name for name in former[row.code] if core(name) != core(row.name) and len(core(name)) > 2)
    return _title(others[0]) if others else ""


def _order(row: ListRow) -> str:
    name, bare = _title(row.name), _bare(row)
    return f"{name[len(bare) :].strip()}, {bare.removeprefix('The ')}" if bare else ""


def _compound(row: ListRow) -> str:
    name = _title(row.name)
    ends = "view|side|field|wood|way|land|brook|stone|gate|bridge|dale|ford|mead|croft|hill"
    joined = re.sub(rf"\b([A-Z][a-z]{{2,}}) ({ends})\b", lambda one: one[1] + one[2].lower(), name, flags=re.I)
    if joined != name:
        return joined
    parted = re.sub(rf"\b([A-Z][a-z]{{2,}})({ends})\b", lambda one: f"{one[1]} {one[2].capitalize()}", name)
    return parted if parted != name else ""


_FULL = frozenset({"as listed", "lower case", "capitals", "town after it", "postcode after it"})  # the name itself
Way = Callable[[ListRow, dict[str, set[str]], random.Random], str]
WAYS: dict[str, Way] = {
    "as listed": lambda row, former, chance: _title(row.name),
    "lower case": lambda row, former, chance: row.name.lower(),
    "capitals": lambda row, former, chance: row.name.upper(),
    "kind left out": lambda row, former, chance: _bare(row),
    "another kind": lambda row, former, chance: _other_kind(row, chance),
    "the": lambda row, former, chance: _the(row),
    "short forms": lambda row, former, chance: _replace(row, _SHORT),
    "long forms": lambda row, former, chance: _replace(row, _LONG),
    "apostrophe": lambda row, former, chance: _apostrophe(row),
    "saint": lambda row, former, chance: _saint(row),
    "and": lambda row, former, chance: _and(row),
    "one letter wrong": lambda row, former, chance: _slip(row, chance),
    "doctor": lambda row, former, chance: _doctor(row, chance),
    "town after it": lambda row, former, chance: _town(row),
    "postcode after it": lambda row, former, chance: f"{_title(row.name)}, {row.postcode}" if row.postcode else "",
    "branch": lambda row, former, chance: f"{_title(row.name)} (Branch)",
    "main site": lambda row, former, chance: f"{_title(row.name)} - main site",
    "code in brackets": lambda row, former, chance: f"{_title(row.name)} ({row.code})",
    "code before it": lambda row, former, chance: f"{row.code} - {_title(row.name)}",
    "code alone": lambda row, former, chance: row.code,
    "another edition's name": lambda row, former, chance: _former(row, former),
    "kind first": lambda row, former, chance: _order(row),
    "compound": lambda row, former, chance: _compound(row),
    "GP added": lambda row, former, chance: f"{_title(row.name)} GP Practice" if _bare(row) else "",
}
