"""Into the desk, to a body, and out again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from at_the_desk import Served, Somebody


def test_the_first_page_offers_a_sample_and_asks_who_sits_there(secretary: Somebody) -> None:
    page = secretary.get("/").text
    assert "A sample to play with" in page
    secretary.post("/me", {"who": "Ruth  Penhale"})
    assert "Ruth Penhale" in secretary.get("/").text


def test_a_body_lists_its_meetings_once_its_papers_are_read(secretary: Somebody, sample_key: str) -> None:
    page = secretary.get(f"/b/{sample_key}")
    assert page.status_code == 200
    assert "/meetings/2018-02-06" in page.text


def test_a_folder_without_a_body_is_refused_with_what_to_do(secretary: Somebody, tmp_path: Path) -> None:
    page = secretary.post("/open", {"folder": str(tmp_path)})
    assert page.status_code == 422
    assert "no body.yaml" in page.text
    assert "relative" not in secretary.post("/open", {"folder": "northfield"}).text


def test_a_folder_taken_off_the_list_stays_on_the_disk(secretary: Somebody, small_folder: Path) -> None:
    key = secretary.post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    secretary.post("/forget", {"key": key})
    assert key not in secretary.get("/").text
    assert (small_folder / "body.yaml").is_file()
    assert secretary.get(f"/b/{key}").status_code == 404


def test_whoever_signs_out_is_out(served: Served) -> None:
    one = served.somebody().sign_in()
    one.post("/leave")
    assert one.client.get("/").status_code == 403


def test_the_first_page_does_without_the_program(tmp_path: Path) -> None:
    """Start to first page is quick because nothing of the engine is loaded for it."""
    told = (
        "import sys, coi_audit.web.desk as desk\n"
        "heavy = ('sqlmodel', 'weasyprint', 'alembic', 'coi_audit.audit.run', 'docx', 'openpyxl')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.strip() == "[]"
