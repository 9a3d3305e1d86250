"""Several bodies side by side at the desk."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from at_the_desk import Somebody


def test_bodies_are_chosen_and_none_is_refused(secretary: Somebody, small_folder: Path) -> None:
    assert "None was opened yet" in secretary.get("/national").text
    first = secretary.post("/open", {"folder": str(small_folder)}, follow_redirects=False).headers["location"]
    assert first.split("/")[2] in secretary.get("/national").text
    refused = secretary.post("/national")
    assert refused.status_code == 422
    assert "no body was chosen" in refused.text.lower()
    assert secretary.get("/national/national.pdf").status_code == 404


@pytest.mark.long
def test_bodies_are_audited_in_the_background_and_stand_side_by_side(
    secretary: Somebody, small_folder: Path, tmp_path: Path
) -> None:
    first = secretary.post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "body.yaml").write_text("name: [", encoding="utf-8")
    second = secretary.post("/open", {"folder": str(broken)}, follow_redirects=False)
    assert second.status_code == 303
    page = secretary.get("/national").text
    assert "None was opened" not in page
    assert "no body was chosen" in secretary.post("/national").text.lower()
    secretary.get("/national")
    secretary.post("/national", {"body": [first, second.headers["location"].split("/")[2]]})
    for _ in range(400):
        page = secretary.get("/national").text
        if 'id="running"' not in page:
            break
        time.sleep(0.1)
    assert "NHS Southmoor CCG" in page
    assert "Not audited" in page
    assert f"/b/{first}/year" in page
    pdf = secretary.get("/national/national.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert secretary.get("/national/state.json").status_code == 404
