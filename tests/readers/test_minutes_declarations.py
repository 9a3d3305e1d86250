"""Declarations told as a table or as a list: they stay one section, and the items after them are still found."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper

from coi_audit.model.meetings import Minutes
from coi_audit.readers.minutes.declarations import is_declared_entry
from coi_audit.readers.minutes.paper import read_minutes

HEAD = ("Quayside ICB Primary Care Panel", "Minutes of the meeting of 4 June 2024")
ITEMS = (
    ("No", "Discussion", "Action"),
    ("1", "Welcome\nMs Ferris opened the meeting.", ""),
    ("2", "Harbour Practice: second site\nDr Ekwueme left.\nThe second site was approved.", "LF"),
)
TABLE = (
    ("Member", "Item no.", "Nature of interest", "Decision"),
    ("Dr Ada Ekwueme", "2", "Partner at Harbour Practice", "Left the room"),
    ("", "5", "Shares in Brightwater Ltd", "Noted. May take part"),
    ("Lucy Ferris", "2", "Cousin is a nurse there", "Noted"),
)


def read(path: Path) -> Minutes:
    result = read_minutes(path)
    assert result.minutes is not None, result.rejected
    return result.minutes


def sections(minutes: Minutes) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in minutes.sections if one.number or one.title]


def declared(minutes: Minutes) -> list[str]:
    return [
        passage.text for one in minutes.sections if one.title.casefold().startswith("decl") for passage in one.passages
    ]


def test_a_table_before_the_items(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present", bold=True).lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    paper.line("Declarations of interest", bold=True).line("The Chair asked for declarations.")
    minutes = read(paper.table(*TABLE).line("Business", bold=True).table(*ITEMS).save(tmp_path / "minutes.docx"))
    assert sections(minutes) == [
        ("", "Declarations of interest"),
        ("1", "Welcome"),
        ("2", "Harbour Practice: second site"),
    ]
    assert declared(minutes) == [
        "The Chair asked for declarations.",
        "Member | Item no. | Nature of interest | Decision",
        "Dr Ada Ekwueme | 2 | Partner at Harbour Practice | Left the room",
        "Dr Ada Ekwueme | 5 | Shares in Brightwater Ltd | Noted. May take part",
        "Lucy Ferris | 2 | Cousin is a nurse there | Noted",
    ]
    assert [one.name for one in minutes.attendance] == ["Lucy Ferris", "Dr Ada Ekwueme"]
    row = (
        minutes.sections[-3].passages[2].source if len(minutes.sections) > 3 else minutes.sections[0].passages[2].source
    )
    assert row.table is not None and row.row is not None


def test_a_table_inside_the_numbered_section(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present:").lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    paper.line("1. Declarations of interest", bold=True).table(*TABLE).line("The Chair agreed these.")
    paper.line("2. Harbour Practice: second site", bold=True).line("Approved.")
    minutes = read(paper.save(tmp_path / "minutes.docx"))
    assert sections(minutes) == [("1", "Declarations of interest"), ("2", "Harbour Practice: second site")]
    assert len(declared(minutes)) == 5 and declared(minutes)[-1] == "The Chair agreed these."


def test_a_table_without_a_heading_opens_their_section(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present:").lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    minutes = read(paper.table(*TABLE).table(*ITEMS).save(tmp_path / "minutes.docx"))
    assert sections(minutes)[0] == ("", "Declarations of interest")
    assert [number for number, _ in sections(minutes)[1:]] == ["1", "2"]


@pytest.mark.parametrize(
    "entries",
    [
        (
            "Item 5 - Dr Ekwueme, partner at Harbour Practice; Ms Ferris, trustee of Quay Trust",
            "Item 7: Mr Oduya, owner",
        ),
        ("5   Dr Ekwueme, partner at Harbour Practice", "7   Mr Oduya, whose wife works at Brightwater Ltd"),
        ("5. AE - partner at Harbour Practice", "6. AE and LF, who own shares", "9. LF (trustee)"),
        ("5   The practices' own staff at the table", "6   Everybody from Harbour Practice"),
    ],
)
@pytest.mark.parametrize("loud", [True, False])
def test_a_list_of_entries_opens_no_sections(entries: tuple[str, ...], loud: bool, tmp_path: Path) -> None:
    titles = ["2   Declarations of interest", "3   Last minutes", "4   Dr Marsh's list: dispersal", "5   Second site"]
    titles = [title.upper() for title in titles] if loud else titles
    lines = [
        *HEAD,
        "",
        "Present",
        "",
        "Ms Lucy Ferris, Chair",
        "Dr Ada Ekwueme, GP",
        "",
        "1   Welcome",
        "",
        "Noted.",
        "",
    ]
    lines += [titles[0], "", "The following were declared:", "", *entries, "", titles[1], "", "Agreed.", ""]
    lines += [titles[2], "", "Agreed.", "", titles[3], "", "Agreed.", ""]
    path = tmp_path / "minutes.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    minutes = read(path)
    assert [number for number, _ in sections(minutes)] == ["1", "2", "3", "4", "5"]
    told = declared(minutes)
    assert len(told) == 1 + len(entries)
    for text, entry in zip(told[1:], entries, strict=True):
        assert text.startswith("Item ") and entry.split()[-1] in text


def test_a_list_that_counts_its_own_entries_keeps_its_words(tmp_path: Path) -> None:
    lines = [*HEAD, "", "Present", "", "Ms Lucy Ferris, Chair", "", "1   Welcome", "", "Noted.", ""]
    lines += [
        "2   Declarations of interest",
        "",
        "1. Dr Ekwueme, partner at Harbour Practice",
        "2. Mr Oduya, its landlord",
    ]
    path = tmp_path / "minutes.txt"
    path.write_text("\n".join([*lines, "", "3   Second site", "", "Agreed."]), encoding="utf-8")
    minutes = read(path)
    assert [number for number, _ in sections(minutes)] == ["1", "2", "3"]
    assert not any("Item" in text for text in declared(minutes))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Dr Lal, Mrs Poe and Mr Quint, who work in practices", True),
        ("All partner members as providers", True),
        ("Dr Lal (partner at Brook Surgery)", True),
        ("Ruth Poe and Dr Lal, partners at Brook Surgery", True),
        ("Dr Lal's practice: list closure", False),
        ("Dr Lal and Partners - branch closure", False),
        ("Minutes of the last meeting", False),
        ("Rent review, Brook Surgery", False),
        ("PCN estates plan", False),
    ],
)
def test_which_lines_are_entries(text: str, entry: bool) -> None:
    assert is_declared_entry(text) is entry


def test_a_list_within_the_cell_of_its_item(tmp_path: Path) -> None:
    told = ("Declarations of interest", "Made at the meeting:", "Item 4 - Dr Ekwueme, partner")
    items = (
        *ITEMS[:2],
        ("2", "\n".join((*told, "5. Ms Ferris, trustee of Quay Trust")), ""),
        ("3", "Second site\nAgreed.", ""),
    )
    paper = Paper().lines(*HEAD).line("Present:").lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    minutes = read(paper.table(*items).save(tmp_path / "minutes.docx"))
    assert [number for number, _ in sections(minutes)] == ["1", "2", "3"]
    assert declared(minutes)[1:] == ["Item 4 - Dr Ekwueme, partner", "Item 5: Ms Ferris, trustee of Quay Trust"]


def test_columns_of_plain_text_that_stand_under_each_other(tmp_path: Path) -> None:
    words = """Quayside ICB Primary Care Panel
