"""The day of the meeting that minutes are of, told apart from the days they were approved or sent on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coi_audit.readers.paper_header import header_day

# The day somebody approved the minutes, or sent the e-mail that holds them, is not the meeting's.
_ANOTHER_DAY = re.compile(
    r"^\W*(?:from|to|cc|sent|subject|received|date sent)\s*:.*"
    r"|\b(?:ratified|approved|confirmed|agreed|adopted|signed|approval|ratification)\b(?=.{0,80}\d).*",
    re.IGNORECASE,
)


def meeting_day(head: Sequence[str], file: str) -> date | None:
    """The meeting's own day, by the header's lines and the file's name; None where neither tells it."""
    return header_day([_ANOTHER_DAY.sub("", line) for line in head], file) or header_day(head, file)
