"""Pages that are pictures: told from pages with words, and read by Tesseract where it is installed."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.readers.pdf.shapes import PageContent, Rule, Word

MOST_SCANS = 60  # pages read by recognition in one paper: a page takes some seconds
_FEW_LETTERS = 40
_DOTS = 250  # an inch
_LONGEST_SIDE = 4_500  # dots of a page's picture, however large the page says it is
_SECONDS = 90  # for one page
_LONG = 36.0  # points: no stroke of a letter is as long
_DARK = 130
_FIX = (
    "install Tesseract (on Debian and Ubuntu: apt-get install tesseract-ocr), or save the paper with text recognition."
)


def is_scan(page: PageContent) -> bool:
    """Whether a page has next to no words, or none that mean anything, and is pictured or drawn instead."""
    letters = sum(len(word.text) for word in page.words)
    if page.garbled:
        return True
    return letters < _FEW_LETTERS and (page.pictured > 0.3 or page.drawn > 1_500)


def read_scans(
    document: Any, pages: Sequence[PageContent], *, where: str
) -> tuple[list[PageContent], tuple[str, ...]]:  # fmt: skip
    """The pages, those that are scans read by recognition where that can be had; and what must be said of them.

    Raises `UserError` where no page can be read: all are scans and there is no Tesseract, or nothing stands on them.
    """
    scans = [page.number for page in pages if is_scan(page)]
    worded = [page for page in pages if page.words and page.number not in scans]
    laid_over = [page.number for page in pages if page.hidden and page.pictured > 0.5 and page.number not in scans]
    notices = _notice(
        laid_over, len(pages), "words were laid over the scan by text recognition and may be misread: check them"
    )
    if not scans:
        if not worded:
            raise UserError(
                "this PDF holds no words: its pages are blank.", where=where, fix="save it again, or leave it out."
            )
        return list(pages), notices
    program = shutil.which("tesseract")
    if program is None or len(scans) > MOST_SCANS:
        if not worded:
            raise _unread(len(scans), program, where)
        return list(pages), (*notices, *_notice(scans, len(pages), f"a scan, and were not read. To fix: {_FIX}"))
    read = [_recognised(document, page, program) if page.number in scans else page for page in pages]
    empty = [page.number for page in read if page.number in scans and not page.words]
    found = [number for number in scans if number not in empty]
    if not found and not worded:
        raise _unread(len(scans), program, where)
    told = _notice(found, len(pages), "a scan: the words were read by text recognition and may be misread: check them")
    return read, (*notices, *told, *_notice(empty, len(pages), "a scan in which no words were recognised"))


def _unread(count: int, program: str | None, where: str) -> UserError:
    if program is not None and count > MOST_SCANS:
        return UserError(
            f"this PDF is a scan of {count:,} pages: pictures of pages, with no words to read.",
            where=where,
            fix=f"save it with text recognition, or split it: up to {MOST_SCANS} scanned pages are read.",
        )
    if program is not None:
        return UserError(
            "this PDF is a scan in which no words were recognised.",
            where=where,
            fix="scan it again, straight and sharp, or save the paper as a text PDF.",
        )
    return UserError("this PDF is a scan: pictures of pages, with no words to read.", where=where, fix=_FIX)


def _notice(numbers: Sequence[int], pages: int, words: str) -> tuple[str, ...]:
    if not numbers:
        return ()
    if len(numbers) == pages:
        which = "the page is" if pages == 1 else "all its pages are"
    else:
        which = f"page {numbers[0]} is" if len(numbers) == 1 else f"pages {_listed(numbers)} are"
    if not words.startswith("a scan"):
        which = re.sub(r"(?: is| are)$", ":", which)
    return (f"{which} {words if words.endswith('.') else words + '.'}",)


def _listed(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _recognised(document: Any, page: PageContent, program: str) -> PageContent:
    """The page with the words and ruled lines that stand in its picture; without words where recognition failed."""
    shown = document[page.number - 1]
    width, height = shown.get_size()
    scale = min(_DOTS / 72, _LONGEST_SIDE / max(width, height, 1.0))
    picture = shown.render(scale=scale, grayscale=True).to_pil().convert("L")
    shown.close()
    across, down = _ruled(picture, scale)
    _rub_out(picture, across, down, scale)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.png"
        picture.save(file)
        words = tuple(_words(_told(program, file), scale))
    return replace(
        page, width=width, height=height, words=words, across=tuple(across), down=tuple(down), slanted=""
    )  # fmt: skip


def _told(program: str, file: Path) -> str:
    command = [program, str(file), "stdout", "--dpi", str(_DOTS), "-l", "eng", "--psm", "4", "tsv"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, scale: float) -> Iterator[Word]:
    """Words as Tesseract tells them, in points; what it is hardly sure of is kept too, but for specks.

    All words of a line are as tall as the line, and lines about as tall as most are of one size.
    """
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    boxes = {_line_of(row): box for row in rows if row.get("level") == "4" and (box := _box(row, scale))}
    heights = sorted(bottom - top for _, top, _, bottom in boxes.values())
    usual = heights[len(heights) // 2] if heights else 0.0
    for row in rows:
        box, line = _box(row, scale), boxes.get(_line_of(row))
        text = re.sub(r"^[|\[\]_]+|[|\[\]_]+$", "", (row.get("text") or "").strip())
        if row.get("level") != "5" or box is None or line is None or not text:
            continue
        sure = float(row.get("conf") or -1)
        if sure < 0 or (sure < 25 and not any(letter.isalnum() for letter in text)):
            continue
        height = line[3] - line[1]
        size = usual if 0.65 * usual < height < 1.4 * usual else height
        yield Word(text, box[0], line[1], box[2], line[3], max(4.0, 0.85 * size))


def _line_of(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row.get(name) or "" for name in ("block_num", "par_num", "line_num"))


def _box(row: dict[str, str], scale: float) -> tuple[float, float, float, float] | None:
    try:
        left, top, wide, tall = (float(row[name]) / scale for name in ("left", "top", "width", "height"))
        float(row.get("conf") or -1)
    except (KeyError, TypeError, ValueError):
        return None
    return left, top, left + wide, top + tall


def _ruled(picture: Any, scale: float) -> tuple[list[Rule], list[Rule]]:
    """Long dark runs of dots, level and upright, as ruled lines in points."""
    dark = picture.point([1 if value < _DARK else 0 for value in range(256)])
    from PIL import Image

    return _runs(dark, scale), _runs(dark.transpose(Image.Transpose.TRANSPOSE), scale)


def _runs(dark: Any, scale: float) -> list[Rule]:
    width, height = dark.size
    data = dark.tobytes()
    long_run = re.compile(rb"\x01{%d,}" % max(10, int(_LONG * scale)))
    found: list[Rule] = []
    for row in range(height):
        start = row * width
        runs = long_run.finditer(data, start, start + width)
        found.extend(Rule(row / scale, (run.start() - start) / scale, (run.end() - start) / scale) for run in runs)
    return found


def _rub_out(picture: Any, across: Sequence[Rule], down: Sequence[Rule], scale: float) -> None:
    """White over the ruled lines, which recognition takes for letters."""
    from PIL import ImageDraw

    pen = ImageDraw.Draw(picture)
    for rule in across:
        pen.line((rule.start * scale, rule.at * scale, rule.end * scale, rule.at * scale), fill=255, width=3)
    for rule in down:
        pen.line((rule.at * scale, rule.start * scale, rule.at * scale, rule.end * scale), fill=255, width=3)
