"""What of a web page its readers see as its content: hidden parts, menus, cookie notices, header and footer apart."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

_DROPPED = {
    "script", "style", "head", "template", "noscript", "iframe", "object", "applet", "audio", "video", "canvas", "svg",
    "map", "datalist", "del", "dialog", "xml", "noframes", "nav", "frameset", "rp", "math",
}  # fmt: skip
_ROLES_LEFT_OUT = {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip"}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WORD_EXTRAS = re.compile(
    r"mso-element\s*:\s*comment|mso-special-character\s*:\s*(?:comment|footnote)|mso-footnote-id", re.IGNORECASE
)
_NOTICE = re.compile(
    r"^(?:ccc|cc-(?:window|banner|revoke|grower)|cky-.*|onetrust-.*|gdpr(?:[-_].*)?|cookiebot.*)$"
    r"|cookies?[-_]?(?:banner|consent|notice|bar|popup|message|law|control|warning|prompt)|^cookies?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:skip-?(?:link|nav|to-content)s?|breadcrumbs?|site-?nav(?:igation)?|main-?nav(?:igation)?|navbar|nav-?menu"
    r"|share-?(?:links|buttons|bar)|social-?(?:links|share|media)|pagination|print-?button|back-to-top"
    r"|govuk-skip-link|govuk-breadcrumbs|nhsuk-skip-link|nhsuk-breadcrumb|nhsuk-header__navigation)$",
    re.IGNORECASE,
)
_UNSEEN = {"sr-only", "visually-hidden", "screen-reader-text", "screenreader-text", "govuk-visually-hidden",
           "nhsuk-u-visually-hidden", "hide-offscreen", "element-invisible", "visuallyhidden", "offscreen"}  # fmt: skip
_MAX_NOTICE_WORDS = 400
_CONTROLS = ("aria-controls", "data-target", "data-bs-target", "href")


class Place(StrEnum):
    """Where an element's words belong."""

    CONTENT = "content"
    HEADER = "header"
    FOOTER = "footer"
    HIDDEN = "hidden"
    NOWHERE = "nowhere"


class Looks:
    """Tells of each element of one page whether its readers see it, and as what."""

    def __init__(self, tree: Any) -> None:
        self._opened = {
            value.lstrip("#")
            for element in tree.iter("a", "button", "div", "summary", "span", "li", "h1", "h2", "h3", "h4")
            for name in _CONTROLS
            if (value := element.get(name)) and (name != "href" or value.startswith("#"))
        }
        self._main = _main_of(tree)

    def place(self, element: Any) -> Place:
        """Where the words of this element, and of all within it, belong."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or tag.startswith("v:"):
            return Place.NOWHERE
        if self._hidden(element):
            return Place.HIDDEN
        if _WORD_EXTRAS.search(element.get("style") or "") or _furniture(element) or _mere_button(element):
            return Place.NOWHERE
        margin = _margin(element)
        if self._main is None and tag != "div":  # then the page's heading may stand in what it calls its header
            return Place.CONTENT if margin is Place.HEADER else margin
        beside = tag == "aside" and all(one is not self._main for one in element.iterancestors())
        return Place.NOWHERE if beside else margin

    def words(self, element: Any) -> list[str]:
        """The single words of an element that stands apart from the content, without the menus in it."""
        found = (element.text or "").split()
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _DROPPED and not _furniture(child):
                found += self.words(child)
            found += (child.tail or "").split()
        return found

    def _hidden(self, element: Any) -> bool:
        if element.get("hidden") is None and not _HIDDEN_STYLE.search(element.get("style") or ""):
            return False
        return not self._shown_on_a_click(element)

    def _shown_on_a_click(self, element: Any) -> bool:
        """Parts that a page folds away are content: whoever reads the page opens them."""
        role = (element.get("role") or "").casefold()
        known = f"{element.get('class') or ''} {element.get('id') or ''}"
        folded = re.search(r"accordion|collaps|tab-?pan|panel|toggle|expand", known, re.IGNORECASE)
        return role == "tabpanel" or bool(folded) or (element.get("id") or "\0") in self._opened


def seen_by_few(element: Any) -> bool:
    """Whether the element's words are only for those who have the page read out to them."""
    return bool(_UNSEEN & set((element.get("class") or "").casefold().split()))


def _main_of(tree: Any) -> Any | None:
    """The one part that the page itself calls its main one, if anything stands in it."""
    mains = [
        one for one in tree.iter() if isinstance(one.tag, str) and (one.tag == "main" or one.get("role") == "main")
    ]
    if len(mains) != 1:
        return None
    return mains[0] if _words(mains[0]) > 0 else None


def _mere_button(element: Any) -> bool:
    """A button that does something, not one that opens the part it is the heading of."""
    if element.tag != "button" or element.get("aria-expanded") or element.get("aria-controls"):
        return False
    return not any(re.fullmatch(r"h[1-6]|summary|dt", str(one.tag)) for one in element.iterancestors())


def _margin(element: Any) -> Place:
    role = (element.get("role") or "").casefold()
    if element.tag == "div" and element.get("title") in ("header", "footer"):  # LibreOffice's pages
        return Place(element.get("title"))
    inside = any(one.tag in ("article", "section", "blockquote", "main", "table") for one in element.iterancestors())
    if role == "banner" or (element.tag == "header" and not inside):
        return Place.HEADER
    if role == "contentinfo" or (element.tag == "footer" and not inside):
        return Place.FOOTER
    return Place.CONTENT


def _furniture(element: Any) -> bool:
    if (element.get("role") or "").casefold() in _ROLES_LEFT_OUT:
        return True
    if element.tag in ("html", "body", "main", "article", "form", "td", "th", "tr", "tbody", "p"):
        return False
    names = [element.get("id") or "", *(element.get("class") or "").split()]
    if any(_FURNITURE.match(name) for name in names):
        return True
    return any(_NOTICE.search(name) for name in names) and _words(element) <= _MAX_NOTICE_WORDS and not _holds(element)


def _holds(element: Any) -> bool:
    """Whether the element holds what no notice holds: the page's heading, its main part or a table."""
    return any(one.tag in ("h1", "main", "article", "table") for one in element.iter())


def _words(element: Any) -> int:
    return len(" ".join(element.itertext()).split())
