"""The command line: it parses, calls `app`, prints, and ends with the documented exit code."""

from __future__ import annotations

import click

from coi_audit import __version__
from coi_audit.cli.actions import actions
from coi_audit.cli.ask import ask
from coi_audit.cli.audit import audit
from coi_audit.cli.audits import store_audits
from coi_audit.cli.chase import chase
from coi_audit.cli.check import check
from coi_audit.cli.compare import compare
from coi_audit.cli.history import history
from coi_audit.cli.judge import judge, judgements
from coi_audit.cli.keep import keep, store_group, trail
from coi_audit.cli.letting_go import removals, remove
from coi_audit.cli.names import classify, resolve
from coi_audit.cli.national import national
from coi_audit.cli.papers import read
from coi_audit.cli.person import person
from coi_audit.cli.registers import registers
from coi_audit.cli.rules import rules
from coi_audit.cli.ruling import ruling
from coi_audit.cli.serve import serve
from coi_audit.cli.start import demo, new
from coi_audit.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coi-audit")
def main() -> None:
    """Conflict-of-interest audit of NHS commissioning bodies, from their own papers.

    Put one body's register, agendas and minutes in a folder, then:

    \b
      coi-audit demo                      see it work on invented papers
      coi-audit new northfield-ccg        start a folder
      coi-audit check northfield-ccg      before a meeting: who must do what
      coi-audit audit northfield-ccg --pdf report.pdf
    """


_before = (demo, new, check, audit, ask, read, classify, resolve)
for _command in (
    *_before,
    rules,
    registers,
    compare,
    chase,
    national,
    verify,
    keep,
    judge,
    judgements,
    actions,
    ruling,
    history,
    trail,
    store_group,
    removals,
    remove,
    person,
    serve,
):
    main.add_command(_command)
store_group.add_command(store_audits)
