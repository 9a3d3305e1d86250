"""The fonts of every report: Source Sans Pro from its package, and no font of the host."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from coi_audit.errors import SetupError

FAMILY = "Source Sans Pro"
# Every sign the reports use must be in the font; a missing one prints as an empty box.
SIGNS = "ŵŷłşż✓☐→≥–’“”£•"


def font_files() -> tuple[Path, ...]:
    """The TTF files of the package, sorted. Raises `SetupError` where it is not installed or holds none."""
    try:
        import font_source_sans_pro
    except ImportError as error:
        raise SetupError("the font package font-source-sans-pro is missing", fix="run ./run setup again.") from error
    files = tuple(sorted(Path(str(font_source_sans_pro.__file__)).parent.rglob("*.ttf")))
    if not files:
        raise SetupError("the font package holds no TTF file", fix="run ./run setup again.")
    return files


@cache
def use_only_our_fonts() -> Path:
    """Point fontconfig at the package's fonts alone. Call it before WeasyPrint is imported.

    Returns the configuration file. Without a readable font WeasyPrint ends the whole process, so the files are
    checked first.
    """
    folder = Path(tempfile.mkdtemp(prefix="coi-audit-fonts-"))
    for file in font_files():
        if not os.access(file, os.R_OK):
            raise SetupError("a font file cannot be read", where=file.name, fix="give this user the right to read it.")
    places = sorted({str(file.parent) for file in font_files()})
    dirs = "".join(f"<dir>{escape(place)}</dir>" for place in places)
    alias = "".join(
        f"<alias binding='same'><family>{name}</family><prefer><family>{FAMILY}</family></prefer></alias>"
        for name in ("sans-serif", "serif", "monospace", "system-ui")
    )
    file = folder / "fonts.conf"
    file.write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>{dirs}"
        "<selectfont><rejectfont><glob>*.otf</glob></rejectfont></selectfont>"
        f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>{alias}</fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(file)
    return file
