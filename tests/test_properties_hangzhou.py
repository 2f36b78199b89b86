"""
A story printed by a template of Hangzhou and read back is the same story, whatever the story.
"""

from __future__ import annotations

from typing import Any

import pytest
from hangzhou_templates import TEMPLATES, Heading, Picture, Story, Template
from hypothesis import given
from hypothesis import strategies as st
from stories import stories

import newsparse
from newsparse.output.json import to_dict


def expected(story: Story, template: Template) -> dict[str, Any]:
    """
    Return what the template prints of the story, in the JSON form.
    """
    people = [{"name": name, "role": template.role} for name in story.reporters]
    values = {
        "title": story.title,
        "kicker": story.kicker,
        "subtitle": story.subtitle,
        "source": story.source,
        "authors": people,
        "editors": [{"name": story.editor, "role": template.editor_role}],
        "breadcrumb": list(story.trail),
        "body": [block(each) for each in story.body],
    }
    return {**{name: value for name, value in values.items() if name in template.fields}, "time": story.time.strftime(template.time)}


def block(part: str | Picture | Heading) -> tuple[str, str | None, str | None]:
    """
    Return a block of the story as kind, text and address.
    """
    if isinstance(part, Picture):
        return "image", part.caption, part.url
    return ("crosshead", part.text, None) if isinstance(part, Heading) else ("paragraph", part, None)


def found(article: dict[str, Any], template: Template) -> dict[str, Any]:
    """
    Return what the reader gave, in the same form; only the fields that the template prints.
    """
    values = {
        **article,
        "source": article["source"] and article["source"]["name"],
        "breadcrumb": [step["name"] for step in article["breadcrumb"]],
        "body": [(b["kind"], b.get("text", b.get("caption")), b.get("url")) for b in article["body"]],
    }
    return {**{name: values[name] for name in template.fields}, "time": article["timestamp"]}


@pytest.mark.parametrize("name", sorted(TEMPLATES))
@given(story=stories(), codec=st.sampled_from(("utf-8", "gb18030")))
def test_round_trip(name: str, story: Story, codec: str) -> None:
    """Printing a story and reading the page gives the story again."""
    template = TEMPLATES[name]
    html = template.render(story).replace("charset=utf-8", f"charset={codec}")
    article = newsparse.parse(html.encode(codec), url=template.url)
    assert article.layout == template.layout
    assert found(to_dict(article), template) == expected(story, template)
    for field in {"kicker", "subtitle", "editors", "breadcrumb"} - template.fields:
        assert not getattr(article, field), f"the template prints no {field}"
