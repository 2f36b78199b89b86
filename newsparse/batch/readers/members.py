"""
Which members of a zip or tar are pages: a name in, an ``Item`` or None out.
"""

from __future__ import annotations

from newsparse.batch.page import Item
from newsparse.batch.readers import Source
from newsparse.batch.readers.files import OTHERS, PAGES, suffix


def item_for(source: Source, name: str, size: int) -> Item | None:
    """
    Return the item of an archive's member, None when its name says that it is no page.
    """
    name = name.replace("\\", "/").removeprefix("./")
    kind = suffix(name)
    if kind in OTHERS and not (source.rendered and kind == ".txt"):
        source.tally.skipped["not html"] += 1
        return None
    file = f"{source.name}/{name}"
    url, charset = source.lookup(file)
    if url is None:
        url, charset = source.lookup(name)
    return Item(name, file, url, charset, sniff=kind not in PAGES, rendered=source.rendered, size=size)
