"""What was typed into a PDF is read where it stands: fields, ticked boxes and notes on the page, but nothing hidden."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import weasyprint

from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.registers.register import read_register

CSS = "table { width: 100%; border-collapse: collapse; table-layout: fixed } td { border: 1px solid; padding: 1mm }"
FORM = """<p>Declaration of interests</p>
<table><tr><td>Name:</td><td><input name=who value="Dr Ada Fenn"></td></tr>
<tr><td>Position within the CCG:</td><td><input name=post value="GP Member"></td></tr></table><p>Interests held</p>
<table><tr><td>Type of interest</td><td>Description of interest</td><td>From</td><td>To</td></tr>
<tr><td><input name=kind value="Financial"></td><td><input name=what
 value="Partner at Moss Lane Surgery, which also holds the contract for the out-of-hours service of the whole area">
</td><td><input name=since value="01/04/2014"></td><td><input name=until value="Current"></td></tr></table>
<p>I agree to publication <input type=checkbox name=yes checked></p>
<p>I object to publication <input type=checkbox name=no></p>"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "declaration of interests.pdf"
    inputs = "input { appearance: auto; width: 95% } input[type=checkbox] { width: 4mm; height: 4mm }"
    text = f"<html lang=en><style>{CSS} {inputs}</style><form>{FORM}</form></html>"
    weasyprint.HTML(string=text).write_pdf(path, pdf_forms=True)
    return path


def test_answers_stand_in_the_cells_of_their_fields(form: Path) -> None:
    first, second = read_pdf(form).tables
    assert [[cell.text for cell in row] for row in first.rows] == [
        ["Name:", "Dr Ada Fenn"],
        ["Position within the CCG:", "GP Member"],
    ]
    assert [cell.text for cell in second.rows[1]] == [
        "Financial",
        "Partner at Moss Lane Surgery, which also holds the contract for the out-of-hours service of the whole area",
        "01/04/2014",
        "Current",
    ]


def test_a_ticked_box_is_told_from_an_empty_one(form: Path) -> None:
    said = [" ".join(one.shown.split()) for one in read_pdf(form).paragraphs]
    assert said[said.index("I agree to publication") :] == ["I agree to publication", "✓", "I object to publication"]


def test_a_filled_form_is_a_declaration(form: Path) -> None:
    register = read_register(form, root=form.parent).register
    (interest,) = register.interests
    assert (interest.person, interest.position) == ("Dr Ada Fenn", "GP Member")
    assert interest.held_from is not None and interest.held_from.earliest.isoformat() == "2014-04-01"


def test_a_hidden_field_is_not_read(form: Path) -> None:
    with pikepdf.open(form, allow_overwriting_input=True) as pdf:
        for note in pdf.pages[0].Annots:
            if note.get("/T") == "what":
                note.F = 2
        pdf.save(form)
    assert "Moss Lane" not in str(read_pdf(form).blocks)


@pytest.mark.parametrize(("kind", "read"), [("/FreeText", True), ("/Text", False)])
def test_words_typed_onto_the_page_are_read_and_comments_are_not(kind: str, read: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    weasyprint.HTML(string="<html lang=en><p>Signed by the guardian</p></html>").write_pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[100, 400, 300, 440],
            Contents="Margaret Vale\r3 May 2018",
        )  # fmt: skip
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))
        pdf.save(path)
    said = [one.shown for one in read_pdf(path).paragraphs]
    assert said == ["Signed by the guardian", *(["Margaret Vale", "3 May 2018"] if read else [])]
