"""A report shows any change made to it after it was sealed."""

from __future__ import annotations

import json
import random
from pathlib import Path

from coi_audit.report.seal import SealState, attachments_of, seal_state, sealed


def test_a_report_is_whole_as_written(paper: Path) -> None:
    data = paper.read_bytes()
    assert seal_state(data) is SealState.WHOLE
    assert json.loads(attachments_of(data)["audit.json"])["schema_version"] == "1.0"


def test_one_flipped_bit_anywhere_is_noticed(paper: Path) -> None:
    data = paper.read_bytes()
    chooser = random.Random(5)
    places = [
        0,
        len(data) - 1,
        data.rfind(b"%coi-audit seal ") + 20,
        *(chooser.randrange(len(data)) for _ in range(60)),
    ]
    for at in places:
        changed = bytearray(data)
        changed[at] ^= 1 << chooser.randrange(8)
        assert seal_state(bytes(changed)) is not SealState.WHOLE, at


def test_what_is_cut_off_or_added_is_noticed(paper: Path) -> None:
    data = paper.read_bytes()
    assert seal_state(data[:-1]) is SealState.ALTERED
    assert seal_state(data + b"\n%more") is SealState.ALTERED
    assert seal_state(b"x" + data) is SealState.ALTERED


def test_a_file_without_a_seal_says_so(paper: Path) -> None:
    bare = b"%PDF-1.7\nstartxref\n9\n%%EOF\n"
    assert seal_state(bare) is SealState.UNSEALED
    assert seal_state(sealed(bare)) is SealState.WHOLE
    assert attachments_of(bare) == {}
