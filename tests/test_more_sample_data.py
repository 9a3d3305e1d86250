"""Keeps the further invented case folders honest: made by their script, said to be invented, no part of the demo."""

from __future__ import annotations

import csv
import gzip
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document

REPO = Path(__file__).resolve().parents[1]
MORE = REPO / "sample_data" / "more"
NOTICE = "Invented sample data: no real person or organisation."
BY_HAND = ("body.yaml", "assurance.yaml", "decisions.yaml")
PAPERS = sorted(path for path in MORE.rglob("*") if path.is_file() and not path.name.startswith((".", "~")))
FOLDERS = sorted(path.name for path in MORE.iterdir() if path.is_dir())


def _name(path: Path) -> str:
    return path.relative_to(MORE).as_posix()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("more")
    subprocess.run([sys.executable, str(MORE.parent / "make_more.py"), "--out", str(out)], check=True, timeout=120)
    return out


def words_of(path: Path) -> list[str]:
    """Every paragraph and cell of a paper, in order."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return [f"{c.coordinate}={c.value!r}" for sheet in book for row in sheet.iter_rows() for c in row if c.value]
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8").splitlines()
    paper = Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in paper.paragraphs), *cells]


@pytest.mark.parametrize("path", PAPERS, ids=_name)
def test_every_paper_says_that_it_is_invented(path: Path) -> None:
    if path.suffix == ".docx":
        assert Document(str(path)).sections[0].footer.paragraphs[0].text == NOTICE
    elif path.suffix == ".xlsx":
        assert all(sheet.oddFooter.center.text == NOTICE for sheet in openpyxl.load_workbook(path))
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert NOTICE in (lines[0].removeprefix("# "), lines[-1])


def test_the_script_makes_what_is_committed_and_nothing_else(made: Path) -> None:
    again = {_name_in(made, path): path for path in made.rglob("*") if path.is_file()}
    kept = {_name(path): path for path in PAPERS if path.name not in BY_HAND}
    assert sorted(again) == sorted(kept)
    assert [name for name, path in kept.items() if words_of(path) != words_of(again[name])] == []


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def test_every_folder_has_its_answers() -> None:
    golden = REPO / "tests" / "golden" / "planted_rules_more.yaml"
    bodies = yaml.safe_load(golden.read_text(encoding="utf-8"))["bodies"]
    assert sorted(body["folder"] for body in bodies) == [f"more/{name}" for name in FOLDERS]


def test_the_bare_folders_ask_for_each_paper_once() -> None:
    golden = REPO / "tests" / "golden" / "planted_rules_more.yaml"
    bodies = yaml.safe_load(golden.read_text(encoding="utf-8"))["bodies"]
    bare = next(body for body in bodies if body["folder"] == "more/brackwater-ccg")
    rules = [one["rule"] for one in bare["findings"]]
    assert len(rules) == len(set(rules))
    assert {one["outcome"] for one in bare["findings"]} == {"cannot_tell"}


def test_they_are_no_part_of_the_demo() -> None:
    audited = sorted(path.parent.name for path in MORE.parent.glob("*/body.yaml"))
    assert audited == ["northfield-ccg", "southmoor-ccg"]


def test_nobody_in_them_is_a_real_commissioner_or_practice() -> None:
    data = Path(os.environ.get("COI_AUDIT_DEV_DATA", REPO.parent / "shared" / "data"))
    lists = [path for kind in ("gp_practices_*.csv.gz", "ccgs.csv", "icbs_*.csv") for path in sorted(data.glob(kind))]
    if not lists:
        pytest.skip("the national lists of practices are not on this machine")
    real: set[str] = set()
    for path in lists:
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        real |= {value.upper() for row in csv.reader(text.splitlines()) for value in row}
    for folder in FOLDERS:
        body = yaml.safe_load((MORE / folder / "body.yaml").read_text(encoding="utf-8"))
        names = [body["name"], *(one["name"] for one in body["organisations"])]
        assert [name for name in names if name.upper() in real] == []


def test_the_readme_gives_each_folder_its_figures() -> None:
    golden = REPO / "tests" / "golden" / "planted_rules_more.yaml"
    rows = (MORE.parent / "README.md").read_text(encoding="utf-8").splitlines()
    for body in yaml.safe_load(golden.read_text(encoding="utf-8"))["bodies"]:
        name = body["folder"].removeprefix("more/")
        row = next(one for one in rows if one.startswith(f"| `{name}` |"))
        outcomes = [one["outcome"] for one in body["findings"]]
        told = [outcomes.count("not_met"), outcomes.count("cannot_tell")]
        assert [int(cell) for cell in row.strip("| ").split("|")[-2:]] == told, name
