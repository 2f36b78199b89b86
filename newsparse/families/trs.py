"""
拓尔思 TRS WCM: the CMS of many government portals and of the web sites of regional papers and broadcasters.

http://www.example.cn/xwdt/201905/t20190512_1234567.html

Whatever the template looks like, the CMS's editor leaves an element around the text: of class
``TRS_Editor``, often twice and with a style sheet in it; since about 2018 ``TRS_UEDITOR``.  Below
articles of several pages stands a call of ``createPageHTML``, from which a script draws the pager:
without the script the page prints none.

That is all that TRS proves.  Title, time, source, people and trail are the template's, and are
left to the generic reader, which also knows the metadata of the government's standard
(``ArticleTitle``, ``PubDate``, ``ContentSource``; ``Author`` is as often a clerk).  A text of a
single paragraph is left to it too: notices in the margin come from the same editor.

Seen on saved pages of youth.cn: ``TRS_Editor`` and the form of the addresses.  The rest is known
from the CMS, not from pages at hand.  No windows: where a template's elements begin is not known.
"""

from __future__ import annotations

from newsparse.rules import Layout, Site, script

#: The call that draws the pager: how many pages, which one this is, counted from 0, and what their addresses are made of.
PAGER = script(r"(createPageHTML\(\s*\d[^)]{0,120}\))")

EDITOR = Layout(
    name="editor",
    partial=True,
    when=(".TRS_Editor p ~ p", ".TRS_UEDITOR p ~ p"),
    body=(".TRS_Editor:has(p ~ p)", ".TRS_UEDITOR:has(p ~ p)"),
    pagination=PAGER,
)

FAMILY = Site(name="拓尔思 TRS", layouts=(EDITOR,))
