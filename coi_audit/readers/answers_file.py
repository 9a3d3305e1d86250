"""`answers.yaml`: what people answered to open questions, read strictly and written whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.answers import Answer, QuestionKind, one_line
from coi_audit.model.evidence import SourceRef
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.answer_values import canonical
from coi_audit.readers.guard import check_size, file_name, read_text
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.yaml_entries import Entry, Faults
from coi_audit.strict_yaml import Path_, parse_yaml
from coi_audit.whole_file import put_whole

FILE_NAME = "answers.yaml"
KEYS = ("question", "kind", "about", "asked", "answer", "by", "on", "remark", "papers")
_NEEDED = ("question", "kind", "answer", "by", "on")
_HEAD = """\
# What people answered to the questions that the papers of this folder leave open.
# Written by "coi-audit ask"; each entry says who answered and when. To take an answer back, delete its entry.
"""


@dataclass(frozen=True, slots=True)
class _Entries:
    faults: Faults
    entries: tuple[Entry, ...]
    lost: int


def read_answers(path: Path, root: Path) -> RecordsRead:
    """Read answers.yaml: `answers:`, or a bare list, of {question, kind, about, asked, answer, by, on, remark, papers}.

    An unknown key is reported with its line and left out. An entry without question, kind, answer, by or on, or with an
    answer that its kind cannot take, is reported and not used. Of two entries for one question with different answers
    neither is used. Raises `UserError` where the file is no YAML or holds something else.
    """
    file = file_name(path, root)
    check_size(path, where=file)
    text = read_text(path, where=file)
    found = _entries(file, text)
    answers = [one for entry in found.entries if (one := _answer(entry)) is not None]
    kept = _without_contradictions(answers, found.faults)
    paper = RecordPaper(kind="answers", file=file, source=SourceRef(file=file, line=1))
    return RecordsRead(
        paper,
        Records(answers=tuple(kept)),
        rejected=tuple(found.faults.rejected),
        rows_read=len(kept),
        rows_rejected=found.lost + len(found.entries) - len(kept),
    )


def _entries(file: str, text: str) -> _Entries:
    yaml = parse_yaml(text, where=file)
    faults = Faults(file, yaml, text.split("\n"))
    data = yaml.data
    bare = isinstance(data, list)
    if data is not None and not bare and (not isinstance(data, dict) or set(data) - {"answers"}):
        fix = 'write "answers:" and below it one entry an answer, each beginning with "- question:".'
        raise UserError("this file does not list answers.", where=file, fix=fix)
    listed = data if bare else (data or {}).get("answers")
    if listed is not None and not isinstance(listed, list):
        fix = 'begin each answer with a dash: "- question: ...".'
        raise UserError("this file does not list answers.", where=file, fix=fix)
    at: Path_ = () if bare else ("answers",)
    entries = []
    for index, one in enumerate(listed or []):
        if isinstance(one, dict):
            entries.append(Entry(faults, (*at, index), one))
        else:
            faults.add((*at, index), one, "this entry is no answer", 'begin it with "question:" and its number.')
    return _Entries(faults, tuple(entries), len(listed or []) - len(entries))


def _answer(entry: Entry) -> Answer | None:
    entry.check_keys(KEYS, of="an answer")
    missing = [key for key in _NEEDED if entry.values.get(key) in (None, "")]
    if missing:
        why = f"this answer has no {' and no '.join(missing)}, so it was not used"
        _refuse(entry, why, f'add {", ".join(missing)}, as "coi-audit ask" writes them.')
        return None
    kind, on = entry.word("kind", QuestionKind), entry.day("on")
    question, by = entry.text("question") or "", entry.text("by")
    if kind is None or on is None or by is None:
        return None
    if len(question) != 16 or set(question) - set("0123456789abcdef"):
        fix = "copy the 16 digits and letters a to f from the list of open questions, in quotation marks."
        entry.faults.add((*entry.path, "question"), question, "is not the number of a question", fix)
        return None
    given = entry.values["answer"]
    try:
        answer, when = canonical(kind, "" if isinstance(given, (dict, list, bool)) else str(given))
    except UserError as error:
        problem = error.problem.rstrip(".").removeprefix(f'"{given}" ')
        entry.faults.add((*entry.path, "answer"), given, f"{problem}, so this answer was not used", error.fix)
        return None
    return Answer(
        question=question,
        kind=kind,
        about=entry.text("about") or "",
        asked=entry.text("asked") or "",
        answer=answer,
        by=by,
        on=on,
        remark=entry.text("remark"),
        papers=entry.texts("papers"),
        when=when,
        source=entry.faults.source(*entry.path, "answer"),
    )


def _refuse(entry: Entry, problem: str, fix: str) -> None:
    entry.faults.add(entry.path, None, problem, fix)


def _without_contradictions(answers: Sequence[Answer], faults: Faults) -> list[Answer]:
    """One answer a question; of answers that contradict each other none, and the reader is told."""
    groups: dict[str, list[Answer]] = {}
    for one in answers:
        groups.setdefault(one.question, []).append(one)
    kept = []
    for group in groups.values():
        told = {one.answer.casefold() for one in group}
        if len(told) == 1:
            kept.append(group[0])
        first = group[0].source.line
        for one in group[1:]:
            same = len(told) == 1
            problem = (
                f"this question is answered on line {first} already, in the same way"
                if same
                else f"the answer on line {first} is another, so neither was used"
            )
            fix = "delete one of the two." if same else "keep the one that is right and delete the other."
            faults.add_at(one.source.line or 1, one.answer, problem, fix)
    return kept


def answers_text(answers: Sequence[Answer]) -> str:
    """The file's text for these answers, in their order; reading it gives them back."""
    return _HEAD + ("answers:\n" + "".join(_written(one) for one in answers) if answers else "answers: []\n")


