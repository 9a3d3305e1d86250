"""What the desk decides without a browser: names, places, forms and how they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.app.desk import shelf
from coi_audit.app.desk.committee_form import CommitteeForm, MemberForm, committee_of
from coi_audit.app.desk.incoming import numbered, place_for, safe_name, within
from coi_audit.app.desk.paper_keys import place_in
from coi_audit.app.desk.paper_page import ref_of
from coi_audit.app.desk.writing import ChangedMeanwhileError, mark_of, write_whole
from coi_audit.model.evidence import SourceRef
from coi_audit.readers.yaml_edit import applied

_NASTY = st.text(alphabet=st.sampled_from("../\\:*?<>|\"'~$ \x00\x1f\u202eabcCON.txt\u00e9"), max_size=40)


@given(_NASTY | st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_name_becomes_one_that_stays_in_its_folder(given_name: str) -> None:
    name = safe_name(given_name)
    assert name
    assert len(name) <= 140
    assert not re.search(r'[/\\<>:"|?*\x00-\x1f\u202e]', name)
    assert not name.startswith((".", "~$"))
    place = place_for(given_name, "")
    assert ".." not in Path(place).parts
    assert not place.startswith("/")
    assert within(Path("/srv/some-body"), place).is_relative_to("/srv/some-body")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("agenda.docx", "agenda.docx"),
        ("Gorse/register.xlsx", "register.xlsx"),
        ("Gorse/meetings/2019-03-05-pccc/agenda.docx", "meetings/2019-03-05-pccc/agenda.docx"),
        ("Papers for 5 March 2019/agenda.docx", "meetings/Papers for 5 March 2019/agenda.docx"),
        ("C:\\papers\\minutes.pdf", "minutes.pdf"),
    ],
)
def test_a_folder_that_names_a_meeting_is_kept(name: str, place: str) -> None:
    assert place_for(name, "") == place
    assert numbered(place, 2).count(" (2).") == 1


def test_a_place_in_a_paper_is_found_again_by_its_words() -> None:
    ref = SourceRef(file="r.xlsx", sheet='GP "A"'.replace('"', "'"), row=14, column="From")
    again = ref_of("r.xlsx", ref.place())
    assert (again.sheet, again.row) == (ref.sheet, 14)
    assert place_in(again).endswith("#r14")
    assert place_in(SourceRef(file="a.pdf", page=3, paragraph=9)).endswith("page=3&at=p9#p9")


_ROLES = st.sampled_from(["lay", "gp", "nurse", "executive"])
_NAMES = st.text(alphabet="abcdefgh ", min_size=1, max_size=12).map(lambda one: f"Dr {one}".strip())
_MEMBERS = st.builds(
    MemberForm, name=_NAMES, role=_ROLES, title=_NAMES, practice=_NAMES, chair=st.booleans(), voting=st.booleans()
)


@given(members=st.lists(_MEMBERS, max_size=4), quorum=st.sampled_from(["", "3"]), majority=st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_committee_entered_comes_back_as_it_was(members: list[MemberForm], quorum: str, majority: bool) -> None:
    form = CommitteeForm(
        name="A",
        kind="pccc",
        quorum=quorum,
        include=("lay",) if quorum else (),
        also="gp or nurse" if quorum else "",
        majority=majority and bool(quorum),
        members=tuple(members),
    )
    assert not form.faults
    written = applied({}, form.changes({}))
    again = committee_of(written)
    assert applied(written, again.changes(written)) == written
    assert [(one.name, one.role, one.chair, one.voting) for one in again.members] == [
        (one.name, one.role, one.chair, one.voting) for one in members
    ]
    assert (again.quorum, again.include, again.also, again.majority) == (
        form.quorum,
        form.include,
        form.also,
        form.majority,
    )


def test_a_file_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "body.yaml"
    write_whole(path, "name: A\n", mark=mark_of(path))
    mark = mark_of(path)
    path.write_text("name: B\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhileError):
        write_whole(path, "name: C\n", mark=mark)
    assert path.read_text(encoding="utf-8") == "name: B\n"
    assert [one.name for one in tmp_path.iterdir()] == ["body.yaml"]


def test_a_paper_that_the_program_fails_on_is_told_by_its_place_and_nothing_of_it_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def failing(_: object) -> object:
        raise ValueError("Dr Ivo Tremain of Gorse Vale Surgery")

    monkeypatch.setattr(shelf, "assemble", failing)
    committee = "committees:\n  - name: Governing Body\n    members:\n      - {name: Una Fairclough, role: lay}\n"
    (tmp_path / "body.yaml").write_text(f"name: NHS Gorse Vale CCG\nkind: ccg\n{committee}", encoding="utf-8")
    one = shelf.Shelf(tmp_path)
    assert one.ready(60)
    problem = one.progress.problem
    assert problem is not None
    assert "ValueError at app/desk/shelf.py:" in str(problem)
    told = capfd.readouterr()
    assert "Tremain" not in f"{problem}{told.out}{told.err}"
