"""Titles of agenda items and what each is about, told apart from the product's own vocabulary.

Code, scope and what is done are those of the taxonomy of decisions; the words are plain ones that nobody would read
otherwise.
"""

from __future__ import annotations

from typing import NamedTuple


class Title(NamedTuple):
    """`takes` names the parties in order: p practice, n PCN, f federation, c company or federation, h charity."""

    words: str
    type: str
    scope: str
    takes: str = ""
    act: bool = False  # a tender, award, appointment or extension of an outside supplier
    pays: bool = True
    personal: bool = False


TITLES = (
    Title("{}: partnership change", "C02", "named_practice", "p"),
    Title("Merger of {} and {}", "C08", "named_practice", "pp"),
    Title("{}: branch closure", "C09", "named_practice", "p"),
    Title("{}: boundary change", "C10", "named_practice", "p"),
    Title("{}: application to close its patient list", "C11", "named_practice", "p"),
    Title("{}: rent review", "C13", "named_practice", "p"),
    Title("{}: locum reimbursement", "C14", "named_practice", "p"),
    Title("{}: section 96 support", "C15", "named_practice", "p"),
    Title("{}: remedial notice", "C16", "named_practice", "p"),
    Title("Award of the APMS contract to {}", "C01", "other_provider", "c", act=True),
    Title("Contract extension: {}", "C03", "other_provider", "c", act=True),
    Title("{}: out-of-hours service", "C18", "other_provider", "c"),
    Title("Award of the out-of-hours contract to {}", "C18", "other_provider", "c", act=True),
    Title("{}: GP federation development funding", "C19", "other_provider", "f"),
    Title("{}: phlebotomy service", "C22", "other_provider", "c"),
    Title("Award of the dermatology contract: bids from {} and {}", "C22", "other_provider", "cc", act=True),
    Title("{}: commissioning support contract", "C25", "other_provider", "c", act=True),
    Title("{}: consultancy support", "C26", "other_provider", "c", act=True),
    Title("{}: grant", "C27", "other_provider", "h"),
    Title("Award of the APMS contract for {} to {}", "C01", "other_provider", "pc", act=True),
    Title("{}: new branch surgery", "C12", "named_practice", "p"),
    Title("{}: vanguard contract", "C23", "other_provider", "c"),
    Title("{}: out-of-hours contract extension", "C18", "other_provider", "c", act=True),
    Title("{}: patient survey", "C24", "named_practice", "p", pays=False),
    Title("{}: supplier of GP IT equipment", "C21", "other_provider", "c", pays=False),
    Title("{}: clinical director funding", "C20", "some_practices", "n"),
    Title("PCN development funding", "C20", "some_practices"),
    Title("Local enhanced service specification", "C04", "all_practices"),
    Title("Review of the local incentive scheme", "C06", "all_practices"),
    Title("Prescribing incentive scheme", "C07", "all_practices"),
    Title("GP IT equipment refresh", "C21", "all_practices", pays=False),
    Title("Primary care strategy", "C28", "all_practices", pays=False),
    Title("PMS premium review", "C17", "some_practices"),
    Title("{}: network agreement", "C20", "some_practices", "n"),
    Title("Remuneration of {}", "C29", "internal", personal=True),
)
