"""Ways to damage a paper, each a pure function of a seed and a seeded chooser."""

from __future__ import annotations

import io
import os
import random
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from seeds import Seed

Damage = Callable[[Seed, random.Random], tuple[str, bytes]]  # the name and content of what is left
# A file outside the folder: no reading may ever hold its words, which are its own name.
CANARY = Path(tempfile.gettempdir()) / f"coi-audit-canary-{os.getpid():010}"

_ENDINGS = (
    ".xlsx",
    ".xls",
    ".ods",
    ".csv",
    ".docx",
    ".doc",
    ".rtf",
    ".odt",
    ".pdf",
    ".html",
    ".txt",
    ".eml",
    ".yaml",
    "",
)
_WORDS = (
    "Name", "Register of interests", "Agenda", "Minutes", "Present:", "31/02/2017", "00.00.0000", "9" * 40, "1e999",
    '=HYPERLINK("file:///etc/passwd")', "=cmd|'/c calc'!A1", "\u202e\u0000\u0007", "Ü" * 300, "e" + "\u0301" * 9,
    "-1", "Dr " * 500, "(" * 800, "and " * 900, "to date to date", "\t" * 300, ";" * 2000, "\n" * 500, "x" * 999,
)  # fmt: skip
_XML_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaaaaaaaa">'
    + "".join(f'<!ENTITY {"abcdefghij"[n + 1]} "{("&" + "abcdefghij"[n] + ";") * 20}">' for n in range(8))
    + "]><b>&i;</b>"
)


