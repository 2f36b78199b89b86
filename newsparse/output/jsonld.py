"""
An article as schema.org ``NewsArticle`` (JSON-LD).
"""

from __future__ import annotations

import json
from typing import Any

from newsparse.model import Article, Image


def to_dict(article: Article) -> dict[str, Any]:
    """
    Return the ``NewsArticle`` object; what the article lacks is left out.
    """
    images = [
        {"@type": "ImageObject", "url": block.url, "caption": block.caption}
        for block in article.body
        if isinstance(block, Image) and block.url
    ]
    values: dict[str, Any] = {
        "headline": article.title,
        "alternativeHeadline": article.subtitle or article.kicker,
        "datePublished": str(article.timestamp) if article.timestamp else None,
        "dateModified": str(article.updated) if article.updated else None,
        "author": [{"@type": "Person", "name": person.name, "jobTitle": person.role} for person in article.authors],
        "editor": [{"@type": "Person", "name": person.name} for person in article.editors],
        "sourceOrganization": {"@type": "Organization", "name": article.source.name} if article.source else None,
        "articleSection": [step.name for step in article.breadcrumb],
        "keywords": list(article.keywords),
        "image": images,
        "inLanguage": article.language,
        "url": article.url,
        "mainEntityOfPage": article.canonical_url,
        "articleBody": article.text,
        "commentCount": article.comments.count if article.comments else None,
    }
    kept = {name: value for name, value in values.items() if value is not None and value not in ("", [])}
    return {"@context": "https://schema.org", "@type": "NewsArticle", **kept}


def render(article: Article) -> str:
    """
    Return the object as indented JSON; ends with a line break.
    """
    return json.dumps(to_dict(article), ensure_ascii=False, indent=2) + "\n"