Minutes of the meeting of 4 June 2024

Present: Ms Lucy Ferris (Chair), Dr Ada Ekwueme (GP), Mr Tunde Oduya (Finance)
Apologies: Mrs Jo Pell (interest in item 3)

1. DECLARATIONS OF INTEREST

Member            Item no   Nature of interest                       Outcome
Dr Ekwueme        3         Partner at Harbour Practice, whose       Out of the room
                            building is to be extended
Mr Oduya          3         Patient of Harbour Practice              Noted

The Chair agreed these.

2. MINUTES OF THE LAST MEETING
Agreed.

3. HARBOUR PRACTICE: SECOND SITE
Agreed.
"""
    path = tmp_path / "minutes.txt"
    path.write_text(words, encoding="utf-8")
    minutes = read(path)
    assert [number for number, _ in sections(minutes)] == ["1", "2", "3"]
    assert declared(minutes) == [
        "Member | Item no | Nature of interest | Outcome",
        "Dr Ekwueme | 3 | Partner at Harbour Practice, whose building is to be extended | Out of the room",
        "Mr Oduya | 3 | Patient of Harbour Practice | Noted",
        "The Chair agreed these.",
    ]
    listed = [(one.name, one.status.value, one.note) for one in minutes.attendance]
    assert listed[-2:] == [("Mr Tunde Oduya", "present", None), ("Mrs Jo Pell", "apologies", "interest in item 3")]


def test_a_box_of_mitigations_before_the_items(tmp_path: Path) -> None:
    """No column is headed by the interest; the rows are declarations all the same."""
    paper = Paper().lines(*HEAD).line("Present", bold=True).lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    box = (
        ("Name", "Item", "How it will be handled"),
        ("Dr Ada Ekwueme", "2a", "Partner there. Will step out."),
        ("Lucy Ferris and Dr Ada Ekwueme", "2a and 5", "Noted; may take part."),
    )
    paper.line("Management of conflicts", bold=True).table(*box)
    minutes = read(paper.table(*ITEMS).save(tmp_path / "minutes.docx"))
    assert sections(minutes)[0] == ("", "Management of conflicts")
    assert [one.text for one in minutes.sections[0].passages] == [" | ".join(row) for row in box]
    assert [one.name for one in minutes.attendance] == ["Lucy Ferris", "Dr Ada Ekwueme"]


def test_a_log_of_actions_is_no_box_of_declarations(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present", bold=True).lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    paper.table(*ITEMS).table(("Who", "Item", "Action"), ("Lucy Ferris", "2", "Write to the practice"))
    assert declared(read(paper.save(tmp_path / "minutes.docx"))) == []


def test_several_lists_in_one_paragraph(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD)
    paper.line(
        "Members: Lucy Ferris (Chair); Dr Ada Ekwueme (GP). In attendance: Ned Oakes (Clerk). Apologies: Bo Lund."
    )
    minutes = read(paper.table(*ITEMS).save(tmp_path / "minutes.docx"))
    assert [(one.name, one.status.value) for one in minutes.attendance] == [
        ("Lucy Ferris", "present"),
        ("Dr Ada Ekwueme", "present"),
        ("Ned Oakes", "in_attendance"),
        ("Bo Lund", "apologies"),
    ]


def test_sent_apologies_and_also_there_are_lists(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present", bold=True).lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    paper.line("Sent apologies", bold=True).lines("Bo Lund, Nurse").line("Also there", bold=True).lines(
        "Ned Oakes, Clerk"
    )
    minutes = read(paper.table(*ITEMS).save(tmp_path / "minutes.docx"))
    assert [one.status.value for one in minutes.attendance] == ["present", "present", "apologies", "in_attendance"]


def test_a_label_of_conflicts_within_an_item_opens_no_section(tmp_path: Path) -> None:
    paper = Paper().lines(*HEAD).line("Present", bold=True).lines("Lucy Ferris, Chair", "Dr Ada Ekwueme, GP")
    paper.line("Interests", bold=True).line("Dr Ekwueme is a partner at Harbour Practice.")
    paper.line("Harbour Practice: second site", bold=True).line("The plans were shown.")
    paper.line("Conflict of interest", bold=True).line("Dr Ekwueme left.").line("Finance report", bold=True).line(
        "Noted."
    )
    minutes = read(paper.save(tmp_path / "minutes.docx"))
    assert [title for _, title in sections(minutes)] == ["Interests", "Harbour Practice: second site", "Finance report"]
    assert [one.text for one in minutes.sections[-2].passages] == [
        "The plans were shown.",
        "Conflict of interest",
        "Dr Ekwueme left.",
    ]
