"""Over every pair of same-CCG practices of the real lists, no name is ever matched to another practice.

Skipped where the development lists are absent. Measured shares are printed; run with -s to see them.
"""

from __future__ import annotations

import csv
import os
import re
from collections import Counter, defaultdict
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import normalise, same_company
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.organisations.index import fits_of_mention
from coi_audit.linking.organisations.match import read_mention
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.words import BodyKind, Match
from coi_audit.readers.organisation_lists import read_organisation_lists

DATA = Path(os.environ.get("COI_AUDIT_DEV_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the development lists are not at {DATA}")
EDITIONS = [date(2016, 2, 1), date(2019, 12, 1), date(2022, 5, 1)]
_SHORT = {"MEDICAL CENTRE": "MC", "HEALTH CENTRE": "HC", "SURGERY": "Surg.", "PRACTICE": "Pract."}


@lru_cache(maxsize=1)
def lists() -> OrganisationLists:
    return read_organisation_lists(DATA)


def practices(edition: date) -> dict[str, list[ListRow]]:
    """Active practices of one edition by commissioner."""
    found: dict[str, list[ListRow]] = defaultdict(list)
    for row in lists().rows:
        if row.kind is ListKind.PRACTICES and row.edition == edition and row.status == "active" and row.parent:
            found[row.parent].append(row)
    return found


def directory(rows: list[ListRow], code: str) -> Directory:
    return Directory.build(OrganisationLists(tuple(rows)), (), body_code=code, body_kind=BodyKind.CCG)


def written(name: str) -> dict[str, str]:
    """The name itself and three ways people write it."""
    words = name_words()
    bare = [
        word
        for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", name)
        if set(normalise(word).words) - words.generic - words.titles
    ]
    short = name
    for long, form in _SHORT.items():
        short = re.sub(rf"\b{long}\b", form, short)
    return {
        "name": name,
        "bare": " ".join(bare).title(),
        "short": short,
        "doctors": f"Dr Patel & Partners, {name.title()}",
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_practice_is_never_matched_to_another(edition: date) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    pairs = 0
    for code, rows in practices(edition).items():
        pairs += len(rows) * (len(rows) - 1) // 2
        known = directory(rows, code)
        for row in rows:
            ways = written(row.name) if edition == EDITIONS[1] else {"name": row.name}
            for way, mention in ways.items():
                if not mention:
                    continue
                found = known.resolve(mention, on=edition)
                if found.outcome is Match.MATCHED:
                    counts[way]["right" if found.ods_code == row.code else "wrong"] += 1
                elif row.code in {one.ods_code for one in found.candidates}:
                    counts[way]["asked"] += 1
                else:
                    counts[way]["lost"] += 1
    for way, count in counts.items():
        total = sum(count.values())
        share = {key: f"{count[key]} ({count[key] / total:.2%})" for key in ("right", "asked", "lost", "wrong")}
        print(f"{edition:%Y-%m}, {pairs} pairs, {way}: {share}")
        assert count["wrong"] == 0, way
        assert count["lost"] <= 3, way
        assert count["right"] / total >= (0.975 if way == "bare" else 0.99), way


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_practice_missing_from_the_list_is_not_taken_for_another(edition: date) -> None:
    """Take each practice out: its name then matches nobody. Only exact namesakes cannot be told apart."""
    checked = 0
    for code, rows in practices(edition).items():
        whole = directory(rows, code)
        for row in rows:
            mention = read_mention(row.name)
            fits = fits_of_mention(mention, whole.day(edition).index, whole.day(edition).area)
            if all(fit.known.code == row.code for fit in fits):
                continue  # nobody else's name fits, and taking one practice out adds no name
            found = directory([one for one in rows if one is not row], code).resolve(row.name, on=edition)
            checked += 1
            if found.outcome is Match.MATCHED:
                assert normalise(found.name or "").key == normalise(row.name).key, (row.name, found.name)
                assert whole.resolve(row.name, on=edition).outcome is Match.ASK, row.name
    print(f"{edition:%Y-%m}: {checked} names fit another practice as well, none is taken for it")
    assert checked


def _commissioners() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lists().rows:
        if row.kind is ListKind.COMMISSIONERS:
            for name in (row.name, *row.other_names):
                found.setdefault(normalise(name).key.removesuffix(" ccg"), row.code)
    return found


def _pairs() -> list[dict[str, str]]:
    with (DATA / "name_pairs_dev.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_labelled_pairs_of_practice_names() -> None:
    codes, counts = _commissioners(), Counter[str]()
    directories: dict[str, Directory] = {}
    for pair in _pairs():
        if pair["pair_type"].startswith("company"):
            continue
        month = re.search(r"\((\d{4})-(\d\d)\)", pair["mention_context"])
        on = date(int(month[1]), int(month[2]), 1) if month else date(2019, 12, 1)
        body = codes[normalise(pair["official_commissioner"]).key.removesuffix(" ccg")]
        if body not in directories:
            directories[body] = Directory.build(lists(), (), body_code=body, body_kind=BodyKind.CCG)
        found = directories[body].resolve(pair["mention"], on=on)
        hit = found.ods_code == pair["official_code"]
        offered = pair["official_code"] in {one.ods_code for one in found.candidates}
        if pair["label"] == "different":
            counts["different, matched to it"] += hit
            counts["different"] += 1
            continue
        counts["same"] += 1
        counts["same, matched"] += hit
        counts["same, asked"] += found.outcome is Match.ASK and offered
        counts["same, to another"] += found.outcome is Match.MATCHED and not hit
    print(dict(counts))
    assert counts["different, matched to it"] == counts["same, to another"] == 0
    assert counts["same, matched"] + counts["same, asked"] == counts["same"]
    assert counts["same, matched"] >= 38


def test_labelled_pairs_of_company_names() -> None:
    counts = Counter[tuple[str, bool]]()
    for pair in _pairs():
        if not pair["pair_type"].startswith("company"):
            continue
        number = re.search(r"number (\w+)", pair["mention_context"])
        assert number is not None
        counts[pair["label"], same_company(pair["mention"], pair["official_name"])] += 1
        with_numbers = same_company(
            pair["mention"], pair["official_name"], number_a=number[1], number_b=pair["official_code"]
        )
        assert with_numbers == (pair["label"] == "same")
    print(dict(counts))
    assert counts["different", True] == 0
    assert counts["same", True] >= 4
