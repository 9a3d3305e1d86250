"""A template that is missing or misspelt fails loudly, and nothing outside its folder is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit import paths
from coi_audit.errors import ExitCode, SetupError
from coi_audit.report.fonts import SIGNS
from coi_audit.report.html import only_our_signs, render, style
from coi_audit.report.words import SIGNS as WORD_SIGNS


def test_a_misspelt_name_is_told_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n{{ boddy.name }}\n</p>", encoding="utf-8")
    with pytest.raises(SetupError) as error:
        render("page.html", {"body": "x"}, folder=tmp_path)
    assert "boddy" in error.value.problem
    assert error.value.where == "page.html, line 2"
    assert error.value.exit_code is ExitCode.SETUP


def test_a_missing_template_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('{% include "gone.html" %}', encoding="utf-8")
    with pytest.raises(SetupError, match=r"gone\.html"):
        render("page.html", {}, folder=tmp_path)
    with pytest.raises(SetupError, match=r"gone\.css"):
        style("gone.css", folder=tmp_path)


def test_a_template_reads_only_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text('{% include "../secret.html" %}', encoding="utf-8")
    with pytest.raises(SetupError):
        render("page.html", {}, folder=folder)


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ name }}", encoding="utf-8")
    assert render("page.html", {"name": "<Dr> & Sons"}, folder=tmp_path) == "&lt;Dr&gt; &amp; Sons"


def test_the_fonts_have_every_sign_the_reports_use() -> None:
    assert only_our_signs(SIGNS) == SIGNS
    assert only_our_signs(WORD_SIGNS) == WORD_SIGNS
    for file in sorted(paths.templates_folder().rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert only_our_signs(text) == text, file.name


def test_a_sign_without_a_glyph_takes_its_plain_form() -> None:
    assert only_our_signs("① 漢\u200b\u0007.\u2028") == "1 ?. "
