# ruff: noqa: E501
"""Some thirty invented people with what they hold: registers long enough to run over pages, drawn anew for each."""

from __future__ import annotations

import random
from datetime import date, timedelta

from register_corpus import Held, Person

TITLES = ("Dr", "Dr", "Dr", "Mr", "Mrs", "Ms", "Miss", "Professor", "Cllr", "")
FIRST = ("Aled", "Beatrix", "Cormac", "Dilys", "Ewan", "Farida", "Gwen", "Harjit", "Imogen", "Jago", "Kirsty", "Lubna",
         "Mungo", "Nerys", "Oona", "Piers", "Roza", "Sunil", "Tamsin", "Ursula", "Vikram", "Wanda", "Yusuf")  # fmt: skip
LAST = ("Applegarth", "Brackenbury", "Chowdhary", "Dacre-Hume", "Eastlake", "Fothergill", "Garside", "Holroyd", "Ingleby",
        "Joyce", "Kaczmarek", "Lightfoot", "MacAskill", "Nkemelu", "O'Hanlon", "Pettigrew", "Quayle", "Ravenscroft",
        "St. Aubyn", "Thackeray", "Umarov", "Vaughan-Rees", "Whitlock", "Yardley")  # fmt: skip
ROLES = ("GP Member", "Lay Member - Finance and Audit", "Chief Officer", "Practice Manager", "Registered Nurse",
         "Associate Director of Primary Care Commissioning and Contracting", "Secondary Care Consultant",
         "Clinical Lead, Urgent Care", "Head of Medicines Optimisation", "Local Authority Representative")  # fmt: skip
FIRMS = (
    ("{} Road Surgery", "GP partner"), ("{} Medical Group", "Salaried GP, two sessions a week"),
    ("{} Community Healthcare NHS Foundation Trust", "Employee"), ("{} Health Federation Ltd", "Shareholder and director"),
    ("{} and District Hospice", "Trustee (unpaid)"), ("{} Pharmacy (Retail) Limited", "Owner of 40% of the shares"),
    ("{} Borough Council", "Elected councillor and member of the Health Scrutiny Committee"),
    ("{} Consulting LLP", "Adviser on estates and premises, paid by the day"), ("Friends of {} Hospital", "Chair"),
    ("{} Academies Trust", "Governor"), ("University of {}", "Honorary senior lecturer in general practice"),
    ("{} Out-of-Hours Co-operative", "Sessional doctor"),
)  # fmt: skip
PLACES = ("Aldermoor", "Birkwith", "Castle Brandon", "Dunmere", "Elmswick", "Furnace Green", "Great Hadlow", "Heronsgate",
          "Isley", "Kettlethorpe", "Low Marton", "Mossbank")  # fmt: skip
MITIGATIONS = ("Declare at meetings", "To leave the meeting when the item is discussed and not to receive the papers",
               "None needed", "Will not vote on matters that concern the practice; the chair decides case by case",
               "Excluded from procurement", "")  # fmt: skip
RELATIVES = ("wife", "husband", "brother", "sister", "daughter", "son", "mother", "partner")


def crowd(seed: int, size: int = 30) -> tuple[Person, ...]:
    """So many people in the order of their surnames; one in five has nothing to declare."""
    draw = random.Random(seed)
    names = sorted({f"{last}|{draw.choice(FIRST)}|{draw.choice(TITLES)}" for last in draw.choices(LAST, k=3 * size)})
    chosen = sorted(draw.sample(names, min(size, len(names))))
    return tuple(_person(draw, *name.split("|")) for name in chosen)


def _person(draw: random.Random, last: str, first: str, title: str) -> Person:
    name = " ".join(f"{title} {first} {last}".split())
    count = draw.choice((0, 1, 1, 2, 2, 2, 3, 3, 4, 5))
    firms = draw.sample(FIRMS, count)
    held = tuple(_held(draw, name, form.format(draw.choice(PLACES)), nature) for form, nature in firms)
    return Person(name, draw.choice(ROLES), "", date(2018, 3, 1) + timedelta(draw.randrange(300)), held)


def _held(draw: random.Random, name: str, organisation: str, nature: str) -> Held:
    direct = draw.random() < 0.75
    year = draw.randrange(1996, 2018)
    since = draw.choice((f"{year}", f"{year}-{draw.randrange(1, 13):02}", f"{year}-04-01", f"{year}-11-17"))
    until = draw.choice(("current", "current", "current", "2018-09-30", "2018"))
    kind = draw.choice(("financial", "non_financial_professional", "non_financial_personal"))
    relative = "" if direct else draw.choice(RELATIVES)
    return Held(name, organisation, nature, kind, direct, relative, since, until, draw.choice(MITIGATIONS))
