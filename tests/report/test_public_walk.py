"""Every text of an audit goes through the mask, whatever part holds it; time limits and withheld interests are kept."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

import pytest
from audits import CORRIE, HELD, audit, conflict, finding, item, meeting
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from coi_audit import paths
from coi_audit.audit.public import public_edition
from coi_audit.linking.masking import Known, Masker
from coi_audit.linking.masking_tokens import Kind
from coi_audit.model.assurance import Redaction
from coi_audit.model.audit import Audit, Criterion
from coi_audit.model.evidence import InputFile, Recorded, SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.publication import Confidential, FamilyInterest, KeptBack
from coi_audit.model.words import Relationship
from coi_audit.report.as_json import json_text
from coi_audit.report.assurance import assurance_html
from coi_audit.report.findings_table import findings_csv
from coi_audit.rulebook.masking_words import masking_words
from coi_audit.rulebook.publication import Publication, load_publication
from coi_audit.rulebook.types import Rulebook

PART = st.text("abcdefghijklmnopqrstuvwxyzéöłşŵ", min_size=4, max_size=9).map(str.capitalize)
NAMES = st.tuples(PART, PART).filter(lambda parts: not _plain(*parts)).map(" ".join)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # an example takes a moment, and none is simpler


def _plain(*parts: str) -> bool:
    """Whether a made name happens to be a word of the rulebook."""
    return any(Masker(Known(), masking_words()).kind_of(part) is not Kind.NAME for part in parts)


@pytest.fixture(scope="module")
def publication(rulebook: Rulebook) -> Publication:
    return load_publication(paths.rules_folder(), rulebook)


@pytest.fixture(scope="module")
def published(rulebook: Rulebook, publication: Publication) -> Callable[[Audit], Audit]:
    """Makes the public edition of an audit."""
    return lambda one: public_edition(one, publication=publication, rulebook=rulebook, words=masking_words())


def planted(value: Any, name: str) -> Any:
    """The same value with the name at the end of every text in it that a paper, a file or a person may have written."""
    if isinstance(value, Enum | Criterion | date | int | float | None):
        return value
    if isinstance(value, str):
        return f"{value} (wife {name})"
    if isinstance(value, Recorded):
        texts = [one for one in type(value).model_fields if one != "kind"]  # what a paper was taken for is our own word
        return value.model_copy(update={one: planted(getattr(value, one), name) for one in texts})
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value) if one.init}
        return replace(value, **{one: planted(held, name) for one, held in fields.items()})
    if isinstance(value, tuple):
        return tuple(planted(one, name) for one in value)
    assert isinstance(value, Mapping)
    return {planted(key, name): planted(one, name) for key, one in value.items()}


def family_of(name: str) -> Confidential:
    row = SourceRef(file="register.xlsx", sheet="Register", row=15, text=f"Dr Mina Corrie | Wife, {name}, is a nurse")
    interest = Interest(person="Dr Mina Corrie", nature=f"Wife, {name}, is a nurse", direct=False, source=row)
    return Confidential(family=(FamilyInterest(interest, Relationship.SPOUSE, (interest.nature,)),))


@settings(max_examples=12, deadline=None, phases=NO_SHRINKING)
@given(NAMES)
def test_a_relative_named_on_the_register_is_in_no_text_of_the_audit(
    published: Callable[[Audit], Audit], name: str
) -> None:
    public = published(replace(planted(audit(), name), confidential=family_of(name)))
    left = name.casefold() in repr(public).casefold()
    assert not left


def test_nor_is_it_in_anything_made_of_the_audit(published: Callable[[Audit], Audit], rulebook: Rulebook) -> None:
    name = "Xanthe Quillfeather"
    public = published(replace(planted(audit(), name), confidential=family_of(name)))
    for text in (json_text(public), findings_csv(public), html.unescape(assurance_html(public, rulebook))):
        left = name.casefold() in text.casefold()
        assert not left


@settings(max_examples=12, deadline=None, phases=NO_SHRINKING)
@given(NAMES)
def test_somebody_whom_only_the_words_of_papers_name_is_not_named(
    published: Callable[[Audit], Audit], name: str
) -> None:
    said = f"The committee thanked {name} for it."
    words = SourceRef(file="minutes.docx", paragraph=4, text=said)
    whole = audit()
    whole = replace(
        whole,
        inputs=(*whole.inputs, InputFile(path="minutes.docx", sha256="04" * 32, kind="minutes")),
        findings=(finding(1, statement=said, because=(said,), ask=said, evidence=(words,)),),
        notices=(said,),
        opinion=replace(whole.opinion, reasons=(said,)),
    )
    public = published(whole)
    assert name not in json_text(public)
    assert public.findings[0].evidence[0].text == "The committee thanked [name withheld] for it."


def test_a_part_of_a_kind_nobody_thought_of_is_an_error_and_not_let_through(
    published: Callable[[Audit], Audit],
) -> None:
    with pytest.raises(TypeError, match="cannot hold a bytearray"):
        published(replace(audit(), notices=(bytearray(b"Jane"),)))  # type: ignore[arg-type]


def test_applied_twice_it_is_the_same(published: Callable[[Audit], Audit]) -> None:
    once = published(audit())
    assert published(once) is once
    assert once.confidential is None
    assert once.public is not None


def ended(on: date) -> Audit:
    """The audit with its conflict's interest ended on a day."""
    one = conflict()
    old = replace(one, holding=replace(one.holding, held_until=on))
    return replace(audit(), meetings=(meeting(HELD, item("5", "Fernhill Surgery: rent review", old)),), findings=())


