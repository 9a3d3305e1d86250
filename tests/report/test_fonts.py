"""The fonts: six faces with every sign the reports print, no other font let in, and no crash where one is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from coi_audit.errors import ExitCode, SetupError
from coi_audit.report import fonts


@pytest.mark.parametrize("file", fonts.font_files(), ids=lambda file: file.stem)
def test_every_face_has_every_sign(file: Path) -> None:
    with TTFont(file) as font:
        held = font.getBestCmap()
        assert "glyf" in font
    assert [sign for sign in fonts.SIGNS if ord(sign) not in held] == []


def test_only_our_faces_are_let_in() -> None:
    configuration = fonts.use_only_our_fonts()
    folder = configuration.parent / "fonts"
    assert sorted(one.name for one in folder.iterdir()) == [one.name for one in fonts.font_files()]
    text = configuration.read_text(encoding="utf-8")
    assert text.count("<dir>") == 1
    assert f"<dir>{folder}</dir>" in text
    assert "<include" not in text


def test_the_folder_of_fonts_goes_when_the_process_ends() -> None:
    code = "from coi_audit.report.fonts import use_only_our_fonts; print(use_only_our_fonts())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not Path(told.stdout.strip()).parent.exists()


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda file: file.unlink(), "cannot be read"),
        (lambda file: file.write_bytes(b""), "damaged"),
        (lambda file: file.write_bytes(b"OTTO" + bytes(99)), "damaged"),
    ],
)
def test_a_missing_or_damaged_font_is_told_before_weasyprint_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: object, problem: str
) -> None:
    import font_source_sans_pro

    (tmp_path / "files").mkdir()
    for file in fonts.font_files():
        (tmp_path / "files" / file.name).write_bytes(file.read_bytes())
    spoil(tmp_path / "files" / "SourceSansPro-Semibold.ttf")  # type: ignore[operator]
    monkeypatch.setattr(font_source_sans_pro, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(SetupError, match=problem) as caught:
        fonts.font_files()
    assert caught.value.exit_code == ExitCode.SETUP
    assert "SourceSansPro-Semibold.ttf" in caught.value.where
    assert caught.value.fix
