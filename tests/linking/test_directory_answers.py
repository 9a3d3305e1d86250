"""A name that a person explained stands for what was answered, and for nothing that is only written alike."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.linking.answers import AnswerBook
from coi_audit.linking.organisations.answers import AnsweredDirectory
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.answers import Answer, QuestionKind, question_id
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import BodyKind, Match, OrganisationKind

ON = date(2017, 9, 5)
BODY_FILE = SourceRef(file="body.yaml", line=1)
PLAIN = Directory.build(
    None,
    [
        Organisation(name=name, kind=OrganisationKind.PRACTICE, source=BODY_FILE)
        for name in ("Elm Hill Surgery", "Oak Hill Surgery", "Mill Road Practice")
    ],
    body_code="99Y",
    body_kind=BodyKind.CCG,
)


def answered(about: str, answer: str) -> Answer:
    return Answer(
        question=question_id(QuestionKind.ORGANISATION, about),
        kind=QuestionKind.ORGANISATION,
        about=about,
        answer=answer,
        by="Ruth Penhale",
        on=date(2018, 1, 14),
        source=SourceRef(file="answers.yaml", line=6),
    )


def told(*answers: Answer) -> AnsweredDirectory:
    return AnsweredDirectory(PLAIN, AnswerBook(answers))


HILL = told(answered("Hill Surgery", "Elm Hill Surgery"), answered("the Lodge", "Mill Road Practice"))


def test_a_doubtful_name_is_what_was_answered_with_who_said_so() -> None:
    assert PLAIN.resolve("Hill Surgery", on=ON).outcome is Match.ASK
    found = HILL.resolve("Hill Surgery", on=ON)
    assert (found.outcome, found.name) == (Match.MATCHED, "Elm Hill Surgery")
    assert found.because == '"Hill Surgery" is Elm Hill Surgery, as answered by Ruth Penhale on 14 January 2018.'
    assert [one.source.line for one in found.answered] == [6]


@pytest.mark.parametrize("written", ["HILL SURGERY", "hill surgery", "Hill  Surgery.", "Hill-Surgery"])
def test_case_signs_and_spacing_make_no_difference(written: str) -> None:
    assert HILL.resolve(written, on=ON).name == "Elm Hill Surgery"


@pytest.mark.parametrize("name", ["Elm Hill Surgery", "Oak Hill Surgery", "Mill Road Practice"])
def test_what_the_lists_match_no_answer_changes(name: str) -> None:
    against = told(answered(name, "none of these"), answered("Hill Surgery", "Oak Hill Surgery"))
    assert against.resolve(name, on=ON) == PLAIN.resolve(name, on=ON)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Closure of Hill Surgery", ["Elm Hill Surgery"]),
        ("Hill Surgery: request to close", ["Elm Hill Surgery"]),
        ("At Hill Surgery the list is full", ["Elm Hill Surgery"]),
        ("Dr Rao is a partner at the Lodge, which is near.", ["Mill Road Practice"]),
        ("Elm Hill Surgery and Hill Surgery", ["Elm Hill Surgery", "Elm Hill Surgery"]),
        ("Thorn Hill Surgery: closure", []),
        ("Old Hill Surgery", []),
        ("Hill Surgery Ltd", []),
        ("Hill Surgery PPG", []),
        ("Hill Surgery pharmacy", []),
        ("They met at the Lodge Hotel", []),
        ("Hill Surgeryman", []),
    ],
)
def test_only_the_name_itself_is_found_in_words(text: str, names: list[str]) -> None:
    assert [one.resolution.name for one in HILL.find(text, on=ON)] == names


@pytest.mark.parametrize(
    ("answer", "name", "code", "kind"),
    [
        ("Ash Surgery (Y01234)", "Ash Surgery", "Y01234", OrganisationKind.PRACTICE),
        ("Ash Surgery", "Ash Surgery", None, OrganisationKind.PRACTICE),
        ("Ash Care Ltd", "Ash Care Ltd", None, OrganisationKind.COMPANY),
    ],
)
def test_an_organisation_no_list_has_stands_for_itself(
    answer: str, name: str, code: str | None, kind: OrganisationKind
) -> None:
    found = told(answered("Hill Surgery", answer)).resolve("Hill Surgery", on=ON)
    assert found.organisation is not None
    assert (found.outcome, found.name, found.ods_code, found.organisation.kind) == (Match.MATCHED, name, code, kind)


@pytest.mark.parametrize("answer", ["none of these", "no organisation"])
def test_a_name_said_to_be_none_of_the_known_ones_is_no_longer_asked(answer: str) -> None:
    directory = told(answered("Hill Surgery", answer))
    found = directory.resolve("Hill Surgery", on=ON)
    assert found.outcome is Match.NONE
    assert found.answered
    assert directory.find("Closure of Hill Surgery", on=ON) == ()
