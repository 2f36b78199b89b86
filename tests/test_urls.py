"""
Hosts, links and addresses.
"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsparse import urls
from newsparse.urls import host_of, join, strip_page_suffix, strip_trackers, suffixes

BASE = "http://money.example.com.cn/investment/content/2013-10/22/content_4936436.htm?from=x#top"

#: What links are made of.
PIECES = (
    *"http https ftp: HTTP: javascript: : // / \\ # ? . .. ./ @ [ ] a.cn a.cn:80 :x b.html %E4 & = - _ ~ ' \" < 文".split(),
    *(" ", "\t", "\n", "http://", "https://www.a.cn", "http://u@a.cn/", "/a/b_1.html", "a?b=c", "//img.a.cn/1.jpg"),
)


class TestHostOf:
    """
    ``host_of``.
    """

    @pytest.mark.parametrize(
        ("url", "host"),
        [
            ("http://money.hangzhou.com.cn/a/content_1.htm", "money.hangzhou.com.cn"),
            ("HTTPS://News.Hangzhou.COM.CN:8080/", "news.hangzhou.com.cn"),
            ("http://user:pass@word@host.cn/", "host.cn"),
            ("http://host.cn./x", "host.cn"),
            ("//cdn.host.cn/x", "cdn.host.cn"),
            ("http:\\\\host.cn\\x", "host.cn"),
            ("  http://host.cn", "host.cn"),
            ("http://host.cn?x=//other.cn", "host.cn"),
            ("http://[2001:DB8::1]:80/", "2001:db8::1"),
            ("http://localhost:8000/", "localhost"),
            ("news.host.com.cn/2013/a.html", "news.host.com.cn"),
            ("host.cn:8080/a", "host.cn"),
        ],
    )
    def test_names_the_host(self, url: str, host: str) -> None:
        """
        User, port, case and final dot are not part of it.
        """
        assert host == host_of(url)

    def test_spells_chinese_names_in_idna(self) -> None:
        """
        A Chinese name and its ASCII form are one host.
        """
        assert "xn--fiqs8s" == str(host_of("http://中国/"))
        assert host_of("http://例子.中国/a") == host_of("http://xn--fsqu00a.xn--fiqs8s/b")

    def test_keeps_names_that_idna_refuses(self) -> None:
        """
        A label of more than 63 characters cannot be registered, and is no reason to fail.
        """
        assert "中" * 80 + ".cn" == host_of("http://" + "中" * 80 + ".cn/")

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "page.html",
            "pages/page.html",
            "/a/b",
            "file:///home/a.html",
            "about:blank",
            "javascript:;",
            "//",
            "http://",
            "???",
        ],
    )
    def test_is_none_without_one(self, url: str) -> None:
        """
        Paths and file names are not taken for hosts.
        """
        assert host_of(url) is None

    @given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
    def test_usual_addresses_are_read_as_any_other(self, url: str) -> None:
        """
        The short cut names the host that the long way names.
        """
        assert urls._any_host(url) == host_of(url)

    @given(st.text())
    def test_never_raises(self, url: str) -> None:
        """
        Whatever comes in, a name without blanks or slashes comes out, or None.
        """
        for address in (url, "http://" + url):
            host = host_of(address)
            assert host is None or (host and not set(host) & set(" /\\?#@"))


class TestSuffixes:
    """
    ``suffixes``.
    """

    def test_walks_up_the_labels(self) -> None:
        """
        The host itself comes first: the nearest adapter wins.
        """
        assert ["money.hangzhou.com.cn", "hangzhou.com.cn", "com.cn", "cn"] == list(suffixes("money.hangzhou.com.cn"))

    @pytest.mark.parametrize("host", [None, ""])
    def test_of_nothing_is_nothing(self, host: str | None) -> None:
        """
        A page without an address has no suffix.
        """
        assert [] == list(suffixes(host))


class TestJoin:
    """
    ``join``.
    """

    @pytest.mark.parametrize(
        ("href", "joined"),
        [
            ("content_2.htm", "http://money.example.com.cn/investment/content/2013-10/22/content_2.htm"),
            ("/node_1.htm", "http://money.example.com.cn/node_1.htm"),
            ("//img.example.cn/1.jpg", "http://img.example.cn/1.jpg"),
            ("../../../attachement/1.jpg", "http://money.example.com.cn/investment/attachement/1.jpg"),
            ("./x.htm", "http://money.example.com.cn/investment/content/2013-10/22/x.htm"),
            ("a/../x.htm", "http://money.example.com.cn/investment/content/2013-10/22/x.htm"),
            ("?page=2", "http://money.example.com.cn/investment/content/2013-10/22/content_4936436.htm?page=2"),
            ("https://other.cn/a?b=c", "https://other.cn/a?b=c"),
            (" https://other.cn/\n\ta ", "https://other.cn/a"),
            ("images\\1.jpg?a=\\", "http://money.example.com.cn/investment/content/2013-10/22/images/1.jpg?a=\\"),
            ("http:/a.htm", "http://money.example.com.cn/a.htm"),
            ("#comments", BASE.partition("#")[0] + "#comments"),
        ],
    )
    def test_makes_links_absolute(self, href: str, joined: str) -> None:
        """
        As a browser would follow them.
        """
        assert joined == join(BASE, href)

    @pytest.mark.parametrize(
        "href",
        [None, "", " ", "#", "javascript:;", "JavaScript:void(0)", "mailto:a@b.cn", "data:image/gif;base64,R0lG",
         "tel:110", "about:blank", "weixin://x", "http://", "//", "http://[", "//[/"],
    )  # fmt: skip
    def test_refuses_what_cannot_be_followed(self, href: str | None) -> None:
        """
        Scripts, mail, inline data, and addresses without a host.
        """
        assert join(BASE, href) is None

    @pytest.mark.parametrize("base", [None, "", "page.html", "file:///a/b.html", "//host/a"])
    def test_needs_an_absolute_base_for_relative_links(self, base: str | None) -> None:
        """
        Nothing is made up; an absolute link stands on its own.
        """
        assert join(base, "a.htm") is None
        assert "http://a.cn/b" == join(base, "http://a.cn/b")

    def test_takes_a_base_without_a_path(self) -> None:
        """
        The root is understood.
        """
        assert "http://a.cn/b.htm" == join("http://a.cn", "b.htm")

    @given(st.text(alphabet="ab/.?#=&_-%1中 ", min_size=1))
    def test_agrees_with_the_standard_library(self, href: str) -> None:
        """
        The short cuts for usual links give what ``urllib`` gives.
        """
        assume("//" not in href)  # urllib merges empty steps of a path, browsers do not
        joined = join(BASE, href)

        if joined is not None:
            expected = urljoin(BASE, href.strip())
            # urllib drops an empty query or fragment.
            assert urlsplit(expected).geturl() == urlsplit(joined).geturl()

    @given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
    def test_usual_links_are_joined_as_any_other(self, href: str) -> None:
        """
        What needs no mending comes out as if it had been looked at for it.
        """
        assert urls._any_link(BASE, href) == join(BASE, href)
        assert urls._any_link(None, href) == join(None, href)

    @given(st.text(), st.text())
    def test_never_raises(self, base: str, href: str) -> None:
        """
        Whatever comes in, what comes out names a host.
        """
        for start in (base, "http://" + base, BASE):
            joined = join(start, href)
            assert joined is None or "//" in joined


class TestStripPageSuffix:
    """
    ``strip_page_suffix``.
    """

    @pytest.mark.parametrize(
        ("url", "first"),
        [
            ("http://a.cn/2012-11/07/content_4464282_2.htm", "http://a.cn/2012-11/07/content_4464282.htm"),
            ("http://a.cn/2012-06/19/content_4251585_0.htm", "http://a.cn/2012-06/19/content_4251585.htm"),
            ("http://a.cn/content_1_12.html?x=1#y", "http://a.cn/content_1.html?x=1#y"),
            ("http://a.cn/content_4464282.htm", "http://a.cn/content_4464282.htm"),
            ("http://a.cn/node_152931_2.htm", "http://a.cn/node_152931_2.htm"),
            ("http://a.cn/content_1_2.htm/b", "http://a.cn/content_1_2.htm/b"),
            ("http://a.cn/n1/c1001-40223222.html", "http://a.cn/n1/c1001-40223222.html"),
        ],
    )
    def test_gives_the_first_page(self, url: str, first: str) -> None:
        """
        Later pages and the whole-article page lose their number, nothing else changes.
        """
        assert first == strip_page_suffix(url)


class TestStripTrackers:
    """
    ``strip_trackers``.
    """

    @pytest.mark.parametrize(
        ("url", "stripped"),
        [
            ("http://a.cn/1.htm?from=singlemessage&isappinstalled=0", "http://a.cn/1.htm"),
            ("http://a.cn/?id=1&utm_source=x&p=2&UTM_Medium=y", "http://a.cn/?id=1&p=2"),
            ("http://a.cn/?spm=a.b.c&nsukey=k%3D#rd", "http://a.cn/"),
            ("http://a.cn/?b=2&a=%e6%9c&b=1", "http://a.cn/?b=2&a=%e6%9c&b=1"),
            ("http://a.cn/?fromage=1&information=2", "http://a.cn/?fromage=1&information=2"),
            ("http://a.cn/#/hash/route?from=1", "http://a.cn/#/hash/route?from=1"),
            ("http://a.cn/a?", "http://a.cn/a"),
        ],
    )
    def test_drops_only_trackers(self, url: str, stripped: str) -> None:
        """
        The other parameters keep order and spelling.
        """
        assert stripped == strip_trackers(url)

    @given(st.text())
    def test_does_nothing_the_second_time(self, url: str) -> None:
        """
        What is stripped stays stripped.
        """
        once = strip_trackers(url)

        assert once == strip_trackers(once)
