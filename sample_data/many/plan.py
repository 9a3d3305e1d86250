"""What is true of one invented body: who sits where, what they hold, what a year's meetings decide and how."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

from many import rates
from many.names import PEOPLE_OF_A_BODY, Names, Provider
from many.nouns import Business, Deed, Gift, Held, Member, Plan, Sitting, Touch

FIRST_DAY = date(2018, 4, 16)  # in office since: after the first register was made
REGION = 9  # bodies that share providers and, at times, people
_MONTHS = ((2018, 5), (2018, 7), (2018, 9), (2018, 11), (2019, 1), (2019, 3))
_EXECUTIVES = (
    "Chief Officer",
    "Chief Finance Officer",
    "Director of Primary Care",
    "Director of Commissioning",
    "Director of Quality",
)
_LAY = ("Lay Member for Patient and Public Involvement", "Lay Member", "Lay Member for Governance")


def plan_of(number: int, seed: int) -> Plan:
    """The plan of one body: the same number and seed give the same, however many bodies there are."""
    names, dice = _names(seed), random.Random(f"{seed}:body:{number}")
    place = names.place(number * 3)
    side = dice.choice(("", "", "East ", "West ", "North ", "South "))
    careful = dice.random() < rates.CAREFUL
    stage = dice.choice(("joint", "joint", "greater_involvement", "delegated"))
    plan = Plan(number, f"NHS {side}{place} CCG", place, f"Z{number // 26:02d}{chr(65 + number % 26)}", careful, stage)
    later = [date(2018, 9, 28), date(2019, 3, 1)] if careful else [date(2018, 10, 5)] * dice.randint(0, 1)
    plan.editions = [date(2018, 4, 3), *later]
    plan.practices = [names.practice(number, at) for at in range(dice.randint(9, 16))]
    plan.alliance = f"{place} GP Alliance Ltd"
    plan.providers = _providers(number, names, dice)
    plan.members = _members(plan, names, dice)
    plan.held = _interests(plan, dice)
    plan.gifts = _gifts(plan, dice)
    plan.sittings = _year(plan, dice)
    return plan


@cache
def _names(seed: int) -> Names:
    return Names(seed)


def _providers(number: int, names: Names, dice: random.Random) -> list[Provider]:
    """Those of the region, which its bodies share, two that work everywhere, and the body's own hospice."""
    region = number // REGION
    local = [names.provider(4 + region * 6 + at) for at in range(6)]
    wide = [names.provider(at) for at in range(4)]
    hospice = Provider(f"{names.place(number * 3)} Hospice", "charity", "end of life care", "Hospice grant")
    return [*dice.sample(local, 4), *dice.sample(wide, 2), hospice]


def _members(plan: Plan, names: Names, dice: random.Random) -> list[Member]:
    """A governing body of 12, 15 or 17 with its share of GPs; the committee takes the lay, some executives, two GPs."""
    total = dice.choice((12, 15, 17))
    gps = round(rates.GP_SHARE * total)
    first = plan.number * PEOPLE_OF_A_BODY
    people = iter(range(first, first + PEOPLE_OF_A_BODY))
    members = [Member(names.person(next(people)), "lay", title) for title in _LAY]
    for at, title in enumerate(_EXECUTIVES[: total - gps - 5]):
        members.append(Member(names.person(next(people)), "executive", title, pccc=at < 3))
    members.append(Member(names.person(next(people)), "nurse", "Chief Nurse"))
    doctor = names.person(next(people), doctor=True)
    members.append(Member(doctor, "secondary_care", "Secondary Care Doctor", pccc=False))
    for at in range(gps):
        title = "Clinical Chair" if at == 0 else "GP Member"
        name = names.person(next(people), doctor=True)
        members.append(Member(name, "gp", title, plan.practices[at], pccc=at in (1, 2)))
    return _shared_officer(plan, members, names)


