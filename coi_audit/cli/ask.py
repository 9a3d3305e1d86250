"""The round of open questions: one at a time on a terminal, or answers taken from a file or a script."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coi_audit import paths
from coi_audit.cli.support import (
    DATE,
    FOLDER,
    as_of_option,
    as_of_or_today,
    guarded,
    json_option,
    late_progress,
    lists_folder,
    lists_option,
    print_json,
)
from coi_audit.errors import ExitCode, UserError

if TYPE_CHECKING:
    from coi_audit.app.ask import Asking
    from coi_audit.model.answers import Question

_REMARK = "//"
_WIDEST = 100
_LONGEST = 2_000_001  # characters taken from a file: one more than a list of answers may have


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--meeting", type=DATE, help="Only what the meeting of this date leaves open.")
@click.option("--by", help="Who answers: kept with each answer. Asked once where it is not given.")
@click.option("--on", "answered_on", type=DATE, help="The day of the answers. Default: today.")
@click.option("--answers", "source", help="Take the answers from this file of JSON lines; - reads standard input.")
@click.option("--again", is_flag=True, help="Ask once more what somebody did not know.")
@as_of_option
@lists_option
@json_option
@guarded
def ask(folder: Path, meeting: date | None, as_of: date | None, organisations: Path | None, **how: Any) -> ExitCode:
    """What the papers leave open, asked one by one; each answer is kept in answers.yaml with who gave it.

    The next check or audit relies on the answers and says so. With --json the open questions are listed.

    \b
    Example:
      coi-audit ask northfield-ccg --by "Ruth Penhale"
      coi-audit ask northfield-ccg --json
      coi-audit ask northfield-ccg --by "Ruth Penhale" --answers given.jsonl
    """
    from coi_audit import app

    day, _ = as_of_or_today(as_of)
    given = _given(how["source"])
    with late_progress(not how["as_json"]) as progress:
        asking = app.ask_folder(
            folder,
            rules=paths.rules_folder(),
            organisations=lists_folder(organisations),
            as_of=day,
            meeting=meeting,
            progress=progress,
        )
    on, _ = as_of_or_today(how["answered_on"])
    if given is not None:
        return _take(asking, given, how, on)
    if how["as_json"]:
        print_json(_document(asking, how["again"]))
        return ExitCode.CLEAN
    if not is_terminal():
        return _list(asking, again=how["again"])
    return _Round(asking, on=on, by=how["by"], again=how["again"]).run()


def is_terminal() -> bool:
    """Whether somebody sits there to be asked."""
    return sys.stdin.isatty()


def _given(source: str | None) -> str | None:
    """The answers' text, from the file or from standard input."""
    if source is None:
        return None
    try:
        if source == "-":
            return sys.stdin.read(_LONGEST)
        with Path(source).open(encoding="utf-8-sig") as stream:
            return stream.read(_LONGEST)
    except (OSError, UnicodeDecodeError) as error:
        fix = "give a file of JSON lines in UTF-8, or - for standard input."
        raise UserError("these answers cannot be read.", where=source, fix=fix) from error


def _take(asking: Asking, text: str, how: dict[str, Any], on: date) -> ExitCode:
    from coi_audit import app

    where = "standard input" if how["source"] == "-" else how["source"]
    kept, refused = app.take_answers(asking, app.read_given(text, where=where), by=how["by"], on=on)
    if how["as_json"]:
        said = [
            {"question": one.question, "answer": one.answer, "problem": one.problem, "fix": one.fix} for one in refused
        ]
        document = {"kept": [one.question for one in kept], "refused": said}
        print_json({**document, **_document(asking, how["again"])})
    else:
        for one in kept:
            click.echo(f"{one.asked} {asking.meaning(one)}")
        for lost in refused:
            click.echo(f'{lost.question}: "{lost.answer}": {lost.problem}. To fix: {lost.fix}', err=True)
        click.echo(_left(asking, again=how["again"]))
    return ExitCode.INCOMPLETE if refused else ExitCode.CLEAN


def _document(asking: Asking, again: bool) -> dict[str, Any]:
    from coi_audit.report.answers_view import effect_document, question_document
    from coi_audit.report.as_json import rejected_document

    return {
        "body": asking.body,
        "as_of": asking.as_of.isoformat(),
        "questions": [question_document(one) for one in asking.left(again=again)],
        "answers": [effect_document(one) for one in asking.effects()],
        "rejected": [rejected_document(one) for one in asking.not_understood],
    }


