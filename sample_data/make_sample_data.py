"""Make the Word and Excel papers of the invented case folders beside this file from the texts in `source/`.

Run it with the project's own Python: `python sample_data/make_sample_data.py`. The same texts give the same bytes.
`body.yaml` and `decisions.yaml` are plain text already and are kept by hand in the case folders.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

from source.agendas import write_agenda  # noqa: E402
from source.minutes import write_minutes  # noqa: E402
from source.registers import write_sheet  # noqa: E402


def make_body(texts: Path, target: Path) -> None:
    """Write one body's registers and meeting papers: `texts` is its folder in `source/`, `target` its case folder."""
    for file in sorted(texts.glob("*.yaml")):
        content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        if "layout" in content:
            write_sheet(content, target)
            continue
        folder = target / "meetings" / file.stem
        for agenda in content.get("agendas", []):
            write_agenda(agenda, folder)
        for minutes in content.get("minutes", []):
            write_minutes(minutes, folder)
        if "attendance" in content:
            write_sheet(content["attendance"], folder)


def make_all(out: Path) -> None:
    """Write every body's papers under `out`, one case folder each."""
    for texts in sorted(path for path in (HERE / "source").iterdir() if path.is_dir() and any(path.glob("*.yaml"))):
        make_body(texts, out / texts.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="where to write (default: beside this script)")
    make_all(parser.parse_args().out)
