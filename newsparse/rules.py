"""
The language adapters are written in: a site is a value that says where each field stands.

In: strings and the few words below.  Out: frozen values that the evaluator runs,
the documentation prints and drift counts.  It knows no engine, no page, no date.

    "h1"                        CSS, the first match inside the layout's root
    css("a", attr="href")       an attribute instead of the text
    css("p", match=r"文/(.+)")   the first group of a pattern, on the element's text
    css("li", every=True)       all matches instead of the first
    meta("source")              <meta name=… | property=… content=…> of the page
    comment("date")             a field of the CMS's machine-readable comment
    between("<!--content-->", "<!--/content-->")   the markup between two comments of the CMS
    jsonld("datePublished")     a path into the page's JSON-LD
    data("__NEXT_DATA__", "a.b.0")   a path into JSON in a script, by the script's id or the variable's name
    script(r'ct = "(\\d+)"')     the first group of a pattern, on the page's source
    computed(function, reads=("byline",))   derived from fields already found
    (a, b)                      alternatives: the first that yields a value wins
    ABSENT                      the site never prints it: no fallback, no alarm
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from attrs import Factory, field, fields, frozen

from newsparse.values import Value


@frozen(eq=False, repr=False)
class Css(Value):
    """
    A CSS query, below the layout's root.
    """

    query: str
    attr: str | None = None
    match: re.Pattern[str] | None = None
    every: bool = False
    anywhere: bool = False

    def __str__(self) -> str:
        extra = f" @{self.attr}" if self.attr else ""
        pattern = f" ~ {self.match.pattern}" if self.match else ""
        return f"{self.query}{extra}{pattern}"


@frozen(eq=False, repr=False)
class Meta(Value):
    """
    A ``<meta>`` element by its ``name`` or ``property``.
    """

    name: str

    def __str__(self) -> str:
        return f"meta[{self.name}]"


@frozen(eq=False, repr=False)
class Comment(Value):
    """
    A field of the CMS's machine-readable comment: ``<!--enpproperty … <name>value</name> …-->`` and its kin.
    """

    name: str

    def __str__(self) -> str:
        return f"comment <{self.name}>"


@frozen(eq=False, repr=False)
class Between(Value):
    """
    The markup between two comments that the CMS writes around a field.
    """

    start: str
    end: str
    every: bool = False

    def __str__(self) -> str:
        return f"between {self.start} and {self.end}"


@frozen(eq=False, repr=False)
class JsonLd(Value):
    """
    A dotted path into the page's JSON-LD objects; the first object that has it answers.
    """

    path: str

    def __str__(self) -> str:
        return f"json-ld {self.path}"


@frozen(eq=False, repr=False)
class Data(Value):
    """
    A dotted path into JSON that a script holds.
    """

    name: str
    path: str

    def __str__(self) -> str:
        return f"script {self.name} {{{self.path}}}"


@frozen(eq=False, repr=False)
class Script(Value):
    """
    The first group of a pattern on the page's source text.
    """

    pattern: re.Pattern[str]

    def __str__(self) -> str:
        return f"source ~ {self.pattern.pattern}"


@frozen(eq=False, repr=False)
class Computed(Value):
    """
    A pure function of fields already found.
    """

    function: Callable[..., str | None]
    reads: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.function.__name__}({', '.join(self.reads)})"


@frozen(eq=False, repr=False)
class Inferred(Value):
    """
    A heuristic of the generic reader: it looks at the whole page and says how sure it is.
    """

    function: Callable[..., Guess | None]

    def __str__(self) -> str:
        return f"inferred {self.function.__name__}"


class Guess(NamedTuple):
    """
    What a heuristic found.

    A named tuple: a dozen are made for every page, and this takes a third of the time.
    """

    value: Any
    """The field's value, as its reader would give it."""
    confidence: float
    """0 to 1: the share of such guesses that are right on the measured pages."""
    raw: str = ""
    """The text it was read from."""