def _list(asking: Asking, *, again: bool) -> ExitCode:
    from coi_audit.report.ask_text import left_aside_lines, open_lines

    for line in (*open_lines(asking.left(again=again), width=_width()), *left_aside_lines(asking.effects())):
        click.echo(line)
    click.echo("Answer them on a terminal, or with --by NAME --answers FILE.")
    return ExitCode.CLEAN


def _left(asking: Asking, *, again: bool) -> str:
    left = len(asking.left(again=again))
    return f"{left} open question{'' if left == 1 else 's'} left."


def _width() -> int:
    return min(_WIDEST, shutil.get_terminal_size().columns)


class _Round:
    """One round at the terminal. `done` are the questions passed, for going back."""

    def __init__(self, asking: Asking, *, on: date, by: str | None, again: bool) -> None:
        self.asking = asking
        self.on = on
        self.by = (by or "").strip()
        self.again = again
        self.done: list[Question] = []
        self.kept: set[str] = set()

    def run(self) -> ExitCode:
        """Ask until nothing is left, or somebody stops; what was answered is kept either way."""
        from coi_audit.report.ask_text import left_aside_lines

        for line in left_aside_lines(self.asking.effects(), width=_width()):
            click.echo(line)
        for fault in self.asking.not_understood:
            click.echo(fault.sentence())
        try:
            while waiting := self._waiting():
                self._introduce(waiting)
                if not self._pass(waiting):
                    break
                self.asking.look_again()
        except (click.Abort, EOFError):
            click.echo("\nStopped.")
        kept = len(self.kept)
        left = _left(self.asking, again=False) if self.asking.left() else "Nothing is left to ask."
        click.echo(f"{kept} answer{'' if kept == 1 else 's'} kept. {left}")
        if kept:
            click.echo("The next check or audit of this folder relies on them, and says so.")
        return ExitCode.CLEAN

    def _waiting(self) -> Sequence[Question]:
        passed = {one.id for one in self.done}
        return [one for one in self.asking.left(again=self.again) if one.id not in passed]

    def _introduce(self, waiting: Sequence[Question]) -> None:
        if not self.done:
            many = "open question." if len(waiting) == 1 else "open questions, those that matter most first."
            click.echo(f"{self.asking.body}: {len(waiting)} {many}")
            click.echo(f"Each answer is saved at once. A remark may follow it: 2 {_REMARK} asked the practice manager")
        while not self.by:
            self.by = click.prompt("Your name, to be kept with the answers").strip()

    def _pass(self, waiting: Sequence[Question]) -> bool:
        """Go through these questions and those that follow from them; False where somebody stops."""
        queue = list(waiting)
        while queue:
            word = self._put(queue[0], len(queue))
            if word == "q":
                return False
            if word == "b":
                if self.done:
                    queue.insert(0, self.done.pop())
                else:
                    click.echo("This is the first question.")
                continue
            self.done.append(queue.pop(0))
            known = {one.id for one in (*self.done, *queue)}
            queue[:0] = [one for one in self._followers() if one.id not in known]
        return True

    def _followers(self) -> Sequence[Question]:
        """Questions that the answer just given opens."""
        last = self.done[-1].id
        return [one for one in self.asking.left() if one.after is not None and one.after[0] == last]

    def _put(self, question: Question, left: int) -> str:
        """Put one question until it is answered, skipped or left: the letter typed, empty where it was answered."""
        from coi_audit.report.ask_text import question_lines

        click.echo("\n" + "\n".join(question_lines(question, number=len(self.done) + 1, of=len(self.done) + left)))
        while True:
            typed = click.prompt("Answer", default="s", show_default=False).strip()
            if typed.casefold() in ("s", "b", "q"):
                return typed.casefold()
            given, _, remark = typed.partition(_REMARK)
            given = "I don't know" if given.strip().casefold() == "d" else given
            try:
                answer = self.asking.keep(question, given, by=self.by, on=self.on, remark=remark)
            except UserError as error:
                click.echo(f"{error.problem} {error.fix}".strip())
                continue
            self.kept.add(question.id)
            click.echo(self.asking.meaning(answer))
            return ""
