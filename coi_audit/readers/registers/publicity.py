"""Whether a register is the published one or the body's own full record: its name or its heading says so, or not."""

from __future__ import annotations

import re
from collections.abc import Iterable

_TITLE = re.compile(r"\bregisters?\b|\bdeclarations?\b|\binterests?\b", re.IGNORECASE)
_PRIVATE = re.compile(
    r"\bnot for (?:public|publication|release)\b|\bunpublished\b|\bprivate\b|\bconfidential\b|\bunredacted\b"
    r"|\bun-redacted\b|\bfull (?:internal )?(?:register|record|version|copy)\b|\binternal\b|\bmaster\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\bpublic(?:ly)?\b(?!\s+(?:health|and patient|involvement|engagement|member|sector|body|bodies|interest\b(?!s)))"
    r"|\bpublished\b|\bfor publication\b|\bpublication (?:version|copy|scheme)\b|\bwebsite\b|\bweb (?:version|copy)\b"
    r"|\bredacted\b",
    re.IGNORECASE,
)
_PATIENT_AND_PUBLIC = re.compile(r"\bpatients? (?:and|&) public\b", re.IGNORECASE)
_LONGEST_TITLE = 160


def read_publicity(stem: str, lines: Iterable[str]) -> bool | None:
    """True for a published register, False for a private one, None where nothing says which it is.

    `stem` is the file's name without its ending, `lines` the words above its tables: only those that read as a title
    count, since a register lists people who are "Lay Member, Public Involvement" and bodies such as public health.
    """
    name = re.sub(r"[-_.]+", " ", stem)
    titles = [line for line in lines if len(line) <= _LONGEST_TITLE and _TITLE.search(line)]
    for text in (name, *titles):
        plain = _PATIENT_AND_PUBLIC.sub(" ", text)
        if _PRIVATE.search(plain):
            return False
        if _PUBLIC.search(plain):
            return True
    return None
