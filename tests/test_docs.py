"""The documents say what is so: commands, exit codes, words, decisions, the worked rule, and nothing of one machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import click
import pytest
from PIL import Image

from coi_audit import __version__, app, paths
from coi_audit.cli import main
from coi_audit.errors import ExitCode
from coi_audit.model import words

REPO = Path(__file__).resolve().parents[1]
README = (REPO / "README.md").read_text(encoding="utf-8")
DECISIONS = sorted((REPO / "docs" / "decisions").glob("*.md"))
OURS = (".md", ".py", ".toml", ".lock", ".yaml", ".html", ".css", ".json", ".csv", ".txt", "run")


def commands(group: click.Command = main, *before: str) -> list[str]:
    """Every command that does something, as typed after coi-audit."""
    if isinstance(group, click.Group):
        return [path for name, one in group.commands.items() for path in commands(one, *before, name)]
    return [" ".join(before)]


@cache
def committed() -> tuple[Path, ...]:
    """Every text file that is or will be committed; without git, every one that Python and the tools did not write."""
    if shutil.which("git") and (REPO / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPO, capture_output=True, text=True, check=True).stdout
        files = [REPO / name for name in listed.split("\0") if name]
    else:
        tops = [one for one in REPO.iterdir() if not one.name.startswith(".")]
        files = [one for top in tops for one in ([top] if top.is_file() else top.rglob("*")) if one.is_file()]
        files = [one for one in files if not {"__pycache__", ".mypy_cache"} & set(one.parts)]
    return tuple(sorted(one for one in files if one.is_file() and one.name.endswith(OURS)))


def text_of(file: Path) -> str:
    """Some papers of the tests are in older character sets on purpose."""
    return file.read_text(encoding="utf-8", errors="replace")


# README


def test_every_command_is_in_the_readme_and_every_command_there_exists() -> None:
    table = set(re.findall(r"^\| `coi-audit ([a-z ]+?)(?: [A-Z][^`]*)?` \|", README, flags=re.MULTILINE))
    assert table == set(commands())


def test_every_option_used_in_the_readme_exists() -> None:
    typed = re.findall(r"^\s+(?:\./run|coi-audit) (new|check|audit) (.+)$", README, flags=re.MULTILINE)
    assert {one for one, _ in typed} == {"new", "check", "audit"}
    for command, rest in typed:
        known = {option for one in main.commands[command].params for option in one.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known


def test_every_way_to_call_run_is_one_it_knows() -> None:
    script = (REPO / "run").read_text(encoding="utf-8")
    known = set(re.findall(r"^#   \./run ([a-z]+)", script, flags=re.MULTILINE)) | set(main.commands)
    named = set(re.findall(r"\./run ([a-z]+)", README))
    assert {"demo", "test", "long"} <= named <= known


def test_the_exit_codes_are_the_documented_ones() -> None:
    table = re.findall(r"^\| (\d+) \| [^|]+ \|$", README, flags=re.MULTILINE)
    assert [int(one) for one in table] == sorted(int(one) for one in ExitCode)


def test_every_file_the_documents_point_to_is_there() -> None:
    for page in (REPO / "README.md", REPO / "CONTRIBUTING.md", REPO / "CHANGELOG.md", *DECISIONS):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (page.parent / target).exists(), f"{page.name} points to {target}"
    for floor in re.findall(r"^\| [1-7] \| (.+?) \|", README, flags=re.MULTILINE):
        for room in re.findall(r"`([^`]+)`", floor):
            assert (REPO / "coi_audit" / room).exists(), room


def test_the_picture_is_there_and_light() -> None:
    picture = REPO / "docs" / "images" / "report.png"
    assert picture.stat().st_size < 300_000
    with Image.open(picture) as opened:
        assert opened.width > opened.height > 500


# CHANGELOG, decisions, glossary


def test_the_changelog_has_the_version() -> None:
    text = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in text
    told = re.search(r"(\d+) rules with dated versions", text)
    assert told is None or int(told[1]) <= len(app.rulebook_of(paths.rules_folder()).rules)


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_is_short_and_numbered_as_its_file(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 20
    heading = re.match(r"# (\d+)\.? ", lines[0])
    assert heading, lines[0]
    assert int(heading[1]) == int(page.stem.split("-")[0])


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(one.stem.split("-")[0]) for one in DECISIONS] == list(range(1, len(DECISIONS) + 1))


IDEAS = """body; committee; member; interest; conflict; declaration; register; meeting; item; decision; party; link;
participation; required action; recorded action; quorum; rule; version; check; citation; facts; evidence; finding;
outcome; waiver; judgement; assurance opinion; as-of date"""


def test_the_glossary_has_one_word_per_idea_and_every_value_the_json_prints() -> None:
    text = (REPO / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", text, flags=re.MULTILINE)
    assert [idea for idea in re.split(r";\s+", IDEAS) if idea not in rows] == []
    shown = (words.Action, words.Handling, words.LinkKind, words.Scope, words.Purpose, words.RuleOutcome, words.Match)
    values = {str(value) for one in shown for value in one} | {str(one) for one in words.InterestCategory}
    assert {value for value in values if f"`{value}`" not in text} == set()


# CONTRIBUTING: the worked example works


def test_the_rule_in_contributing_loads_and_its_cases_hold(tmp_path: Path) -> None:
    text = (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8")
    file = re.search(r"`rules/(\w+/[A-Z]{3}-\d\d\.yaml)`", text)
    rule = re.search(r"```yaml\n(.+?)```", text, flags=re.DOTALL)
    assert file
    assert rule
    rules = tmp_path / "rules"
    shutil.copytree(paths.rules_folder(), rules)
    assert not (rules / file[1]).exists(), "the number in the example is taken by now"
    (rules / file[1]).write_text(rule[1], encoding="utf-8")
    own = [one for one in app.test_rules(rules) if one.rule_id == Path(file[1]).stem]
    assert len(own) == rule[1].count("{name:")
    assert [one.problems for one in own if not one.as_expected] == []


# Dependencies


def declared(*extras: str) -> set[str]:
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    assert all("==" in line for line in lines), "every dependency is pinned"
    return {named(line) for line in lines}


def named(line: str) -> str:
    """The package a pin names, without its extras: "psycopg[binary]==3.3.9" is psycopg."""
    return re.split(r"[\[=]", line)[0].lower()


def imported(*folders: str) -> Iterator[str]:
    """Top-level modules that our code imports, other than Python's own and ours."""
    for folder in folders:
        for path in (REPO / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
                yield from (one.split(".")[0] for one in names)


# Packages that are used by their files, or by another package on our behalf, each with the words that do so.
USED_UNIMPORTED = {
    "nhsuk-frontend-jinja": 'PackageLoader("nhsuk_frontend_jinja")',
    "django-htmx": 'files("django_htmx")',
    "python-multipart": "request.form(",
}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    packages = packages_distributions()
    used = {
        package.lower().replace("_", "-")
        for name in set(imported("coi_audit")) - sys.stdlib_module_names - {"coi_audit"}
        for package in packages.get(name, [name])
    }
    in_source = "".join(path.read_text(encoding="utf-8") for path in (REPO / "coi_audit").rglob("*.py"))
    beside = {name for name, sign in USED_UNIMPORTED.items() if sign in in_source}
    assert used | beside == declared()


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", ["build"]), ("requirements-test.lock", ["build", "test"])]
)
def test_the_locks_pin_every_dependency_by_hash(lock: str, extras: list[str]) -> None:
    text = (REPO / lock).read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([a-z0-9.-]+)(?:\[[a-z,]+\])?==(\S+)", text, flags=re.MULTILINE))
    project = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    assert {line: pins.get(named(line)) for line in lines} == {line: line.split("==")[1] for line in lines}
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


# Nothing of one machine


HOSTS = ("pypi." + "org", "pythonhosted." + "org", "registry." + "npmjs", "proxy.golang" + ".org", "arti" + "factory")
HOME = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp|opt|mnt)/[\w.-]+")
ALLOWED = {"/opt/homebrew"}


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_package_registry(host: str) -> None:
    assert [str(one.relative_to(REPO)) for one in committed() if host in text_of(one)] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    found = {
        f"{one.relative_to(REPO)}: {place}"
        for one in committed()
        for place in HOME.findall(text_of(one))
        if place not in ALLOWED
    }
    assert found == set()
    assert not any(str(REPO.parent) + "/" in text_of(one) for one in committed() if len(REPO.parts) > 2)


def test_the_lists_of_files_are_not_empty() -> None:
    names = {one.relative_to(REPO).as_posix() for one in committed()}
    assert {
        "README.md",
        "run",
        "pyproject.toml",
        "requirements.lock",
        "coi_audit/app/audits.py",
        "rules/actions.yaml",
    } <= names