def _written(one: Answer) -> str:
    lines = [f'  - question: "{one.question}"', f"    kind: {one.kind.value}"]
    lines += [f"    about: {_quoted(one.about)}"] if one.about else []
    lines += [f"    asked: {_quoted(one.asked)}"] if one.asked else []
    lines += [f"    answer: {_quoted(one.answer)}", f"    by: {_quoted(one.by)}", f"    on: {one.on.isoformat()}"]
    lines += [f"    remark: {_quoted(one.remark)}"] if one.remark else []
    lines += [f"    papers: [{', '.join(_quoted(part) for part in one.papers)}]"] if one.papers else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Words that YAML reads back as they are."""
    return json.dumps(one_line(text), ensure_ascii=False)


def keep_answer(folder: Path, answer: Answer) -> Path:
    """Add one answer to the folder's answers.yaml, in place of an earlier one to the same question; give the file.

    The file is written whole beside the old one and then takes its place, so that it is never half there. Raises
    `UserError` where the file cannot be written, or holds something that was not understood: that would be lost.
    """
    path = folder / FILE_NAME
    kept: list[Answer] = []
    if path.exists():
        read = read_answers(path, folder)
        if read.rejected:
            raise UserError(
                f"{len(read.rejected)} of its entries or keys were not understood, and saving would lose them: "
                f"{read.rejected[0].problem}.",
                where=f"{path}, {read.rejected[0].place}",
                fix="mend or delete what is wrong there, then ask again.",
            )
        kept = list(read.records.answers)
    at = next((index for index, one in enumerate(kept) if one.question == answer.question), len(kept))
    kept[at : at + 1] = [answer]
    _replace(path, answers_text(kept))
    return path


def _replace(path: Path, text: str) -> None:
    try:
        put_whole(path, text.encode(), beside=".answers-")
    except OSError as error:
        raise UserError(
            f"the answer could not be saved ({error.strerror}).", where=str(path), fix="check that you may write there."
        ) from error
