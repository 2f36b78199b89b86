"""
大汉版通 Hanweb jcms: the CMS of many government portals, those of Zhejiang first, and of papers that they own.

http://www.example.gov.cn/art/2021/3/5/art_1229243366_59022000.html

The CMS writes a comment before and after every value that it fills into a template.  Their names are
the template's; only the pair around the text is the same everywhere (``ZJEG_RSS.content``, which
feeds took the text by).  The rest is left to the generic reader, which also knows the metadata of
the government's standard.

Known from the CMS, not from pages at hand.  No windows: where a template's elements begin is not known.
"""

from __future__ import annotations

from newsparse.rules import Layout, Site, between

CONTENT = Layout(
    name="content",
    when="<!--ZJEG_RSS.content.begin-->",
    body=between("<!--ZJEG_RSS.content.begin-->", "<!--ZJEG_RSS.content.end-->"),
)

FAMILY = Site(name="大汉版通 jcms", layouts=(CONTENT,))
