"""
The words adapters are written in.
"""

from __future__ import annotations

import re

import attrs
import pytest

from newsparse import model, rules
from newsparse.rules import ABSENT, RULE_FIELDS, Css, Layout, Window, css, meta


def layout(**rule: rules.RuleLike) -> Layout:
    """
    Return a layout with these rules.
    """
    return Layout(name="x", when="div.x", **rule)


class TestConverter:
    def test_nothing(self) -> None:
        """A field that is not mentioned has no rules."""
        assert layout().title == layout(title=None).title == ()

    def test_string(self) -> None:
        """A bare string is CSS."""
        assert layout(title="h1").title == (Css("h1"),)

    def test_alternatives(self) -> None:
        """A tuple is alternatives in order."""
        assert layout(source=("span.a", meta("source"))).source == (Css("span.a"), rules.Meta("source"))

    def test_one_rule(self) -> None:
        """A rule stands for itself."""
        assert layout(kicker=ABSENT).kicker == (ABSENT,)

    def test_strings(self) -> None:
        """What is no rule may be one string or several."""
        found = Layout(name="x", when="div.x", drop="p.ad", captions=("p.a", "p.b"))

        assert (found.when, found.drop, found.captions, found.crossheads) == (("div.x",), ("p.ad",), ("p.a", "p.b"), ())

    def test_windows(self) -> None:
        """None, one or several slices."""
        one, other = Window("<div", "</div"), Window("<p", "</p")

        assert layout().window == ()
        assert Layout(name="x", when="a", window=one).window == (one,)
        assert Layout(name="x", when="a", window=(one, other)).window == (one, other)


@pytest.mark.parametrize("landmark", ["div class=x", " <div", "<div title='雨'", ""])
def test_bad_landmarks(landmark: str) -> None:
    """A landmark that could stand inside a character of GB, or that differs by encoding, is refused."""
    with pytest.raises(ValueError, match="landmark"):
        Window(landmark, "<p")
    with pytest.raises(ValueError, match="landmark"):
        Window("<p", landmark)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (css("a"), "a"),
        (css("a", attr="href"), "a @href"),
        (css("p", match=r"文/(.+)"), "p ~ 文/(.+)"),
        (meta("source"), "meta[source]"),
        (rules.comment("date"), "comment <date>"),
        (rules.between("<!--a-->", "<!--b-->"), "between <!--a--> and <!--b-->"),
        (rules.jsonld("author.name"), "json-ld author.name"),
        (rules.data("__NEXT_DATA__", "a.0"), "script __NEXT_DATA__ {a.0}"),
        (rules.script(r"ct = (\d+)"), r"source ~ ct = (\d+)"),
        (rules.computed(str.strip, reads=("byline",)), "strip(byline)"),
        (rules.inferred(test_bad_landmarks), "inferred test_bad_landmarks"),
        (ABSENT, "never printed"),
    ],
)
def test_words(rule: rules.Rule, words: str) -> None:
    """Every rule says in a line what it is: for explain, drift and the documentation."""
    assert str(rule) == words


def test_bad_pattern() -> None:
    """A pattern that cannot be compiled fails where it is written."""
    with pytest.raises(re.error):
        css("p", match="(")


def test_rule_fields() -> None:
    """Rules are written for fields of the article, each documented in a word, in the order of reading."""
    article = {field.name for field in attrs.fields(model.Article)}

    assert set(RULE_FIELDS) <= article
    assert len(RULE_FIELDS) == len(set(RULE_FIELDS)) == len(rules.FIELD_DOCS)
    assert all(rules.FIELD_DOCS.values())
    assert RULE_FIELDS[0] == "title"


def test_what_has_no_rules() -> None:
    """The fields without rules follow from the url, the layout or the story."""
    article = {field.name for field in attrs.fields(model.Article)}

    assert article - set(RULE_FIELDS) == {
        *("url", "canonical_url", "host", "site", "layout", "kind", "language"),
        *("dateline", "is_reprint", "confidence"),
    }


def test_frozen() -> None:
    """A layout is a value."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        layout().name = "y"  # type: ignore[misc]


def test_a_window_closes_no_more_than_it_opens() -> None:
    """A negative number would match slices that are not balanced."""
    with pytest.raises(ValueError, match="-1"):
        Window("<div", "<p", open=-1)
