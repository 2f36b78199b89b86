"""
The fields of an article as the page docs/fields.md: ``newsparse.model``'s own source in, Markdown out.

The words stand once, as the docstring below each attribute.  Their form is fixed: Chinese terms
and a colon where there is a term, what it is, and a last sentence that begins with ``None when``
where there is more to say than that the page does not print it.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from typing import get_args

from attrs import frozen

from newsparse import lazy, model

#: What most fields that may be None mean by it.
USUAL = "the page does not print it"
_TERM = lazy.compile(r"^([\u3400-\u9fff]+(?:, [\u3400-\u9fff]+)*): ?")
_NONE = lazy.compile(r"\s*None when ((?:[^`.]|`[^`]*`)+)\.$")
_WORDS = {"str": "text", "int": "number", "float": "number", "bool": "true or false", "datetime": "aware datetime"}


@frozen
class Attribute:
    """
    One attribute of one class of the model.
    """

    name: str
    term: str
    """The Chinese terms, empty where there is none."""
    form: str
    """Its type in words."""
    meaning: str
    none: str
    """When it is None; empty where it never is."""


@frozen
class Entry:
    """
    One class of the model.
    """

    name: str
    doc: str
    attributes: tuple[Attribute, ...]


def entries() -> Iterator[Entry]:
    """
    Yield every class of the model, the article first.

    Raises:
        ValueError: an attribute says nothing of itself.
    """
    classes = [node for node in ast.parse(inspect.getsource(model)).body if isinstance(node, ast.ClassDef)]
    classes.sort(key=lambda node: node.name != "Article")
    for node in classes:
        yield Entry(node.name, _line(ast.get_docstring(node) or ""), tuple(_attributes(node)))


def markdown() -> str:
    """
    Return docs/fields.md.
    """
    return "\n".join(_page()) + "\n"


def _attributes(node: ast.ClassDef) -> Iterator[Attribute]:
    for index, item in enumerate(node.body):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            annotation = ast.unparse(item.annotation)
            if annotation.startswith("ClassVar"):
                continue
            after = node.body[index + 1] if index + 1 < len(node.body) else None
            yield _attribute(node, item.target.id, annotation, _string(after))
        elif isinstance(item, ast.FunctionDef) and any(map(_is_property, item.decorator_list)):
            annotation = ast.unparse(item.returns) if item.returns else ""
            yield _attribute(node, item.name, annotation, ast.get_docstring(item) or "", derived=True)


def _attribute(node: ast.ClassDef, name: str, annotation: str, doc: str, *, derived: bool = False) -> Attribute:
    if not doc:
        raise ValueError(f"{node.name}.{name} has no docstring")
    doc = _line(doc)
    term = _TERM.match(doc)
    if term:
        doc = doc[term.end() :]
    when = _NONE.search(doc)
    if when:
        doc = doc[: when.start()].rstrip()
    optional = annotation.endswith("| None")
    none = when[1] if when else USUAL if optional else ""
    form = _form(annotation.removesuffix("| None").strip()) + (" (derived)" if derived else "")
    return Attribute(name, "、".join(term[1].split(", ")) if term else "", form, doc[:1].upper() + doc[1:], none)


def _form(annotation: str) -> str:
    """Return a type in words; classes of the model become links."""
    outer, _, inner = annotation.partition("[")
    if outer == "tuple":
        return f"list of {_form(inner[:-1].removesuffix(', ...'))}"
    if outer == "dict":
        key, _, value = inner[:-1].partition(", ")
        return f"mapping of {_form(key)} to {_form(value)}"
    if annotation in _WORDS:
        return _WORDS[annotation]
    named = getattr(model, annotation)
    if isinstance(named, type):
        return f"[{annotation}](#{annotation.lower()})"
    return ", ".join(getattr(part, "kind", None) or repr(part).replace("'", "`") for part in get_args(named))


def _string(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return node.value.value
    return ""


def _is_property(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "property"


def _line(text: str) -> str:
    """Return a docstring on one line, as Markdown."""
    return " ".join(text.split()).replace("``", "`")


def _page() -> Iterator[str]:
    yield "# Fields"
    yield ""
    yield "Generated from the docstrings of `newsparse.model` by `make pages`; do not edit."
    yield ""
    yield "A field is None, or an empty list, when the page does not print it; more to it is in the last column."
    yield "The JSON form has the same names, `captions` included; `text` and `lede` only where `--fields` asks for them."
    for entry in entries():
        yield ""
        yield f"## {entry.name}"
        yield ""
        yield entry.doc
        yield ""
        yield "| name | 中文 | form | what it is | None when |"
        yield "|---|---|---|---|---|"
        for item in entry.attributes:
            cells = (f"`{item.name}`", item.term, item.form, item.meaning, item.none)
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