def holding(one: Audit) -> Any:
    return one.meetings[0].items[1].conflicts[0].holding


@pytest.mark.parametrize(
    ("until", "kind"),
    [
        (date(2017, 7, 16), None),
        (date(2017, 7, 15), KeptBack.ENDED),
        (date(2012, 1, 16), KeptBack.ENDED),
        (date(2012, 1, 15), KeptBack.ENDED_LONG_AGO),
    ],
)
def test_six_months_and_six_years(published: Callable[[Audit], Audit], until: date, kind: KeptBack | None) -> None:
    """As at 15 January 2018: shown until six months after the end, kept until six years after it."""
    public = published(ended(until))
    kept = {one.kind for one in public.public.kept_back} if public.public else set()
    assert (kind in kept) == (kind is not None)
    assert (holding(public).organisation_name == "Fernhill Surgery") == (kind is None)
    assert (holding(public).person.name == CORRIE.name) == (kind is not KeptBack.ENDED_LONG_AGO)


def test_what_the_guardian_withheld_is_withheld(published: Callable[[Audit], Audit]) -> None:
    told = Redaction(person="Dr M Corrie", organisation="Fernhill Surgery", source=SourceRef(file="assurance.yaml"))
    public = published(replace(audit(), confidential=Confidential(redactions=(told,))))
    assert holding(public).organisation_name == ""
    assert "is withheld from publication" in public.findings[0].statement
    other = replace(audit(), confidential=Confidential(redactions=(told.model_copy(update={"person": "Ruth Abara"}),)))
    assert holding(published(other)).organisation_name == "Fernhill Surgery"


def test_words_of_papers_that_are_not_public_go_and_their_places_stay(published: Callable[[Audit], Audit]) -> None:
    words = [SourceRef(file=file, row=3, text="Dr Mina Corrie | Partner") for file in ("register.xlsx", "staff.xlsx")]
    whole = replace(
        audit(),
        findings=(finding(1, evidence=tuple(words)),),
        inputs=(*audit().inputs, InputFile(path="staff.xlsx", sha256="05" * 32, kind="staff")),
    )
    register, staff = published(whole).findings[0].evidence
    assert register.text and not staff.text
    assert (register.file, staff.file) == ("register 2017-04-28", "staff")
    assert register.row == staff.row == 3
    own = published(replace(whole, confidential=Confidential(papers=("register.xlsx",)))).findings[0].evidence
    assert not any(one.text for one in own)


def test_files_have_names_that_tell_kind_and_day_alone(published: Callable[[Audit], Audit]) -> None:
    whole = audit()
    same = [InputFile(path=f"{name}.docx", sha256=f"{n:064x}", kind="unknown") for n, name in enumerate("ab")]
    public = published(replace(whole, inputs=(*whole.inputs, *same), notices=("a.docx cannot be read.",)))
    assert [one.path for one in public.inputs] == ["body.yaml", "register 2017-04-28", "unknown", "unknown, paper 2"]
    assert public.notices == ("unknown cannot be read.",)
    assert public.meetings[0].folder == "meeting of 2017-09-05"
