"""The sections beside findings and meetings: what changed, members and meetings, plan, quorum, lists, the extract."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from audits import AHEAD, COMMITTEE, HELD, audit, conflict, finding, findings, item, meeting
from verapdf import failures

from coi_audit.app.last_report import read_last_report
from coi_audit.errors import UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.model.kept_lists import (
    ContractLine,
    GiftLine,
    KeptList,
    KeptLists,
    ListHealth,
    Measure,
    MeasureLine,
)
from coi_audit.model.linking import Person
from coi_audit.model.since import EarlierFinding, EarlierReport, Since
from coi_audit.model.words import Action, Handling, MinutesStatus, OpinionLevel, Role, Severity
from coi_audit.report.assurance import annex_html, assurance_html, write_annex_pdf, write_assurance_pdf
from coi_audit.report.sections.added import inputs_sha256
from coi_audit.report.sections.findings_by_rule import in_brief, plan_lines, weight_groups
from coi_audit.report.sections.kept_view import measure_words, places_words
from coi_audit.report.sections.matrix import matrices
from coi_audit.rulebook.types import Rulebook

LONG = "Dr Wilhelmina Featherstonehaugh-Cholmondeley-Ŵynne"  # a surname of more than forty signs


@pytest.fixture(scope="module")
def annex_pdf(rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annex") / "annex.pdf"
    write_annex_pdf(audit(), rulebook, path, draft=True)
    return path


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def section(html: str, name: str) -> str:
    return words_of(html.split(f'id="{name}">', 1)[1].split("</section>", 1)[0])


def gone(number: int, **changes: object) -> EarlierFinding:
    values: dict[str, object] = {
        "fingerprint": f"{number:016x}",
        "rule_id": "MTG-06",
        "title": "Less was done",
        "severity": Severity.HIGH,
        "statement": f"Statement {number}.",
        "meeting": HELD,
        "item": "5",
    }
    return EarlierFinding(**{**values, **changes})  # type: ignore[arg-type]


def since() -> Since:
    earlier = EarlierReport("last.pdf", "ab" * 32, "NHS Ashvale & Łódź CCG", "98Z", date(2017, 6, 30),
                            OpinionLevel.NO, (gone(1), gone(70), gone(71)))  # fmt: skip
    new = tuple(one.fingerprint for one in findings()[1:3])
    return Since(earlier, new, (findings()[0].fingerprint,), (gone(70),), not_looked_at=(gone(71, meeting=None),))


def test_what_changed_is_told_pile_by_pile_and_new_findings_are_marked(rulebook: Rulebook) -> None:
    html = assurance_html(replace(audit(), since=since()), rulebook)
    told = section(html, "since")
    assert "Compared with last.pdf, the report as at 30 June 2017" in told
    assert "3 findings then; now 2 new, 1 the same, 1 resolved, 1 not looked at again" in told
    assert "No assurance then; limited assurance now" in told
    assert "Statement 70." in told
    assert section(html, "findings").count("New.") == 2
    assert 'id="since"' not in assurance_html(audit(), rulebook)


def test_the_matrix_holds_the_strongest_action_and_the_worst_answer() -> None:
    several = item("5", "Rent", conflict(Handling.MANAGED), conflict(Handling.NOT_DECLARED))
    other = item("9", "Merger", conflict(Handling.MANAGED, required=Action.LEAVE_NO_PAPERS))
    (view,) = matrices(replace(audit(), meetings=(meeting(HELD, several, other, status=MinutesStatus.DRAFT),)))
    (row,) = view.tables[0].rows
    assert row.person == "Dr Mina Corrie"
    cell = row.cells[0]
    assert "Leave, no papers" in cell.required
    assert (cell.happened, cell.sign, cell.items) == ("not declared", "▲", "items 5 and 9")
    assert "Gethin Ŵyn Lowe" in view.clear


def test_a_conflict_that_asks_only_for_a_note_is_told_in_the_matrix_and_not_marked_against_anybody() -> None:
    noted = item("5", "Rent", conflict(Handling.NOT_DECLARED, required=Action.NOTE))
    (alone,) = matrices(replace(audit(), meetings=(meeting(HELD, noted),)))
    assert alone.tables[0].rows[0].cells[0].key == "noted"
    managed = item("9", "Merger", conflict(Handling.MANAGED))
    (beside,) = matrices(replace(audit(), meetings=(meeting(HELD, noted, managed),)))
    cell = beside.tables[0].rows[0].cells[0]
    assert (cell.key, cell.items) == ("managed", "item 9")


def test_a_wide_matrix_is_split_by_committee_and_by_columns() -> None:
    days = [HELD + timedelta(days=30 * number) for number in range(9)]
    held = [meeting(on, item("5", "Rent", conflict())) for on in days]
    board = replace(meeting(HELD, item("3", "Merger", conflict())), committee="Governing Body")
    views = matrices(replace(audit(), meetings=(*held, board)))
    assert {one.committee: [len(table.days) for table in one.tables] for one in views} == {
        COMMITTEE: [7, 2],
        "Governing Body": [1],
    }


def test_one_row_of_the_plan_for_each_recommendation() -> None:
    groups = weight_groups(audit(), {})
    lines = plan_lines(groups)
    assert sum(one.findings for one in lines) == 3
    assert [one.number for one in lines] == list(range(1, len(lines) + 1))
    same = [line for line in lines if len(line.rules) > 1]
    assert [sorted(rule for rule, _ in line.rules) for line in same] == [["DEC-01", "MTG-06", "MTG-07"]]


def test_many_findings_are_told_in_brief_and_in_full_in_the_annex(rulebook: Rulebook) -> None:
    places = tuple(SourceRef(file="minutes.docx", paragraph=number, text=f"Words {number}.") for number in range(9))
    many = tuple(finding(200 + n, item=None, person=f"Person {n}", meeting=None, evidence=places) for n in range(45))
    whole = replace(audit(), findings=many)
    assert in_brief(whole)
    assert not in_brief(audit())
    main, annex = section(assurance_html(whole, rulebook), "findings"), annex_html(whole, rulebook)
    assert "Words 1." not in main
    assert "8 more places" in main
    assert "The minutes show that they voted." not in main
    assert "Words 8." in annex
    assert "The minutes show that they voted." in words_of(annex)
    assert "And 1 more place" not in annex


def test_quorum_tells_the_items_where_somebody_stands_back(rulebook: Rulebook) -> None:
    told = section(assurance_html(audit(), rulebook), "quorum")
    assert "Not quorate" in told
    assert "A way out: Defer the item." in told
    assert "5 September 2017 5 6 9 8 ✓ Quorate" in told


def kept() -> KeptLists:
    cells = tuple(SourceRef(file="register.xlsx", sheet="GB", row=row, column="From") for row in (22, 14, 17))
    lines = (
        MeasureLine(Measure.FROM_TOLD, 16, 19, cells),
        MeasureLine(Measure.MITIGATION_TOLD, 0, 19, (), absent=True),
        MeasureLine(Measure.EXPIRED_KEPT, 0, 0),
    )
    health = (
        ListHealth(KeptList.INTERESTS, "register.xlsx", date(2017, 4, 28), None, 19, lines),
        ListHealth(KeptList.INTERESTS, "register 2.xlsx", date(2017, 11, 1), True, 19, lines[:1]),
        ListHealth(KeptList.GIFTS, "gifts.xlsx", None, None, 2, (MeasureLine(Measure.ALL_THREE_TOLD, 2, 2),)),
    )
    contracts = (
        ContractLine(
            "Back office", "Fernhill Surgery", "£5,000", HELD, "Tender", False, True, SourceRef(file="c.xlsx")
        ),
    )
    gifts = (GiftLine("cash", HELD, "£20", True, False, SourceRef(file="gifts.xlsx", sheet="Gifts", row=7)),)
    return KeptLists(health, contracts, gifts)


def test_lists_are_measured_with_count_share_and_cells(rulebook: Rulebook) -> None:
    html = assurance_html(replace(audit(), kept_lists=kept()), rulebook)
    told = section(html, "registers")
    assert "Held from: a date ◆ 16 of 19 84% ◆ 16 of 19 84%" in told
    assert "sheet &#34;GB&#34;, rows 14, 17 and 22" in told
    assert "no column for it" in told
    assert "Interests lately ended" not in told  # there was none to count
    assert "Recipient, giver and value all told 2 of 2 100%" in section(html, "gifts")
    assert "Cash 5 September 2017 £20 A supplier Declined sheet &#34;Gifts&#34;, row 7" in section(html, "gifts")
    assert "Support contract. Fernhill Surgery £5,000 5 September 2017 ▲ left blank" in section(html, "procurement")


def test_an_absent_list_asks_its_question(rulebook: Rulebook) -> None:
    absent = finding(50, area="gifts", rule_id="GFT-01", fingerprint="f" * 16, item=None)
    told = section(assurance_html(replace(audit(), findings=(absent,)), rulebook), "gifts")
    assert "No register of gifts and hospitality is among the papers read." in told
    assert "Supply it, or a nil return." in told


def test_every_measure_has_its_words_and_places_name_another_file() -> None:
    assert set(measure_words()) == set(Measure)
    rows = [SourceRef(file="r.docx", table=1, row=2), SourceRef(file="body.yaml", line=29)]
    assert places_words(rows, "r.docx") == "table 1, row 2; body.yaml, line 29"
    many = [SourceRef(file="r.csv", row=row) for row in range(1, 31)]
    assert places_words(many, "r.csv").endswith("14 and 16 more")


def test_the_extract_names_parties_and_the_opinion(rulebook: Rulebook) -> None:
    whole = replace(audit(), kept_lists=kept())
    told = section(assurance_html(whole, rulebook), "extract")
    assert "came to the opinion “limited assurance”, with 3 findings" in told
    assert "Fernhill Surgery Dr Mina Corrie: " in told
    assert "£5,000" in told
    assert "6 February 2018, item" not in told  # nothing is decided yet at the meeting to come
    assert AHEAD.year == 2018


def test_the_cover_shows_the_hash_of_all_papers(rulebook: Rulebook) -> None:
    html = assurance_html(audit(), rulebook)
    cover = html.split('<header class="cover">')[1].split("</header>")[0]
    whole = inputs_sha256(audit().inputs)
    assert whole[:16] in cover
    assert whole not in cover
    assert whole in section(html, "papers")
    assert inputs_sha256(tuple(reversed(audit().inputs))) == whole
    assert inputs_sha256(audit().inputs[:1]) != whole


def test_a_draft_says_so_on_every_page_and_a_long_surname_fits(rulebook: Rulebook, tmp_path: Path) -> None:
    long = Person(LONG, role=Role.GP)
    wide = meeting(
        HELD, item("5", "Rent", conflict(person=long), conflict(Handling.MANAGED)), status=MinutesStatus.DRAFT
    )
    whole = replace(audit(), meetings=(wide, *audit().meetings[1:]), kept_lists=kept(), since=since())
    path = tmp_path / "draft.pdf"
    write_assurance_pdf(whole, rulebook, path, draft=True)
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
        width = min(page.get_width() for page in pdf)
        texts = [page.get_textpage() for page in pdf]
        boxes = [text.get_rect(at) for text in texts for at in range(text.count_rects())]
    assert len(pages) > 5
    assert all("Draft for factual accuracy" in page for page in pages)
    assert all(left >= 0 and right <= width for left, _, right, _ in boxes)
    with pikepdf.open(path) as pdf:
        assert "draft for factual accuracy" in str(pdf.docinfo["/Title"])
    assert "factual accuracy" not in assurance_html(whole, rulebook)


def test_a_whole_report_is_read_back_and_another_paper_or_a_changed_one_is_not(
    assurance_pdf: Path, pack_pdf: Path, tmp_path: Path
) -> None:
    earlier = read_last_report(assurance_pdf)
    assert (earlier.body, earlier.as_of, earlier.opinion) == (audit().body.name, audit().as_of, OpinionLevel.LIMITED)
    assert {one.fingerprint for one in earlier.findings} == {one.fingerprint for one in findings()[:3]}
    with pytest.raises(UserError, match="secretary's pack"):
        read_last_report(pack_pdf)
    data = bytearray(assurance_pdf.read_bytes())
    data[data.rfind(b"/Type") - 1] = 0x0A if data[data.rfind(b"/Type") - 1] != 0x0A else 0x20
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(bytes(data))
    with pytest.raises(UserError, match="changed after it was written"):
        read_last_report(changed)


@pytest.mark.parametrize("flavour", ["PDFUA-1", "PDFA-3A"])
def test_verapdf_passes_the_annex(flavour: str, annex_pdf: Path) -> None:
    assert failures(annex_pdf, flavour) == []
