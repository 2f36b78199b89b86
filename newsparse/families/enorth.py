"""
北方网 Enorth WebPublisher: a CMS that says in comments which function printed what.

http://news-hzrb.hangzhou.com.cn/system/2012/01/12/011718502.shtml

``<!--function content() parse begin-->`` … ``<!--function: content() parse end  0ms cost! -->``
stand around every value, whatever the template looks like; only the title is printed without.
A value that the desk left blank is an empty stretch between its comments, so an empty 作者
stays empty.  ``meta author`` is the editor.  The comments are read from the source, not from
the tree: there is nothing that a window could save.
"""

from __future__ import annotations

from newsparse.rules import Between, Layout, Site, between


def printed_by(function: str) -> Between:
    """
    Return the rule for what a function of the CMS printed.
    """
    return between(f"<!--function {function}(", f"<!--function: {function}(")


WEBPUBLISHER = Layout(
    name="webpublisher",
    when=("<!--function content(",),
    title="h1",
    byline=printed_by("att_varchar_clob"),
    timestamp=printed_by("pub_date"),
    source=(printed_by("source_without_pub_date"), printed_by("source")),
    editors=printed_by("init_editor"),
    breadcrumb=printed_by("position"),
    body=printed_by("content"),
    related=printed_by("link"),
)

FAMILY = Site(name="北方网 WebPublisher", layouts=(WEBPUBLISHER,))
