"""Old Word, rich text and OpenDocument papers, turned by LibreOffice into a Word document and then read as one.

LibreOffice works on a copy in a folder of its own that is thrown away, with macros and links to other files off,
and is stopped when it takes too long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from coi_audit.errors import UserError
from coi_audit.readers.guard import IN_WORDS, FileType, file_name, require
from coi_audit.readers.word import WordDocument, read_docx

KINDS = (FileType.DOC, FileType.RTF, FileType.ODT)
SECONDS = 90
_MEMORY = 4 * 1024**3
_PROGRAMS = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_FILTERS = {FileType.DOC: "MS Word 97", FileType.RTF: "Rich Text Format", FileType.ODT: "writer8"}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def read_office(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read a .doc, .rtf or .odt file; its paragraphs and tables are counted as the paper itself has them.

    Raises `UserError` for a file of another kind, a damaged or protected one, one that takes LibreOffice more than 90
    seconds, and for every such file where LibreOffice is not installed.
    """
    where = file_name(path, root)
    kind = require(path, wanted=KINDS, where=where)
    program = office_program()
    if program is None:
        raise UserError(
            f"this file is {IN_WORDS[kind]}; it can only be read where LibreOffice is installed, which was not found.",
            where=where,
            fix="open it in Word and save it as a Word document (.docx), or install LibreOffice.",
        )
    stat = path.stat()
    try:
        return _read(path, kind, program, (stat.st_size, stat.st_mtime_ns, stat.st_ino))
    except TimeoutError as error:
        raise UserError(
            f"LibreOffice took more than {SECONDS} seconds over this file and was stopped.",
            where=where,
            fix="open it in Word and save it as a Word document (.docx).",
        ) from error
    except (UserError, FileNotFoundError) as error:  # its words name the copy, which nobody knows of
        raise UserError(
            "LibreOffice could not open this file; it is damaged, or protected by a password.",
            where=where,
            fix="open it in Word, save it as a Word document (.docx) without a password, and use that.",
        ) from error


@lru_cache(maxsize=4)
def _read(path: Path, kind: FileType, program: str, state: tuple[int, int, int]) -> WordDocument:
    """The paper, remembered for a while: it is asked for several times, and each turn takes seconds.

    `state` changes when the file does. Raises `TimeoutError`, and `FileNotFoundError` where LibreOffice wrote nothing.
    """
    with TemporaryDirectory(prefix="coi-audit-", ignore_cleanup_errors=True) as folder:
        return read_docx(_turn(path, kind, program=program, folder=Path(folder)))


def office_program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    found = next((place for name in _PROGRAMS if (place := shutil.which(name))), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def _turn(path: Path, kind: FileType, *, program: str, folder: Path) -> Path:
    """The paper as a .docx file in `folder`."""
    copy = folder / f"paper.{kind.value}"
    shutil.copyfile(path, copy)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        f"--infilter={_FILTERS[kind]}",  # without it, what is no such paper is taken for plain text
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(copy)),
    ]
    if not _ran(command, folder):
        raise TimeoutError
    turned = folder / "out" / "paper.docx"
    if not turned.is_file():
        raise FileNotFoundError(turned)
    return turned


def _ran(command: list[str], folder: Path) -> bool:
    """Run a program to its end, in a group of its own so that all it starts can be stopped; False if it was stopped."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**kept, "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _bound(process.pid)
    try:
        process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        _stop(process)
        return False
    except BaseException:
        _stop(process)
        raise
    return True


def _bound(process: int) -> None:
    """Hold the memory of a process, and of all it starts, where the system can do so."""
    try:
        import resource

        resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, AttributeError, OSError, ValueError):
        return  # not on this system, or it has ended already


def _stop(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
