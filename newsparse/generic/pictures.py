"""
Galleries and films: pages whose story is pictures, or a player, with hardly any text.
"""

from __future__ import annotations

import re
from typing import Any

from newsparse import lazy
from newsparse.blocks import Block
from newsparse.document.outline import Outline, picture
from newsparse.fields.body import BodyReading
from newsparse.generic.headline import Headline

#: How many lines below the title pictures are looked for.
_REACH = 60
#: Icons, codes, buttons and adverts by their address.
_ORNAMENT = lazy.compile(
    r"logo|icon|qr|erweima|weixin|wechat|btn|button|share|/ads?[/_.-]|banner|avatar|face|blank|spacer|loading|arrow|\.gif(?:$|\?)", re.I
)
_LITTLE_TEXT, _FEW_PICTURES = 200, 3
#: So much caption text a picture is still a gallery.
_CAPTION = 60


def shown(outline: Outline, head: Headline | None) -> list[Block]:
    """
    Return the pictures, films and captions below the title, up to the first list of links.
    """
    return [block for _, block in _shown(outline, head)]


def shown_lines(outline: Outline, head: Headline | None) -> tuple[int, int] | None:
    """
    Return the first of those lines and the place after the last, None where there are none.
    """
    found = _shown(outline, head)
    return (found[0][0], found[-1][0] + 1) if found else None


def _shown(outline: Outline, head: Headline | None) -> list[tuple[int, Block]]:
    if head is None or head.line < 0:
        return []
    found: list[tuple[int, Block]] = []
    lines = outline.lines
    for number in range(head.line + 1, min(len(lines), head.line + _REACH)):
        line = lines[number]
        if line.kind == "list":
            break
        if line.kind == "text":
            if found and found[-1][1].kind == "image" and not line.linked and 4 <= len(line.text) <= 2 * _CAPTION:
                found.append((number, outline.block(number)._replace(mark="caption")))
            continue
        block = picture(line, "p")
        if block is None or (block.kind == "image" and _ORNAMENT.search(block.url or "")):
            continue
        # A picture inside a link leads to another story.
        if block.kind == "video" or not leads_away(line.nodes[0]):
            found.append((number, block))
    pictures = sum(block.kind == "image" for _, block in found)
    return found if pictures > 1 or any(block.kind == "video" for _, block in found) else []


def leads_away(node: Any) -> bool:
    """
    Tell whether a picture stands in a link to a page.
    """
    parent = node.parent
    if parent is None or parent.tag != "a":
        return False
    href = parent.attributes.get("href") or ""
    return not (href.startswith(("#", "javascript")) or href.lower().endswith((".jpg", ".jpeg", ".png", ".webp")))


def kind_of(reading: BodyReading | None) -> str:
    """
    Return what a page is: ``article``, ``gallery`` or ``video``.
    """
    if reading is None:
        return "article"
    text = pictures = films = 0
    for block in reading.body:
        if block.kind == "image":
            pictures += 1
        elif block.kind == "video":
            films += 1
        else:
            text += len(block.text)
    if text < _LITTLE_TEXT // 2 and films:
        return "video"
    if pictures >= _FEW_PICTURES and text < _LITTLE_TEXT and text <= pictures * _CAPTION:
        return "gallery"
    return "article"
