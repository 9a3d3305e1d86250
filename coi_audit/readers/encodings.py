"""Words from bytes, whatever of the encodings that offices have used they stand in."""

from __future__ import annotations

import codecs

# What English papers hold beside plain letters; another encoding makes other letters of the same bytes.
_USUAL = frozenset("\xa0‘’“”–—•…£€é½¼¾°²·«»©®™áàâäãåæçèêëíìîïñóòôöõøúùûüßÉ✓")
_RARE = frozenset("ãõåæøÉ")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FEWEST, _MOST = 4, 0.8  # letters that are looked at, and the share that must be plain, where no mark is given


def decode(data: bytes) -> str:
    """Text in UTF-8, in UTF-16 with or without its mark, else as Windows or, where it fits better, an old Mac wrote it.

    Bytes of another encoding within UTF-8 are read as Windows' own. Line ends become a plain newline; zero bytes,
    which say nothing, go.
    """
    return _decoded(data).replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def two_byte_order(data: bytes) -> str | None:
    """The name of the encoding where the bytes are letters of two bytes each, with or without their mark."""
    if data.startswith(_MARKS):
        return "utf-16"
    head = data[: 4096 - len(data) % 2]
    for name, zeros, letters in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        plain = sum(1 for byte in letters if 32 <= byte < 127 or byte in (9, 10, 13))
        if len(letters) >= _FEWEST and zeros.count(0) >= len(zeros) * _MOST and plain >= len(letters) * _MOST:
            return name
    return None


def _decoded(data: bytes) -> str:
    two = two_byte_order(data)
    if two is not None:
        return data.decode(two, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    mixed = data.decode("utf-8-sig", errors="surrogateescape")
    strays = sum(1 for letter in mixed if "\udc80" <= letter <= "\udcff")
    if sum(1 for letter in mixed if letter > "\x7f") - strays > strays:
        return "".join(_stray(letter) if "\udc80" <= letter <= "\udcff" else letter for letter in mixed)
    windows, mac = data.decode("cp1252", errors="replace"), data.decode("mac_roman")
    on_mac = b"\r" in data and b"\n" not in data
    return mac if _fits(mac) + on_mac > _fits(windows) else windows


def _stray(letter: str) -> str:
    return bytes([ord(letter) - 0xDC00]).decode("cp1252", errors="replace")


def _fits(text: str) -> float:
    """How much the letters beyond plain ones are those that English papers hold; capitals within capitals are."""
    worth = 0.0
    for at, letter in enumerate(text):
        if letter <= "\x7f":
            continue
        beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
        capital = letter.isupper() and any(map(str.isupper, beside)) and not any(map(str.islower, beside))
        worth += 1.0 if capital or letter in _USUAL else -1.0
    return worth
