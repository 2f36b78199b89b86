"""
方正翔宇 Founder Xiangyu: the CMS of many papers' web sites, and of their e-papers (数字报).

http://www.example.cn/news/content/2026-04/17/content_9208000.htm

Every template differs, but the CMS itself writes comments around the story
(``<!--enpcontent-->``) and the story's fields into a third (``<!--enpproperty …/enpproperty-->``):
before the text until about 2018, after it since.  Milliseconds are ``.0`` in the old ones and
``:671`` in the new; a field without a value may say ``null``; one site writes
``<journalist>0</type>``.  ``meta author`` is the editor as often as the writer: it is not read.
No windows: where the elements of an unknown template begin is not known either.
"""

from __future__ import annotations

from newsparse.rules import Layout, Site, between, comment, meta

#: Elements that a template may print a line of credits in.
_LINE = ":is(p, div, span, td, li, h2, h3, h4, h5, h6, font, em, i)"
#: What the CMS writes below the text of an article of several pages, oldest first.
PAGERS = ("#displaypagenum", "#autopage", "ul.pages")
#: The same, with the counters that only scripts read.
NOT_THE_STORY = (*PAGERS, "#mpagecount", "#mcurrentpage")

ENPCONTENT = Layout(
    name="enpcontent",
    when="<!--enpcontent-->",
    title=(comment("title"), "h1"),
    kicker=comment("introtitle"),
    subtitle=comment("subtitle"),
    byline=(f'{_LINE}:lexbor-contains("作者：")', f'{_LINE}:lexbor-contains("作者:")', comment("author")),
    timestamp=(comment("date"), f'{_LINE}:lexbor-contains("来源：")'),
    source=(f'{_LINE}:lexbor-contains("来源：")', comment("sourcename"), meta("source")),
    editors=(f'{_LINE}:lexbor-contains("编辑：")', f'{_LINE}:lexbor-contains("责编：")', comment("liability")),
    body=between("<!--enpcontent-->", "<!--/enpcontent-->", every=True),
    pagination=PAGERS,
    drop=NOT_THE_STORY,
)

#: 数字报: one article of one page of the paper, as Founder's own templates show it.
EPAPER = Layout(
    name="epaper",
    when=("founder-content", "founder-title"),
    title="founder-title",
    kicker=between("<!--<npm:article-pretitle>-->", "<!--</npm:article-pretitle>-->"),
    subtitle=between("<!--<npm:article-subtitle>-->", "<!--</npm:article-subtitle>-->"),
    byline="founder-author",
    timestamp=comment("founder-date"),
    source=comment("founder-papername"),
    body="founder-content",
)

FAMILY = Site(name="方正翔宇", layouts=(EPAPER, ENPCONTENT))
