"""What is due is listed, goes by an order alone, leaves no word behind it, and a replay says that it went."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from readings import body_reading, by, folder
from sqlalchemy import select

from coi_audit.errors import UserError
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.given import Judgement, View
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.model.kept import Anchor
from coi_audit.model.letting_go import DueState, Limits, Matter, MatterKind, Order, Removals
from coi_audit.model.meetings import Attendance, Minutes, MinutesSection, Passage
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.reading import Reading
from coi_audit.model.words import AttendanceStatus
from coi_audit.store.audits import GivenOut, audits_of, keep_audit
from coi_audit.store.backup import backup, restore
from coi_audit.store.change import change
from coi_audit.store.files import keep_files
from coi_audit.store.judgements import judge, judgements_ever
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import body_named, known_on
from coi_audit.store.retention import let_go, removals
from coi_audit.store.tables import InterestRow, PaperFileRow, PaperRow, RemovedRow, table_of
from coi_audit.store.trail import verify_trail

LIMITS = Limits(6, 72, "a guide, registers", "seen")
GONE, STAYS = "Quillon Trask", "Ann Vale"
HELD = "Director of Umberlight Diagnostics"  # what the one who goes had declared
LATER = date(2023, 1, 1)
FIRST = ("Ada", "Bram", "Cleo", "Dov", "Esme", "Finn", "Gwen", "Hugo")
LAST = ("Ashdown", "Birtles", "Crowhurst", "Dunmore", "Eltringham", "Farrar", "Grimshaw", "Hallett")


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def interest(file: str, row: int, person: str, nature: str, **more: object) -> Interest:
    text = f"{person} | {nature} | {more.get('organisation', '')}"
    return Interest(person=person, nature=nature, source=SourceRef(file=file, row=row, text=text), **more)


def register(path: str, edition: date, *entries: Interest, nil: str = "", rejected: str = "") -> Reading:
    nils = (NilReturn(person=nil, source=SourceRef(file=path, row=40, text=nil)),) if nil else ()
    found = Register(file=path, edition=edition, interests=entries, nil_returns=nils, source=SourceRef(file=path))
    entry = InputFile(path=path, sha256=sha(f"{path} {edition} {len(entries)}"), kind="register", edition=edition)
    unread = (Rejected(file=path, place='row 2, "From"', value=rejected, problem="is no date", fix="x"),)
    return Reading(path=path, input=entry, register_=found, rejected=unread if rejected else ())


def minutes(path: str, on: date, *people: str) -> Reading:
    listed = tuple(
        Attendance(name=one, status=AttendanceStatus.PRESENT, source=SourceRef(file=path, row=row))
        for row, one in enumerate(people, start=1)
    )
    told = Passage(text=f"{people[0]} spoke of Umberlight.", source=SourceRef(file=path, paragraph=9))
    section = MinutesSection(number="1", passages=(told,), source=SourceRef(file=path, paragraph=8))
    source = SourceRef(file=path)
    found = Minutes(file=path, on=on, attendance=listed, sections=(section,), source=source)
    return Reading(path=path, input=InputFile(path=path, sha256=sha(path), kind="minutes"), minutes=found)


def ended(year: int = 2015) -> dict[str, object]:
    return {"organisation": "Umberlight Diagnostics", "held_until": PartialDate.day(date(year, 12, 31))}


def first_register(path: str = "register-2016.xlsx") -> Reading:
    mine = interest(path, 2, GONE, HELD, **ended())
    beside = interest(path, 3, STAYS, "Partner", organisation="Oak Surgery")
    return register(path, date(2016, 4, 1), mine, beside, rejected=f"{GONE} since ever")


def filled(store: Store) -> None:
    """A register in two editions and minutes; one interest ended in 2015, the other is still held."""
    later = register(
        "register-2017.xlsx",
        date(2017, 4, 1),
        interest("register-2017.xlsx", 3, STAYS, "Partner", organisation="Oak Surgery"),
    )
    papers = (first_register(), later, minutes("meetings/2016-05-03/minutes.docx", date(2016, 5, 3), GONE, STAYS))
    keep(store, folder(body_reading(members=(STAYS,)), *papers), on=date(2017, 5, 1), by=by(1))


def body_of(store: Store):  # type: ignore[no-untyped-def]
    return body_named(store, None)


def listed(store: Store, on: date = LATER) -> Removals:
    return removals(store, body_of(store), on=on, limits=LIMITS)


def number_of(store: Store, words: str, kind: MatterKind | None = None) -> str:
    found = [one for one in listed(store).matters if words in f"{one.person} {one.what}" and kind in (None, one.kind)]
    assert len(found) == 1, found
    return found[0].number


def remove(store: Store, *numbers: str, on: date = LATER, early: bool = False, reason: str = "order 7"):  # type: ignore[no-untyped-def]
    return let_go(store, body_of(store), Order(numbers, on, early), limits=LIMITS, by=by(9, reason=reason))


def due(store: Store, on: date = LATER) -> set[tuple[MatterKind, str]]:
    return {(one.kind, one.person) for one in listed(store, on).of(DueState.DUE)}


def matter(store: Store, words: str) -> Matter:
    return next(one for one in listed(store).matters if words in f"{one.person} {one.what}")


# What is due, and when


def test_an_interest_is_due_six_years_after_it_ended_and_public_for_six_months(store: Store) -> None:
    filled(store)
    mine = matter(store, HELD)
    assert (mine.ended, mine.public_until, mine.due) == (date(2015, 12, 31), date(2016, 6, 30), date(2021, 12, 31))
    assert (MatterKind.INTEREST, GONE) not in due(store, date(2021, 12, 30))
    assert (MatterKind.INTEREST, GONE) in due(store, date(2021, 12, 31))
    assert mine.papers == ("register-2016.xlsx",)


def test_what_is_still_held_is_never_due(store: Store) -> None:
    filled(store)
    assert matter(store, "Partner").state(date(2060, 1, 1)) is DueState.UNCLEAR


def test_without_an_end_the_first_register_without_the_person_counts(store: Store) -> None:
    open_ended = register("a.xlsx", date(2014, 4, 1), interest("a.xlsx", 2, GONE, HELD), nil=STAYS)
    later = register("b.xlsx", date(2015, 4, 1), interest("b.xlsx", 2, STAYS, "Partner"))
    keep(store, folder(open_ended, later), on=date(2017, 5, 1), by=by(1))
    assert matter(store, HELD).ended == date(2015, 4, 1)


@pytest.mark.parametrize("name", ["Q Trask", "Quillon Trask"])
def test_whoever_may_still_stand_on_a_register_has_ended_nothing(store: Store, name: str) -> None:
    open_ended = register("a.xlsx", date(2014, 4, 1), interest("a.xlsx", 2, "Quillon Trask", HELD))
    later = register("b.xlsx", date(2015, 4, 1), interest("b.xlsx", 2, name, "Runs Umberlight"))
    last = register("c.xlsx", date(2016, 4, 1), interest("c.xlsx", 2, STAYS, "Partner"))
    keep(store, folder(open_ended, later), on=date(2017, 5, 1), by=by(1))
    assert matter(store, HELD).ended is None
    keep(store, folder(open_ended, later, last), on=date(2017, 6, 1), by=by(2))
    assert matter(store, HELD).ended == date(2016, 4, 1)


def test_a_member_who_stands_on_no_register_any_more_has_ended_nothing(store: Store) -> None:
    open_ended = register("a.xlsx", date(2014, 4, 1), interest("a.xlsx", 2, GONE, HELD))
    later = register("b.xlsx", date(2015, 4, 1), interest("b.xlsx", 2, STAYS, "Partner"))
    keep(store, folder(body_reading(members=(GONE,)), open_ended, later), on=date(2017, 5, 1), by=by(1))
    assert matter(store, HELD).ended is None


def test_an_interest_that_a_later_register_tells_without_an_end_is_held_again(store: Store) -> None:
    papers = [register("a.xlsx", date(2014, 4, 1), interest("a.xlsx", 2, GONE, HELD, **ended(2013)))]
    papers.append(
        register("b.xlsx", date(2015, 4, 1), interest("b.xlsx", 2, GONE, HELD, organisation="Umberlight Diagnostics"))
    )
    keep(store, folder(*papers), on=date(2017, 5, 1), by=by(1))
    assert matter(store, HELD).ended is None


def membership(to: date | None) -> Reading:
    source = SourceRef(file="body.yaml", line=3)
    people = [Member(name=STAYS, source=source), Member(name=GONE, title="GP", to=to, source=source)]
    body = Body(
        name="NHS Larkmere CCG",
        ods_code="99Y",
        committees=(Committee(name="Governing Body", members=tuple(people), source=source),),
        source=source,
    )
    return Reading(path="body.yaml", input=InputFile(path="body.yaml", sha256=f"body {to}", kind="body"), body=body)


def test_a_membership_ends_when_stated_or_when_it_is_told_no_more(store: Store) -> None:
    keep(store, folder(membership(None)), on=date(2014, 1, 1), by=by(1))
    assert matter(store, GONE).ended is None
    keep(store, folder(membership(date(2014, 6, 30))), on=date(2015, 1, 1), by=by(2))
    assert matter(store, GONE).ended == date(2014, 6, 30)
    keep(store, folder(body_reading(members=(STAYS,))), on=date(2016, 1, 1), by=by(3))
    assert matter(store, GONE).ended == date(2014, 6, 30)


def test_minutes_are_due_six_years_after_the_meeting(store: Store) -> None:
    filled(store)
    found = next(one for one in listed(store).matters if one.kind is MatterKind.PAPER)
    assert (found.ended, found.due) == (date(2016, 5, 3), date(2022, 5, 3))


# An order, and nothing without one


def test_nothing_goes_that_is_not_due_unless_the_order_says_so(store: Store) -> None:
    filled(store)
    held = number_of(store, "Partner")
    before = verify_trail(store).head
    with pytest.raises(UserError, match="nobody knows when"):
        remove(store, number_of(store, HELD), held)
    with pytest.raises(UserError, match="not before 31 December 2021"):
        remove(store, number_of(store, HELD), on=date(2020, 1, 1))
    assert verify_trail(store).head == before
    done = remove(store, held, early=True)
    assert done.early == 1
    assert verify_trail(store).whole


def test_an_order_that_names_what_is_not_there_does_nothing(store: Store) -> None:
    filled(store)
    before = verify_trail(store).head
    for numbers in ((), ("I-0123456789",), (number_of(store, HELD), "I-0123456789")):
        with pytest.raises(UserError, match="nothing was removed"):
            remove(store, *numbers)
    assert verify_trail(store).head == before


def test_the_reason_may_not_name_whose_data_goes(store: Store) -> None:
    filled(store)
    with pytest.raises(UserError, match="names somebody"):
        remove(store, number_of(store, HELD), reason="at the wish of Dr Trask, by letter")


def test_the_trail_holds_after_it_and_says_counts_alone(store: Store) -> None:
    filled(store)
    done = remove(store, number_of(store, HELD))
    check = verify_trail(store)
    assert check.whole, check.faults
    assert check.head.number == done.entry
    assert done.rows == {"interest": 2, "paper": 1}
    with store.reading() as connection:
        entry = connection.exec_driver_sql(f"SELECT action, payload FROM trail WHERE seq = {done.entry}").one()
        left = connection.execute(select(table_of(RemovedRow).c.removed)).scalars().all()
    assert entry[0] == "remove"
    assert "Trask" not in entry[1]
    assert json.loads(entry[1])["notes"]["body_matters"] == {"interest": 1}
    assert set(left) == {done.entry}


# Nothing is left, and nothing else went


@contextmanager
def in_a_file(tmp_path: Path) -> Iterator[tuple[Store, Path]]:
    place = tmp_path / "store.sqlite3"
    store = open_store(str(place), create=True)
    try:
        yield store, place
    finally:
        store.close()


def bytes_beside(place: Path) -> bytes:
    return b"".join(one.read_bytes() for one in place.parent.iterdir() if one.name.startswith(place.name))


def test_no_byte_is_left_of_what_went(tmp_path: Path) -> None:
    with in_a_file(tmp_path) as (store, place):
        filled(store)
        with change(store, "files", by(2)) as one:
            table = table_of(PaperRow)
            chosen = select(table.c.id).where(table.c.path == "register-2016.xlsx")
            number = one.connection.execute(chosen).scalar_one()
            one.insert(PaperFileRow, [{"paper_id": number, "sha256": "x", "content": f"bytes with {GONE}".encode()}])
        document = {
            "findings": [
                {"statement": f"{GONE} held {HELD}", "evidence": [{"file": "register-2016.xlsx", "text": GONE}]},
                {"statement": f"{STAYS} is a Partner", "person": STAYS},
                {"person": GONE, "interest": {"nature": HELD, "tie": "director"}, "outcome": "not_met"},
            ],
            "meetings": [{"apologies": [GONE], "items": [{"title": "Umberlight Diagnostics"}]}],
        }
        given = GivenOut(json.dumps(document), date(2017, 6, 1), Anchor(1, "0" * 64))
        keep_audit(store, body_of(store), given, on=date(2017, 6, 1), by=by(3))
        assert b"Trask" in bytes_beside(place)
        went = [number_of(store, HELD), number_of(store, "minutes.docx")]
        done = remove(store, *went)
        assert done.cleaned, done.not_cleaned
        left = bytes_beside(place)
        for word in (b"Trask", b"Quillon", HELD.encode(), b"spoke of Umberlight", b"since ever"):
            assert word not in left, word
        assert STAYS.encode() in left
        assert b"Oak Surgery" in left
        kept = json.loads(audits_of(store, body_of(store))[0].audit)
        assert kept["findings"][1] == document["findings"][1]
        assert kept["findings"][0]["statement"] == "[removed by order]"
        assert kept["findings"][2]["interest"] == {"nature": "[removed by order]", "tie": "director"}
        assert kept["meetings"][0]["apologies"] == ["[removed by order]"]
        assert verify_trail(store).whole


def test_what_others_declared_stays_as_it_was(store: Store) -> None:
    filled(store)
    body = body_of(store)
    before = {one.path: one for one in known_on(store, body, date(2017, 6, 1)).papers}
    remove(store, number_of(store, HELD))
    after = {one.path: one for one in known_on(store, body, date(2017, 6, 1)).papers}
    assert after.keys() == before.keys()
    same = {path for path in before if before[path] == after[path]}
    assert same == set(before) - {"register-2016.xlsx"}
    old, new = before["register-2016.xlsx"].register_, after["register-2016.xlsx"].register_
    assert old is not None and new is not None
    assert new.interests == old.interests[1:]
    with store.reading() as connection:
        rows = connection.execute(select(table_of(InterestRow).c.person, table_of(InterestRow).c.recorded_from)).all()
    assert sorted(tuple(one) for one in rows) == [(STAYS, date(2017, 5, 1))] * 2


def test_two_interests_of_one_cell_part_and_the_cells_words_go(store: Store) -> None:
    shared = SourceRef(file="a.xlsx", row=2, text=f"1. {HELD} 2. Chair of the Bowls Club")
    both = (
        Interest(person=GONE, nature=HELD, source=shared, **ended()),
        Interest(person=GONE, nature="Chair of the Bowls Club", source=shared),
    )
    keep(store, folder(register("a.xlsx", date(2016, 4, 1), *both)), on=date(2017, 5, 1), by=by(1))
    remove(store, number_of(store, HELD))
    found = known_on(store, body_of(store), LATER).papers[1].register_
    assert found is not None
    assert [(one.nature, one.source.text) for one in found.interests] == [
        ("Chair of the Bowls Club", "[removed by order]")
    ]


def test_a_membership_goes_out_of_the_bodys_paper_and_nobody_else_does(tmp_path: Path) -> None:
    with in_a_file(tmp_path) as (store, place):
        keep(store, folder(membership(date(2014, 6, 30))), on=date(2015, 1, 1), by=by(1))
        remove(store, number_of(store, GONE, MatterKind.MEMBERSHIP))
        body = known_on(store, body_of(store), LATER).papers[0].body
        assert body is not None
        assert [one.name for one in body.committees[0].members] == [STAYS]
        assert b"Trask" not in bytes_beside(place)
        assert verify_trail(store).whole


def test_a_register_of_which_nothing_is_left_goes_with_its_name(tmp_path: Path) -> None:
    with in_a_file(tmp_path) as (store, place):
        file = "declaration of Quillon Trask.docx"
        only = register(file, date(2015, 4, 1), interest(file, 2, GONE, HELD, **ended()), nil=GONE)
        keep(store, folder(only), on=date(2015, 5, 1), by=by(1))
        nil = number_of(store, "nothing to declare", MatterKind.NIL_RETURN)
        remove(store, nil)
        assert b"declaration of" in bytes_beside(place)
        done = remove(store, number_of(store, HELD))
        assert b"Trask" not in bytes_beside(place)
        told = [one for paper in known_on(store, body_of(store), LATER).papers for one in paper.notices]
        assert told == [
            f"A paper (register) was removed by an order on 1 January 2023 (entry {done.entry} of the trail)."
        ]
        assert verify_trail(store).whole
        assert not [one for one in listed(store).matters if one.person == GONE]


def test_judgements_and_audits_go_when_their_time_is_over(store: Store) -> None:
    filled(store)
    keep_audit(
        store, body_of(store), GivenOut("{}", date(2016, 1, 1), Anchor(1, "0" * 64)), on=date(2016, 1, 1), by=by(3)
    )
    judge(store, body_of(store), [Judgement("f1", View.AGREE, "so", "Bo Reed", date(2016, 2, 1))], by=by(4))
    assert {(MatterKind.AUDIT, ""), (MatterKind.JUDGEMENT, "Bo Reed")} <= due(store)
    remove(store, number_of(store, "audit as of"), number_of(store, "judgement on finding"))
    assert not audits_of(store, body_of(store))
    assert verify_trail(store).whole


def test_a_judgement_that_repeats_what_went_loses_its_words(store: Store) -> None:
    filled(store)
    views = (
        Judgement("f1", View.AGREE, f"Trask told me of {HELD}", "Bo Reed", date(2021, 2, 1)),
        Judgement("f2", View.AGREE, "The partner of Oak Surgery was late", "Bo Reed", date(2021, 2, 1)),
    )
    judge(store, body_of(store), views, by=by(4))
    remove(store, number_of(store, HELD))
    kept = {one.judgement.fingerprint: one.judgement for one in judgements_ever(store, body_of(store))}
    assert kept["f1"].why == "[removed by order]"
    assert (kept["f1"].by, kept["f1"].on, kept["f1"].view) == ("Bo Reed", date(2021, 2, 1), View.AGREE)
    assert kept["f2"] == views[1]


def random_store(chance: random.Random, store: Store) -> dict[str, str]:
    """Some editions of some registers with interests of some people; gives what each number says of whom."""
    people = [f"{first} {last}" for first, last in zip(chance.sample(FIRST, 6), chance.sample(LAST, 6), strict=True)]
    held = {(who, f"Trustee of the {chance.choice(LAST)}{number} Fund") for number, who in enumerate(people * 2)}
    until = {one: date(chance.randint(2010, 2030), 6, 30) for one in sorted(held) if chance.random() < 0.7}
    for year in range(2012, 2012 + chance.randint(2, 4)):
        path = chance.choice(("register.xlsx", f"register {year}.xlsx"))
        told = sorted(one for one in held if chance.random() < 0.8)
        entries = []
        for row, (who, what) in enumerate(told, 2):
            more = {"held_until": PartialDate.day(until[who, what])} if (who, what) in until else {}
            entries.append(interest(path, row, who, what, **more))
        keep(store, folder(register(path, date(year, 4, 1), *entries)), on=date(year, 5, 1), by=by(year))
    return {one.number: one.what for one in listed(store).matters if one.kind is MatterKind.INTEREST}


@pytest.mark.parametrize("seed", range(6))
def test_whatever_goes_is_gone_and_whatever_stays_is_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with in_a_file(tmp_path) as (store, place):
        held = random_store(chance, store)
        for _ in range(2):
            going = chance.sample(sorted(held), min(len(held), chance.randint(1, 4)))
            done = remove(store, *going, early=True)
            assert done.cleaned
            content = bytes_beside(place)
            gone = {held.pop(number) for number in going}
            assert not [what for what in gone if what.encode() in content]
            assert not [what for what in held.values() if what.encode() not in content]
            assert {one.number: one.what for one in listed(store).matters if one.kind is MatterKind.INTEREST} == held
            assert verify_trail(store).whole


def test_every_version_of_a_paper_loses_it_and_keeps_its_days(store: Store) -> None:
    keep(store, folder(first_register("r.xlsx")), on=date(2016, 5, 1), by=by(1))
    corrected = first_register("r.xlsx")
    entry = corrected.input.model_copy(update={"sha256": "other"}) if corrected.input else None
    keep(store, folder(corrected.model_copy(update={"input": entry})), on=date(2016, 7, 1), by=by(2))
    remove(store, number_of(store, HELD))
    table = table_of(PaperRow)
    with store.reading() as connection:
        chosen = select(table.c.recorded_from, table.c.recorded_until, table.c.reading).where(
            table.c.kind == "register"
        )
        versions = connection.execute(chosen.order_by(table.c.recorded_from)).all()
    assert [(one[0], one[1]) for one in versions] == [(date(2016, 5, 1), date(2016, 7, 1)), (date(2016, 7, 1), None)]
    assert not any("Trask" in one[2] for one in versions)
    assert verify_trail(store).whole


# Afterwards


@pytest.mark.parametrize("day", [date(2017, 6, 1), date(2022, 12, 31), date.max])
def test_a_replay_says_that_something_was_removed(store: Store, day: date) -> None:
    filled(store)
    done = remove(store, number_of(store, HELD), number_of(store, "minutes.docx"))
    told = [notice for one in known_on(store, body_of(store), day).papers for notice in one.notices]
    why = f"by an order on 1 January 2023 (entry {done.entry} of the trail)."
    assert sorted(told) == [
        f"1 entry was removed from register-2016.xlsx {why}",
        f"A paper (minutes) was removed {why}",
    ]


def test_keeping_the_folder_again_does_not_bring_it_back(store: Store) -> None:
    filled(store)
    remove(store, number_of(store, HELD), number_of(store, "minutes.docx"))
    before = verify_trail(store).head
    papers = (
        first_register(),
        register(
            "register-2017.xlsx",
            date(2017, 4, 1),
            interest("register-2017.xlsx", 3, STAYS, "Partner", organisation="Oak Surgery"),
        ),
        minutes("meetings/2016-05-03/minutes.docx", date(2016, 5, 3), GONE, STAYS),
    )
    for withdraw in (False, True):
        done = keep(store, folder(body_reading(members=(STAYS,)), *papers), on=LATER, by=by(20), withdraw=withdraw)
        assert not done.changed
        assert done.removed == 1
    assert verify_trail(store).head == before


def test_a_paper_of_another_name_does_not_bring_it_back(store: Store) -> None:
    filled(store)
    remove(store, number_of(store, HELD))
    renamed = first_register("register 2016 (copy).xlsx")
    entry = (
        renamed.input.model_copy(update={"sha256": sha("register-2016.xlsx 2016-04-01 2")}) if renamed.input else None
    )
    keep(
        store, folder(body_reading(members=(STAYS,)), renamed.model_copy(update={"input": entry})), on=LATER, by=by(20)
    )
    assert not any(one.person == GONE and one.kind is MatterKind.INTEREST for one in listed(store).matters)


def test_the_file_of_a_paper_that_lost_an_entry_is_not_kept_again(store: Store) -> None:
    content = b"a register with everybody in it"
    digest = hashlib.sha256(content).hexdigest()
    reading = first_register()
    entry = reading.input.model_copy(update={"sha256": digest}) if reading.input else None
    keep(store, folder(reading.model_copy(update={"input": entry})), on=date(2017, 5, 1), by=by(1))
    bytes_of = {"register-2016.xlsx": content}.get
    assert keep_files(store, body_of(store), bytes_of, by=by(2)) == 1
    assert remove(store, number_of(store, HELD)).rows["paper_file"] == 1
    assert keep_files(store, body_of(store), bytes_of, by=by(10)) == 0


def test_numbers_stay_while_other_matters_go(store: Store) -> None:
    filled(store)
    before = {one.number: one.what for one in listed(store).matters}
    gone = number_of(store, HELD)
    remove(store, gone)
    assert {one.number: one.what for one in listed(store).matters} == {
        number: what for number, what in before.items() if number != gone
    }


def test_a_store_after_a_removal_is_backed_up_and_put_back_whole(store: Store, tmp_path: Path) -> None:
    filled(store)
    remove(store, number_of(store, HELD))
    head = backup(store, tmp_path / "copy.sqlite3").head
    assert restore(tmp_path / "copy.sqlite3", str(tmp_path / "new.sqlite3")).head == head
    with closing(open_store(str(tmp_path / "new.sqlite3"))) as back:
        assert listed(back) == listed(store)
        assert b"Trask" in (tmp_path / "copy.sqlite3").read_bytes()  # in the minutes, which did not go
