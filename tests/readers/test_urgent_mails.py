"""A decision taken by e-mail and told in prose is read as one; a message is no ratified minutes, whatever its name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.model.words import MinutesStatus
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.paper_header import minutes_status
from coi_audit.readers.recognise import recognise
from coi_audit.readers.urgent_decisions import read_urgent_decisions

HEADERS = """From: Olive Marsh
Sent: 3 May 2019 09:14
To: Committee members
Subject: RE: Lease at Quay Street - for decision by e-mail
"""
PROSE = """
Colleagues

I asked you on 29 April to agree that the lease at Quay Street Health Centre is
renewed for one year. Una Petrie, Gareth Inskip and Dr Femi Laird agreed.

Dr Anwen Pask is a partner there; she declared this and took no part.

Kind regards
Olive Marsh
Head of Primary Care
"""


@pytest.mark.parametrize("name", ["decision.txt", "minutes.txt", "mail of 3 May.txt"])
def test_a_decision_told_in_a_message_is_read_with_its_people_and_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(HEADERS + PROSE, encoding="utf-8")
    assert recognise(path).kind is DocumentKind.URGENT_DECISIONS
    (one,) = read_urgent_decisions(path, tmp_path).records.urgent_decisions
    assert (one.on, one.title) == (date(2019, 5, 3), "Lease at Quay Street - for decision by e-mail")
    assert one.how == "decision by e-mail"
    assert [person.name for person in one.decided_by] == ["Una Petrie", "Gareth Inskip", "Dr Femi Laird"]
    assert [passage.text for passage in one.passages] == [
        "Dr Anwen Pask is a partner there; she declared this and took no part.",
        "I asked you on 29 April to agree that the lease at Quay Street Health Centre is renewed for one year. "
        "Una Petrie, Gareth Inskip and Dr Femi Laird agreed.",
    ]


def test_labels_of_a_message_go_before_its_prose(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(
        "From: a@example.org\nDate: Fri, 03 May 2019 09:14:00 +0100\nTo: b@example.org\nMIME-Version: 1.0\n"
        "Subject: Urgent decision: lease\n\nApproved by: Una Petrie and Gareth Inskip\n\nDr Pask declared an interest "
        "and did not vote.\n",
        encoding="utf-8",
    )
    (one,) = read_urgent_decisions(path, tmp_path).records.urgent_decisions
    assert [person.name for person in one.decided_by] == ["Una Petrie", "Gareth Inskip"]
    assert "Dr Pask declared an interest and did not vote." in [passage.text for passage in one.passages]


@pytest.mark.parametrize(
    "words",
    ["Please send apologies by e-mail.", "The committee agreed the minutes at its last meeting."],
)
def test_a_message_that_decides_nothing_by_mail_is_no_decision(words: str, tmp_path: Path) -> None:
    path = tmp_path / "covering.txt"
    path.write_text(
        HEADERS.replace("for decision by e-mail", "papers") + f"\nColleagues\n\n{words}\n", encoding="utf-8"
    )
    assert recognise(path).kind is not DocumentKind.URGENT_DECISIONS


def test_who_approved_what_a_message_tells_of_ratifies_no_minutes() -> None:
    header = ["From: Olive Marsh", "Sent: 3 May 2019", "To: All", "Subject: Lease", "Approved by: Una Petrie"]
    assert minutes_status(header, (), (), "minutes.txt") is MinutesStatus.UNSTATED
    assert minutes_status(["Minutes of the meeting", header[-1]], (), (), "minutes.txt") is MinutesStatus.RATIFIED
