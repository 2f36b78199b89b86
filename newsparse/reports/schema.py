"""
The JSON form as a JSON Schema: ``newsparse.model`` in, a schema of the lines of ``newsparse batch`` out.

Types come from the model's annotations, words from its docstrings; what the form does otherwise
than the model (times are text, related stories have a ``title``) is said here.
"""

from __future__ import annotations

import types
from collections.abc import Collection
from datetime import datetime
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse import model
from newsparse.reports.fields import entries

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_TIME: Schema = {
    "description": "ISO 8601 at the printed precision: a year, a month, a day, or a moment with its offset.",
    "type": "string",
    "pattern": r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d)?)?)?$",
}
_STORY: Schema = {
    "type": "object",
    "properties": {"title": {"type": "string"}, "url": {"type": ["string", "null"]}},
    "required": ["title", "url"],
    "additionalProperties": False,
}
_FAILED: Schema = {
    "description": "A page that gave no article.",
    "type": "object",
    "properties": {
        "file": {"type": "string"},
        "url": {"type": ["string", "null"]},
        "error": {
            "type": "object",
            "properties": {"type": {"type": "string"}, "message": {"type": "string"}},
            "required": ["type", "message"],
            "additionalProperties": False,
        },
    },
    "required": ["file", "url", "error"],
    "additionalProperties": False,
}
#: Keys of the form that the model derives.
_DERIVED: dict[str, Schema] = {
    "captions": {"type": "array", "items": {"type": "string"}},
    "text": {"type": "string"},
    "lede": {"type": ["string", "null"]},
}


def json_schema(fields: Collection[str] | None = None) -> Schema:
    """
    Return the JSON Schema (2020-12) of a line of ``newsparse batch``.

    Args:
        fields: those of ``--fields``; None is the whole form.

    Raises:
        ValueError: there is no such field.
    """
    article = {"file": {"description": "The page's name in the input.", "type": "string"}, **_article(fields)}
    required = [name for name in article if name != "file"]
    return {
        "$schema": _DIALECT,
        "title": "A line of newsparse batch",
        "oneOf": [{"$ref": "#/$defs/Article"}, {"$ref": "#/$defs/Failed"}],
        "$defs": {
            "Article": {"type": "object", "properties": article, "required": required, "additionalProperties": False},
            "Failed": _FAILED,
            "Timestamp": _TIME,
            "Story": _STORY,
            **{name: _object(kind) for name, kind in _classes().items()},
        },
    }


def _article(fields: Collection[str] | None) -> dict[str, Schema]:
    known = _properties(model.Article)
    known["related"] |= {"items": {"$ref": "#/$defs/Story"}}
    words = _words()
    derived = {name: {**words["Article", name], **schema} for name, schema in _DERIVED.items()}
    if fields is None:
        return known | {"captions": derived["captions"]}
    known |= derived
    unknown = sorted(set(fields) - known.keys())
    if unknown:
        raise ValueError(f"no such field: {', '.join(unknown)}")
    return {name: schema for name, schema in known.items() if name == "url" or name in fields}


def _classes() -> dict[str, type]:
    """Return the model's classes that are objects in the form."""
    classes = {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and attrs.has(kind)}
    return {name: kind for name, kind in classes.items() if kind not in (model.Article, model.Timestamp)}


def _object(kind: type) -> Schema:
    properties = _properties(kind)
    if isinstance(getattr(kind, "kind", None), str):
        properties = {"kind": {"const": kind.kind}, **_text_of_block(kind), **properties}  # type: ignore[attr-defined]
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _text_of_block(kind: type) -> dict[str, Schema]:
    return {"text": {"type": "string"}} if kind in (model.List, model.Table) else {}


def _properties(kind: type) -> dict[str, Schema]:
    hints = {name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not ClassVar}
    words = _words()
    return {name: {**words.get((kind.__name__, name), {}), **_type(hint)} for name, hint in hints.items()}


def _type(hint: Any) -> Schema:
    """Return the schema of an annotation of the model."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _either([_type(part) for part in inner])
    if origin is tuple:
        return {"type": "array", "items": _type(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(inner[1])}
    assert hint is not datetime and attrs.has(hint), hint
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _either(parts: list[Schema]) -> Schema:
    if all(part.keys() == {"type"} for part in parts):
        return {"type": [part["type"] for part in parts]}
    return {"anyOf": parts}


def _words() -> dict[tuple[str, str], Schema]:
    """Return what the model says of each attribute, by class and name."""
    found = {}
    for entry in entries():
        for item in entry.attributes:
            term = f"{item.term}: " if item.term else ""
            none = f" Null when {item.none}." if item.none else ""
            found[entry.name, item.name] = {"description": f"{term}{item.meaning}{none}"}
    return found
