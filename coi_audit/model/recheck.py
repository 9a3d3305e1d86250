"""What a second look at a report tells: is the file whole, and do its papers, its rules and a re-run still agree?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Changed(StrEnum):
    """What became of a file since the report was made."""

    ALTERED = "altered"
    GONE = "gone"
    NEW = "new"


class Answer(StrEnum):
    """The answer to one question about a report."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not asked"  # no folder was given, or an earlier answer leaves nothing to compare


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of the papers, the rules or the organisation lists that is not what it was."""

    path: str
    what: Changed


@dataclass(frozen=True, slots=True)
class Recheck:
    """The answers about one report. `differences` are sentences; `agrees` speaks for them and for the pages."""

    file: str
    paper: str  # "assurance report", "secretary's pack"
    made_by: str  # version of the tool
    as_of: str
    whole: Answer
    whole_because: str
    rules: tuple[FileChange, ...]
    inputs: tuple[FileChange, ...]
    inputs_asked: bool  # whether a folder was given to compare with
    agrees: Answer
    agrees_because: str
    differences: tuple[str, ...] = ()
    anchored: Answer = Answer.NOT_ASKED  # whether a store still holds the trail that the report was made from
    anchored_because: str = ""  # empty where no store was asked

    @property
    def clean(self) -> bool:
        """Whether nothing was found to have changed, in whatever was asked."""
        refused = Answer.NO in (self.agrees, self.anchored)
        return self.whole is Answer.YES and not (self.rules or self.inputs or refused)
