"""
公視新聞網 PTS

http://news.pts.org.tw/detail.php?NEENO=202215

Bare table cells: the second row below the breadcrumb is the title.  The time stands below the text in
the class of the text, with the programme: ``(2012-01-17 20:00) 晚間新聞``.  ``<title>`` names the site only.
No window: the slice would begin with a cell, which a parser drops outside its table.
"""

from newsparse.rules import Layout, Site

SITE = Site(
    name="公視新聞網",
    hosts=("pts.org.tw",),
    permalink=r"/detail\.php\?NEENO=(?P<id>\d+)",
    own=("公視",),
    layouts=(
        Layout(
            name="2012",
            when="td.News_page_tittle p.Page",
            root="td.News_page_tittle",
            title="table:first-child tr:nth-child(2) > td",
            timestamp="p.Page ~ p.Page",
            breadcrumb="b.Page",
            body="p.Page",
        ),
    ),
)
