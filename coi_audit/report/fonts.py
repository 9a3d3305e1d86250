"""The fonts of every report: Source Sans Pro from its package, and no font of the host."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from coi_audit.errors import SetupError

FAMILY = "Source Sans Pro"
# Every sign the reports use must be in the font; a missing one prints as an empty box.
SIGNS = "ŵŷłşż✓☐→≥–’“”£•"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_TRUETYPE = b"\x00\x01\x00\x00"
_MEND = "run ./run setup again, or install the package font-source-sans-pro again."


def font_files() -> tuple[Path, ...]:
    """The TTF files that reports use, one a face, sorted.

    Raises `SetupError` where the package is missing, or a file of it is missing, unreadable or no TrueType font.
    """
    try:
        import font_source_sans_pro
    except ImportError as error:
        raise SetupError("the font package font-source-sans-pro is missing.", fix=_MEND) from error
    package = Path(str(font_source_sans_pro.__file__)).parent / "files"
    files = tuple(sorted(package / f"SourceSansPro-{face}.ttf" for face in _FACES))
    for file in files:
        _look(file)
    return files


def _look(file: Path) -> None:
    try:
        with file.open("rb") as stream:
            start = stream.read(4)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise SetupError(f"a font file cannot be read ({reason}).", where=str(file), fix=_MEND) from error
    if start != _TRUETYPE:
        raise SetupError("a font file is damaged: it is no TrueType font.", where=str(file), fix=_MEND)


@cache
def use_only_our_fonts() -> Path:
    """Point fontconfig at our fonts alone, and return its configuration file. Call it before WeasyPrint is imported.

    Without a readable font WeasyPrint ends the whole process, so the files are looked at first. They are copied into a
    folder that holds nothing else, because the package keeps OpenType twins beside them, which newer releases of
    fontconfig would choose: the same report would then differ between machines. The folder goes when the process ends.
    """
    files = font_files()
    folder = Path(tempfile.mkdtemp(prefix="coi-audit-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    fonts = folder / "fonts"
    fonts.mkdir()
    for file in files:
        shutil.copyfile(file, fonts / file.name)
    alias = "".join(
        f"<alias binding='same'><family>{name}</family><prefer><family>{FAMILY}</family></prefer></alias>"
        for name in ("sans-serif", "serif", "monospace", "system-ui")
    )
    file = folder / "fonts.conf"
    file.write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{escape(str(fonts))}</dir>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>{alias}</fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(file)
    return file