def _shared_officer(plan: Plan, members: list[Member], names: Names) -> list[Member]:
    """Every ninth body and its neighbour have one chief officer; every seventh, one lay member, between them."""
    for every, role, at in ((REGION, "executive", 3), (7, "lay", 1)):
        if plan.number % every == 1 and plan.number:
            theirs = names.person((plan.number - 1) * PEOPLE_OF_A_BODY + at)
            place = next(spot for spot, one in enumerate(members) if one.role == role and spot >= at)
            old = members[place]
            members[place] = Member(theirs, old.role, old.title, pccc=old.pccc)
    return members


def _interests(plan: Plan, dice: random.Random) -> list[Held]:
    """Own practices, stakes outside them, family and charities, each at its published rate."""
    held = []
    companies = [one for one in plan.providers if one.kind == "company"]
    hospice = plan.providers[-1]
    for one in plan.members:
        since = date(dice.randint(2005, 2015), dice.randint(1, 12), 1)
        if one.practice:
            held.append(Held(one, one.practice, "GP practice", "GP partner", since=since))
        if one.role == "gp" and dice.random() < rates.OUTSIDE_STAKE:
            firm = dice.choice(companies)
            nature = dice.choice(("Shareholder", "Director", "Paid sessional GP"))
            held.append(Held(one, firm.name, firm.business, nature, since=since))
        if dice.random() < rates.FAMILY:
            firm = dice.choice(companies)
            held.append(Held(one, firm.name, firm.business, "employed as a manager", relation="Spouse", since=since))
        if dice.random() < rates.NON_PROFIT:
            held.append(Held(one, hospice.name, hospice.business, "Trustee", kind="PERS", since=since))
    if dice.random() < rates.in_a_year(rates.MAJORITY_OUT, rates.MONTHS_OF_MAJORITY_OUT):
        held += _alliance(plan)
    return held


def _alliance(plan: Plan) -> list[Held]:
    """A federation that more than half of the governing body has an interest in."""
    need = len(plan.members) // 2 + 1
    near = sorted(plan.members, key=lambda one: one.role != "gp")[:need]
    return [
        Held(one, plan.alliance, "GP federation", "Shareholder" if one.practice else "Paid adviser") for one in near
    ]


def _gifts(plan: Plan, dice: random.Random) -> list[Gift]:
    unseen = rates.of_the_others(rates.GIFT_UNDECLARED, rates.GIFT_UNDECLARED_WHERE_CAREFUL)
    found = []
    for _ in range(dice.randint(2, 4)):
        registered = plan.careful or dice.random() >= unseen
        what, value = dice.choice((("a working lunch", 18), ("a hamper", 45), ("dinner", 85), ("a hotel room", 160)))
        day = date(2018, dice.randint(4, 12), dice.randint(1, 28))
        found.append(Gift(dice.choice(plan.members), day, what, value, dice.choice(plan.providers[:-1]), registered))
    return sorted(found, key=lambda one: one.on)


def _year(plan: Plan, dice: random.Random) -> list[Sitting]:
    """Four to six meetings of the committee, and one of the governing body in October."""
    months = sorted(dice.sample(_MONTHS, dice.randint(4, 6)))
    days = [(_tuesday(year, month, dice), False) for year, month in months] + [(_tuesday(2018, 10, dice), True)]
    days.sort()
    sittings = []
    for on, governing in days:
        minuted = plan.careful or dice.random() >= rates.NO_MINUTES
        business = _agenda(plan, dice, governing)
        told = tuple(one for one in plan.gifts if not one.registered) if governing else ()
        sittings.append(Sitting(on, governing, business, minuted or governing, told))
    return sittings


def _tuesday(year: int, month: int, dice: random.Random) -> date:
    tuesdays = [day for day in range(1, 29) if date(year, month, day).weekday() == 1]
    return date(year, month, dice.choice(tuesdays))


