"""
A page and the CSS that found each field in; the same page out, its fields marked, nothing in it that could run.
"""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser

#: Elements that run, load or leave the page.
_ACTIVE = ["script", "iframe", "object", "embed", "link", "base", "noscript", "applet", "meta", "form", "frame", "frameset"]
_ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "srcset", "background", "poster", "data")
ATTRIBUTE = "data-newsparse"


def mark(text: str, places: Iterable[tuple[str, str, str | None]]) -> str:
    """
    Return the page's HTML with ``data-newsparse="field"`` on every element that gave a field.

    Args:
        text: the page, decoded.
        places: field, CSS query, and the CSS of the root that the query searches in (None: the page).
    """
    tree = LexborHTMLParser(text)
    for field, query, root in places:
        scope = tree.css_first(root) if root else tree
        node = scope.css_first(query) if scope is not None else None
        if node is not None:
            known = node.attributes.get(ATTRIBUTE)
            node.attrs[ATTRIBUTE] = f"{known} {field}" if known else field
    tree.strip_tags(_ACTIVE)
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            runs = name.lower().startswith("on") or (name.lower() == "style" and "url(" in (value or ""))
            leaves = name.lower() in _ADDRESSES
            if runs or leaves:
                del node.attrs[name]
    return tree.html or ""
