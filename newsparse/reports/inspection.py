"""
One page explained as a single HTML file: the page with its fields marked beside the rules that found them.

Works offline and runs nothing of the page: scripts, frames and addresses are taken out, the
page stands in a sandboxed frame, and the policy of the report allows styles only.
Needs the extra ``inspect`` (jinja2).
"""

from __future__ import annotations

import json
from typing import Any

from newsparse.api import Explanation
from newsparse.document.locate import locate
from newsparse.document.marked import ATTRIBUTE, mark
from newsparse.output.json import to_dict
from newsparse.provenance import WON, Trace
from newsparse.reports.scaffold import texts

_COLOURS = (
    "#e4572e",
    "#17bebb",
    "#ffc914",
    "#2e7d32",
    "#76b041",
    "#8e44ad",
    "#3f88c5",
    "#d81159",
    "#6c757d",
    "#f49d37",
)

_TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'">
<style>
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 1fr 1fr; height: 100vh }
iframe { width: 100%; height: 100%; border: 0; border-left: 1px solid #ccc }
main { overflow: auto; padding: 1em }
table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #ddd; padding: .3em; text-align: left; vertical-align: top }
code { font-size: 12px; word-break: break-all } .won { font-weight: 600 } .empty, .unread, .no-match { color: #888 }
.key { display: inline-block; width: .8em; height: .8em; margin-right: .4em }
</style></head><body>
<main>
<h1>{{ title }}</h1>
<p>{{ trace.site }} / {{ trace.layout }}, chosen by {{ trace.decided_by }}; path: {{ trace.path }}{% if trace.path_reason %} ({{ trace.path_reason }}){% endif %};
{% if trace.decoded %}{{ trace.decoded.encoding }} by {{ trace.decoded.source }}, {{ trace.decoded.replacements }} characters lost{% endif %}</p>
{% if error %}<p><strong>{{ error }}</strong></p>{% endif %}
<h2>Fields</h2>
<table><tr><th>field</th><th>value</th></tr>
{% for name, value in fields %}<tr><td>{% if name in colours %}<span class="key" style="background: {{ colours[name] }}"></span>{% endif %}{{ name }}</td><td>{{ value }}</td></tr>
{% endfor %}</table>
<h2>Rules</h2>
<table><tr><th>field</th><th>rule</th><th>outcome</th><th>read from</th></tr>
{% for entry in trace.found %}<tr class="{{ entry.outcome }}"><td>{{ entry.field }}</td><td><code>{{ entry.rule }}</code></td><td>{{ entry.outcome }}</td><td>{{ entry.raw or '' }}</td></tr>
{% endfor %}</table>
{% for note in trace.notes %}<p>{{ note }}</p>{% endfor %}
</main>
<iframe sandbox srcdoc="{{ page }}"></iframe>
</body></html>
"""


def render(explanation: Explanation, text: str) -> str:
    """
    Return the report as one HTML document.

    Args:
        explanation: what ``explain`` returned for the page.
        text: the page, decoded.

    Raises:
        ModuleNotFoundError: jinja2 is not installed.
    """
    from jinja2 import Environment, StrictUndefined

    trace = explanation.trace
    places = _places(trace) or _found(explanation, text)
    colours = {field: _COLOURS[i % len(_COLOURS)] for i, field in enumerate(dict.fromkeys(p[0] for p in places))}
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_TEMPLATE)
    return template.render(
        title=explanation.article.title if explanation.article else "no article",
        trace=trace,
        error=explanation.error,
        fields=_fields(explanation),
        colours=colours,
        page=_styles(colours) + mark(text, places),
    )


def _fields(explanation: Explanation) -> list[tuple[str, Any]]:
    if explanation.article is None:
        return []
    values = ((name, value) for name, value in to_dict(explanation.article).items() if value not in (None, [], ""))
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)) for name, value in values
    ]


def _found(explanation: Explanation, text: str) -> list[tuple[str, str, str | None]]:
    """Return where the values of an article stand that was read without CSS, by the generic reader."""
    if explanation.article is None:
        return []
    return [(field, query, None) for field, query in locate(text, dict(texts(explanation.article))).items()]


def _places(trace: Trace) -> list[tuple[str, str, str | None]]:
    """Return field, CSS and root of every rule that won by CSS."""
    from newsparse import adapters, families
    from newsparse.rules import Css

    layouts = (
        layout
        for site in (*adapters.sites(), *families.sites())
        if site.slug == trace.site
        for layout in site.layouts
        if layout.name == trace.layout
    )
    layout = next(layouts, None)
    if layout is None:
        return []
    found = []
    for entry in trace.found:
        if entry.outcome == WON and entry.layout == layout.name:
            rule = getattr(layout, entry.field)[entry.alternative]
            if isinstance(rule, Css):
                found.append((entry.field, rule.query, None if rule.anywhere else layout.root))
    return found


def _styles(colours: dict[str, str]) -> str:
    rules = "".join(f'[{ATTRIBUTE}~="{name}"] {{ outline: 3px solid {colour} }} ' for name, colour in colours.items())
    return f"<style>{rules}</style>"
