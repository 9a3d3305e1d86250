"""Words come out the same whatever of the usual encodings they went in by."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit.readers.encodings import decode
from coi_audit.readers.guard import FileType, read_text, sniff

WORDS = "Name,Interest\nRenée O’Dowd,“Partner” – £500 at St Anne’s café\nZoë,Nil…\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_and_line_end(encoding: str, ends: str, tmp_path: Path) -> None:
    data = WORDS.replace("\n", ends).encode(encoding)
    assert decode(data) == WORDS
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert sniff(path) is FileType.TEXT
    assert read_text(path, where="a.csv") == WORDS


def test_capitals_with_accents_are_those_of_windows() -> None:
    assert decode("CAFÉ LANE SURGERY".encode("cp1252")) == "CAFÉ LANE SURGERY"
    assert decode("Émile Zola".encode("cp1252")) == "Émile Zola"


def test_an_old_mac_is_known_by_its_quotation_marks() -> None:
    assert decode("The CCG’s “register”\r".encode("mac_roman")) == "The CCG’s “register”\n"


def test_a_stray_byte_does_not_spoil_the_rest() -> None:
    assert decode("£5 – Renée".encode() + b"\x92s") == "£5 – Renée’s"


def test_zero_bytes_go() -> None:
    assert decode(b"Na\0me,Inter\0est") == "Name,Interest"


@pytest.mark.parametrize("data", [b"\0\1\2\3", b"\0" * 200, bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_what_is_no_text_is_known(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert sniff(path) is FileType.BINARY


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("<!DOCTYPE html><html>", FileType.HTML),
        ("\ufeff\n<html>", FileType.HTML),
        ("<!-- saved from url=(0014)about:internet -->\n<!doctype html>", FileType.HTML),
        ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">', FileType.HTML),
        ("<table><tr><td>Name", FileType.HTML),
        ("<div class=x>", FileType.HTML),
        ('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', FileType.XML),
        ("<Dr Smith> spoke", FileType.TEXT),
        ("From: Ann\nSent: 5 September 2017\nTo: All\nSubject: Urgent\n\nBody", FileType.TEXT),
        ("From: Ann <a@b.example>\nMIME-Version: 1.0\nTo: x\n\nBody", FileType.EMAIL),
        ("Received: by x\n for y\nSubject: z\n\nBody", FileType.EMAIL),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", FileType.MHTML),
        ("From: a\nTo: b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", FileType.EMAIL),
        ("Received: three tenders\nThe panel met.\n\nEnd", FileType.TEXT),
        ("Date: 5 September\nPresent: Ann\n\nMinutes", FileType.TEXT),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_a_text_begins_with_tells_what_it_is(start: str, kind: FileType, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(start.encode(encoding))
    assert sniff(path) is kind
