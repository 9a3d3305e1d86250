"""What people answer is relied on where the papers leave a doubt, is told of, and weakens nothing in silence."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from doubtful_case import AGENDA, AS_OF, BODY, MEETING, MINUTES, ROWS, doubtful_case, write_rows

from coi_audit import app, paths
from coi_audit.app.ask import Asking
from coi_audit.model.answers import AnswerState, Question, QuestionKind
from coi_audit.model.audit import Audit, ItemAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, Confidence, InterestCategory, LinkKind, Match, Purpose, Role, Scope
from coi_audit.report.as_json import audit_document

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))
DAY = date(2018, 1, 14)
BY = "Ruth Penhale"
SAID = "as answered by Ruth Penhale on 14 January 2018"


@pytest.fixture(scope="module", autouse=True)
def _books_once() -> Any:
    """The rulebook is read once for all these tests: nobody changes it."""
    from coi_audit.app import ask, audits

    books = app.load_books(paths.rules_folder())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask, "load_books", lambda _: books)
        patch.setattr(audits, "load_books", lambda _: books)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return doubtful_case(tmp_path / "case")


def asked(folder: Path) -> Asking:
    as_of = date.fromisoformat(AS_OF)
    return app.ask_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=as_of)


def audited(folder: Path) -> Audit:
    as_of = date.fromisoformat(AS_OF)
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=as_of)


def question(asking: Asking, kind: QuestionKind, about: str) -> Question:
    found = [one for one in asking.left(again=True) if one.kind is kind and about in f"{one.about} {one.asks}"]
    assert len(found) == 1, [one.asks for one in asking.left(again=True)]
    return found[0]


def tell(folder: Path, kind: QuestionKind, about: str, answer: str) -> Asking:
    asking = asked(folder)
    asking.keep(question(asking, kind, about), answer, by=BY, on=DAY)
    return asking


def item(audit: Audit, number: str) -> ItemAudit:
    return next(one for meeting in audit.meetings for one in meeting.items if one.item.number == number)


def conflicts(audit: Audit, number: str, person: str) -> list[Conflict]:
    return [one for one in item(audit, number).conflicts if one.holding.person.name == person]


def only(found: list[Conflict]) -> Conflict:
    assert len(found) == 1, found
    return found[0]


def told(conflict: Conflict) -> bool:
    """The conflict says who answered, and points at the line of the file."""
    return any(SAID in one for one in conflict.because) and any(
        ref.file == "answers.yaml" and ref.line for ref in conflict.evidence
    )


# What is asked


def test_every_kind_of_doubt_is_asked_once_and_the_heaviest_first(folder: Path) -> None:
    left = asked(folder).left()
    later = {QuestionKind.ITEM_PURPOSE, QuestionKind.ITEM_TYPE}  # follow from an answer
    whole = {QuestionKind.COMMITTEE, QuestionKind.REGISTER_EDITION, QuestionKind.INTEREST_ORGANISATION}
    assert {one.kind for one in left} == set(QuestionKind) - later - whole - {QuestionKind.INTEREST_UNTIL}
    assert [one.weight for one in left] == sorted(one.weight for one in left)
    assert len({one.id for one in left}) == len(left)
    for one in left:
        assert one.asks.endswith(("?", '".'))
        assert one.evidence
        assert one.known
        assert one.now
        assert one.where
        assert one.choices or one.free


def test_an_organisation_is_asked_with_both_sides_and_the_candidates(folder: Path) -> None:
    one = question(asked(folder), QuestionKind.ORGANISATION, "Hill Surgery")
    assert [choice.value for choice in one.choices] == [
        "Elm Hill Surgery", "Oak Hill Surgery", "none of these", "no organisation",
    ]  # fmt: skip
    sides = dict(one.known)
    assert "Hill Surgery" in sides["The agenda says"]
    assert any("Dr Ann Perry" in label for label in sides)
    assert {ref.file for ref in one.evidence} >= {f"{MEETING}/agenda.txt", "register 2017-04.xlsx"}


def test_the_number_of_a_question_does_not_move_with_its_place(folder: Path, tmp_path: Path) -> None:
    def later(text: str) -> str:
        moved = re.sub(r"^(\d+)\. ", lambda found: f"{int(found[1]) + (int(found[1]) > 3)}. ", text, flags=re.MULTILINE)
        return moved.replace("\n5. Hill", "\n4. Report of the Chief Officer - For information\n5. Hill", 1)

    other = doubtful_case(tmp_path / "other", agenda=later(AGENDA), minutes=later(MINUTES))
    write_rows(other / "register 2017-04.xlsx", tuple(reversed(ROWS)))
    assert {one.id for one in asked(folder).left()} == {one.id for one in asked(other).left()}


@pytest.mark.parametrize(
    "minuted", ["There was none.", "There being no other business, the meeting closed.", "No items were raised."]
)
def test_nothing_raised_is_nothing_to_ask(tmp_path: Path, minuted: str) -> None:
    minutes = MINUTES.replace("The closure of a practice list was raised and will come back.", minuted)
    left = asked(doubtful_case(tmp_path / "case", minutes=minutes)).left()
    assert not [one for one in left if one.about == "Any other business"]


# What an answer does


def test_the_organisation_answered_is_the_party_wherever_it_is_named(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    audit = audited(folder)
    party = item(audit, "4").parties[0]
    assert (party.name, party.outcome) == ("Elm Hill Surgery", Match.MATCHED)
    owner = only(conflicts(audit, "4", "Dr John Smith"))
    assert owner.link.kind is LinkKind.NAMED_PARTY
    assert told(owner)
    assert not conflicts(audit, "4", "Dr Ann Perry")
    assert only(conflicts(audit, "6", "Dr John Smith")).link.kind is LinkKind.NAMED_PARTY


def test_an_answer_that_takes_a_conflict_away_is_shown_to_have_done_so(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    change = audited(folder).differences[0]
    gone = [one for one in change.actions if one.person == "Dr Ann Perry" and one.item == "4"]
    assert [(one.before, one.after) for one in gone] == [(Action.LEAVE, None)]
    assert all(one.why == "An answer settles what the papers left open." for one in change.findings)


def test_findings_say_that_they_rest_on_an_answer(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    resting = [one for one in audited(folder).findings if any(SAID in reason for reason in one.because)]
    assert {one.person for one in resting} >= {"Dr John Smith"}


def test_none_of_these_leaves_those_who_wrote_the_same_name(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "none of these")
    audit = audited(folder)
    assert {one.holding.person.name for one in item(audit, "4").conflicts} == {"Dr John Smith"}
    assert item(audit, "4").parties[0].outcome is Match.NONE


def test_words_that_are_no_organisation_are_no_party(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "no organisation")
    assert item(audited(folder), "4").parties == ()


def test_a_name_typed_that_no_list_has_stands_for_itself(folder: Path) -> None:
    asking = tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Ash Hill Surgery (Y01234)")
    assert "no list" in asking.meaning(asking.answers[-1])
    party = item(audited(folder), "4").parties[0]
    assert (party.name, party.ods_code, party.outcome) == ("Ash Hill Surgery", "Y01234", Match.MATCHED)


def test_a_surname_in_the_minutes_is_whoever_was_answered(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    assert only(conflicts(audited(folder), "4", "Dr John Smith")).participation.recorded_action is not Action.LEAVE
    tell(folder, QuestionKind.PERSON, "Dr Smith", "Dr John Smith")
    assert only(conflicts(audited(folder), "4", "Dr John Smith")).participation.recorded_action is Action.LEAVE


def test_initials_nobody_has_are_whoever_was_answered(folder: Path) -> None:
    tell(folder, QuestionKind.PERSON, "JQ", "Dr Jane Smith")
    found = only(conflicts(audited(folder), "6", "Dr Jane Smith"))
    assert found.participation.recorded_action is Action.LEAVE
    assert found.participation.declared


def test_a_name_on_the_register_is_whoever_was_answered(folder: Path) -> None:
    assert not [one for one in conflicts(audited(folder), "6", "Dr Jane Smith") if one.holding.nature == "Director"]
    tell(folder, QuestionKind.PERSON, "J Smith", "Dr Jane Smith")
    found = only([one for one in conflicts(audited(folder), "6", "Dr Jane Smith") if one.holding.nature == "Director"])
    assert told(found)


def test_somebody_else_on_the_register_touches_nobody_here(folder: Path) -> None:
    tell(folder, QuestionKind.PERSON, "J Smith", "somebody else")
    audit = audited(folder)
    assert not [one for one in item(audit, "6").conflicts if one.holding.nature == "Director"]
    assert audit.answers[0].state is AnswerState.USED


def test_an_interest_of_two_of_one_name_is_that_of_the_one_answered(folder: Path) -> None:
    tell(folder, QuestionKind.NAMESAKE, "Dr Ann Perry", "Nurse Member")
    found = only(conflicts(audited(folder), "7", "Dr Ann Perry"))
    assert found.role is Role.NURSE
    assert found.confidence is not Confidence.ASK
    assert told(found)


def test_a_stated_interest_is_what_was_answered(folder: Path) -> None:
    tell(folder, QuestionKind.LINK, "Ruth Ashby", "shared")
    found = only(conflicts(audited(folder), "9", "Ruth Ashby"))
    assert found.link.kind is LinkKind.SHARED
    assert told(found)


def test_a_stated_interest_said_not_to_touch_is_no_conflict_and_is_told(folder: Path) -> None:
    tell(folder, QuestionKind.LINK, "Ruth Ashby", "no interest")
    audit = audited(folder)
    assert not conflicts(audit, "9", "Ruth Ashby")
    assert [(one.person, one.after) for one in audit.differences[0].actions] == [("Ruth Ashby", None)]


def test_an_item_that_touches_nobody_has_no_conflict(folder: Path) -> None:
    assert item(audited(folder), "5").conflicts
    tell(folder, QuestionKind.ITEM_SCOPE, "Finance", "none")
    found = item(audited(folder), "5")
    assert found.classification.scope is Scope.NONE
    assert any(SAID in one for one in found.classification.because)
    assert not found.conflicts


def test_what_follows_from_an_answer_is_asked_then(folder: Path) -> None:
    asking = asked(folder)
    kinds = {one.kind for one in asking.left() if one.about == "Any other business"}
    assert kinds == {QuestionKind.ITEM_SCOPE}
    asking.keep(question(asking, QuestionKind.ITEM_SCOPE, "Any other business"), "named_practice", by=BY, on=DAY)
    kinds = {one.kind for one in asking.left() if one.about == "Any other business"}
    assert kinds == {QuestionKind.ITEM_PURPOSE, QuestionKind.ITEM_TYPE, QuestionKind.ITEM_PARTY}
    for kind, answer in (
        (QuestionKind.ITEM_PURPOSE, "decision"),
        (QuestionKind.ITEM_TYPE, "C11"),
        (QuestionKind.ITEM_PARTY, "Birch Lane Surgery"),
    ):
        asking.keep(question(asking, kind, "Any other business"), answer, by=BY, on=DAY)
    found = item(audited(folder), "10")
    told_of = found.classification
    assert (told_of.decision_type, told_of.scope, told_of.purpose) == ("C11", Scope.NAMED_PRACTICE, Purpose.DECISION)
    assert told_of.procedure is None
    assert only([one for one in found.conflicts if one.link.kind is LinkKind.NAMED_PARTY]).holding.person.name == (
        "Dr Jane Smith"
    )


def test_the_practice_an_item_is_about_is_its_party(folder: Path) -> None:
    tell(folder, QuestionKind.ITEM_PARTY, "Application from a practice", "Mill Road Practice")
    found = item(audited(folder), "8")
    assert [party.name for party in found.parties] == ["Mill Road Practice"]
    assert told(only(conflicts(audited(folder), "8", "Dr John Smith")))


def test_an_item_about_no_single_practice_is_asked_about_further(folder: Path) -> None:
    asking = tell(folder, QuestionKind.ITEM_PARTY, "Application from a practice", "no organisation")
    asking.keep(
        question(asking, QuestionKind.ITEM_SCOPE, "Application from a practice"), "all_practices", by=BY, on=DAY
    )
    found = item(audited(folder), "8")
    assert found.classification.scope is Scope.ALL_PRACTICES
    assert not [one for one in found.questions if "Which practice" in one]


def test_the_category_answered_is_that_of_the_conflict(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    tell(folder, QuestionKind.INTEREST_CATEGORY, "Dr John Smith", "non-financial personal")
    found = only(conflicts(audited(folder), "4", "Dr John Smith"))
    assert found.holding.category is InterestCategory.NON_FINANCIAL_PERSONAL
    assert told(found)


def test_whose_an_interest_is_changes_what_it_asks_and_mends_no_register(folder: Path) -> None:
    before = audited(folder)
    assert only(conflicts(before, "6", "Dr Jane Smith")).required_action is Action.LEAVE
    tell(folder, QuestionKind.INTEREST_RELATIONSHIP, "Dr Jane Smith", "friend")
    after = audited(folder)
    assert only(conflicts(after, "6", "Dr Jane Smith")).required_action is Action.DISCUSS_THEN_LEAVE
    incomplete = {(one.rule_id, one.fingerprint) for one in before.findings if one.rule_id in ("DEC-06", "DEC-07")}
    assert incomplete
    assert incomplete <= {(one.rule_id, one.fingerprint) for one in after.findings}


def test_since_when_it_was_held_decides_whether_it_is_a_conflict(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    tell(folder, QuestionKind.INTEREST_FROM, "Dr John Smith", "October 2017")
    assert not conflicts(audited(folder), "4", "Dr John Smith")
    asking = asked(folder)
    one = next(each for each in asking.put if each.kind is QuestionKind.INTEREST_FROM)
    asking.keep(one, "2015", by=BY, on=DAY)
    assert str(only(conflicts(audited(folder), "4", "Dr John Smith")).holding.held_from) == "2015-01-01"


def test_the_role_answered_counts_for_the_quorum(folder: Path) -> None:
    before = audited(folder)
    assert item(before, "8").quorum.quorate is False
    assert [one for one in before.rejected if "has no role" in one.problem]
    tell(folder, QuestionKind.ROLE, "Colin Marsh", "executive")
    after = audited(folder)
    assert item(after, "8").quorum.quorate is True
    assert not [one for one in after.rejected if "has no role" in one.problem]


def without_committee(text: str) -> str:
    return text.replace("Primary Care Commissioning Committee\n", "")


def test_the_committee_answered_brings_its_members(tmp_path: Path) -> None:
    second = BODY.replace("organisations:", "  - name: Governing Body\n    kind: governing_body\norganisations:")
    agenda, minutes = without_committee(AGENDA), without_committee(MINUTES)
    folder = doubtful_case(tmp_path / "case", agenda=agenda, minutes=minutes, body=second)
    (folder / "meetings" / "2017-09-05-pccc").rename(folder / "meetings" / "2017-09-05")
    assert item(audited(folder), "8").quorum.required is None
    asking = asked(folder)
    scope = question(asking, QuestionKind.ITEM_SCOPE, "Finance")
    asking.keep(scope, "none", by=BY, on=DAY)
    asking.keep(question(asking, QuestionKind.COMMITTEE, "5 September 2017"), "1", by=BY, on=DAY)
    audit = audited(folder)
    assert audit.meetings[0].committee == "Primary Care Commissioning Committee"
    assert item(audit, "8").quorum.required == 3
    assert [one.state for one in audit.answers] == [AnswerState.USED] * 2


def test_the_day_of_a_register_decides_what_was_known(tmp_path: Path) -> None:
    folder = doubtful_case(tmp_path / "case")
    undated = tuple((*row[:-1], "") for row in ROWS)
    write_rows(folder / "register 2017-04.xlsx", undated)
    (folder / "register 2017-04.xlsx").rename(folder / "register.xlsx")
    assert only(conflicts(audited(folder), "6", "Dr Jane Smith")).holding.known_on != date(2017, 4, 1)
    tell(folder, QuestionKind.REGISTER_EDITION, "register.xlsx", "1 April 2017")
    found = only(conflicts(audited(folder), "6", "Dr Jane Smith")).holding
    assert (found.known_on, found.known_inferred) == (date(2017, 4, 1), False)


def test_an_interest_that_names_nothing_is_in_what_was_answered(folder: Path) -> None:
    bare = (
        "Ruth Ashby",
        "Lay Member",
        "",
        "Financial",
        "Owner of a surgery building",
        "Direct",
        "2015",
        "",
        "20/03/2017",
    )
    write_rows(folder / "register 2017-04.xlsx", (*ROWS, bare))
    assert not conflicts(audited(folder), "8", "Ruth Ashby")
    asking = asked(folder)
    one = question(asking, QuestionKind.INTEREST_ORGANISATION, "Ruth Ashby")
    asking.keep(one, "Elm Hill Surgery", by=BY, on=DAY)
    asking.look_again()
    assert one.id not in {each.id for each in asking.left()}
    found = only(conflicts(audited(folder), "6", "Ruth Ashby"))
    assert found.holding.organisation_name == "Elm Hill Surgery"
    assert told(found)


# What is kept, and what is no longer so


def test_i_do_not_know_keeps_the_matter_open_and_is_not_asked_again(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "I don't know")
    asking, audit = asked(folder), audited(folder)
    about = {one.about for one in asking.left()}
    assert "Hill Surgery" not in about
    assert "Hill Surgery" in {one.about for one in asking.left(again=True)}
    assert audit.answers[0].state is AnswerState.NOT_KNOWN
    assert item(audit, "4").parties[0].outcome is Match.ASK
    assert audit.differences == ()


def test_a_further_candidate_makes_the_answer_out_of_date(folder: Path) -> None:
    tell(folder, QuestionKind.PERSON, "J Smith", "Dr Jane Smith")
    newer = BODY.replace("      - {name: Dr Ann Perry, role: gp", "      - {name: Judy Smith, role: lay}\n"
                         "      - {name: Dr Ann Perry, role: gp", 1)  # fmt: skip
    (folder / "body.yaml").write_text(newer, encoding="utf-8")
    audit = audited(folder)
    assert audit.answers[0].state is AnswerState.OUT_OF_DATE
    assert not [one for one in item(audit, "6").conflicts if one.holding.nature == "Director"]
    assert "J Smith" in {one.about for one in asked(folder).left()}


def test_an_item_that_says_more_by_now_is_asked_again(folder: Path) -> None:
    tell(folder, QuestionKind.ITEM_SCOPE, "Finance", "none")
    more = AGENDA.replace("5. Finance", "5. Finance - For discussion")
    (folder / MEETING / "agenda.txt").write_text(more, encoding="utf-8")
    assert audited(folder).answers[0].state is AnswerState.OUT_OF_DATE
    assert item(audited(folder), "5").conflicts
    assert "Finance" in {one.about for one in asked(folder).left()}


def test_what_the_papers_tell_by_now_no_answer_overrules(folder: Path) -> None:
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    known = BODY + "  - {name: Hill Surgery, kind: practice, ods_code: Y09999}\n"
    (folder / "body.yaml").write_text(known, encoding="utf-8")
    audit = audited(folder)
    assert item(audit, "4").parties[0].ods_code == "Y09999"
    assert audit.answers[0].state is AnswerState.UNUSED


def test_an_answer_nothing_asks_for_is_told(folder: Path) -> None:
    entry = {
        "question": "0" * 16,
        "kind": "person",
        "asked": "Who is “AB”?",
        "answer": "Ann",
        "by": BY,
        "on": "2018-01-14",
    }
    lines = [
        "answers:",
        *(f"  {'-' if key == 'question' else ' '} {key}: {json.dumps(value)}" for key, value in entry.items()),
    ]
    (folder / "answers.yaml").write_text("\n".join(lines), encoding="utf-8")
    effect = audited(folder).answers[0]
    assert effect.state is AnswerState.UNUSED
    assert "Not used" in effect.sentence


def test_an_answer_the_question_does_not_take_is_told(folder: Path) -> None:
    asking = tell(folder, QuestionKind.PERSON, "J Smith", "Dr Jane Smith")
    path = folder / "answers.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('answer: "Dr Jane Smith"', 'answer: "Father Ted"'), "utf-8"
    )
    assert audited(folder).answers[0].state is AnswerState.UNFIT
    assert asking.answers[0].question in {one.id for one in asked(folder).left()}


def test_a_new_answer_takes_the_place_of_the_old_one(folder: Path) -> None:
    asking = tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    one = next(each for each in asking.put if each.about == "Hill Surgery")
    asking.keep(one, "2", by="Colin Marsh", on=DAY, remark="Asked the practice")
    assert [(each.answer, each.by) for each in asked(folder).answers] == [("Oak Hill Surgery", "Colin Marsh")]
    party = item(audited(folder), "4").parties[0]
    assert party.name == "Oak Hill Surgery"
    assert party.resolution is not None
    assert "(Asked the practice)" in party.resolution.because


def test_answers_are_an_input_and_the_json_keeps_its_schema(folder: Path) -> None:
    assert "answers" not in audit_document(audited(folder))
    tell(folder, QuestionKind.ORGANISATION, "Hill Surgery", "Elm Hill Surgery")
    tell(folder, QuestionKind.ITEM_SCOPE, "Finance", "I don't know")
    first, second = audit_document(audited(folder)), audit_document(audited(folder))
    jsonschema.validate(first, SCHEMA)
    assert first == second
    assert [one["kind"] for one in first["inputs"] if one["path"] == "answers.yaml"] == ["answers"]
    assert {one["state"] for one in first["answers"]} == {"used", "not_known"}


def test_every_answer_together_leaves_nothing_open(folder: Path) -> None:
    asking = asked(folder)
    for _ in range(5):
        for one in asking.left():
            asking.keep(one, "1" if one.choices else "2015", by=BY, on=DAY)
        asking.look_again()
        if not asking.left():
            break
    assert asking.left() == ()
    assert asked(folder).left() == ()
    effects = audited(folder).answers
    assert {one.state for one in effects} == {AnswerState.USED}, [
        one for one in effects if one.state is not AnswerState.USED
    ]


def test_a_meeting_that_does_not_ask_for_an_answer_says_that_it_was_not_used(folder: Path) -> None:
    tell(folder, QuestionKind.LINK, "Ruth Ashby", "no interest")
    later = folder / "meetings" / "2018-02-06-pccc"
    later.mkdir()
    text = AGENDA.replace("Tuesday 5 September 2017", "Tuesday 6 February 2018")
    (later / "agenda.txt").write_text(text, encoding="utf-8")
    as_of = date.fromisoformat(AS_OF)
    audit = app.check_meeting(folder, rules=paths.rules_folder(), organisations=None, as_of=as_of)
    assert [meeting.date for meeting in audit.meetings] == [date(2018, 2, 6)]
    assert [one.state for one in audit.answers] == [AnswerState.UNUSED]
    assert audit.differences == ()