@frozen
class _Absent:
    def __str__(self) -> str:
        return "never printed"


#: The site never prints this field.
ABSENT = _Absent()

Rule: TypeAlias = Css | Meta | Comment | Between | JsonLd | Data | Script | Computed | Inferred | _Absent
RuleLike: TypeAlias = str | Rule | tuple[str | Rule, ...] | None


def css(
    query: str, *, attr: str | None = None, match: str | None = None, every: bool = False, anywhere: bool = False
) -> Css:
    """
    Return a rule for a CSS query.

    Args:
        query: CSS that both engines know; matched at or below the layout's root.
        attr: read this attribute instead of the visible text.
        match: keep only the first group of this pattern (or the whole match where it has none).
        every: take every match instead of the first.
        anywhere: search the whole page instead of the root (the window path then must hold it).
    """
    return Css(query, attr, re.compile(match, re.S) if match else None, every, anywhere)


def meta(name: str) -> Meta:
    """
    Return a rule for a meta element; names are compared without case.
    """
    return Meta(name)


def comment(name: str) -> Comment:
    """
    Return a rule for a field of the CMS's comment; ``null`` counts as empty.
    """
    return Comment(name)


def between(start: str, end: str, *, every: bool = False) -> Between:
    """
    Return a rule for the markup between two comments, where no element marks the place off.

    Args:
        start: how the comment before it begins; where several stand in a row, the last one counts.
        end: how the comment after it begins; a page that is cut off before it is read to its end.
        every: take every such place instead of the first.
    """
    return Between(start, end, every)


def jsonld(path: str) -> JsonLd:
    """
    Return a rule for a JSON-LD path such as ``author.name``.
    """
    return JsonLd(path)


def data(name: str, path: str) -> Data:
    """
    Return a rule for a path into JSON in a script.

    Args:
        name: the ``id`` of the script element, or the variable that the JSON is assigned to.
        path: keys and list indexes joined by dots; ``*`` stands for every item of a list.
    """
    return Data(name, path)


def script(pattern: str) -> Script:
    """
    Return a rule for the first group of a pattern on the page's source.
    """
    return Script(re.compile(pattern, re.S))


def computed(function: Callable[..., str | None], *, reads: tuple[str, ...]) -> Computed:
    """
    Return a rule that derives a value from fields already found.

    Args:
        function: pure, with a docstring; gets the raw text (or None) of each field in ``reads``, as positional arguments.
        reads: names of fields that come before this one in ``Layout``.
    """
    return Computed(function, reads)


def inferred(function: Callable[..., Guess | None]) -> Inferred:
    """
    Return a rule of the generic reader.

    Args:
        function: gets the page's outline and the reading context, returns a ``Guess`` or None.
    """
    return Inferred(function)


def _rules(value: RuleLike) -> tuple[Rule, ...]:
    """Return the alternatives as a tuple; a bare string is CSS."""
    if value is None:
        return ()
    items = value if isinstance(value, tuple) else (value,)
    return tuple(css(item) if isinstance(item, str) else item for item in items)


