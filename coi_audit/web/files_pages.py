"""The desk's own files: style sheet, script and font. Nothing else on the disk has an address."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from coi_audit import paths
from coi_audit.report.fonts import font_files

router = APIRouter(prefix="/static", include_in_schema=False)
_FACES = ("Regular", "It", "Semibold", "Bold")


def _known() -> dict[str, tuple[Path, str]]:
    desk = paths.templates_folder() / "desk"
    known = {
        "desk.css": (desk / "desk.css", "text/css"),
        "desk.js": (desk / "desk.js", "text/javascript"),
        "htmx.js": (Path(str(files("django_htmx"))) / "static/django_htmx/htmx-2.min.js", "text/javascript"),
        "icon.svg": (desk / "icon.svg", "image/svg+xml"),
    }
    for file in font_files():
        if file.stem.removeprefix("SourceSansPro-") in _FACES:
            known[file.name] = (file, "font/ttf")
    return known


@router.get("/{name}")
def file(name: str) -> FileResponse:
    """One of the desk's own files."""
    found = _known().get(name)
    if found is None:
        raise HTTPException(404)
    return FileResponse(found[0], media_type=found[1])