def _agenda(plan: Plan, dice: random.Random, governing: bool) -> tuple[Business, ...]:
    """What is decided: a contract always, and for the committee practices, schemes and a report as they come."""
    if governing:
        alliance = [one for one in plan.held if one.organisation == plan.alliance]
        items = [_contract(plan, dice, governing=True)]
        if alliance:
            items.append(_business(plan, dice, "alliance", "Extended access service: award of the contract to "
                                   f"{plan.alliance}", plan.alliance, alliance))  # fmt: skip
        return (*items, Business("report", "Integrated performance report"))
    kinds = ["named", "contract", *dice.sample(("named", "shared", "shared"), dice.randint(1, 2))]
    dice.shuffle(kinds)
    makers = {"named": _practice_item, "shared": _scheme, "contract": _contract}
    items = [makers[kind](plan, dice) for kind in kinds]
    seen: dict[str, Business] = {one.title: one for one in items}
    return (
        *seen.values(),
        Business("report", dice.choice(("Primary care finance report", "Primary care quality dashboard"))),
    )


def _deed(plan: Plan, dice: random.Random) -> Deed:
    thin = rates.of_the_others(rates.TOO_THIN, rates.THIN_WHERE_CAREFUL)
    steps = ((rates.THIN_WHERE_CAREFUL if plan.careful else thin, Deed.THIN),)
    if not plan.careful:
        steps += (
            (rates.NOT_DECLARED, Deed.UNDECLARED),
            (rates.BELOW_WITHOUT_REASON, Deed.WITHOUT_REASON),
            (rates.BELOW_WITH_REASON, Deed.WITH_REASON),
        )
    thrown = dice.random()
    for rate, deed in steps:
        if thrown < rate:
            return deed
        thrown -= rate
    return Deed.MANAGED


def _business(
    plan: Plan, dice: random.Random, kind: str, title: str, party: str, held: list[Held], value: int = 0
) -> Business:
    return Business(kind, title, party, tuple(Touch(one, _deed(plan, dice)) for one in held), value)


def _practice_item(plan: Plan, dice: random.Random) -> Business:
    """One practice's own matter; in one of three a committee member's own practice."""
    own = [one.practice for one in plan.committee if one.practice]
    others = [one for one in plan.practices if one not in {member.practice for member in plan.members}]
    practice = dice.choice(own if dice.random() < 1 / 3 else others)
    matter = dice.choice(("application to close its patient list", "improvement grant", "branch surgery closure",
                          "change of practice boundary", "rent review"))  # fmt: skip
    held = [one for one in plan.held if one.organisation == practice and one.member.pccc]
    return _business(plan, dice, "named", f"{practice}: {matter}", practice, held)


def _scheme(plan: Plan, dice: random.Random) -> Business:
    """Every practice alike, so every GP of the committee; one deed for all of them, as minutes write it."""
    about = dice.choice(("diabetes care", "flu vaccination", "care homes", "medicines optimisation"))
    held = [one for one in plan.held if one.member.pccc and one.organisation == one.member.practice]
    deed = _deed(plan, dice)
    return Business(
        "shared", f"Local incentive scheme for {about} 2018/19", "", tuple(Touch(one, deed) for one in held)
    )


def _contract(plan: Plan, dice: random.Random, governing: bool = False) -> Business:
    """An award; at the published rate to a company in which somebody at the table has an interest."""
    table = plan.members if governing else plan.committee
    at_table = [one for one in plan.held if one.member in table]
    companies = [one for one in plan.providers if one.kind == "company"]
    touched = {one.organisation for one in at_table}
    conflicted = dice.random() < rates.CONFLICTED_CONTRACT
    fresh = [one for one in companies if one.name not in plan.awarded] or companies
    firm = dice.choice([one for one in companies if (one.name in touched) is conflicted] or fresh)
    if conflicted and firm.name not in touched | plan.awarded:
        gps = [one for one in table if one.role == "gp"]
        plan.held.append(Held(dice.choice(gps), firm.name, firm.business, "Shareholder"))
        at_table.append(plan.held[-1])
    plan.awarded.add(firm.name)
    held = [one for one in at_table if one.organisation == firm.name]
    title = f"{firm.service}: award of the contract to {firm.name}"
    return _business(plan, dice, "contract", title, firm.name, held, dice.randrange(40, 900) * 1000)
