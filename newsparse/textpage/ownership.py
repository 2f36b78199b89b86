"""
Whose page is it, and whose story?  What the page prints of itself in; site and outlets of its own out.

``凡本网注明“稿件来源:杭州网(包括杭州日报、都市快报)”的 … 版权均属杭州网`` names what the site
counts as its own: a story credited to anybody else is a reprint by the page's own rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsparse import adapters, lazy
from newsparse.rules import Site

_OWN = lazy.compile(
    r"凡(?:本[网網站报報]|[^，。；“”]{2,12}?)(?:站|刊)?(?:上)?(?:注明|標註|标注|标明)[：:\s]?[“\"「【]?(?:稿件|文章|信息)?(?:来源|來源)(?:为|自|于)?\s?[:：]?\s?[“\"]?"
    r"(?P<names>[^”\"」】。；]{2,80})[”\"」】]"
)
_JOINT = lazy.compile(r"[()（）、,，;；/和及或]|包括|以及")
_NOT_OURS = lazy.compile(r"(?:非本[网站報报]|XX|××|其[他它])")


def site_of(host: str | None, names: Iterable[str]) -> Site | None:
    """
    Return the declared site of a host, or the one that the page names as itself.

    Args:
        host: of the url, or printed on the page.
        names: what the page calls itself: the trail's first step, the heading of the disclaimers.
    """
    if host:
        return adapters.by_host(host)
    known = {site.name: site for site in adapters.sites()}
    return next((known[name] for name in names if name in known), None)


def own_names(notices: Iterable[str]) -> tuple[str, ...]:
    """
    Return the outlets that a page's disclaimers call its own, () where they name none.
    """
    return tuple(dict.fromkeys(name for notice in notices for name in _named(notice)))


def _named(notice: str) -> Iterator[str]:
    found = _OWN.search(notice)
    if found and not _NOT_OURS.search(found[0]):
        yield from (name for piece in _JOINT.split(found["names"]) if (name := piece.strip(' “”"')))


def is_reprint(source: str | None, own: Iterable[str]) -> bool | None:
    """
    Tell whether a story is somebody else's, None where the page gives no ground to say.
    """
    names = tuple(own)
    if not source or not names:
        return None
    return not any(source.startswith(name) for name in names)
