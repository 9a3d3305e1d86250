"""What every reader checks before it opens a file: size, true type by its first bytes, password, and text encoding."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.readers.encodings import decode, two_byte_order

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_PARTS = 5_000
MAX_SWELLING = 150  # times its packed size that a part over a few megabytes may have: honest ones stay under 50
_FEW_MEGABYTES = 8 * 1024 * 1024
# What Python's archive reader raises for a file that is cut short, altered or written by nobody's program.
ARCHIVE_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, RuntimeError)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_NAMES = {
    "__properties_version1.0": "msg",
    "Workbook": "xls",
    "Book": "xls",
    "WordDocument": "doc",
    "PowerPoint Document": "slides",
}
_WORKBOOK_START, _FILE_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00", 0x2F
_DOCUMENT_START = b"\xec\xa5"
_MOST_STRAY = 0.01  # the share of control bytes up to which a file with zero bytes is still text
_WEB_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|table|div|p|h[1-6]|section|article|main|center|font|ul|ol|dl)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:|From ")
_MAIL = {"mime-version", "message-id", "received"}
_SENT = {"to", "message-id", "received", "return-path", "delivered-to"}


class FileType(StrEnum):
    """What a file really is, whatever its name says."""

    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    MHTML = "mhtml"
    EMAIL = "eml"
    MSG = "msg"
    RTF = "rtf"
    SLIDES = "slides"
    APPLE = "iwa"
    XML = "xml"
    TEXT = "text"
    ZIP = "zip"
    OLE = "ole"
    PROTECTED = "protected"
    BINARY = "binary"
    EMPTY = "empty"


IN_WORDS = {
    FileType.XLSX: "an Excel workbook (.xlsx)",
    FileType.XLS: "an Excel workbook of the old kind (.xls)",
    FileType.ODS: "an OpenDocument spreadsheet (.ods)",
    FileType.DOCX: "a Word document (.docx)",
    FileType.DOC: "a Word document of the old kind (.doc)",
    FileType.ODT: "an OpenDocument text (.odt)",
    FileType.PDF: "a PDF",
    FileType.HTML: "a web page (HTML)",
    FileType.MHTML: "a web page saved in a single file (.mht)",
    FileType.EMAIL: "an e-mail (.eml)",
    FileType.MSG: "an Outlook message (.msg)",
    FileType.SLIDES: "a PowerPoint presentation",
    FileType.APPLE: "an Apple Numbers or Pages document",
    FileType.XML: "an XML file",
    FileType.XLSB: "a binary Excel workbook (.xlsb)",
    FileType.RTF: "a rich text file (RTF)",
    FileType.TEXT: "plain text",
    FileType.ZIP: "a ZIP archive, or a damaged Word or Excel file",
    FileType.OLE: "a Microsoft Office file of an unknown kind",
    FileType.BINARY: "of a kind that is not known",
}


def file_name(path: Path, root: Path | None) -> str:
    """The name used in messages and sources: relative to the case folder, with forward slashes."""
    if root is not None:
        try:
            return printable(path.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            pass
    return printable(path.name)


def printable(name: str) -> str:
    """A file's name as text; a byte in it that is no UTF-8 becomes a replacement mark, since no report can hold it."""
    return shown(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def shown(text: str) -> str:
    """The text with every control character that could work on a reader's screen turned into a replacement mark."""
    return _CONTROLS.sub("\ufffd", text)


def check_size(path: Path, *, where: str) -> int:
    """Size in bytes. Raises `UserError` for a file that is absent, a folder, empty or over 50 MB."""
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode):
            path.open("rb").close()
    except OSError as error:
        raise UserError(
            "this file cannot be opened.", where=where, fix="check that it is there and that you may read it."
        ) from error
    if stat.S_ISDIR(found.st_mode):
        raise UserError("this is a folder, not a file.", where=where, fix="name the file inside it.")
    if not stat.S_ISREG(found.st_mode):
        raise UserError("this is no ordinary file.", where=where, fix="save it as a file and give that.")
    size = found.st_size
    if size == 0:
        raise UserError("this file is empty (0 bytes).", where=where, fix="save or download it again.")
    if size > MAX_BYTES:
        raise UserError(
            f"this file is {size / 1024 / 1024:,.0f} MB; files over {MAX_BYTES // 1024 // 1024} MB are not read.",
            where=where,
            fix="remove pictures and unused sheets from it, or save only the part that matters.",
        )
    return size


