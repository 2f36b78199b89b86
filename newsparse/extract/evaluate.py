"""
A layout and a document in, the fields' values out; every rule's outcome goes to the trace.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Any

from newsparse.blocks import Fragment, Text, Texts
from newsparse.document.lexbor import Nodes
from newsparse.extract.page import Page
from newsparse.extract.readers import READERS, Context
from newsparse.extract.signs import SIGNS
from newsparse.fields.titles import strip_site_suffix
from newsparse.provenance import EMPTY, NO_MATCH, UNREAD, WON, Found, Trace
from newsparse.rules import (
    ABSENT,
    RULE_FIELDS,
    Between,
    Comment,
    Computed,
    Css,
    Data,
    Inferred,
    JsonLd,
    Layout,
    Meta,
    Rule,
    Script,
)

#: Fields whose rule takes all matching elements, not only the first.
_EVERY = frozenset({"keywords", "breadcrumb", "related", "disclaimers", "editors", "authors"})
_RAW_CUT = 200


@lru_cache(maxsize=1024)
def _plan(layout: Layout) -> tuple[tuple[str, tuple[Rule, ...], Callable[[Fragment, Context], Any]], ...]:
    """Return the layout's declared fields with their rules and readers, in reading order."""
    rules = ((name, getattr(layout, name)) for name in RULE_FIELDS)
    return tuple((name, found, READERS[name]) for name, found in rules if found and ABSENT not in found)


@lru_cache(maxsize=1024)
def absent(layout: Layout) -> frozenset[str]:
    """
    Return the fields that the layout says are never printed.
    """
    return frozenset(name for name in RULE_FIELDS if ABSENT in getattr(layout, name))


def matches(layout: Layout, document: Any, page: Page) -> bool:
    """
    Tell whether the document has the layout's structure.
    """
    return any(
        page.holds(query) if query.startswith("<!--") else document.find(query) is not None
        for query in layout.when
    )


