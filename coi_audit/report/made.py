"""What a paper was made by: carried inside each PDF, so that whoever holds it can see what has changed since."""

from __future__ import annotations

import json
from pathlib import Path

from coi_audit.model.audit import Audit
from coi_audit.report.pdf import Attached
from coi_audit.rulebook.load import rulebook_files
from coi_audit.rulebook.types import Rulebook

NAME = "made-by.json"
PUBLIC = "public"  # the edition of a paper from which is kept back what may not be published
ASSURANCE, PACK = "assurance report", "secretary's pack"
ANNEX = "annex volume of the assurance report"
NATIONAL = "national picture"


def made_by(paper: str, audit: Audit, rulebook: Rulebook, *, draft: bool = False) -> Attached:
    """`paper` says which of our papers it is; the rulebook is told file by file, each with its SHA-256."""
    told: dict[str, object] = {
        "schema_version": "1.0",
        "paper": paper,
        "tool_version": audit.tool_version,
        "rulebook": {"sha256": audit.rulebook_sha256, "files": rulebook_files(Path(rulebook.folder))},
    }
    if draft:
        told["draft"] = True
    if audit.public is not None:
        told["edition"] = PUBLIC
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Attached(NAME, content.encode(), "The tool and the rules this paper was made by", "Supplement")
