"""Saved web pages as blocks in reading order: paragraphs with the numbers the page shows, and tables cell by cell.

It opens nothing but the page itself: no picture, no style sheet, no folder beside it, nothing on a network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from coi_audit.errors import UserError
from coi_audit.readers.guard import FileType, damaged, file_name, require, shown
from coi_audit.readers.html.archive import Page, pages_of
from coi_audit.readers.html.blocks import Blocks
from coi_audit.readers.html.charset import page_text
from coi_audit.readers.html.shown import Looks, Place
from coi_audit.readers.word import WordDocument

MAX_MARKS = 600_000
MAX_DEPTH = 200
_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,100},[A-Za-z0-9+/=%\s]{200,}")
_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_MODIFIED = ("last-modified", "dcterms.modified", "dc.date.modified", "article:modified_time", "changed", "modified")
_CREATED = ("dcterms.created", "dc.date.created", "article:published_time", "created")


def read_html(path: Path, *, root: Path | None = None) -> WordDocument:
    """Read a saved web page (.html, .htm), or one saved with all it needs in a single file (.mht, .mhtml).

    Hidden parts, scripts and the page's furniture (menus, cookie notices) are left out; the words of its header and
    footer stand apart. Raises `UserError` for a file that is no web page whatever its name, is damaged, over 50 MB,
    nests too deep, holds too many parts, or only frames other files.
    """
    where = file_name(path, root)
    kind = require(path, wanted=(FileType.HTML, FileType.MHTML), where=where)
    data = path.read_bytes()
    pages = pages_of(data, where=where) if kind is FileType.MHTML else (Page(data),)
    return read_pages(pages, where=where)


def read_pages(pages: tuple[Page, ...], *, where: str) -> WordDocument:
    """Pages as one document, in order; `where` names the file in messages. Raises as `read_html` does."""
    trees = [_tree(page, where) for page in pages]
    framed = [tree for tree in trees if tree is not None and next(tree.iter("frameset"), None) is not None]
    trees = [tree for tree in trees if tree is not None and tree not in framed]
    if framed and not trees:
        raise UserError(
            "this web page only frames other files, which are not opened.",
            where=where,
            fix='save it as "Single File Web Page" (.mht), or as a Word document or an Excel workbook.',
        )
    blocks = Blocks(where)
    for tree in trees:
        blocks.take(tree, Looks(tree))
    notices = (_hidden(blocks.hidden),) if blocks.hidden else ()
    first = trees[0] if trees else None
    return WordDocument(
        blocks=tuple(blocks.found),
        headers=tuple(blocks.apart[Place.HEADER]),
        footers=tuple(blocks.apart[Place.FOOTER]),
        modified=_moment(first, "lastsaved", _MODIFIED),
        created=_moment(first, "created", _CREATED),
        title=_title(first),
        notices=notices,
    )


def _hidden(words: int) -> str:
    counted = "1 word" if words == 1 else f"{words:,} words"
    return f"{counted} that the page hides from its readers {'was' if words == 1 else 'were'} left out."


def _tree(page: Page, where: str) -> Any | None:
    """The page as a tree; None where it holds nothing at all."""
    from lxml import etree, html

    text = _EMBEDDED.sub("data:,", shown(page_text(page.data, page.charset)).replace("\0", ""))
    if text.count("<") > MAX_MARKS:
        raise _too_much(f"holds more than {MAX_MARKS:,} parts", where)
    # Comments stay: Word writes what only Word should read into them, and they end where the words go on.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.ParserError:
        return None  # nothing in it
    except (etree.LxmlError, ValueError) as error:
        raise damaged(where) from error
    if _depth(tree) > MAX_DEPTH:
        raise _too_much(f"nests its parts more than {MAX_DEPTH} deep", where)
    return tree


def _depth(tree: Any) -> int:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _too_much(problem: str, where: str) -> UserError:
    return UserError(
        f"this web page {problem}; it was not read.",
        where=where,
        fix="copy the part that matters into a Word document and use that.",
    )


def _title(tree: Any | None) -> str:
    return "" if tree is None else " ".join((tree.findtext(".//title") or "").split())


def _moment(tree: Any | None, office: str, names: tuple[str, ...]) -> datetime | None:
    """When the page was saved, by Word's own record or the page's own description; None where neither tells."""
    return next(_moments(tree, office, names), None) if tree is not None else None


def _moments(tree: Any, office: str, names: tuple[str, ...]) -> Iterator[datetime]:
    from lxml import etree

    told = []
    for comment in tree.iter(etree.Comment):  # Word keeps its record in a comment that only Word reads
        told += re.findall(rf"<o:{office}>([^<]{{10,40}})</o:", comment.text or "", re.IGNORECASE)
    metas = [((one.get("name") or one.get("http-equiv") or one.get("property") or "").casefold(), one.get("content"))
             for one in tree.iter("meta")]  # fmt: skip
    told += [content for name in names for known, content in metas if known == name and content]
    for text in told:
        if day := _DAY.match(text.strip()):
            try:
                yield datetime.fromisoformat(day[0])
            except ValueError:
                continue
