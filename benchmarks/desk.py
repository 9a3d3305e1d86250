"""The secretary's desk: what one request costs the server, and how soon something shows.

The desk is served as it is for a user, on a port of this machine, and asked by one client. CPU seconds of the desk's
own process are told beside the bounds; clock times too, which whatever else the machine does makes longer.
"""

from __future__ import annotations

import http.cookiejar
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.large_body import DAY, ITEMS, MEMBERS, write_large_body
from benchmarks.pdf import papers

TOGGLE, PAGE, START, PROGRESS = 0.100, 0.050, 3.0, 0.5  # seconds allowed
_ROUNDS = 15
_TICKS = os.sysconf("SC_CLK_TCK")


class Served:
    """`coi-audit serve` in a process of its own, with a browser's cookie but no browser."""

    def __init__(self, data: Path) -> None:
        self.begun = time.perf_counter()
        asked = [
            sys.executable,
            "-c",
            "from coi_audit.cli import main; main()",
            "serve",
            "--no-browser",
            "--json",
            "--data",
            str(data),
        ]
        self._process = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._process.stdout is not None
        found = json.loads("".join(iter(self._process.stdout.readline, "}\n")) + "}")
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.base = found["address"].split("/enter")[0]
        self.first = self.get(found["address"].removeprefix(self.base))
        self.first_page = time.perf_counter() - self.begun

    def cpu(self) -> float:
        """CPU seconds of the desk so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def get(self, path: str, **headers: str) -> str:
        """A page."""
        asked = urllib.request.Request(self.base + path, headers=headers)
        with self._browser.open(asked, timeout=120) as answer:
            return str(answer.read().decode())

    def post(self, path: str, body: bytes, kind: str = "application/x-www-form-urlencoded") -> str:
        """What a form sends; `body` whole."""
        headers = {"Origin": self.base, "Content-Type": kind}
        asked = urllib.request.Request(self.base + path, data=body, headers=headers)
        with self._browser.open(asked, timeout=120) as answer:
            return f"{answer.geturl()}\n{answer.read().decode()}"

    def read(self, path: str) -> str:
        """A page once the papers are read."""
        while 'id="reading"' in (page := self.get(path)):
            time.sleep(0.05)
        return page

    def end(self) -> None:
        """Stop the desk."""
        self._process.terminate()
        self._process.wait(20)


def lines() -> Iterator[str]:
    """What to print."""
    with tempfile.TemporaryDirectory() as place:
        folder = write_large_body(Path(place) / "large")
        desk = Served(Path(place) / "data")
        try:
            yield f"the desk: {ITEMS} items x {MEMBERS} members, one client"
            yield _line("start to first page", [desk.first_page], [desk.cpu()], START)
            yield from _meeting(desk, folder)
            yield from _upload(desk, Path(place))
        finally:
            desk.end()


def _meeting(desk: Served, folder: Path) -> Iterator[str]:
    mark = _mark(desk.get("/"))
    opened = desk.post("/open", urllib.parse.urlencode({"csrf": mark, "folder": str(folder)}).encode())
    key = re.search(r"/b/([0-9a-f]{12})", opened)
    assert key is not None
    meeting = f"/b/{key.group(1)}/meetings/{DAY}"
    page = desk.read(meeting)
    for name, path in (("meeting", meeting), ("list of meetings", f"/b/{key.group(1)}"), ("start", "/")):
        desk.read(path)
        yield _line(f"page from warm: {name}", *_timed(desk, [partial(desk.get, path)] * _ROUNDS), PAGE)
    seats = re.findall(r'name="in" value="([^"]+)"', page)
    assert len(seats) >= MEMBERS
    asked = [_toggle(desk, meeting, seats, at % len(seats)) for at in range(_ROUNDS)]
    asked[0]()
    yield _line("toggle, each another member", *_timed(desk, asked[1:]), TOGGLE)


def _toggle(desk: Served, meeting: str, seats: list[str], left: int) -> Callable[[], str]:
    present = [("in", seat) for at, seat in enumerate(seats) if at != left]
    query = urllib.parse.urlencode([("seats", "0"), ("keep", ""), *present])
    return lambda: desk.get(f"{meeting}?{query}", **{"HX-Request": "true"})


def _upload(desk: Served, place: Path) -> Iterator[str]:
    content = papers(place / "papers.pdf", 60).read_bytes()
    page = desk.get("/")
    key = re.search(r"/b/([0-9a-f]{12})", page)
    assert key is not None
    address = f"/b/{key.group(1)}/papers"
    form = desk.read(address)
    name = re.search(r'type="file"[^>]*name="([^"]+)"|name="([^"]+)"[^>]*type="file"', form)
    assert name is not None
    edge = "edge-of-a-part"
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{_mark(form)}\r\n'.encode()]
    head = f'--{edge}\r\nContent-Disposition: form-data; name="{name.group(1) or name.group(2)}"; filename="papers.pdf"'
    parts += [head.encode(), b"\r\nContent-Type: application/pdf\r\n\r\n", content, f"\r\n--{edge}--\r\n".encode()]
    before, begun = desk.cpu(), time.perf_counter()
    answer = desk.post(address, b"".join(parts), f"multipart/form-data; boundary={edge}")
    taken = time.perf_counter() - begun
    shown = "progress" if 'id="reading"' in answer else "the paper"
    yield _line(f"60-page PDF sent, {shown} shown", [taken], [desk.cpu() - before], PROGRESS)


def _timed(desk: Served, jobs: list[Callable[[], str]]) -> tuple[list[float], list[float]]:
    """Clock seconds of each, and the CPU seconds of the desk for one on average: a tick is too long for each."""
    clock, before = [], desk.cpu()
    for job in jobs:
        begun = time.perf_counter()
        job()
        clock.append(time.perf_counter() - begun)
    return clock, [(desk.cpu() - before) / len(jobs)]


def _line(what: str, clock: list[float], cpu: list[float], allowed: float) -> str:
    seconds, cost = statistics.median(clock), statistics.fmean(cpu)
    return f"  {what:<42} {seconds:7.3f} s by the clock, {cost:.3f} CPU s: {cost / allowed:.2f} of {allowed} s allowed"


def _mark(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)
