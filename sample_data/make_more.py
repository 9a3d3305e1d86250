"""Make the papers of the further invented case folders in `more/`, which show the rules that the demo's bodies cannot.

Run it with the project's own Python: `python sample_data/make_more.py`. The same texts give the same bytes. The texts
are in `source/more/`, one folder a body; `body.yaml`, `assurance.yaml` and `decisions.yaml` are kept by hand.
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

from make_sample_data import make_body  # noqa: E402
from source.word import NOTICE  # noqa: E402

_TEXTS = "texts.yml"  # papers sent as plain text or as a list with commas: file in the case folder -> its words


def make_texts(texts: Path, target: Path) -> None:
    """Write the plain papers of one body, each with the notice that it is invented as its last line."""
    path = texts / _TEXTS
    if not path.is_file():
        return
    papers: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, words in papers.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{words.rstrip()}\n\n{NOTICE}\n", encoding="utf-8", newline="\n")


def make_more(out: Path) -> None:
    """Write every body's papers under `out`, one case folder each."""
    for texts in sorted(path for path in (HERE / "source" / "more").iterdir() if path.is_dir()):
        make_body(texts, out / texts.name)
        make_texts(texts, out / texts.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=HERE / "more", help="where to write (default: more/ beside this script)"
    )
    make_more(parser.parse_args().out)
