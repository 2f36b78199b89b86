"""
Whose page is it?  What names the site of a page without an address, and what keeps another outlet's adapter away.
"""

from __future__ import annotations

import re

import pytest
from fixture_pages import ROOT, load

from newsparse.document.source import linked_hosts
from newsparse.extract import Options, extract
from newsparse.provenance import Trace

#: Its names (artibody, artibodyTitle) are used by other outlets as well.
PAGE = load(ROOT / "sina" / "2009-two-reports").data
NAV = "<ul>" + '<li><a href="http://{host}/{n}.html">栏目</a></li>' * 6 + "</ul></body>"


def decided(links_to: str | None, url: str | None = None) -> tuple[str | None, str | None]:
    """
    Return site and reason for Sina's template on a page whose links lead to a host.
    """
    text = re.sub(r"""href=["']?[^"'\s>]*""", 'href="#', PAGE.decode("gb18030")).replace("sina.com", "example")
    if links_to:
        text = text.replace("</body>", NAV.replace("{host}", links_to))
    trace = Trace()
    extract(text, url=url, charset=None, options=Options(), trace=trace)
    return trace.site, trace.decided_by


def test_links_name_the_site() -> None:
    """Six links to one host are enough where nothing else names the outlet."""
    assert decided("news.sina.com.cn") == ("sina", "links")
    assert decided("web.archive.org/web/20190102030405/http://news.sina.com.cn") == ("sina", "links")


def test_links_to_another_outlet() -> None:
    """The same names on the page of an outlet that no adapter knows are no page of Sina's."""
    site, decided_by = decided("www.qingshi.com.cn")
    assert site != "sina"
    assert decided_by != "links"


def test_no_links() -> None:
    """Without links, structure is all there is."""
    assert decided(None) == ("sina", "structure")


def test_an_address_counts_more_than_links() -> None:
    """The caller's url is another outlet's: its links to Sina do not make it Sina's by name."""
    assert decided("news.sina.com.cn", url="http://www.qingshi.com.cn/1.html")[1] != "links"


@pytest.mark.parametrize(
    ("markup", "host"),
    [
        (b'<a href="http://News.Sina.com.cn/c.shtml">', "news.sina.com.cn"),
        (b"<a href=//www.qingshi.cn>", "www.qingshi.cn"),
        (b"<a href = 'https://web.archive.org/web/20190102/http://www.qingshi.cn/a'>", "www.qingshi.cn"),
        (b'<a href="/2019/1.html">', None),
        (b'<img src="http://img.qingshi.cn/1.jpg">', None),
    ],
)
def test_linked_hosts(markup: bytes, host: str | None) -> None:
    """Links with a host count, pictures do not; of an archive's address the inner one."""
    assert linked_hosts(markup) == ({host: 1} if host else {})