class Evaluation:
    """
    One layout run on one document.
    """

    __slots__ = ("blank", "confidence", "context", "document", "found", "layout", "lines", "page", "root", "trace", "values")

    def __init__(self, layout: Layout, document: Any, page: Page, context: Context, trace: Trace | None) -> None:
        self.layout, self.document, self.page, self.context, self.trace = layout, document, page, context, trace
        self.values: dict[str, Any] = context.values  # type: ignore[assignment]
        #: Fields whose place is on the page and says nothing.
        self.blank: set[str] = set()
        #: What each field was read from.
        self.found: dict[str, Fragment] = {}
        #: The single elements read so far, by query.
        self.lines: dict[str, Nodes] = {}
        self.confidence: dict[str, float] = {}
        self.root = document.first(layout.root) if layout.root else None

    def run(self, wanted: Collection[str] | None = None) -> None:
        """
        Read the declared fields that are wanted and not yet known.
        """
        for name, rules, reader in _plan(self.layout):
            if (wanted is not None and name not in wanted) or name in self.values:
                continue
            rule = rules[0]
            if self.trace is None and isinstance(rule, Inferred) and len(rules) == 1:
                # All that the generic reader's rules are, and nobody asks how it went.
                guess = rule.function(self.page.outline, self.context)
                if guess is not None:
                    self.values[name] = guess.value
                    self.confidence[name] = guess.confidence
            else:
                self._field(name, rules, reader)

    def _field(self, name: str, rules: tuple[Rule, ...], reader: Callable[[Fragment, Context], Any]) -> None:
        placed = False
        for index, rule in enumerate(rules):
            fragment: Fragment | None = None
            if isinstance(rule, Inferred):
                raw, value, outcome = self._infer(name, rule)
            else:
                fragment = self._find(name, rule)
                if name == "title" and fragment is not None and _is_page_title(rule):
                    fragment = Text(strip_site_suffix(fragment.text, self.page.source.meta("og:site_name")))
                value = None if fragment is None else reader(fragment, self.context)
                has_value = value is not None and value != ()
                placed = placed or fragment is not None
                raw = fragment.text if fragment is not None and self.trace is not None else None
                outcome = WON if has_value else NO_MATCH if fragment is None else UNREAD
                if outcome == UNREAD and fragment is not None and not fragment.text:
                    outcome = EMPTY
            if self.trace is not None:
                cut = raw[:_RAW_CUT] if raw else raw
                self.trace.found.append(Found(name, self.layout.name, index, str(rule), outcome, cut))
            if outcome == WON:
                self.values[name] = value
                self.found[name] = Text(raw or "") if fragment is None else fragment
                return
        if placed:
            self.blank.add(name)

    def _infer(self, name: str, rule: Inferred) -> tuple[str | None, Any, str]:
        guess = rule.function(self.page.outline, self.context)
        if guess is None:
            return None, None, NO_MATCH
        self.confidence[name] = guess.confidence
        return guess.raw, guess.value, WON

    def _find(self, name: str, rule: Rule) -> Fragment | None:
        """Return what one rule matches, None where it matches nothing."""
        if isinstance(rule, Css):
            return self._css(name, rule)
        if isinstance(rule, Computed):
            value = rule.function(*(self.found[field].text if field in self.found else None for field in rule.reads))
            return Text(value) if value else None
        source = self.page.source
        if isinstance(rule, Between):
            return self._between(name, rule)
        if isinstance(rule, JsonLd):
            return _texts(source.jsonld(rule.path))
        if isinstance(rule, Data):
            return _texts(source.data(rule.name, rule.path))
        if isinstance(rule, Script):
            match = rule.pattern.search(source.text)
            value = match[1] if match else None
        elif isinstance(rule, Meta):
            value = source.meta(rule.name)
        elif isinstance(rule, Comment):
            value = source.comment(rule.name)
        else:
            raise TypeError(f"not a rule: {rule!r}")
        return Text(value) if value else None

    def _css(self, name: str, rule: Css) -> Fragment | None:
        document, scope = self.document, None if rule.anywhere else self.root
        if rule.every or name in _EVERY:
            nodes = (document.all if name == "body" else document.find_all)(rule.query, scope)
        else:
            # The story's element is searched in turn.
            node = (document.first if name == "body" else document.find)(rule.query, scope)
            nodes = [] if node is None else [node]
        if not nodes:
            return None
        if rule.attr:
            return _texts(tuple(value for node in nodes if (value := document.attribute(node, rule.attr))))
        fragment: Fragment = self._body(nodes, document) if name == "body" else self._nodes(rule, nodes)
        if rule.match is None:
            return fragment
        found = rule.match.search(fragment.text)
        return Text((found[1] if found.re.groups else found[0]) or "") if found else None

    def _nodes(self, rule: Css, nodes: list[Any]) -> Nodes:
        """Return the fragment of the elements; one line often says time, source and people, and is walked once."""
        if len(nodes) > 1:
            return Nodes(nodes)
        key = f"{rule.query} anywhere" if rule.anywhere else rule.query
        fragment = self.lines.get(key)
        if fragment is None:
            fragment = self.lines[key] = Nodes(nodes)
        return fragment

    def _between(self, name: str, rule: Between) -> Fragment | None:
        markup = self.page.source.between(rule.start, rule.end, every=rule.every)
        if not markup or markup.isspace():
            return None if markup is None else Text("")
        part = self.page.parse(markup)
        return self._body([part.body], part) if name == "body" else Nodes([part.body])

    def _body(self, nodes: list[Any], document: Any) -> Nodes:
        """Return the story's container, an element of this document, with the layout's drops and marks."""
        layout = self.layout
        scope = nodes[0] if len(nodes) == 1 else self.root
        skip = {document.identity(n) for query in layout.drop for n in document.find_all(query, scope)}
        marks: dict[int, str] = {}
        for mark, queries in (("crosshead", layout.crossheads), ("caption", layout.captions)):
            for query in queries:
                marks.update((document.identity(node), mark) for node in document.find_all(query, scope))
        skip.discard(document.identity(nodes[0]))
        return Nodes(_outermost(nodes, document) if len(nodes) > 1 else nodes, skip, marks, SIGNS)


def _is_page_title(rule: Rule) -> bool:
    """Tell whether the rule reads ``<title>`` or og:title: there the outlet's name follows the story's title."""
    return isinstance(rule, Meta) or (isinstance(rule, Css) and rule.query == "title" and rule.match is None)


def _texts(values: tuple[str, ...]) -> Fragment | None:
    if not values:
        return None
    return Text(values[0]) if len(values) == 1 else Texts(values)


def _outermost(nodes: list[Any], document: Any) -> list[Any]:
    """Return the elements that lie in none of the others."""
    known = {document.identity(node) for node in nodes}
    outer = []
    for node in nodes:
        parent = node.parent
        while parent is not None and document.identity(parent) not in known:
            parent = parent.parent
        if parent is None:
            outer.append(node)
    return outer
