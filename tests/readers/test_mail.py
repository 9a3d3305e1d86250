"""E-mails are papers too: their headers, their words as the sender set them, and what is attached told."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.readers.agendas.agenda import agenda_from
from coi_audit.readers.case_files import read_files
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.mail import read_mail, without_quotes
from coi_audit.readers.paper import read_paper
from coi_audit.readers.read_one import read_document
from coi_audit.readers.recognise import recognise
from coi_audit.readers.word import Table

PLAIN = """Dear all,

The committee is asked to decide by e-mail on the extension of the
phlebotomy contract, since the present one ends before the next meeting.

> On Friday Jo wrote:
>> 1. Welcome
>> 2. Declarations of interest
"""


def mail(folder: Path, plain: str = PLAIN, *, html: str = "", name: str = "a.eml", encoding: str = "utf-8") -> Path:
    message = EmailMessage()
    message["From"] = "Reneé Vale <r.vale@harrowvale.example>"
    message["To"] = "committee@harrowvale.example"
    message["Date"] = "Tue, 05 Sep 2017 10:15:00 +0100"
    message["Subject"] = "Urgent decision – phlebotomy"
    message["Message-ID"] = "<1@harrowvale.example>"
    message.set_content(plain, charset=encoding)
    if html:
        message.add_alternative(html, subtype="html")
    path = folder / name
    path.write_bytes(bytes(message))
    return path


def test_headers_come_first_then_the_words(tmp_path: Path) -> None:
    read = read_mail(mail(tmp_path))
    assert [one.text for one in read.paragraphs] == [
        "From: Reneé Vale <r.vale@harrowvale.example>",
        "Date: 5 September 2017 10:15",
        "To: committee@harrowvale.example",
        "Subject: Urgent decision – phlebotomy",
        "Dear all,",
        "The committee is asked to decide by e-mail on the extension of the phlebotomy contract, since the present one "
        "ends before the next meeting.",
        "On Friday Jo wrote:",
        "1. Welcome",
        "2. Declarations of interest",
    ]
    assert [one.paragraph_index for one in read.paragraphs] == list(range(1, 10))
    assert read.title == "Urgent decision – phlebotomy"
    assert read.modified is not None and read.modified.date() == date(2017, 9, 5)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252"])
def test_every_encoding_of_a_body(encoding: str, tmp_path: Path) -> None:
    read = read_mail(mail(tmp_path, "Café £5\n", encoding=encoding))
    assert read.paragraphs[-1].text == "Café £5"


def test_a_body_with_a_table_is_read_as_the_page_it_is(tmp_path: Path) -> None:
    html = "<html><body><p>See below</p><table><tr><td>Item<td>Decision<tr><td>Lease<td>Agreed</table></body></html>"
    read = read_mail(mail(tmp_path, html=html))
    assert read.paragraphs[-1].text == "See below"
    assert isinstance(read.blocks[-1], Table)
    assert [[cell.text for cell in row] for row in read.tables[0].rows] == [["Item", "Decision"], ["Lease", "Agreed"]]


def test_of_two_bodies_without_tables_the_plain_one_is_read(tmp_path: Path) -> None:
    read = read_mail(mail(tmp_path, "Plain words\n", html="<p>Page words</p>"))
    assert [one.text for one in read.paragraphs][4:] == ["Plain words"]


def test_attachments_are_told_and_not_opened(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "Papers"
    message["MIME-Version"] = "1.0"
    message.set_content("See attached\n")
    message.add_attachment("SECRET", filename="agenda.txt")
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message))
    read = read_mail(path)
    assert "SECRET" not in repr(read)
    assert read.notices == (
        'what is attached to this e-mail was not opened: "agenda.txt". Save it beside the e-mail to have it read.',
    )
    folder = read_files(tmp_path, [path])[0]
    assert any("was not opened" in notice for notice in folder.notices)


def test_minutes_sent_as_an_e_mail_are_minutes(tmp_path: Path) -> None:
    body = (
        "Minutes of the Primary Care Commissioning Committee\nheld on 5 September 2017\n\n"
        "Present: Ann Vale (Chair), Dr Bo Reed (GP Member)\nApologies: Cy Marsh\n\n"
        "1. Welcome\n\nThe chair welcomed members.\n\n2. Declarations of interest\n\n"
        "Dr Reed declared an interest in item 3 as a partner at Mill Lane Surgery.\n\n"
        "3. Mill Lane Surgery lease\n\nDr Reed left the room. The committee approved the lease.\n"
    )
    path = mail(tmp_path, body)
    assert recognise(path).kind is DocumentKind.MINUTES
    read = read_document(path)
    assert [one.record.model_dump()["name"] for one in read.records if one.what == "person"][:2] == [
        "Ann Vale",
        "Dr Bo Reed",
    ]
    assert [one.record.model_dump()["title"] for one in read.records if one.what == "section"][-1] == (
        "Mill Lane Surgery lease"
    )


def test_an_urgent_decision_told_by_e_mail_is_read(tmp_path: Path) -> None:
    body = (
        "Decision taken by e-mail between meetings\n\nTitle: Extension of the phlebotomy contract\n"
        "Decision: the contract was extended by three months\nDate: 5 September 2017\n"
        "Decided by: Ann Vale (Chair), Di Holt (Chief Finance Officer)\nReason: the contract ends on 30 September\n"
        "Interests: Dr Bo Reed is a partner at Mill Lane Surgery and took no part\n"
    )
    path = mail(tmp_path, body)
    assert recognise(path).kind is DocumentKind.URGENT_DECISIONS


def test_the_same_saved_as_text_with_marks_of_quoting(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        "From: Ann Vale\nSent: 6 September 2017 09:00\nTo: Members\nSubject: RE: minutes\n\nAgreed.\n\n"
        "> MINUTES\n> Present: Ann Vale (Chair), Dr Bo Reed\n>\n> 1. Welcome\n> The chair welcomed members.\n",
        encoding="utf-8",
    )
    lines = read_paper(path).all_lines
    assert [(line.text, line.source.line) for line in lines][5:7] == [
        ("MINUTES", 8),
        ("Present: Ann Vale (Chair), Dr Bo Reed", 9),
    ]
    assert recognise(path).kind is DocumentKind.MINUTES


def test_marks_go_from_e_mails_only() -> None:
    text = "> 5% of shares\n>> more"
    assert without_quotes(text) == text
    head = "From: a\nTo: b\nSubject: c\n\n"
    assert without_quotes(head + text) == head + "5% of shares\nmore"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\na",
        b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n%%%%",
        b"Message-ID: <a>\nDate: never\nSubject: =?utf-8?q?=FF?=\n\nwords",
        b"MIME-Version: 1.0\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3000,
        b"Received: x\n" + b"To: " + b"<" * 20000 + b"\n\nwords",
    ],
)
def test_damaged_e_mails_give_words_or_a_message(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(data)
    try:
        read_mail(path)
    except UserError as error:
        assert "damaged or incomplete" in str(error)


def test_an_outlook_message_is_told_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    name = "__properties_version1.0".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + name + b"\0\0")
    with pytest.raises(UserError, match=r"this file is an Outlook message \(\.msg\); this version does not read it"):
        read_document(path)


AGENDA = """Primary Care Commissioning Committee
{day}, 2pm, Room 1

1. Apologies
2. Declarations of interest
3. Mill Lane Surgery: list closure - for decision
"""


@pytest.mark.parametrize(
    "day", ["Wednesday 20 September 2017", "20 September 2017", "Date: 20 September 2017", "Date: 20/09/2017 14:00"]
)
def test_an_agenda_sent_by_e_mail_is_of_the_meetings_day_not_of_the_mails(day: str, tmp_path: Path) -> None:
    agenda = agenda_from(read_paper(mail(tmp_path, AGENDA.format(day=day)))).agenda
    assert agenda is not None
    assert agenda.on == date(2017, 9, 20)


def test_a_date_line_of_a_paper_that_is_no_e_mail_is_its_day(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text("AGENDA\nTo: members\nDate: 20/09/2017 14:00\n\n1. Apologies\n2. Minutes\n", encoding="utf-8")
    agenda = agenda_from(read_paper(path)).agenda
    assert agenda is not None
    assert agenda.on == date(2017, 9, 20)
