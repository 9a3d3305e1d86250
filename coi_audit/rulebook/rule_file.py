"""One rule file read strictly: its heading, its words, its versions and its cases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from string import Template

from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.words import Examines, Severity
from coi_audit.rulebook.examples import read_cases
from coi_audit.rulebook.reading import Paper
from coi_audit.rulebook.types import CheckLike, Rule, Source
from coi_audit.rulebook.values import fields_of, nearest
from coi_audit.rulebook.versions import read_versions

_ID = re.compile(r"[A-Z]{3}-[0-9]{2}")
_WORDS = ("id", "title", "area", "severity", "examines", "check", "message", "recommendation")


def read_rule(paper: Paper, checks: Mapping[str, CheckLike], sources: Mapping[str, Source]) -> Rule | None:
    """The rule, or None where it is too broken to stand; every fault is noted."""
    complete = paper.mapping((), required=(*_WORDS, "versions", "cases"), optional=("question", "joins_interests"))
    texts = {word: paper.value((word,), str) for word in (*_WORDS, "question")}
    severity = paper.value(("severity",), Severity)
    examines = paper.value(("examines",), Examines)
    joins = paper.value(("joins_interests",), bool)
    _place_in_folder(paper, texts)
    _words(paper, texts, examines)
    check = _check(paper, texts["check"], examines, checks)
    versions = read_versions(paper, check, sources) if "versions" in paper.yaml.data else ()
    if examines is None or "cases" not in paper.yaml.data:
        return None
    cases = read_cases(paper, examines, versions)
    if not complete or severity is None or None in (texts[word] for word in _WORDS):
        return None
    return Rule(
        id=str(texts["id"]),
        title=str(texts["title"]),
        area=str(texts["area"]),
        severity=severity,
        examines=examines,
        check=str(texts["check"]),
        message=str(texts["message"]).strip(),
        recommendation=str(texts["recommendation"]).strip(),
        versions=versions,
        cases=cases,
        question=texts["question"],
        joins_interests=bool(joins),
        file=paper.file.partition("/")[2],
    )


def _place_in_folder(paper: Paper, texts: Mapping[str, str | None]) -> None:
    path = PurePosixPath(paper.file)
    identity, area = texts["id"], texts["area"]
    if identity is not None and not _ID.fullmatch(identity):
        paper.fault(("id",), f'"{identity}" is not a rule id.', "write three capitals and two digits, e.g. MTG-07.")
    elif identity is not None and identity != path.stem:
        fix = f"call the file {identity}.yaml, or give the id {path.stem}."
        paper.fault(("id",), f'the id "{identity}" is not the name of its file.', fix)
    if area is not None and area != path.parent.name:
        fix = f"move the file, or give the area {path.parent.name}."
        paper.fault(("area",), f'the area "{area}" is not the folder the file stands in.', fix)


def _words(paper: Paper, texts: Mapping[str, str | None], examines: Examines | None) -> None:
    """Note a fault for a `$name` the facts do not have, and for a `$` where nothing is filled in."""
    for word in ("title", "recommendation"):
        if "$" in (texts[word] or ""):
            fix = "write it without; only message and question are filled in."
            paper.fault((word,), f'"{word}" holds a $.', fix)
    for word in ("message", "question"):
        template = Template(texts[word] or "")
        if not template.is_valid():
            paper.fault((word,), f"a $ in the {word} is followed by no name.", "write $$ for a plain dollar sign.")
        known = list(fields_of(FACTS[examines])) if examines is not None else template.get_identifiers()
        for name in template.get_identifiers():
            if name not in known:
                hint = nearest(name, known)
                fix = f"{hint}use one of: {', '.join(known)}."
                paper.fault((word,), f'"${name}" in the {word} is not a fact of {examines}.', fix)


def _check(
    paper: Paper, name: str | None, examines: Examines | None, checks: Mapping[str, CheckLike]
) -> CheckLike | None:
    if name is None:
        return None
    check = checks.get(name)
    if check is None:
        fix = f"{nearest(name, list(checks))}use one of: {', '.join(checks)}."
        paper.fault(("check",), f'there is no check called "{name}".', fix)
        return None
    if examines is not None and check.examines is not examines:
        problem = f'the rule examines {examines}, but its check "{name}" examines {check.examines}.'
        paper.fault(("examines",), problem, f"write examines: {check.examines}, or name another check.")
        return None
    return check