def sniff(path: Path) -> FileType:
    """The true type of a file, by its first bytes and, for archives, by the parts inside."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    if not head:
        return FileType.EMPTY
    if head.startswith(b"PK\x03\x04"):
        return _sniff_zip(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _sniff_ole(path)
    if b"%PDF-" in head[:1024]:
        return FileType.PDF
    if head.startswith(b"{\\rtf"):
        return FileType.RTF
    return _sniff_text(head)


def require(path: Path, *, wanted: tuple[FileType, ...], where: str) -> FileType:
    """The file's true type, which is one of `wanted`.

    Raises `UserError` for a file of another kind, one over 50 MB, empty, password-protected, or an archive that
    would unpack to more than 400 MB.
    """
    check_size(path, where=where)
    found = sniff(path)
    if found is FileType.PROTECTED:
        raise UserError(
            "this file is protected by a password.",
            where=where,
            fix="open it in Word or Excel, remove the password, and save it again.",
        )
    if found not in wanted:
        named = path.suffix.lower().lstrip(".")
        mismatch = f' although its name ends in ".{named}"' if named and named != found.value else ""
        raise UserError(
            f"this file is {IN_WORDS.get(found, 'empty')}{mismatch}.",
            where=where,
            fix=f"save it as {IN_WORDS[wanted[0]]} and try again.",
        )
    if found in (FileType.XLSX, FileType.DOCX, FileType.ODS):
        check_archive(path, where=where)
    return found


def check_archive(path: Path, *, where: str) -> None:
    """Raise `UserError` for a damaged archive, or one whose parts would unpack beyond any honest paper's size."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            swollen = any(part.file_size > max(_FEW_MEGABYTES, MAX_SWELLING * part.compress_size) for part in parts)
            fit = unpacked <= MAX_UNPACKED_BYTES and len(parts) <= MAX_PARTS and not swollen
            if fit and archive.testzip() is not None:  # a part that is not what it says, its size included
                raise damaged(where)
    except ARCHIVE_FAULTS as error:
        raise damaged(where) from error
    if not fit:
        raise UserError(
            f"this file would unpack to {unpacked / 1024 / 1024:,.0f} MB in {len(parts):,} parts; it was not opened.",
            where=where,
            fix="save only the part that matters into a new file.",
        )


def damaged(where: str) -> UserError:
    """The error for a file that its own format's reader cannot make sense of."""
    return UserError(
        "this file is damaged or incomplete and cannot be opened.",
        where=where,
        fix="open it in Word or Excel, save it under a new name, and use that copy.",
    )


def read_text(path: Path, *, where: str) -> str:
    """A text file's words, whatever of the usual encodings it is in; line ends become a plain newline."""
    check_size(path, where=where)
    return decode(path.read_bytes())


def _sniff_zip(path: Path) -> FileType:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except ARCHIVE_FAULTS:
        return FileType.ZIP
    if any(name.startswith("word/") for name in names):
        return FileType.DOCX
    if any(name.startswith("xl/") for name in names):
        return FileType.XLSB if "xl/workbook.bin" in names else FileType.XLSX
    if any(name.startswith("ppt/") for name in names):
        return FileType.SLIDES
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        return FileType.APPLE
    if b"opendocument.spreadsheet" in mimetype:
        return FileType.ODS
    return FileType.ODT if b"opendocument.text" in mimetype else FileType.ZIP


def _sniff_ole(path: Path) -> FileType:
    """Old Office files and password-protected new ones share a container; its directory names tell them apart."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES)
    if _ENCRYPTED_MARK in data or _locked_workbook(data) or _locked_document(data):
        return FileType.PROTECTED
    for name, kind in _DIRECTORY_NAMES.items():
        if (name.encode("utf-16-le") + b"\0\0") in data:
            return FileType(kind)
    return FileType.OLE


def _locked_workbook(data: bytes) -> bool:
    """Whether one of the first records of an old workbook says that a password protects the rest."""
    at = data.find(_WORKBOOK_START)
    for _ in range(4 if at >= 0 else 0):
        record, length = int.from_bytes(data[at : at + 2], "little"), int.from_bytes(data[at + 2 : at + 4], "little")
        if record == _FILE_PASSWORD:
            return True
        at += 4 + length
    return False


def _locked_document(data: bytes) -> bool:
    """Whether the head of an old Word document says that a password protects the rest."""
    heads = (at for at in range(512, min(len(data), 1 << 20), 512) if data[at : at + 2] == _DOCUMENT_START)
    at = next(heads, len(data))
    return bool(data[at + 11 : at + 12]) and bool(data[at + 11] & 1)


def _sniff_text(head: bytes) -> FileType:
    two = two_byte_order(head)
    odd = sum(1 for byte in head if 0 < byte < 9 or 13 < byte < 27)
    if two is None and b"\0" in head and odd + head.count(0) / 10 > len(head) * _MOST_STRAY:
        return FileType.BINARY
    start = (head.decode(two, errors="replace") if two else head.decode("latin-1")).lstrip("\ufeffï»¿ \t\r\n")
    if _WEB_PAGE.match(start):
        return FileType.HTML
    if start.startswith("<?xml"):
        return FileType.XML
    return _mail_kind(start)


def _mail_kind(start: str) -> FileType:
    """An e-mail or a single-file web page begins with its headers; words that only look like headers are text."""
    part, ended, _ = "\n".join(start.splitlines()).partition("\n\n")
    headers = part.split("\n") if ended else part.split("\n")[:-1]  # the last line may be cut short
    names = {line.partition(":")[0].casefold() for line in headers if _HEADER.match(line)}
    whole = all(_HEADER.match(line) or line[:1] in (" ", "\t") for line in headers)
    if not whole or not names & _MAIL:
        return FileType.TEXT
    if "multipart/related" in start[:2000].casefold() and "mime-version" in names and not names & _SENT:
        return FileType.MHTML
    return FileType.EMAIL
