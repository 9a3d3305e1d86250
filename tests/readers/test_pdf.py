"""PDFs as paragraphs: where they begin and end, what stands in margins, how words are put together; and bad files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pikepdf
import pytest
from pdf_builder import changed, printed, texts

from coi_audit.errors import UserError
from coi_audit.readers.pdf import source as pdf_source
from coi_audit.readers.pdf.document import read_pdf

LONG = (
    "The Chair reminded the committee that everybody must tell of anything that could bear upon an item, whether or "
    "not it stands in the register already, and that the secretary would note what was said and what was done about it."
)


def test_wrapped_lines_are_one_paragraph_and_short_ones_stay_apart(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", f"<p>NHS Invented CCG</p><p>Agenda</p><p>{LONG}</p><p>Closed.</p>")
    assert texts(read_pdf(path, root=tmp_path)) == ["NHS Invented CCG", "Agenda", LONG, "Closed."]


def test_paragraphs_without_space_between_are_told_by_the_room_left(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", f"<p>{LONG}</p><p>Short.</p><p>{LONG}</p>", "p { margin: 0 }")
    assert texts(read_pdf(path, root=tmp_path)) == [LONG, "Short.", LONG]


def test_numbered_items_stay_apart_and_a_time_at_a_lines_start_is_no_item(tmp_path: Path) -> None:
    left = "6.1 Dr Moss left the room before the decision of the whole committee was taken at some time near to"
    items = [f"{left} 10.55 when the vote had been taken.", "6.2 Dr Moss came back.", "7. Any other business"]
    path = printed(tmp_path / "a.pdf", "".join(f"<p>{item}</p>" for item in items), "p { margin: 0; width: 161mm }")
    assert texts(read_pdf(path, root=tmp_path)) == items


def test_bullets_become_bullets(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", "<ul><li>First point</li><li>Second point</li></ul>")
    found = read_pdf(path, root=tmp_path).paragraphs
    assert [(one.text, one.bullet) for one in found] == [("First point", True), ("Second point", True)]


def test_running_headers_footers_and_page_numbers_are_no_body(tmp_path: Path) -> None:
    css = ('@page { @top-center { content: "Invented CCG minutes" } '
           '@bottom-right { content: "Page " counter(page) " of " counter(pages) } }')  # fmt: skip
    words = LONG.split()
    said = [f"{number}. {' '.join(words[number % 37 :] + words[: number % 37])}" for number in range(1, 40)]
    body = "".join(f"<p>{one}</p>" for one in said)
    document = read_pdf(printed(tmp_path / "a.pdf", body, css), root=tmp_path)
    assert document.headers == ("Invented CCG minutes",)
    assert texts(document) == said
    assert max(one.page or 0 for one in document.paragraphs) >= 3


def test_a_sentence_cut_by_the_pages_end_is_one_paragraph_of_the_page_it_began_on(tmp_path: Path) -> None:
    body = "<p style='height: 231mm'>Above.</p>" + f"<p>{LONG}</p>"
    document = read_pdf(printed(tmp_path / "a.pdf", body, "p { orphans: 1; widows: 1 }"), root=tmp_path)
    assert texts(document)[-1] == LONG
    assert document.paragraphs[-1].page == 1


def test_hyphenation_is_undone_and_a_words_own_hyphen_kept(tmp_path: Path) -> None:
    body = "<p style='width: 30mm; hyphens: auto'>Commissioning responsibilities and non-financial considerations</p>"
    document = read_pdf(printed(tmp_path / "a.pdf", body), root=tmp_path)
    assert texts(document) == ["Commissioning responsibilities and non-financial considerations"]


def test_ligatures_are_letters(tmp_path: Path) -> None:
    document = read_pdf(printed(tmp_path / "a.pdf", "<p>Office of the ﬁrst oﬃcer</p>"), root=tmp_path)
    assert texts(document) == ["Office of the first officer"]


def test_bold_and_larger_print_are_told(tmp_path: Path) -> None:
    body = f"<h1>Minutes</h1><p><b>Present</b></p><p>{LONG}</p>"
    found = read_pdf(printed(tmp_path / "a.pdf", body), root=tmp_path).paragraphs
    assert [(one.text[:7], one.style, one.bold) for one in found] == [
        ("Minutes", "Heading 1", True),
        ("Present", "", True),
        (LONG[:7], "", False),
    ]


def test_names_and_roles_set_by_tabs_keep_their_tab(tmp_path: Path) -> None:
    people = [("Ada Moss", "Chair"), ("Ben Thistlethwaite", "Lay member"), ("Cy Orr", "Chief officer")]
    lines = "".join(f"<p><span style='display: inline-block; width: 60mm'>{a}</span>{b}</p>" for a, b in people)
    document = read_pdf(printed(tmp_path / "a.pdf", f"<p>Present</p>{lines}"), root=tmp_path)
    assert texts(document) == ["Present", *(f"{a}\t{b}" for a, b in people)]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_looked_at(tmp_path: Path, turn: int) -> None:
    path = printed(tmp_path / "a.pdf", f"<p>Upright</p><p>{LONG}</p>")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = turn
        pdf.save(path)
    assert texts(read_pdf(path, root=tmp_path)) == ["Upright", LONG]


def test_a_watermark_is_kept_apart_from_the_body(tmp_path: Path) -> None:
    mark = "<div style='position: fixed; top: 90mm; left: 40mm; transform: rotate(-45deg); font-size: 60pt'>DRAFT</div>"
    document = read_pdf(printed(tmp_path / "a.pdf", f"{mark}<p>{LONG}</p>"), root=tmp_path)
    assert texts(document) == [LONG]
    assert "DRAFT" in document.headers


def test_what_the_file_says_of_itself(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", "<p>Words</p>")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Register at March"
        pdf.docinfo["/CreationDate"] = "D:20180115093000+01'00'"
        pdf.docinfo["/ModDate"] = "D:201899"
        pdf.save(path)
    document = read_pdf(path, root=tmp_path)
    assert (document.title, document.created) == ("Register at March", datetime(2018, 1, 15, 9, 30))  # noqa: DTZ001
    assert document.modified is None


def test_a_password_to_open_it_is_asked_for_and_one_to_change_it_is_not(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", "<p>Words</p>")
    changed(path, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert texts(read_pdf(path, root=tmp_path)) == ["Words"]
    locked = printed(tmp_path / "b.pdf", "<p>Words</p>")
    changed(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(UserError, match="protected by a password"):
        read_pdf(locked, root=tmp_path)


def test_a_damaged_file_and_one_without_words_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing that holds")
    with pytest.raises(UserError, match="damaged"):
        read_pdf(path, root=tmp_path)
    with pytest.raises(UserError, match="holds no words"):
        read_pdf(printed(tmp_path / "b.pdf", "<p></p>"), root=tmp_path)


def test_a_word_paper_named_pdf_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("plain words", encoding="utf-8")
    with pytest.raises(UserError, match="plain text"):
        read_pdf(path, root=tmp_path)


def test_too_many_pages_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "MAX_PAGES", 2)
    path = printed(tmp_path / "a.pdf", "<p style='break-after: page'>One</p>" * 3)
    with pytest.raises(UserError, match="has 3 pages; over 2 are not read"):
        read_pdf(path, root=tmp_path)
