"""Random small bodies: the same number always gives the same body. Everybody and everything in them is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from body_facts import Attending, Day, Interest, Item, Meeting, Organisation, Seat, SmallBody
from item_titles import TITLES

from coi_audit.model.dates import add_months

PLACES = (
    "Ashcombe", "Brindle", "Calverwick", "Dunmarsh", "Elverton", "Fennimore", "Gorsedale", "Hazelgrove", "Inglebrook",
    "Jarrowfield", "Kestrelwood", "Larkmoor", "Mossgill", "Netherby", "Oxmantle", "Pellbridge", "Quarnwell",
    "Rushmere", "Sandlehurst", "Tarnside", "Ullenfold", "Vexbury", "Wintersett", "Yarrowlea", "Zealmouth", "Bramwith",
    "Cotterdyke", "Drysdon", "Eskwater", "Foxcote",
)  # fmt: skip
PEOPLE = (
    "Ada Abbott", "Bruno Cantor", "Celia Dravid", "Dilip Ellery", "Esme Fosse", "Farid Garland", "Greta Hobday",
    "Hugo Ironside", "Iris Jessop",
)  # fmt: skip
EDITIONS = (date(2014, 12, 18), date(2016, 6, 28), date(2017, 6, 16), date(2022, 7, 1))
ICB_FROM = date(2022, 7, 1)
ROLES = ("lay", "executive", "gp", "practice_manager", "nurse", "secondary_care", "other")
# What somebody may be to an organisation of each kind; the flag says whether it is financial.
TIES: dict[str, tuple[tuple[str, bool], ...]] = {
    "practice": (*(("partner", True),) * 4, *(("employee", True),) * 2, ("premises", True), ("member", False),
                 ("role", False)),
    "pcn": (("director", True), ("role", False), ("employee", True)),
    "federation": (("director", True), ("shareholder", True), ("shareholder", True), ("employee", True)),
    "company": (("shareholder", True), ("shareholder", True), ("director", True), ("owner", True), ("consultant", True),
                ("employee", True), ("director", False)),
    "charity": (("trustee", False), ("trustee", False), ("role", False), ("member", False), ("employee", True)),
}  # fmt: skip
RELATIONSHIPS = ("self",) * 6 + ("spouse", "spouse", "relative", "friend", "business_partner")


def small_body(number: int) -> SmallBody:
    """The body of that number."""
    rng = Random(7_000_003 + number)
    icb = rng.random() < 0.3
    body = SmallBody(
        number,
        "icb" if icb else "ccg",
        rng.random() < 0.4,
        rng.choice((None, None, "note", "no_vote", "leave")),
        rng.randint(2, 4),
        rng.random() < 0.4,
        tuple(rng.sample(("lay", "executive", "gp"), rng.randint(0, 2))),
    )
    _add_organisations(body, rng)
    days = sorted({_meeting_day(rng, icb) for _ in range(rng.randint(1, 2))})
    _add_people(body, rng, days)
    for meeting, day in enumerate(days):
        _add_meeting(body, rng, meeting, day)
    return body


def _add_organisations(body: SmallBody, rng: Random) -> None:
    words = rng.sample(PLACES, 14)
    practices = [
        f"{words.pop()} {rng.choice(('Surgery', 'Medical Centre', 'Health Centre'))}" for _ in range(rng.randint(3, 5))
    ]
    landlord = f"{words.pop()} Estates Ltd" if rng.random() < 0.3 else None
    for index, name in enumerate(practices):
        body.organisations.append(Organisation(name, "practice", True, landlord if index == 0 else None))
    if rng.random() < 0.25:
        word = words.pop()
        body.namesakes = (f"{word} Surgery", f"{word} Health Centre")
        body.organisations += [Organisation(name, "practice", True) for name in body.namesakes]
    if body.lists:
        body.organisations.append(Organisation(f"{words.pop()} Surgery", "practice", False))
    if landlord:
        body.organisations.append(Organisation(landlord, "company", False))
    if rng.random() < 0.6:
        _add_group(body, rng, f"{words.pop()} Alliance Ltd", "federation")
    if rng.random() < 0.6:
        _add_group(body, rng, f"{words.pop()} PCN", "pcn")
    for _ in range(rng.randint(1, 2)):
        name = f"{words.pop()} Clinics Ltd"
        federations = body.of_kind("federation")
        body.organisations.append(Organisation(name, "company", False))
        if rng.random() < 0.4:
            body.belongs.append((rng.choice(federations or practices), name))
    body.organisations.append(Organisation(f"{words.pop()} Hospice", "charity", False))


def _add_group(body: SmallBody, rng: Random, name: str, kind: str) -> None:
    body.organisations.append(Organisation(name, kind, False))
    practices = body.own_practices
    body.belongs += [(one, name) for one in rng.sample(practices, rng.randint(1, len(practices)))]


def _meeting_day(rng: Random, icb: bool) -> date:
    if rng.random() < 0.3:
        day = rng.choice(EDITIONS) - timedelta(days=rng.randint(0, 1))
        if (day >= ICB_FROM) is icb:
            return day
    first, last = (ICB_FROM, date(2025, 12, 31)) if icb else (date(2013, 4, 1), date(2022, 6, 30))
    return first + timedelta(days=rng.randint(0, (last - first).days))


def _add_people(body: SmallBody, rng: Random, days: Sequence[date]) -> None:
    names = rng.sample(PEOPLE, len(PEOPLE))
    count = rng.randint(4, 6)
    for index, name in enumerate(names[:count]):
        role = rng.choice(("lay", "executive")) if index < 2 else rng.choice(ROLES)
        practice = rng.choice(body.own_practices) if role in ("gp", "practice_manager") and rng.random() < 0.8 else None
        begins, ends = (None, None) if index < 2 else _office(rng, days)
        voting = index < 2 or rng.random() < 0.75
        body.seats.append(Seat(name, role, voting, index == 0, index == 1, practice, begins, ends))
    body.others = names[count : count + 2]
    people = [*names[:count], *body.others]
    for row in range(rng.randint(3, 9)):
        one = random_interest(body, rng, 2 + row, rng.choice(people), rng.choice(days))
        if all(one[1:5] != other[1:5] for other in body.interests):  # told twice, it would be one interest
            body.interests.append(one)
    company = rng.choice(body.of_kind("company"))
    if rng.random() < 0.2:
        body.owners.append((company, rng.choice(people)))


def _office(rng: Random, days: Sequence[date]) -> tuple[Day, Day]:
    day, chance = rng.choice(days), rng.random()
    if chance < 0.75:
        return day - timedelta(days=400), None
    begins = day + timedelta(days=rng.choice((0, 1))) if chance < 0.85 else None
    ends = day - timedelta(days=rng.choice((0, 1))) if chance >= 0.85 else None
    return begins, ends


def random_interest(body: SmallBody, rng: Random, row: int, person: str, day: date) -> Interest:
    """An interest of that person in an organisation of the body, with dates that try the edges of that day."""
    weights = {"practice": 2}
    org = rng.choice([one for one in body.organisations for _ in range(weights.get(one.kind, 1))])
    tie, financial = rng.choice(TIES[org.kind])
    relationship = rng.choice(RELATIONSHIPS) if financial else "self"
    begins = rng.choice((None, day - timedelta(days=900), day - timedelta(days=900), day, day + timedelta(days=1)))
    ends = rng.choice(
        (None,) * 6
        + (
            day,
            day - timedelta(days=1),
            add_months(day, -6),
            add_months(day, -6) - timedelta(days=1),
            day + timedelta(days=200),
        )
    )
    if begins is not None and ends is not None and ends < begins:
        begins = ends - timedelta(days=300)
    percent = rng.choice((None, 2.0, 5.0, 5.5, 40.0)) if tie == "shareholder" else None
    return Interest(row, person, org.org, tie, relationship, financial, begins, ends, percent)


def _add_meeting(body: SmallBody, rng: Random, meeting: int, day: date) -> None:
    items: list[Item] = []
    for _ in range(rng.randint(1, 5)):
        item = _item(body, rng, len(items) + 1)
        if item is not None:
            items.append(item)
    if not items:
        return
    held = rng.random() < 0.6
    in_chair = body.seats[0].person
    for index, seat in enumerate(body.seats):
        there = (seat.begins or day) <= day <= (seat.ends or day)
        chance = rng.random()
        if chance < 0.15 and there and index != 1:
            in_chair = body.seats[1].person if index == 0 else in_chair
            body.attendance.append(Attending(meeting, seat.person, "apologies"))
            deputising = any(one.meeting == meeting and one.deputising_for for one in body.attendance)
            if index > 1 and not deputising and rng.random() < 0.4:
                body.attendance.append(Attending(meeting, body.others[0], "present", deputising_for=seat.person))
        elif there and held:
            first = rng.randint(2, len(items)) if index > 1 and chance > 0.9 and len(items) > 1 else None
            last = rng.randint(1, len(items) - 1) if index > 1 and 0.8 < chance <= 0.9 and len(items) > 1 else None
            body.attendance.append(Attending(meeting, seat.person, "present", None, first, last))
    if held and rng.random() < 0.5:
        body.attendance.append(Attending(meeting, body.others[1], "in_attendance"))
    body.meetings.append(Meeting(meeting, day, held, in_chair, tuple(items)))


def _item(body: SmallBody, rng: Random, number: int) -> Item | None:
    title = rng.choice(TITLES)
    pools = {"p": body.own_practices, "n": body.of_kind("pcn"), "f": body.of_kind("federation"),
             "c": body.of_kind("company", "federation"), "h": body.of_kind("charity")}  # fmt: skip
    parties: list[str] = []
    for kind in title.takes:
        free = [one for one in pools[kind] if one not in parties]
        if not free:
            return None
        parties.append(rng.choice(free))
    ask = title.takes == "p" and bool(body.namesakes) and rng.random() < 0.3
    named = (body.namesakes[0].split()[0] + " Practice",) if ask else tuple(parties)
    near = [one for one in body.own_practices if one not in parties]
    neighbours = (
        rng.sample(near, min(len(near), rng.randint(1, 2))) if "p" in title.takes and rng.random() < 0.4 else []
    )
    seat = rng.choice(body.seats)
    purpose = rng.choice(("decision", "decision", "decision", "discussion", "information"))
    return Item(
        number, title, named, body.namesakes if ask else named, ask, tuple(neighbours),
        (seat.person,) if title.personal else (), purpose, rng.random() < 0.15,
    )  # fmt: skip
