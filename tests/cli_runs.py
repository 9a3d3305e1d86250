"""How the tests of the command line run a command and look at what it says, and a small case folder to run it on."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from coi_audit.cli import main
from coi_audit.errors import ExitCode

REPO = Path(__file__).resolve().parents[1]
NORTHFIELD = REPO / "sample_data" / "northfield-ccg"
AS_OF = ("--as-of", "2018-01-15")

BODY = """\
name: NHS Aberwick CCG
ods_code: 98X
kind: ccg
co_commissioning: delegated
guardian: Ruth Penhale
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Ruth Penhale, role: lay, title: Lay Member for Governance, chair: true, voting: true, from: 2016-04-01}
      - {name: Graham Tolley, role: lay, title: Lay Member, vice_chair: true, voting: true, from: 2016-04-01}
      - {name: Sunita Kaur, role: executive, title: Accountable Officer, voting: true, from: 2016-04-01}
      - {name: Dr Piers Antrobus, role: gp, title: GP, practice: Millrace Surgery, voting: false, from: 2016-04-01}
"""
REGISTER = """\
Name,Role,Interest,Organisation,Type,Direct or indirect,From,To,Action taken to mitigate risk,Date declared
Ruth Penhale,Lay Member,Nil,,,,,,,01/10/2017
Graham Tolley,Lay Member,Nil,,,,,,,01/10/2017
Sunita Kaur,Accountable Officer,Nil,,,,,,,01/10/2017
Dr Piers Antrobus,GP,GP partner,Millrace Surgery,Financial,Direct,01/04/2010,Present,Declare at meetings,01/10/2017
"""
AGENDA = """\
NHS Aberwick CCG
Primary Care Commissioning Committee
Agenda for the meeting on 6 March 2018

1. Welcome and apologies
2. Declarations of interest
3. {item}
4. Date of next meeting
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], prog_name="coi-audit")


@cache
def run_once(*arguments: str | Path) -> Result:
    """For the slow commands that several tests look at."""
    return run(*arguments)


def document(result: Result) -> Any:
    """Standard output as JSON: all of it, or the test fails."""
    return json.loads(result.stdout)


def said_plainly(result: Result, code: ExitCode, *words: str) -> None:
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert result.stdout == ""
    for word in words:
        assert word in result.stderr


def case_folder(folder: Path, *, item: str = "Quality report (for information)", body: str = BODY) -> Path:
    meeting = folder / "meetings" / "2018-03-06-pccc"
    meeting.mkdir(parents=True)
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    (folder / "register 2017-10.csv").write_text(REGISTER, encoding="utf-8")
    (meeting / "agenda.txt").write_text(AGENDA.format(item=item), encoding="utf-8")
    return folder
