"""What a paper was made by: carried inside each PDF, so that whoever holds it can see what has changed since."""

from __future__ import annotations

import json
from pathlib import Path

from coi_audit.model.audit import Audit
from coi_audit.report.pdf import Attached
from coi_audit.rulebook.load import rulebook_files
from coi_audit.rulebook.types import Rulebook

NAME = "made-by.json"
ASSURANCE, PACK = "assurance report", "secretary's pack"


def made_by(paper: str, audit: Audit, rulebook: Rulebook) -> Attached:
    """`paper` says which of our papers it is; the rulebook is told file by file, each with its SHA-256."""
    told = {
        "schema_version": "1.0",
        "paper": paper,
        "tool_version": audit.tool_version,
        "rulebook": {"sha256": audit.rulebook_sha256, "files": rulebook_files(Path(rulebook.folder))},
    }
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Attached(NAME, content.encode(), "The tool and the rules this paper was made by", "Supplement")
