"""Templates to HTML: strict names, everything escaped, and no sign that our fonts lack."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound

from coi_audit import paths
from coi_audit.errors import SetupError
from coi_audit.report import words
from coi_audit.report.fonts import font_files

_FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf", "SourceSansPro-It.ttf")


def render(template: str, context: dict[str, Any], *, folder: Path | None = None) -> str:
    """One template of the templates folder with its values, as HTML.

    Raises `SetupError` naming the template and line where a file is missing or a name in it is misspelt: a report
    with a hole in it is not written.
    """
    return only_our_signs(render_page(template, context, folder=folder))


def render_page(template: str, context: dict[str, Any], *, folder: Path | None = None) -> str:
    """The same for a page that a browser shows with fonts of its own: every sign stays as it was written."""
    place = folder or paths.templates_folder()
    try:
        text: str = _environment(place).get_template(template).render(context)
    except TemplateNotFound as error:
        raise SetupError(
            f'the template "{error.name}" is missing.', where=str(place), fix="install coi-audit again."
        ) from error
    except TemplateError as error:
        line = getattr(error, "lineno", None) or _line_of(error, place)
        raise SetupError(
            f"the template cannot be filled in: {error}.",
            where=f"{getattr(error, 'name', None) or template}{f', line {line}' if line else ''}",
            fix="correct the name in the template, or install coi-audit again.",
        ) from error
    return text


def style(*names: str, folder: Path | None = None) -> str:
    """Style sheets of the templates folder, joined in order. Raises `SetupError` naming the one that is missing."""
    place = folder or paths.templates_folder()
    parts = []
    for name in names:
        try:
            parts.append((place / name).read_text(encoding="utf-8"))
        except OSError as error:
            raise SetupError(
                f'the style sheet "{name}" is missing.', where=str(place), fix="install coi-audit again."
            ) from error
    return "\n".join(parts)


def only_our_signs(text: str) -> str:
    """The text with each sign that a font lacks in its plain form, else as "?": PDF/A allows no missing glyph."""
    known = _signs()
    if all(ord(sign) in known or sign in "\n\t" for sign in set(text)):
        return text
    return "".join(sign if ord(sign) in known or sign in "\n\t" else _plain(sign, known) for sign in text)


def _plain(sign: str, known: frozenset[int]) -> str:
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return " " if sign in "\r\v\f\u2028\u2029" else ""
    if unicodedata.category(sign) == "Zs":
        return " "
    plain = "".join(part for part in unicodedata.normalize("NFKD", sign) if ord(part) in known)
    return plain or "?"


@cache
def _signs() -> frozenset[int]:
    """The code points that every face used in the reports can print."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    faces = [file for file in font_files() if file.name in _FACES]
    if len(faces) != len(_FACES):
        raise SetupError("the font package lacks a face that the reports need", fix="run ./run setup again.")
    return frozenset.intersection(*(frozenset(TTFont(file, lazy=True).getBestCmap()) for file in faces))


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=words.day,
        words=words.words,
        sentence=words.sentence,
        lower_first=lambda text: text[:1].lower() + text[1:],
        listed=lambda parts: words.listed(list(parts)),
    )
    environment.globals.update(count=words.count)
    return environment


def _line_of(error: BaseException, folder: Path) -> int | None:
    """The template's own line, from the traceback: Jinja maps its frames back to the file."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(str(folder)):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
