"""
The fallback for pages of sites that nobody declared: itself a Site.
"""

from __future__ import annotations

from newsparse.generic import around, bodies, furniture, keywords, outlets, people, times, trails
from newsparse.generic.bodies import kind
from newsparse.generic.refusal import refuse
from newsparse.rules import Layout, Site, inferred

__all__ = ["GENERIC", "kind", "refuse"]

GENERIC = Site(
    name="generic",
    slug="generic",
    layouts=(
        Layout(
            name="generic",
            when="body",
            title=inferred(bodies.title),
            kicker=inferred(around.kicker),
            subtitle=inferred(around.subtitle),
            standfirst=inferred(around.standfirst),
            byline=inferred(people.byline),
            timestamp=inferred(times.timestamp),
            updated=inferred(times.updated),
            source=inferred(outlets.source),
            authors=inferred(people.authors),
            editors=inferred(people.editors),
            breadcrumb=inferred(trails.breadcrumb),
            keywords=inferred(keywords.keywords),
            body=inferred(bodies.body),
            comments=inferred(furniture.comments),
            disclaimers=inferred(furniture.disclaimers),
            related=inferred(trails.related),
            pagination=inferred(furniture.pagination),
            footer=inferred(furniture.footer),
        ),
    ),
)
