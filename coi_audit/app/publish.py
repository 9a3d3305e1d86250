"""An audit made for publication."""

from __future__ import annotations

from pathlib import Path

from coi_audit.audit.public import public_edition
from coi_audit.model.audit import Audit
from coi_audit.rulebook.masking_words import load_masking_words
from coi_audit.rulebook.publication import load_publication
from coi_audit.rulebook.types import Rulebook


def for_publication(audit: Audit, *, rulebook: Rulebook) -> Audit:
    """The public edition of an audit. Every paper made of it holds nothing that it does not.

    Raises `RulebookError` where the rules on publication cannot be read.
    """
    folder = Path(rulebook.folder)
    publication = load_publication(folder, rulebook)
    return public_edition(audit, publication=publication, rulebook=rulebook, words=load_masking_words(folder))