def _strings(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@frozen(eq=False, repr=False)
class Window(Value):
    """
    A slice of the page's bytes that is worth parsing.

    It is an optimisation and never a meaning: the evaluator takes the whole page
    where a landmark is missing, repeated, or inside a comment, script or attribute,
    and where the slice is not balanced.
    """

    start: str
    """Where the slice begins: characters of a start tag, beginning with ``<``; must stand on the page exactly once."""
    end: str
    """Where it ends (not included): the first place after the start; begins with ``<``."""
    open: int = 0
    """How many elements the slice leaves open: not 0 where the end stands inside the root, after all its fields."""

    def __attrs_post_init__(self) -> None:
        if self.open < 0:
            raise ValueError(f"a slice cannot close more than it opens: {self.open}")
        for landmark in (self.start, self.end):
            # No gb18030, gbk or big5 multi-byte character contains "<", so a search in bytes is safe only from there.
            if not landmark.startswith("<") or not landmark.isascii():
                raise ValueError(f"a landmark is ASCII and starts with '<': {landmark!r}")


def _windows(value: Window | tuple[Window, ...] | None) -> tuple[Window, ...]:
    return () if value is None else (value,) if isinstance(value, Window) else value


def _rule(doc: str) -> Any:
    return field(default=(), converter=_rules, metadata={"doc": doc})


@frozen(kw_only=True, eq=False)
class Layout:
    """
    One template of a site: how to know it, and where its fields stand.

    Rule names are those of ``Article``.  A field that is not mentioned is filled from what
    the body itself says (dateline, signature), else None; see ``partial``.
    """

    name: str
    """Usually the year it was first seen, else what tells it apart."""
    when: tuple[str, ...] = field(converter=_strings)
    """Recognised where one of these CSS queries matches or one of these comments (``<!--…``) stands; never a date."""
    root: str | None = None
    """CSS of the element that all rules search in; None for the whole page."""
    window: tuple[Window, ...] = field(default=(), converter=_windows)
    """The slices that hold root and ``when``; none: the whole page is parsed."""
    account: bool = False
    """The source is an account of a platform (网易号, 搜狐号): the author where the story names nobody."""
    elsewhere: bool = True
    """May be recognised on pages whose host says nothing."""
    partial: bool = False
    """Only some of the template is known: the generic reader is asked for what is not mentioned or not there, as for families."""

    title: Any = _rule("主题")
    kicker: Any = _rule("引题")
    subtitle: Any = _rule("副题")
    standfirst: Any = _rule("提要")
    byline: Any = _rule("署名, as printed")
    timestamp: Any = _rule("time of publication")
    updated: Any = _rule("更新时间")
    source: Any = _rule("来源, the outlet credited")
    authors: Any = _rule("names, where they stand apart from the byline")
    editors: Any = _rule("责任编辑, 编辑")
    breadcrumb: Any = _rule("当前位置")
    keywords: Any = _rule("关键词, 标签")
    body: Any = _rule("the story")
    comments: Any = _rule("the comments block")
    disclaimers: Any = _rule("版权声明, 免责声明")
    related: Any = _rule("相关阅读")
    pagination: Any = _rule("分页")
    footer: Any = _rule("页脚")

    drop: tuple[str, ...] = field(default=(), converter=_strings)
    """Elements inside the body that are not the story."""
    captions: tuple[str, ...] = field(default=(), converter=_strings)
    """Elements inside the body that are picture captions."""
    crossheads: tuple[str, ...] = field(default=(), converter=_strings)
    """Elements inside the body that are crossheads."""
    kind: str = "article"
    """What pages of this layout are: ``article``, ``gallery`` or ``video``."""

    def __attrs_post_init__(self) -> None:
        if self.partial and self.window:
            raise ValueError(f"layout {self.name}: the generic reader needs the whole page, a window saves nothing")


@frozen(kw_only=True, eq=False)
class Site:
    """
    One outlet: its hosts and its templates.
    """

    name: str
    """The outlet's own name: ``人民网``."""
    hosts: tuple[str, ...] = ()
    """Host names; each stands for its sub-domains too."""
    permalink: str | None = None
    """A pattern that article urls match."""
    own: tuple[str, ...] = ()
    """Sources that are the outlet itself: a story credited to another one is a reprint."""
    layouts: tuple[Layout, ...] = Factory(tuple)
    slug: str = ""
    """Set at discovery: the adapter's module name."""


#: The fields that rules can be written for, in the order in which they are read.
RULE_FIELDS: tuple[str, ...] = tuple(a.name for a in fields(Layout) if "doc" in a.metadata)
#: The same with what each holds.
FIELD_DOCS: Mapping[str, str] = {a.name: a.metadata["doc"] for a in fields(Layout) if "doc" in a.metadata}