def cut(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    return seed.name, seed.content[: chooser.randrange(len(seed.content))]


def flip(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    data = bytearray(seed.content)
    for _ in range(chooser.choice((1, 2, 8, 64))):
        data[chooser.randrange(len(data))] ^= 1 << chooser.randrange(8)
    return seed.name, bytes(data)


def swap(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Two stretches of the file change places."""
    data, size = seed.content, len(seed.content)
    one, two, three = sorted(chooser.randrange(size + 1) for _ in range(3))
    return seed.name, data[:one] + data[two:three] + data[one:two] + data[three:]


def repeat(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    at = chooser.randrange(len(seed.content))
    piece = seed.content[at : at + chooser.choice((1, 30, 2000))]
    return seed.name, seed.content[:at] + piece * chooser.choice((2, 50, 2000)) + seed.content[at:]


def blank(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    at, size = chooser.randrange(len(seed.content)), chooser.choice((4, 200, 5000))
    hole = chooser.choice((b"\0", b"\xff", b" ", b"\n")) * len(seed.content[at : at + size])
    return seed.name, seed.content[:at] + hole + seed.content[at + size :]


def rename(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    return seed.name.rsplit(".", 1)[0] + chooser.choice(_ENDINGS), seed.content


def encode(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """The bytes as another encoding would have them."""
    text = seed.content.decode("latin-1")
    return seed.name, text.encode(chooser.choice(("utf-8", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp037")))


def stuff(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Strange words between the words; in an archive, in one of its parts."""
    if seed.is_archive:
        return part(seed, chooser)
    at = chooser.randrange(len(seed.content))
    word = chooser.choice(_WORDS).encode("utf-8", "surrogatepass")
    return seed.name, seed.content[:at] + word + seed.content[at:]


def part(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """One part of an archive damaged as a file would be, or replaced, or taken out."""
    if not seed.is_archive:
        return stuff(seed, chooser)
    parts = _parts(seed.content)
    name = chooser.choice(sorted(parts))
    inner = Seed(name, parts[name] or b" ")
    what = chooser.randrange(6)
    if what == 0:
        del parts[name]
    elif what == 1:
        parts[name] = b""
    elif what == 2:
        parts[name] = _XML_BOMB.encode()
    elif what == 3:
        parts[name] = _entity(parts[name])
    elif what == 4:
        parts[name] = _words_between_tags(inner.content, chooser)
    else:
        parts[name] = chooser.choice((cut, flip, swap, repeat, blank))(inner, chooser)[1]
    return seed.name, _archive(parts)


def extras(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Parts that no honest paper has: macros, links to other files, names that climb out of the folder."""
    if not seed.is_archive:
        return nest(seed, chooser)
    parts = _parts(seed.content)
    parts[chooser.choice(("../../canary.txt", "/etc/cron.d/x", "xl/vbaProject.bin", "word/vbaProject.bin"))] = (
        b"x" * 500
    )
    link = f'<Relationship Id="rId99" Type="http://x/externalLink" Target="file://{CANARY}" TargetMode="External"/>'
    for name in [one for one in parts if one.endswith(".rels")]:
        parts[name] = parts[name].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    return seed.name, _archive(parts)


def bomb(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """A little that unpacks to a great deal."""
    size = chooser.choice((5, 60)) * 1024 * 1024
    if not seed.is_archive:
        return seed.name, seed.content + chooser.choice((b"\n", b"a", b";", b"<p>", b"- x\n")) * (size // 12)
    parts = _parts(seed.content)
    name = chooser.choice(sorted(one for one in parts if one.endswith(".xml")))
    text = parts[name]
    at = text.rfind(b"</")
    parts[name] = text[:at] + chooser.choice((b" ", b"<!-- -->", b"A")) * (size // 4) + text[at:]
    return seed.name, _archive(parts)


def nest(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Things within things within things."""
    deep = chooser.choice((50, 3000, 60_000))
    if seed.name.endswith((".html", ".eml")):
        tag = chooser.choice(("div", "table><tr><td", "ul><li", "b", "span"))
        return seed.name, seed.content.replace(b"<p>", f"<{tag}>".encode() * deep + b"<p>", 1)
    if seed.name.endswith(".yaml"):
        return seed.name, seed.content + chooser.choice((b"\nx: " + b"[" * deep, b"\nx: &a [*a]", _yaml_bomb()))
    if seed.is_archive:
        parts = _parts(seed.content)
        name = next((one for one in parts if one.endswith(("document.xml", "sheet1.xml", "content.xml"))), min(parts))
        opening = chooser.choice((b"<w:tbl><w:tr><w:tc>", b"<w:ins>", b"<text:span>", b"<row><c>"))
        parts[name] = re.sub(rb"(<w:p\b|<row\b|<text:p\b)", opening * min(deep, 3000) + rb"\1", parts[name], count=1)
        return seed.name, _archive(parts)
    return seed.name, seed.content + b"(" * deep


def far(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Cells at the end of the world, and rows said to be repeated a million times."""
    if not seed.is_archive:
        return repeat(seed, chooser)
    parts = _parts(seed.content)
    for name, text in parts.items():
        if name.endswith("sheet1.xml"):
            cell = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
            parts[name] = text.replace(b"</sheetData>", cell + b"</sheetData>")
        elif name == "content.xml":
            often = chooser.choice((b"1048576", b"999999999999"))
            parts[name] = text.replace(
                b"<table:table-row>", b'<table:table-row table:number-rows-repeated="' + often + b'">'
            )
    return seed.name, _archive(parts)


def pdf_tricks(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Pages within themselves, numbers beyond reason, actions that would run something."""
    if not seed.content.startswith(b"%PDF"):
        return flip(seed, chooser)
    tricks = (
        (rb"/Count \d+", b"/Count 99999999"),
        (rb"/MediaBox\s*\[[^\]]*\]", b"/MediaBox [0 0 1e30 -5]"),
        (rb"/Length \d+", b"/Length 999999999"),
        (rb"/Kids \[", b"/Kids [1 0 R 2 0 R 3 0 R 1 0 R "),
        (rb"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/sh) >>"),
        (rb"/Rotate \d+", b"/Rotate 12345"),
        (rb"startxref\s+\d+", b"startxref\n7"),
        (rb"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode /ASCIIHexDecode]"),
        (rb"(\d+) 0 R", b"1 0 R"),
    )
    old, new = chooser.choice(tricks)
    return seed.name, re.sub(old, new, seed.content, count=chooser.choice((0, 1, 3)))


def twice(seed: Seed, chooser: random.Random) -> tuple[str, bytes]:
    """Two damages, one on the other."""
    name, data = chooser.choice(_ONCE)(seed, chooser)
    return chooser.choice(_ONCE)(Seed(name, data or b" "), chooser)


_ONCE: tuple[Damage, ...] = (cut, flip, swap, repeat, blank, rename, encode, stuff, part, extras, nest, far, pdf_tricks)
DAMAGES: tuple[Damage, ...] = (*_ONCE, part, part, stuff, twice, twice, twice)


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()} or {"x": b"x"}
    except Exception:  # damaged already, in whichever way
        return {"x": content}


def _archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _entity(text: bytes) -> bytes:
    """A part that asks for a file outside the folder to be read into it."""
    head = f'<!DOCTYPE x [<!ENTITY c SYSTEM "file://{CANARY}">]>'.encode()
    bare = re.sub(rb"^<\?xml[^>]*\?>", b"", text)
    return head + re.sub(rb">([^<>]{2,})<", rb">&c;<", bare, count=2)


def _words_between_tags(text: bytes, chooser: random.Random) -> bytes:
    word = chooser.choice(_WORDS).encode("utf-8", "ignore").replace(b"\0", b"").replace(b"&", b"+").replace(b"<", b"[")
    return re.sub(rb">([^<>]+)<", b">" + word.replace(b"\\", b"/") + b"<", text, count=chooser.choice((1, 5, 0)))


def _yaml_bomb() -> bytes:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    return ("\n" + "\n".join(levels)).encode()
